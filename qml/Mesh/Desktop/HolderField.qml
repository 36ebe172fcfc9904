import QtQuick
import Mesh.Controls

/// Who shall have one of the shares.
TextEntry {
    id: field

    required property int index

    signal named(index: int, name: string)

    width: parent ? parent.width : implicitWidth
    label: qsTr("Share %1").arg(field.index + 1)
    placeholderText: qsTr("A person, a safe, a notary…")
    maximumLength: 100
    onEdited: field.named(field.index, field.text)
}
