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
        view.go(5);
        ((places.children[5] as PlaceLoader).item as InboxPage).openMessage(id);
    }
    /// Begins a new entry of one of the four catalogs (0 to 3), or the connection of a device (4).
    function begin(place: int): void {
        view.go(place);
        if (place === 0)
            ((places.children[place] as PlaceLoader).item as ContactsPlace).beginNew();
        else if (place < 4)
            ((places.children[place] as PlaceLoader).item as CatalogPage).beginNew();
        else
            ((places.children[place] as PlaceLoader).item as DevicesPage).beginPairing();
    }

    Component.onCompleted: shell.currentIndex = Math.max(0, Math.min(7, Number(Preferences.value("window/place", 0))))

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
                title: qsTr("Devices")
                symbol: Icon.Laptop
                badge: PendingRequests.count
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
                title: qsTr("Settings")
                symbol: Icon.Settings
                separated: true
            }
        ]
        onChosen: index => view.go(index)

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
            // Without a sidebar the state of the synchronisation has its place above the page.
            Rectangle {
                visible: shell.narrow
                width: parent ? parent.width : 0
                height: Theme.controlHeight
                color: Theme.surfaceSunken
                SyncIndicator {
                    width: parent.width - narrowLock.width
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
                sourceComponent: DevicesPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 5
                sourceComponent: InboxPage {
                    toasts: shell.toasts
                    onDevicesWanted: view.go(4)
                    onContactWanted: id => view.openContact(id)
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 6
                sourceComponent: OutboxPage {
                    toasts: shell.toasts
                }
            }
            PlaceLoader {
                shown: shell.currentIndex === 7
                sourceComponent: SettingsPage {
                    toasts: shell.toasts
                }
            }
            // qmllint enable unqualified
        }
    }
    SyncDialog {
        id: syncDialog
    }
    Connections {
        target: PendingRequests
        function onArrived(deviceName: string): void {
            view.requestToken = shell.toasts.show(qsTr("“%1” asks to be connected").arg(deviceName), qsTr("Show"));
        }
    }
    Connections {
        target: Inbox
        function onAnswerWanted(messageId: string, title: string, subtitle: string): void {
            view.messageId = messageId;
            view.messageToken = shell.toasts.show(title, qsTr("Show"));
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
    property int requestToken: 0
    property int messageToken: 0
    property string messageId: ""
    Connections {
        target: shell.toasts
        function onActed(token: int): void {
            if (token === view.requestToken)
                view.go(4);
            else if (token === view.messageToken)
                view.openMessage(view.messageId);
        }
    }
}
