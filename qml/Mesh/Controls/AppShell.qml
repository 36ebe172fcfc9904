import QtQuick
import Mesh.Controls

/// The frame of the program: navigation at the side or at the bottom as the width allows, the page, and messages.
///
/// Pages are children; show the one that belongs to `currentIndex` (StackLayout or a Loader).
FocusScope {
    id: shell

    property list<NavEntry> entries
    property int currentIndex: 0
    property bool navigationVisible: true
    readonly property bool narrow: shell.width < Theme.narrowWidth
    readonly property bool wide: shell.width >= Theme.wideWidth
    readonly property ToastArea toasts: toastArea
    default property alias pages: pageSlot.data
    property alias sidebarHeader: sidebar.header
    property alias sidebarFooter: sidebar.footer
    /// Across the top, above everything: a Banner that concerns the whole program.
    property alias banner: bannerSlot.data
    readonly property bool collapsed: !shell.wide

    signal chosen(index: int)

    function choose(index: int): void {
        shell.currentIndex = index;
        shell.chosen(index);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Sidebar {
        id: sidebar
        anchors.left: parent.left
        height: parent.height
        visible: shell.navigationVisible && !shell.narrow
        // Qt 6.4 takes the two forms of a list for different types.
        entries: shell.entries // qmllint disable type
        currentIndex: shell.currentIndex
        collapsed: shell.collapsed
        onChosen: index => shell.choose(index)
    }
    Column {
        id: bannerSlot
        anchors.top: parent.top
        anchors.left: sidebar.visible ? sidebar.right : parent.left
        anchors.right: parent.right
    }
    FocusScope {
        id: pageSlot
        anchors.left: bannerSlot.left
        anchors.right: parent.right
        anchors.top: bannerSlot.bottom
        anchors.bottom: bottomBar.visible ? bottomBar.top : parent.bottom
        focus: true
    }
    Loader {
        id: bottomBar
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        active: shell.navigationVisible && shell.narrow
        visible: active
        // Bound to this file's id, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        sourceComponent: BottomBar {
            // Qt 6.4 takes the two forms of a list for different types.
            entries: shell.entries // qmllint disable type
            currentIndex: shell.currentIndex
            onChosen: index => shell.choose(index)
        }
        // qmllint enable unqualified
    }
    ToastArea {
        id: toastArea
        anchors.fill: pageSlot
    }
}
