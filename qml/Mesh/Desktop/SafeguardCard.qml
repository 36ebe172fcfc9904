import QtQuick
import Mesh.App
import Mesh.Controls

/// Something that protects the mesh: how good that is, and a way to make it better.
Card {
    id: card

    required property string title
    required property string text
    required property int level
    required property int place
    required property string actionText

    signal placeWanted(place: int)

    Item {
        width: parent.width
        implicitHeight: Math.max(picture.height, words.implicitHeight)

        Tone {
            id: tone
            kind: card.level === SafeguardModel.Wrong ? Tone.Kind.Danger : card.level === SafeguardModel.Advice ? Tone.Kind.Warning : card.level === SafeguardModel.Good ? Tone.Kind.Success : Tone.Kind.Neutral
        }
        Icon {
            id: picture
            anchors.left: parent.left
            symbol: tone.symbol
            color: tone.ink
            size: Math.round(Theme.iconSize * 1.2)
        }
        Column {
            id: words
            anchors.left: picture.right
            anchors.leftMargin: Theme.spacingM
            anchors.right: parent.right
            spacing: Theme.spacingXs

            ElidedText {
                width: parent.width
                text: card.title
                font: Theme.strongFont
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }
            BodyText {
                width: parent.width
                text: card.text
                color: Theme.textMuted
            }
            Item {
                visible: button.visible
                width: 1
                height: Theme.spacingXs
            }
            AppButton {
                id: button
                visible: card.actionText !== ""
                width: Math.min(implicitWidth, parent.width)
                text: card.actionText
                Accessible.description: card.title
                onClicked: card.placeWanted(card.place)
            }
        }
    }
}
