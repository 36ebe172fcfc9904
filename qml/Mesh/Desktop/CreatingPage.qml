import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// A new mesh whose service has not said yet that it has the account.
Rectangle {
    color: Theme.surface

    StagePage {
        anchors.fill: parent
        focus: true
        symbol: Icon.Laptop
        title: qsTr("Your mesh is not complete yet")
        text: qsTr("What was made for %1 is kept on this device. It goes on as soon as the service answers.").arg(Session.accountAddress)

        FormMessage {}
        BodyText {
            width: parent.width
            visible: Session.nameHeld
            text: qsTr("The service cannot give the name back now. If you give up all the same, nobody can use %1 any more.").arg(Session.accountAddress)
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                kind: AppButton.Kind.Primary
                text: qsTr("Go on")
                busy: Session.busy
                onClicked: Session.resumeCreation()
            }
            AppButton {
                visible: Session.busy
                text: qsTr("Stop")
                onClicked: Session.cancel()
            }
            AppButton {
                visible: !Session.busy
                kind: Session.nameHeld ? AppButton.Kind.Danger : AppButton.Kind.Secondary
                text: Session.nameHeld ? qsTr("Give up all the same") : qsTr("Give up")
                onClicked: Session.giveUpCreation()
            }
        }
    }
}
