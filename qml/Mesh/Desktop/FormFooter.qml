import QtQuick
import Mesh.App
import Mesh.Controls

/// The buttons of an entry's form.
Rectangle {
    id: footer

    required property EntryEditor editor

    signal saveRequested
    signal cancelRequested

    width: parent ? parent.width : implicitWidth
    implicitWidth: 320
    implicitHeight: Theme.controlHeight + Theme.spacingM * 2
    color: Theme.surface

    Divider {
        width: parent.width
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingL
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacingS

        AppButton {
            visible: footer.editor.isNew || footer.editor.dirty
            text: footer.editor.isNew ? qsTr("Cancel") : qsTr("Discard changes")
            enabled: !footer.editor.busy
            onClicked: footer.cancelRequested()
        }
        AppButton {
            kind: AppButton.Kind.Primary
            text: qsTr("Save")
            enabled: footer.editor.isNew || footer.editor.dirty
            busy: footer.editor.busy
            onClicked: footer.saveRequested()
        }
    }
}
