import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Wi-Fi and virtual private networks.
CatalogPage {
    id: page

    readonly property bool wifi: network.kind === NetworkEditor.Wifi
    readonly property bool tunnel: network.kind === NetworkEditor.WireGuard
    readonly property bool open: page.wifi && (network.security === NetworkEditor.Open || network.security === NetworkEditor.OpenEncrypted)
    readonly property bool enterprise: page.wifi && network.security === NetworkEditor.Enterprise
    /// IPsec or TLS.
    readonly property bool gateway: network.kind === NetworkEditor.Ipsec || network.kind === NetworkEditor.Tls
    readonly property string secretName: page.tunnel ? qsTr("Private key") : qsTr("Password")
    /// Which certificate or key the dialog is about.
    property int fileRow: -1

    catalog: Networks
    editor: network
    title: qsTr("Networks")
    newText: qsTr("New network")
    symbol: Icon.Wifi
    emptyTitle: qsTr("No networks yet")
    emptyText: qsTr("Keep Wi-Fi passwords and the settings of virtual private networks. Only your devices can read them.")
    firstText: qsTr("Add the first network")
    importText: qsTr("Import from another program")
    onImportRequested: (importDialog.made() as ImportDialog).begin()
    listActions: [
        IconButton {
            symbol: Icon.Qr
            text: qsTr("Read a Wi-Fi code")
            onClicked: page.freeForm()
        },
        IconButton {
            symbol: Icon.Import
            text: qsTr("Import")
            onClicked: (importDialog.made() as ImportDialog).begin()
        }
    ]
    entryTitle: network.name
    entrySubtitle: network.kindText
    delegate: NetworkRow {}
    onBegun: nameField.forceFocus()
    onFreed: scanDialog.begin()
    entryActions: [
        IconButton {
            visible: network.hasCode
            symbol: Icon.Qr
            text: qsTr("Show as a code")
            onClicked: codeDialog.begin()
        },
        IconButton {
            visible: !network.isNew && !network.dirty && network.kind !== NetworkEditor.Other
            symbol: Icon.Upload
            text: qsTr("Write to a file")
            onClicked: exportDialog.open()
        }
    ]

    NetworkEditor {
        id: network
        onFileFailed: text => page.toasts.show(text, "")
    }
    NetworkExporter {
        id: exporter
        onWritten: report => page.toasts.show(report, "")
        onFailed: text => page.toasts.show(text, "")
    }
    FormSection {
        Choice {
            label: qsTr("Kind")
            model: network.kind === NetworkEditor.Other ? [network.kindText] : [qsTr("Wi-Fi"), qsTr("IPsec"), qsTr("TLS"), qsTr("WireGuard")]
            enabled: network.isNew
            onChosen: index => network.kind = index
            Binding on currentIndex {
                value: network.kind === NetworkEditor.Other ? 0 : network.kind
            }
        }
        TextEntry {
            id: nameField
            label: page.wifi ? qsTr("Name of the network (SSID)") : qsTr("Name")
            focus: true
            required: true
            helperText: network.octets ? qsTr("The name is no text. It is kept as it is unless you change it.") : ""
            text: network.name
            errorText: network.nameError
            onEdited: text => network.name = text
            onAccepted: page.save()
        }
        Choice {
            visible: page.wifi
            label: qsTr("Protection")
            model: [qsTr("None"), qsTr("Encrypted without a password (OWE)"), qsTr("WPA2 with a password"), qsTr("WPA3 with a password"), qsTr("Each person signs in (enterprise)")]
            onChosen: index => network.security = index
            Binding on currentIndex {
                value: network.security
            }
        }
        Choice {
            visible: page.gateway
            label: qsTr("Program")
            helperText: qsTr("Which program of NetworkManager connects.")
            model: network.programs
            onChosen: index => network.program = index
            Binding on currentIndex {
                value: network.program
            }
        }
        TextEntry {
            visible: !page.wifi && !page.tunnel
            label: qsTr("Gateway")
            required: true
            placeholderText: "vpn.example.org"
            text: network.address
            errorText: network.addressError
            onEdited: text => network.address = text
            onAccepted: page.save()
        }
        Choice {
            visible: page.gateway && network.proofs.length > 0
            label: qsTr("Sign in with")
            model: network.proofs
            onChosen: index => network.proof = index
            Binding on currentIndex {
                value: network.proof
            }
        }
        TextEntry {
            visible: page.enterprise || (!page.wifi && !page.tunnel && network.hasUsername)
            label: qsTr("User name")
            text: network.username
            errorText: network.usernameError
            onEdited: text => network.username = text
            onAccepted: page.save()
        }
        SecretEntry {
            id: passwordField
            visible: !page.open && (!page.gateway || network.hasPassword)
            label: page.secretName
            // The linter of Qt 6.4 does not know value types of C++ that another module names.
            secret: network.password // qmllint disable type
            errorText: network.passwordError
            onEdited: network.password = passwordField.secret
            onAccepted: page.save()
            onCopyRequested: network.copyPassword()
            extraButtons: IconButton {
                implicitHeight: Theme.controlHeight - 2
                visible: page.tunnel
                symbol: Icon.Wand
                text: qsTr("Make a key")
                onClicked: network.makeKey()
            }
        }
        SecretEntry {
            id: sharedKeyField
            visible: network.hasSharedKey
            label: qsTr("Shared key")
            helperText: qsTr("The same for everybody who uses the network.")
            copyable: false
            secret: network.sharedKey // qmllint disable type
            onEdited: network.sharedKey = sharedKeyField.secret
            onAccepted: page.save()
        }
        ReadOnlyField {
            label: qsTr("Public key of this end")
            code: true
            text: network.publicKey
            onCopyRequested: Clipboard.copy(network.publicKey)
        }
        AppSwitch {
            visible: page.wifi
            text: qsTr("Hidden network")
            helperText: qsTr("It does not announce its name.")
            checked: network.hiddenNetwork
            onToggled: network.hiddenNetwork = checked
        }
    }
    FormSection {
        visible: page.enterprise
        title: qsTr("Sign in")

        FormRow {
            Choice {
                label: qsTr("Method")
                model: network.methods
                onChosen: index => network.method = index
                Binding on currentIndex {
                    value: network.method
                }
            }
            Choice {
                label: qsTr("Inside of it")
                model: network.innerMethods
                onChosen: index => network.innerMethod = index
                Binding on currentIndex {
                    value: network.innerMethod
                }
            }
        }
        TextEntry {
            label: qsTr("Name that others see")
            text: network.outerName
            onEdited: text => network.outerName = text
            onAccepted: page.save()
        }
        TextEntry {
            label: qsTr("Name of the server")
            helperText: qsTr("The password goes to no other server.")
            placeholderText: "radius.example.org"
            text: network.server
            onEdited: text => network.server = text
            onAccepted: page.save()
        }
    }
    FormSection {
        visible: network.files.count > 0
        title: qsTr("Certificates and keys")
        text: qsTr("They are kept in the entry and go with it to your devices. They are written beside the file when the network is exported.")

        Repeater {
            model: network.files
            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            delegate: NetworkFileCard {
                onCopyRequested: text => Clipboard.copy(text)
                onReplaceRequested: row => {
                    page.fileRow = row;
                    fileDialog.open();
                }
                onRemoveRequested: row => network.files.remove(row)
            }
            // qmllint enable unqualified
        }
        SecretEntry {
            id: passphraseField
            visible: network.hasPassphrase
            label: qsTr("Passphrase of the private key")
            copyable: false
            secret: network.passphrase // qmllint disable type
            onEdited: network.passphrase = passphraseField.secret
            onAccepted: page.save()
        }
        AppButton {
            visible: network.files.hasMore
            symbol: Icon.Plus
            text: qsTr("Further certificates and keys")
            onClicked: network.files.showAll()
        }
    }
    FormSection {
        visible: page.gateway && textRows.count > 0
        title: qsTr("Further settings")

        Repeater {
            id: textRows
            model: network.texts
            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            delegate: NetworkTextEntry {
                texts: network.texts
                onAccepted: page.save()
            }
            // qmllint enable unqualified
        }
    }
    FormSection {
        visible: page.tunnel
        title: qsTr("This end")

        TextEntry {
            label: qsTr("Addresses")
            placeholderText: "10.0.0.2/32"
            text: network.tunnelAddresses
            errorText: network.tunnelAddressesError
            onEdited: text => network.tunnelAddresses = text
            onAccepted: page.save()
        }
        TextEntry {
            label: qsTr("Name servers")
            text: network.dns
            onEdited: text => network.dns = text
            onAccepted: page.save()
        }
        FormRow {
            TextEntry {
                label: qsTr("Port")
                text: network.listenPort
                errorText: network.listenPortError
                onEdited: text => network.listenPort = text
                onAccepted: page.save()
            }
            TextEntry {
                label: qsTr("Largest packet (MTU)")
                text: network.mtu
                errorText: network.mtuError
                onEdited: text => network.mtu = text
                onAccepted: page.save()
            }
        }
    }
    Repeater {
        model: page.tunnel ? network.peers : null
        // Bound to this file's ids, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        delegate: PeerCard {
            peers: network.peers
            onAccepted: page.save()
        }
        // qmllint enable unqualified
    }
    AppButton {
        visible: page.tunnel
        symbol: Icon.Plus
        text: qsTr("Add a peer")
        onClicked: network.peers.add()
    }
    MutedText {
        width: parent.width
        visible: network.furtherCount > 0
        text: qsTr("%n further settings are kept and written to files.", "", network.furtherCount)
    }
    DialogMaker {
        id: importDialog
        sourceComponent: ImportDialog {
            explanation: qsTr("A connection of NetworkManager (*.nmconnection), with the certificates and keys that it names, or a tunnel of WireGuard (*.conf). Delete the file afterwards if others can read it.")
            endings: ["nmconnection", "conf"]
        }
    }

    FileDialog {
        id: fileDialog
        title: qsTr("Certificate or key")
        nameFilters: [qsTr("Certificates and keys (*.pem *.crt *.cer *.der *.key *.crl)"), qsTr("All files (*)")]
        onAccepted: network.replaceFile(page.fileRow, fileDialog.selectedFile)
    }
    WifiCodeDialog {
        id: codeDialog
        editor: network
    }
    WifiScanDialog {
        id: scanDialog
        onFound: text => {
            if (!network.startFromCode(text)) {
                scanDialog.refuse();
                return;
            }
            scanDialog.close();
            page.showDetail();
        }
    }
    FileDialog {
        id: exportDialog
        title: qsTr("Write the network to a file")
        fileMode: FileDialog.SaveFile
        nameFilters: page.tunnel ? [qsTr("WireGuard (*.conf)"), qsTr("NetworkManager (*.nmconnection)")] : [qsTr("NetworkManager (*.nmconnection)")]
        defaultSuffix: exportDialog.selectedNameFilter.index === 0 && page.tunnel ? "conf" : "nmconnection"
        onAccepted: exporter.write(network.entryId, exportDialog.selectedFile)
    }
}
