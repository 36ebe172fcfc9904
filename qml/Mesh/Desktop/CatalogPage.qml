import QtQuick
import QtQuick.Layouts
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// What the pages of the four catalogs share: the list with search and multiple choice at one side, the form of
/// the entry that is open at the other; saving, deleting with undo, earlier versions and conflicts.
///
/// A page gives the catalog, the editor, the words, and the form as children.
ListDetailPage {
    id: page

    required property CatalogModel catalog
    required property EntryEditor editor
    required property ToastArea toasts
    required property string title
    required property string newText
    required property int symbol
    /// What the list says while it is empty.
    required property string emptyTitle
    required property string emptyText
    required property string firstText
    property string importText: ""
    /// The head of the form.
    property string entryTitle: ""
    property string entrySubtitle: ""
    property string avatarName: ""
    property bool sectioned: true
    property alias delegate: pane.delegate
    property alias listActions: listActionRow.data
    property alias filter: filterSlot.data
    property alias entryActions: entryActionRow.data
    default property alias form: detailPane.content

    /// On a device that was connected just now.
    readonly property bool arriving: SyncStatus.receiving
    property string wantedId: ""
    property int undoToken: 0
    property string nextId: ""
    property bool freeing: false

    signal importRequested
    /// A new, empty form is shown; the page moves the keyboard to its first field.
    signal begun
    /// No form is open, as freeForm() was asked for.
    signal freed

    function beginNew(): void {
        page.leaveFor("");
    }
    function openEntry(id: string): void {
        if (page.editor.loaded && page.editor.entryId === id)
            page.showDetail();
        else
            page.leaveFor(id);
    }
    /// For what brings a form of its own, such as a file: freed() follows, unless the person stays with what is
    /// not saved.
    function freeForm(): void {
        page.freeing = true;
        page.leave();
    }
    function leaveFor(id: string): void {
        page.nextId = id;
        page.freeing = false;
        page.leave();
    }
    function leave(): void {
        if (page.editor.loaded && page.editor.dirty)
            leaveDialog.open();
        else
            page.proceed();
    }
    function proceed(): void {
        if (page.freeing) {
            page.chooseNone();
            page.closeEntry();
            page.freed();
            return;
        }
        page.showDetail();
        if (page.nextId !== "") {
            page.editor.load(page.nextId);
        } else {
            page.chooseNone();
            page.editor.startNew();
            page.begun();
        }
    }
    function chooseNone(): void {
        pane.selection.selectNone();
        pane.currentIndex = -1;
    }
    function save(): void {
        if (!page.editor.loaded || page.editor.busy)
            return;
        page.editor.save();
        if (!page.editor.valid)
            page.goToError(detailPane);
    }
    /// Moves the keyboard to the first field that is not right, and shows it where it is hidden.
    function goToError(place: Item): bool {
        for (let i = 0; i < place.children.length; ++i) {
            const child = place.children[i];
            const field = child as FieldFrame;
            if (field && field.invalid) {
                field.forceActiveFocus(Qt.TabFocusReason);
                return true;
            }
            const expander = child as Expander;
            if (expander && !expander.expanded && expander.hasError()) {
                expander.expanded = true;
                return page.goToError(expander);
            }
            if (child.visible && page.goToError(child))
                return true;
        }
        return false;
    }
    /// The button that was pressed has nothing to do any more; the keyboard goes on with the entry.
    function keepKeyboard(): void {
        if (page.narrow)
            detailPane.forceActiveFocus(Qt.OtherFocusReason);
        else
            pane.forceActiveFocus(Qt.OtherFocusReason);
    }
    function closeEntry(): void {
        page.editor.clear();
        page.showList();
        pane.forceActiveFocus(Qt.OtherFocusReason);
    }
    function removeChosen(): void {
        const rows = pane.selection.rows();
        const ids = [];
        for (let i = 0; i < rows.length; ++i)
            ids.push(page.catalog.entryAt(rows[i]));
        page.catalog.removeEntries(ids);
    }
    function seek(): void {
        const row = page.wantedId === "" ? -1 : page.catalog.indexOfEntry(page.wantedId);
        if (row < 0)
            return;
        page.wantedId = "";
        pane.choose(row);
        pane.positionViewAtIndex(row, ListView.Contain);
    }

    Component.onCompleted: {
        if (page.editor.resumeDraft())
            page.showDetail();
    }

    PageShortcuts {
        search: searchField
        active: page.visible
        onNewRequested: page.beginNew()
    }
    Shortcut {
        sequences: ["Ctrl+S"]
        enabled: page.visible && page.editor.loaded
        onActivated: page.save()
    }
    Shortcut {
        sequences: ["Esc"]
        enabled: page.visible && !page.narrow && page.editor.loaded && !page.editor.dirty
        onActivated: page.closeEntry()
    }

    list: ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            visible: pane.selection.count <= 1
            title: page.title
            subtitle: page.catalog.loading || page.catalog.total === 0 ? "" : qsTr("%n entries", "", page.catalog.total)

            Row {
                id: listActionRow
                anchors.verticalCenter: parent.verticalCenter
            }
            IconButton {
                symbol: Icon.Plus
                text: page.newText
                onClicked: page.beginNew()
            }
        }
        SelectionBar {
            Layout.fillWidth: true
            count: pane.selection.count
            onCleared: pane.selection.selectNone()

            IconButton {
                symbol: Icon.Trash
                text: qsTr("Delete selected")
                onClicked: page.removeChosen()
            }
        }
        SearchField {
            id: searchField
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spacingL
            Layout.rightMargin: Theme.spacingL
            Layout.bottomMargin: Theme.spacingS
            onEdited: text => page.catalog.query = text
            onAccepted: {
                if (page.catalog.count > 0) {
                    pane.forceActiveFocus(Qt.TabFocusReason);
                    pane.choose(0);
                }
            }
        }
        Item {
            id: filterSlot
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spacingL
            Layout.rightMargin: Theme.spacingL
            Layout.bottomMargin: childrenRect.height > 0 ? Theme.spacingS : 0
            implicitHeight: childrenRect.height
        }
        ListPane {
            id: pane
            Layout.fillWidth: true
            Layout.fillHeight: true
            label: page.title
            typeAheadRole: "title"
            model: page.catalog
            section.property: page.sectioned ? "section" : ""
            section.delegate: SectionHeader {}
            onOpened: row => page.openEntry(page.catalog.entryAt(row))
            onDeleteRequested: page.removeChosen()
            onMenuRequested: (at, x, y) => rowMenu.popup(at, x, y)
            emptyState: [
                BusyMark {
                    visible: page.catalog.loading
                    anchors.centerIn: parent
                },
                EmptyState {
                    visible: !page.catalog.loading && page.catalog.total === 0 && page.arriving
                    symbol: Icon.Sync
                    title: qsTr("Your entries are on their way")
                    text: qsTr("They come from your other devices and appear here one after the other. You can begin already.")
                    actionText: page.newText
                    actionSymbol: Icon.Plus
                    onAction: page.beginNew()
                },
                EmptyState {
                    visible: !page.catalog.loading && page.catalog.total === 0 && !page.arriving
                    symbol: page.symbol
                    title: page.emptyTitle
                    text: page.emptyText
                    actionText: page.firstText
                    actionSymbol: Icon.Plus
                    secondaryText: page.importText
                    onAction: page.beginNew()
                    onSecondaryAction: page.importRequested()
                },
                EmptyState {
                    visible: !page.catalog.loading && page.catalog.total > 0
                    symbol: Icon.Search
                    title: qsTr("Nothing found")
                    text: qsTr("Try fewer words, or parts of words.")
                }
            ]
        }
    }
    detail: [
        EmptyState {
            visible: !page.editor.loaded && page.catalog.total > 0
            symbol: page.symbol
            title: qsTr("Nothing chosen")
            text: qsTr("Choose an entry to see and change it. Ctrl+N begins a new one.")
        },
        DetailPane {
            id: detailPane
            anchors.fill: parent
            visible: page.editor.loaded
            enabled: visible
            focus: true
            showBack: page.narrow
            onBack: page.showList()
            title: page.editor.isNew && page.entryTitle === "" ? page.newText : page.entryTitle
            subtitle: page.entrySubtitle
            avatarName: page.avatarName
            symbol: page.narrow || page.avatarName !== "" ? Icon.None : page.symbol
            actions: [
                Row {
                    id: entryActionRow
                },
                IconButton {
                    visible: !page.editor.isNew
                    symbol: Icon.History
                    text: qsTr("Earlier versions")
                    onClicked: historyDialog.open()
                },
                IconButton {
                    visible: !page.editor.isNew
                    symbol: Icon.Trash
                    text: qsTr("Delete")
                    onClicked: page.catalog.removeEntries([page.editor.entryId])
                }
            ]
            notice: [
                Banner {
                    visible: page.editor.hasConflict
                    kind: Tone.Kind.Warning
                    text: qsTr("This entry was changed on two devices at the same time.")
                    actionText: qsTr("Compare")
                    onAction: conflictDialog.open()
                },
                Banner {
                    visible: page.editor.errorText !== ""
                    kind: Tone.Kind.Danger
                    text: page.editor.errorText
                }
            ]
            footer: FormFooter {
                id: formFooter
                editor: page.editor
                onSaveRequested: page.save()
                onCancelRequested: {
                    if (page.editor.isNew)
                        page.closeEntry();
                    else {
                        page.editor.revert();
                        page.keepKeyboard();
                    }
                }
            }
        }
    ]

    AppMenu {
        id: rowMenu

        AppMenuItem {
            enabled: pane.selection.count === 1
            symbol: page.symbol
            text: qsTr("Open")
            onTriggered: page.openEntry(page.catalog.entryAt(pane.currentIndex))
        }
        AppMenuItem {
            symbol: Icon.Trash
            text: pane.selection.count > 1 ? qsTr("Delete selected") : qsTr("Delete")
            onTriggered: page.removeChosen()
        }
    }
    // Bound to this file's ids, which only Qt 6.5 and later can be told.
    // qmllint disable unqualified
    DialogMaker {
        id: conflictDialog
        sourceComponent: ConflictDialog {
            editor: page.editor
        }
    }
    DialogMaker {
        id: historyDialog
        sourceComponent: HistoryDialog {
            editor: page.editor
        }
    }
    DialogMaker {
        id: leaveDialog
        sourceComponent: AppDialog {
            title: qsTr("Leave without saving?")
            text: qsTr("What you have changed is lost.")
            acceptText: qsTr("Leave")
            rejectText: qsTr("Stay")
            destructive: true
            onAccepted: page.proceed()
            onRejected: {
                page.wantedId = page.editor.entryId;
                if (page.editor.isNew)
                    page.chooseNone();
                else
                    page.seek();
                page.showDetail();
            }
        }
    }
    // qmllint enable unqualified
    Binding {
        target: page.toasts
        property: "lift"
        value: formFooter.implicitHeight
        when: page.visible && detailPane.visible
        restoreMode: Binding.RestoreBindingOrValue
    }
    Connections {
        target: page.catalog
        function onRemoved(count: int): void {
            page.undoToken = page.toasts.show(qsTr("%n deleted", "", count), qsTr("Undo"));
        }
        function onRestored(count: int): void {
            page.toasts.show(qsTr("%n restored", "", count), "");
        }
        function onFailed(text: string): void {
            page.toasts.show(text, "");
        }
        function onCountChanged(): void {
            page.seek();
        }
    }
    Connections {
        target: page.editor
        function onSaved(id: string): void {
            page.wantedId = id;
            page.seek();
            if (formFooter.buttonUsed)
                page.keepKeyboard();
            formFooter.buttonUsed = false;
        }
        function onRestored(id: string): void {
            page.toasts.show(qsTr("Earlier version restored"), "");
        }
        function onEntryRemoved(): void {
            page.closeEntry();
        }
    }
    Connections {
        target: page.toasts
        function onActed(token: int): void {
            if (token === page.undoToken)
                page.catalog.undoRemove();
        }
    }
}
