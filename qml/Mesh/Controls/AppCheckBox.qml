import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// A box to tick, with or without words. For a box without words set Accessible.name by `label`.
T.CheckBox {
    id: control

    /// What a screen reader says when there is no text.
    property string label: control.text
    /// A circle, for a task that is done.
    property bool round: false

    implicitWidth: control.text === "" ? Theme.controlHeight : words.implicitWidth + indicator.width + Theme.spacingS
    implicitHeight: Theme.controlHeight
    padding: 0
    font: Theme.bodyFont
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.CheckBox
    Accessible.name: control.label
    Accessible.checkable: true
    Accessible.checked: control.checkState === Qt.Checked
    Accessible.onPressAction: control.act()
    Accessible.onToggleAction: control.act()
    Keys.onReturnPressed: control.act()
    Keys.onEnterPressed: control.act()

    function act(): void {
        if (control.enabled) {
            control.toggle();
            control.toggled();
            control.clicked();
        }
    }

    contentItem: Text {
        id: words
        leftPadding: control.mirrored ? 0 : control.indicator.width + Theme.spacingS
        rightPadding: control.mirrored ? control.indicator.width + Theme.spacingS : 0
        text: control.text
        font: control.font
        color: control.enabled ? Theme.text : Theme.textDisabled
        verticalAlignment: Text.AlignVCenter
        horizontalAlignment: control.mirrored ? Text.AlignRight : Text.AlignLeft
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    indicator: Rectangle {
        x: control.text === "" ? Math.round((control.width - width) / 2) : control.mirrored ? control.width - width : 0
        y: Math.round((control.height - height) / 2)
        implicitWidth: Math.round(Theme.iconSize * 0.9)
        implicitHeight: implicitWidth
        radius: control.round ? width / 2 : Theme.radiusS
        color: control.checkState === Qt.Unchecked ? (control.hovered ? Theme.hover : Theme.field) : control.enabled ? Theme.accent : Theme.pressed
        border.width: control.checkState === Qt.Unchecked ? (Theme.highContrast ? 2 : 1) : 0
        border.color: control.enabled ? Theme.borderStrong : Theme.border

        Icon {
            anchors.centerIn: parent
            visible: control.checkState === Qt.Checked
            symbol: Icon.Check
            size: Math.round(parent.width * 0.8)
            color: control.enabled ? Theme.accentText : Theme.textDisabled
        }
        Rectangle {
            anchors.centerIn: parent
            visible: control.checkState === Qt.PartiallyChecked
            width: Math.round(parent.width * 0.5)
            height: 2
            color: Theme.accentText
        }
        FocusRing {
            cornerRadius: parent.radius
            shown: control.visualFocus
        }
    }
}
