import QtQuick
import Mesh.Controls

/// The key that a device has in an SSH profile.
Item {
    id: row

    required property string deviceName
    required property bool isThis
    required property string line
    required property string fingerprint
    required property string note

    signal copyRequested(line: string)

    width: parent ? parent.width : implicitWidth
    implicitWidth: 280
    implicitHeight: Math.max(words.implicitHeight, Theme.controlHeight)

    Icon {
        id: picture
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        symbol: Icon.Laptop
        color: row.isThis ? Theme.accentInk : Theme.textMuted
        size: Theme.iconSize
    }
    Column {
        id: words
        anchors.left: picture.right
        anchors.leftMargin: Theme.spacingM
        anchors.right: copyButton.left
        anchors.rightMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacingXs

        ElidedText {
            width: parent.width
            text: row.deviceName
        }
        Tag {
            visible: row.isThis
            text: qsTr("This device")
            kind: Tone.Kind.Info
        }
        MutedText {
            width: parent.width
            text: row.line === "" ? row.note : row.fingerprint
            wrapMode: row.line === "" ? Text.Wrap : Text.WrapAnywhere
        }
    }
    IconButton {
        id: copyButton
        visible: row.line !== ""
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        symbol: Icon.Copy
        text: qsTr("Copy the public key: %1").arg(row.deviceName)
        toolTip: qsTr("Copy the public key")
        onClicked: row.copyRequested(row.line)
    }
}
