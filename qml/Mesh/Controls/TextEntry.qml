import QtQuick
import Mesh.Controls

/// A line of text with its label, help and inline error.
FieldFrame {
    id: control

    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias readOnly: input.readOnly
    property alias validator: input.validator
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    readonly property PlainInput input: input
    /// A button that empties the field, shown while there is something in it.
    property bool clearable: false
    /// Fixed-width letters, for codes and identifiers.
    property bool code: false

    /// The person typed; programs that set `text` do not cause it.
    signal edited(text: string)
    /// Enter was pressed.
    signal accepted
    /// The person left the field or pressed Enter.
    signal editingFinished

    function forceFocus(): void {
        input.forceActiveFocus(Qt.TabFocusReason);
        input.selectAll();
    }

    active: input.activeFocus
    editable: !input.readOnly

    PlainInput {
        id: input

        anchors.fill: parent
        focus: true
        label: control.label
        description: control.explanation
        code: control.code

        onTextEdited: control.edited(input.text)
        onAccepted: control.accepted()
        onEditingFinished: control.editingFinished()
        Keys.onEscapePressed: event => {
            if (control.clearable && input.text !== "") {
                input.clear();
                control.edited("");
            } else {
                event.accepted = false;
            }
        }
    }

    trailing: IconButton {
        implicitHeight: Theme.controlHeight - 2
        visible: control.clearable && input.text !== "" && control.enabled && !input.readOnly
        symbol: Icon.Close
        text: qsTr("Clear")
        focusPolicy: Qt.NoFocus
        onClicked: {
            input.clear();
            control.edited("");
            input.forceActiveFocus();
        }
    }
}
