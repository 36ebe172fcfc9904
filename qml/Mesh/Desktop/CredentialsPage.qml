import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Names and passwords for services.
CatalogPage {
    id: page

    catalog: Credentials
    editor: credential
    title: qsTr("Credentials")
    newText: qsTr("New credential")
    symbol: Icon.Key
    emptyTitle: qsTr("No credentials yet")
    emptyText: qsTr("Keep user names and passwords. Only your devices can read them.")
    firstText: qsTr("Add the first credential")
    importText: qsTr("Import from another program")
    onImportRequested: (importDialog.made() as ImportDialog).begin()
    listActions: [
        ExportButton {
            id: exportButton
            visible: page.catalog.total > 0
            kind: Exporter.PasswordList
            toasts: page.toasts
            filter: qsTr("Passwords for browsers and others (*.csv)")
            ending: "csv"
            question: exportQuestion
        },
        IconButton {
            symbol: Icon.Import
            text: qsTr("Import")
            onClicked: (importDialog.made() as ImportDialog).begin()
        }
    ]
    entryTitle: credential.service
    entrySubtitle: credential.username
    delegate: CredentialRow {}
    onBegun: serviceField.forceFocus()
    entryActions: IconButton {
        visible: !credential.isNew
        symbol: Icon.External
        text: qsTr("Open in the browser")
        onClicked: {
            if (!credential.openInBrowser())
                page.toasts.show(qsTr("The service is no address that a browser can open."), "");
        }
    }

    CredentialEditor {
        id: credential
    }
    FormSection {
        TextEntry {
            id: serviceField
            label: qsTr("Service")
            focus: true
            required: true
            placeholderText: "example.com"
            text: credential.service
            errorText: credential.serviceError
            onEdited: text => credential.service = text
            onAccepted: page.save()
        }
        TextEntry {
            label: qsTr("User name")
            text: credential.username
            errorText: credential.usernameError
            onEdited: text => credential.username = text
            onAccepted: page.save()
            trailing: IconButton {
                implicitHeight: Theme.controlHeight - 2
                visible: credential.username !== ""
                symbol: Icon.Copy
                text: qsTr("Copy: User name")
                toolTip: qsTr("Copy")
                onClicked: Clipboard.copy(credential.username)
            }
        }
        SecretEntry {
            id: passwordField
            label: qsTr("Password")
            // The linter of Qt 6.4 does not know value types of C++ that another module names.
            secret: credential.password // qmllint disable type
            errorText: credential.passwordError
            onEdited: credential.password = passwordField.secret
            onAccepted: page.save()
            onCopyRequested: credential.copyPassword()
            extraButtons: IconButton {
                implicitHeight: Theme.controlHeight - 2
                symbol: Icon.Wand
                text: qsTr("Make a password")
                onClicked: generator.open()
            }
        }
    }
    Expander {
        text: qsTr("More")
        TextEntry {
            label: qsTr("Protocol")
            helperText: qsTr("Such as http; empty if it does not matter.")
            text: credential.protocol
            errorText: credential.protocolError
            onEdited: text => credential.protocol = text
            onAccepted: page.save()
        }
    }
    DialogMaker {
        id: exportQuestion
        // Bound to this file's ids, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        sourceComponent: AppDialog {
            title: qsTr("Export all passwords?")
            text: qsTr("All passwords of this list go into the file in plain text. Whoever gets it can read them. Delete it as soon as the other program has taken it in.")
            acceptText: qsTr("Choose a file…")
            onAccepted: exportButton.choose()
        }
        // qmllint enable unqualified
    }
    DialogMaker {
        id: importDialog
        sourceComponent: ImportDialog {
            explanation: qsTr("Passwords that Chrome, Firefox or KeePassXC has exported as a CSV file. Delete that file afterwards: everyone can read it.")
            endings: ["csv"]
        }
    }
    DialogMaker {
        id: generator
        // Bound to this file's ids, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        sourceComponent: AppDialog {
            id: passwordDialog

            readonly property list<int> lengths: [12, 16, 20, 24, 32, 64]

            title: qsTr("Make a password")
            text: credential.hasPassword ? qsTr("It takes the place of the present one. The old one stays among the earlier versions.") : qsTr("It is made of chance and cannot be guessed.")
            acceptText: qsTr("Make")
            onAccepted: credential.generatePassword(passwordDialog.lengths[lengthChoice.currentIndex], symbolsSwitch.checked)

            Choice {
                id: lengthChoice
                width: parent.width
                label: qsTr("Length")
                model: ["12", "16", "20", "24", "32", "64"]
                currentIndex: 2
            }
            AppSwitch {
                id: symbolsSwitch
                text: qsTr("With punctuation")
                checked: true
            }
        }
        // qmllint enable unqualified
    }
}
