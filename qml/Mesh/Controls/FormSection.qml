import QtQuick
import Mesh.Controls

/// A titled group of fields, one below the other over the whole width. Put fields that belong together side by
/// side with FormRow.
Column {
    id: section

    property string title: ""
    property string text: ""
    default property alias fields: column.data

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingM

    Heading {
        width: parent.width
        visible: section.title !== ""
        text: section.title
    }
    MutedText {
        width: parent.width
        visible: section.text !== ""
        text: section.text
    }
    Column {
        id: column
        width: parent.width
        spacing: Theme.spacingM

        // Fields take the whole width unless they say otherwise.
        onChildrenChanged: {
            for (let i = 0; i < children.length; ++i) {
                const field = children[i] as FieldFrame;
                if (field)
                    field.width = Qt.binding(() => column.width);
            }
        }
    }
}
