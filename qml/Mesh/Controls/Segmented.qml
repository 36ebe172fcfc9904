import QtQuick
import Mesh.Controls

/// One of two to four, as buttons in a row, or below each other where the row has no room. Arrow keys move.
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

    /// Width of the options side by side.
    property real rowWidth: 0
    readonly property Item room: control.parent as Column
    readonly property bool stacked: control.width > 0 && control.width < control.rowWidth + 4

    function measure(): void {
        let sum = 0;
        for (let i = 0; i < repeater.count; ++i)
            sum += (repeater.itemAt(i) as SegmentedOption)?.implicitWidth ?? 0;
        control.rowWidth = sum;
    }
    function step(index: int, by: int): void {
        (repeater.itemAt(Math.max(0, Math.min(index + by, repeater.count - 1))) as SegmentedOption).take();
    }

    implicitWidth: control.rowWidth + 4
    implicitHeight: control.stacked ? (Theme.controlHeight - 4) * control.options.length + 4 : Theme.controlHeight
    width: control.room && control.room.width > 0 ? Math.min(control.implicitWidth, control.room.width) : control.implicitWidth
    Accessible.role: Accessible.Grouping
    Accessible.name: control.label

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusM
        color: Theme.surfaceSunken
        border.width: 1
        border.color: Theme.border
    }
    Grid {
        id: row
        x: 2
        y: 2
        columns: control.stacked ? 1 : Math.max(1, control.options.length)

        Repeater {
            id: repeater
            model: control.options.length
            onCountChanged: control.measure()
            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            delegate: SegmentedOption {
                required property int index
                text: control.options[index]
                checked: control.currentIndex === index
                tabStop: checked || (control.currentIndex < 0 && index === 0)
                width: control.stacked ? control.width - 4 : control.width > control.rowWidth + 4 ? (control.width - 4) / control.options.length : implicitWidth
                height: Theme.controlHeight - 4
                onImplicitWidthChanged: control.measure()
                onChosen: control.choose(index)
                Keys.onLeftPressed: control.step(index, control.LayoutMirroring.enabled ? 1 : -1)
                Keys.onRightPressed: control.step(index, control.LayoutMirroring.enabled ? -1 : 1)
                Keys.onUpPressed: control.step(index, -1)
                Keys.onDownPressed: control.step(index, 1)
            }
            // qmllint enable unqualified
        }
    }
}
