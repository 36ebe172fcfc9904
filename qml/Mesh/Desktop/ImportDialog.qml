import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Brings in the entries of a file of another program: choose it, look at what is in it, take it over.
AppDialog {
    id: dialog

    /// Says what the file may be.
    required property string explanation
    property list<string> endings
    readonly property bool chosen: importer.kind !== Importer.Nothing
    readonly property bool finished: importer.reportText !== ""

    function patterns(): string {
        let all = "";
        for (let i = 0; i < dialog.endings.length; ++i)
            all += (i > 0 ? " *." : "*.") + dialog.endings[i];
        return all;
    }
    function begin(): void {
        importer.clear();
        dialog.open();
    }

    preferredWidth: Math.round(600 * Theme.textScale)
    title: dialog.chosen ? importer.kindText : qsTr("Import")
    text: dialog.finished ? importer.reportText : dialog.chosen ? "" : dialog.explanation
    stayOpen: true
    busy: importer.busy
    acceptText: dialog.finished ? qsTr("Done") : qsTr("Import chosen")
    rejectText: dialog.finished ? "" : qsTr("Cancel")
    acceptEnabled: dialog.finished || (dialog.chosen && importer.preview.selectedCount > 0)
    onConfirmed: {
        if (dialog.finished)
            dialog.close();
        else
            importer.commit();
    }
    onClosed: importer.clear()

    Importer {
        id: importer
    }
    FileDropArea {
        visible: !dialog.chosen && !dialog.finished && !importer.busy
        endings: dialog.endings
        errorText: importer.errorText
        several: true
        onDropped: files => importer.openAll(files)
        onRefused: importer.refuse(dialog.patterns())
        onChooseRequested: fileDialog.open()
    }
    ProgressLine {
        visible: importer.busy
        indeterminate: importer.progress < 0
        value: Math.max(0, importer.progress)
        text: dialog.chosen ? qsTr("Importing…") : qsTr("Reading the file…")
    }
    Column {
        width: parent.width
        spacing: Theme.spacingS
        visible: dialog.chosen && !dialog.finished && !importer.busy

        BodyText {
            width: parent.width
            text: qsTr("%1 found, %2 of them there already, %3 chosen").arg(importer.preview.count).arg(importer.preview.duplicateCount).arg(importer.preview.selectedCount)
        }
        MutedText {
            width: parent.width
            visible: importer.skippedCount > 0
            text: qsTr("Lines that cannot be used: %1").arg(importer.skippedCount)
        }
        MutedText {
            width: parent.width
            visible: text !== ""
            text: importer.noteText
        }
        Banner {
            visible: importer.errorText !== ""
            kind: Tone.Kind.Danger
            radius: Theme.radiusM
            text: importer.errorText
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                kind: AppButton.Kind.Quiet
                text: qsTr("Choose new ones")
                onClicked: importer.preview.selectNew()
            }
            AppButton {
                kind: AppButton.Kind.Quiet
                text: qsTr("Choose all")
                onClicked: importer.preview.selectAll()
            }
            AppButton {
                kind: AppButton.Kind.Quiet
                text: qsTr("Choose none")
                onClicked: importer.preview.selectNone()
            }
        }
        ListView {
            width: parent.width
            height: Math.min(Math.round(240 * Theme.textScale), Math.max(Theme.rowHeight, contentHeight))
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: importer.preview
            delegate: ImportRow {
                onPicked: (row, selected) => importer.preview.setSelected(row, selected)
            }
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Entries of the file")
        }
    }
    FileDialog {
        id: fileDialog
        title: qsTr("File to import")
        nameFilters: [qsTr("Files to import (%1)").arg(dialog.patterns()), qsTr("All files (*)")]
        fileMode: FileDialog.OpenFiles
        onAccepted: importer.openAll(fileDialog.selectedFiles)
    }
}
