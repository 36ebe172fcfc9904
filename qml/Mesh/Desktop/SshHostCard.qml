import QtQuick
import Mesh.App
import Mesh.Controls

/// A computer that SSH logs in to.
Card {
    id: card

    required property int index
    required property string alias
    required property string aliasError
    required property string hostName
    required property string hostNameError
    required property string port
    required property string portError
    required property string userName
    required property string userNameError
    required property string jump
    required property string jumpError
    property SshHostModel hosts: null

    signal accepted

    FormRow {
        TextEntry {
            label: qsTr("Short name of computer %1").arg(card.index + 1)
            required: true
            placeholderText: "web"
            text: card.alias
            errorText: card.aliasError
            onEdited: text => card.hosts.setAlias(card.index, text)
            onAccepted: card.accepted()
        }
        TextEntry {
            label: qsTr("Address of computer %1").arg(card.index + 1)
            placeholderText: "web.example.org"
            text: card.hostName
            errorText: card.hostNameError
            onEdited: text => card.hosts.setHostName(card.index, text)
            onAccepted: card.accepted()
        }
    }
    Expander {
        text: qsTr("More about computer %1").arg(card.index + 1)
        // Once, so that it does not close while a field is emptied.
        Component.onCompleted: expanded = card.port !== "" || card.userName !== "" || card.jump !== ""

        FormRow {
            TextEntry {
                label: qsTr("Port of computer %1").arg(card.index + 1)
                placeholderText: "22"
                text: card.port
                errorText: card.portError
                onEdited: text => card.hosts.setPort(card.index, text)
                onAccepted: card.accepted()
            }
            TextEntry {
                label: qsTr("User name on computer %1").arg(card.index + 1)
                text: card.userName
                errorText: card.userNameError
                onEdited: text => card.hosts.setUserName(card.index, text)
                onAccepted: card.accepted()
            }
        }
        TextEntry {
            label: qsTr("Reached through (computer %1)").arg(card.index + 1)
            helperText: qsTr("A computer between: one that is named here, or user@host:port.")
            text: card.jump
            errorText: card.jumpError
            onEdited: text => card.hosts.setJump(card.index, text)
            onAccepted: card.accepted()
        }
    }
    AppButton {
        symbol: Icon.Close
        text: qsTr("Remove computer %1").arg(card.index + 1)
        onClicked: card.hosts.removeHost(card.index)
    }
}
