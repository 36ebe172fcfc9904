import QtQuick
import Mesh.Controls

/// One field of a conflict: what it is here and what it is elsewhere.
Row {
    id: row

    required property string field
    required property string mineText
    required property string theirsText
    required property bool different

    readonly property int half: Math.floor((row.width - row.spacing) / 2)

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingM

    ReadOnlyField {
        width: row.half
        label: qsTr("%1, here").arg(row.field)
        text: row.mineText
        symbol: row.different ? Icon.Conflict : Icon.None
        copyable: false
        showEmpty: true
    }
    ReadOnlyField {
        width: row.half
        label: qsTr("%1, elsewhere").arg(row.field)
        text: row.theirsText
        copyable: false
        showEmpty: true
    }
}
