import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// The bare line inside of TextEntry and DateTimeEntry.
T.TextField {
    id: input

    property string label: ""
    property string description: ""
    property bool code: false

    leftPadding: Theme.spacingS
    rightPadding: Theme.spacingS
    font: input.code ? Theme.codeFont : Theme.bodyFont
    color: input.enabled ? Theme.text : Theme.textDisabled
    placeholderTextColor: Theme.textMuted
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentText
    selectByMouse: true
    verticalAlignment: TextInput.AlignVCenter
    horizontalAlignment: TextInput.AlignLeft
    maximumLength: 4096
    clip: true
    // What a field holds is read from its beginning; only who writes needs its end.
    onTextChanged: {
        if (!input.activeFocus)
            input.cursorPosition = 0;
    }
    onActiveFocusChanged: input.ensureVisible(input.activeFocus ? input.cursorPosition : 0)

    Accessible.role: Accessible.EditableText
    Accessible.name: input.label !== "" ? input.label : input.placeholderText
    Accessible.description: input.description

    Text {
        x: input.leftPadding
        width: input.width - input.leftPadding - input.rightPadding
        height: input.height
        visible: input.text === "" && input.preeditText === ""
        text: input.placeholderText
        font: Theme.bodyFont
        color: input.placeholderTextColor
        verticalAlignment: Text.AlignVCenter
        horizontalAlignment: Text.AlignLeft
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
