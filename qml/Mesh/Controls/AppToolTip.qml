import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// A short explanation beside what it explains. Usually made by HoverTip.
T.ToolTip {
    id: control

    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: parent ? parent.height + Theme.spacingXs : 0
    margins: Theme.spacingS
    padding: Theme.spacingXs
    leftPadding: Theme.spacingS
    rightPadding: Theme.spacingS
    implicitWidth: Math.min(contentItem.implicitWidth + leftPadding + rightPadding, 360 * Theme.textScale)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    timeout: 8000
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: Text {
        text: control.text
        font: Theme.captionFont
        color: Theme.tipText
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    background: Rectangle {
        color: Theme.tip
        radius: Theme.radiusS
    }
}
