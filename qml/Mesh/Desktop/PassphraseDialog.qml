import QtQuick
import Mesh.App
import Mesh.Controls

/// Asks for the passphrase of a file: of one that is read, or, twice, of one that is written.
AppDialog {
    id: dialog

    /// Judges a passphrase that is typed twice; without it, it is typed once.
    property MailFiles judge: null
    readonly property SecretEntry field: firstField

    /// The passphrase is in field.secret.
    signal given

    stayOpen: true
    acceptEnabled: dialog.judge === null || !firstField.empty
    onOpened: firstField.forceFocus()
    onConfirmed: {
        // The linter of Qt 6.4 does not know value types of C++ that another module names.
        const error = dialog.judge === null ? "" : dialog.judge.passphraseError(firstField.secret, secondField.secret); // qmllint disable type
        secondField.errorText = error;
        if (error === "") {
            dialog.given();
            dialog.close();
        }
    }
    onClosed: {
        firstField.clear();
        secondField.clear();
        secondField.errorText = "";
    }

    SecretEntry {
        id: firstField
        width: parent.width
        copyable: false
        label: qsTr("Passphrase of the file")
    }
    SecretEntry {
        id: secondField
        visible: dialog.judge !== null
        width: parent.width
        copyable: false
        label: qsTr("Passphrase again")
        onEdited: secondField.errorText = ""
    }
}
