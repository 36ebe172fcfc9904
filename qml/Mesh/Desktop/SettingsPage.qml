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

    readonly property list<int> clipboardChoices: [10, 20, 60, 0]
    readonly property list<int> lockChoices: [1, 5, 15, 0]
    readonly property list<real> textChoices: [1.0, 1.25, 1.5, 2.0]

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
            model: [qsTr("As the system"), ...Preferences.languageNames]
            onChosen: index => Preferences.language = index === 0 ? "" : Preferences.languageCodes[index - 1]
            Binding on currentIndex {
                value: Preferences.languageNumber + 1
            }
        }
        Choice {
            label: qsTr("Colours")
            model: [qsTr("As the system"), qsTr("Light"), qsTr("Dark"), qsTr("High contrast")]
            onChosen: index => Preferences.colorScheme = index
            Binding on currentIndex {
                value: Preferences.colorScheme
            }
        }
        Choice {
            label: qsTr("Size of the text")
            model: [qsTr("Normal"), qsTr("Larger"), qsTr("Large"), qsTr("Very large")]
            onChosen: index => Preferences.textScale = page.textChoices[index]
            Binding on currentIndex {
                value: Preferences.textScale < 1.1 ? 0 : Preferences.textScale < 1.4 ? 1 : Preferences.textScale < 1.8 ? 2 : 3
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
            model: [qsTr("after a minute without use"), qsTr("after 5 minutes without use"), qsTr("after 15 minutes without use"), qsTr("never")]
            onChosen: index => Preferences.lockMinutes = page.lockChoices[index]
            Binding on currentIndex {
                value: Preferences.lockMinutes === 0 ? 3 : Preferences.lockMinutes <= 1 ? 0 : Preferences.lockMinutes <= 5 ? 1 : 2
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
            model: [qsTr("after 10 seconds"), qsTr("after 20 seconds"), qsTr("after a minute"), qsTr("never")]
            onChosen: index => Preferences.clipboardSeconds = page.clipboardChoices[index]
            Binding on currentIndex {
                value: Preferences.clipboardSeconds === 0 ? 3 : Preferences.clipboardSeconds <= 10 ? 0 : Preferences.clipboardSeconds <= 20 ? 1 : 2
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
            onClicked: deleteDialog.open()
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
    ConfirmDialog {
        id: deleteDialog

        title: qsTr("Delete the account?")
        text: qsTr("This cannot be undone. Passwords, contacts and all else that only this computer has are lost. The account leaves its groups; hand over or end those that it alone administers first. To be sure that it is meant, enter the account's address: %1").arg(Session.accountAddress)
        acceptText: qsTr("Delete account")
        acceptEnabled: addressField.text.trim().toLowerCase() === Session.accountAddress.toLowerCase() && Session.accountAddress !== ""
        onOpened: {
            addressField.text = "";
            addressField.forceFocus();
        }
        onAccepted: Session.deleteAccount()

        TextEntry {
            id: addressField
            width: parent.width
            label: qsTr("Account address")
            maximumLength: 320
        }
    }
}
