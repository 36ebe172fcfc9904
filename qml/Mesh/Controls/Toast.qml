import QtQuick
import Mesh.Controls

/// One short message at the bottom of the window, made by ToastArea.
Rectangle {
    id: toast

    required property string text
    required property string actionText
    property bool leaving: false

    signal acted
    signal dismissed

    implicitWidth: words.implicitWidth + Theme.spacingL + (actionButton.visible ? actionButton.width + Theme.spacingS : 0) + closeButton.width + Theme.spacingS * 2
    implicitHeight: Math.max(Theme.controlHeight + Theme.spacingS, words.height + Theme.spacingM * 2)
    radius: Theme.radiusM + 2
    color: Theme.tip

    Accessible.role: Accessible.AlertMessage
    Accessible.name: toast.text

    Text {
        id: words
        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingL
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, toast.width - Theme.spacingL - (actionButton.visible ? actionButton.width + Theme.spacingS : 0) - closeButton.width - Theme.spacingS * 2)
        text: toast.text
        font: Theme.bodyFont
        color: Theme.tipText
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    ToastButton {
        id: actionButton
        visible: toast.actionText !== ""
        anchors.right: closeButton.left
        anchors.verticalCenter: parent.verticalCenter
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
