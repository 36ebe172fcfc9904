import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The accounts of the mesh: the home account and the further ones.
ScrollPage {
    id: page

    required property ToastArea toasts
    signal newWanted

    title: qsTr("Accounts")
    actions: AppButton {
        visible: Accounts.mayManage
        width: Math.min(implicitWidth, page.width - Theme.spacingL * 2)
        kind: AppButton.Kind.Primary
        symbol: Icon.Plus
        text: qsTr("New account…")
        onClicked: page.newWanted()
    }
    notice: [
        Banner {
            visible: Accounts.errorText !== ""
            kind: Tone.Kind.Danger
            text: Accounts.errorText
            closable: true
            onClosed: Accounts.forgetError()
        }
    ]

    BodyText {
        width: parent.width
        text: qsTr("Keep apart what does not belong together, such as work and family: each account has its own address, contacts, passwords and messages, on all of your devices. What happens in one does not show in another.")
        color: Theme.textMuted
    }
    Column {
        width: parent.width
        spacing: Theme.spacingM

        Repeater {
            model: Accounts
            delegate: AccountCard {
                onDeleteRequested: (accountId, address) => {
                    deleteDialog.accountId = accountId;
                    deleteDialog.ask(address);
                }
                onForgetRequested: (accountId, address, making) => forgetDialog.ask(accountId, address, making)
            }
        }
    }
    Row {
        width: parent.width
        spacing: Theme.spacingM
        visible: Accounts.busy

        ProgressLine {
            width: parent.width - stopButton.width - parent.spacing
            anchors.verticalCenter: parent.verticalCenter
            indeterminate: Accounts.progress < 0
            value: Math.max(0, Accounts.progress)
            text: Accounts.busyText
        }
        AppButton {
            id: stopButton
            text: qsTr("Stop")
            onClicked: Accounts.cancel()
        }
    }
    MutedText {
        width: parent.width
        visible: !Accounts.mayManage
        text: qsTr("Accounts are made and deleted on a device that manages the others.")
    }
    MutedText {
        width: parent.width
        text: qsTr("The home account holds the mesh together: the devices, recovery and the master key belong to it. It ends last, in the settings, once there is no other account. People who know two of your accounts can find out that both are yours.")
    }

    DeleteAccountDialog {
        id: deleteDialog

        property string accountId: ""

        consequences: qsTr("It ends for all of your devices and for good, with its contacts, passwords and messages. Your other accounts stay. It leaves its groups; hand over or end those that it alone administers first.")
        onAccepted: Accounts.deleteAccount(deleteDialog.accountId)
    }
    ConfirmDialog {
        id: forgetDialog

        property string accountId: ""
        property bool making: false

        function ask(accountId: string, address: string, making: bool): void {
            forgetDialog.accountId = accountId;
            forgetDialog.making = making;
            forgetDialog.title = making ? qsTr("Give up %1?").arg(address) : qsTr("Remove %1 from this device?").arg(address);
            forgetDialog.open();
        }

        text: forgetDialog.making ? qsTr("Its name is given back to the service, and its keys are erased.") : qsTr("What this device still has of it is erased.")
        acceptText: forgetDialog.making ? qsTr("Give up") : qsTr("Remove")
        onAccepted: Accounts.forget(forgetDialog.accountId)
    }
    Connections {
        target: Accounts
        function onEnded(address: string): void {
            page.toasts.show(qsTr("%1 was deleted").arg(address), "");
        }
    }
}
