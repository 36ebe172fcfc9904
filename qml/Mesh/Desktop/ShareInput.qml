import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Brings recovery shares together: each is scanned, opened as a picture, pasted or typed.
Column {
    id: input

    required property ShareCollector collector

    function stop(): void {
        qrReader.stopCamera();
    }
    function addTyped(): void {
        if (shareField.empty)
            return;
        if (input.collector.add(shareField.secret, checkField.text)) {
            shareField.clear();
            checkField.text = "";
            shareField.forceFocus();
        }
    }

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingL
    onVisibleChanged: {
        if (!input.visible)
            input.stop();
    }

    QrReader {
        id: qrReader
        onFound: text => input.collector.addScanned(text)
        onFailed: text => input.collector.complain(text)
    }
    Row {
        id: progressRow
        width: parent.width
        spacing: Theme.spacingM

        Heading {
            width: progressRow.width - (busyMark.visible ? busyMark.width + progressRow.spacing : 0)
            text: input.collector.progressText
        }
        BusyMark {
            id: busyMark
            visible: input.collector.busy
        }
    }
    Column {
        width: parent.width
        spacing: Theme.spacingS
        visible: input.collector.count > 0

        Repeater {
            model: input.collector
            delegate: ShareRow {
                onRemoveRequested: index => input.collector.removeShare(index)
            }
        }
    }
    Banner {
        visible: input.collector.problemText !== ""
        kind: Tone.Kind.Warning
        radius: Theme.radiusM
        text: input.collector.problemText
    }
    CodeReader {
        reader: qrReader
        hint: qsTr("Hold the code of a page into the frame. It is read by itself.")
        pictureTitle: qsTr("Picture of a page")
    }
    FormSection {
        text: qsTr("Or type a share as it is on the page. Dashes may be left out.")

        SecretEntry {
            id: shareField
            label: qsTr("Share")
            placeholderText: "SAQA-…"
            copyable: false
            revealed: true
            onAccepted: input.addTyped()
        }
        FormRow {
            TextEntry {
                id: checkField
                label: qsTr("Check characters")
                helperText: qsTr("Below the share on the page. They tell at once whether something is mistyped.")
                code: true
                maximumLength: 8
                onAccepted: input.addTyped()
            }
        }
        AppButton {
            text: qsTr("Take this share")
            enabled: !shareField.empty
            onClicked: input.addTyped()
        }
    }
    Banner {
        visible: input.collector.errorText !== ""
        kind: Tone.Kind.Danger
        radius: Theme.radiusM
        text: input.collector.errorText
    }
    FormSection {
        visible: input.collector.needsRecord
        text: input.collector.recordName === "" ? qsTr("These shares open a recovery record. It is fetched from the service unless you have it as a file.") : qsTr("The recovery record is taken from the file “%1”.").arg(input.collector.recordName)

        AppButton {
            symbol: Icon.File
            text: qsTr("Open the record…")
            onClicked: recordDialog.open()
        }
    }
    FileDialog {
        id: recordDialog
        title: qsTr("Recovery record")
        nameFilters: [qsTr("Recovery records (*.dare)"), qsTr("All files (*)")]
        onAccepted: input.collector.readRecord(recordDialog.selectedFile)
    }
}
