import QtQuick
import QtTest
import Mesh.Controls

Item {
    width: 400
    height: 400

    ListModel {
        id: names
        ListElement { name: "Anna" }
        ListElement { name: "Berta" }
        ListElement { name: "Bruno" }
        ListElement { name: "Carl" }
        ListElement { name: "Dora" }
    }
    ListModel {
        id: nothing
    }
    Item {
        id: before
        activeFocusOnTab: true
    }
    ListModel {
        id: dated
        ListElement { name: "Short" }
        ListElement { name: "A title that would not fit beside the date that belongs to it" }
    }
    Component {
        id: datedComponent
        ListRow {
            required property string name
            title: name
            subtitle: "Below"
            detail: "2 minutes ago"
            titleLines: 2
        }
    }
    Component {
        id: rowComponent
        ListRow {
            required property string name
            title: name
            avatarName: name
        }
    }
    ListPane {
        id: pane
        anchors.fill: parent
        label: "Names"
        typeAheadRole: "name"
        model: names
        delegate: rowComponent
        emptyState: EmptyState {
            id: emptyState
            title: "No names yet"
        }
    }
    SignalSpy {
        id: opened
        target: pane
        signalName: "opened"
    }
    SignalSpy {
        id: deletions
        target: pane
        signalName: "deleteRequested"
    }

    TestCase {
        name: "List"
        when: windowShown

        function init() {
            pane.model = names;
            pane.selection.selectNone();
            pane.currentIndex = -1;
            pane.forceActiveFocus();
            opened.clear();
            deletions.clear();
            wait(0);
        }
        function click(row, modifiers) {
            mouseClick(pane.itemAtIndex(row), 200, 10, Qt.LeftButton, modifiers ?? Qt.NoModifier);
        }
        function rows() {
            return JSON.stringify(Array.from(pane.selection.rows()));
        }
        function test_clickChoosesAndOpens() {
            click(1);
            compare(pane.currentIndex, 1);
            compare(rows(), "[1]");
            compare(opened.count, 1);
            compare(opened.signalArguments[0][0], 1);
            verify(pane.activeFocus);
        }
        function test_controlAndShift() {
            click(1);
            click(3, Qt.ControlModifier);
            compare(rows(), "[1,3]");
            click(1, Qt.ControlModifier);
            compare(rows(), "[3]");
            click(0);
            click(2, Qt.ShiftModifier);
            compare(rows(), "[0,1,2]");
            compare(opened.count, 2);
            verify((pane.itemAtIndex(1) as ListRow).selected);
            verify(!(pane.itemAtIndex(4) as ListRow).selected);
        }
        function test_keys() {
            keyClick(Qt.Key_Down);
            compare(rows(), "[0]");
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Down, Qt.ShiftModifier);
            compare(rows(), "[1,2]");
            keyClick(Qt.Key_Escape);
            compare(rows(), "[2]");
            keyClick(Qt.Key_Down, Qt.ControlModifier);
            compare(pane.currentIndex, 3);
            compare(rows(), "[2]");
            keyClick(Qt.Key_Space, Qt.ControlModifier);
            compare(rows(), "[2,3]");
            keyClick(Qt.Key_A, Qt.ControlModifier);
            compare(pane.selection.count, 5);
            keyClick(Qt.Key_Delete);
            compare(deletions.count, 1);
            keyClick(Qt.Key_Home);
            compare(rows(), "[0]");
            keyClick(Qt.Key_End);
            compare(rows(), "[4]");
            keyClick(Qt.Key_Down);
            compare(rows(), "[4]");
            compare(opened.count, 0);
            keyClick(Qt.Key_Return);
            compare(opened.signalArguments[0][0], 4);
        }
        function test_lettersJump() {
            keyClick("b");
            compare(pane.currentIndex, 1);
            keyClick("r");
            compare(pane.currentIndex, 2);
            wait(1000);
            keyClick("a");
            compare(pane.currentIndex, 0);
        }
        function test_emptyListSaysWhatToDo() {
            verify(!emptyState.visible);
            pane.model = nothing;
            verify(emptyState.visible);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Delete);
            compare(opened.count, 0);
            compare(deletions.count, 0);
            compare(pane.currentIndex, -1);
        }
        function test_whoComesByTabSeesWhere() {
            pane.keyboardUsed = false;
            before.forceActiveFocus(Qt.MouseFocusReason);
            pane.forceActiveFocus(Qt.MouseFocusReason);
            verify(!pane.keyboardUsed);
            before.forceActiveFocus(Qt.MouseFocusReason);
            keyClick(Qt.Key_Tab);
            verify(pane.activeFocus);
            verify(pane.keyboardUsed);
        }
        function test_aTitleIsNotCutOffForItsDate() {
            pane.delegate = datedComponent;
            pane.model = dated;
            const brief = pane.itemAtIndex(0) as ListRow;
            const wordy = pane.itemAtIndex(1) as ListRow;
            verify(!brief.detailBelow);
            compare(brief.secondLine, "Below");
            verify(wordy.detailBelow);
            compare(wordy.secondLine, "2 minutes ago · Below");
            tryVerify(() => wordy.height > brief.height); // in two lines
            pane.model = names;
            pane.delegate = rowComponent;
        }
        function test_pictureStartsChoosingSeveral() {
            click(0);
            mouseClick(pane.itemAtIndex(2), 30, pane.itemAtIndex(2).height / 2);
            compare(rows(), "[0,2]");
            compare(opened.count, 1);
        }
    }
}
