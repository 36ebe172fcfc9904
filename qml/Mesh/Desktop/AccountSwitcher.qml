import QtQuick
import Mesh.App
import Mesh.Controls

/// Which account is shown, and the way to the others.
AccountButton {
    id: switcher

    signal newWanted
    signal manageWanted

    text: Accounts.currentAddress
    title: Accounts.currentAddress.split("@")[0]
    subtitle: Accounts.currentAddress.split("@")[1] ?? ""
    badge: Accounts.unreadElsewhere
    badgeText: qsTr("%n unread in other accounts", "", Accounts.unreadElsewhere)
    onClicked: menu.open()

    AppMenu {
        id: menu
        title: switcher.text
        y: switcher.height
        width: Math.min(implicitWidth, Math.max(0, (switcher.Window.width || implicitWidth) - Theme.spacingM * 2))

        AppMenuItem {
            visible: Accounts.mayManage
            height: visible ? implicitHeight : 0
            symbol: Icon.Plus
            text: qsTr("New account…")
            onTriggered: switcher.newWanted()
        }
        AppMenuItem {
            symbol: Icon.Settings
            text: qsTr("Manage accounts")
            onTriggered: switcher.manageWanted()
        }
    }
    Instantiator {
        model: Accounts
        delegate: AppMenuItem {
            required property string accountId
            required property string address
            required property int standing
            required property bool isCurrent
            required property int unread

            text: address
            checkable: true
            checked: isCurrent
            enabled: standing === Accounts.Open
            shortcutText: {
                switch (standing) {
                case Accounts.Open:
                    return unread > 0 && !isCurrent ? qsTr("%n unread", "", unread) : "";
                case Accounts.Elsewhere:
                    return qsTr("not on this device yet");
                case Accounts.Making:
                    return qsTr("being made");
                case Accounts.Deleted:
                    return qsTr("ended");
                default:
                    return qsTr("not open yet");
                }
            }
            onTriggered: {
                checked = Qt.binding(() => isCurrent);
                Accounts.switchTo(accountId);
            }
        }
        onObjectAdded: (index, object) => menu.insertItem(index, object as AppMenuItem)
        onObjectRemoved: (index, object) => menu.removeItem(object as AppMenuItem)
    }
}
