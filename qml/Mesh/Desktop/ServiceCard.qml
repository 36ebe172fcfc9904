import QtQuick
import Mesh.App
import Mesh.Controls

/// A service that has the account: its address, how it stands, and what can be done with it.
Card {
    id: card

    required property string address
    required property bool isFirst
    required property string stateText
    required property bool hasTrouble

    signal copyRequested(address: string)
    signal firstRequested(address: string)
    signal removalRequested(address: string)

    ReadOnlyField {
        width: parent.width
        label: card.isFirst ? qsTr("Address at the first service") : qsTr("Address at a further service")
        text: card.address
        symbol: Icon.Service
        onCopyRequested: card.copyRequested(card.address)
    }
    BodyText {
        width: parent.width
        visible: !card.hasTrouble
        text: card.stateText
        color: Theme.textMuted
    }
    Banner {
        visible: card.hasTrouble
        radius: Theme.radiusM
        kind: Tone.Kind.Warning
        text: card.stateText
    }
    Flow {
        width: parent.width
        spacing: Theme.spacingS
        visible: !card.isFirst && Devices.isAdministrator

        AppButton {
            text: qsTr("Make it the first…")
            Accessible.name: qsTr("Make %1 the first service").arg(card.address)
            enabled: !AccountServices.busy && ServiceMove.stage === ServiceMove.None
            onClicked: card.firstRequested(card.address)
        }
        AppButton {
            text: qsTr("Remove…")
            Accessible.name: qsTr("Remove %1").arg(card.address)
            enabled: !AccountServices.busy && ServiceMove.stage === ServiceMove.None
            onClicked: card.removalRequested(card.address)
        }
    }
}
