import QtQuick
import Mesh.Controls

/// One of two to four, as buttons in a row. Arrow keys move.
FocusScope {
    id: control

    property string label: ""
    property list<string> options
    property int currentIndex: 0

    /// The person chose; `currentIndex` is set already.
    signal chosen(index: int)

    function choose(index: int): void {
        if (control.currentIndex !== index) {
            control.currentIndex = index;
            control.chosen(index);
        }
    }

    implicitWidth: row.implicitWidth + 4
    implicitHeight: Theme.controlHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: control.label

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusM
        color: Theme.surfaceSunken
        border.width: 1
        border.color: Theme.border
    }
    Row {
        id: row
        x: 2
        y: 2
        height: parent.height - 4

        Repeater {
            id: repeater
            model: control.options.length
            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            delegate: SegmentedOption {
                required property int index
                text: control.options[index]
                checked: control.currentIndex === index
                width: control.width > row.implicitWidth + 4 ? (control.width - 4) / control.options.length : implicitWidth
                height: row.height
                onChosen: control.choose(index)
                Keys.onLeftPressed: (repeater.itemAt(Math.max(index - 1, 0)) as SegmentedOption).take()
                Keys.onRightPressed: (repeater.itemAt(Math.min(index + 1, repeater.count - 1)) as SegmentedOption).take()
            }
            // qmllint enable unqualified
        }
    }
}
