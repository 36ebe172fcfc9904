import QtQuick
import QtTest
import Mesh.Controls

Item {
    id: root
    width: 400
    height: 300

    AccountButton {
        id: button
        width: 200
        text: "alice@example.com"
        title: "alice"
        subtitle: "example.com"
        badgeText: "2 unread in other accounts"

        AppMenu {
            id: menu
            width: 150
            AppMenuItem {
                id: longItem
                checkable: true
                text: "treasurer-of-the-chess-club@example.com"
                shortcutText: "not on this device yet"
            }
            AppMenuItem {
                text: "alice@example.com"
            }
        }
    }
    SignalSpy {
        id: clicks
        target: button
        signalName: "clicked"
    }

    TestCase {
        name: "Account"
        when: windowShown

        function init() {
            clicks.clear();
            button.badge = 0;
            button.collapsed = false;
        }
        function test_opensByMouseAndKeys() {
            mouseClick(button);
            button.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Down);
            compare(clicks.count, 4);
        }
        function test_saysWhoseAndWhatWaits() {
            compare(button.Accessible.name, "Account: alice@example.com");
            compare(button.Accessible.description, "");
            button.badge = 2;
            compare(button.Accessible.description, "2 unread in other accounts");
            button.collapsed = true;
            compare(button.Accessible.name, "Account: alice@example.com");
            compare(button.implicitWidth, Theme.controlHeight);
        }
        function test_aNarrowMenuKeepsItsLinesInside() {
            menu.open();
            tryVerify(() => menu.opened);
            compare(menu.width, 150);
            verify(longItem.implicitWidth > 150);
            const parts = longItem.contentItem.children[0].children;
            compare(parts.length, 3);
            tryVerify(() => parts[2].x + parts[2].width <= longItem.contentItem.width);
            verify(parts[1].x + parts[1].width <= parts[2].x);
            menu.close();
        }
    }
}
