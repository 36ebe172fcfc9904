import QtQuick
import Mesh.Controls

/// An entry of a catalog in its list, with marks for what waits to be sent and for conflicts.
ListRow {
    id: row

    required property bool pending
    required property bool conflicted

    required title
    required subtitle

    trailing: [
        Tag {
            visible: row.conflicted
            text: qsTr("Conflict")
            kind: Tone.Kind.Warning
            symbol: Icon.Conflict
        },
        Icon {
            visible: row.pending && !row.conflicted
            symbol: Icon.Upload
            color: Theme.textMuted
            size: Math.round(Theme.iconSize * 0.7)
        }
    ]
}
