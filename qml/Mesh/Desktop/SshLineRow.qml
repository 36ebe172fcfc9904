import QtQuick
import Mesh.Controls

/// A key of somebody else's or of a computer, which can be taken out.
Item {
    id: row

    required property int index
    required property string title
    required property string detail

    signal removed

    width: parent ? parent.width : implicitWidth
    implicitWidth: 280
    implicitHeight: Math.max(words.implicitHeight, Theme.controlHeight)

    Column {
        id: words
        anchors.left: parent.left
        anchors.right: removeButton.left
        anchors.rightMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter

        ElidedText {
            width: parent.width
            text: row.title
        }
        MutedText {
            width: parent.width
            text: row.detail
            wrapMode: Text.WrapAnywhere
            maximumLineCount: 3
            elide: Text.ElideRight
        }
    }
    IconButton {
        id: removeButton
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        symbol: Icon.Close
        text: qsTr("Remove: %1").arg(row.title)
        toolTip: qsTr("Remove")
        onClicked: row.removed()
    }
}
