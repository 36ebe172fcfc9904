import QtQuick
import Mesh.Controls

/// A catalog, and whether it outlives the person.
Column {
    id: row

    required property string catalog
    required property string title
    required property string text
    required property bool diesWithMe

    /// The person chose otherwise than it is.
    signal chosen(catalog: string, title: string, diesWithMe: bool)

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingXs

    ElidedText {
        width: parent.width
        text: row.title
        font: Theme.strongFont
    }
    MutedText {
        width: parent.width
        text: row.text
    }
    Segmented {
        id: choice
        label: row.title
        options: [qsTr("Survives me"), qsTr("Dies with me")]
        onChosen: index => {
            row.chosen(row.catalog, row.title, index === 1);
            // What it shows is what is, until it is done.
            choice.currentIndex = row.diesWithMe ? 1 : 0;
        }
        Binding on currentIndex {
            value: row.diesWithMe ? 1 : 0
        }
    }
}
