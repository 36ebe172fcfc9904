import QtQuick
import Mesh.Controls

/// The title of a page. Says its text to a screen reader.
Text {
    id: label

    font: Theme.titleFont
    color: label.enabled ? Theme.text : Theme.textDisabled
    linkColor: Theme.accentInk
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft
    Accessible.role: Accessible.Heading
    Accessible.name: label.text
}
