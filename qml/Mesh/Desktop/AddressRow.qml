import QtQuick
import QtQuick.Layouts
import Mesh.App
import Mesh.Controls

/// One electronic address of a contact.
RowLayout {
    id: row

    required property int index
    required property int kind
    required property string value
    required property string label
    required property string error
    required property int audience
    property AddressModel addresses: null
    /// One's own card: who sees the address can be chosen.
    property bool ownCard: false

    readonly property string kindText: {
        switch (row.kind) {
        case AddressModel.Email:
            return qsTr("Mail");
        case AddressModel.Phone:
            return qsTr("Phone");
        case AddressModel.Web:
            return qsTr("Web page");
        default:
            return qsTr("Address");
        }
    }
    readonly property string suffix: row.index === 0 ? "" : " " + (row.index + 1)

    signal accepted

    /// Moves the keyboard to the address.
    function begin(): void {
        valueField.forceFocus();
    }

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingS

    TextEntry {
        id: valueField
        Layout.fillWidth: true
        Layout.preferredWidth: 300
        Layout.alignment: Qt.AlignTop
        label: row.kindText + row.suffix
        text: row.value
        errorText: row.error
        onEdited: text => row.addresses.setValue(row.index, text)
        onAccepted: row.accepted()
    }
    TextEntry {
        Layout.fillWidth: true
        Layout.preferredWidth: 120
        Layout.alignment: Qt.AlignTop
        label: qsTr("Kind") + row.suffix
        placeholderText: qsTr("work, home, …")
        text: row.label
        onEdited: text => row.addresses.setLabel(row.index, text)
        onAccepted: row.accepted()
    }
    Choice {
        visible: row.ownCard
        Layout.fillWidth: true
        Layout.preferredWidth: 140
        Layout.alignment: Qt.AlignTop
        label: qsTr("Seen by") + row.suffix
        model: [qsTr("Contacts"), qsTr("Everybody"), qsTr("Nobody")]
        onChosen: index => row.addresses.setAudience(row.index, index)
        Binding on currentIndex {
            value: row.audience
        }
    }
    IconButton {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Math.round(Theme.captionFont.pixelSize * 1.4) + Theme.spacingXs
        symbol: Icon.Close
        text: qsTr("Remove: %1").arg(row.kindText + row.suffix)
        toolTip: qsTr("Remove")
        onClicked: row.addresses.removeAddress(row.index)
    }
}
