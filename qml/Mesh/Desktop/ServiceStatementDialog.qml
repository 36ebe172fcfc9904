import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls

/// The person's signed word that a service is theirs, into a file for that service. Closes once it is there.
AppDialog {
    id: dialog

    signal saved(fileName: string)

    function begin(): void {
        ServiceStatement.clear();
        fingerprintField.text = Preferences.embedded ? "" : Preferences.serviceFingerprint;
        dialog.open();
    }

    preferredWidth: Math.round(560 * Theme.textScale)
    title: qsTr("State that you run a service")
    text: qsTr("Your account signs that it runs the service of this fingerprint. The service shows that to everybody: whoever has you among the contacts reads there that the service is yours.")
    acceptText: qsTr("Choose the place…")
    acceptEnabled: fingerprintField.text.trim() !== ""
    busy: ServiceStatement.busy
    stayOpen: true
    onOpened: fingerprintField.forceFocus()
    onConfirmed: {
        saveDialog.open();
    }
    onClosed: ServiceStatement.clear()

    Connections {
        target: ServiceStatement
        enabled: dialog.opened
        function onSaved(fileName: string): void {
            dialog.close();
            dialog.saved(fileName);
        }
    }
    Banner {
        visible: ServiceStatement.errorText !== ""
        radius: Theme.radiusM
        kind: Tone.Kind.Danger
        text: ServiceStatement.errorText
    }
    TextEntry {
        id: fingerprintField
        width: parent.width
        label: qsTr("Fingerprint of the service")
        helperText: qsTr("The service states it when it starts.")
        maximumLength: 200
        readOnly: ServiceStatement.busy
        inputMethodHints: Qt.ImhNoPredictiveText
    }
    BodyText {
        width: parent.width
        text: qsTr("Copy the file to the service and name it in its configuration: accreditation=FILE. After a restart the service checks and shows it.")
    }
    FileDialog {
        id: saveDialog
        title: qsTr("Save the statement")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "json"
        nameFilters: [qsTr("Statements (*.json)"), qsTr("All files (*)")]
        onAccepted: ServiceStatement.save(fingerprintField.text, saveDialog.selectedFile)
    }
}
