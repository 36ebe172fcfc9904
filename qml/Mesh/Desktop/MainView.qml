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

    function go(place: int): void {
        shell.currentIndex = place;
        Preferences.setValue("window/place", place);
    }
    function openContact(id: string): void {
        view.go(0);
        ((places.children[0] as PlaceLoader).item as ContactsPlace).openEntry(id);
    }
    /// Shows a message, such as one that the desktop's notification spoke of.
    function openMessage(id: string): void {
        view.go(7);
        ((places.children[7] as PlaceLoader).item as InboxPage).openMessage(id);
    }
    function openGroup(id: string): void {
        view.go(9);
        ((places.children[9] as PlaceLoader).item as GroupsPage).openGroup(id);
    }
    /// Shows a kind of applications, or begins a new one.
    function showApplications(kind: int, beginning: bool): void {
        view.go(5);
        const place = (places.children[5] as PlaceLoader).item as ApplicationsPlace;
        place.show(kind);
        if (beginning)
            place.beginNew();
    }
    /// Shows a step of the Recovery page.
    function showRecovery(step: int): void {
        view.go(10);
        ((places.children[10] as PlaceLoader).item as RecoveryPage).go(step);
    }
    /// Shows a step of the Security page.
    function showSecurity(step: int): void {
        view.go(11);
        const page = (places.children[11] as PlaceLoader).item as SecurityPage;
        if (step === SecurityPage.Step.Link)
            page.showFirst();
        else if (step === SecurityPage.Step.Compare)
            page.compare();
        else
            page.go(step);
    }
    /// Shows the accounts of the mesh, or begins a new one.
    function showAccounts(beginning: bool): void {
        view.go(13);
        if (beginning)
            newAccountDialog.begin();
        else
            newAccountDialog.close();
    }
    /// Begins a new entry of one of the catalogs (0 to 5), or the connection of a device (6).
    function begin(place: int): void {
        view.go(place);
        if (place === 0)
            ((places.children[place] as PlaceLoader).item as ContactsPlace).beginNew();
        else if (place < 5)
            ((places.children[place] as PlaceLoader).item as CatalogPage).beginNew();
        else if (place === 5)
            ((places.children[5] as PlaceLoader).item as ApplicationsPlace).beginNew();
        else
            ((places.children[place] as PlaceLoader).item as DevicesPage).beginPairing();
    }

    Component.onCompleted: shell.currentIndex = Math.max(0, Math.min(13, Number(Preferences.value("window/place", 0))))

    AppShell {
        id: shell
        anchors.fill: parent
        focus: true

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
                onNewWanted: newAccountDialog.begin()
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
            Rectangle {
                visible: shell.narrow
                width: parent ? parent.width : 0
                height: Theme.controlHeight
                color: Theme.surfaceSunken
                AccountSwitcher {
                    id: narrowSwitcher
                    height: parent.height
                    collapsed: true
                    onNewWanted: newAccountDialog.begin()
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
        ]

        StackLayout {
            id: places
            anchors.fill: parent
            currentIndex: shell.currentIndex

            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            PlaceLoader {
                shown: shell.currentIndex === 0
                sourceComponent: ContactsPlace {
                    toasts: shell.toasts
                    onRequestsWanted: {
                        view.go(7);
                        ((places.children[7] as PlaceLoader).item as InboxPage).showRequests();
                    }
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 1
                sourceComponent: BookmarksPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 2
                sourceComponent: TasksPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 3
                sourceComponent: CredentialsPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 4
                sourceComponent: NetworksPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 5
                sourceComponent: ApplicationsPlace {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 6
                sourceComponent: DevicesPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 7
                sourceComponent: InboxPage {
                    toasts: shell.toasts
                    onDevicesWanted: view.go(6)
                    onContactWanted: id => view.openContact(id)
                    onGroupWanted: id => view.openGroup(id)
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 8
                sourceComponent: OutboxPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 9
                sourceComponent: GroupsPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 10
                sourceComponent: RecoveryPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 11
                sourceComponent: SecurityPage {
                    toasts: shell.toasts
                    onDevicesWanted: view.go(6)
                    onRecoveryWanted: view.showRecovery(RecoveryPage.Step.Overview)
                    onSettingsWanted: view.go(12)
                    onProblemsWanted: syncDialog.open()
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 12
                sourceComponent: SettingsPage {
                    toasts: shell.toasts
                    onRestoreWanted: restoreDialog.begin()
                    onAccountsWanted: view.showAccounts(false)
                }
            }
            // Not among the places of the navigation: the switcher leads there.
            PlaceLoader {
                shown: shell.currentIndex === 13
                sourceComponent: AccountsPage {
                    toasts: shell.toasts
                    onNewWanted: newAccountDialog.begin()
                }
            }
            // qmllint enable unqualified
        }
    }
    SyncDialog {
        id: syncDialog
    }
    RestoreArchiveDialog {
        id: restoreDialog
    }
    NewAccountDialog {
        id: newAccountDialog
    }
    SshQuestionDialog {}
    GroupFileDialog {}
    Connections {
        target: PendingRequests
        function onArrived(deviceName: string): void {
            if (!Accounts.showsHome)
                return; // only the home account connects devices
            view.requestToken = shell.toasts.show(qsTr("“%1” asks to be connected").arg(deviceName), qsTr("Show"));
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
    }
    Connections {
        target: Devices
        function onDeviceConnected(name: string): void {
            shell.toasts.show(qsTr("“%1” is connected").arg(name), "");
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
    property string messageAccount: ""
    property string messageId: ""
    Connections {
        target: shell.toasts
        function onActed(token: int): void {
            if (token === view.requestToken)
                view.go(6);
            else if (token === view.messageToken)
                Notifications.show(view.messageAccount, view.messageId);
            else if (token === view.problemToken)
                view.showAccounts(false);
        }
    }
}
