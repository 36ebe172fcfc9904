import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// Whose things are shown, at the head of the window: `text` is the whole name, of which `title` and `subtitle` are
/// the parts. Press it to choose another account.
T.AbstractButton {
    id: control

    /// The picture alone, as in a collapsed Sidebar.
    property bool collapsed: false
    property string title: control.text
    property string subtitle: ""
    /// What waits elsewhere; 0 for nothing.
    property int badge: 0
    /// Explains the badge to a screen reader.
    property string badgeText: ""

    implicitWidth: control.collapsed ? Theme.controlHeight : Math.round(180 * Theme.textScale)
    implicitHeight: Math.max(Theme.controlHeight + Theme.spacingXs, control.collapsed ? 0 : words.implicitHeight + Theme.spacingXs * 2)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.ButtonMenu
    Accessible.name: qsTr("Account: %1").arg(control.text)
    Accessible.description: control.badge > 0 ? control.badgeText : ""
    Accessible.onPressAction: {
        if (control.enabled)
            control.clicked();
    }
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    Keys.onDownPressed: control.clicked()

    contentItem: Item {
        Avatar {
            id: picture
            name: control.text
            size: Math.round(Theme.controlHeight * 0.7 / 4) * 4
            x: control.collapsed ? Math.round((parent.width - width) / 2) : control.mirrored ? parent.width - width - Theme.spacingS : Theme.spacingS
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            id: words
            visible: !control.collapsed
            anchors.verticalCenter: parent.verticalCenter
            x: control.mirrored ? chevron.x + chevron.width + Theme.spacingXs + badge.room : picture.x + picture.width + Theme.spacingS
            width: control.mirrored ? picture.x - x - Theme.spacingS : chevron.x - x - Theme.spacingXs - badge.room

            Text {
                width: parent.width
                text: control.title
                font: Theme.strongFont
                color: Theme.text
                elide: Text.ElideRight
                horizontalAlignment: control.mirrored ? Text.AlignRight : Text.AlignLeft
                Accessible.ignored: true
            }
            Text {
                width: parent.width
                visible: control.subtitle !== ""
                text: control.subtitle
                font: Theme.captionFont
                color: Theme.textMuted
                elide: Text.ElideRight
                horizontalAlignment: control.mirrored ? Text.AlignRight : Text.AlignLeft
                Accessible.ignored: true
            }
        }
        Icon {
            id: chevron
            visible: !control.collapsed
            anchors.verticalCenter: parent.verticalCenter
            x: control.mirrored ? Theme.spacingS : parent.width - width - Theme.spacingS
            symbol: Icon.ChevronDown
            size: Math.round(Theme.iconSize * 0.8)
            color: Theme.textMuted
        }
        Badge {
            id: badge
            readonly property int room: badge.visible ? badge.width + Theme.spacingXs : 0
            visible: control.badge > 0
            count: control.badge
            x: control.collapsed ? picture.x + picture.width - Math.round(width / 2) - 2 : control.mirrored ? chevron.x + chevron.width + Theme.spacingXs : chevron.x - width - Theme.spacingXs
            y: control.collapsed ? picture.y - Theme.spacingXs : Math.round((parent.height - height) / 2)
        }
    }
    background: Rectangle {
        radius: Theme.radiusM
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"
    }

    FocusRing {
        anchors.margins: 0
        radius: Theme.radiusM
        shown: control.visualFocus
    }
    HoverTip {
        target: control
        text: control.text
        wanted: control.hovered
    }
}
