import QtQuick
import Mesh.App
import Mesh.Controls

/// Asks where the account shall go, and says what that means. Closes once the new service has agreed; from then
/// on the settings show how far it is.
AppDialog {
    id: dialog

    readonly property bool mayComeHere: Devices.isAdministrator && ServiceMove.homePossible
    readonly property bool here: dialog.mayComeHere && placeGroup.currentIndex === 1
    readonly property bool complete: dialog.here ? nameField.text.trim() !== "" && !nameField.invalid : addressField.text.trim() !== "" && !addressField.invalid && placeEntry.complete

    function begin(): void {
        ServiceMove.forgetError();
        addressField.text = "";
        placeEntry.clear();
        placeGroup.currentIndex = 0;
        nameField.text = ServiceMove.accountName;
        dialog.open();
    }

    preferredWidth: Math.round(560 * Theme.textScale)
    title: dialog.here ? qsTr("Move to this computer") : Devices.isAdministrator ? qsTr("Move to another service") : qsTr("Follow to another service")
    acceptText: Devices.isAdministrator ? qsTr("Move") : qsTr("Follow")
    acceptEnabled: dialog.complete
    busy: ServiceMove.busy
    stayOpen: true
    onConfirmed: {
        if (dialog.here)
            ServiceMove.beginHere(nameField.text);
        else
            ServiceMove.begin(addressField.text, placeEntry.text);
    }
    onOpened: addressField.forceFocus()

    extraButtons: AppButton {
        visible: ServiceMove.busy
        text: qsTr("Stop")
        onClicked: ServiceMove.cancel()
    }

    Connections {
        target: ServiceMove
        enabled: dialog.opened
        function onChanged(): void {
            if (ServiceMove.stage !== ServiceMove.None)
                dialog.close();
        }
        function onArrived(address: string): void {
            dialog.close();
        }
    }
    Banner {
        visible: ServiceMove.errorText !== ""
        radius: Theme.radiusM
        kind: Tone.Kind.Danger
        text: ServiceMove.errorText
    }
    RadioGroup {
        id: placeGroup
        visible: dialog.mayComeHere
        enabled: !ServiceMove.busy
        label: qsTr("Where your account is kept from now on")
        options: [qsTr("A Mesh service"), qsTr("This computer")]
        explanations: [qsTr("Your devices reach it at any time. It keeps what it cannot read."), qsTr("No service elsewhere has it. Your other devices reach it while this program runs.")]
        currentIndex: 0
    }
    TextEntry {
        id: nameField
        width: parent.width
        visible: dialog.here
        label: qsTr("Account name")
        helperText: qsTr("Small letters and digits, such as alice.")
        errorText: nameField.text === "" || nameField.text === ServiceMove.accountName ? "" : Session.accountNameError(nameField.text)
        maximumLength: 64
        readOnly: ServiceMove.busy
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
    }
    TextEntry {
        id: addressField
        width: parent.width
        visible: !dialog.here
        label: qsTr("New service")
        placeholderText: "mesh.example.com"
        helperText: qsTr("Its name; or the whole address if the account shall be called differently there.")
        errorText: ServiceMove.addressError(addressField.text)
        maximumLength: 320
        readOnly: ServiceMove.busy
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
    }
    ServiceAddressEntry {
        id: placeEntry
        visible: !dialog.here
        readOnly: ServiceMove.busy
    }
    BodyText {
        width: parent.width
        visible: !Devices.isAdministrator
        text: qsTr("If your account has moved and this device did not hear of it, enter where it is now. What only this device has is taken there.")
    }
    Column {
        width: parent.width
        visible: Devices.isAdministrator
        spacing: Theme.spacingS

        BodyText {
            width: parent.width
            text: qsTr("What will happen")
            font: Theme.strongFont
        }
        BodyText {
            width: parent.width
            text: dialog.here ? qsTr("1. This computer gets a copy of everything. Until that is done you can stop, and all stays as it is.") : qsTr("1. The new service gets a copy of everything. Until that is done you can stop, and all stays as it is.")
        }
        BodyText {
            width: parent.width
            text: qsTr("2. The present service is told where you went. It takes nothing new from your devices any more, but still takes messages for you, which come over.")
        }
        BodyText {
            width: parent.width
            text: qsTr("3. Your other devices follow by themselves, and your contacts get your new address.")
        }
        BodyText {
            width: parent.width
            text: qsTr("4. When all of your devices have followed, the account at the present service is deleted.")
        }
        MutedText {
            width: parent.width
            visible: dialog.here
            text: qsTr("People at other services cannot send you messages any more, as they do not reach this computer. Your other devices reach it in the same local network, where it becomes visible for them. Nobody else has a copy: keep a second device connected, or save an archive.")
        }
        MutedText {
            width: parent.width
            text: qsTr("Groups and files that you have published stay at the present service.")
        }
    }
    ProgressLine {
        visible: ServiceMove.busy
        indeterminate: true
        text: ServiceMove.stageText
    }
}
