import QtQuick
import Mesh.Controls

/// A day, or a day with a time, typed or taken from a calendar. An empty field is an invalid date (DateText.none()).
///
/// What is typed counts when the field is left or Enter is pressed; what cannot be read is told below the field
/// and leaves `value` as it was.
FieldFrame {
    id: control

    property date value: DateText.none()
    property bool withTime: false
    readonly property bool empty: input.text === ""
    /// The text cannot be read as a date.
    readonly property bool unreadable: control.inputError !== ""

    /// The person set another value, or none.
    signal edited(value: date)

    function forceFocus(): void {
        input.forceActiveFocus(Qt.TabFocusReason);
        input.selectAll();
    }

    /// Begins anew, also after something that could not be read.
    function clear(): void {
        control.value = DateText.none();
        input.text = "";
        control.inputError = "";
    }

    /// Takes what is typed; false when it cannot be read.
    function commit(): bool {
        const text = input.text.trim();
        if (text === "") {
            control.inputError = "";
            if (DateText.isValid(control.value))
                control.set(DateText.none());
            return true;
        }
        const read = DateText.parse(text, control.withTime);
        if (!DateText.isValid(read)) {
            control.inputError = qsTr("Write a date like %1.").arg(DateText.example(control.withTime));
            return false;
        }
        control.inputError = "";
        if (read.getTime() !== control.value.getTime())
            control.set(read);
        input.text = DateText.format(control.value, control.withTime);
        return true;
    }

    function set(value: date): void {
        control.value = value;
        control.edited(value);
    }

    active: input.activeFocus
    fieldHeight: Theme.controlHeight

    onValueChanged: {
        input.text = DateText.format(control.value, control.withTime);
        control.inputError = "";
    }
    Component.onCompleted: input.text = DateText.format(control.value, control.withTime)

    PlainInput {
        id: input
        anchors.fill: parent
        focus: true
        label: control.label
        description: control.explanation
        placeholderText: qsTr("such as %1").arg(DateText.example(control.withTime))
        onEditingFinished: control.commit()
        Keys.onDownPressed: calendar.openAt(control.value)
    }
    trailing: IconButton {
        implicitHeight: Theme.controlHeight - 2
        symbol: Icon.Calendar
        text: qsTr("Choose a day: %1").arg(control.label)
        toolTip: qsTr("Choose a day")
        onClicked: calendar.openAt(control.value)
    }
    CalendarPopup {
        id: calendar
        objectName: "calendar"
        parent: control.box
        y: parent.height + Theme.spacingXs
        onPicked: (year, month, day) => {
            control.inputError = "";
            control.set(DateText.onDay(control.value, year, month, day));
        }
    }
}
