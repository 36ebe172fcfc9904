import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// A mesh whose devices are gone comes back from its recovery shares.
StagePage {
    id: page

    readonly property bool ready: collector.complete && accountField.text.trim() !== "" && accountField.errorText === "" && addressField.errorText === "" && deviceField.text.trim() !== ""

    function recover(): void {
        if (!page.ready || Session.busy)
            return;
        shareInput.stop();
        Session.recoverMesh(collector, accountField.text.trim(), addressField.text.trim(), deviceField.text.trim());
    }

    title: qsTr("Recover a mesh")
    text: qsTr("Bring together the shares that were made of your mesh, in any order. Everything that its service keeps comes back, and this device manages the mesh.")
    showBack: !Session.busy
    onBack: {
        shareInput.stop();
        collector.clear();
    }

    ShareCollector {
        id: collector
    }
    ShareInput {
        id: shareInput
        enabled: !Session.busy
        collector: collector
    }
    FormSection {
        enabled: !Session.busy
        title: qsTr("Account")

        TextEntry {
            id: accountField
            label: qsTr("Account address")
            placeholderText: "alice@example.com"
            helperText: qsTr("It is on the pages.")
            required: true
            maximumLength: 320
            inputMethodHints: Qt.ImhEmailCharactersOnly
            errorText: Session.addressError(accountField.text)
            onAccepted: page.recover()
        }
        Expander {
            text: qsTr("Enter the service's network address by hand")
            TextEntry {
                id: addressField
                label: qsTr("Service address")
                placeholderText: "192.168.1.5:15099"
                helperText: qsTr("Host and port; empty to ask the DNS.")
                errorText: Session.serviceAddressError(addressField.text)
                maximumLength: 260
                onAccepted: page.recover()
            }
        }
        TextEntry {
            id: deviceField
            label: qsTr("Device name")
            helperText: qsTr("How your other devices will call this one.")
            required: true
            text: Session.suggestedDeviceName
            maximumLength: 100
            onAccepted: page.recover()
        }
    }
    FormMessage {}
    Row {
        spacing: Theme.spacingS
        AppButton {
            kind: AppButton.Kind.Primary
            text: qsTr("Recover")
            enabled: page.ready
            busy: Session.busy
            onClicked: page.recover()
        }
        AppButton {
            visible: Session.busy
            text: qsTr("Stop")
            onClicked: Session.cancel()
        }
    }
}
