import QtQuick
import QtQuick.Templates as T
import Mesh.App
import Mesh.Controls

/// A link of the chain of trust as a node of the graph.
T.AbstractButton {
    id: node

    required property int index
    required property string linkId
    required property string title
    required property string typeName
    required property string owner
    required property int standing
    required property string relations
    required property point place
    /// The one that the Tab key stops at; the arrow keys reach the others.
    required property bool tabStop
    /// How large it is shown: it begins and ends with whole pixels, so that no side of it is lost.
    required property real zoom
    readonly property real line: Math.max(1, 1 / node.zoom)
    readonly property bool marked: node.standing === TrustModel.Bad || node.hovered || node.visualFocus

    x: Math.round(node.place.x * Theme.textScale * node.zoom) / node.zoom
    y: Math.round(node.place.y * Theme.textScale * node.zoom) / node.zoom
    focusPolicy: node.tabStop ? Qt.StrongFocus : Qt.ClickFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: node.title
    Accessible.description: qsTr("%1. %2").arg(node.typeName).arg(node.relations)
    Accessible.onPressAction: {
        if (node.enabled)
            node.clicked();
    }
    Keys.onReturnPressed: node.clicked()
    Keys.onEnterPressed: node.clicked()

    Tone {
        id: tone
        kind: node.standing === TrustModel.Bad ? Tone.Kind.Danger : node.standing === TrustModel.Limited ? Tone.Kind.Warning : node.standing === TrustModel.Good ? Tone.Kind.Success : Tone.Kind.Neutral
    }
    contentItem: Item {
        Icon {
            id: picture
            x: Theme.spacingM
            y: words.y
            symbol: node.standing === TrustModel.Sealed ? Icon.Lock : tone.symbol
            color: tone.ink
            size: Theme.iconSize
        }
        Column {
            id: words
            anchors.left: picture.right
            anchors.leftMargin: Theme.spacingS
            anchors.right: parent.right
            anchors.rightMargin: Theme.spacingS
            anchors.verticalCenter: parent.verticalCenter

            ElidedText {
                width: parent.width
                text: node.title
                font: Theme.strongFont
                wrapMode: Text.Wrap
                maximumLineCount: node.owner === "" ? 3 : 2
                lineHeight: 0.95
                Accessible.ignored: true
            }
            ElidedText {
                width: parent.width
                visible: node.owner !== ""
                text: node.owner
                font: Theme.captionFont
                color: Theme.text
                Accessible.ignored: true
            }
            ElidedText {
                width: parent.width
                text: node.typeName
                font: Theme.captionFont
                color: Theme.textMuted
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusM
        color: node.standing === TrustModel.Bad ? Theme.dangerInk : node.marked ? Theme.accentInk : Theme.borderStrong
        Rectangle {
            anchors.fill: parent
            anchors.margins: node.line * (node.marked ? 2 : 1)
            radius: Theme.radiusM - anchors.margins
            color: node.down ? Theme.pressed : Theme.surfaceRaised
        }
        FocusRing {
            cornerRadius: Theme.radiusM
            shown: node.visualFocus
        }
    }
}
