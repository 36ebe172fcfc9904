import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// One line of a Choice.
T.ItemDelegate {
    id: item

    property bool current: false

    signal chosen

    implicitWidth: 160
    implicitHeight: Theme.controlHeight
    hoverEnabled: true
    font: Theme.bodyFont

    Accessible.role: Accessible.ListItem
    Accessible.name: item.text
    Accessible.selectable: true
    Accessible.selected: item.current
    Accessible.onPressAction: {
        if (item.enabled)
            item.chosen();
    }

    contentItem: Item {
        ElidedText {
            x: Theme.spacingS
            width: parent.width - Theme.iconSize - Theme.spacingS * 3
            anchors.verticalCenter: parent.verticalCenter
            text: item.text
            font: item.current ? Theme.strongFont : Theme.bodyFont
            Accessible.ignored: true
        }
        Icon {
            visible: item.current
            anchors.right: parent.right
            anchors.rightMargin: Theme.spacingS
            anchors.verticalCenter: parent.verticalCenter
            symbol: Icon.Check
            color: Theme.accentInk
            size: Math.round(Theme.iconSize * 0.8)
        }
    }
    background: Rectangle {
        radius: Theme.radiusS
        color: item.highlighted || item.hovered ? Theme.hover : "transparent"
        border.width: item.highlighted && Theme.highContrast ? 2 : 0
        border.color: Theme.focus
    }
}
