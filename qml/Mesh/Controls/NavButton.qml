import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// One entry of the Sidebar or of the bottom bar.
T.TabButton {
    id: control

    property int symbol: Icon.None
    property int badge: 0
    property bool current: false
    property bool wordsShown: true
    /// Symbol above the word, as in a bottom bar.
    property bool upright: false
    /// What its word needs in a bar at the bottom.
    readonly property real wordWidth: words.implicitWidth + Theme.spacingXs

    implicitHeight: control.upright ? Theme.controlHeight + Theme.spacingL + Theme.spacingXs : Theme.controlHeight + Theme.spacingXs
    implicitWidth: Theme.controlHeight + Theme.spacingXs
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.PageTab
    Accessible.name: control.text
    Accessible.description: control.badge > 0 ? qsTr("%n waiting", "", control.badge) : ""
    Accessible.selectable: true
    Accessible.selected: control.current
    Accessible.onPressAction: {
        if (control.enabled)
            control.clicked();
    }
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        Icon {
            id: symbol
            x: control.upright || !control.wordsShown ? Math.round((parent.width - width) / 2) : control.mirrored ? parent.width - width - Theme.spacingM : Theme.spacingM
            y: control.upright ? Theme.spacingXs + 2 : Math.round((parent.height - height) / 2)
            symbol: control.symbol
            size: Theme.iconSize
            color: control.current ? Theme.accentInk : Theme.textMuted
        }
        Text {
            id: words
            visible: control.wordsShown
            x: control.upright ? 2 : control.mirrored ? Theme.spacingM : symbol.x + symbol.width + Theme.spacingM
            y: control.upright ? symbol.y + symbol.height + 2 : Math.round((parent.height - height) / 2)
            width: control.upright ? parent.width - 4 : control.mirrored ? symbol.x - x - Theme.spacingM : parent.width - x - (badge.visible ? badge.width + Theme.spacingM : Theme.spacingXs)
            text: control.text
            font: control.upright ? Theme.captionFont : control.current ? Theme.strongFont : Theme.bodyFont
            color: control.current ? (control.upright ? Theme.accentInk : Theme.text) : control.upright ? Theme.textMuted : Theme.text
            elide: Text.ElideRight
            horizontalAlignment: control.upright ? Text.AlignHCenter : control.mirrored ? Text.AlignRight : Text.AlignLeft
            Accessible.ignored: true
        }
        Badge {
            id: badge
            visible: control.badge > 0
            count: control.badge
            x: control.upright || !control.wordsShown ? symbol.x + symbol.width - Theme.spacingXs - 2 : control.mirrored ? Theme.spacingS : parent.width - width - Theme.spacingS
            y: control.upright || !control.wordsShown ? Math.max(2 - parent.y, symbol.y - height / 2) : Math.round((parent.height - height) / 2)
        }
    }
    background: Rectangle {
        radius: Theme.radiusM
        color: control.current && !control.upright ? Theme.selection : control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"
        border.width: Theme.highContrast && control.current ? 2 : 0
        border.color: Theme.accentInk
    }

    FocusRing {
        anchors.margins: 0
        radius: Theme.radiusM
        shown: control.visualFocus
    }
    HoverTip {
        target: control
        text: control.text
        wanted: control.hovered && !control.wordsShown
    }
}
