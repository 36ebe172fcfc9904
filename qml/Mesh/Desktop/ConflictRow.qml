import QtQuick
import Mesh.Controls

/// One field of a conflict: what it is here and what it is elsewhere, or once what is the same in both. A
/// password shows itself on demand, each of the two alone.
Column {
    id: row

    required property string field
    required property string mineText
    required property string theirsText
    required property bool different
    required property bool hidden
    // mmm::SharedSecret, which the engine of Qt 6.4 cannot take for the type of a property.
    required property var mineSecret
    required property var theirsSecret

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingXs

    FormRow {
        visible: row.different && !row.hidden

        ReadOnlyField {
            label: qsTr("%1, here").arg(row.field)
            text: row.mineText
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
    FormRow {
        visible: row.different && row.hidden

        SecretEntry {
            label: qsTr("%1, here").arg(row.field)
            helperText: empty ? qsTr("Empty") : ""
            secret: row.mineSecret // qmllint disable
            readOnly: true
            copyable: false
        }
        SecretEntry {
            label: qsTr("%1, elsewhere").arg(row.field)
            helperText: empty ? qsTr("Empty") : ""
            secret: row.theirsSecret // qmllint disable
            readOnly: true
            copyable: false
        }
    }
    MutedText {
        visible: row.different && row.hidden
        width: parent.width
        text: qsTr("They are different. Show them to compare.")
    }
    ReadOnlyField {
        visible: !row.different
        label: qsTr("%1, the same in both").arg(row.field)
        text: row.hidden ? qsTr("Hidden") : row.mineText
        copyable: false
        showEmpty: true
    }
}
