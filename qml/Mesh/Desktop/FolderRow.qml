import QtQuick
import Mesh.App
import Mesh.Controls

/// A folder of the bookmarks.
Item {
    id: row

    required property string path
    required property string name
    required property int depth
    required property int entryCount

    signal chosen(path: string)

    width: parent ? parent.width : implicitWidth
    implicitWidth: 280
    implicitHeight: button.height

    AppButton {
        id: button
        x: Math.min(row.depth, 8) * Theme.spacingL
        width: Math.min(implicitWidth, row.width - x)
        kind: AppButton.Kind.Quiet
        symbol: Bookmarks.folder === row.path ? Icon.Check : Icon.Folder
        text: qsTr("%1 (%2)").arg(row.name).arg(row.entryCount)
        toolTip: row.path
        onClicked: row.chosen(row.path)
    }
}
