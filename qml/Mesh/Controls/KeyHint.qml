import QtQuick
import Mesh.Controls

/// The keys of a shortcut, drawn as keys: "Ctrl+F".
Row {
    id: hint

    required property string keys
    readonly property list<string> caps: hint.keys.split("+")

    spacing: Theme.spacingXs
    Accessible.role: Accessible.StaticText
    Accessible.name: hint.keys

    Repeater {
        model: hint.caps.length
        // Bound to this file's ids, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        delegate: Rectangle {
            id: cap
            required property int index
            implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.spacingS)
            implicitHeight: Math.round(Theme.captionFont.pixelSize * 1.7)
            radius: Theme.radiusS
            color: Theme.surfaceRaised
            border.width: 1
            border.color: Theme.border
            Text {
                id: label
                anchors.centerIn: parent
                text: hint.caps[cap.index]
                font: Theme.captionFont
                color: Theme.textMuted
                Accessible.ignored: true
            }
        }
        // qmllint enable unqualified
    }
}
