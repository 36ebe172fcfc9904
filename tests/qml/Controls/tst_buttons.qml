import QtQuick
import QtTest
import Mesh.Controls

Item {
    id: root
    width: 400
    height: 300

    AppButton {
        id: button
        text: "Save"
    }
    IconButton {
        id: iconButton
        y: 60
        symbol: Icon.Copy
        text: "Copy"
    }
    AppSwitch {
        id: toggle
        y: 120
        width: 300
        text: "Visible"
    }
    AppCheckBox {
        id: box
        y: 180
        text: "Remember"
    }
    Segmented {
        id: segmented
        y: 230
        options: ["All", "Open", "Done"]
    }
    SignalSpy {
        id: clicks
        target: button
        signalName: "clicked"
    }
    SignalSpy {
        id: toggles
        target: toggle
        signalName: "toggled"
    }
    SignalSpy {
        id: choices
        target: segmented
        signalName: "chosen"
    }

    TestCase {
        name: "Buttons"
        when: windowShown

        function init() {
            clicks.clear();
            toggles.clear();
            choices.clear();
            button.busy = false;
            button.enabled = true;
            toggle.checked = false;
            segmented.currentIndex = 0;
        }
        function test_mouseAndKeys() {
            mouseClick(button);
            compare(clicks.count, 1);
            button.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(clicks.count, 2);
            keyClick(Qt.Key_Return);
            compare(clicks.count, 3);
            keyClick(Qt.Key_Enter);
            compare(clicks.count, 4);
        }
        function test_busyAnswersNothingAndKeepsFocus() {
            button.forceActiveFocus(Qt.TabFocusReason);
            button.busy = true;
            mouseClick(button);
            keyClick(Qt.Key_Space);
            keyClick(Qt.Key_Return);
            compare(clicks.count, 0);
            verify(button.activeFocus);
        }
        function test_disabledAnswersNothing() {
            button.enabled = false;
            mouseClick(button);
            compare(clicks.count, 0);
        }
        function test_tabReachesEveryControl() {
            button.forceActiveFocus(Qt.TabFocusReason);
            for (const control of [iconButton, toggle, box]) {
                keyClick(Qt.Key_Tab);
                verify(control.activeFocus, String(control));
                verify(control.visualFocus, String(control));
            }
            keyClick(Qt.Key_Tab);
            verify(segmented.activeFocus);
            keyClick(Qt.Key_Tab, Qt.ShiftModifier);
            verify(box.activeFocus);
        }
        function test_switchTogglesByMouseAndKeys() {
            mouseClick(toggle);
            verify(toggle.checked);
            toggle.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            verify(!toggle.checked);
            keyClick(Qt.Key_Return);
            verify(toggle.checked);
            compare(toggles.count, 3);
        }
        function test_segmentedMovesByArrows() {
            segmented.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Tab);
            mouseClick(segmented, segmented.width / 2, segmented.height / 2);
            compare(segmented.currentIndex, 1);
            keyClick(Qt.Key_Right);
            compare(segmented.currentIndex, 2);
            keyClick(Qt.Key_Right);
            compare(segmented.currentIndex, 2);
            keyClick(Qt.Key_Left);
            compare(segmented.currentIndex, 1);
            compare(choices.count, 3);
        }
        function test_labelsAreNeverCut() {
            for (const scale of [1, 1.5, 2]) {
                Theme.textScale = scale;
                verify(button.implicitWidth > 0);
                verify(button.contentItem.width >= 0);
                compare(Theme.controlHeight % 4, 0);
                verify(button.height >= Theme.bodyFont.pixelSize * 1.5);
            }
            Theme.textScale = 1;
        }
    }
}
