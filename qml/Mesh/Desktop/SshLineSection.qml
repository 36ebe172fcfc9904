import QtQuick
import Mesh.App
import Mesh.Controls

/// Lines of an OpenSSH file as a list, with a field to add some.
FormSection {
    id: section

    required property SshLineModel lines
    required property string fieldLabel
    required property string addText
    property string placeholderText: ""

    function add(): void {
        const error = section.lines.addText(field.text);
        field.errorText = error;
        if (error === "")
            field.text = "";
    }

    Repeater {
        model: section.lines
        // Bound to this file's ids, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        delegate: SshLineRow {
            onRemoved: section.lines.removeLine(index)
        }
        // qmllint enable unqualified
    }
    AppButton {
        visible: section.lines.hiddenCount > 0
        kind: AppButton.Kind.Quiet
        text: qsTr("Show %n more", "", section.lines.hiddenCount)
        onClicked: section.lines.showMore()
    }
    TextAreaEntry {
        id: field
        label: section.fieldLabel
        placeholderText: section.placeholderText
        code: true
        minimumLines: 2
        maximumLines: 6
        onEdited: field.errorText = ""
    }
    AppButton {
        symbol: Icon.Plus
        text: section.addText
        enabled: field.text.trim() !== ""
        onClicked: section.add()
    }
}
