import QtQuick
import Mesh.Controls

/// One field of a conflict: what it is here and what it is elsewhere.
FormRow {
    id: row

    required property string field
    required property string mineText
    required property string theirsText
    required property bool different

    minimumFieldWidth: Math.round(140 * Theme.textScale)

    ReadOnlyField {
        label: qsTr("%1, here").arg(row.field)
        text: row.mineText
        symbol: row.different ? Icon.Conflict : Icon.None
        copyable: false
        showEmpty: true
    }
    ReadOnlyField {
        label: qsTr("%1, elsewhere").arg(row.field)
        text: row.theirsText
        copyable: false
        showEmpty: true
    }
}
