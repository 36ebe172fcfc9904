import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// One link of the chain of trust: what it is, whether it is believed, who signed it, and its text.
ScrollPage {
    id: page

    required property ToastArea toasts

    signal back
    signal comparing

    title: Security.linkTitle
    leading: IconButton {
        symbol: Icon.Back
        text: qsTr("Back")
        onClicked: page.back()
    }
    Shortcut {
        sequences: ["Esc", "Alt+Left"]
        enabled: page.visible
        onActivated: page.back()
    }

    Banner {
        radius: Theme.radiusM
        kind: Security.linkState === TrustModel.Bad ? Tone.Kind.Danger : Security.linkState === TrustModel.Limited ? Tone.Kind.Warning : Security.linkState === TrustModel.Good ? Tone.Kind.Success : Tone.Kind.Info
        text: Security.linkStateText
    }
    Banner {
        visible: Security.errorText !== ""
        radius: Theme.radiusM
        kind: Tone.Kind.Danger
        text: Security.errorText
    }
    FormSection {
        visible: Security.linkDisputed
        title: qsTr("If you know why")
        text: qsTr("A service that was restored from a backup contradicts itself once. If its operator has told you so, what it stated last can be the beginning of what your devices compare from now on. Copy the statements that contradict each other first: they leave this list.")

        AppButton {
            symbol: Icon.Check
            text: qsTr("Begin anew from the last statement…")
            enabled: !Security.busy
            onClicked: acceptDialog.open()
        }
    }
    FormSection {
        text: Security.linkMeaning

        BodyText {
            visible: Security.linkOperator !== ""
            width: parent.width
            text: Security.linkOperator
        }
        Repeater {
            model: Security.linkSigners
            delegate: SignerField {}
        }
        ReadOnlyField {
            label: qsTr("Fingerprint")
            text: Security.linkFingerprint
            symbol: Icon.Key
            code: true
            onCopyRequested: Clipboard.copy(Security.linkFingerprint)
        }
        ReadOnlyField {
            label: qsTr("Made or changed")
            text: Security.linkUpdated
            symbol: Icon.Clock
            copyable: false
        }
        ReadOnlyField {
            label: qsTr("Token of a notary, as stated")
            text: Security.linkNotary
            symbol: Icon.Note
            code: true
            onCopyRequested: Clipboard.copy(Security.linkNotary)
        }
        MutedText {
            visible: Security.linkNotaryText !== "" && !Security.linkNotaryWrong
            width: parent.width
            text: Security.linkNotaryText
        }
        Banner {
            visible: Security.linkNotaryText !== "" && Security.linkNotaryWrong
            radius: Theme.radiusM
            kind: Tone.Kind.Danger
            text: Security.linkNotaryText
        }
    }
    FormSection {
        visible: Security.linkOperatorChanged
        title: qsTr("If you know of it")
        text: qsTr("Services pass from one operator to another. If this one told you, or if it does not matter to you who runs the service, further changes are compared with what it shows now.")

        AppButton {
            symbol: Icon.Check
            text: qsTr("Take note of the change")
            enabled: !Security.busy
            onClicked: Security.acceptOperator()
        }
    }
    FormSection {
        visible: Security.linkComparable
        title: qsTr("Told others the same?")
        text: qsTr("Another device at this service, your own or somebody else's, can compare what it was told, without the service between you.")

        AppButton {
            symbol: Icon.Qr
            text: qsTr("Compare with another device…")
            onClicked: page.comparing()
        }
    }
    FormSection {
        visible: Security.linkAccreditable
        title: qsTr("Do you run a service?")
        text: qsTr("State with your account's signature that this or another service is yours: whoever uses it and has you among the contacts then reads that there.")

        MutedText {
            width: parent.width
            visible: !Devices.isAdministrator
            text: qsTr("It can be stated on a device that manages the others.")
        }
        AppButton {
            visible: Devices.isAdministrator
            symbol: Icon.Service
            text: qsTr("State that I run a service…")
            onClicked: statementDialog.begin()
        }
    }
    FormSection {
        visible: Security.linkJson !== ""
        title: qsTr("As it is stored")

        TextAreaEntry {
            label: qsTr("JSON")
            text: Security.linkJson
            readOnly: true
            code: true
            maximumLines: 400
        }
        AppButton {
            symbol: Icon.Copy
            text: qsTr("Copy JSON")
            onClicked: Clipboard.copy(Security.linkJson)
        }
    }

    ServiceStatementDialog {
        id: statementDialog
        onSaved: fileName => page.toasts.show(qsTr("Saved: %1").arg(fileName), "")
    }
    ConfirmDialog {
        id: acceptDialog
        title: qsTr("Begin anew from the last statement?")
        text: qsTr("All your devices forget that the service contradicted itself. Do this only if you know why it did.")
        acceptText: qsTr("Begin anew")
        onAccepted: {
            Security.acceptLog();
            page.back();
        }
    }
}
