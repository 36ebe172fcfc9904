import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The values that an entry had; any of them can be made the present one.
AppDialog {
    id: dialog

    required property EntryEditor editor

    title: qsTr("Earlier versions")
    text: qsTr("Restoring one keeps the others.")
    acceptText: ""
    rejectText: qsTr("Close")

    Column {
        width: parent.width

        Repeater {
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
