import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls

/// Ways to take in a QR code: the camera with what it sees, the clipboard, a picture.
FormSection {
    id: section

    required property QrReader reader
    /// What to hold into the camera's frame.
    property string hint: ""

    property string pictureTitle: qsTr("Picture of a code")

    /// The person is about to choose a picture.
    signal pictureWanted

    Flow {
        width: parent.width
        spacing: Theme.spacingS
        AppButton {
            visible: section.reader.cameraSupported
            symbol: Icon.Camera
            text: section.reader.cameraActive ? qsTr("Stop the camera") : qsTr("Use the camera")
            onClicked: {
                if (section.reader.cameraActive)
                    section.reader.stopCamera();
                else
                    section.reader.startCamera();
            }
        }
        AppButton {
            symbol: Icon.Qr
            text: qsTr("Take from the clipboard")
            busy: section.reader.busy
            onClicked: section.reader.readClipboard()
        }
        AppButton {
            symbol: Icon.File
            text: qsTr("Open a picture…")
            onClicked: {
                section.pictureWanted();
                pictureDialog.open();
            }
        }
    }
    CameraView {
        id: cameraView
        visible: section.reader.cameraActive
        label: qsTr("What the camera sees")
        waiting: section.reader.frameEmpty
        Binding {
            target: cameraView.surface
            property: "picture"
            value: section.reader.frame // qmllint disable type
        }
    }
    MutedText {
        visible: section.reader.cameraActive
        width: parent.width
        text: section.hint
    }
    Choice {
        visible: section.reader.cameraActive && section.reader.cameras.length > 1
        label: qsTr("Camera")
        model: section.reader.cameras
        onChosen: index => section.reader.cameraNumber = index
        Binding on currentIndex {
            value: section.reader.cameraNumber
        }
    }
    Banner {
        visible: section.reader.cameraText !== ""
        kind: Tone.Kind.Warning
        radius: Theme.radiusM
        text: section.reader.cameraText
    }
    FileDialog {
        id: pictureDialog
        title: section.pictureTitle
        nameFilters: [qsTr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"), qsTr("All files (*)")]
        onAccepted: section.reader.readFile(pictureDialog.selectedFile)
    }
}
