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
    ConfirmDialog {
        id: dialog
        title: "Disconnect “Vera’s laptop”?"
        text: "It loses access at once. What it has stored already stays on it."
        acceptText: "Disconnect"
    }
}
