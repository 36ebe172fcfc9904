import QtQuick
import Mesh.Controls

/// An entry of a file, to be taken over or not.
Item {
    id: row

    required property int index
    required property string title
    required property string subtitle
    required property bool duplicate
    required property bool selected

    signal picked(row: int, selected: bool)

    width: ListView.view ? ListView.view.width : implicitWidth
    implicitWidth: 320
    implicitHeight: Math.round(Theme.rowHeight * 1.4)

    AppCheckBox {
        id: check
        anchors.verticalCenter: parent.verticalCenter
        label: row.title
        checked: row.selected
        onToggled: row.picked(row.index, check.checked)
    }
    Column {
        anchors.left: check.right
        anchors.leftMargin: Theme.spacingS
        anchors.right: mark.left
        anchors.rightMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter

        ElidedText {
            width: parent.width
            text: row.title
        }
        ElidedText {
            width: parent.width
            text: row.subtitle
            font: Theme.captionFont
            color: Theme.textMuted
        }
    }
    Tag {
        id: mark
        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingM
        anchors.verticalCenter: parent.verticalCenter
        visible: row.duplicate
        text: qsTr("There already")
    }
}
