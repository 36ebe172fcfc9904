import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// While the other device decides.
Rectangle {
    id: page

    color: Theme.surface

    StagePage {
        anchors.fill: parent
        focus: true
        symbol: Icon.Laptop
        title: Session.connectingHailing ? qsTr("Waiting for its owner") : qsTr("Waiting for your other device")
        text: Session.connectingHailing ? qsTr("This device was made ready by %1. On a device of your mesh open Devices, then “Connect another device”, and read the code that came with this one.").arg(Session.connectingAccount) : Session.connectingWithPin ? qsTr("The PIN was right: %1 lets this device in by itself. This takes a few seconds while your other device is on.").arg(Session.connectingAccount) : qsTr("On a device of %1 that may connect others, open Devices. Accept there only if it shows this code:").arg(Session.connectingAccount)

        Card {
            visible: !Session.connectingHailing

            CodeDisplay {
                label: qsTr("Code of this device")
                code: Session.witness
                copyable: false
            }
            MutedText {
                width: parent.width
                visible: Session.connectingWithPin
                text: qsTr("Nothing is to be compared with a PIN. The code only tells which device it is.")
            }
        }
        ProgressLine {
            visible: Session.errorText === ""
            indeterminate: true
            text: Session.connectingExpires
        }
        Banner {
            visible: Session.errorText !== ""
            kind: Tone.Kind.Danger
            radius: Theme.radiusM
            text: Session.errorText
            actionText: qsTr("Wait again")
            onAction: Session.keepWaiting()
        }
        AppButton {
            visible: !Session.connectingHailing
            text: qsTr("Stop connecting")
            onClicked: Session.abandonConnection()
        }
        AppButton {
            visible: Session.connectingHailing
            text: qsTr("Use this computer in another way")
            onClicked: hailingDialog.open()
        }
    }

    ConfirmDialog {
        id: hailingDialog
        title: qsTr("Give up what was made ready?")
        text: qsTr("The code that came with this computer is then good for nothing. You can start a mesh or connect to yours in the usual ways.")
        acceptText: qsTr("Give up")
        onAccepted: Session.abandonConnection()
    }
}
