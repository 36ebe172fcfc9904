import QtQuick
import Mesh.Controls

/// What all inputs share: the label above, the box, and below it the error or the help.
///
/// The input itself goes into `field`, which lies inside of the box before `trailing`.
FocusScope {
    id: frame

    property string label: ""
    property string helperText: ""
    /// What is wrong, in words that say how to mend it; empty when nothing is.
    property string errorText: ""
    property bool required: false
    property bool editable: true
    property bool active: false
    property int fieldHeight: Theme.controlHeight
    property int leadingSymbol: Icon.None
    property alias trailing: trailingRow.data
    default property alias field: slot.data
    /// What the field itself finds wrong; a page sets `errorText`.
    property string inputError: ""
    readonly property string shownError: frame.errorText !== "" ? frame.errorText : frame.inputError
    readonly property bool invalid: frame.shownError !== ""
    readonly property Item box: box

    /// For Accessible.description of the input.
    readonly property string explanation: frame.invalid ? qsTr("Error: %1").arg(frame.shownError) : frame.helperText

    implicitWidth: 240 * Theme.textScale
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: frame.width
        spacing: Theme.spacingXs

        Text {
            width: parent.width
            visible: frame.label !== ""
            text: frame.required ? qsTr("%1 (required)").arg(frame.label) : frame.label
            font: Theme.captionFont
            color: frame.enabled ? Theme.textMuted : Theme.textDisabled
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
        Rectangle {
            id: box
            width: parent.width
            height: frame.fieldHeight
            radius: Theme.radiusM
            color: frame.enabled && frame.editable ? Theme.field : Theme.surfaceSunken
            border.width: frame.active ? 2 : 1
            border.color: {
                if (frame.invalid)
                    return Theme.dangerInk;
                if (frame.active)
                    return Theme.focus;
                return frame.enabled ? Theme.borderStrong : Theme.border;
            }

            Icon {
                id: leadingIcon
                visible: frame.leadingSymbol !== Icon.None
                symbol: frame.leadingSymbol
                color: Theme.textMuted
                size: Theme.iconSize
                anchors.left: parent.left
                anchors.leftMargin: Theme.spacingS + 2
                anchors.verticalCenter: parent.verticalCenter
            }
            Item {
                id: slot
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                anchors.left: leadingIcon.visible ? leadingIcon.right : parent.left
                anchors.leftMargin: leadingIcon.visible ? 0 : 2
                anchors.right: trailingRow.left
                anchors.rightMargin: 2
                clip: true
            }
            Row {
                id: trailingRow
                anchors.right: parent.right
                anchors.rightMargin: trailingRow.implicitWidth > 0 ? 1 : 0
                anchors.top: parent.top
                anchors.topMargin: Math.round((Theme.controlHeight - trailingRow.implicitHeight) / 2)
            }
        }
        Row {
            width: parent.width
            spacing: Theme.spacingXs
            visible: below.text !== ""

            Icon {
                id: belowIcon
                visible: frame.invalid
                symbol: Icon.Error
                color: Theme.dangerInk
                size: Math.round(below.font.pixelSize * 1.2)
                anchors.top: parent.top
                anchors.topMargin: 1
            }
            Text {
                id: below
                width: parent.width - (belowIcon.visible ? belowIcon.width + parent.spacing : 0)
                text: frame.invalid ? frame.shownError : frame.helperText
                font: Theme.captionFont
                color: frame.invalid ? Theme.dangerInk : Theme.textMuted
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                horizontalAlignment: Text.AlignLeft
                Accessible.role: frame.invalid ? Accessible.AlertMessage : Accessible.StaticText
                Accessible.name: below.text
            }
        }
    }
}
