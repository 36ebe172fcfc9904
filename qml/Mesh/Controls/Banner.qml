import QtQuick
import Mesh.Controls

/// Something the person should know about this page, with a way on. Stays until it is settled or closed.
Rectangle {
    id: banner

    required property string text
    property int kind: Tone.Kind.Info
    property string actionText: ""
    property string secondaryText: ""
    property bool closable: false
    property bool busy: false

    signal action
    signal secondaryAction
    signal closed

    width: parent ? parent.width : implicitWidth
    implicitWidth: 320
    implicitHeight: content.implicitHeight + Theme.spacingM * 2
    color: tone.surface
    border.width: Theme.highContrast ? 1 : 0
    border.color: tone.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: banner.text

    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property bool stacked: words.implicitWidth + buttons.implicitWidth > banner.width - icon.width - Theme.spacingL * 3 - (closeButton.visible ? closeButton.width : 0) && buttons.implicitWidth > 0

    Tone {
        id: tone
        kind: banner.kind
    }
    Icon {
        id: icon
        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingL
        y: Theme.spacingM + Math.round((firstLine - height) / 2)
        readonly property int firstLine: banner.stacked ? words.font.pixelSize * 1.3 : content.implicitHeight
        symbol: tone.symbol
        color: tone.ink
        size: Theme.iconSize
    }
    Item {
        id: content
        anchors.left: icon.right
        anchors.leftMargin: Theme.spacingM
        anchors.right: closeButton.visible ? closeButton.left : parent.right
        anchors.rightMargin: closeButton.visible ? Theme.spacingXs : Theme.spacingL
        y: Theme.spacingM
        implicitHeight: banner.stacked ? words.height + Theme.spacingS + buttons.height : Math.max(words.height, buttons.height)
        height: implicitHeight

        Text {
            id: words
            width: banner.stacked || buttons.implicitWidth === 0 ? parent.width : parent.width - buttons.width - Theme.spacingM
            x: banner.mirrored ? parent.width - width : 0
            y: banner.stacked ? 0 : Math.round((parent.height - height) / 2)
            text: banner.text
            font: Theme.bodyFont
            color: Theme.text
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
        Row {
            id: buttons
            x: banner.stacked !== banner.mirrored ? 0 : parent.width - width
            y: banner.stacked ? words.height + Theme.spacingS : Math.round((parent.height - height) / 2)
            spacing: Theme.spacingS

            AppButton {
                visible: banner.secondaryText !== ""
                text: banner.secondaryText
                kind: AppButton.Kind.Quiet
                onClicked: banner.secondaryAction()
            }
            AppButton {
                visible: banner.actionText !== ""
                text: banner.actionText
                busy: banner.busy
                onClicked: banner.action()
            }
        }
    }
    IconButton {
        id: closeButton
        visible: banner.closable
        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter
        symbol: Icon.Close
        text: qsTr("Close")
        onClicked: banner.closed()
    }
}
