import QtQuick
import Mesh.Controls

/// Asks before an account ends, and has its address entered, so that nobody deletes one by accident.
ConfirmDialog {
    id: dialog

    /// What is lost with it.
    required property string consequences
    property string address: ""

    function ask(address: string): void {
        dialog.address = address;
        addressField.text = "";
        dialog.open();
        addressField.forceFocus();
    }

    title: qsTr("Delete the account?")
    text: qsTr("%1 To be sure that it is meant, enter its address: %2").arg(dialog.consequences).arg(dialog.address)
    acceptText: qsTr("Delete account")
    acceptEnabled: dialog.address !== "" && addressField.text.trim().toLowerCase() === dialog.address.toLowerCase()

    TextEntry {
        id: addressField
        width: parent.width
        label: qsTr("Account address")
        maximumLength: 320
    }
}
