import QtQuick
import Mesh.Controls

EntryRow {
    symbol: Icon.Mail
}
