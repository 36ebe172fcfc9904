import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The values that an entry had; any of them can be made the present one.
AppDialog {
    id: dialog

    required property EntryEditor editor

    title: qsTr("Earlier versions")
    text: list.count > 0 ? qsTr("Restoring one keeps the others.") : qsTr("There are no earlier versions.")
    acceptText: ""
    rejectText: qsTr("Close")

    Column {
        width: parent.width

        Repeater {
            id: list
            model: dialog.editor.versions
            delegate: VersionRow {
                onRestoreRequested: row => {
                    dialog.editor.restoreVersion(row);
                    dialog.close();
                }
            }
        }
    }
}
