import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The form that makes a new mesh.
StagePage {
    id: page

    /// What an archive holds that is open will be put into the mesh.
    property bool restoring: false
    readonly property bool embedded: placeGroup.currentIndex === 0
    readonly property bool complete: nameField.text.trim() !== "" && accountField.text !== "" && accountField.errorText === "" && deviceField.text.trim() !== "" && (page.embedded || (domainField.text.trim() !== "" && addressField.errorText === ""))

    function create(): void {
        if (!page.complete || Session.busy)
            return;
        if (page.restoring)
            AccountArchive.restoreOnceReady();
        Session.createMesh(nameField.text.trim(), accountField.text.trim(), deviceField.text.trim(), page.embedded, page.embedded ? "" : domainField.text.trim(), page.embedded ? "" : addressField.text.trim());
    }

    title: qsTr("Start a new mesh")
    text: page.restoring ? qsTr("A new mesh for what the archive of %1 holds. People who know the old address need the new one.").arg(AccountArchive.address) : qsTr("Further devices can join at any time.")
    showBack: !Session.busy
    onVisibleChanged: {
        if (!page.visible)
            return;
        if (page.restoring && nameField.text === "")
            nameField.text = AccountArchive.ownerName;
        nameField.forceFocus();
    }

    FormSection {
        enabled: !Session.busy

        TextEntry {
            id: nameField
            label: qsTr("Your name")
            focus: true
            required: true
            maximumLength: 200
            onAccepted: page.create()
        }
        FormRow {
            TextEntry {
                id: accountField
                label: qsTr("Account name")
                helperText: qsTr("Small letters and digits, such as alice.")
                required: true
                text: Session.suggestedAccountName
                errorText: accountField.text === "" ? "" : Session.accountNameError(accountField.text)
                maximumLength: 64
                onAccepted: page.create()
            }
            TextEntry {
                id: deviceField
                label: qsTr("Device name")
                helperText: qsTr("How your other devices will call this one.")
                required: true
                text: Session.suggestedDeviceName
                maximumLength: 100
                onAccepted: page.create()
            }
        }
    }
    RadioGroup {
        id: placeGroup
        enabled: !Session.busy
        label: qsTr("Where your mesh is kept")
        options: [qsTr("Keep my mesh on this computer"), qsTr("Use a Mesh service")]
        explanations: [qsTr("Nothing else is needed. Your other devices reach it while this program runs."), qsTr("Your devices reach it at any time. It keeps what it cannot read.")]
        currentIndex: 0
    }
    FormSection {
        visible: !page.embedded
        enabled: !Session.busy

        TextEntry {
            id: domainField
            label: qsTr("Service domain")
            placeholderText: "example.com"
            required: true
            maximumLength: 253
            onAccepted: page.create()
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
                onAccepted: page.create()
            }
        }
    }
    FormMessage {}
    Row {
        spacing: Theme.spacingS
        AppButton {
            kind: AppButton.Kind.Primary
            text: qsTr("Create")
            enabled: page.complete
            busy: Session.busy
            onClicked: page.create()
        }
        AppButton {
            visible: Session.busy
            text: qsTr("Stop")
            onClicked: Session.cancel()
        }
    }
}
