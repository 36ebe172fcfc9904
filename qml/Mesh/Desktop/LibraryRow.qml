import QtQuick
import Mesh.Controls

/// A library that the program is built on.
Column {
    id: row

    required property string name
    required property string version
    required property string license
    required property string purpose

    width: parent ? parent.width : implicitWidth

    ElidedText {
        width: parent.width
        text: row.version === "" ? row.name : row.name + " " + row.version
    }
    MutedText {
        width: parent.width
        text: qsTr("%1 · %2").arg(row.purpose).arg(row.license)
    }
}
