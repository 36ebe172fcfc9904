import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Two devices compare what their service told them of its log: one shows a code, the other reads it.
ScrollPage {
    id: page


    property bool reading: false

    signal back
    signal evidenceWanted

    function begin(): void {
        page.reading = false;
        LogCheck.forget();
        LogCheck.show();
    }
    function end(): void {
        qrReader.stopCamera();
        LogCheck.hide();
        LogCheck.forget();
        codeField.text = "";
        page.back();
    }
    function read(text: string): void {
        codeField.errorText = "";
        qrReader.stopCamera();
        LogCheck.read(text);
    }

    onVisibleChanged: {
        if (!page.visible)
            qrReader.stopCamera();
    }

    title: qsTr("Compare with another device")
    maximumContentWidth: Math.round(900 * Theme.textScale)
    leading: IconButton {
        symbol: Icon.Back
        text: qsTr("Back")
        onClicked: page.end()
    }
    notice: Banner {
        visible: LogCheck.errorText !== ""
        kind: Tone.Kind.Danger
        text: LogCheck.errorText
    }
    Shortcut {
        sequences: ["Esc", "Alt+Left"]
        enabled: page.visible
        onActivated: page.end()
    }
    QrReader {
        id: qrReader
        onFound: text => {
            codeField.text = "";
            page.read(text);
        }
        onFailed: text => codeField.errorText = text
    }

    BodyText {
        width: parent.width
        text: qsTr("The service keeps a log of what it publishes and signs how far it is. If it showed different people different logs, this would come to light here: what passes from one screen to the other it cannot change. Compare with a device of your own or of anybody whose account is at the same service.")
        color: Theme.textMuted
    }
    Segmented {
        label: qsTr("What to do")
        options: [qsTr("Show my code"), qsTr("Read a code")]
        currentIndex: page.reading ? 1 : 0
        onChosen: index => {
            page.reading = index === 1;
            qrReader.stopCamera();
            LogCheck.forget();
            if (page.reading)
                LogCheck.hide();
            else
                LogCheck.show();
        }
    }

    FormSection {
        visible: !page.reading

        BusyMark {
            visible: LogCheck.busy && !LogCheck.active
        }
        QrView {
            visible: LogCheck.active
            width: Math.round(Math.min(parent.width, 360 * Theme.textScale))
            height: width
            // The linter of Qt 6.4 does not know pictures.
            modules: LogCheck.qr // qmllint disable type
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR code of what the service told this device")
        }
        MutedText {
            visible: LogCheck.active
            width: parent.width
            text: qsTr("As the service stated it: %1. Nothing in the code is secret. On the other device: Security, the service among the signatures, “Compare with another device”, “Read a code”.").arg(LogCheck.statedText)
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                symbol: Icon.Copy
                text: qsTr("Copy the code as text")
                enabled: LogCheck.active
                onClicked: LogCheck.copyText()
            }
            AppButton {
                symbol: Icon.Sync
                text: qsTr("New code")
                busy: LogCheck.busy
                onClicked: LogCheck.show()
            }
        }
    }
    Card {
        visible: page.reading && LogCheck.verdict !== LogCheck.None

        Banner {
            radius: Theme.radiusM
            kind: LogCheck.verdict === LogCheck.Contradiction ? Tone.Kind.Danger : LogCheck.verdict === LogCheck.Same ? Tone.Kind.Success : Tone.Kind.Info
            text: LogCheck.verdictText
        }
        BodyText {
            visible: LogCheck.adviceText !== ""
            width: parent.width
            text: LogCheck.adviceText
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                visible: LogCheck.verdict === LogCheck.Contradiction
                kind: AppButton.Kind.Primary
                text: qsTr("Show the statements")
                onClicked: {
                    page.end();
                    page.evidenceWanted();
                }
            }
            AppButton {
                text: qsTr("Another code")
                onClicked: LogCheck.forget()
            }
        }
    }
    FormSection {
        visible: page.reading && LogCheck.verdict === LogCheck.None

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
            onEdited: codeField.errorText = ""
        }
        AppButton {
            kind: AppButton.Kind.Primary
            text: qsTr("Compare")
            busy: LogCheck.busy
            enabled: codeField.text.trim() !== ""
            onClicked: page.read(codeField.text)
        }
    }
}
