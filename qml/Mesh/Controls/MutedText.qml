import QtQuick
import Mesh.Controls

/// What is read second: help, dates, counts. Says its text to a screen reader.
Text {
    id: label

    font: Theme.captionFont
    color: label.enabled ? Theme.textMuted : Theme.textDisabled
    linkColor: Theme.accentInk
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft
    Accessible.role: Accessible.StaticText
    Accessible.name: label.text
}
