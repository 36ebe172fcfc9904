import QtQuick
import Mesh.App
import Mesh.Controls

/// In place of what is done for the whole mesh, while another account than the home account is shown.
Card {
    id: note

    required property string text

    BodyText {
        width: parent.width
        text: note.text
    }
    AppButton {
        text: qsTr("Show the home account")
        Accessible.description: Accounts.homeAddress
        onClicked: Accounts.switchTo(Accounts.homeId)
    }
}
