import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// A PIN for one further device: as a picture to scan, as letters to type, as a text to paste.
ScrollPage {
    id: page

    signal back

    title: qsTr("Connect another device")
    maximumContentWidth: Math.round(900 * Theme.textScale)
    leading: IconButton {
        symbol: Icon.Back
        text: qsTr("Back")
        onClicked: page.back()
    }
    notice: Banner {
        visible: Pairing.errorText !== ""
        kind: Tone.Kind.Danger
        text: Pairing.errorText
        actionText: qsTr("Try again")
        onAction: Pairing.start()
    }
    Shortcut {
        sequences: ["Esc", "Alt+Left"]
        enabled: page.visible
        onActivated: page.back()
    }

    BodyText {
        width: parent.width
        text: qsTr("On the other device start Mesh Desktop, choose “Connect this device”, and scan the picture or type the PIN.")
        color: Theme.textMuted
    }
    BusyMark {
        visible: Pairing.busy && !Pairing.active
        anchors.horizontalCenter: parent.horizontalCenter
    }
    Flow {
        id: flow
        visible: Pairing.active
        width: parent.width
        spacing: Theme.spacingXl

        readonly property bool beside: flow.width >= 640 * Theme.textScale
        readonly property int qrSize: Math.round(Math.min(flow.width, 320 * Theme.textScale))

        QrView {
            width: flow.qrSize
            height: flow.qrSize
            // The linter of Qt 6.4 does not know pictures.
            modules: Pairing.qr // qmllint disable type
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR code")
        }
        Column {
            width: flow.beside ? flow.width - flow.qrSize - flow.spacing : flow.width
            spacing: Theme.spacingL

            CodeDisplay {
                label: qsTr("PIN")
                code: Pairing.pin
                onCopyRequested: Pairing.copyPin()
            }
            ReadOnlyField {
                label: qsTr("Account address")
                text: Pairing.account
                symbol: Icon.Contact
                onCopyRequested: Clipboard.copy(Pairing.account)
            }
            ReadOnlyField {
                label: qsTr("Service address")
                text: Pairing.serviceAddress
                symbol: Icon.Service
                onCopyRequested: Clipboard.copy(Pairing.serviceAddress)
            }
            MutedText {
                width: parent.width
                text: Pairing.expiresText
            }
            Flow {
                width: parent.width
                spacing: Theme.spacingS
                AppButton {
                    symbol: Icon.Copy
                    text: qsTr("Copy the code as text")
                    onClicked: Pairing.copyOffer()
                }
                AppButton {
                    text: qsTr("New PIN")
                    busy: Pairing.busy
                    onClicked: Pairing.start()
                }
            }
        }
    }
    AppButton {
        visible: !Pairing.active && !Pairing.busy
        kind: AppButton.Kind.Primary
        text: qsTr("Make a PIN")
        onClicked: Pairing.start()
    }
    MutedText {
        width: parent.width
        text: qsTr("A device that has no PIN can ask as well; it then shows up under Devices with a code to compare.")
    }
    DeviceClaimSection {
        width: parent.width
        visible: page.visible
    }
}
