import QtQuick
import Mesh.Controls

/// Where the person is on a short way of steps: filled dots and "Step 2 of 3".
Row {
    id: indicator

    required property int count
    /// From 0.
    required property int currentStep

    spacing: Theme.spacingS
    Accessible.role: Accessible.StaticText
    Accessible.name: label.text

    Repeater {
        model: indicator.count
        // Bound to this file's ids, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        delegate: Rectangle {
            required property int index
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            width: index === indicator.currentStep ? 20 : 8
            height: 8
            radius: 4
            color: index <= indicator.currentStep ? Theme.accent : Theme.pressed
            border.width: index <= indicator.currentStep ? 0 : 1
            border.color: Theme.borderStrong
        }
        // qmllint enable unqualified
    }
    Text {
        id: label
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Step %1 of %2").arg(indicator.currentStep + 1).arg(indicator.count)
        font: Theme.captionFont
        color: Theme.textMuted
        Accessible.ignored: true
    }
}
