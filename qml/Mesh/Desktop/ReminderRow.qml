import QtQuick
import QtQuick.Layouts
import Mesh.App
import Mesh.Controls

/// When a task reminds of itself: one of several such rows.
RowLayout {
    id: row

    required property int index
    required property int choice
    required property list<string> options
    property ReminderModel reminders: null

    readonly property string label: row.index === 0 ? qsTr("Reminder") : qsTr("Reminder %1").arg(row.index + 1)

    /// Moves the keyboard to the choice.
    function begin(): void {
        choiceField.forceActiveFocus(Qt.TabFocusReason);
    }

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingS

    Choice {
        id: choiceField
        Layout.fillWidth: true
        label: row.label
        model: row.options
        onChosen: index => row.reminders.setChoice(row.index, index)
        Binding on currentIndex {
            value: row.choice
        }
    }
    IconButton {
        Layout.alignment: Qt.AlignBottom
        symbol: Icon.Close
        text: qsTr("Remove: %1").arg(row.label)
        toolTip: qsTr("Remove")
        onClicked: row.reminders.removeReminder(row.index)
    }
}
