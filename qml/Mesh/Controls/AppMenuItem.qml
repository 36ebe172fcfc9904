import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// A line of an AppMenu.
T.MenuItem {
    id: control

    property int symbol: Icon.None
    property bool destructive: false
    /// Written at the end, such as "Ctrl+N".
    property string shortcutText: ""
    readonly property color ink: !control.enabled ? Theme.textDisabled : control.destructive ? Theme.dangerInk : Theme.text

    readonly property int symbolRoom: symbol.visible ? symbol.width + content.spacing : 0

    implicitWidth: control.symbolRoom + label.implicitWidth + (hint.visible ? content.spacing + hint.implicitWidth : 0) + Theme.spacingM * 2
    implicitHeight: Theme.controlHeight
    font: Theme.bodyFont
    hoverEnabled: true

    Accessible.role: Accessible.MenuItem
    Accessible.name: control.text
    Accessible.onPressAction: {
        if (!control.enabled)
            return;
        control.triggered();
        if (control.menu)
            control.menu.dismiss();
    }

    contentItem: Item {
        Row {
            id: content
            readonly property int room: Math.max(0, parent.width - Theme.spacingS * 2 - control.symbolRoom)
            anchors.verticalCenter: parent.verticalCenter
            x: control.mirrored ? parent.width - width - Theme.spacingS : Theme.spacingS
            spacing: Theme.spacingM
            layoutDirection: control.mirrored ? Qt.RightToLeft : Qt.LeftToRight

            Icon {
                id: symbol
                anchors.verticalCenter: parent.verticalCenter
                visible: control.symbol !== Icon.None || control.checkable
                symbol: control.checkable ? (control.checked ? Icon.Check : Icon.None) : control.symbol
                color: control.destructive ? control.ink : Theme.textMuted
                size: Theme.iconSize
            }
            Text {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                // gives way where the menu is narrower than it wants to be
                width: Math.min(implicitWidth, content.room - (hint.visible ? hint.width + content.spacing : 0))
                elide: Text.ElideRight
                text: control.text
                font: control.font
                color: control.ink
                Accessible.ignored: true
            }
            Text {
                id: hint
                anchors.verticalCenter: parent.verticalCenter
                visible: control.shortcutText !== ""
                width: Math.min(implicitWidth, Math.max(content.room - label.implicitWidth - content.spacing, Math.round(content.room / 2)))
                elide: Text.ElideRight
                text: control.shortcutText
                font: Theme.captionFont
                color: Theme.textMuted
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusS
        color: control.highlighted || control.hovered ? Theme.hover : "transparent"
        border.width: control.highlighted && Theme.highContrast ? 2 : 0
        border.color: Theme.focus
    }
}
