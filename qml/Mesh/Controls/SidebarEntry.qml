import QtQuick
import Mesh.Controls

/// One row of the Sidebar, with the line above it where a group begins.
Column {
    id: item

    required property NavEntry entry
    property bool current: false
    property bool collapsed: false

    signal chosen
    /// It has the keyboard.
    signal focused

    width: parent ? parent.width : 0
    spacing: 2

    Item {
        visible: item.entry.separated
        width: parent.width
        height: Theme.spacingM
        Divider {
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    NavButton {
        id: button
        width: parent.width
        text: item.entry.title
        symbol: item.entry.symbol
        badge: item.entry.badge
        current: item.current
        wordsShown: !item.collapsed
        onClicked: item.chosen()
        onActiveFocusChanged: {
            if (button.activeFocus)
                item.focused();
        }
        Keys.onDownPressed: button.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onUpPressed: button.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    }
}
