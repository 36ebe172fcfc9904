import QtQuick
import Mesh.App
import Mesh.Controls

/// Where the service is reached.
ReadOnlyField {
    required property string modelData

    label: qsTr("Reached at")
    text: modelData
    symbol: Icon.Link
    code: true
    onCopyRequested: Clipboard.copy(modelData)
}
