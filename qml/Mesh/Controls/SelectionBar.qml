import QtQuick
import Mesh.Controls

/// What can be done with several chosen rows; takes the place of a page's header or lies below the list.
Rectangle {
    id: bar

    required property int count
    default property alias actions: row.data

    /// Choose nothing any more.
    signal cleared

    width: parent ? parent.width : implicitWidth
    implicitWidth: 320
    implicitHeight: Theme.controlHeight + Theme.spacingM * 2
    color: Theme.selection
    visible: bar.count > 1
    Accessible.role: Accessible.ToolBar
    Accessible.name: label.text

    IconButton {
        id: closeButton
        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter
        symbol: Icon.Close
        text: qsTr("Choose none")
        ink: Theme.text
        onClicked: bar.cleared()
    }
    ElidedText {
        id: label
        anchors.left: closeButton.right
        anchors.leftMargin: Theme.spacingXs
        anchors.right: row.left
        anchors.rightMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("%n chosen", "", bar.count)
        font: Theme.strongFont
    }
    Row {
        id: row
        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingM
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacingXs
    }
}
