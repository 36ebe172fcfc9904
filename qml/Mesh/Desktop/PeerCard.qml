import QtQuick
import Mesh.App
import Mesh.Controls

/// The other end of a WireGuard tunnel.
FormSection {
    id: card

    required property int index
    required property string publicKey
    required property string publicKeyError
    required property string endpoint
    required property string endpointError
    required property string allowed
    required property string allowedError
    required property string keepAlive
    required property string keepAliveError
    required property var shared
    required property string sharedError
    property PeerModel peers: null

    signal accepted

    title: qsTr("Peer %1").arg(card.index + 1)

    TextEntry {
        label: qsTr("Public key of peer %1").arg(card.index + 1)
        required: true
        code: true
        text: card.publicKey
        errorText: card.publicKeyError
        onEdited: text => card.peers.setPublicKey(card.index, text)
        onAccepted: card.accepted()
    }
    TextEntry {
        label: qsTr("Endpoint of peer %1").arg(card.index + 1)
        placeholderText: "vpn.example.org:51820"
        text: card.endpoint
        errorText: card.endpointError
        onEdited: text => card.peers.setEndpoint(card.index, text)
        onAccepted: card.accepted()
    }
    TextEntry {
        label: qsTr("Reached through peer %1").arg(card.index + 1)
        placeholderText: "0.0.0.0/0, ::/0"
        text: card.allowed
        errorText: card.allowedError
        onEdited: text => card.peers.setAllowed(card.index, text)
        onAccepted: card.accepted()
    }
    TextEntry {
        label: qsTr("Seconds between signs of life of peer %1").arg(card.index + 1)
        text: card.keepAlive
        errorText: card.keepAliveError
        onEdited: text => card.peers.setKeepAlive(card.index, text)
        onAccepted: card.accepted()
    }
    SecretEntry {
        id: sharedField
        label: qsTr("Preshared key of peer %1").arg(card.index + 1)
        copyable: false
        secret: card.shared // qmllint disable type
        errorText: card.sharedError
        onEdited: card.peers.setShared(card.index, sharedField.secret) // qmllint disable type
        onAccepted: card.accepted()
    }
    AppButton {
        symbol: Icon.Close
        text: qsTr("Remove peer %1").arg(card.index + 1)
        onClicked: card.peers.removePeer(card.index)
    }
}
