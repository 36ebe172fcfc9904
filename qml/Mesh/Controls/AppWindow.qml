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
    // For what Qt draws itself, such as the file dialog where the desktop has none.
    palette.window: Theme.surfaceRaised
    palette.windowText: Theme.text
    palette.base: Theme.field
    palette.alternateBase: Theme.surfaceSunken
    palette.text: Theme.text
    palette.placeholderText: Theme.textMuted
    palette.button: Theme.surfaceSunken
    palette.buttonText: Theme.text
    palette.brightText: Theme.accentText
    palette.light: Theme.hover
    palette.midlight: Theme.selection
    palette.mid: Theme.borderStrong
    palette.dark: Theme.borderStrong
    palette.shadow: Theme.shadow
    palette.link: Theme.accentInk
    palette.toolTipBase: Theme.tip
    palette.toolTipText: Theme.tipText
    palette.highlight: Theme.accent
    palette.highlightedText: Theme.accentText
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
}
