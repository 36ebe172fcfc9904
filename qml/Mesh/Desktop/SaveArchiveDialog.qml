import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls

/// Writes the account into one file under a passphrase.
AppDialog {
    id: dialog

    readonly property bool saving: AccountArchive.phase === AccountArchive.Saving
    readonly property bool finished: AccountArchive.phase === AccountArchive.Saved

    function begin(): void {
        AccountArchive.clear();
        dialog.open();
    }

    preferredWidth: Math.round(520 * Theme.textScale)
    title: dialog.finished ? qsTr("The archive is saved") : qsTr("Save an archive")
    text: dialog.finished ? AccountArchive.resultText : qsTr("Contacts, bookmarks, tasks, passwords, networks, applications and messages go into one file, with their history. Whoever has the file and its passphrase can read all of it, also what is to die with you, and what is written to your account until you disconnect a device the next time.")
    stayOpen: true
    acceptText: dialog.finished ? qsTr("Done") : dialog.saving ? "" : qsTr("Choose the place…")
    rejectText: dialog.finished ? "" : dialog.saving ? qsTr("Stop") : qsTr("Cancel")
    acceptEnabled: dialog.finished || !firstField.empty
    onOpened: firstField.forceFocus()
    onConfirmed: {
        if (dialog.finished) {
            dialog.close();
            return;
        }
        // The linter of Qt 6.4 does not know value types of C++ that another module names.
        secondField.errorText = AccountArchive.passphraseError(firstField.secret, secondField.secret); // qmllint disable type
        if (secondField.errorText === "")
            saveDialog.open();
    }
    onClosed: {
        AccountArchive.clear();
        firstField.clear();
        secondField.clear();
        secondField.errorText = "";
    }

    SecretEntry {
        id: firstField
        visible: !dialog.finished
        enabled: !dialog.saving
        width: parent.width
        copyable: false
        label: qsTr("Passphrase of the archive")
        onEdited: secondField.errorText = ""
    }
    SecretEntry {
        id: secondField
        visible: !dialog.finished
        enabled: !dialog.saving
        width: parent.width
        copyable: false
        label: qsTr("Passphrase again")
        onEdited: secondField.errorText = ""
    }
    ProgressLine {
        visible: dialog.saving
        value: Math.max(0, AccountArchive.progress)
        indeterminate: AccountArchive.progress < 0
        text: qsTr("Saving “%1”…").arg(AccountArchive.fileName)
    }
    Banner {
        visible: AccountArchive.errorText !== ""
        kind: Tone.Kind.Danger
        radius: Theme.radiusM
        text: AccountArchive.errorText
    }
    FileDialog {
        id: saveDialog
        title: qsTr("Save the archive")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "dare"
        nameFilters: [qsTr("Archives (*.dare)"), qsTr("All files (*)")]
        onAccepted: AccountArchive.save(saveDialog.selectedFile, firstField.secret) // qmllint disable type
    }
}
