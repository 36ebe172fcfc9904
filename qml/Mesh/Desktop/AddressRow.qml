import QtQuick
import QtQuick.Layouts
import Mesh.App
import Mesh.Controls

/// One electronic address of a contact. What kind it is stands beside it, or below where there is no room.
GridLayout {
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

    readonly property bool narrow: row.width < 460 * Theme.textScale
    /// Distance of a button from the top, so that it stands beside the box of a field.
    readonly property int boxTop: Math.round(Theme.captionFont.pixelSize * 1.4) + Theme.spacingXs

    width: parent ? parent.width : implicitWidth
    columns: row.narrow ? (row.ownCard ? 3 : 2) : 4
    columnSpacing: Theme.spacingS
    rowSpacing: Theme.spacingXs

    TextEntry {
        id: valueField
        Layout.row: 0
        Layout.column: 0
        Layout.columnSpan: row.narrow && row.ownCard ? 2 : 1
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
        Layout.row: row.narrow ? 1 : 0
        Layout.column: row.narrow ? 0 : 1
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
        Layout.row: row.narrow ? 1 : 0
        Layout.column: row.narrow ? 1 : 2
        Layout.columnSpan: row.narrow ? 2 : 1
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
        Layout.row: 0
        Layout.column: row.narrow ? (row.ownCard ? 2 : 1) : 3
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: row.boxTop
        symbol: Icon.Close
        text: qsTr("Remove: %1").arg(row.kindText + row.suffix)
        toolTip: qsTr("Remove")
        onClicked: row.addresses.removeAddress(row.index)
    }
}
