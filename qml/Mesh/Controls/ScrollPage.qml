import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// A page that scrolls: title and actions stay, content below each other in a column of readable width.
FocusScope {
    id: page

    property string title: ""
    property string subtitle: ""
    property alias actions: header.actions
    property alias leading: header.leading
    /// Between header and content, not scrolled with it: a Banner. It scrolls alone where it would take more than
    /// two thirds of the page.
    property alias notice: topSlot.data
    /// Below the content, not scrolled: the buttons of a form.
    property alias footer: footerSlot.data
    default property alias content: column.data
    property int maximumContentWidth: Theme.contentWidth
    property int contentSpacing: Theme.spacingXl
    readonly property int inset: page.narrow ? Theme.spacingL : Theme.spacingXl
    readonly property bool narrow: page.width < Theme.narrowWidth

    /// Scrolls until the item, a descendant of the content, is seen.
    function reveal(item: Item): void {
        const top = item.mapToItem(column, 0, 0).y + column.y;
        if (top < scroller.contentY)
            scroller.contentY = Math.max(0, top - Theme.spacingL);
        else if (top + item.height > scroller.contentY + scroller.height)
            scroller.contentY = Math.min(Math.max(0, scroller.contentHeight - scroller.height), top + item.height - scroller.height + Theme.spacingL);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    PageHeader {
        id: header
        // Its actions end where the content ends.
        width: Math.min(page.width, page.maximumContentWidth + page.inset * 2)
        x: LayoutMirroring.enabled ? page.width - width : 0
        inset: page.inset
        title: page.title
        subtitle: page.subtitle
        visible: page.title !== "" || header.actions.length > 0
        height: visible ? implicitHeight : 0
    }
    Flickable {
        id: topView
        anchors.top: header.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        height: Math.min(topSlot.height, Math.max(0, Math.round((page.height - header.height - footerSlot.height) * 0.65)))
        contentHeight: topSlot.height
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: interactive

        T.ScrollBar.vertical: AppScrollBar {}

        Column {
            id: topSlot
            width: topView.width
        }
    }
    Flickable {
        id: scroller
        anchors.top: topView.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: footerSlot.top
        contentHeight: column.y + column.height + Theme.spacingXl
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        T.ScrollBar.vertical: AppScrollBar {}

        Column {
            id: column
            y: topSlot.height > 0 ? Theme.spacingL : Theme.spacingS
            width: Math.min(page.maximumContentWidth, scroller.width - page.inset * 2)
            x: LayoutMirroring.enabled ? scroller.width - width - page.inset : page.inset
            spacing: page.contentSpacing
        }
    }
    Column {
        id: footerSlot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
    // The keyboard must never work on something that is scrolled away.
    Connections {
        target: page.Window.window
        function onActiveFocusItemChanged(): void {
            const item = page.Window.window ? page.Window.activeFocusItem : null;
            for (let ancestor = item; ancestor; ancestor = ancestor.parent) {
                if (ancestor === column) {
                    page.reveal(item);
                    return;
                }
            }
        }
    }
}
