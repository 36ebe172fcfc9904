import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The data folder could not be opened.
Rectangle {
    color: Theme.surface

    StagePage {
        anchors.fill: parent
        focus: true
        symbol: Icon.Warning
        title: qsTr("Your mesh could not be opened")
        text: qsTr("Nothing was changed. Mend what is said below, then try again.")

        FormMessage {}
        ReadOnlyField {
            label: qsTr("Data folder")
            text: Preferences.dataFolder
            symbol: Icon.Folder
            onCopyRequested: Clipboard.copy(Preferences.dataFolder)
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                kind: AppButton.Kind.Primary
                text: qsTr("Try again")
                busy: Session.busy
                onClicked: Session.retryOpen()
            }
            AppButton {
                text: qsTr("Open the data folder")
                onClicked: Preferences.openDataFolder()
            }
        }
    }
    ToastArea {
        id: toastArea
        anchors.fill: parent
    }
    CopyToast {
        toasts: toastArea
    }
}
