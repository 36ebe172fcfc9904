import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The mesh has let this device go.
Rectangle {
    color: Theme.surface

    StagePage {
        anchors.fill: parent
        focus: true
        symbol: Icon.CloudOff
        title: qsTr("This device was disconnected")
        text: qsTr("Another device of %1 has deleted the account or taken away this device's access. It gets no more changes and cannot read what comes later.").arg(Session.accountAddress === "" ? qsTr("your mesh") : Session.accountAddress)

        BodyText {
            width: parent.width
            text: qsTr("To use it again, begin anew and connect it once more, or make a new account. What it had stored is put aside in the data folder; nothing is deleted.")
        }
        FormMessage {}
        Flow {
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                kind: AppButton.Kind.Primary
                text: qsTr("Begin anew")
                busy: Session.busy
                onClicked: Session.forgetMesh()
            }
            AppButton {
                text: qsTr("Open the data folder")
                onClicked: Preferences.openDataFolder()
            }
        }
    }
}
