import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Accounts of mail programs, with their keys for S/MIME and OpenPGP.
CatalogPage {
    id: page

    /// The other kind of applications is wanted.
    signal kindWanted(kind: int)

    catalog: MailAccounts
    editor: account
    title: qsTr("Applications")
    newText: qsTr("New mail account")
    symbol: Icon.Mail
    emptyTitle: qsTr("No mail accounts yet")
    emptyText: qsTr("Keep the servers, the passwords and the key of a mail account, and set up mail programs with them. Only your devices can read them.")
    firstText: qsTr("Add the first account")
    filter: ApplicationSwitch {
        kind: 1
        onChosen: kind => page.kindWanted(kind)
    }
    entryTitle: account.address
    entrySubtitle: qsTr("Mail")
    delegate: MailRow {}
    onBegun: addressField.forceFocus()
    entryActions: [
        IconButton {
            visible: !account.isNew && !account.dirty
            symbol: Icon.Upload
            text: qsTr("Write for a mail program")
            onClicked: configDialog.open()
        }
    ]

    MailEditor {
        id: account
        onKeyFailed: text => page.toasts.show(text, "")
    }
    MailFiles {
        id: files
        onWritten: report => page.toasts.show(report, "")
        onFailed: text => page.toasts.show(text, "")
    }
    FormSection {
        FormRow {
            TextEntry {
                id: addressField
                label: qsTr("Mail address")
                focus: true
                required: true
                placeholderText: "alice@example.org"
                text: account.address
                errorText: account.addressError
                onEdited: text => account.address = text
                onAccepted: page.save()
            }
            TextEntry {
                label: qsTr("Your name")
                text: account.displayName
                errorText: account.displayNameError
                onEdited: text => account.displayName = text
                onAccepted: page.save()
            }
        }
    }
    MailServerSection {
        title: qsTr("Incoming mail")
        server: account.incoming
        address: account.address
        onAccepted: page.save()
    }
    MailServerSection {
        title: qsTr("Outgoing mail")
        server: account.outgoing
        address: account.address
        onAccepted: page.save()
    }
    FormSection {
        title: qsTr("Key for S/MIME")
        text: account.hasCertificate ? "" : qsTr("With a key you sign mail, and others write to you so that only you can read it. It is the same on all of your devices.")

        Banner {
            visible: account.certificateWarning !== ""
            kind: Tone.Kind.Warning
            radius: Theme.radiusM
            text: account.certificateWarning
        }
        ReadOnlyField {
            label: qsTr("Certificate of")
            text: account.certificateOwner
            copyable: false
        }
        ReadOnlyField {
            label: qsTr("Issued by")
            text: account.certificateIssuer
            copyable: false
        }
        ReadOnlyField {
            label: qsTr("Valid")
            text: account.certificateTime
            copyable: false
        }
        ReadOnlyField {
            label: qsTr("Fingerprint (SHA-256)")
            code: true
            text: account.certificateFingerprint
            onCopyRequested: Clipboard.copy(account.certificateFingerprint)
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS

            AppButton {
                visible: !account.hasCertificate
                symbol: Icon.Wand
                text: qsTr("Make a key")
                busy: account.working
                onClicked: account.makeCertificate()
            }
            AppButton {
                visible: !account.hasCertificate
                symbol: Icon.Import
                text: qsTr("Import from a file…")
                enabled: !account.working
                onClicked: importDialog.open()
            }
            AppButton {
                visible: account.hasCertificate && !account.isNew
                symbol: Icon.Upload
                text: qsTr("Certificate to a file…")
                enabled: !account.dirty && !files.busy
                onClicked: certificateDialog.open()
            }
            AppButton {
                visible: account.hasCertificate && !account.isNew
                symbol: Icon.Key
                text: qsTr("Key to a file…")
                enabled: !account.dirty && !files.busy
                onClicked: keyDialog.open()
            }
            AppButton {
                visible: account.hasCertificate
                symbol: Icon.Trash
                text: qsTr("Remove the key")
                onClicked: removeDialog.open()
            }
        }
    }

    FormSection {
        visible: account.hasOpenPgp || account.hasPgpKey
        title: qsTr("Key for OpenPGP")
        text: account.hasPgpKey ? "" : qsTr("The other way to sign and encrypt mail, which Thunderbird and many others know. It is the same on all of your devices.")

        Banner {
            visible: account.pgpWarning !== ""
            kind: Tone.Kind.Warning
            radius: Theme.radiusM
            text: account.pgpWarning
        }
        ReadOnlyField {
            label: qsTr("Key of")
            text: account.pgpOwner
            copyable: false
        }
        ReadOnlyField {
            label: qsTr("Valid")
            text: account.pgpTime
            copyable: false
        }
        ReadOnlyField {
            label: qsTr("Fingerprint")
            code: true
            text: account.pgpFingerprint
            onCopyRequested: Clipboard.copy(account.pgpFingerprint)
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS

            AppButton {
                visible: !account.hasPgpKey
                symbol: Icon.Wand
                text: qsTr("Make a key")
                busy: account.working
                onClicked: account.makePgpKey()
            }
            AppButton {
                visible: !account.hasPgpKey
                symbol: Icon.Import
                text: qsTr("Import from a file…")
                enabled: !account.working
                onClicked: importPgpDialog.open()
            }
            AppButton {
                visible: account.working
                symbol: Icon.Close
                text: qsTr("Cancel")
                onClicked: account.cancelWork()
            }
            AppButton {
                visible: account.hasPgpKey && account.hasOpenPgp && !account.isNew
                symbol: Icon.Upload
                text: qsTr("Public key to a file…")
                enabled: !account.dirty && !files.busy
                onClicked: pgpCertificateDialog.open()
            }
            AppButton {
                visible: account.hasPgpKey && account.hasOpenPgp && !account.isNew
                symbol: Icon.Key
                text: qsTr("Secret key to a file…")
                enabled: !account.dirty && !files.busy
                onClicked: pgpKeyDialog.open()
            }
            AppButton {
                visible: account.hasPgpKey
                symbol: Icon.Trash
                text: qsTr("Remove the key")
                onClicked: removePgpDialog.open()
            }
        }
    }

    AppDialog {
        id: removePgpDialog
        title: qsTr("Remove the key?")
        text: qsTr("Mail that was encrypted for it can then be read only where the key is kept otherwise. It goes when you save; earlier versions keep it.")
        acceptText: qsTr("Remove")
        destructive: true
        onAccepted: account.removePgpKey()
    }
    PassphraseDialog {
        id: readPgpDialog
        title: qsTr("Import the key")
        text: qsTr("The file is protected by the passphrase that its key has. Leave it empty if it has none.")
        acceptText: qsTr("Import")
        onGiven: account.importPgpKey(importPgpDialog.selectedFile, readPgpDialog.field.secret) // qmllint disable type
    }
    PassphraseDialog {
        id: writePgpDialog
        judge: files
        title: qsTr("Protect the file")
        text: qsTr("The file holds the secret key. Choose a passphrase; the mail program asks for it.")
        acceptText: qsTr("Write")
        onGiven: files.writePgpKey(account.entryId, pgpKeyDialog.selectedFile, writePgpDialog.field.secret) // qmllint disable type
    }
    FileDialog {
        id: importPgpDialog
        title: qsTr("Secret key for OpenPGP")
        nameFilters: [qsTr("OpenPGP (*.asc *.gpg *.pgp *.key)"), qsTr("All files (*)")]
        onAccepted: readPgpDialog.open()
    }
    FileDialog {
        id: pgpKeyDialog
        title: qsTr("Write the secret key to a file")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("OpenPGP (*.asc)")]
        defaultSuffix: "asc"
        onAccepted: writePgpDialog.open()
    }
    FileDialog {
        id: pgpCertificateDialog
        title: qsTr("Write the public key to a file")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("OpenPGP (*.asc)")]
        defaultSuffix: "asc"
        onAccepted: files.writePgpCertificate(account.entryId, pgpCertificateDialog.selectedFile)
    }
    AppDialog {
        id: removeDialog
        title: qsTr("Remove the key?")
        text: qsTr("Mail that was encrypted for it can then be read only where the key is kept otherwise. It goes when you save; earlier versions keep it.")
        acceptText: qsTr("Remove")
        destructive: true
        onAccepted: account.removeCertificate()
    }
    PassphraseDialog {
        id: readDialog
        title: qsTr("Import key and certificate")
        text: qsTr("The file is protected by a passphrase that was chosen when it was written.")
        acceptText: qsTr("Import")
        onGiven: account.importCertificate(importDialog.selectedFile, readDialog.field.secret) // qmllint disable type
    }
    PassphraseDialog {
        id: writeDialog
        judge: files
        title: qsTr("Protect the file")
        text: qsTr("The file holds the private key. Choose a passphrase; the mail program asks for it.")
        acceptText: qsTr("Write")
        onGiven: files.writeKey(account.entryId, keyDialog.selectedFile, writeDialog.field.secret) // qmllint disable type
    }
    FileDialog {
        id: importDialog
        title: qsTr("Key and certificate (PKCS #12)")
        nameFilters: [qsTr("PKCS #12 (*.p12 *.pfx)"), qsTr("All files (*)")]
        onAccepted: readDialog.open()
    }
    FileDialog {
        id: keyDialog
        title: qsTr("Write key and certificate to a file")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("PKCS #12 (*.p12 *.pfx)")]
        defaultSuffix: "p12"
        onAccepted: writeDialog.open()
    }
    FileDialog {
        id: certificateDialog
        title: qsTr("Write the certificate to a file")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("Certificate (*.pem)")]
        defaultSuffix: "pem"
        onAccepted: files.writeCertificate(account.entryId, certificateDialog.selectedFile)
    }
    FileDialog {
        id: configDialog
        title: qsTr("Write the servers for a mail program")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("Thunderbird and others (*.xml)"), qsTr("Apple devices (*.mobileconfig)")]
        defaultSuffix: configDialog.selectedNameFilter.index === 1 ? "mobileconfig" : "xml"
        onAccepted: files.writeConfig(account.entryId, configDialog.selectedFile)
    }
}
