import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Three ways to connect this device to a mesh that exists.
StagePage {
    id: page

    property int way: 0
    readonly property bool ready: {
        if (deviceField.text.trim() === "")
            return false;
        switch (page.way) {
        case 0:
            return codeField.text.trim() !== "" && Session.offerError(codeField.text) === "";
        case 1:
            return accountField.text.trim() !== "" && pinField.text.trim() !== "" && addressField.errorText === "";
        default:
            return accountField.text.trim() !== "" && addressField.errorText === "";
        }
    }

    function connectDevice(): void {
        if (!page.ready || Session.busy)
            return;
        if (page.way === 0)
            Session.connectWithText(codeField.text, deviceField.text.trim());
        else
            Session.connectWithPin(accountField.text.trim(), page.way === 1 ? pinField.text.trim() : "", addressField.text.trim(), deviceField.text.trim());
    }

    title: qsTr("Connect this device")
    text: qsTr("On a device of your mesh, open Devices and choose “Connect another device”.")
    showBack: !Session.busy
    onVisibleChanged: {
        if (!page.visible)
            qrReader.stopCamera();
    }

    QrReader {
        id: qrReader
        onFound: text => {
            codeField.text = text;
            page.finding = "";
        }
        onFailed: text => page.finding = text
    }
    property string finding: ""

    RadioGroup {
        enabled: !Session.busy
        label: qsTr("How")
        options: [qsTr("Scan or paste a code"), qsTr("Type the PIN"), qsTr("Compare codes on both screens")]
        currentIndex: page.way
        onChosen: index => {
            page.way = index;
            qrReader.stopCamera();
        }
    }
    FormSection {
        visible: page.way === 0
        enabled: !Session.busy

        CodeReader {
            reader: qrReader
            hint: qsTr("Hold the code of the other device into the frame. It is read by itself.")
        }
        TextAreaEntry {
            id: codeField
            label: qsTr("Code")
            helperText: qsTr("The picture's text, or what was copied on the other device.")
            code: true
            minimumLines: 2
            maximumLength: 4096
            errorText: page.finding !== "" ? page.finding : codeField.text.trim() === "" ? "" : Session.offerError(codeField.text)
            onEdited: page.finding = ""
        }
    }
    FormSection {
        visible: page.way !== 0
        enabled: !Session.busy
        text: page.way === 2 ? qsTr("Both screens show the same code. Someone at the other device compares them and accepts.") : ""

        TextEntry {
            id: accountField
            label: qsTr("Account address")
            placeholderText: "alice@example.com"
            helperText: qsTr("Your other device shows it in its window's title and below Settings.")
            required: true
            maximumLength: 320
            inputMethodHints: Qt.ImhEmailCharactersOnly
            onAccepted: page.connectDevice()
        }
        TextEntry {
            id: pinField
            visible: page.way === 1
            label: qsTr("PIN")
            placeholderText: "ABCD-EFGH-…"
            code: true
            required: true
            maximumLength: 200
            onAccepted: page.connectDevice()
        }
        Expander {
            text: qsTr("The other device shows a service address")
            TextEntry {
                id: addressField
                label: qsTr("Service address")
                placeholderText: "192.168.1.5:15099"
                helperText: qsTr("Host and port; empty to ask the DNS.")
                errorText: Session.serviceAddressError(addressField.text)
                maximumLength: 260
                onAccepted: page.connectDevice()
            }
        }
    }
    TextEntry {
        id: deviceField
        width: parent.width
        enabled: !Session.busy
        label: qsTr("Device name")
        helperText: qsTr("How your other devices will call this one.")
        required: true
        text: Session.suggestedDeviceName
        maximumLength: 100
        onAccepted: page.connectDevice()
    }
    FormMessage {}
    Row {
        spacing: Theme.spacingS
        AppButton {
            kind: AppButton.Kind.Primary
            text: qsTr("Connect")
            enabled: page.ready
            busy: Session.busy
            onClicked: page.connectDevice()
        }
        AppButton {
            visible: Session.busy
            text: qsTr("Stop")
            onClicked: Session.cancel()
        }
    }
}
