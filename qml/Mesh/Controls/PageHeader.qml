import QtQuick
import Mesh.Controls

/// The top of a page or of a list column: title, a word about it, actions at the end.
///
/// `leading` takes a back button. Actions that do not fit belong into an AppMenu behind a "More" IconButton.
Item {
    id: header

    required property string title
    property string subtitle: ""
    /// Distance of the title from the edge.
    property int inset: Theme.spacingL
    property alias leading: leadingRow.data
    default property alias actions: actionRow.data

    implicitWidth: 240
    implicitHeight: Math.max(Theme.controlHeight + Theme.spacingM * 2, words.implicitHeight + Theme.spacingM * 2)

    Row {
        id: leadingRow
        anchors.left: parent.left
        anchors.leftMargin: leadingRow.visibleChildren.length > 0 ? Theme.spacingS : 0
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: words
        anchors.left: leadingRow.right
        anchors.leftMargin: leadingRow.visibleChildren.length > 0 ? Theme.spacingXs : header.inset
        anchors.right: actionRow.left
        anchors.rightMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter

        ElidedText {
            id: titleText
            width: parent.width
            text: header.title
            font: Theme.titleFont
            Accessible.role: Accessible.Heading
            Accessible.name: titleText.text
        }
        ElidedText {
            visible: header.subtitle !== ""
            width: parent.width
            text: header.subtitle
            font: Theme.captionFont
            color: Theme.textMuted
        }
    }
    Row {
        id: actionRow
        anchors.right: parent.right
        anchors.rightMargin: Math.max(Theme.spacingM, header.inset - Theme.spacingS)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacingXs
    }
}
