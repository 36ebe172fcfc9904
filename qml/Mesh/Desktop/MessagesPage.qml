import QtQuick
import QtQuick.Layouts
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// What Inbox, Outbox and Confirmations share: messages in a list, and the one that is chosen.
ListDetailPage {
    id: page

    required property MessageModel messages
    required property ToastArea toasts
    required property string title
    required property int symbol
    required property string emptyTitle
    required property string emptyText
    /// What others have sent, which is unread or read.
    property bool incoming: false
    /// What waits, in a few words.
    property string waitingText: page.messages.unreadCount > 0 ? qsTr("%n unread", "", page.messages.unreadCount) : ""
    /// How the list can be narrowed, and what each is called.
    property list<int> filters: [MessageModel.Everything, MessageModel.AboutContacts, MessageModel.AboutConfirmations, MessageModel.AboutTasks, MessageModel.AboutGroups, MessageModel.AboutDevices, MessageModel.Deleted]
    property list<string> filterNames: [qsTr("All messages"), qsTr("Contacts"), qsTr("Confirmations"), qsTr("Tasks"), qsTr("Groups"), qsTr("Devices"), qsTr("Deleted")]
    readonly property MessageRow message: pane.currentItem as MessageRow
    readonly property bool inDeleted: page.messages.filter === MessageModel.Deleted
    readonly property bool nothingDeleted: page.inDeleted && page.messages.query === ""
    readonly property bool nothingWaiting: page.messages.filter === MessageModel.WaitingForMe && page.messages.query === ""
    property int undoToken: 0

    /// Opens a message, such as one that a notification spoke of.
    function openMessage(id: string): void {
        const row = page.messages.reveal(id);
        if (row < 0)
            return;
        pane.choose(row);
        page.showDetail();
    }

    /// For the self-test: the first message, if there is one.
    function openFirst(): void {
        if (page.messages.count === 0)
            return;
        pane.choose(0);
        page.showDetail();
    }
    function markShown(): void {
        if (page.message && page.message.unread)
            page.messages.markRead([page.message.messageId]);
    }
    function placeOfFilter(filter: int): int {
        for (let i = 0; i < page.filters.length; ++i) {
            if (page.filters[i] === filter)
                return i;
        }
        return 0;
    }
    function showAll(): void {
        page.messages.query = "";
        page.messages.filter = MessageModel.Everything;
    }
    function chosen(): var {
        const rows = pane.selection.rows();
        const ids = [];
        for (let i = 0; i < rows.length; ++i)
            ids.push(page.messages.messageAt(rows[i]));
        return ids;
    }
    /// What is shown is gone from the list: nothing is chosen in its place.
    function settle(): void {
        if (pane.selection.count > 0)
            return;
        pane.currentIndex = -1;
        page.showList();
    }

    /// The person wants to decide about a request, which is done among the devices.
    signal devicesWanted
    signal contactWanted(id: string)
    signal groupWanted(id: string)

    MessageReader {
        id: letter
        messageId: page.message ? page.message.messageId : ""
        onContactAdded: contactId => {
            page.addedContact = contactId;
            page.addedToken = page.toasts.show(qsTr("Added to your contacts"), qsTr("Show"));
        }
        onTaskAdded: page.toasts.show(qsTr("Added to your tasks"), "")
        onGroupJoined: groupId => {
            page.joinedGroup = groupId;
            page.joinedToken = page.toasts.show(letter.appointment ? qsTr("You administer the group now") : qsTr("You belong to the group now"), qsTr("Show"));
        }
    }
    property string addedContact: ""
    property int addedToken: 0
    property string joinedGroup: ""
    property int joinedToken: 0
    Connections {
        target: page.messages
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
            page.settle();
        }
    }
    Connections {
        target: page.toasts
        function onActed(token: int): void {
            if (token === page.undoToken)
                page.messages.undoRemove();
            else if (token === page.addedToken)
                page.contactWanted(page.addedContact);
            else if (token === page.joinedToken)
                page.groupWanted(page.joinedGroup);
        }
    }

    Shortcut {
        sequence: "Ctrl+F"
        enabled: page.visible
        onActivated: {
            page.showList();
            searchField.forceFocus();
        }
    }

    listWidth: Math.round(460 * Theme.textScale)

    list: ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            visible: pane.selection.count <= 1
            title: page.title
            subtitle: page.waitingText
            IconButton {
                symbol: Icon.Sync
                text: qsTr("Look for new messages")
                onClicked: page.messages.refresh()
            }
        }
        SelectionBar {
            Layout.fillWidth: true
            count: pane.selection.count
            onCleared: pane.selection.selectNone()

            IconButton {
                visible: page.incoming && !page.inDeleted
                symbol: Icon.Check
                text: qsTr("Mark as read")
                onClicked: page.messages.markRead(page.chosen())
            }
            IconButton {
                visible: !page.inDeleted
                symbol: Icon.Trash
                text: qsTr("Delete selected")
                onClicked: page.messages.remove(page.chosen())
            }
            IconButton {
                visible: page.inDeleted
                symbol: Icon.Undo
                text: qsTr("Restore selected")
                onClicked: page.messages.restore(page.chosen())
            }
        }
        GridLayout {
            id: tools
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spacingL
            Layout.rightMargin: Theme.spacingL
            Layout.bottomMargin: Theme.spacingS
            columnSpacing: Theme.spacingS
            rowSpacing: Theme.spacingS
            columns: page.narrow || tools.width < 400 * Theme.textScale ? 1 : 2

            SearchField {
                id: searchField
                Layout.fillWidth: true
                onEdited: text => page.messages.query = text
                onAccepted: {
                    if (page.messages.count > 0) {
                        pane.forceActiveFocus(Qt.TabFocusReason);
                        pane.choose(0);
                    }
                }
                Binding on text {
                    value: page.messages.query
                }
            }
            Choice {
                Layout.fillWidth: tools.columns === 1
                Layout.preferredWidth: 170 * Theme.textScale
                spokenLabel: qsTr("Which messages are shown")
                model: page.filterNames
                onChosen: index => page.messages.filter = page.filters[index]
                Binding on currentIndex {
                    value: page.placeOfFilter(page.messages.filter)
                }
            }
        }
        ListPane {
            id: pane
            Layout.fillWidth: true
            Layout.fillHeight: true
            label: page.title
            typeAheadRole: "title"
            model: page.messages
            delegate: MessageRow {}
            onOpened: {
                page.markShown();
                page.showDetail();
            }
            // where the message is seen beside the list, moving there reads it
            onMoved: {
                if (!page.narrow)
                    page.markShown();
            }
            onMenuRequested: (at, x, y) => rowMenu.popup(at, x, y)
            onDeleteRequested: {
                if (!page.inDeleted)
                    page.messages.remove(page.chosen());
            }
            emptyState: [
                BusyMark {
                    visible: page.messages.loading
                    anchors.centerIn: parent
                },
                EmptyState {
                    visible: !page.messages.loading && page.messages.narrowed && page.nothingDeleted
                    symbol: Icon.Trash
                    title: qsTr("Nothing deleted")
                    text: qsTr("What you delete is kept here, and can be brought back.")
                },
                EmptyState {
                    visible: !page.messages.loading && page.nothingWaiting
                    symbol: Icon.Success
                    title: qsTr("Nothing waits for your answer")
                    text: qsTr("What was answered, and what you have asked, is among all confirmations.")
                    actionText: page.filterNames[0]
                    onAction: page.showAll()
                },
                EmptyState {
                    visible: !page.messages.loading && page.messages.narrowed && !page.nothingDeleted && !page.nothingWaiting
                    symbol: Icon.Search
                    title: qsTr("Nothing found")
                    text: qsTr("Try fewer words, or show all messages.")
                    actionText: qsTr("Show all messages")
                    onAction: page.showAll()
                },
                EmptyState {
                    visible: !page.messages.loading && !page.messages.narrowed
                    symbol: page.symbol
                    title: page.emptyTitle
                    text: page.emptyText
                }
            ]
        }
    }
    detail: [
        EmptyState {
            visible: !page.message && page.messages.count > 0
            symbol: page.symbol
            title: qsTr("Nothing chosen")
            text: qsTr("Choose a message to read it.")
        },
        DetailPane {
            anchors.fill: parent
            visible: page.message !== null
            enabled: visible
            showBack: page.narrow
            onBack: page.showList()
            title: page.message ? page.message.title : ""
            subtitle: page.message ? page.message.whenText : ""
            actions: [
                IconButton {
                    symbol: Icon.Mail
                    text: qsTr("Mark as unread")
                    visible: page.message !== null && page.message.seen
                    onClicked: page.messages.markUnread([page.message.messageId])
                },
                IconButton {
                    visible: !page.inDeleted
                    symbol: Icon.Trash
                    text: qsTr("Delete")
                    enabled: page.message !== null && !page.message.needsDecision
                    onClicked: page.messages.remove([page.message.messageId])
                },
                IconButton {
                    visible: page.inDeleted
                    symbol: Icon.Undo
                    text: qsTr("Restore")
                    onClicked: page.messages.restore([page.message.messageId])
                }
            ]
            notice: [
                SpeakerPanel {
                    reader: letter
                },
                Banner {
                    visible: page.messages.errorText !== "" || letter.errorText !== ""
                    kind: Tone.Kind.Danger
                    text: letter.errorText !== "" ? letter.errorText : page.messages.errorText
                },
                Banner {
                    visible: letter.held
                    text: qsTr("You wanted messages of this kind from this contact to be held.")
                }
            ]

            MessageContent {
                reader: letter
            }
            ReadOnlyField {
                label: qsTr("Group")
                text: letter.groupAddress
                symbol: Icon.Group
                copyable: false
            }
            ReadOnlyField {
                visible: text !== ""
                label: qsTr("To")
                text: letter.recipient
                symbol: Icon.Contact
                copyable: false
            }
            ReadOnlyField {
                label: qsTr("State")
                text: page.message ? page.message.stateText : ""
                symbol: Icon.Info
                copyable: false
            }
            MessageAnswer {
                reader: letter
            }
            AppButton {
                visible: letter.canSendAgain
                symbol: Icon.Sync
                text: qsTr("Send again")
                busy: letter.busy
                onClicked: letter.sendAgain()
            }
            CodeDisplay {
                visible: code !== ""
                label: qsTr("Code of the other device")
                code: page.message ? page.message.witness : ""
                copyable: false
            }
            AppButton {
                visible: page.message !== null && page.message.needsDecision
                kind: AppButton.Kind.Primary
                text: qsTr("Decide among the devices")
                onClicked: page.devicesWanted()
            }
        }
    ]

    AppMenu {
        id: rowMenu

        AppMenuItem {
            enabled: pane.selection.count === 1
            symbol: page.symbol
            text: qsTr("Open")
            onTriggered: pane.opened(pane.currentIndex)
        }
        AppMenuItem {
            visible: page.incoming && !page.inDeleted
            height: visible ? implicitHeight : 0
            symbol: Icon.Check
            text: qsTr("Mark as read")
            onTriggered: page.messages.markRead(page.chosen())
        }
        AppMenuItem {
            visible: page.incoming && !page.inDeleted
            height: visible ? implicitHeight : 0
            symbol: Icon.Mail
            text: qsTr("Mark as unread")
            onTriggered: page.messages.markUnread(page.chosen())
        }
        AppMenuItem {
            visible: !page.inDeleted
            height: visible ? implicitHeight : 0
            symbol: Icon.Trash
            text: pane.selection.count > 1 ? qsTr("Delete selected") : qsTr("Delete")
            onTriggered: page.messages.remove(page.chosen())
        }
        AppMenuItem {
            visible: page.inDeleted
            height: visible ? implicitHeight : 0
            symbol: Icon.Undo
            text: pane.selection.count > 1 ? qsTr("Restore selected") : qsTr("Restore")
            onTriggered: page.messages.restore(page.chosen())
        }
    }
}
