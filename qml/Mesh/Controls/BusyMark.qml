import QtQuick
import Mesh.Controls

/// A turning arc: something is being done. With reduced motion it stands still and stays visible.
Item {
    id: mark

    property bool running: true
    property color color: Theme.accentInk
    property int size: Theme.iconSize

    implicitWidth: mark.size
    implicitHeight: mark.size
    visible: mark.running

    Accessible.role: Accessible.Animation
    Accessible.name: qsTr("Working…")

    Icon {
        id: arc
        anchors.fill: parent
        symbol: Icon.Busy
        color: mark.color
    }
    RotationAnimator {
        target: arc
        from: 0
        to: 360
        duration: 1000
        loops: Animation.Infinite
        running: mark.running && mark.visible && !Theme.reducedMotion
    }
}
