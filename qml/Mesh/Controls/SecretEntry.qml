import QtQuick
import Mesh.Controls

/// A secret: hidden until it is shown, never spoken on the accessibility bus, kept in memory that is wiped.
///
/// Give and take it as a whole: `entry.secret = model.password` and `onEdited: model.password = entry.secret`
/// with a property of the C++ type mmm::SharedSecret on the other side. Copying is the page's, by `copyRequested`.
FieldFrame {
    id: control

    property alias secret: input.secret
    property alias readOnly: input.readOnly
    readonly property bool empty: input.length === 0
    property bool revealed: false
    property bool copyable: true
    property string placeholderText: ""
    /// Further buttons at the end, such as one that opens the generator.
    property alias extraButtons: extraRow.data
    readonly property SecretInput input: input

    signal edited
    signal accepted
    signal copyRequested

    function forceFocus(): void {
        input.forceActiveFocus(Qt.TabFocusReason);
    }
    function clear(): void {
        input.clear();
    }

    active: input.activeFocus
    editable: !input.readOnly
    // Nobody who opens the page later should find it shown.
    onVisibleChanged: {
        if (!control.visible)
            control.revealed = false;
    }

    SecretInput {
        id: input

        anchors.fill: parent
        anchors.leftMargin: Theme.spacingS
        anchors.rightMargin: Theme.spacingXs
        revealed: control.revealed
        font: Theme.codeFont
        color: enabled ? Theme.text : Theme.textDisabled
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        focus: true

        Accessible.role: Accessible.EditableText
        Accessible.name: control.label
        Accessible.description: control.explanation !== "" ? control.explanation : control.empty ? qsTr("Empty") : qsTr("Filled in, hidden")
        // Not passwordEdit: Qt 6.4 then drops the name. There is no text to protect here.
        Accessible.editable: !input.readOnly
        Accessible.readOnly: input.readOnly
        Accessible.focusable: true
        Accessible.focused: input.activeFocus

        onEdited: control.edited()
        onAccepted: control.accepted()
        onCopyRequested: control.copyRequested()
    }
    Text {
        anchors.fill: input
        visible: control.empty && control.placeholderText !== ""
        text: control.placeholderText
        font: Theme.bodyFont
        color: Theme.textMuted
        verticalAlignment: Text.AlignVCenter
        horizontalAlignment: Text.AlignLeft
        elide: Text.ElideRight
        Accessible.ignored: true
    }

    trailing: [
        Row {
            id: extraRow
        },
        IconButton {
            implicitHeight: Theme.controlHeight - 2
            visible: !control.empty
            symbol: control.revealed ? Icon.EyeOff : Icon.Eye
            text: control.revealed ? qsTr("Hide: %1").arg(control.label) : qsTr("Show: %1").arg(control.label)
            toolTip: control.revealed ? qsTr("Hide") : qsTr("Show")
            onClicked: control.revealed = !control.revealed
        },
        IconButton {
            implicitHeight: Theme.controlHeight - 2
            visible: control.copyable && !control.empty
            symbol: Icon.Copy
            text: qsTr("Copy: %1").arg(control.label)
            toolTip: qsTr("Copy")
            onClicked: control.copyRequested()
        }
    ]
}
