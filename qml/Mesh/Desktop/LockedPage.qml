import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Everything is put away until the keys are given again.
Rectangle {
    id: page

    color: Theme.surface

    function unlock(): void {
        if (Session.busy)
            return;
        if (!Session.locksWithPassphrase)
            Session.unlockMesh();
        else if (!passphrase.empty)
            Session.unlock(passphrase.secret);
    }

    StagePage {
        anchors.fill: parent
        focus: true
        symbol: Icon.Lock
        title: qsTr("Locked")
        text: Session.locksWithPassphrase ? qsTr("Your entries are closed. Your passphrase opens them again.") : qsTr("Your entries are closed. Your keychain opens them again, and asks you if it is locked itself.")

        SecretEntry {
            id: passphrase
            visible: Session.locksWithPassphrase
            width: parent.width
            enabled: !Session.busy
            label: qsTr("Passphrase")
            copyable: false
            focus: Session.locksWithPassphrase
            onAccepted: page.unlock()
        }
        FormMessage {}
        AppButton {
            kind: AppButton.Kind.Primary
            symbol: Icon.Lock
            text: qsTr("Unlock")
            focus: !Session.locksWithPassphrase
            enabled: !Session.locksWithPassphrase || !passphrase.empty
            busy: Session.busy
            onClicked: page.unlock()
        }
        MutedText {
            width: parent.width
            text: qsTr("What was not saved is kept. Your other devices can still reach the data that is kept on this computer.")
        }
    }
    Component.onCompleted: {
        if (Session.locksWithPassphrase)
            passphrase.forceFocus();
    }
}
