import QtQuick
import QtQuick.Layouts
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The program once it has a mesh: navigation, the places, and whether the devices agree.
///
/// A place is made when it is first shown and then stays, with what the person has typed there.
FocusScope {
    id: view

    /// The mesh is open; until then no place is made.
    required property bool ready
    /// The place that is shown; -1 for none.
    readonly property int place: view.ready ? shell.currentIndex : -1

    function go(place: int): void {
        shell.currentIndex = place;
        Preferences.setLastPlace(place);
    }
    /// The page of a place that was shown.
    function pageOf(place: int): Item {
        return (places.children[place] as PlaceLoader).item as Item;
    }
    function openContact(id: string): void {
        view.go(Place.Contacts);
        (view.pageOf(Place.Contacts) as ContactsPlace).openEntry(id);
    }
    /// Shows a message, such as one that the desktop's notification spoke of.
    function openMessage(id: string): void {
        view.go(Place.Inbox);
        (view.pageOf(Place.Inbox) as InboxPage).openMessage(id);
    }
    /// Shows a task that reminded of itself; all for an empty id.
    function openTask(id: string): void {
        view.go(Place.Tasks);
        if (id !== "")
            (view.pageOf(Place.Tasks) as CatalogPage).openEntry(id);
    }
    /// For the self-test: the first message of Inbox, Outbox or Confirmations, if there is one.
    function showMessage(place: int): void {
        view.go(place);
        (view.pageOf(place) as MessagesPage).openFirst();
    }
    /// For the self-test: the first group, if there is one.
    function showGroup(): void {
        view.go(Place.Groups);
        (view.pageOf(Place.Groups) as GroupsPage).openFirst();
    }
    /// Shows the codes for people who meet: the own one, or what reads another's.
    function exchange(reading: bool): void {
        view.go(Place.Contacts);
        (view.pageOf(Place.Contacts) as ContactsPlace).exchange(reading);
    }
    function openGroup(id: string): void {
        view.go(Place.Groups);
        (view.pageOf(Place.Groups) as GroupsPage).openGroup(id);
    }
    /// Shows a kind of applications, or begins a new one.
    function showApplications(kind: int, beginning: bool): void {
        view.go(Place.Applications);
        const place = view.pageOf(Place.Applications) as ApplicationsPlace;
        place.show(kind);
        if (beginning)
            place.beginNew();
    }
    /// Shows a step of the Recovery page.
    function showRecovery(step: int): void {
        view.go(Place.Recovery);
        (view.pageOf(Place.Recovery) as RecoveryPage).go(step);
    }
    /// Shows a step of the Security page.
    function showSecurity(step: int): void {
        view.go(Place.Security);
        const page = view.pageOf(Place.Security) as SecurityPage;
        if (step === SecurityPage.Step.Link)
            page.showFirst();
        else if (step === SecurityPage.Step.Compare)
            page.compare();
        else
            page.go(step);
    }
    function showChain(asGraph: bool): void {
        view.go(Place.Security);
        (view.pageOf(Place.Security) as SecurityPage).showChain(asGraph);
    }
    /// Shows the accounts of the mesh, or begins a new one.
    function showAccounts(beginning: bool): void {
        view.go(Place.Accounts);
        if (beginning)
            view.beginAccount();
        else if (newAccountDialog.active)
            newAccountDialog.made().close();
    }
    function beginAccount(): void {
        (newAccountDialog.made() as NewAccountDialog).begin();
    }
    function askForSsh(): void {
        if (SshAgent.questionNumber !== 0)
            (sshQuestionDialog.made() as SshQuestionDialog).follow();
    }
    /// Begins a new entry of one of the catalogs, or the connection of a device.
    function begin(place: int): void {
        view.go(place);
        if (place === Place.Contacts)
            (view.pageOf(place) as ContactsPlace).beginNew();
        else if (place < Place.Applications)
            (view.pageOf(place) as CatalogPage).beginNew();
        else if (place === Place.Applications)
            (view.pageOf(Place.Applications) as ApplicationsPlace).beginNew();
        else
            (view.pageOf(place) as DevicesPage).beginPairing();
    }

    Component.onCompleted: {
        shell.currentIndex = Preferences.lastPlace();
        view.askForSsh();
    }

    AppShell {
        id: shell
        anchors.fill: parent
        focus: true
        currentIndex: -1 // none, so that only the page to begin with is made

        // In the order of Place.Id.
        entries: [
            NavEntry {
                title: qsTr("Contacts")
                symbol: Icon.Contact
            },
            NavEntry {
                title: qsTr("Bookmarks")
                symbol: Icon.Bookmark
            },
            NavEntry {
                title: qsTr("Tasks")
                symbol: Icon.Task
            },
            NavEntry {
                title: qsTr("Credentials")
                symbol: Icon.Key
            },
            NavEntry {
                title: qsTr("Networks")
                symbol: Icon.Wifi
            },
            NavEntry {
                title: qsTr("Applications")
                symbol: Icon.Applications
            },
            NavEntry {
                title: qsTr("Devices")
                symbol: Icon.Laptop
                badge: Accounts.showsHome ? PendingRequests.count : 0
                separated: true
            },
            NavEntry {
                title: qsTr("Inbox")
                symbol: Icon.Inbox
                badge: Inbox.unreadCount
            },
            NavEntry {
                title: qsTr("Outbox")
                symbol: Icon.Outbox
            },
            NavEntry {
                title: qsTr("Confirmations")
                symbol: Icon.Success
                badge: Confirmations.waitingCount
            },
            NavEntry {
                title: qsTr("Groups")
                symbol: Icon.Group
            },
            NavEntry {
                title: qsTr("Recovery")
                symbol: Icon.Shield
                separated: true
            },
            NavEntry {
                title: qsTr("Security")
                symbol: Icon.Seal
            },
            NavEntry {
                title: qsTr("Settings")
                symbol: Icon.Settings
            }
        ]
        onChosen: index => view.go(index)

        sidebarHeader: [
            AccountSwitcher {
                width: parent ? parent.width : implicitWidth
                collapsed: shell.collapsed
                onNewWanted: view.beginAccount()
                onManageWanted: view.showAccounts(false)
            }
        ]
        sidebarFooter: [
            Grid {
                id: footer
                width: parent ? parent.width : implicitWidth
                columns: shell.collapsed ? 1 : 2

                SyncIndicator {
                    width: shell.collapsed ? footer.width : footer.width - lockButton.width
                    collapsed: shell.collapsed
                    syncState: SyncStatus.phase
                    pending: SyncStatus.pendingCount
                    message: SyncStatus.text
                    onClicked: syncDialog.open()
                }
                IconButton {
                    id: lockButton
                    width: shell.collapsed ? footer.width : implicitWidth
                    symbol: Icon.Lock
                    text: qsTr("Lock")
                    toolTip: qsTr("Lock (%1)").arg("Ctrl+L")
                    onClicked: Session.lock()
                }
            }
        ]
        banner: [
            // Without a sidebar the account and the state of the synchronisation have their place above the page.
            Loader {
                active: shell.narrow
                visible: active
                width: parent ? parent.width : 0
                // Bound to this file's ids, which only Qt 6.5 and later can be told.
                // qmllint disable unqualified
                sourceComponent: Rectangle {
                    implicitHeight: Theme.controlHeight
                    color: Theme.surfaceSunken
                    AccountSwitcher {
                        id: narrowSwitcher
                        height: parent.height
                        collapsed: true
                        onNewWanted: view.beginAccount()
                        onManageWanted: view.showAccounts(false)
                    }
                    SyncIndicator {
                        anchors.left: narrowSwitcher.right
                        width: parent.width - narrowSwitcher.width - narrowLock.width
                        syncState: SyncStatus.phase
                        pending: SyncStatus.pendingCount
                        message: SyncStatus.text
                        onClicked: syncDialog.open()
                    }
                    IconButton {
                        id: narrowLock
                        anchors.right: parent.right
                        symbol: Icon.Lock
                        text: qsTr("Lock")
                        onClicked: Session.lock()
                    }
                }
                // qmllint enable unqualified
            }
        ]

        StackLayout {
            id: places
            anchors.fill: parent
            currentIndex: shell.currentIndex

            // One for each of Place.Id, in its order.
            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            PlaceLoader {
                shown: view.place === Place.Contacts
                sourceComponent: ContactsPlace {
                    toasts: shell.toasts
                    onRequestsWanted: {
                        view.go(Place.Inbox);
                        (view.pageOf(Place.Inbox) as InboxPage).showRequests();
                    }
                }
            }
            PlaceLoader {
                shown: view.place === Place.Bookmarks
                sourceComponent: BookmarksPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: view.place === Place.Tasks
                sourceComponent: TasksPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: view.place === Place.Credentials
                sourceComponent: CredentialsPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: view.place === Place.Networks
                sourceComponent: NetworksPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: view.place === Place.Applications
                sourceComponent: ApplicationsPlace {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: view.place === Place.Devices
                sourceComponent: DevicesPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: view.place === Place.Inbox
                sourceComponent: InboxPage {
                    toasts: shell.toasts
                    onDevicesWanted: view.go(Place.Devices)
                    onContactWanted: id => view.openContact(id)
                    onGroupWanted: id => view.openGroup(id)
                }
            }
            PlaceLoader {
                shown: view.place === Place.Outbox
                sourceComponent: OutboxPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: view.place === Place.Confirmations
                sourceComponent: ConfirmationsPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: view.place === Place.Groups
                sourceComponent: GroupsPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: view.place === Place.Recovery
                sourceComponent: RecoveryPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: view.place === Place.Security
                sourceComponent: SecurityPage {
                    toasts: shell.toasts
                    onDevicesWanted: view.go(Place.Devices)
                    onRecoveryWanted: view.showRecovery(RecoveryPage.Step.Overview)
                    onSettingsWanted: view.go(Place.Settings)
                    onProblemsWanted: syncDialog.open()
                }
            }
            PlaceLoader {
                shown: view.place === Place.Settings
                sourceComponent: SettingsPage {
                    toasts: shell.toasts
                    onRestoreWanted: (restoreDialog.made() as RestoreArchiveDialog).begin()
                    onAccountsWanted: view.showAccounts(false)
                }
            }
            // Not among the places of the navigation: the switcher leads there.
            PlaceLoader {
                shown: view.place === Place.Accounts
                sourceComponent: AccountsPage {
                    toasts: shell.toasts
                    onNewWanted: view.beginAccount()
                }
            }
            // qmllint enable unqualified
        }
    }
    DialogMaker {
        id: syncDialog
        sourceComponent: SyncDialog {}
    }
    DialogMaker {
        id: restoreDialog
        sourceComponent: RestoreArchiveDialog {}
    }
    DialogMaker {
        id: newAccountDialog
        sourceComponent: NewAccountDialog {}
    }
    DialogMaker {
        id: sshQuestionDialog
        sourceComponent: SshQuestionDialog {}
    }
    DialogMaker {
        id: groupFileDialog
        sourceComponent: GroupFileDialog {}
    }
    Connections {
        target: SshAgent
        function onAskingChanged(): void {
            view.askForSsh();
        }
    }
    Connections {
        target: GroupFiles
        function onChanged(): void {
            if (GroupFiles.phase !== GroupFiles.Idle)
                groupFileDialog.open();
        }
    }
    CopyToast {
        toasts: shell.toasts
    }
    Connections {
        target: PendingRequests
        function onArrived(deviceName: string): void {
            if (!Accounts.showsHome)
                return; // only the home account connects devices
            view.requestToken = shell.toasts.show(qsTr("“%1” asks to be connected").arg(Names.isolated(deviceName)), qsTr("Show"));
        }
    }
    Connections {
        target: Inbox
        function onAnswerWanted(messageId: string, title: string, subtitle: string): void {
            view.offer(Accounts.currentId, messageId, title);
        }
    }
    Connections {
        target: Accounts
        function onAnswerWanted(accountId: string, messageId: string, title: string, text: string, isConfirmation: bool): void {
            view.offer(accountId, messageId, qsTr("%1 (for %2)").arg(title).arg(Accounts.addressOf(accountId)));
        }
        function onProblemFound(address: string, text: string): void {
            view.problemToken = shell.toasts.show(qsTr("%1: %2").arg(address).arg(text), qsTr("Show"));
        }
    }
    Connections {
        target: Notifications
        function onMessageChosen(messageId: string): void {
            view.openMessage(messageId);
        }
        function onTaskChosen(taskId: string): void {
            view.openTask(taskId);
        }
        function onReminded(accountId: string, taskId: string, text: string): void {
            view.taskAccount = accountId;
            view.taskId = taskId;
            view.taskToken = shell.toasts.show(text, qsTr("Show"));
        }
    }
    Connections {
        target: Devices
        function onDeviceConnected(name: string): void {
            shell.toasts.show(qsTr("“%1” is connected").arg(Names.isolated(name)), "");
        }
    }
    /// Says that a message waits for an answer, in whichever account.
    function offer(accountId: string, messageId: string, title: string): void {
        view.messageAccount = accountId;
        view.messageId = messageId;
        view.messageToken = shell.toasts.show(title, qsTr("Show"));
    }
    property int requestToken: 0
    property int problemToken: 0
    property int messageToken: 0
    property int taskToken: 0
    property string taskAccount: ""
    property string taskId: ""
    property string messageAccount: ""
    property string messageId: ""
    Connections {
        target: shell.toasts
        function onActed(token: int): void {
            if (token === view.requestToken)
                view.go(Place.Devices);
            else if (token === view.messageToken)
                Notifications.show(view.messageAccount, view.messageId);
            else if (token === view.taskToken)
                Notifications.showTask(view.taskAccount, view.taskId);
            else if (token === view.problemToken)
                view.showAccounts(false);
        }
    }
}
