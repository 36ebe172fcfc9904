import QtQuick
import Mesh.App
import Mesh.Controls

/// A text that only some kinds of virtual private networks have.
TextEntry {
    id: entry

    required property int index
    required property string caption
    required property string value
    required property string example
    property VpnTextModel texts: null

    label: entry.caption
    placeholderText: entry.example
    text: entry.value
    onEdited: text => entry.texts.setValue(entry.index, text)
}
