import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The devices of the mesh, those that ask to join, and the connection of a further one.
FocusScope {
    id: page

    required property ToastArea toasts
    property bool pairing: false

    onVisibleChanged: {
        if (page.visible)
            Devices.refresh();
    }

    function beginPairing(): void {
        page.pairing = true;
        Pairing.start();
    }
    function endPairing(): void {
        page.pairing = false;
        Pairing.stop();
    }

    ScrollPage {
        anchors.fill: parent
        visible: !page.pairing
        enabled: visible
        focus: visible
        title: qsTr("Devices")
        subtitle: Session.accountAddress
        actions: AppButton {
            visible: Devices.isAdministrator && Accounts.showsHome
            width: Math.min(implicitWidth, page.width - Theme.spacingL * 2)
            kind: AppButton.Kind.Primary
            symbol: Icon.Plus
            text: qsTr("Connect another device")
            onClicked: page.beginPairing()
        }
        notice: [
            Banner {
                visible: Devices.errorText !== ""
                kind: Tone.Kind.Danger
                text: Devices.errorText
            },
            Banner {
                visible: PendingRequests.errorText !== ""
                kind: Tone.Kind.Danger
                text: PendingRequests.errorText
            }
        ]

        HomeAccountNote {
            visible: !Accounts.showsHome
            text: qsTr("Devices belong to the whole mesh. They are connected, renamed and disconnected in the home account; this account follows.")
        }
        FormSection {
            visible: PendingRequests.count > 0 && Accounts.showsHome
            title: qsTr("Ask to be connected")
            text: qsTr("Accept only if the other device shows the same code.")

            Repeater {
                model: PendingRequests
                delegate: RequestCard {}
            }
        }
        FormSection {
            title: qsTr("Connected")

            Repeater {
                model: Devices
                delegate: DeviceCard {
                    onRenameRequested: (deviceId, name) => renameDialog.ask(deviceId, name)
                    onDisconnectRequested: (deviceId, name) => disconnectDialog.ask(deviceId, name)
                    onGrantRequested: (deviceId, name) => grantDialog.ask(deviceId, name)
                }
            }
        }
        MutedText {
            visible: !Devices.isAdministrator && Accounts.showsHome
            width: parent.width
            text: qsTr("This device may not connect or disconnect others. A device with that right can give it to this one.")
        }
    }
    PairingPage {
        anchors.fill: parent
        visible: page.pairing
        enabled: visible
        focus: visible
        onBack: page.endPairing()
    }

    AppDialog {
        id: renameDialog

        property string deviceId: ""

        function ask(deviceId: string, name: string): void {
            renameDialog.deviceId = deviceId;
            nameField.text = name;
            renameDialog.open();
            nameField.forceFocus();
        }

        title: qsTr("Rename this device")
        acceptText: qsTr("Rename")
        acceptEnabled: nameField.text.trim() !== "" && nameField.errorText === ""
        onAccepted: Devices.rename(renameDialog.deviceId, nameField.text.trim())

        TextEntry {
            id: nameField
            width: parent.width
            label: qsTr("Device name")
            errorText: nameField.text === "" ? "" : Devices.nameError(nameField.text)
            maximumLength: 100
        }
    }
    ConfirmDialog {
        id: disconnectDialog

        property string deviceId: ""

        function ask(deviceId: string, name: string): void {
            disconnectDialog.deviceId = deviceId;
            disconnectDialog.title = qsTr("Disconnect “%1”?").arg(Names.isolated(name));
            disconnectDialog.open();
        }

        text: qsTr("It loses access at once and for good. What is stored on it already stays there.")
        acceptText: qsTr("Disconnect device")
        onAccepted: Devices.disconnectDevice(disconnectDialog.deviceId)
    }
    AppDialog {
        id: grantDialog

        property string deviceId: ""

        function ask(deviceId: string, name: string): void {
            grantDialog.deviceId = deviceId;
            grantDialog.title = qsTr("Let “%1” manage devices?").arg(Names.isolated(name));
            grantDialog.open();
        }

        text: qsTr("It can then connect further devices and disconnect any, this one too.")
        acceptText: qsTr("Allow")
        onAccepted: Devices.grantAdministration(grantDialog.deviceId)
    }
    Connections {
        target: Devices
        function onDisconnected(name: string): void {
            page.toasts.show(qsTr("“%1” is disconnected").arg(Names.isolated(name)), "");
        }
        function onRenamed(name: string): void {
            page.toasts.show(qsTr("This device is called “%1” now").arg(Names.isolated(name)), "");
        }
        function onAdministrationGranted(name: string): void {
            page.toasts.show(qsTr("“%1” may manage devices now").arg(Names.isolated(name)), "");
        }
        function onConfirmationAllowed(name: string, allowed: bool): void {
            page.toasts.show(allowed ? qsTr("“%1” may confirm now").arg(Names.isolated(name)) : qsTr("“%1” confirms no more").arg(Names.isolated(name)), "");
        }
        function onDeviceConnected(name: string): void {
            page.pairing = false;
        }
    }
    Connections {
        target: PendingRequests
        function onRejected(deviceName: string): void {
            page.toasts.show(qsTr("“%1” was rejected").arg(Names.isolated(deviceName)), "");
        }
    }
}
