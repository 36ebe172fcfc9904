import QtQuick
import Mesh.App
import Mesh.Controls

/// The services that have the account: the first one, with which all devices exchange, and those with a copy.
FormSection {
    id: section

    signal copyRequested(address: string)

    title: qsTr("Further services")
    text: Preferences.embedded && AccountServices.services.count < 2 ? qsTr("Your account is on this computer only. Services elsewhere can keep a copy, take messages for you, and become the first one should this computer be lost.") : qsTr("Your account can be at several services at once. All of your devices exchange with the first one; the others keep a copy, take messages for you, and can become the first one should that be lost.")

    Repeater {
        model: AccountServices.services
        delegate: ServiceCard {
            onCopyRequested: address => section.copyRequested(address)
            onFirstRequested: address => firstDialog.ask(address, false)
            onRemovalRequested: address => removeDialog.ask(address, false)
        }
    }
    ProgressLine {
        visible: AccountServices.busy && !addDialog.opened
        indeterminate: true
        text: qsTr("Speaking with the services…")
    }
    Banner {
        visible: AccountServices.errorText !== "" && !addDialog.opened
        radius: Theme.radiusM
        kind: Tone.Kind.Danger
        text: AccountServices.errorText
    }
    MutedText {
        width: parent.width
        visible: !Devices.isAdministrator
        text: qsTr("They are chosen on a device that manages the others.")
    }
    MutedText {
        width: parent.width
        visible: Devices.isAdministrator && AccountServices.full
        text: qsTr("These are as many as there can be.")
    }
    AppButton {
        visible: Devices.isAdministrator && !AccountServices.full
        symbol: Icon.Plus
        text: qsTr("Add a further service…")
        enabled: !AccountServices.busy && ServiceMove.stage === ServiceMove.None
        onClicked: addDialog.begin()
    }

    Connections {
        target: AccountServices
        function onUnreachable(address: string): void {
            removeDialog.ask(address, true);
        }
        function onFirstLost(address: string): void {
            firstDialog.ask(address, true);
        }
    }
    AddServiceDialog {
        id: addDialog
    }
    ConfirmDialog {
        id: removeDialog

        property string address: ""
        property bool cannotBeAsked: false

        function ask(address: string, cannotBeAsked: bool): void {
            removeDialog.address = address;
            removeDialog.cannotBeAsked = cannotBeAsked;
            removeDialog.open();
        }

        title: removeDialog.cannotBeAsked ? qsTr("Remove it all the same?") : qsTr("Remove %1?").arg(removeDialog.address)
        text: removeDialog.cannotBeAsked ? qsTr("The service cannot be reached now, so it keeps its copy, which is encrypted. Messages that it has for you are lost.") : qsTr("The service deletes its copy and takes no more messages for you. Nothing is lost at the other services.")
        acceptText: qsTr("Remove")
        onAccepted: AccountServices.remove(removeDialog.address, removeDialog.cannotBeAsked)
    }
    ConfirmDialog {
        id: firstDialog

        property string address: ""
        property bool isLost: false

        function ask(address: string, isLost: bool): void {
            firstDialog.address = address;
            firstDialog.isLost = isLost;
            firstDialog.open();
        }

        destructive: firstDialog.isLost
        title: firstDialog.isLost ? qsTr("The present first service cannot be reached") : qsTr("Make %1 the first service?").arg(firstDialog.address)
        text: firstDialog.isLost ? qsTr("Go on without it if it is lost for good. Your devices send what the other service has not got yet; what none of your devices has stays with the lost one.") : qsTr("All of your devices will exchange with it, and your contacts get its address. The present one keeps a copy.")
        acceptText: firstDialog.isLost ? qsTr("Go on without it") : qsTr("Make it the first")
        onAccepted: AccountServices.makeFirst(firstDialog.address, firstDialog.isLost)
    }
}
