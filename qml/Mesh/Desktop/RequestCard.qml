import QtQuick
import Mesh.App
import Mesh.Controls

/// A device that asks to be connected: the code to compare, and the decision.
Card {
    id: card

    required property string requestId
    required property string deviceName
    required property string witness
    required property string pinNote
    required property bool pinWrong
    required property string arrivedText
    required property string expiresText

    Heading {
        width: parent.width
        text: card.deviceName
    }
    MutedText {
        width: parent.width
        text: card.expiresText === "" ? card.arrivedText : qsTr("%1 · %2").arg(card.arrivedText).arg(card.expiresText)
    }
    Banner {
        visible: card.pinNote !== ""
        radius: Theme.radiusM
        kind: card.pinWrong ? Tone.Kind.Warning : Tone.Kind.Info
        text: card.pinNote
    }
    CodeDisplay {
        label: qsTr("Code of the other device")
        code: card.witness
        copyable: false
    }
    AppCheckBox {
        id: confirmBox
        width: parent.width
        enabled: !manageBox.checked
        text: qsTr("It may confirm")
        checked: false
    }
    AppCheckBox {
        id: manageBox
        width: parent.width
        text: qsTr("It may manage devices")
        checked: false
    }
    MutedText {
        width: parent.width
        visible: manageBox.checked
        text: qsTr("It can then connect further devices and disconnect any, this one too. It may confirm as well.")
    }
    Flow {
        width: parent.width
        spacing: Theme.spacingS

        AppButton {
            kind: AppButton.Kind.Primary
            text: qsTr("Accept")
            Accessible.description: card.deviceName
            enabled: Devices.isAdministrator && !PendingRequests.busy
            onClicked: PendingRequests.accept(card.requestId, confirmBox.checked, manageBox.checked)
        }
        AppButton {
            text: qsTr("Reject")
            Accessible.description: card.deviceName
            enabled: Devices.isAdministrator && !PendingRequests.busy
            onClicked: PendingRequests.reject(card.requestId)
        }
    }
}
