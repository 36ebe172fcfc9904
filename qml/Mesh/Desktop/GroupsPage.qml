import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Groups, who belongs to them, and what is encrypted to them.
ListDetailPage {
    id: page

    required property ToastArea toasts
    readonly property GroupRow group: pane.currentItem as GroupRow
    readonly property string groupId: page.group ? page.group.groupId : ""
    readonly property string groupTitle: page.group ? page.group.title : ""
    readonly property bool administrator: page.group !== null && page.group.isAdministrator
    property string wantedId: ""

    function openGroup(id: string): void {
        page.wantedId = id;
        page.seek();
    }
    function seek(): void {
        const row = page.wantedId === "" ? -1 : Groups.indexOfGroup(page.wantedId);
        if (row < 0)
            return;
        page.wantedId = "";
        pane.choose(row);
        pane.positionViewAtIndex(row, ListView.Contain);
        page.showDetail();
    }
    /// For the self-test: the first group, if there is one.
    function openFirst(): void {
        if (Groups.count === 0)
            return;
        pane.choose(0);
        page.showDetail();
    }
    function beginNew(): void {
        createDialog.begin();
    }
    /// Files that were dropped: what is encrypted is opened, anything else is encrypted to the group.
    function take(files: var, groupId: string): void {
        let isForGroup = false;
        for (let i = 0; i < files.length; ++i)
            isForGroup = isForGroup || !GroupFiles.isEncrypted(files[i]);
        if (isForGroup && groupId === "")
            page.toasts.show(qsTr("To encrypt a file, drop it on one of the groups."), "");
        GroupFiles.take(groupId, files);
    }

    onVisibleChanged: {
        if (page.visible)
            memberList.refresh();
    }

    PageShortcuts {
        active: page.visible
        onNewRequested: page.beginNew()
    }
    GroupMembers {
        id: memberList
        groupId: page.groupId
        administrator: page.administrator
        onInvited: name => page.toasts.show(qsTr("%1 is invited").arg(Names.isolated(name)), "")
        onRemoved: name => page.toasts.show(qsTr("%1 is no longer a member").arg(Names.isolated(name)), "")
        onAppointed: name => page.toasts.show(qsTr("%1 is asked to be an administrator").arg(Names.isolated(name)), "")
        onAdministrationLost: Groups.refresh()
    }
    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: event => {
            if (event.urls.length === 0)
                return;
            event.acceptProposedAction();
            page.take(event.urls, "");
        }
    }

    list: ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Groups")
            subtitle: Groups.count > 0 ? qsTr("%n groups", "", Groups.count) : ""
            IconButton {
                symbol: Icon.File
                text: qsTr("Open an encrypted file")
                onClicked: openDialog.open()
            }
            IconButton {
                symbol: Icon.Note
                text: qsTr("Open an encrypted text")
                onClicked: textDialog.begin("", "")
            }
            IconButton {
                symbol: Icon.Plus
                text: qsTr("New group")
                onClicked: page.beginNew()
            }
        }
        // Beside the list, the same is said above the members.
        Banner {
            Layout.fillWidth: true
            visible: Groups.errorText !== "" && (page.group === null || (page.narrow && !page.detailShown)) && !createDialog.opened
            kind: Tone.Kind.Danger
            text: Groups.errorText
            closable: true
            onClosed: Groups.clearError()
        }
        ListPane {
            id: pane
            Layout.fillWidth: true
            Layout.fillHeight: true
            label: qsTr("Groups")
            multiSelect: false
            typeAheadRole: "title"
            model: Groups
            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            delegate: GroupRow {
                onFilesDropped: (files, groupId) => page.take(files, groupId)
            }
            // qmllint enable unqualified
            onOpened: page.showDetail()
            onCountChanged: page.seek()
            emptyState: [
                BusyMark {
                    visible: Groups.loading
                    anchors.centerIn: parent
                },
                EmptyState {
                    visible: !Groups.loading
                    symbol: Icon.Group
                    title: qsTr("No groups yet")
                    text: qsTr("What is encrypted to a group, every member can open, as long as they belong to it. Invitations of others come to your inbox.")
                    actionText: qsTr("Make the first group")
                    actionSymbol: Icon.Plus
                    secondaryText: qsTr("Open an encrypted file")
                    onAction: page.beginNew()
                    onSecondaryAction: openDialog.open()
                }
            ]
        }
    }
    detail: [
        EmptyState {
            visible: page.group === null && Groups.count > 0
            symbol: Icon.Group
            title: qsTr("Nothing chosen")
            text: qsTr("Choose a group to encrypt something for it, or to see its members.")
        },
        DetailPane {
            anchors.fill: parent
            visible: page.group !== null
            enabled: visible
            focus: true
            showBack: page.narrow
            onBack: page.showList()
            title: page.groupTitle
            subtitle: page.group ? page.group.subtitle : ""
            symbol: page.narrow ? Icon.None : Icon.Group
            notice: [
                Banner {
                    visible: Groups.errorText !== "" && !createDialog.opened
                    kind: Tone.Kind.Danger
                    text: Groups.errorText
                    closable: true
                    onClosed: Groups.clearError()
                },
                Banner {
                    visible: memberList.errorText !== "" && !inviteDialog.opened
                    kind: Tone.Kind.Danger
                    text: memberList.errorText
                },
                Banner {
                    visible: memberList.shutOut
                    kind: Tone.Kind.Warning
                    text: memberList.membershipText
                    actionText: qsTr("Take it off the list")
                    busy: Groups.busy
                    onAction: Groups.leave(page.groupId)
                }
            ]

            FormSection {
                visible: !memberList.shutOut
                FileDropArea {
                    symbol: Icon.Lock
                    text: qsTr("Drop files here: all members of the group can open them, and nobody else.")
                    buttonText: qsTr("Encrypt a file…")
                    onChooseRequested: encryptDialog.open()
                    several: true
                    onDropped: files => page.take(files, page.groupId)
                    onRefused: page.toasts.show(qsTr("This is no file on this computer. Save it here first."), "")
                }
                Flow {
                    width: parent.width
                    spacing: Theme.spacingS
                    AppButton {
                        symbol: Icon.Note
                        text: qsTr("Encrypt a text…")
                        onClicked: textDialog.begin(page.groupId, page.groupTitle)
                    }
                    AppButton {
                        symbol: Icon.File
                        text: qsTr("Open a file…")
                        onClicked: openDialog.open()
                    }
                    AppButton {
                        symbol: Icon.Qr
                        text: qsTr("Group’s card…")
                        onClicked: cardDialog.begin(page.groupId, page.groupTitle)
                    }
                }
            }
            FormSection {
                visible: page.administrator || !memberList.shutOut
                title: qsTr("Members")
                text: page.administrator ? "" : memberList.membershipText

                Repeater {
                    model: memberList
                    // Bound to this file's ids, which only Qt 6.5 and later can be told.
                    // qmllint disable unqualified
                    delegate: GroupMemberCard {
                        members: memberList
                        onAppointRequested: (memberId, name) => appointDialog.ask(memberId, name)
                        onRemoveRequested: (memberId, name) => removeDialog.ask(memberId, name)
                    }
                    // qmllint enable unqualified
                }
                AppButton {
                    visible: page.administrator
                    kind: AppButton.Kind.Primary
                    symbol: Icon.Plus
                    text: qsTr("Invite a contact…")
                    busy: memberList.busy
                    onClicked: inviteDialog.begin()
                }
            }
            FormSection {
                visible: !memberList.shutOut
                title: page.administrator ? qsTr("Leave or end") : qsTr("Leave")
                text: page.administrator && !memberList.hasOtherAdministrator ? qsTr("To leave, make another member an administrator first, who goes on with the group. Or end it for everybody.") : qsTr("The group goes from this account’s list. Whether you can come back, its administrators decide.")

                Flow {
                    width: parent.width
                    spacing: Theme.spacingS
                    AppButton {
                        text: qsTr("Leave the group…")
                        enabled: !page.administrator || memberList.hasOtherAdministrator
                        busy: Groups.busy
                        onClicked: leaveDialog.ask(page.groupId, page.groupTitle)
                    }
                    AppButton {
                        visible: page.administrator
                        text: qsTr("End the group…")
                        busy: Groups.busy
                        onClicked: endDialog.ask(page.groupId, page.groupTitle)
                    }
                }
            }
        }
    ]

    AppDialog {
        id: createDialog

        function begin(): void {
            nameField.text = "";
            Groups.clearError();
            createDialog.open();
        }

        title: qsTr("New group")
        text: qsTr("The group gets an address of its own at your service, and you are its administrator.")
        acceptText: qsTr("Make the group")
        acceptEnabled: nameField.text.trim() !== "" && Groups.nameError(nameField.text) === ""
        busy: Groups.busy
        stayOpen: true
        onConfirmed: Groups.make(nameField.text)
        onOpened: nameField.forceFocus()

        TextEntry {
            id: nameField
            width: parent.width
            label: qsTr("Name of the group")
            placeholderText: qsTr("Such as family or board")
            required: true
            maximumLength: 64
            errorText: Groups.errorText !== "" ? Groups.errorText : Groups.nameError(nameField.text)
            onEdited: Groups.clearError()
        }
    }
    GroupInviteDialog {
        id: inviteDialog
        members: memberList
        groupTitle: page.groupTitle
    }
    GroupCardDialog {
        id: cardDialog
    }
    GroupTextDialog {
        id: textDialog
    }
    AppDialog {
        id: appointDialog

        property string memberId: ""

        function ask(memberId: string, name: string): void {
            appointDialog.memberId = memberId;
            appointDialog.title = qsTr("Make %1 an administrator?").arg(Names.isolated(name));
            appointDialog.open();
        }

        text: qsTr("Administrators have the whole key of the group. They invite and remove members, remove other administrators, you too, and can end the group.")
        acceptText: qsTr("Make administrator")
        onAccepted: memberList.appoint(appointDialog.memberId)
    }
    ConfirmDialog {
        id: removeDialog

        property string memberId: ""

        function ask(memberId: string, name: string): void {
            removeDialog.memberId = memberId;
            removeDialog.title = qsTr("Remove %1 from the group?").arg(Names.isolated(name));
            removeDialog.open();
        }

        text: qsTr("From now on the group’s service does not help to open anything, old or new. What was opened already stays with them.")
        acceptText: qsTr("Remove")
        onAccepted: memberList.remove(removeDialog.memberId)
    }
    ConfirmDialog {
        id: leaveDialog

        property string groupId: ""

        function ask(groupId: string, name: string): void {
            leaveDialog.groupId = groupId;
            leaveDialog.title = qsTr("Leave “%1”?").arg(Names.isolated(name));
            leaveDialog.open();
        }

        text: page.administrator ? qsTr("You can then no longer open what is encrypted to it, nor decide who belongs to it: the other administrators do.") : qsTr("You can then no longer open what is encrypted to it.")
        acceptText: qsTr("Leave")
        onAccepted: Groups.leave(leaveDialog.groupId)
    }
    ConfirmDialog {
        id: endDialog

        property string groupId: ""

        function ask(groupId: string, name: string): void {
            endDialog.groupId = groupId;
            endDialog.title = qsTr("End “%1”?").arg(Names.isolated(name));
            endDialog.open();
        }

        text: qsTr("It ends for everybody and for good: nobody can open any more what was encrypted to it, you included. Open first what you want to keep.")
        acceptText: qsTr("End the group")
        onAccepted: Groups.dissolve(endDialog.groupId)
    }
    FileDialog {
        id: encryptDialog
        title: qsTr("File to encrypt")
        onAccepted: GroupFiles.encrypt(page.groupId, encryptDialog.selectedFile)
    }
    FileDialog {
        id: openDialog
        title: qsTr("Encrypted file")
        nameFilters: [qsTr("Encrypted files (*.dare)"), qsTr("All files (*)")]
        onAccepted: GroupFiles.decrypt(openDialog.selectedFile)
    }
    Connections {
        target: GroupFiles
        function onChanged(): void {
            // the reason may be that the group has changed
            if (GroupFiles.phase === GroupFiles.Failed)
                memberList.refresh();
        }
    }
    Connections {
        target: Groups
        function onCreated(groupId: string): void {
            createDialog.close();
            page.openGroup(groupId);
        }
        function onLeft(name: string): void {
            page.showList();
            page.toasts.show(qsTr("You have left “%1”").arg(Names.isolated(name)), "");
        }
        function onDissolved(name: string): void {
            page.showList();
            page.toasts.show(qsTr("“%1” has ended").arg(Names.isolated(name)), "");
        }
        function onChanged(): void {
            page.seek();
        }
    }
}
