import QtQuick
import Mesh.Controls

/// One of a few, all of them seen, each with a word of explanation where needed.
Column {
    id: group

    property string label: ""
    property list<string> options
    /// One explanation per option; may be shorter.
    property list<string> explanations
    property int currentIndex: -1

    /// The person chose; `currentIndex` is set already.
    signal chosen(index: int)

    function choose(index: int): void {
        if (group.currentIndex !== index) {
            group.currentIndex = index;
            group.chosen(index);
        }
    }

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingXs
    Accessible.role: Accessible.Grouping
    Accessible.name: group.label

    Text {
        visible: group.label !== ""
        width: parent.width
        text: group.label
        font: Theme.captionFont
        color: Theme.textMuted
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignLeft
        Accessible.ignored: true
    }
    Repeater {
        id: repeater
        model: group.options.length
        // Bound to this file's ids, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        delegate: RadioOption {
            required property int index
            width: group.width
            text: group.options[index]
            helperText: group.explanations.length > index ? group.explanations[index] : ""
            checked: group.currentIndex === index
            tabStop: checked || (group.currentIndex < 0 && index === 0)
            onChosen: group.choose(index)
            Keys.onDownPressed: (repeater.itemAt(Math.min(index + 1, repeater.count - 1)) as RadioOption).take()
            Keys.onUpPressed: (repeater.itemAt(Math.max(index - 1, 0)) as RadioOption).take()
        }
        // qmllint enable unqualified
    }
}
