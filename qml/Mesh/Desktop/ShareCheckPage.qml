import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Is this share still right? It is compared with what this device remembers of the sets that it made.
ScrollPage {
    id: page

    signal back

    function leave(): void {
        qrReader.stopCamera();
        Escrow.forgetCheck();
        page.back();
    }
    function check(): void {
        if (shareField.empty)
            return;
        Escrow.check(shareField.secret, checkField.text);
        shareField.clear();
        checkField.text = "";
    }

    title: qsTr("Check a share")
    leading: IconButton {
        symbol: Icon.Back
        text: qsTr("Back")
        onClicked: page.leave()
    }
    Shortcut {
        sequences: ["Esc", "Alt+Left"]
        enabled: page.visible
        onActivated: page.leave()
    }
    QrReader {
        id: qrReader
        onFound: text => Escrow.checkScanned(text)
        onFailed: text => page.trouble = text
    }
    property string trouble: ""

    BodyText {
        width: parent.width
        text: qsTr("Scan or type a page after printing it, and now and then later. Nothing of it is kept.")
        color: Theme.textMuted
    }
    Banner {
        visible: Escrow.finding !== Escrow.NotChecked
        kind: Escrow.finding === Escrow.Right ? Tone.Kind.Success : Escrow.finding === Escrow.Unknown ? Tone.Kind.Warning : Tone.Kind.Danger
        radius: Theme.radiusM
        text: Escrow.findingText
    }
    Banner {
        visible: page.trouble !== ""
        kind: Tone.Kind.Danger
        radius: Theme.radiusM
        text: page.trouble
    }
    CodeReader {
        reader: qrReader
        hint: qsTr("Hold the code of a page into the frame. It is read by itself.")
        pictureTitle: qsTr("Picture of a page")
        onPictureWanted: page.trouble = ""
    }
    FormSection {
        text: qsTr("Or type the share as it is on the page. Dashes may be left out.")

        SecretEntry {
            id: shareField
            label: qsTr("Share")
            placeholderText: "SAQA-…"
            copyable: false
            revealed: true
            onAccepted: page.check()
        }
        FormRow {
            TextEntry {
                id: checkField
                label: qsTr("Check characters")
                code: true
                maximumLength: 8
                onAccepted: page.check()
            }
        }
        AppButton {
            kind: AppButton.Kind.Primary
            text: qsTr("Check")
            enabled: !shareField.empty
            busy: Escrow.busy
            onClicked: page.check()
        }
    }
}
