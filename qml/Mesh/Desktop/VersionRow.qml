import QtQuick
import Mesh.Controls

/// A value that an entry had.
Item {
    id: row

    required property int index
    required property string when
    required property string device
    required property bool removed
    required property bool current

    signal restoreRequested(row: int)

    width: parent ? parent.width : implicitWidth
    implicitWidth: 320
    implicitHeight: Math.max(words.implicitHeight, Theme.controlHeight) + Theme.spacingS

    Column {
        id: words
        anchors.left: parent.left
        anchors.right: row.current ? mark.left : button.left
        anchors.rightMargin: Theme.spacingM
        anchors.verticalCenter: parent.verticalCenter

        ElidedText {
            width: parent.width
            text: row.removed ? qsTr("%1: deleted").arg(row.when) : row.when
        }
        ElidedText {
            width: parent.width
            visible: row.device !== ""
            text: row.device
            font: Theme.captionFont
            color: Theme.textMuted
        }
    }
    Tag {
        id: mark
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: row.current
        text: qsTr("Present")
    }
    AppButton {
        id: button
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: !row.removed && !row.current
        text: qsTr("Restore")
        Accessible.description: row.when
        onClicked: row.restoreRequested(row.index)
    }
}
