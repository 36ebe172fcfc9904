import QtQuick
import Mesh.Controls

/// A list and what is chosen in it: side by side when there is room, one after the other when not.
///
/// In a narrow window `detailShown` says which of the two is seen; set it when a row is opened and offer a way
/// back (DetailPane does with `showBack: page.narrow`). Alt+Left and Escape go back as well.
FocusScope {
    id: page

    property alias list: listSlot.data
    property alias detail: detailSlot.data
    property bool detailShown: false
    readonly property bool narrow: page.width < Theme.narrowWidth
    /// Width of the list beside the detail; the person can drag it.
    property int listWidth: Math.round(340 * Theme.textScale)
    readonly property int minimumListWidth: Math.round(240 * Theme.textScale)
    readonly property int maximumListWidth: Math.max(page.minimumListWidth, Math.round(page.width * 0.5))

    function showDetail(): void {
        page.detailShown = true;
    }
    function showList(): void {
        page.detailShown = false;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    FocusScope {
        id: listSlot
        height: page.height
        width: page.narrow ? page.width : Math.max(page.minimumListWidth, Math.min(page.maximumListWidth, page.listWidth))
        anchors.left: parent.left
        visible: !page.narrow || !page.detailShown
        focus: !page.narrow || !page.detailShown
    }
    Divider {
        id: line
        vertical: true
        anchors.left: listSlot.right
        visible: !page.narrow
    }
    FocusScope {
        id: detailSlot
        height: page.height
        anchors.left: page.narrow ? parent.left : line.right
        anchors.right: parent.right
        visible: !page.narrow || page.detailShown
        focus: page.narrow && page.detailShown
    }
    MouseArea {
        id: handle
        property real pressedAt: 0
        x: line.x - 3
        width: 7
        height: page.height
        visible: !page.narrow
        cursorShape: Qt.SplitHCursor
        preventStealing: true
        onPressed: mouse => handle.pressedAt = mouse.x
        onPositionChanged: mouse => {
            const moved = LayoutMirroring.enabled ? handle.pressedAt - mouse.x : mouse.x - handle.pressedAt;
            page.listWidth = Math.max(page.minimumListWidth, Math.min(page.maximumListWidth, listSlot.width + moved));
        }
    }
    Shortcut {
        sequences: ["Alt+Left", "Esc"]
        enabled: page.narrow && page.detailShown && page.visible && page.enabled
        onActivated: page.showList()
    }
}
