import QtQuick
import Mesh.Controls

/// A button with a symbol only. `text` is required: it is the tool tip and what a screen reader says.
ButtonBase {
    id: control

    required symbol
    required text
    property color ink: Theme.textMuted

    toolTip: control.text
    Accessible.description: ""

    implicitWidth: Theme.controlHeight
    implicitHeight: Theme.controlHeight
    padding: 0

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            visible: !control.busy
            symbol: control.symbol
            size: Theme.iconSize
            mirrored: control.mirrored
            color: {
                if (!control.enabled)
                    return Theme.textDisabled;
                return control.checked ? Theme.accentInk : control.hovered ? Theme.text : control.ink;
            }
        }
        BusyMark {
            anchors.centerIn: parent
            running: control.busy
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radiusM
        color: control.down ? Theme.pressed : control.hovered && control.enabled ? Theme.hover : control.checked ? Theme.accentSurface : "transparent"
    }
}
