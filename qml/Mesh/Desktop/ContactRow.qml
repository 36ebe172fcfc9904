import QtQuick
import Mesh.Controls

EntryRow {
    id: row

    required property string iconName
    readonly property bool isGroup: row.iconName === "group"

    avatarName: row.title
    symbol: row.isGroup ? Icon.Group : Icon.None
}
