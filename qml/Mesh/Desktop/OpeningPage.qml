import QtQuick
import Mesh.App
import Mesh.Controls

/// While the data folder is opened.
Rectangle {
    color: Theme.surface

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.spacingXl * 2, 320 * Theme.textScale)
        spacing: Theme.spacingL

        BusyMark {
            anchors.horizontalCenter: parent.horizontalCenter
        }
        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.textMuted
            text: Session.busyText === "" ? qsTr("Opening…") : Session.busyText
        }
        MutedText {
            width: parent.width
            visible: Session.busyNote !== ""
            horizontalAlignment: Text.AlignHCenter
            text: Session.busyNote
        }
    }
}
