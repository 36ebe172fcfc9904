import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// A file for whoever has its code: publish one, or fetch one.
ScrollPage {
    id: page

    required property ToastArea toasts
    property bool fetching: false

    signal back

    function leave(): void {
        qrReader.stopCamera();
        codeField.text = "";
        FileLocators.forget();
        page.back();
    }

    title: qsTr("Files by code")
    leading: IconButton {
        symbol: Icon.Back
        text: qsTr("Back")
        onClicked: page.leave()
    }
    notice: Banner {
        visible: FileLocators.errorText !== ""
        kind: Tone.Kind.Danger
        text: FileLocators.errorText
    }
    Shortcut {
        sequences: ["Esc", "Alt+Left"]
        enabled: page.visible
        onActivated: page.leave()
    }
    QrReader {
        id: qrReader
        onFound: text => FileLocators.fetch(text)
        onFailed: text => FileLocators.complain(text)
    }

    Segmented {
        label: qsTr("What to do")
        options: [qsTr("Publish a file"), qsTr("Fetch a file")]
        currentIndex: page.fetching ? 1 : 0
        onChosen: index => {
            page.fetching = index === 1;
            qrReader.stopCamera();
            FileLocators.forget();
        }
    }
    FormSection {
        visible: !page.fetching
        text: qsTr("The file is encrypted here and kept by your service, which can read neither its name nor its content. Whoever has the code has the file, for good: it cannot be called back.")

        AppButton {
            kind: FileLocators.publishedName === "" ? AppButton.Kind.Primary : AppButton.Kind.Secondary
            symbol: Icon.File
            text: FileLocators.publishedName === "" ? qsTr("Choose a file…") : qsTr("Another file…")
            busy: FileLocators.busy
            onClicked: publishDialog.open()
        }
    }
    FormSection {
        visible: !page.fetching && FileLocators.publishedName !== ""
        title: FileLocators.publishedName

        QrView {
            width: Math.round(Math.min(page.width - page.inset * 2, 280 * Theme.textScale))
            height: width
            // The linter of Qt 6.4 does not know pictures.
            modules: FileLocators.qr // qmllint disable type
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR code of the file")
        }
        AppButton {
            symbol: Icon.Copy
            text: qsTr("Copy the code as text")
            onClicked: FileLocators.copyLocator()
        }
    }
    FormSection {
        visible: page.fetching && !FileLocators.found

        CodeReader {
            reader: qrReader
            hint: qsTr("Hold the code of a file into the frame. It is read by itself.")
        }
        TextAreaEntry {
            id: codeField
            label: qsTr("Code")
            helperText: qsTr("The text that was copied; it begins with udf://.")
            code: true
            minimumLines: 2
            maximumLength: 4096
        }
        AppButton {
            kind: AppButton.Kind.Primary
            text: qsTr("Fetch")
            busy: FileLocators.busy
            enabled: codeField.text.trim() !== ""
            onClicked: FileLocators.fetch(codeField.text)
        }
    }
    Card {
        visible: page.fetching && FileLocators.found

        ElidedText {
            width: parent.width
            text: FileLocators.foundName === "" ? qsTr("A file without a name") : FileLocators.foundName
            font: Theme.strongFont
        }
        MutedText {
            width: parent.width
            text: FileLocators.foundSize
        }
        Banner {
            visible: !FileLocators.foundVouched
            kind: Tone.Kind.Warning
            radius: Theme.radiusM
            text: qsTr("Nobody vouches for this file: the server that keeps it may have altered it.")
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                kind: AppButton.Kind.Primary
                symbol: Icon.File
                text: qsTr("Save…")
                busy: FileLocators.busy
                onClicked: saveDialog.open()
            }
            AppButton {
                text: qsTr("Another code")
                enabled: !FileLocators.busy
                onClicked: FileLocators.forget()
            }
        }
    }
    FileDialog {
        id: publishDialog
        title: qsTr("File to publish")
        onAccepted: FileLocators.publish(publishDialog.selectedFile)
    }
    FileDialog {
        id: saveDialog
        title: qsTr("Save the file")
        fileMode: FileDialog.SaveFile
        onAccepted: FileLocators.save(saveDialog.selectedFile)
    }
    Connections {
        target: FileLocators
        function onSaved(): void {
            page.toasts.show(qsTr("Saved"), "");
        }
    }
}
