import QtQuick
import Mesh.Controls

EntryRow {
    id: row

    required property string iconName

    symbol: row.iconName === "wifi" ? Icon.Wifi : Icon.Shield
}
