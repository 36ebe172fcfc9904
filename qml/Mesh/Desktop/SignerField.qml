import QtQuick
import Mesh.Controls

/// Whose signature is on a link of the chain of trust.
ReadOnlyField {
    required property string modelData

    label: qsTr("Signed by")
    text: modelData
    symbol: Icon.Seal
    copyable: false
}
