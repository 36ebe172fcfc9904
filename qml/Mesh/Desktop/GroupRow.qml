import QtQuick
import Mesh.Controls

/// A group in its list, on which files can be dropped.
ListRow {
    id: row

    required property string groupId
    required property bool isAdministrator

    required title
    required subtitle

    /// The files are a list of url, for which a signal of Qt 6.4 has no type.
    signal filesDropped(files: var, groupId: string)

    symbol: Icon.Group
    symbolColor: row.isAdministrator ? Theme.accentInk : Theme.textMuted
    detail: row.isAdministrator && !row.roomy ? qsTr("Administrator") : ""
    readonly property bool roomy: row.width >= 320 * Theme.textScale

    Accessible.description: row.isAdministrator ? qsTr("%1. %2").arg(qsTr("Administrator")).arg(row.subtitle) : row.subtitle
    // Where it would take the room of the name, it stands in the second line.
    trailing: Tag {
        visible: row.isAdministrator && row.roomy
        text: qsTr("Administrator")
        symbol: Icon.Shield
    }

    DropArea {
        id: drop
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: event => {
            if (event.urls.length === 0)
                return;
            event.acceptProposedAction();
            row.filesDropped(event.urls, row.groupId);
        }
    }
    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: Theme.spacingS
        anchors.rightMargin: Theme.spacingS
        visible: drop.containsDrag
        radius: Theme.radiusM
        color: "transparent"
        border.width: 2
        border.color: Theme.accentInk
    }
}
