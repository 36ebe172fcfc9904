import QtQuick
import Mesh.Controls

/// A group that stands on its own: what lies inside is one thing. Content in a column.
Rectangle {
    id: card

    default property alias content: column.data
    property int padding: Theme.spacingL
    property alias spacing: column.spacing

    width: parent ? parent.width : implicitWidth
    implicitWidth: 320
    implicitHeight: column.implicitHeight + card.padding * 2
    radius: Theme.radiusL
    color: Theme.surfaceRaised
    border.width: 1
    border.color: Theme.border

    Column {
        id: column
        x: card.padding
        y: card.padding
        width: card.width - card.padding * 2
        spacing: Theme.spacingM
    }
}
