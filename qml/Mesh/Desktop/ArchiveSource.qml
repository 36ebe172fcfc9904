import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls

/// Which archive, and its passphrase.
Column {
    id: source

    property url file
    /// What was dropped last cannot be one.
    property bool refused: false
    readonly property string place: "" + source.file
    readonly property bool complete: source.place !== "" && !passphraseField.empty
    readonly property string name: decodeURIComponent(source.place.split("/").pop())

    /// The person is done with the fields.
    signal accepted

    function open(): void {
        // The linter of Qt 6.4 does not know value types of C++ that another module names.
        if (source.complete)
            AccountArchive.open(source.file, passphraseField.secret); // qmllint disable type
    }
    function forget(): void {
        source.file = "";
        passphraseField.clear();
    }

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingL

    FileDropArea {
        text: source.place === "" ? qsTr("Drop an archive here") : source.name
        symbol: source.place === "" ? Icon.Import : Icon.File
        buttonText: source.place === "" ? qsTr("Choose a file…") : qsTr("Another file…")
        errorText: source.refused ? qsTr("One archive at a time, please: a file on this computer.") : ""
        onRefused: source.refused = true
        onDropped: files => {
            source.refused = false;
            source.file = files[0];
            passphraseField.forceFocus();
        }
        onChooseRequested: fileDialog.open()
    }
    SecretEntry {
        id: passphraseField
        width: parent.width
        copyable: false
        label: qsTr("Passphrase of the archive")
        onAccepted: source.accepted()
    }
    FileDialog {
        id: fileDialog
        title: qsTr("Archive of an account")
        nameFilters: [qsTr("Archives (*.dare)"), qsTr("All files (*)")]
        onAccepted: {
            source.refused = false;
            source.file = fileDialog.selectedFile;
            passphraseField.forceFocus();
        }
    }
}
