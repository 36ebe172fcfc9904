import QtQuick
import Mesh.Controls

/// A button on a Toast: words, or a symbol alone.
ButtonBase {
    id: control

    implicitHeight: Theme.controlHeight - Theme.spacingXs
    implicitWidth: control.symbol === Icon.None ? label.implicitWidth + Theme.spacingM * 2 : implicitHeight
    contentItem: Item {
        Text {
            id: label
            anchors.centerIn: parent
            visible: control.symbol === Icon.None
            text: control.text
            font: Theme.strongFont
            color: Theme.tipText
            Accessible.ignored: true
        }
        Icon {
            anchors.centerIn: parent
            symbol: control.symbol
            color: Theme.tipText
            size: Theme.iconSize
        }
    }
    background: Rectangle {
        radius: Theme.radiusS
        color: Qt.alpha(Theme.tipText, control.down ? 0.28 : control.hovered ? 0.18 : 0.0)
        border.width: control.symbol === Icon.None ? 1 : 0
        border.color: Qt.alpha(Theme.tipText, 0.45)
    }
}
