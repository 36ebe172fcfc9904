import QtQuick
import Mesh.App
import Mesh.Controls

/// The buttons of an entry's form.
Rectangle {
    id: footer

    required property EntryEditor editor

    readonly property int inset: footer.width < Theme.narrowWidth ? Theme.spacingL : Theme.spacingXl
    /// The button saved, not a key in a field.
    property bool buttonUsed: false

    signal saveRequested
    signal cancelRequested

    width: parent ? parent.width : implicitWidth
    implicitWidth: 320
    implicitHeight: Math.max(Theme.controlHeight, buttons.implicitHeight) + Theme.spacingM * 2
    color: Theme.surface

    Divider {
        width: parent.width
    }
    Connections {
        target: footer.editor
        function onSaved(id: string): void {
            savedTimer.restart();
        }
        function onEntryChanged(): void {
            if (!footer.editor.loaded || footer.editor.isNew)
                savedTimer.stop();
        }
    }
    Timer {
        id: savedTimer
        interval: 2000
    }
    Row {
        visible: savedTimer.running && !footer.editor.dirty
        anchors.left: parent.left
        anchors.leftMargin: footer.inset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacingS
        Accessible.role: Accessible.AlertMessage
        Accessible.name: savedText.text

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            symbol: Icon.Success
            color: Theme.successInk
            size: Theme.iconSize
        }
        BodyText {
            id: savedText
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Saved")
            Accessible.ignored: true
        }
    }
    // As in a dialog: what is done at the end of the fields, below each other where there is no room.
    Flow {
        id: buttons
        x: footer.LayoutMirroring.enabled ? footer.width - width - footer.inset : footer.inset
        width: Math.min(Theme.contentWidth, footer.width - footer.inset * 2)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacingS
        layoutDirection: footer.LayoutMirroring.enabled ? Qt.LeftToRight : Qt.RightToLeft

        AppButton {
            kind: AppButton.Kind.Primary
            text: qsTr("Save")
            enabled: footer.editor.isNew || footer.editor.dirty
            busy: footer.editor.busy
            onClicked: {
                footer.buttonUsed = true;
                footer.saveRequested();
            }
        }
        AppButton {
            visible: footer.editor.isNew || footer.editor.dirty
            text: footer.editor.isNew ? qsTr("Cancel") : qsTr("Discard changes")
            enabled: !footer.editor.busy
            onClicked: footer.cancelRequested()
        }
    }
}
