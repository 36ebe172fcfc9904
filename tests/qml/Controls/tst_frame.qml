import QtQuick
import QtTest
import Mesh.Controls

Item {
    id: root
    width: 1200
    height: 700

    AppShell {
        id: shell
        width: parent.width
        height: parent.height
        entries: [
            NavEntry {
                title: "Contacts"
                symbol: Icon.Contact
            },
            NavEntry {
                title: "Tasks"
                symbol: Icon.Task
            }
        ]
        ListDetailPage {
            id: page
            anchors.fill: parent
            list: TextEntry {
                id: listField
                width: 200
            }
            detail: TextEntry {
                id: detailField
                width: 200
            }
        }
    }
    AppDialog {
        id: dialog
        title: "Rename"
        TextEntry {
            id: dialogField
            width: parent.width
            label: "Name"
        }
    }
    AppDialog {
        id: choices
        title: "Which one?"
        acceptText: ""
        rejectText: "Decide later"
        preferredWidth: 600
        extraButtons: [
            AppButton {
                id: mine
                text: "Keep mine"
            },
            AppButton {
                id: theirs
                text: "Keep theirs, which are longer"
            }
        ]
    }
    Item {
        id: hoveredParent
        Item {
            id: hovered
            HoverTip {
                id: tip
                target: hovered
                text: "What it is"
                wanted: true
            }
        }
    }
    BottomBar {
        id: bottom
        width: 360
        height: 60
        entries: [
            NavEntry {
                title: "Short"
                symbol: Icon.Contact
            },
            NavEntry {
                title: "Tasks"
                symbol: Icon.Task
            },
            NavEntry {
                title: "An unusual word"
                symbol: Icon.Task
            },
            NavEntry {
                title: "Inbox"
                symbol: Icon.Task
            }
        ]
    }
    SearchField {
        id: search
        y: 600
        width: 100
    }
    PageShortcuts {
        id: keys
        search: search
    }
    SignalSpy {
        id: newRequests
        target: keys
        signalName: "newRequested"
    }
    SignalSpy {
        id: confirmations
        target: dialog
        signalName: "confirmed"
    }
    SignalSpy {
        id: rejections
        target: dialog
        signalName: "rejected"
    }
    SignalSpy {
        id: actions
        target: shell.toasts
        signalName: "acted"
    }
    SignalSpy {
        id: expirations
        target: shell.toasts
        signalName: "expired"
    }

    TestCase {
        name: "Frame"
        when: windowShown

        function init() {
            root.width = 1200;
            page.detailShown = false;
            shell.forceActiveFocus();
            confirmations.clear();
            rejections.clear();
            actions.clear();
            expirations.clear();
            dialog.acceptEnabled = true;
            dialog.busy = false;
            dialog.stayOpen = false;
        }
        function cleanup() {
            dialog.close();
            choices.close();
            tryVerify(() => !dialog.visible && !choices.visible);
        }
        function isInside(item, ancestor) {
            for (let walker = item; walker; walker = walker.parent) {
                if (walker === ancestor)
                    return true;
            }
            return false;
        }
        function test_listAndDetailByWidth() {
            verify(listField.visible);
            verify(detailField.visible);
            verify(!shell.collapsed);
            root.width = 900;
            verify(shell.collapsed);
            verify(detailField.visible);
            root.width = 400;
            verify(page.narrow);
            verify(listField.visible);
            verify(!detailField.visible);
            page.showDetail();
            verify(!listField.visible);
            verify(detailField.visible);
            keyClick(Qt.Key_Left, Qt.AltModifier);
            verify(listField.visible);
        }
        function test_dialogKeepsTheKeyboard() {
            dialog.open();
            tryVerify(() => dialog.opened);
            for (let step = 0; step < 8; ++step) {
                keyClick(Qt.Key_Tab);
                verify(isInside(root.Window.activeFocusItem, dialog.contentItem), "step " + step);
            }
        }
        function test_dialogEscapeCancels() {
            dialog.open();
            tryVerify(() => dialog.opened);
            keyClick(Qt.Key_Escape);
            compare(rejections.count, 1);
            tryVerify(() => !dialog.visible);
        }
        function test_dialogEnterConfirms() {
            dialog.open();
            tryVerify(() => dialog.opened);
            dialogField.forceFocus();
            keyClick(Qt.Key_Return);
            compare(confirmations.count, 1);
            tryVerify(() => !dialog.visible);
        }
        function test_enterNeverDestroys() {
            dialog.destructive = true;
            dialog.open();
            tryVerify(() => dialog.opened);
            keyClick(Qt.Key_Return);
            compare(confirmations.count, 0);
            compare(rejections.count, 1);
            dialog.destructive = false;
        }
        function test_enterInAFieldDestroysNothing() {
            dialog.destructive = true;
            dialog.open();
            tryVerify(() => dialog.opened);
            dialogField.forceFocus();
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Enter);
            compare(confirmations.count, 0);
            verify(dialog.visible);
            dialog.destructive = false;
        }
        function test_enterConfirmsOnce() {
            dialog.open();
            tryVerify(() => dialog.opened);
            dialogField.forceFocus();
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Return);
            compare(confirmations.count, 1);
            tryVerify(() => !dialog.visible);
        }
        function test_dialogWaitsForValidInput() {
            dialog.acceptEnabled = false;
            dialog.open();
            tryVerify(() => dialog.opened);
            dialogField.forceFocus();
            keyClick(Qt.Key_Return);
            compare(confirmations.count, 0);
            verify(dialog.visible);
        }
        function test_busyDialogStays() {
            dialog.stayOpen = true;
            dialog.open();
            tryVerify(() => dialog.opened);
            dialogField.forceFocus();
            keyClick(Qt.Key_Return);
            compare(confirmations.count, 1);
            dialog.busy = true;
            keyClick(Qt.Key_Escape);
            keyClick(Qt.Key_Return);
            compare(confirmations.count, 1);
            compare(rejections.count, 0);
            verify(dialog.visible);
        }
        function test_furtherButtonsStandBelowEachOtherInOneWidth() {
            choices.open();
            tryVerify(() => choices.opened);
            tryVerify(() => mine.y === theirs.y && theirs.x > mine.x);
            compare(mine.width, mine.implicitWidth);
            choices.preferredWidth = 300;
            tryVerify(() => theirs.mapToItem(null, 0, 0).y > mine.mapToItem(null, 0, 0).y);
            compare(mine.width, theirs.width);
            verify(mine.width > mine.implicitWidth);
        }
        function test_whatLeavesItsWindowHasNoTip() {
            tryVerify(() => tip.active);
            hovered.parent = null;
            verify(!tip.active);
            hovered.parent = hoveredParent;
            verify(tip.due);
            hovered.parent = null; // before its time has come
            verify(!tip.due);
            hovered.parent = hoveredParent;
            tryVerify(() => tip.active);
        }
        function test_aLongWordGetsTheRoomOfShortOnes() {
            const words = [];
            const walk = item => {
                for (let i = 0; i < item.children.length; ++i) {
                    if (item.children[i] instanceof NavButton && item.children[i].visible)
                        words.push(item.children[i]);
                    walk(item.children[i]);
                }
            };
            walk(bottom);
            compare(words.length, 4);
            tryVerify(() => words[2].width >= words[2].wordWidth);
            for (const word of words)
                verify(word.width >= word.wordWidth, word.text);
            verify(words[2].width > words[0].width);
        }
        function test_toastUndoes() {
            const token = shell.toasts.show("Deleted", "Undo");
            verify(shell.toasts.showing);
            keyClick(Qt.Key_Z, Qt.ControlModifier);
            compare(actions.count, 1);
            compare(actions.signalArguments[0][0], token);
            verify(!shell.toasts.showing);
            compare(expirations.count, 0);
        }
        function test_toastExpires() {
            shell.toasts.duration = 50;
            const token = shell.toasts.show("Saved", "");
            tryVerify(() => !shell.toasts.showing, 2000);
            compare(expirations.signalArguments[0][0], token);
            compare(actions.count, 0);
            shell.toasts.duration = 5000;
        }
        function test_nextToastEndsTheOneBefore() {
            const first = shell.toasts.show("One deleted", "Undo");
            shell.toasts.show("Two deleted", "Undo");
            compare(expirations.count, 1);
            compare(expirations.signalArguments[0][0], first);
            keyClick(Qt.Key_Z, Qt.ControlModifier);
            verify(actions.signalArguments[0][0] !== first);
        }
        function test_shortcutsOfAPage() {
            newRequests.clear();
            keyClick(Qt.Key_N, Qt.ControlModifier);
            compare(newRequests.count, 1);
            keyClick(Qt.Key_F, Qt.ControlModifier);
            verify(search.activeFocus);
            keys.active = false;
            keyClick(Qt.Key_N, Qt.ControlModifier);
            compare(newRequests.count, 1);
            keys.active = true;
        }
    }
}
