import QtQuick
import Mesh.Controls

/// One line that ends in … when it does not fit; the whole text shows under the pointer.
Text {
    id: label

    font: Theme.bodyFont
    color: label.enabled ? Theme.text : Theme.textDisabled
    elide: Text.ElideRight
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft
    maximumLineCount: 1
    Accessible.role: Accessible.StaticText
    Accessible.name: label.text

    HoverHandler {
        id: pointer
        enabled: label.truncated
    }
    HoverTip {
        target: label
        text: label.text
        wanted: pointer.hovered && label.truncated
    }
}
