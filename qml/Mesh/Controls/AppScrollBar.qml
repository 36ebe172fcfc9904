import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// Thin until it is used. Attach with `T.ScrollBar.vertical: AppScrollBar {}`.
T.ScrollBar {
    id: control

    implicitWidth: control.horizontal ? 40 : 12
    implicitHeight: control.horizontal ? 12 : 40
    padding: 2
    minimumSize: 0.06
    visible: control.policy !== T.ScrollBar.AlwaysOff && control.size < 1.0
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: 8
        implicitHeight: 8
        radius: 4
        color: control.pressed || control.hovered ? Theme.textMuted : Theme.borderStrong
        opacity: control.pressed || control.hovered ? 0.9 : 0.45
    }
}
