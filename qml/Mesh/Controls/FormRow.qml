import QtQuick
import Mesh.Controls

/// Fields side by side in equal widths; below each other when there is no room.
Item {
    id: row

    default property alias fields: holder.data
    property int minimumFieldWidth: Math.round(180 * Theme.textScale)
    property int spacing: Theme.spacingM

    readonly property int fieldCount: holder.visibleChildren.length
    readonly property int columns: Math.max(1, Math.min(row.fieldCount, Math.floor((row.width + row.spacing) / (row.minimumFieldWidth + row.spacing))))

    width: parent ? parent.width : implicitWidth
    implicitWidth: 400
    implicitHeight: holder.implicitHeight

    Grid {
        id: holder
        width: row.width
        columns: row.columns
        columnSpacing: row.spacing
        rowSpacing: row.spacing
        onChildrenChanged: holder.share()
        // A field's own width is set after it has become a child.
        Component.onCompleted: holder.share()

        function share(): void {
            for (let i = 0; i < holder.children.length; ++i)
                holder.children[i].width = Qt.binding(() => Math.floor((row.width - row.spacing * (row.columns - 1)) / row.columns));
        }
    }
}
