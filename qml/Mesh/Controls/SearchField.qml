import QtQuick
import Mesh.Controls

/// A search field. Bind `Shortcut { sequences: [StandardKey.Find]; onActivated: field.forceFocus() }` or use
/// PageShortcuts.
TextEntry {
    id: control

    leadingSymbol: Icon.Search
    clearable: true
    placeholderText: qsTr("Search")
    inputMethodHints: Qt.ImhNoPredictiveText
    maximumLength: 200
}
