import QtQuick
import Mesh.Controls

ScrollPage {
    id: page
    property ToastArea toasts

    function openDialog(): void {
        dialog.open();
    }
    title: "Messages"
    Flow {
        width: parent.width
        spacing: Theme.spacingS
        AppButton { text: "Show a toast"; onClicked: page.toasts.show("Contact deleted", "Undo") }
        AppButton { text: "Open a dialog"; onClicked: dialog.open() }
        AppButton {
            text: "Open a menu"
            onClicked: menu.open()
            AppMenu {
                id: menu
                y: parent.height
                AppMenuItem { text: "Edit"; symbol: Icon.Edit }
                AppMenuItem { text: "Earlier versions"; symbol: Icon.History }
                AppMenuItem { text: "Delete"; symbol: Icon.Trash; destructive: true }
            }
        }
    }
    Banner { text: "A word that is good to know."; closable: true; radius: Theme.radiusM }
    Banner { text: "Everything was imported: 1,204 bookmarks in 32 folders."; kind: Tone.Kind.Success; actionText: "Show"; radius: Theme.radiusM }
    Banner { text: "The service cannot be reached. Your changes are kept here and follow as soon as it answers again."; kind: Tone.Kind.Warning; actionText: "Try again"; secondaryText: "Details"; radius: Theme.radiusM }
    Banner { text: "The keyring is locked."; kind: Tone.Kind.Danger; actionText: "Unlock"; radius: Theme.radiusM }
    SelectionBar {
        count: 3
        IconButton { symbol: Icon.Folder; text: "Move" }
        IconButton { symbol: Icon.Trash; text: "Delete" }
    }
    ConfirmDialog {
        id: dialog
        title: "Disconnect “Vera’s laptop”?"
        text: "It loses access at once. What it has stored already stays on it."
        acceptText: "Disconnect"
    }
}
