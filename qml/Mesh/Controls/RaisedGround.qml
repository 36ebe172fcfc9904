import QtQuick
import Mesh.Controls

/// The surface of what floats: menu, popup, dialog. The shadow is drawn in steps, since blurred effects are
/// missing with the software renderer.
Rectangle {
    id: ground

    radius: Theme.radiusL
    color: Theme.surfaceRaised
    border.width: 1
    border.color: Theme.border

    Repeater {
        model: 4
        // Bound to this file's ids, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        delegate: Rectangle {
            required property int index
            anchors.fill: parent
            anchors.margins: -(index + 1) * 2
            anchors.topMargin: -index
            radius: ground.radius + (index + 1) * 2
            color: "transparent"
            border.width: 2
            border.color: Qt.alpha(Theme.shadow, Theme.shadow.a * (4 - index) / 8)
            z: -1
        }
        // qmllint enable unqualified
    }
}
