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

    implicitWidth: content.implicitWidth + Theme.spacingM * 2
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
            anchors.verticalCenter: parent.verticalCenter
            x: control.mirrored ? parent.width - width - Theme.spacingS : Theme.spacingS
            spacing: Theme.spacingM
            layoutDirection: control.mirrored ? Qt.RightToLeft : Qt.LeftToRight

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: control.symbol !== Icon.None || control.checkable
                symbol: control.checkable ? (control.checked ? Icon.Check : Icon.None) : control.symbol
                color: control.destructive ? control.ink : Theme.textMuted
                size: Theme.iconSize
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: control.text
                font: control.font
                color: control.ink
                Accessible.ignored: true
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                visible: control.shortcutText !== ""
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
