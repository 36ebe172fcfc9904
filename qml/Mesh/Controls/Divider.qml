import QtQuick
import Mesh.Controls

/// A hairline between two groups; lies across its parent unless `vertical`.
Rectangle {
    id: line

    property bool vertical: false

    implicitWidth: 1
    implicitHeight: 1
    width: line.vertical ? 1 : parent ? parent.width : implicitWidth
    height: line.vertical ? (parent ? parent.height : implicitHeight) : 1
    color: Theme.border
}
