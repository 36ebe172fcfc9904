import QtQuick
import Mesh.Controls

/// A label and its value, to be read and copied. Hidden while there is no value, unless `showEmpty`.
Item {
    id: field

    required property string label
    required property string text
    property int symbol: Icon.None
    property bool copyable: true
    property bool showEmpty: false
    /// Fixed-width letters.
    property bool code: false
    /// Offers to open the value; the page does it.
    property bool openable: false
    property string openText: qsTr("Open")

    /// The value should go to the clipboard; the page does it and says so.
    signal copyRequested
    signal openRequested

    width: parent ? parent.width : implicitWidth
    implicitWidth: 280
    implicitHeight: Math.max(words.implicitHeight, Theme.controlHeight)
    visible: field.showEmpty || field.text !== ""

    Icon {
        id: icon
        visible: field.symbol !== Icon.None
        symbol: field.symbol
        color: Theme.textMuted
        size: Theme.iconSize
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: words
        anchors.left: icon.visible ? icon.right : parent.left
        anchors.leftMargin: icon.visible ? Theme.spacingM : 0
        anchors.right: buttons.left
        anchors.rightMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter

        Text {
            width: parent.width
            text: field.label
            font: Theme.captionFont
            color: Theme.textMuted
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
        Text {
            id: value
            width: parent.width
            text: field.text === "" ? "–" : field.text
            font: field.code ? Theme.codeFont : Theme.bodyFont
            color: Theme.text
            wrapMode: Text.Wrap
            maximumLineCount: 6
            elide: Text.ElideRight
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignLeft
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1: %2").arg(field.label).arg(field.text)
        }
    }
    Row {
        id: buttons
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        IconButton {
            visible: field.openable && field.text !== ""
            symbol: Icon.External
            text: qsTr("%1: %2").arg(field.openText).arg(field.label)
            toolTip: field.openText
            onClicked: field.openRequested()
        }
        IconButton {
            visible: field.copyable && field.text !== ""
            symbol: Icon.Copy
            text: qsTr("Copy: %1").arg(field.label)
            toolTip: qsTr("Copy")
            onClicked: field.copyRequested()
        }
    }
}
