import QtQuick
import Mesh.App
import Mesh.Controls

/// A connected device and what can be done with it.
Card {
    id: card

    required property string deviceId
    required property string name
    required property bool isThis
    required property bool isAdministrator
    required property bool mayConfirm
    required property string connectedText
    required property string lastSeenText

    signal renameRequested(deviceId: string, name: string)
    signal disconnectRequested(deviceId: string, name: string)
    signal grantRequested(deviceId: string, name: string)

    Item {
        width: parent.width
        implicitHeight: words.implicitHeight

        Icon {
            id: picture
            symbol: Icon.Laptop
            color: card.isThis ? Theme.accentInk : Theme.textMuted
            size: Math.round(Theme.iconSize * 1.4)
        }
        Column {
            id: words
            anchors.left: picture.right
            anchors.leftMargin: Theme.spacingM
            anchors.right: parent.right
            spacing: Theme.spacingXs

            ElidedText {
                width: parent.width
                text: card.name
                font: Theme.strongFont
            }
            MutedText {
                width: parent.width
                visible: text !== ""
                text: card.lastSeenText === "" ? card.connectedText : card.connectedText === "" ? card.lastSeenText : qsTr("%1 · %2").arg(card.connectedText).arg(card.lastSeenText)
            }
            Flow {
                width: parent.width
                spacing: Theme.spacingXs
                visible: card.isThis || card.isAdministrator || card.mayConfirm
                Tag {
                    visible: card.isThis
                    text: qsTr("This device")
                    kind: Tone.Kind.Info
                }
                Tag {
                    visible: card.isAdministrator
                    text: qsTr("Manages devices")
                    symbol: Icon.Shield
                }
                Tag {
                    visible: card.mayConfirm
                    text: qsTr("May confirm")
                    symbol: Icon.Check
                }
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.spacingS
        visible: Accounts.showsHome && (card.isThis || Devices.isAdministrator)

        AppButton {
            visible: card.isThis
            text: qsTr("Rename")
            enabled: !Devices.busy
            onClicked: card.renameRequested(card.deviceId, card.name)
        }
        AppButton {
            visible: !card.isThis && Devices.isAdministrator
            text: qsTr("Disconnect")
            Accessible.description: card.name
            enabled: !Devices.busy
            onClicked: card.disconnectRequested(card.deviceId, card.name)
        }
        AppButton {
            visible: !card.isThis && !card.isAdministrator && Devices.isAdministrator
            text: qsTr("Let it manage devices")
            Accessible.description: card.name
            enabled: !Devices.busy
            onClicked: card.grantRequested(card.deviceId, card.name)
        }
        AppButton {
            visible: Devices.isAdministrator
            text: card.mayConfirm ? qsTr("Stop confirming") : qsTr("Let it confirm")
            Accessible.description: card.name
            enabled: !Devices.busy
            onClicked: Devices.allowConfirmation(card.deviceId, !card.mayConfirm)
        }
    }
}
