import QtQuick
import Mesh.Controls

/// "Do you really want to?" before something that cannot be undone. Prefer doing it with a Toast that undoes.
AppDialog {
    id: control

    destructive: true
    acceptText: qsTr("Delete")
}
