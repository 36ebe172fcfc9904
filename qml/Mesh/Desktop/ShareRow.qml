import QtQuick
import Mesh.Controls

/// One recovery share that was taken in, and whether it belongs to the others.
Card {
    id: row

    required property int index
    required property string title
    required property string checkCode
    required property string verdict
    required property bool fits

    signal removeRequested(index: int)

    padding: Theme.spacingM
    spacing: Theme.spacingXs

    Item {
        width: parent.width
        implicitHeight: Math.max(words.implicitHeight, removeButton.implicitHeight)

        Icon {
            id: picture
            anchors.verticalCenter: parent.verticalCenter
            symbol: row.fits ? Icon.Check : Icon.Warning
            color: row.fits ? Theme.accentInk : Theme.dangerInk
            size: Theme.iconSize
        }
        Column {
            id: words
            anchors.left: picture.right
            anchors.leftMargin: Theme.spacingM
            anchors.right: removeButton.left
            anchors.rightMargin: Theme.spacingS
            anchors.verticalCenter: parent.verticalCenter

            ElidedText {
                width: parent.width
                text: row.title
                font: Theme.strongFont
            }
            BodyText {
                width: parent.width
                text: row.verdict
                color: row.fits ? Theme.textMuted : Theme.dangerInk
            }
            MutedText {
                width: parent.width
                text: qsTr("Check characters: %1").arg(row.checkCode)
            }
        }
        IconButton {
            id: removeButton
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            symbol: Icon.Close
            text: qsTr("Take out: %1").arg(row.title)
            toolTip: qsTr("Take out")
            onClicked: row.removeRequested(row.index)
        }
    }
}
