import QtQuick
import Mesh.Controls

/// Something that was found about the service or the stored data.
Banner {
    id: row

    required property int index
    required property string area
    required property string whenText

    signal dismissed(row: int)

    required text
    radius: Theme.radiusM
    kind: Tone.Kind.Warning
    closable: true
    onClosed: row.dismissed(row.index)
}
