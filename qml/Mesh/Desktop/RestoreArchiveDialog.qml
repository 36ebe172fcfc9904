import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Reads an archive, shows what it holds and merges it into the account.
AppDialog {
    id: dialog

    readonly property int phase: AccountArchive.phase
    readonly property bool shown: dialog.phase === AccountArchive.Opened
    readonly property bool restoring: dialog.phase === AccountArchive.Restoring
    readonly property bool finished: dialog.phase === AccountArchive.Restored

    function begin(): void {
        AccountArchive.clear();
        dialog.open();
    }

    preferredWidth: Math.round(560 * Theme.textScale)
    title: dialog.finished ? qsTr("The archive is restored") : qsTr("Restore an archive")
    text: dialog.finished ? AccountArchive.resultText : dialog.shown || dialog.restoring ? "" : qsTr("The archive is read and verified first; nothing is changed before you have seen what it holds.")
    stayOpen: true
    acceptText: dialog.finished ? qsTr("Done") : AccountArchive.busy ? "" : dialog.shown ? qsTr("Restore") : qsTr("Open")
    rejectText: dialog.finished || AccountArchive.busy ? "" : qsTr("Cancel")
    acceptEnabled: dialog.finished || dialog.shown || source.complete
    // What was restored by then stays, and the archive stays open.
    extraButtons: AppButton {
        visible: AccountArchive.busy
        text: qsTr("Stop")
        onClicked: AccountArchive.stop()
    }
    onConfirmed: {
        if (dialog.finished)
            dialog.close();
        else if (dialog.shown)
            AccountArchive.restore();
        else
            source.open();
    }
    onClosed: {
        AccountArchive.clear();
        source.forget();
    }

    ArchiveSource {
        id: source
        visible: dialog.phase === AccountArchive.Idle
    }
    ArchiveContents {
        visible: dialog.shown
    }
    ProgressLine {
        visible: AccountArchive.busy
        value: Math.max(0, AccountArchive.progress)
        indeterminate: AccountArchive.progress < 0
        text: dialog.restoring ? qsTr("Restoring…") : qsTr("Reading “%1”…").arg(AccountArchive.fileName)
    }
    Banner {
        visible: AccountArchive.errorText !== ""
        kind: Tone.Kind.Danger
        radius: Theme.radiusM
        text: AccountArchive.errorText
    }
    Connections {
        target: AccountArchive
        // Also one that was opened before there was a mesh.
        function onChanged(): void {
            if (AccountArchive.phase === AccountArchive.Restoring)
                dialog.open();
        }
    }
    Component.onCompleted: {
        if (AccountArchive.phase === AccountArchive.Restoring || AccountArchive.phase === AccountArchive.Restored)
            dialog.open();
    }
}
