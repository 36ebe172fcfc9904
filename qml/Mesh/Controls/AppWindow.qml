import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// The program's window in the theme's colours and font.
T.ApplicationWindow {
    id: window

    color: Theme.surface
    font: Theme.bodyFont
    minimumWidth: 360
    minimumHeight: 480
    palette.window: Theme.surface
    palette.windowText: Theme.text
    palette.base: Theme.field
    palette.text: Theme.text
    palette.highlight: Theme.accent
    palette.highlightedText: Theme.accentText
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
}
