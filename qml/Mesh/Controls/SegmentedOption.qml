import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// One button of Segmented.
T.RadioButton {
    id: option

    signal chosen

    function take(): void {
        option.forceActiveFocus(Qt.TabFocusReason);
        option.chosen();
    }

    implicitWidth: label.implicitWidth + Theme.spacingM * 2
    implicitHeight: Theme.controlHeight - 4
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.RadioButton
    Accessible.name: option.text
    Accessible.checkable: true
    Accessible.checked: option.checked
    Accessible.onPressAction: option.chosen()
    Accessible.onToggleAction: option.chosen()
    onClicked: option.chosen()
    Keys.onReturnPressed: option.chosen()
    Keys.onEnterPressed: option.chosen()

    contentItem: Text {
        id: label
        text: option.text
        font: option.checked ? Theme.strongFont : Theme.bodyFont
        color: option.checked ? Theme.text : Theme.textMuted
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Theme.radiusS
        color: option.checked ? Theme.surfaceRaised : option.hovered ? Theme.hover : "transparent"
        border.width: option.checked ? (Theme.highContrast ? 2 : 1) : 0
        border.color: Theme.highContrast ? Theme.accentInk : Theme.borderStrong
        FocusRing {
            anchors.margins: 0
            radius: Theme.radiusS
            shown: option.visualFocus
        }
    }
}
