import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls

/// Writes a whole list to a file for other programs.
IconButton {
    id: button

    required property int kind
    required property ToastArea toasts
    /// What is written, such as "Bookmarks (*.html)", and the ending of its name.
    required property string filter
    required property string ending
    /// What is asked first, and calls choose() then.
    property DialogMaker question: null

    function choose(): void {
        fileDialog.open();
    }

    symbol: Icon.Upload
    text: qsTr("Export")
    busy: exporter.busy
    onClicked: {
        if (button.question)
            button.question.open();
        else
            button.choose();
    }

    Exporter {
        id: exporter
        onWritten: report => button.toasts.show(report, "")
        onFailed: text => button.toasts.show(text, "")
    }
    FileDialog {
        id: fileDialog
        title: qsTr("Export to a file")
        fileMode: FileDialog.SaveFile
        nameFilters: [button.filter]
        defaultSuffix: button.ending
        onAccepted: exporter.write(button.kind, fileDialog.selectedFile)
    }
}
