import QtQuick
import QtQuick.Templates as T
import Mesh.App
import Mesh.Controls

/// A link of the chain of trust, set in below the one it belongs to.
T.AbstractButton {
    id: row

    required property string linkId
    required property string title
    required property string detail
    required property int depth
    required property int standing

    signal looked(linkId: string)

    readonly property int step: Theme.iconSize + Theme.spacingS

    width: parent ? parent.width : implicitWidth
    implicitWidth: 320
    implicitHeight: words.implicitHeight + Theme.spacingS * 2
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: row.title
    Accessible.description: row.detail
    Accessible.onPressAction: {
        if (row.enabled)
            row.clicked();
    }
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()
    onClicked: row.looked(row.linkId)

    contentItem: Item {
        // Bound to this file's ids, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        Repeater {
            model: row.depth
            delegate: Rectangle {
                required property int index

                x: {
                    const place = Theme.spacingS + row.step * index + Math.round(Theme.iconSize / 2);
                    return row.mirrored ? row.width - place : place;
                }
                width: 1
                height: row.height
                color: Theme.borderStrong
            }
        }
        // qmllint enable unqualified
        Tone {
            id: tone
            kind: row.standing === TrustModel.Bad ? Tone.Kind.Danger : row.standing === TrustModel.Limited ? Tone.Kind.Warning : row.standing === TrustModel.Good ? Tone.Kind.Success : Tone.Kind.Neutral
        }
        Icon {
            id: picture
            anchors.left: parent.left
            anchors.leftMargin: Theme.spacingS + row.step * row.depth
            anchors.verticalCenter: parent.verticalCenter
            symbol: row.standing === TrustModel.Sealed ? Icon.Lock : tone.symbol
            color: tone.ink
            size: Theme.iconSize
        }
        Column {
            id: words
            anchors.left: picture.right
            anchors.leftMargin: Theme.spacingS
            anchors.right: arrow.left
            anchors.rightMargin: Theme.spacingS
            anchors.verticalCenter: parent.verticalCenter

            Text {
                width: parent.width
                text: row.title
                font: row.depth === 0 ? Theme.strongFont : Theme.bodyFont
                color: Theme.text
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                horizontalAlignment: Text.AlignLeft
                Accessible.ignored: true
            }
            Text {
                width: parent.width
                text: row.detail
                font: Theme.captionFont
                color: row.standing === TrustModel.Bad ? Theme.dangerInk : Theme.textMuted
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                horizontalAlignment: Text.AlignLeft
                Accessible.ignored: true
            }
        }
        Icon {
            id: arrow
            anchors.right: parent.right
            anchors.rightMargin: Theme.spacingS
            anchors.verticalCenter: parent.verticalCenter
            symbol: Icon.ChevronRight
            mirrored: row.mirrored
            color: Theme.textMuted
            size: Theme.iconSize
        }
    }
    background: Rectangle {
        radius: Theme.radiusM
        color: row.down ? Theme.pressed : row.hovered ? Theme.hover : "transparent"
        FocusRing {
            cornerRadius: Theme.radiusM
            shown: row.visualFocus
        }
    }
}
