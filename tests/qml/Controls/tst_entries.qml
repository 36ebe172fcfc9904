import QtQuick
import QtQuick.Templates as T
import QtTest
import Mesh.Controls

Item {
    width: 400
    height: 700

    Column {
        id: column
        width: parent.width
        TextEntry {
            id: entry
            width: parent.width
            label: "Name"
            clearable: true
        }
        SecretEntry {
            id: secret
            width: parent.width
            label: "Password"
        }
        TextAreaEntry {
            id: area
            width: parent.width
            label: "Note"
        }
        DateTimeEntry {
            id: due
            width: parent.width
            label: "Due"
            withTime: true
        }
        Choice {
            id: choice
            width: parent.width
            label: "Folder"
            model: ["Work", "Home", "Garden"]
        }
        Choice {
            id: narrowChoice
            width: 90
            label: "Shown"
            model: ["All of what there is to be seen here", "Some"]
        }
        RadioGroup {
            id: radio
            options: ["One", "Two"]
        }
    }
    SignalSpy {
        id: edits
        target: entry
        signalName: "edited"
    }
    SignalSpy {
        id: dueEdits
        target: due
        signalName: "edited"
    }
    SignalSpy {
        id: secretEdits
        target: secret
        signalName: "edited"
    }
    SignalSpy {
        id: secretCopies
        target: secret
        signalName: "copyRequested"
    }
    SignalSpy {
        id: choices
        target: choice
        signalName: "chosen"
    }

    TestCase {
        name: "Entries"
        when: windowShown

        function init() {
            entry.text = "";
            entry.errorText = "";
            due.value = DateText.none();
            secret.clear();
            secret.revealed = false;
            choice.currentIndex = 0;
            edits.clear();
            dueEdits.clear();
            secretEdits.clear();
            secretCopies.clear();
            choices.clear();
        }
        function test_whatFoldsOutIsAsWideAsItsWords() {
            const find = (item, type) => {
                for (let i = 0; i < item.children.length; ++i) {
                    const found = item.children[i] instanceof type ? item.children[i] : find(item.children[i], type);
                    if (found)
                        return found;
                }
                return null;
            };
            const box = find(narrowChoice, T.ComboBox);
            verify(box);
            box.popup.open();
            tryVerify(() => box.popup.opened);
            tryVerify(() => find(box.popup.contentItem, ChoiceItem) !== null);
            const words = find(find(box.popup.contentItem, ChoiceItem), ElidedText);
            verify(words);
            tryVerify(() => words.width > 90);
            verify(!words.truncated);
            box.popup.close();
        }
        function test_onlyThePersonEdits() {
            entry.text = "from outside";
            compare(edits.count, 0);
            entry.forceFocus();
            keyClick(Qt.Key_A);
            compare(edits.count, 1);
            compare(entry.text, "a");
            compare(edits.signalArguments[0][0], "a");
        }
        function test_escapeClears() {
            entry.text = "abc";
            entry.forceFocus();
            keyClick(Qt.Key_Escape);
            compare(entry.text, "");
            compare(edits.count, 1);
        }
        function test_errorTakesPlaceOfHelp() {
            const before = entry.implicitHeight;
            entry.errorText = "Write a name.";
            verify(entry.invalid);
            compare(entry.explanation, "Error: Write a name.");
            tryVerify(() => entry.implicitHeight > before);
        }
        function test_secretIsHiddenUntilShown() {
            secret.forceFocus();
            keyClick(Qt.Key_X);
            keyClick(Qt.Key_Y);
            compare(secretEdits.count, 2);
            verify(!secret.empty);
            verify(!secret.input.revealed);
            secret.revealed = true;
            verify(secret.input.revealed);
            secret.visible = false;
            verify(!secret.revealed);
            secret.visible = true;
        }
        function test_secretPassesAsAWhole() {
            secret.forceFocus();
            keyClick(Qt.Key_X);
            keyClick(Qt.Key_Y);
            const kept = secret.secret;
            secret.clear();
            verify(secret.empty);
            secret.secret = kept;
            compare(secret.input.length, 2);
            keyClick(Qt.Key_C, Qt.ControlModifier);
            compare(secretCopies.count, 1);
        }
        function test_secretDoesNotShowInJavaScript() {
            secret.forceFocus();
            keyClick(Qt.Key_X);
            keyClick(Qt.Key_Y);
            verify(String(secret.secret).indexOf("xy") < 0);
            compare(JSON.stringify(secret.secret ?? {}).indexOf("xy"), -1);
        }
        function test_tabLeavesTheTextArea() {
            area.forceFocus();
            keyClick(Qt.Key_Tab);
            verify(due.activeFocus);
            keyClick(Qt.Key_Tab, Qt.ShiftModifier);
            verify(area.activeFocus);
            compare(area.text, "");
        }
        function test_textAreaGrows() {
            const before = area.height;
            area.text = "1\n2\n3\n4\n5\n6";
            tryVerify(() => area.height > before);
            area.text = Array(100).join("line\n");
            wait(50);
            verify(area.height < 20 * Theme.bodyFont.pixelSize);
            area.text = "";
        }
        function typeText(text) {
            for (const letter of text)
                keyClick(letter);
        }
        function test_dateIsReadWhenTheFieldIsLeft() {
            due.forceFocus();
            typeText("2026-03-01 14:30");
            compare(dueEdits.count, 0);
            keyClick(Qt.Key_Return);
            compare(dueEdits.count, 1);
            compare(due.value.getTime(), new Date(2026, 2, 1, 14, 30).getTime());
            verify(!due.unreadable);
        }
        function test_unreadableDateIsToldAndChangesNothing() {
            due.value = new Date(2026, 2, 1, 14, 30);
            due.forceFocus();
            typeText("some day");
            keyClick(Qt.Key_Return);
            verify(due.unreadable);
            verify(due.invalid);
            verify(due.shownError.length > 10);
            compare(dueEdits.count, 0);
            compare(due.value.getTime(), new Date(2026, 2, 1, 14, 30).getTime());
            due.forceFocus();
            keyClick(Qt.Key_Delete);
            keyClick(Qt.Key_Return);
            verify(!due.unreadable);
            compare(dueEdits.count, 1);
            verify(isNaN(due.value.getTime()));
        }
        function test_calendarPicksADayAndKeepsTheTime() {
            due.value = new Date(2026, 0, 31, 14, 30);
            due.forceFocus();
            keyClick(Qt.Key_Down);
            const calendar = findChild(due, "calendar");
            tryVerify(() => calendar.opened);
            keyClick(Qt.Key_PageDown);
            compare(calendar.day.getMonth(), 1);
            compare(calendar.day.getDate(), 28);
            keyClick(Qt.Key_Up);
            compare(calendar.day.getDate(), 21);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Return);
            compare(due.value.getTime(), new Date(2026, 1, 22, 14, 30).getTime());
            compare(dueEdits.count, 1);
            tryVerify(() => !calendar.visible);
        }
        function test_choiceStaysWhenItsOptionsChange() {
            const before = choice.model;
            choice.currentIndex = 1;
            choice.model = ["Zero", "One", "Two", "Three"];
            compare(choice.currentIndex, 1);
            compare(choice.currentText, "One");
            choice.currentIndex = 3;
            choice.model = ["Zero", "One"];
            compare(choice.currentText, "One");
            choice.model = ["Zero", "One", "Two", "Three"];
            compare(choice.currentText, "Three");
            compare(choices.count, 0);
            choice.model = before;
        }
        function test_choiceByKeys() {
            choice.currentIndex = 0;
            mouseClick(choice, choice.width / 2, choice.height - 10);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            compare(choice.currentIndex, 1);
            compare(choice.currentText, "Home");
            compare(choices.count, 1);
        }
        function test_radioByArrows() {
            radio.currentIndex = 0;
            mouseClick(radio, 20, radio.height - 10);
            compare(radio.currentIndex, 1);
            keyClick(Qt.Key_Up);
            compare(radio.currentIndex, 0);
        }
    }
}
