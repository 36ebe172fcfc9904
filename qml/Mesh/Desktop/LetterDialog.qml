import QtQuick
import Mesh.App
import Mesh.Controls

/// Asks a contact for a confirmation, or proposes a task.
AppDialog {
    id: dialog

    property bool isTask: false
    property string address: ""
    property string recipientName: ""

    readonly property string organisation: organisationChoice.visible && organisationChoice.currentIndex > 0 ? Correspondence.organisations[organisationChoice.currentIndex - 1] : ""

    function begin(isTask: bool, address: string, name: string): void {
        dialog.isTask = isTask;
        dialog.address = address;
        dialog.recipientName = name;
        textField.text = "";
        titleField.text = "";
        placeField.text = "";
        startField.clear();
        finishField.clear();
        reminderChoice.currentIndex = 0;
        organisationChoice.currentIndex = 0;
        Correspondence.begin();
        dialog.open();
    }

    preferredWidth: Math.round(520 * Theme.textScale)
    title: dialog.isTask ? qsTr("Propose a task to %1").arg(dialog.recipientName) : qsTr("Ask %1 to confirm").arg(dialog.recipientName)
    text: dialog.isTask ? qsTr("If it is accepted, it becomes a task there.") : qsTr("The answer comes back signed. It can be given once, within ten minutes.")
    acceptText: qsTr("Send")
    acceptEnabled: dialog.isTask ? titleField.text.trim() !== "" : textField.text.trim() !== ""
    busy: Correspondence.busy
    stayOpen: true
    onConfirmed: {
        if (dialog.isTask) {
            if (!startField.commit() || !finishField.commit())
                return; // said below the field
            Correspondence.proposeTask(dialog.address, titleField.text, textField.text, placeField.text, startField.value, finishField.value, reminderChoice.currentIndex - 1, dialog.organisation);
        } else {
            Correspondence.askConfirmation(dialog.address, textField.text, dialog.organisation);
        }
    }
    onOpened: {
        if (dialog.isTask)
            titleField.forceFocus();
        else
            textField.forceFocus();
    }

    Connections {
        target: Correspondence
        enabled: dialog.opened
        function onSent(address: string): void {
            dialog.close();
        }
    }
    Banner {
        visible: Correspondence.errorText !== ""
        radius: Theme.radiusM
        kind: Tone.Kind.Danger
        text: Correspondence.errorText
    }
    TextEntry {
        id: titleField
        visible: dialog.isTask
        width: parent.width
        label: qsTr("Title")
        required: true
        maximumLength: 500
    }
    TextAreaEntry {
        id: textField
        width: parent.width
        label: dialog.isTask ? qsTr("Description") : qsTr("Question")
        required: !dialog.isTask
        maximumLength: 4000
    }
    FormRow {
        visible: dialog.isTask
        DateTimeEntry {
            id: startField
            label: qsTr("Start")
            withTime: true
            onEdited: value => startField.value = value
        }
        DateTimeEntry {
            id: finishField
            label: qsTr("End")
            withTime: true
            onEdited: value => finishField.value = value
        }
    }
    TextEntry {
        id: placeField
        visible: dialog.isTask
        width: parent.width
        label: qsTr("Place")
        maximumLength: 500
    }
    Choice {
        id: reminderChoice
        visible: dialog.isTask
        enabled: !startField.empty || !finishField.empty
        width: parent.width
        label: qsTr("Reminder")
        helperText: qsTr("Counts from the start, or from the end if there is none.")
        model: [qsTr("None"), ...Correspondence.reminderTexts]
        currentIndex: 0
    }
    Choice {
        id: organisationChoice
        visible: Correspondence.organisations.length > 0
        width: parent.width
        label: qsTr("In the name of")
        model: [qsTr("Myself"), ...Correspondence.organisations]
        currentIndex: 0
    }
}
