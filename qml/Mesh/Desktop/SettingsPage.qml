import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Service, network, appearance, clipboard, data folder and what this program is.
ScrollPage {
    id: page

    required property ToastArea toasts
    /// The person wants to bring an archive in.
    signal restoreWanted
    /// The person wants to see the accounts.
    signal accountsWanted

    title: qsTr("Settings")
    notice: Banner {
        visible: Preferences.errorText !== ""
        kind: Tone.Kind.Danger
        text: Preferences.errorText
    }

    FormSection {
        title: qsTr("Your mesh")

        ReadOnlyField {
            label: qsTr("Account address")
            text: Session.accountAddress
            symbol: Icon.Contact
            showEmpty: true
            onCopyRequested: Clipboard.copy(Session.accountAddress)
        }
        ReadOnlyField {
            label: qsTr("This device")
            text: Session.deviceName
            symbol: Icon.Laptop
            copyable: false
            showEmpty: true
        }
        ReadOnlyField {
            label: qsTr("Service")
            text: Preferences.serviceText
            symbol: Icon.Service
            copyable: false
        }
        Repeater {
            model: Preferences.serviceEndpoints
            delegate: EndpointField {}
        }
        ReadOnlyField {
            label: qsTr("Fingerprint of the service")
            text: Preferences.serviceFingerprint
            symbol: Icon.Shield
            code: true
            onCopyRequested: Clipboard.copy(Preferences.serviceFingerprint)
        }
        BodyText {
            visible: Security.operatorText !== ""
            width: parent.width
            text: Security.operatorText
        }
        AppSwitch {
            visible: Preferences.embedded
            text: qsTr("Visible in the local network")
            helperText: qsTr("While this is on, your other devices in the same network can exchange with this computer. Others there can see that it is here, but neither read nor change anything. While it is off, this computer speaks with nobody.")
            enabled: !Preferences.networkBusy
            checked: Preferences.networkVisible
            onToggled: Preferences.networkVisible = checked
        }
    }
    MoveServiceSection {}
    ServicesSection {
        onCopyRequested: address => Clipboard.copy(address)
    }
    Connections {
        target: AccountServices
        function onAdded(address: string): void {
            page.toasts.show(qsTr("Your account is now at %1, too").arg(address), "");
        }
        function onRemoved(address: string): void {
            page.toasts.show(qsTr("%1 was removed").arg(address), "");
        }
        function onFirstChanged(address: string): void {
            page.toasts.show(qsTr("%1 is your first service now").arg(address), "");
        }
    }
    Connections {
        target: ServiceMove
        function onArrived(address: string): void {
            page.toasts.show(qsTr("Your account is now %1").arg(address), "");
        }
        function onCancelled(): void {
            page.toasts.show(qsTr("Your account stays where it is"), "");
        }
        function onLeft(): void {
            page.toasts.show(qsTr("The former service was left"), "");
        }
    }
    FormSection {
        title: qsTr("Appearance")

        Choice {
            label: qsTr("Language")
            model: Preferences.languages.texts
            onChosen: index => Preferences.languages.index = index
            Binding on currentIndex {
                value: Preferences.languages.index
            }
        }
        Choice {
            label: qsTr("Colours")
            model: Preferences.colorSchemes.texts
            onChosen: index => Preferences.colorSchemes.index = index
            Binding on currentIndex {
                value: Preferences.colorSchemes.index
            }
        }
        Choice {
            label: qsTr("Size of the text")
            model: Preferences.textSizes.texts
            onChosen: index => Preferences.textSizes.index = index
            Binding on currentIndex {
                value: Preferences.textSizes.index
            }
        }
        AppSwitch {
            text: qsTr("No movement")
            helperText: qsTr("Changes are shown at once.")
            checked: Preferences.reducedMotion
            onToggled: Preferences.reducedMotion = checked
        }
    }
    FormSection {
        title: qsTr("Lock")
        text: qsTr("Locking hides everything and takes it out of memory. Your keychain or your passphrase opens it again.")

        Choice {
            label: qsTr("Lock by itself")
            model: Preferences.lockTimes.texts
            onChosen: index => Preferences.lockTimes.index = index
            Binding on currentIndex {
                value: Preferences.lockTimes.index
            }
        }
        AppSwitch {
            visible: Preferences.screenKnown
            text: qsTr("Lock together with the screen")
            helperText: qsTr("Also when the computer goes to sleep.")
            checked: Preferences.lockWithScreen
            onToggled: Preferences.lockWithScreen = checked
        }
        AppButton {
            symbol: Icon.Lock
            text: qsTr("Lock now")
            toolTip: qsTr("Ctrl+L")
            onClicked: Session.lock()
        }
    }
    FormSection {
        visible: strangers.loaded
        title: qsTr("People you do not know")

        AppSwitch {
            text: qsTr("They may ask for contact")
            helperText: qsTr("Whoever knows your address can send you a request. While this is off, your service refuses requests from all who are not among your contacts, also from those who read a code that you show. You can still ask others.")
            checked: strangers.mayAsk
            onToggled: strangers.mayAsk = checked
        }
        Banner {
            visible: strangers.errorText !== ""
            radius: Theme.radiusM
            kind: Tone.Kind.Danger
            text: strangers.errorText
        }
    }
    FormSection {
        title: qsTr("Passwords")

        Choice {
            label: qsTr("A copied password leaves the clipboard")
            model: Preferences.clipboardTimes.texts
            onChosen: index => Preferences.clipboardTimes.index = index
            Binding on currentIndex {
                value: Preferences.clipboardTimes.index
            }
        }
    }
    FormSection {
        title: qsTr("Data")

        ReadOnlyField {
            label: qsTr("Data folder")
            text: Preferences.dataFolder
            symbol: Icon.Folder
            openable: true
            onOpenRequested: Preferences.openDataFolder()
            onCopyRequested: Clipboard.copy(Preferences.dataFolder)
        }
    }
    FormSection {
        title: qsTr("Archive")
        text: qsTr("Your account as one file, under a passphrase: against the loss of your devices and of the service.")

        Flow {
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                symbol: Icon.File
                text: qsTr("Save an archive…")
                onClicked: saveArchiveDialog.begin()
            }
            AppButton {
                symbol: Icon.Import
                text: qsTr("Restore an archive…")
                onClicked: page.restoreWanted()
            }
        }
    }
    FormSection {
        title: qsTr("End of the account")
        text: qsTr("Deleting the account ends it for all of your devices and for good. Nothing can be sent to its address any more, and this computer erases all that it has of it. Your other devices keep what is on them, without exchanging it any longer.")

        MutedText {
            width: parent.width
            visible: !Devices.isAdministrator
            text: qsTr("It can be deleted on a device that manages the others.")
        }
        MutedText {
            width: parent.width
            visible: Devices.isAdministrator && Accounts.count > 1
            text: Accounts.showsHome ? qsTr("The home account ends last: delete the other accounts first.") : qsTr("This account is deleted among the accounts.")
        }
        AppButton {
            visible: Devices.isAdministrator && Accounts.count > 1
            text: qsTr("Manage accounts")
            onClicked: page.accountsWanted()
        }
        AppButton {
            visible: Devices.isAdministrator && Accounts.count < 2
            kind: AppButton.Kind.Danger
            symbol: Icon.Trash
            text: qsTr("Delete account…")
            busy: Session.busy
            onClicked: deleteDialog.ask(Session.accountAddress)
        }
        FormMessage {}
    }
    FormSection {
        title: qsTr("About")

        ReadOnlyField {
            label: qsTr("Mesh Desktop")
            text: Preferences.versionText
            symbol: Icon.Info
            onCopyRequested: Clipboard.copy(Preferences.versionText)
        }
        Expander {
            text: qsTr("Libraries and their licences")
            Repeater {
                model: Preferences.libraries
                delegate: LibraryRow {}
            }
        }
        Expander {
            text: qsTr("Licence of this program")
            BodyText {
                width: parent.width
                text: Preferences.licenseText
                textFormat: Text.PlainText
                font: Theme.captionFont
                color: Theme.textMuted
            }
        }
    }

    Strangers {
        id: strangers
    }
    SaveArchiveDialog {
        id: saveArchiveDialog
    }
    DeleteAccountDialog {
        id: deleteDialog
        consequences: qsTr("This cannot be undone. Passwords, contacts and all else that only this computer has are lost. The account leaves its groups; hand over or end those that it alone administers first.")
        onAccepted: Session.deleteAccount()
    }
}
