import QtQuick
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
        anchors.top: headerSlot.visible ? headerSlot.bottom : parent.top
        anchors.topMargin: Theme.spacingM
        anchors.bottom: footerSlot.top
        anchors.bottomMargin: Theme.spacingS
        width: parent.width
        contentHeight: column.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

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
                }
                // qmllint enable unqualified
            }
        }
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
