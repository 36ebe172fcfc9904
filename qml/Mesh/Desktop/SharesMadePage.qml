import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The shares that were just made: onto paper with them, then they are forgotten here.
ScrollPage {
    id: page

    required property ToastArea toasts

    signal back

    /// The row that is saved; -1 for all.
    property int savedRow: -1

    function finish(): void {
        if (Escrow.handedOut)
            page.back();
        else
            leaveDialog.open();
    }
    function save(row: int): void {
        page.savedRow = row;
        warnDialog.open();
    }

    title: qsTr("Your recovery shares")
    leading: IconButton {
        symbol: Icon.Back
        text: qsTr("Back")
        onClicked: page.finish()
    }
    notice: Banner {
        visible: Escrow.errorText !== ""
        kind: Tone.Kind.Danger
        text: Escrow.errorText
    }
    onVisibleChanged: {
        if (page.visible)
            Escrow.findPrinters();
    }
    Shortcut {
        sequences: ["Esc", "Alt+Left"]
        enabled: page.visible
        onActivated: page.finish()
    }

    BodyText {
        width: parent.width
        text: qsTr("Print the pages and give each to somebody else, or put them into different places. When you leave this page, this device forgets the shares.")
        color: Theme.textMuted
    }
    FormSection {
        title: qsTr("All pages")

        Choice {
            id: printerChoice
            visible: Escrow.printers.length > 0
            label: qsTr("Printer")
            model: Escrow.printers
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS

            AppButton {
                visible: Escrow.printers.length > 0
                kind: AppButton.Kind.Primary
                text: qsTr("Print the pages")
                busy: Escrow.busy
                onClicked: Escrow.print(printerChoice.currentText, -1)
            }
            AppButton {
                kind: Escrow.printers.length > 0 ? AppButton.Kind.Secondary : AppButton.Kind.Primary
                symbol: Icon.File
                text: qsTr("Save all as PDF…")
                busy: Escrow.busy
                onClicked: page.save(-1)
            }
            AppButton {
                visible: Escrow.hasRecordFile
                symbol: Icon.File
                text: qsTr("Save the recovery record…")
                busy: Escrow.busy
                onClicked: recordDialog.open()
            }
        }
        MutedText {
            visible: Escrow.printers.length === 0
            width: parent.width
            text: qsTr("This computer has no printer. Take the PDF file to one that has, on a stick that you erase afterwards.")
        }
    }
    FormSection {
        title: qsTr("One by one")

        Repeater {
            model: Escrow.made
            delegate: MadeShareCard {
                onLookRequested: index => {
                    Escrow.look(index);
                    lookDialog.open();
                }
                onCopyRequested: index => Escrow.copyShare(index)
                onSaveRequested: index => page.save(index)
            }
        }
    }
    AppButton {
        kind: Escrow.handedOut ? AppButton.Kind.Primary : AppButton.Kind.Secondary
        text: qsTr("Done")
        onClicked: page.finish()
    }

    AppDialog {
        id: lookDialog
        title: qsTr("How the page looks")
        acceptText: qsTr("Close")
        rejectText: ""
        preferredWidth: Math.round(620 * Theme.textScale)
        onClosed: Escrow.look(-1)

        PictureView {
            id: pageView
            width: parent ? parent.width : 0
            height: Math.round(width * 1.415)
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The page with the share as a code and as letters")
            Binding {
                target: pageView
                property: "picture"
                value: Escrow.picture // qmllint disable type
            }
        }
    }
    AppDialog {
        id: warnDialog
        title: qsTr("Save shares in a file?")
        text: page.savedRow < 0 ? qsTr("Whoever gets the file has all shares and with them your whole mesh. Choose a place that only you see, print the pages and delete the file; not a folder that is backed up or shared.") : qsTr("Whoever gets the file has this share. Choose a place that only you see, and delete the file once it is printed.")
        acceptText: qsTr("Choose a place…")
        onAccepted: pdfDialog.open()
    }
    ConfirmDialog {
        id: leaveDialog
        title: qsTr("Leave without the shares?")
        text: qsTr("Nothing was printed, saved or copied yet. This device forgets the shares now, and nobody can recover with them.")
        acceptText: qsTr("Leave")
        rejectText: qsTr("Stay")
        onAccepted: page.back()
    }
    FileDialog {
        id: pdfDialog
        title: qsTr("Save shares as PDF")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF files (*.pdf)")]
        onAccepted: Escrow.savePdf(pdfDialog.selectedFile, page.savedRow)
    }
    FileDialog {
        id: recordDialog
        title: qsTr("Save the recovery record")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "dare"
        nameFilters: [qsTr("Recovery records (*.dare)")]
        onAccepted: Escrow.saveRecord(recordDialog.selectedFile)
    }
    Connections {
        target: Escrow
        function onPagesSaved(): void {
            page.toasts.show(qsTr("Saved"), "");
        }
        function onPagesPrinted(): void {
            page.toasts.show(qsTr("The printer has the pages"), "");
        }
        function onRecordSaved(): void {
            page.toasts.show(qsTr("Saved"), "");
        }
    }
}
