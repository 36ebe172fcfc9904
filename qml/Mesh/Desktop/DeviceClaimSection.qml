import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// A device that came with a code: what it is, and whether it shall be connected.
FormSection {
    id: section

    property bool open: false

    title: qsTr("A device that came with a code")
    text: qsTr("Some devices are made ready by their maker. Read the code on the device or its box; it joins your mesh when it is switched on.")
    onVisibleChanged: {
        if (!section.visible)
            qrReader.stopCamera();
    }

    QrReader {
        id: qrReader
        onFound: text => DeviceClaim.look(text)
        onFailed: text => DeviceClaim.complain(text)
    }
    AppButton {
        visible: !section.open
        symbol: Icon.Qr
        text: qsTr("Read the code of a device")
        onClicked: section.open = true
    }
    Banner {
        visible: DeviceClaim.errorText !== ""
        kind: Tone.Kind.Danger
        radius: Theme.radiusM
        text: DeviceClaim.errorText
    }
    CodeReader {
        visible: section.open && !DeviceClaim.found
        reader: qrReader
        hint: qsTr("Hold the code of the device into the frame. It is read by itself.")
    }
    TextAreaEntry {
        id: codeField
        visible: section.open && !DeviceClaim.found
        label: qsTr("Code of the device")
        helperText: qsTr("It begins with udf://.")
        code: true
        minimumLines: 2
        maximumLength: 4096
    }
    AppButton {
        visible: section.open && !DeviceClaim.found
        text: qsTr("See what it is")
        busy: DeviceClaim.busy
        enabled: codeField.text.trim() !== ""
        onClicked: DeviceClaim.look(codeField.text)
    }
    Card {
        visible: DeviceClaim.found

        ElidedText {
            width: parent.width
            text: DeviceClaim.name === "" ? qsTr("A device without a name") : DeviceClaim.name
            font: Theme.strongFont
        }
        MutedText {
            width: parent.width
            text: qsTr("Made ready by %1").arg(DeviceClaim.maker)
        }
        ReadOnlyField {
            label: qsTr("Fingerprint of the device")
            code: true
            text: DeviceClaim.fingerprint
            copyable: false
        }
        Banner {
            visible: DeviceClaim.claimed
            radius: Theme.radiusM
            text: qsTr("It is connected, and joins when it is switched on.")
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                visible: !DeviceClaim.claimed
                kind: AppButton.Kind.Primary
                text: qsTr("Connect this device")
                busy: DeviceClaim.busy
                onClicked: DeviceClaim.claim()
            }
            AppButton {
                text: qsTr("Another code")
                enabled: !DeviceClaim.busy
                onClicked: {
                    codeField.text = "";
                    DeviceClaim.forget();
                }
            }
        }
    }
}
