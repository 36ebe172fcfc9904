import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// A list with sections, multiple choice, type-ahead and an empty state.
///
/// Keyboard: arrows, Page, Home and End move; Shift extends; Ctrl+Space adds or takes away; Ctrl+A takes all;
/// Escape leaves only the current row; Enter opens; Delete asks to delete; letters jump to a title.
ListView {
    id: control

    /// What a screen reader calls the list.
    required property string label
    property bool multiSelect: true
    /// Model role whose text type-ahead searches; "" switches it off.
    property string typeAheadRole: ""
    /// Shown in the middle while the list has no rows.
    property alias emptyState: emptyHolder.data
    readonly property ListSelection selection: rowSelection
    /// The last action came from the keyboard, so the focus ring is wanted.
    property bool keyboardUsed: false

    /// The person wants to see or edit the row (click, Enter).
    signal opened(row: int)
    /// The keyboard made another row the only chosen one.
    signal moved(row: int)
    /// The person wants the chosen rows deleted; see selection.rows().
    signal deleteRequested
    /// The menu key was pressed on the current row.
    signal menuRequested(at: Item, x: real, y: real)

    /// Makes a row the current and only chosen one.
    function choose(row: int): void {
        control.currentIndex = row;
        rowSelection.selectOnly(row);
    }

    /// What a click with these keyboard modifiers does; for ListRow.
    function press(row: int, modifiers: int): void {
        control.keyboardUsed = false;
        control.forceActiveFocus(Qt.MouseFocusReason);
        if (control.multiSelect && (modifiers & Qt.ControlModifier)) {
            rowSelection.toggle(row);
            control.currentIndex = row;
        } else if (control.multiSelect && (modifiers & Qt.ShiftModifier)) {
            rowSelection.extendTo(row);
            control.currentIndex = row;
        } else {
            control.choose(row);
            control.opened(row);
        }
    }

    function moveTo(row: int, modifiers: int): void {
        if (control.count === 0)
            return;
        const target = Math.max(0, Math.min(control.count - 1, row));
        if (control.multiSelect && (modifiers & Qt.ShiftModifier)) {
            if (control.currentIndex >= 0 && rowSelection.count === 0)
                rowSelection.selectOnly(control.currentIndex);
            control.currentIndex = target;
            rowSelection.extendTo(target);
        } else if (control.multiSelect && (modifiers & Qt.ControlModifier)) {
            control.currentIndex = target;
        } else {
            control.choose(target);
            control.moved(target);
        }
        control.positionViewAtIndex(target, ListView.Contain);
    }

    clip: true
    focus: true
    activeFocusOnTab: true
    keyNavigationEnabled: false
    currentIndex: -1
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    // What is out of the list is gone: a row kept for reuse would stay on the accessibility bus.
    reuseItems: false
    cacheBuffer: 400
    topMargin: Theme.spacingXs
    bottomMargin: Theme.spacingXs

    Accessible.role: Accessible.List
    Accessible.name: control.label

    T.ScrollBar.vertical: AppScrollBar {}

    onModelChanged: rowSelection.follow(control.model)
    Component.onCompleted: rowSelection.follow(control.model)

    ListSelection {
        id: rowSelection
    }
    // Before the arrow keys have made a row the current one, the ring is around them all.
    FocusRing {
        parent: control
        anchors.margins: Theme.spacingXs
        shown: control.activeFocus && control.keyboardUsed && !control.currentItem
    }
    Timer {
        id: typing
        property string letters: ""
        interval: 900
        onTriggered: typing.letters = ""
    }
    Item {
        id: emptyHolder
        parent: control
        anchors.fill: parent
        visible: control.count === 0
    }

    // Tab was pressed where the keyboard was before, and is let go here.
    Keys.onReleased: event => {
        event.accepted = false;
        if (event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab)
            return;
        control.keyboardUsed = true;
        if (control.currentIndex >= 0)
            control.positionViewAtIndex(control.currentIndex, ListView.Contain);
    }
    Keys.onPressed: event => {
        const page = Math.max(1, Math.floor(control.height / Theme.rowHeight) - 1);
        event.accepted = true;
        control.keyboardUsed = true;
        switch (event.key) {
        case Qt.Key_Up:
            control.moveTo(control.currentIndex - 1, event.modifiers);
            break;
        case Qt.Key_Down:
            control.moveTo(control.currentIndex + 1, event.modifiers);
            break;
        case Qt.Key_PageUp:
            control.moveTo(control.currentIndex - page, event.modifiers);
            break;
        case Qt.Key_PageDown:
            control.moveTo(control.currentIndex + page, event.modifiers);
            break;
        case Qt.Key_Home:
            control.moveTo(0, event.modifiers);
            break;
        case Qt.Key_End:
            control.moveTo(control.count - 1, event.modifiers);
            break;
        case Qt.Key_Return:
        case Qt.Key_Enter:
            if (control.currentIndex >= 0)
                control.opened(control.currentIndex);
            break;
        case Qt.Key_Delete:
            if (rowSelection.count > 0)
                control.deleteRequested();
            break;
        case Qt.Key_Menu:
            if (control.currentItem)
                control.askMenu(control.currentIndex, control.currentItem, Theme.spacingXl, Theme.spacingXl);
            break;
        case Qt.Key_Escape:
            if (rowSelection.count > 1 && control.currentIndex >= 0)
                rowSelection.selectOnly(control.currentIndex);
            else
                event.accepted = false;
            break;
        case Qt.Key_A:
            if (control.multiSelect && (event.modifiers & Qt.ControlModifier))
                rowSelection.selectAll();
            else
                event.accepted = control.typeAhead(event.text, event.modifiers);
            break;
        case Qt.Key_Space:
            if (control.multiSelect && (event.modifiers & Qt.ControlModifier) && control.currentIndex >= 0)
                rowSelection.toggle(control.currentIndex);
            else if (typing.letters !== "")
                control.typeAhead(" ", Qt.NoModifier);
            else if (control.currentIndex >= 0)
                control.opened(control.currentIndex);
            break;
        default:
            event.accepted = control.typeAhead(event.text, event.modifiers);
        }
    }

    /// The menu is for what is selected, or for this row alone.
    function askMenu(row: int, at: Item, x: real, y: real): void {
        if (!rowSelection.contains(row))
            control.choose(row);
        control.menuRequested(at, x, y);
    }
    function typeAhead(letters: string, modifiers: int): bool {
        if (control.typeAheadRole === "" || letters < " " || (modifiers & (Qt.ControlModifier | Qt.AltModifier)))
            return false;
        const fresh = typing.letters === "";
        typing.letters += letters;
        typing.restart();
        const row = rowSelection.rowBeginningWith(typing.letters, control.typeAheadRole, control.currentIndex + (fresh ? 1 : 0));
        if (row >= 0)
            control.moveTo(row, Qt.NoModifier);
        return true;
    }
}
