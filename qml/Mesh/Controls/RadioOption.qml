import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// One line of a RadioGroup.
T.RadioButton {
    id: option

    property string helperText: ""

    signal chosen

    /// Moves the keyboard here and chooses.
    function take(): void {
        option.forceActiveFocus(Qt.TabFocusReason);
        option.chosen();
    }

    implicitWidth: 240
    implicitHeight: Math.max(Theme.controlHeight, words.implicitHeight + Theme.spacingS)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.RadioButton
    Accessible.name: option.text
    Accessible.description: option.helperText
    Accessible.checkable: true
    Accessible.checked: option.checked
    Accessible.onPressAction: option.chosen()
    Accessible.onToggleAction: option.chosen()
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
