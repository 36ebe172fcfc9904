import QtQuick
import Mesh.Controls

/// The top of a page or of a list column: title, a word about it, actions at the end.
///
/// `leading` takes a back button. Actions that would leave the title no room stand below it; a title that is too
/// long even then goes on in a second line, in smaller letters.
Item {
    id: header

    required property string title
    property string subtitle: ""
    /// Distance of the title from the edge.
    property int inset: Theme.spacingL
    property alias leading: leadingRow.data
    default property alias actions: actionRow.data

    implicitWidth: 240
    readonly property real leadingRoom: leadingRow.width + (leadingRow.visibleChildren.length > 0 ? Theme.spacingS + Theme.spacingXs : header.inset)
    readonly property bool stacked: actionRow.implicitWidth > header.width * 0.55 || (actionRow.implicitWidth > 0 && header.width < Theme.narrowWidth && header.leadingRoom + Math.max(measured.width, subtitleText.implicitWidth) + Theme.spacingS + actionRow.implicitWidth + Theme.spacingM > header.width)
    readonly property bool tooLong: header.width > 0 && measured.width > header.width - header.leadingRoom - Theme.spacingS - (header.stacked ? 0 : actionRow.implicitWidth + Theme.spacingM)

    readonly property TextMetrics metrics: TextMetrics {
        id: measured
        font: Theme.titleFont
        text: header.title
    }
    implicitHeight: Math.max(Theme.controlHeight, words.implicitHeight) + Theme.spacingM * 2 + (header.stacked ? actionRow.implicitHeight + Theme.spacingS : 0)

    Row {
        id: leadingRow
        anchors.left: parent.left
        anchors.leftMargin: leadingRow.visibleChildren.length > 0 ? Theme.spacingS : 0
        anchors.verticalCenter: words.verticalCenter
    }
    Column {
        id: words
        anchors.left: leadingRow.right
        anchors.leftMargin: leadingRow.visibleChildren.length > 0 ? Theme.spacingXs : header.inset
        anchors.right: header.stacked ? parent.right : actionRow.left
        anchors.rightMargin: Theme.spacingS
        y: Theme.spacingM + Math.max(0, Math.round((Theme.controlHeight - words.implicitHeight) / 2))

        ElidedText {
            id: titleText
            width: parent.width
            text: header.title
            font: header.tooLong ? Theme.headingFont : Theme.titleFont
            wrapMode: Text.Wrap
            maximumLineCount: 2
            Accessible.role: Accessible.Heading
            Accessible.name: titleText.text
        }
        ElidedText {
            id: subtitleText
            visible: header.subtitle !== ""
            width: parent.width
            text: header.subtitle
            font: Theme.captionFont
            color: Theme.textMuted
        }
    }
    Row {
        id: actionRow
        x: {
            const edge = header.stacked ? header.inset : Math.max(Theme.spacingM, header.inset - Theme.spacingS);
            return header.stacked !== LayoutMirroring.enabled ? edge : header.width - width - edge;
        }
        y: header.stacked ? Theme.spacingM + Math.max(Theme.controlHeight, words.implicitHeight) + Theme.spacingS : Math.round(words.y + (words.height - height) / 2)
        spacing: Theme.spacingXs
    }
}
