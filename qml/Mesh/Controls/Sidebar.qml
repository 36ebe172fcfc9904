import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// The navigation at the side: symbols with words, or symbols alone when `collapsed`.
Rectangle {
    id: bar

    property list<NavEntry> entries
    property int currentIndex: 0
    property bool collapsed: false
    /// Above the entries: the product's or account's name.
    property alias header: headerSlot.data
    /// Below the entries: the SyncIndicator.
    property alias footer: footerSlot.data

    /// The person chose a place; the owner sets `currentIndex`.
    signal chosen(index: int)

    /// In a low window the place that is shown, or has the keyboard, is not out of sight.
    function reveal(entry: Item): void {
        if (!entry)
            return;
        if (entry.y < scroller.contentY)
            scroller.contentY = entry.y;
        else if (entry.y + entry.height > scroller.contentY + scroller.height)
            scroller.contentY = Math.max(0, Math.min(scroller.contentHeight - scroller.height, entry.y + entry.height - scroller.height));
    }
    function revealCurrent(): void {
        bar.reveal(repeater.itemAt(bar.currentIndex));
    }

    onCurrentIndexChanged: bar.revealCurrent()
    implicitWidth: bar.collapsed ? Theme.controlHeight + Theme.spacingXs + Theme.spacingM * 2 : Math.round(216 * Theme.textScale)
    color: Theme.surfaceSunken

    Item {
        id: headerSlot
        x: Theme.spacingM
        y: Theme.spacingM
        width: bar.width - Theme.spacingM * 2
        height: childrenRect.height
        visible: children.length > 0
    }
    Flickable {
        id: scroller
        anchors.top: headerSlot.visible ? headerSlot.bottom : parent.top
        anchors.topMargin: Theme.spacingM
        anchors.bottom: footerSlot.top
        anchors.bottomMargin: Theme.spacingS
        width: parent.width
        contentHeight: column.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        T.ScrollBar.vertical: AppScrollBar {}
        onHeightChanged: bar.revealCurrent()

        Column {
            id: column
            x: Theme.spacingM
            width: bar.width - Theme.spacingM * 2
            spacing: 2
            Accessible.role: Accessible.PageTabList
            Accessible.name: qsTr("Navigation")

            Repeater {
                id: repeater
                model: bar.entries.length
                // Bound to this file's ids, which only Qt 6.5 and later can be told.
                // qmllint disable unqualified
                delegate: SidebarEntry {
                    required property int index
                    entry: bar.entries[index]
                    current: bar.currentIndex === index
                    collapsed: bar.collapsed
                    onChosen: bar.chosen(index)
                    onFocused: bar.reveal(this)
                }
                // qmllint enable unqualified
            }
        }
    }
    // There is more below.
    Divider {
        anchors.top: scroller.bottom
        visible: !scroller.atYEnd
    }
    Item {
        id: footerSlot
        x: Theme.spacingM
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spacingM
        width: bar.width - Theme.spacingM * 2
        height: childrenRect.height
    }
    Divider {
        vertical: true
        anchors.right: parent.right
    }
}
