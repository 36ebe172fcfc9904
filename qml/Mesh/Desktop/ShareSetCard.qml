import QtQuick
import Mesh.Controls

/// A set of recovery shares that was made on this device.
Card {
    id: card

    required property string setId
    required property string title
    required property string made
    required property string holders
    required property bool needsRecord

    signal forgetRequested(setId: string, title: string)

    spacing: Theme.spacingXs

    ElidedText {
        width: parent.width
        text: card.title
        font: Theme.strongFont
    }
    MutedText {
        width: parent.width
        text: card.needsRecord ? qsTr("Made %1 · with a recovery record").arg(card.made) : qsTr("Made %1").arg(card.made)
    }
    MutedText {
        visible: card.holders !== ""
        width: parent.width
        text: card.holders
    }
    Item {
        width: 1
        height: Theme.spacingXs
    }
    AppButton {
        text: qsTr("Remove from the list")
        Accessible.description: qsTr("%1, made %2").arg(card.title).arg(card.made)
        onClicked: card.forgetRequested(card.setId, card.title)
    }
}
