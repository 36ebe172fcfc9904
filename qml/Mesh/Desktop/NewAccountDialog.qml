import QtQuick
import Mesh.App
import Mesh.Controls

/// Asks for a further account. The new one is shown once it is there.
AppDialog {
    id: dialog

    readonly property bool atHome: placeGroup.currentIndex === 0
    readonly property bool complete: nameField.text.trim() !== "" && nameField.errorText === "" && (dialog.atHome || (domainField.text.trim() !== "" && domainField.errorText === "" && placeEntry.complete))

    function begin(): void {
        Accounts.forgetError();
        nameField.text = "";
        fullNameField.text = "";
        placeGroup.currentIndex = 0;
        domainField.text = "";
        placeEntry.clear();
        dialog.open();
    }

    preferredWidth: Math.round(560 * Theme.textScale)
    title: qsTr("New account")
    text: qsTr("It has its own address, contacts, passwords and messages, and comes to all of your devices.")
    acceptText: qsTr("Make the account")
    acceptEnabled: dialog.complete
    busy: Accounts.busy
    stayOpen: true
    onConfirmed: Accounts.add(nameField.text, fullNameField.text, dialog.atHome ? "" : domainField.text, dialog.atHome ? "" : placeEntry.text)
    onOpened: nameField.forceFocus()

    extraButtons: AppButton {
        visible: Accounts.busy
        text: qsTr("Stop")
        onClicked: Accounts.cancel()
    }

    Connections {
        target: Accounts
        enabled: dialog.opened
        function onAdded(address: string): void {
            dialog.close();
        }
    }
    Banner {
        visible: Accounts.errorText !== ""
        radius: Theme.radiusM
        kind: Tone.Kind.Danger
        text: Accounts.errorText
    }
    TextEntry {
        id: nameField
        width: parent.width
        label: qsTr("Account name")
        helperText: qsTr("Small letters and digits, such as alice.")
        required: true
        errorText: nameField.text === "" ? "" : Session.accountNameError(nameField.text)
        maximumLength: 64
        readOnly: Accounts.busy
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
    }
    TextEntry {
        id: fullNameField
        width: parent.width
        label: qsTr("Your name")
        helperText: qsTr("On the card of this account; may be empty.")
        maximumLength: 200
        readOnly: Accounts.busy
    }
    RadioGroup {
        id: placeGroup
        width: parent.width
        enabled: !Accounts.busy
        label: qsTr("Where it is kept")
        options: [qsTr("With the home account"), qsTr("At another service")]
        explanations: [qsTr("The service of %1.").arg(Accounts.homeAddress), qsTr("Then neither service knows of what the other keeps.")]
        currentIndex: 0
    }
    TextEntry {
        id: domainField
        width: parent.width
        visible: !dialog.atHome
        label: qsTr("Service domain")
        placeholderText: "example.com"
        required: true
        errorText: Accounts.domainError(domainField.text)
        maximumLength: 253
        readOnly: Accounts.busy
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
    }
    ServiceAddressEntry {
        id: placeEntry
        visible: !dialog.atHome
        readOnly: Accounts.busy
    }
    ProgressLine {
        visible: Accounts.busy
        indeterminate: Accounts.progress < 0
        value: Math.max(0, Accounts.progress)
        text: Accounts.busyText
    }
}
