import QtQuick
import Mesh.App
import Mesh.Controls

/// Asks for a further service, and says what it will have. Closes once the account is there, too.
AppDialog {
    id: dialog

    readonly property bool complete: addressField.text.trim() !== "" && !addressField.invalid && placeEntry.complete

    function begin(): void {
        AccountServices.forgetError();
        addressField.text = "";
        placeEntry.clear();
        dialog.open();
    }

    preferredWidth: Math.round(560 * Theme.textScale)
    title: qsTr("Add a further service")
    acceptText: qsTr("Add")
    acceptEnabled: dialog.complete
    busy: AccountServices.busy
    stayOpen: true
    onConfirmed: AccountServices.add(addressField.text, placeEntry.text)
    onOpened: addressField.forceFocus()

    extraButtons: AppButton {
        visible: AccountServices.busy
        text: qsTr("Stop")
        onClicked: AccountServices.stop()
    }

    Connections {
        target: AccountServices
        enabled: dialog.opened
        function onAdded(): void {
            dialog.close();
        }
    }
    Banner {
        visible: AccountServices.errorText !== ""
        radius: Theme.radiusM
        kind: Tone.Kind.Danger
        text: AccountServices.errorText
    }
    TextEntry {
        id: addressField
        width: parent.width
        label: qsTr("Further service")
        placeholderText: "mesh.example.com"
        helperText: qsTr("Its name; or the whole address if the account shall be called differently there.")
        errorText: ServiceMove.addressError(addressField.text)
        maximumLength: 320
        readOnly: AccountServices.busy
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
    }
    ServiceAddressEntry {
        id: placeEntry
        readOnly: AccountServices.busy
    }
    BodyText {
        width: parent.width
        text: qsTr("It gets a copy of everything, encrypted as it is, and learns from whom you take messages. Your address there is put on your card.")
    }
    ProgressLine {
        visible: AccountServices.busy
        indeterminate: AccountServices.progress < 0
        value: AccountServices.progress
        text: qsTr("Copying everything to the further service…")
    }
}
