import QtQuick
import Mesh.App
import Mesh.Controls

/// Encrypts a text to a group, or opens one that was.
AppDialog {
    id: dialog

    /// Empty: a text is opened.
    property string groupId: ""
    property string groupTitle: ""
    readonly property bool opening: dialog.groupId === ""
    readonly property bool done: texts.resultText !== ""

    function begin(groupId: string, title: string): void {
        dialog.groupId = groupId;
        dialog.groupTitle = title;
        dialog.open();
        textField.forceFocus();
    }

    preferredWidth: Math.round(620 * Theme.textScale)
    title: dialog.opening ? qsTr("Open an encrypted text") : qsTr("Encrypt a text for “%1”").arg(dialog.groupTitle)
    text: dialog.done ? "" : dialog.opening ? qsTr("Paste all of what somebody has sent you.") : qsTr("What comes out can go by mail or chat: only the members of the group can open it.")
    acceptText: dialog.done ? qsTr("Copy") : dialog.opening ? qsTr("Open") : qsTr("Encrypt")
    rejectText: dialog.done ? qsTr("Close") : qsTr("Cancel")
    acceptEnabled: dialog.done || textField.text.trim() !== ""
    busy: texts.busy
    stayOpen: true
    onConfirmed: {
        if (dialog.done) {
            texts.copyResult();
            dialog.close();
        } else if (dialog.opening) {
            texts.open(textField.text);
        } else {
            texts.encrypt(dialog.groupId, textField.text);
        }
    }
    onClosed: {
        texts.clear();
        textField.text = "";
    }

    GroupTexts {
        id: texts
    }
    Banner {
        visible: texts.errorText !== ""
        kind: Tone.Kind.Danger
        radius: Theme.radiusM
        text: texts.errorText
    }
    TextAreaEntry {
        id: textField
        visible: !dialog.done
        width: parent.width
        label: dialog.opening ? qsTr("Encrypted text") : qsTr("Text")
        helperText: dialog.opening ? "" : qsTr("A longer one is encrypted as a file.")
        code: dialog.opening
        minimumLines: 4
        maximumLength: dialog.opening ? 262144 : 16384
        readOnly: texts.busy
    }
    TextAreaEntry {
        visible: dialog.done
        width: parent.width
        label: dialog.opening ? qsTr("Text") : qsTr("Encrypted text")
        code: !dialog.opening
        minimumLines: 4
        maximumLength: 262144
        readOnly: true
        text: texts.resultText
    }
    Banner {
        visible: texts.originText !== ""
        kind: texts.proved ? Tone.Kind.Success : Tone.Kind.Warning
        radius: Theme.radiusM
        text: texts.originText
    }
}
