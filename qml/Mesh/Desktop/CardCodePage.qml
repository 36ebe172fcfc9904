import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Contacts between people who meet: the own card as a code, and the code of the other.
ScrollPage {
    id: page

    signal back

    property bool reading: false

    function begin(): void {
        page.reading = false;
        CardCode.forget();
        CardCode.show(printedSwitch.checked, versionGroup.currentIndex === 1);
    }
    function end(): void {
        qrReader.stopCamera();
        CardCode.hide();
        CardCode.forget();
        page.back();
    }

    title: qsTr("Exchange contacts in person")
    maximumContentWidth: Math.round(900 * Theme.textScale)
    leading: IconButton {
        symbol: Icon.Back
        text: qsTr("Back")
        onClicked: page.end()
    }
    notice: Banner {
        visible: CardCode.errorText !== ""
        kind: Tone.Kind.Danger
        text: CardCode.errorText
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
            CardCode.read(text);
        }
        onFailed: text => codeField.errorText = text
    }

    Segmented {
        label: qsTr("What to do")
        options: [qsTr("Show my code"), qsTr("Read a code")]
        currentIndex: page.reading ? 1 : 0
        onChosen: index => {
            page.reading = index === 1;
            qrReader.stopCamera();
            CardCode.forget();
            if (page.reading)
                CardCode.hide();
            else
                CardCode.show(printedSwitch.checked, versionGroup.currentIndex === 1);
        }
    }
    RadioGroup {
        id: versionGroup
        visible: !page.reading || !CardCode.foundIsGroup
        width: parent.width
        label: qsTr("Your card for this person")
        options: [qsTr("The public part"), qsTr("All but what is private")]
        currentIndex: 1
        onChosen: {
            if (!page.reading)
                CardCode.show(printedSwitch.checked, versionGroup.currentIndex === 1);
        }
    }

    Strangers {
        id: strangers
    }
    FormSection {
        visible: !page.reading

        Banner {
            visible: !strangers.mayAsk
            radius: Theme.radiusM
            kind: Tone.Kind.Warning
            text: qsTr("People you do not know may not ask you for contact, so your service refuses those who read this code. Read the other’s code instead, or change that in the settings.")
        }
        AppSwitch {
            id: printedSwitch
            text: qsTr("To be printed")
            helperText: qsTr("A printed code stays good. Whoever reads it has to be accepted by you.")
            onToggled: CardCode.show(printedSwitch.checked, versionGroup.currentIndex === 1)
        }
        BusyMark {
            visible: CardCode.busy && !CardCode.active
        }
        QrView {
            visible: CardCode.active
            width: Math.round(Math.min(parent.width, 320 * Theme.textScale))
            height: width
            // The linter of Qt 6.4 does not know pictures.
            modules: CardCode.qr // qmllint disable type
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR code of my card")
        }
        MutedText {
            visible: CardCode.active
            width: parent.width
            text: CardCode.expiresText === "" ? qsTr("On the other device: Contacts, “Exchange in person”, “Read a code”.") : qsTr("%1. On the other device: Contacts, “Exchange in person”, “Read a code”.").arg(CardCode.expiresText)
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                symbol: Icon.Copy
                text: qsTr("Copy the code as text")
                enabled: CardCode.active
                onClicked: CardCode.copyText()
            }
            AppButton {
                text: qsTr("New code")
                busy: CardCode.busy
                onClicked: CardCode.show(printedSwitch.checked, versionGroup.currentIndex === 1)
            }
        }
    }
    FormSection {
        visible: page.reading && CardCode.foundName === ""

        CodeReader {
            reader: qrReader
            hint: qsTr("Hold the code of the other person into the frame. It is read by itself.")
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
            text: qsTr("Look at the card")
            busy: CardCode.busy
            enabled: codeField.text.trim() !== ""
            onClicked: CardCode.read(codeField.text)
        }
    }
    Card {
        visible: page.reading && CardCode.foundName !== ""

        Heading {
            width: parent.width
            text: CardCode.foundName
        }
        MutedText {
            width: parent.width
            text: CardCode.foundAddress
        }
        MutedText {
            width: parent.width
            text: CardCode.foundIsGroup ? qsTr("Fingerprint of the group: %1").arg(CardCode.foundFingerprint) : qsTr("Fingerprint of the account: %1").arg(CardCode.foundFingerprint)
        }
        MutedText {
            visible: CardCode.foundIsGroup
            width: parent.width
            text: qsTr("This is a group. With its card you can encrypt to it; only its members can open that. Nobody is told that you have it.")
        }
        MutedText {
            visible: CardCode.foundIsContact
            width: parent.width
            text: CardCode.foundIsGroup ? qsTr("This group is among your contacts already.") : qsTr("This account is among your contacts already.")
        }
        MutedText {
            visible: CardCode.foundLogText !== "" && !CardCode.foundLogWrong
            width: parent.width
            text: CardCode.foundLogText
        }
        Banner {
            visible: CardCode.foundLogText !== "" && CardCode.foundLogWrong
            radius: Theme.radiusM
            kind: Tone.Kind.Danger
            text: CardCode.foundLogText
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                kind: AppButton.Kind.Primary
                text: qsTr("Add to contacts")
                busy: CardCode.busy
                onClicked: CardCode.add(versionGroup.currentIndex === 1)
            }
            AppButton {
                text: qsTr("Another code")
                enabled: !CardCode.busy
                onClicked: CardCode.forget()
            }
        }
    }
}
