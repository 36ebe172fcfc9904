import QtQuick
import QtQuick.Layouts
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// What Inbox and Outbox share: messages in a list, and the one that is chosen.
ListDetailPage {
    id: page

    required property MessageModel messages
    required property ToastArea toasts
    required property string title
    required property int symbol
    required property string emptyTitle
    required property string emptyText
    readonly property MessageRow message: pane.currentItem as MessageRow

    /// Opens a message, such as one that a notification spoke of.
    function openMessage(id: string): void {
        const row = page.messages.indexOfMessage(id);
        if (row < 0)
            return;
        pane.choose(row);
        page.showDetail();
    }

    /// The person wants to decide about a request, which is done among the devices.
    signal devicesWanted
    signal contactWanted(id: string)

    MessageReader {
        id: letter
        messageId: page.message ? page.message.messageId : ""
        onContactAdded: contactId => {
            page.addedContact = contactId;
            page.addedToken = page.toasts.show(qsTr("Added to your contacts"), qsTr("Show"));
        }
        onTaskAdded: page.toasts.show(qsTr("Added to your tasks"), "")
    }
    property string addedContact: ""
    property int addedToken: 0
    Connections {
        target: page.toasts
        function onActed(token: int): void {
            if (token === page.addedToken)
                page.contactWanted(page.addedContact);
        }
    }

    listWidth: Math.round(460 * Theme.textScale)

    list: ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: page.title
            subtitle: page.messages.unreadCount > 0 ? qsTr("%n unread", "", page.messages.unreadCount) : ""
            IconButton {
                symbol: Icon.Sync
                text: qsTr("Look for new messages")
                onClicked: page.messages.refresh()
            }
        }
        ListPane {
            id: pane
            Layout.fillWidth: true
            Layout.fillHeight: true
            label: page.title
            multiSelect: false
            typeAheadRole: "title"
            model: page.messages
            delegate: MessageRow {}
            onOpened: {
                if (page.message && page.message.unread)
                    page.messages.markRead(page.message.messageId);
                page.showDetail();
            }
            onDeleteRequested: {
                if (page.message)
                    page.messages.remove(page.message.messageId);
            }
            emptyState: [
                BusyMark {
                    visible: page.messages.loading
                    anchors.centerIn: parent
                },
                EmptyState {
                    visible: !page.messages.loading
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
                    visible: page.message !== null && !page.message.unread
                    onClicked: page.messages.markUnread(page.message.messageId)
                },
                IconButton {
                    symbol: Icon.Trash
                    text: qsTr("Delete")
                    enabled: page.message !== null && !page.message.needsDecision
                    onClicked: {
                        page.messages.remove(page.message.messageId);
                        page.showList();
                    }
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
}
