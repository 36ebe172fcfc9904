import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// A large choice between ways on: symbol, title, a sentence. For the welcome page and the like.
T.AbstractButton {
    id: control

    property int symbol: Icon.None
    property string helperText: ""

    width: parent ? parent.width : implicitWidth
    implicitWidth: 320
    implicitHeight: Math.max(words.implicitHeight, disc.height) + Theme.spacingL * 2
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: control.text
    Accessible.description: control.helperText
    Accessible.onPressAction: {
        if (control.enabled)
            control.clicked();
    }
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        Rectangle {
            id: disc
            anchors.left: parent.left
            anchors.leftMargin: Theme.spacingL
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.iconSize * 2 + Theme.spacingXs
            height: width
            radius: width / 2
            color: Theme.accentSurface
            Icon {
                anchors.centerIn: parent
                symbol: control.symbol
                color: control.enabled ? Theme.accentInk : Theme.textDisabled
                size: Math.round(Theme.iconSize * 1.2)
            }
        }
        Column {
            id: words
            anchors.left: disc.right
            anchors.leftMargin: Theme.spacingL
            anchors.right: arrow.left
            anchors.rightMargin: Theme.spacingM
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            Text {
                width: parent.width
                text: control.text
                font: Theme.strongFont
                color: control.enabled ? Theme.text : Theme.textDisabled
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                Accessible.ignored: true
            }
            Text {
                width: parent.width
                visible: control.helperText !== ""
                text: control.helperText
                font: Theme.bodyFont
                color: control.enabled ? Theme.textMuted : Theme.textDisabled
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                Accessible.ignored: true
            }
        }
        Icon {
            id: arrow
            anchors.right: parent.right
            anchors.rightMargin: Theme.spacingL
            anchors.verticalCenter: parent.verticalCenter
            symbol: Icon.ChevronRight
            mirrored: control.mirrored
            color: Theme.textMuted
            size: Theme.iconSize
        }
    }
    background: Rectangle {
        radius: Theme.radiusL
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : Theme.surfaceRaised
        border.width: 1
        border.color: control.hovered ? Theme.borderStrong : Theme.border
        FocusRing {
            cornerRadius: Theme.radiusL
            shown: control.visualFocus
        }
    }
}
