import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// What is to be done, and appointments.
CatalogPage {
    id: page

    catalog: Tasks
    editor: task
    title: qsTr("Tasks")
    newText: qsTr("New task")
    symbol: Icon.Task
    emptyTitle: qsTr("No tasks yet")
    emptyText: qsTr("Note what is to be done, with or without a date.")
    firstText: qsTr("Add the first task")
    importText: qsTr("Import from a calendar")
    onImportRequested: (importDialog.made() as ImportDialog).begin()
    listActions: [
        ExportButton {
            visible: page.catalog.total > 0
            kind: Exporter.TaskList
            toasts: page.toasts
            filter: qsTr("Calendar (*.ics)")
            ending: "ics"
        },
        IconButton {
            symbol: Icon.Import
            text: qsTr("Import")
            onClicked: (importDialog.made() as ImportDialog).begin()
        }
    ]
    entryTitle: task.title
    delegate: TaskRow {}
    onBegun: titleField.forceFocus()

    /// A reminder was asked for, so the keyboard goes to it.
    property bool adding: false

    DialogMaker {
        id: importDialog
        sourceComponent: ImportDialog {
            explanation: qsTr("Events and tasks that a calendar has exported as an iCalendar file.")
            endings: ["ics", "ical"]
        }
    }
    TaskEditor {
        id: task
    }
    FormSection {
        TextEntry {
            id: titleField
            label: qsTr("Title")
            focus: true
            required: true
            text: task.title
            errorText: task.titleError
            onEdited: text => task.title = text
            onAccepted: page.save()
        }
        TextAreaEntry {
            label: qsTr("Description")
            text: task.description
            errorText: task.descriptionError
            onEdited: text => task.description = text
        }
    }
    FormSection {
        title: qsTr("When and where")

        FormRow {
            DateTimeEntry {
                id: startField
                label: qsTr("Start")
                withTime: true
                helperText: task.zoneText
                errorText: task.startError
                onEdited: value => task.start = value
                Binding on value {
                    value: task.start
                }
            }
            DateTimeEntry {
                id: finishField
                label: qsTr("End")
                withTime: true
                errorText: task.finishError
                onEdited: value => task.finish = value
                Binding on value {
                    value: task.finish
                }
            }
        }
        FormRow {
            Choice {
                label: qsTr("Repeats")
                model: task.repetition === TaskEditor.Otherwise ? [qsTr("Never"), qsTr("Every day"), qsTr("Every week"), qsTr("Every month"), qsTr("Every year"), qsTr("By a rule of its own")] : [qsTr("Never"), qsTr("Every day"), qsTr("Every week"), qsTr("Every month"), qsTr("Every year")]
                onChosen: index => task.repetition = index
                Binding on currentIndex {
                    value: task.repetition
                }
            }
            TextEntry {
                label: qsTr("Place")
                leadingSymbol: Icon.Location
                text: task.location
                errorText: task.locationError
                onEdited: text => task.location = text
                onAccepted: page.save()
            }
        }
        FormRow {
            Choice {
                label: qsTr("Way there")
                model: task.wayThereOptions
                onChosen: index => task.wayThere = index
                Binding on currentIndex {
                    value: task.wayThere
                }
            }
            Choice {
                label: qsTr("Way back")
                model: task.wayBackOptions
                onChosen: index => task.wayBack = index
                Binding on currentIndex {
                    value: task.wayBack
                }
            }
        }
        TextEntry {
            label: qsTr("Conference")
            helperText: qsTr("Address of a call or meeting.")
            leadingSymbol: Icon.Link
            text: task.conference
            errorText: task.conferenceError
            onEdited: text => task.conference = text
            onAccepted: page.save()
        }
        AppSwitch {
            text: qsTr("I am busy then")
            checked: task.isBusyTime
            onToggled: task.isBusyTime = checked
        }
    }
    FormSection {
        title: qsTr("Reminders")

        Repeater {
            model: task.reminders
            onItemAdded: (index, item) => {
                if (page.adding)
                    (item as ReminderRow).begin();
            }
            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            delegate: ReminderRow {
                reminders: task.reminders
            }
            // qmllint enable unqualified
        }
        Banner {
            visible: task.remindersError !== ""
            width: parent.width
            radius: Theme.radiusM
            kind: Tone.Kind.Danger
            text: task.remindersError
        }
        AppButton {
            symbol: Icon.Clock
            text: qsTr("Add a reminder")
            onClicked: {
                page.adding = true;
                task.reminders.add();
                page.adding = false;
            }
        }
    }
}
