import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Something stands between the program and its keys.
Rectangle {
    id: page

    readonly property bool unlocking: Session.trouble === Session.PassphraseNeeded
    readonly property bool choosing: Session.trouble === Session.NoKeychain

    color: Theme.surface

    StagePage {
        anchors.fill: parent
        focus: true
        symbol: Icon.Lock
        title: page.unlocking ? qsTr("Unlock your mesh") : qsTr("Your keychain cannot be reached")
        text: Session.troubleText

        AppButton {
            visible: !page.unlocking
            kind: AppButton.Kind.Primary
            text: qsTr("Try again")
            busy: Session.busy
            onClicked: Session.retryOpen()
        }
        FormSection {
            visible: page.unlocking || page.choosing
            enabled: !Session.busy
            title: page.choosing ? qsTr("Or use a passphrase") : ""
            text: page.choosing ? qsTr("This computer then asks for it at every start. It cannot be recovered.") : ""

            SecretEntry {
                id: passphrase
                label: qsTr("Passphrase")
                copyable: false
                focus: true
                onAccepted: page.take()
            }
            SecretEntry {
                id: repeated
                visible: page.choosing
                label: qsTr("Passphrase again")
                copyable: false
                onAccepted: page.take()
            }
            AppButton {
                kind: page.unlocking ? AppButton.Kind.Primary : AppButton.Kind.Secondary
                text: page.unlocking ? qsTr("Unlock") : qsTr("Use this passphrase")
                enabled: !passphrase.empty && (page.unlocking || !repeated.empty)
                busy: Session.busy
                onClicked: page.take()
            }
        }
        FormMessage {}
    }

    function take(): void {
        if (Session.busy || passphrase.empty)
            return;
        if (page.unlocking)
            Session.unlock(passphrase.secret);
        else if (!repeated.empty)
            Session.usePassphraseFile(passphrase.secret, repeated.secret);
    }
}
