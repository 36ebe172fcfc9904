import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls

/// A file on its way to or from a group: how far it is, what became of it, and what to do if that failed.
AppDialog {
    id: dialog

    readonly property int phase: GroupFiles.phase
    readonly property bool working: dialog.phase === GroupFiles.Working
    readonly property bool taken: dialog.phase === GroupFiles.NameTaken

    readonly property bool several: GroupFiles.total > 1

    preferredWidth: Math.round(520 * Theme.textScale)
    title: {
        if (dialog.several)
            return dialog.working ? qsTr("File %1 of %2: “%3”").arg(GroupFiles.number).arg(GroupFiles.total).arg(GroupFiles.sourceName) : qsTr("%1 of %2 files are done").arg(GroupFiles.doneCount).arg(GroupFiles.total);
        switch (dialog.phase) {
        case GroupFiles.NameTaken:
            return qsTr("Replace “%1”?").arg(GroupFiles.resultName);
        case GroupFiles.Failed:
            return GroupFiles.opening ? qsTr("“%1” was not opened").arg(GroupFiles.sourceName) : qsTr("“%1” was not encrypted").arg(GroupFiles.sourceName);
        case GroupFiles.Finished:
            return GroupFiles.opening ? qsTr("“%1” is open").arg(GroupFiles.sourceName) : qsTr("“%1” is encrypted").arg(GroupFiles.sourceName);
        default:
            return GroupFiles.opening ? qsTr("Opening “%1”").arg(GroupFiles.sourceName) : qsTr("Encrypting “%1”").arg(GroupFiles.sourceName);
        }
    }
    text: dialog.taken ? qsTr("There is a file of that name already.") : GroupFiles.resultText
    stayOpen: true
    destructive: dialog.taken
    acceptText: dialog.taken ? qsTr("Replace") : dialog.working ? "" : qsTr("Close")
    rejectText: dialog.taken ? qsTr("Cancel") : dialog.working ? qsTr("Stop") : ""
    extraButtons: AppButton {
        visible: GroupFiles.elsewhere
        text: qsTr("Another place…")
        onClicked: {
            saveDialog.selectedFile = GroupFiles.destination;
            saveDialog.open();
        }
    }
    onConfirmed: {
        if (dialog.taken)
            GroupFiles.replace();
        else
            dialog.close();
    }
    onClosed: GroupFiles.clear()

    ProgressLine {
        visible: dialog.working
        value: GroupFiles.progress
        indeterminate: GroupFiles.progress <= 0
        text: GroupFiles.opening ? qsTr("Only a file that is complete and unchanged is kept.") : ""
    }
    Banner {
        visible: GroupFiles.errorText !== ""
        kind: dialog.phase === GroupFiles.Finished ? Tone.Kind.Warning : Tone.Kind.Danger
        radius: Theme.radiusM
        text: GroupFiles.errorText
    }
    ReadOnlyField {
        visible: dialog.phase === GroupFiles.Finished && !dialog.several
        label: GroupFiles.opening ? qsTr("What was in it") : qsTr("Encrypted file")
        text: GroupFiles.resultName
        symbol: Icon.File
        copyable: false
    }
    Banner {
        visible: GroupFiles.proofText !== ""
        kind: GroupFiles.proved ? Tone.Kind.Success : Tone.Kind.Warning
        radius: Theme.radiusM
        text: GroupFiles.proofText
    }
    FileDialog {
        id: saveDialog
        title: GroupFiles.opening ? qsTr("Save the file") : qsTr("Save the encrypted file")
        fileMode: FileDialog.SaveFile
        onAccepted: GroupFiles.saveAs(saveDialog.selectedFile)
    }
    Connections {
        target: GroupFiles
        function onChanged(): void {
            if (GroupFiles.phase === GroupFiles.Idle)
                dialog.close();
        }
    }
}
