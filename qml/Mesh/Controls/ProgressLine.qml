import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// How far something is, 0 to 1, or that it goes on (`indeterminate`). Says it in words below when `text` is set.
T.ProgressBar {
    id: control

    property string text: ""

    width: parent ? parent.width : implicitWidth
    implicitWidth: 200
    implicitHeight: 6 + (control.text !== "" ? Math.round(Theme.captionFont.pixelSize * 1.4) + Theme.spacingXs : 0)

    Accessible.role: Accessible.ProgressBar
    Accessible.name: control.text !== "" ? control.text : qsTr("Progress")

    contentItem: Item {
        Rectangle {
            id: ground
            width: parent.width
            height: 6
            radius: 3
            color: Theme.pressed
            border.width: Theme.highContrast ? 1 : 0
            border.color: Theme.border
            clip: true

            Rectangle {
                id: bar
                height: parent.height
                radius: 3
                color: Theme.accent
                visible: !control.indeterminate
                width: parent.width * control.position
                x: control.mirrored ? parent.width - width : 0
            }
            Rectangle {
                id: runner
                height: parent.height
                radius: 3
                color: Theme.accent
                visible: control.indeterminate
                width: parent.width * 0.3
            }
            NumberAnimation {
                target: runner
                property: "x"
                from: -ground.width * 0.3
                to: ground.width
                duration: 1400
                loops: Animation.Infinite
                running: control.indeterminate && control.visible && !Theme.reducedMotion
            }
        }
        Text {
            id: label
            visible: control.text !== ""
            y: ground.height + Theme.spacingXs
            width: parent.width
            text: control.text
            font: Theme.captionFont
            color: Theme.textMuted
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
    }
}
