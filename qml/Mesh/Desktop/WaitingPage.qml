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
        title: qsTr("Waiting for your other device")
        text: Session.connectingWithPin ? qsTr("The PIN was right: %1 lets this device in by itself. This takes a few seconds while your other device is on.").arg(Session.connectingAccount) : qsTr("On a device of %1 that may connect others, open Devices. Accept there only if it shows this code:").arg(Session.connectingAccount)

        Card {
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
            text: qsTr("Stop connecting")
            onClicked: Session.abandonConnection()
        }
    }
}
