import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// One line of a RadioGroup.
T.RadioButton {
    id: option

    property string helperText: ""

    /// The one that the Tab key stops at in its group; the arrow keys reach the others.
    property bool tabStop: option.checked

    signal chosen

    /// Moves the keyboard here and chooses.
    function take(): void {
        option.forceActiveFocus(Qt.TabFocusReason);
        option.chosen();
    }

    implicitWidth: 240
    implicitHeight: Math.max(Theme.controlHeight, words.implicitHeight + Theme.spacingS)
    focusPolicy: option.tabStop ? Qt.StrongFocus : Qt.ClickFocus
    hoverEnabled: true

    /// What assistive technology asks for, which does not look whether this is enabled.
    function press(): void {
        if (option.enabled)
            option.chosen();
    }

    Accessible.role: Accessible.RadioButton
    Accessible.name: option.text
    Accessible.description: option.helperText
    Accessible.checkable: true
    Accessible.checked: option.checked
    Accessible.onPressAction: option.press()
    Accessible.onToggleAction: option.press()
    onClicked: option.chosen()
    Keys.onReturnPressed: option.chosen()
    Keys.onEnterPressed: option.chosen()

    contentItem: Item {
        Rectangle {
            id: mark
            anchors.left: parent.left
            y: Math.round((Theme.controlHeight - height) / 2)
            width: Math.round(Theme.iconSize * 0.9)
            height: width
            radius: width / 2
            color: option.checked ? Theme.accent : option.hovered ? Theme.hover : Theme.field
            border.width: option.checked ? 0 : Theme.highContrast ? 2 : 1
            border.color: Theme.borderStrong
            Rectangle {
                anchors.centerIn: parent
                visible: option.checked
                width: Math.round(parent.width * 0.4)
                height: width
                radius: width / 2
                color: Theme.accentText
            }
            FocusRing {
                cornerRadius: parent.radius
                shown: option.visualFocus
            }
        }
        Column {
            id: words
            anchors.left: mark.right
            anchors.leftMargin: Theme.spacingS
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            Text {
                width: parent.width
                text: option.text
                font: Theme.bodyFont
                color: option.enabled ? Theme.text : Theme.textDisabled
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                Accessible.ignored: true
            }
            Text {
                width: parent.width
                visible: option.helperText !== ""
                text: option.helperText
                font: Theme.captionFont
                color: Theme.textMuted
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                Accessible.ignored: true
            }
        }
    }
}
