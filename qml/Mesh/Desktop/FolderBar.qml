import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Which folder of the bookmarks is shown, as a tree behind a button.
Row {
    id: bar

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingXs

    AppButton {
        id: button
        width: Math.min(implicitWidth, bar.width - (allButton.visible ? allButton.width + bar.spacing : 0))
        symbol: Icon.Folder
        text: Bookmarks.folder === "" ? qsTr("All folders") : Bookmarks.folder
        toolTip: Bookmarks.folder
        onClicked: tree.open()
    }
    IconButton {
        id: allButton
        visible: Bookmarks.folder !== ""
        symbol: Icon.Close
        text: qsTr("Show all folders")
        onClicked: Bookmarks.folder = ""
    }
    AppDialog {
        id: tree
        title: qsTr("Folders")
        acceptText: qsTr("All folders")
        rejectText: qsTr("Close")
        onAccepted: Bookmarks.folder = ""

        Column {
            width: parent.width

            Repeater {
                model: Bookmarks.folders
                delegate: FolderRow {
                    onChosen: path => {
                        Bookmarks.folder = path;
                        tree.close();
                    }
                }
            }
        }
    }
}
