import QtQuick
import QtQuick.Layouts
import Mesh.Controls

AppWindow {
    id: window

    property int startPage: 0
    property bool dark: false
    property bool contrast: false
    property real textScale: 1
    property bool mirrored: false
    property bool detailShown: false
    property bool dialogShown: false

    title: "Mesh.Controls"
    visible: true
    LayoutMirroring.enabled: window.mirrored
    LayoutMirroring.childrenInherit: true

    Component.onCompleted: {
        Theme.appearance = window.dark ? Theme.Dark : Theme.Light;
        Theme.highContrast = window.contrast;
        Theme.textScale = window.textScale;
        Theme.reducedMotion = true;
        shell.currentIndex = window.startPage;
        if (window.dialogShown)
            overlays.openDialog();
    }

    AppShell {
        id: shell
        anchors.fill: parent

        entries: [
            NavEntry {
                title: "Lists"
                symbol: Icon.Contact
            },
            NavEntry {
                title: "Inputs"
                symbol: Icon.Edit
            },
            NavEntry {
                title: "Buttons"
                symbol: Icon.Check
                badge: 3
            },
            NavEntry {
                title: "Messages"
                symbol: Icon.Info
            },
            NavEntry {
                title: "Icons"
                symbol: Icon.Star
                separated: true
            },
            NavEntry {
                title: "Empty"
                symbol: Icon.Inbox
            },
            NavEntry {
                title: "Codes"
                symbol: Icon.Qr
            },
            NavEntry {
                title: "Settings"
                symbol: Icon.Settings
                separated: true
            }
        ]
        sidebarHeader: AccountButton {
            width: parent ? parent.width : implicitWidth
            collapsed: shell.collapsed
            text: "alice@example.com"
            title: "alice"
            subtitle: "example.com"
            badge: 2
        }
        sidebarFooter: SyncIndicator {
            collapsed: shell.collapsed
        }
        StackLayout {
            anchors.fill: parent
            currentIndex: shell.currentIndex

            ListGallery {
                detailShown: window.detailShown
            }
            InputGallery {}
            ButtonGallery {}
            MessageGallery {
                id: overlays
                toasts: shell.toasts
            }
            IconGallery {}
            Item {
                EmptyState {
                symbol: Icon.Bookmark
                title: "No bookmarks yet"
                text: "Keep the pages that you want to find again. They are on all of your devices."
                actionText: "New bookmark"
                actionSymbol: Icon.Plus
                secondaryText: "Import from a browser"
                }
            }
            CodeGallery {}
            SettingsGallery {}
        }
    }
}
