import QtQuick
import Mesh.Controls

/// One short message at the bottom of the window, made by ToastArea.
FocusScope {
    id: toast

    required property string text
    required property string actionText
    readonly property bool hovered: pointer.hovered

    signal acted
    signal dismissed

    /// The action stands below the words where it would leave them no room.
    readonly property real room: toast.parent ? toast.parent.width : 0
    readonly property real wanted: Math.ceil(Math.max(line.width, line.advanceWidth)) + Theme.spacingL + (actionButton.visible ? actionButton.width + Theme.spacingS : 0) + closeButton.width + Theme.spacingS * 2 + 2
    readonly property bool stacked: actionButton.visible && toast.room < toast.wanted && toast.room < 360 * Theme.textScale
    readonly property real besides: closeButton.width + (actionButton.visible && !toast.stacked ? actionButton.width + Theme.spacingS : 0)

    implicitWidth: toast.wanted
    implicitHeight: Math.max(Theme.controlHeight + Theme.spacingS, words.height + Theme.spacingM * 2) + (toast.stacked ? actionButton.height + Theme.spacingXs : 0)

    Accessible.role: Accessible.AlertMessage
    Accessible.name: toast.text

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusM + 2
        color: Theme.tip
        border.width: Theme.highContrast ? 1 : 0
        border.color: Theme.surface
    }
    HoverHandler {
        id: pointer
    }
    TextMetrics {
        id: line
        font: Theme.bodyFont
        text: toast.text
    }
    Text {
        id: words
        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingL
        y: toast.stacked ? Theme.spacingM : Math.round((toast.height - height) / 2)
        width: toast.width - Theme.spacingL - toast.besides - Theme.spacingS * 2
        text: toast.text
        font: Theme.bodyFont
        color: Theme.tipText
        wrapMode: Text.Wrap
        maximumLineCount: 4
        elide: Text.ElideRight
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    ToastButton {
        id: actionButton
        visible: toast.actionText !== ""
        x: toast.stacked ? Theme.spacingL : closeButton.x - width
        y: toast.stacked ? words.y + words.height + Theme.spacingXs : Math.round((toast.height - height) / 2)
        text: toast.actionText
        onClicked: toast.acted()
    }
    ToastButton {
        id: closeButton
        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingXs
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Close")
        symbol: Icon.Close
        onClicked: toast.dismissed()
    }
}
