import QtQuick
import Mesh.App
import Mesh.Controls

/// Where a service is that has no entry in the DNS.
Column {
    id: entry

    /// Host and port; empty where the DNS is asked.
    property alias text: field.text
    property bool readOnly: false
    readonly property bool complete: !box.checked || (field.text.trim() !== "" && !field.invalid)

    function clear(): void {
        box.checked = false;
        field.text = "";
    }

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingM

    AppCheckBox {
        id: box
        width: parent.width
        enabled: !entry.readOnly
        text: qsTr("Enter the service's network address by hand")
        onToggled: field.text = ""
    }
    TextEntry {
        id: field
        width: parent.width
        visible: box.checked
        label: qsTr("Service address")
        required: true
        placeholderText: "192.168.1.5:15099"
        helperText: qsTr("Host and port, as its operator names them.")
        errorText: Session.serviceAddressError(field.text)
        maximumLength: 260
        readOnly: entry.readOnly
    }
}
