import QtQuick
import Mesh.App
import Mesh.Controls

/// One server of a mail account.
FormSection {
    id: section

    required property MailServer server
    /// What user name there is without one.
    property string address: ""

    signal accepted

    Choice {
        visible: !section.server.outgoing
        label: qsTr("Protocol")
        model: ["IMAP", "POP3"]
        onChosen: index => section.server.protocol = index
        Binding on currentIndex {
            value: section.server.protocol === MailServer.Pop ? 1 : 0
        }
    }
    FormRow {
        TextEntry {
            label: section.server.outgoing ? qsTr("Server for outgoing mail") : qsTr("Server for incoming mail")
            required: true
            placeholderText: section.server.outgoing ? "smtp.example.org" : "imap.example.org"
            text: section.server.host
            errorText: section.server.hostError
            onEdited: text => section.server.host = text
            onAccepted: section.accepted()
        }
        TextEntry {
            label: section.server.outgoing ? qsTr("Port for outgoing mail") : qsTr("Port for incoming mail")
            placeholderText: section.server.usualPort
            text: section.server.port
            errorText: section.server.portError
            onEdited: text => section.server.port = text
            onAccepted: section.accepted()
        }
    }
    Choice {
        label: section.server.outgoing ? qsTr("Encryption of outgoing mail") : qsTr("Encryption of incoming mail")
        model: [qsTr("From the start (TLS)"), qsTr("After the greeting (STARTTLS)")]
        onChosen: index => section.server.direct = index === 0
        Binding on currentIndex {
            value: section.server.direct ? 0 : 1
        }
    }
    TextEntry {
        label: section.server.outgoing ? qsTr("User name for outgoing mail") : qsTr("User name for incoming mail")
        placeholderText: section.address
        text: section.server.userName
        onEdited: text => section.server.userName = text
        onAccepted: section.accepted()
    }
    SecretEntry {
        id: passwordField
        label: section.server.outgoing ? qsTr("Password for outgoing mail") : qsTr("Password for incoming mail")
        // The linter of Qt 6.4 does not know value types of C++ that another module names.
        secret: section.server.password // qmllint disable type
        onEdited: section.server.password = passwordField.secret
        onAccepted: section.accepted()
        onCopyRequested: section.server.copyPassword()
    }
}
