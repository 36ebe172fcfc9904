import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// One button of Segmented.
T.RadioButton {
    id: option

    /// The one that the Tab key stops at in its group; the arrow keys reach the others.
    property bool tabStop: option.checked

    signal chosen

    function take(): void {
        option.forceActiveFocus(Qt.TabFocusReason);
        option.chosen();
    }

    // As wide as its words are when they are chosen, so that nothing moves with the choice.
    implicitWidth: Math.ceil(strongWords.width) + Theme.spacingM * 2 + 2
    implicitHeight: Theme.controlHeight - 4
    focusPolicy: option.tabStop ? Qt.StrongFocus : Qt.ClickFocus
    hoverEnabled: true

    /// What assistive technology asks for, which does not look whether this is enabled.
    function press(): void {
        if (option.enabled)
            option.chosen();
    }

    Accessible.role: Accessible.RadioButton
    Accessible.name: option.text
    Accessible.checkable: true
    Accessible.checked: option.checked
    Accessible.onPressAction: option.press()
    Accessible.onToggleAction: option.press()
    onClicked: option.chosen()
    Keys.onReturnPressed: option.chosen()
    Keys.onEnterPressed: option.chosen()

    readonly property TextMetrics metrics: TextMetrics {
        id: strongWords
        font: Theme.strongFont
        text: option.text
    }
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
