import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Takes in the QR code of a Wi-Fi network: by camera, from the clipboard, from a picture or as its text.
AppDialog {
    id: dialog

    property string errorText: ""

    /// A code was found; the page takes it, or calls refuse().
    signal found(text: string)

    function begin(): void {
        dialog.errorText = "";
        dialog.open();
    }
    function refuse(): void {
        dialog.errorText = qsTr("This is not the code of a Wi-Fi network that can be kept here.");
    }

    preferredWidth: Math.round(560 * Theme.textScale)
    title: qsTr("Read a Wi-Fi code")
    text: qsTr("Routers, phones and guest cards show their network as a QR code.")
    acceptText: qsTr("Close")
    rejectText: ""
    onClosed: reader.stopCamera()

    QrReader {
        id: reader
        onFound: text => dialog.found(text)
        onFailed: text => dialog.errorText = text
    }
    Banner {
        visible: dialog.errorText !== ""
        kind: Tone.Kind.Danger
        radius: Theme.radiusM
        text: dialog.errorText
    }
    CodeReader {
        reader: reader
        hint: qsTr("Hold the code into the frame. It is read by itself.")
    }
}
