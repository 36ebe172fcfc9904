import QtQuick
import Mesh.Controls

/// The keys that every catalog page understands: Ctrl+F finds, Ctrl+N makes a new entry.
Item {
    id: keys

    property SearchField search: null
    /// Off while the page is hidden or a dialog is open.
    property bool active: keys.visible

    signal newRequested

    Shortcut {
        sequence: "Ctrl+F"
        enabled: keys.active && keys.search !== null
        onActivated: keys.search.forceFocus()
    }
    Shortcut {
        sequence: "Ctrl+N"
        enabled: keys.active
        onActivated: keys.newRequested()
    }
}
