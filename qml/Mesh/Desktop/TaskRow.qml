import QtQuick
import Mesh.Controls

EntryRow {
    required detail

    symbol: Icon.Calendar
}
