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
    Flow {
        width: parent.width
        spacing: Theme.spacingS

        AppButton {
            kind: AppButton.Kind.Primary
            text: qsTr("Accept")
            Accessible.description: card.deviceName
            enabled: Devices.isAdministrator && !PendingRequests.busy
            onClicked: PendingRequests.accept(card.requestId)
        }
        AppButton {
            text: qsTr("Reject")
            Accessible.description: card.deviceName
            enabled: Devices.isAdministrator && !PendingRequests.busy
            onClicked: PendingRequests.reject(card.requestId)
        }
    }
}
