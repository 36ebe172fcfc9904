import QtQuick
import Mesh.Controls

/// What is read. Says its text to a screen reader.
Text {
    id: label

    font: Theme.bodyFont
    color: label.enabled ? Theme.text : Theme.textDisabled
    linkColor: Theme.accentInk
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft
    Accessible.role: Accessible.StaticText
    Accessible.name: label.text
}
