import QtQuick
import Mesh.Controls

/// The ring around the control that has the keyboard. Place it inside of the control and bind `shown`.
Rectangle {
    id: ring

    required property bool shown
    property real cornerRadius: Theme.radiusM

    anchors.fill: parent
    anchors.margins: -3
    radius: ring.cornerRadius + 3
    color: "transparent"
    border.width: 2
    border.color: Theme.focus
    visible: ring.shown
    z: 1
}
