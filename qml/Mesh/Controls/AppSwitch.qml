import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// On or off, at once: words at the start, the switch at the end of the row. For settings.
T.Switch {
    id: control

    property string helperText: ""

    width: parent ? parent.width : implicitWidth
    implicitWidth: 280
    implicitHeight: Math.max(Theme.controlHeight, words.implicitHeight + Theme.spacingS)
    font: Theme.bodyFont
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.CheckBox
    Accessible.name: control.text
    Accessible.description: control.helperText
    Accessible.checkable: true
    Accessible.checked: control.checked
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

    contentItem: Item {
        Column {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            width: parent.width - control.indicator.width - Theme.spacingL

            Text {
                width: parent.width
                text: control.text
                font: control.font
                color: control.enabled ? Theme.text : Theme.textDisabled
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                Accessible.ignored: true
            }
            Text {
                width: parent.width
                visible: control.helperText !== ""
                text: control.helperText
                font: Theme.captionFont
                color: Theme.textMuted
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                Accessible.ignored: true
            }
        }
    }
    indicator: Rectangle {
        x: control.mirrored ? 0 : control.width - width
        y: Math.round((control.height - height) / 2)
        implicitHeight: Math.round(Theme.iconSize * 1.1 / 2) * 2
        implicitWidth: Math.round(height * 1.8)
        radius: height / 2
        color: !control.enabled ? Theme.pressed : control.checked ? (control.hovered ? Theme.accentHover : Theme.accent) : Theme.field
        border.width: control.checked && control.enabled ? 0 : Theme.highContrast ? 2 : 1
        border.color: control.enabled ? Theme.borderStrong : Theme.border

        Rectangle {
            readonly property int gap: 3
            readonly property bool atEnd: control.checked !== control.mirrored
            x: atEnd ? parent.width - width - gap : gap
            y: gap
            width: parent.height - gap * 2
            height: width
            radius: width / 2
            color: control.checked && control.enabled ? Theme.accentText : control.enabled ? Theme.textMuted : Theme.textDisabled
            Behavior on x {
                NumberAnimation {
                    duration: Theme.durationShort
                }
            }
        }
        FocusRing {
            cornerRadius: parent.radius
            shown: control.visualFocus
        }
    }
}
