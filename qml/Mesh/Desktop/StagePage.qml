import QtQuick
import Mesh.Controls

/// A page of its own before the program is ready: a column in the middle of the window.
FocusScope {
    id: page

    property int symbol: Icon.None
    property string title: ""
    property string text: ""
    property bool showBack: false
    default property alias content: body.data

    signal back

    ScrollPage {
        id: scroll
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.topMargin: Math.max(0, Math.min(page.height * 0.12, page.height - body.height - heading.height - 240))
        width: Math.min(page.width, Math.round(600 * Theme.textScale))
        anchors.horizontalCenter: parent.horizontalCenter
        focus: true

        Column {
            id: heading
            width: parent.width
            spacing: Theme.spacingS
            topPadding: Theme.spacingL

            IconButton {
                visible: page.showBack
                // Its symbol stands above the edge of the title.
                x: LayoutMirroring.enabled ? parent.width - width + inner : -inner
                readonly property int inner: Math.round((width - Theme.iconSize) / 2)
                symbol: Icon.Back
                text: qsTr("Back")
                onClicked: page.back()
            }
            Icon {
                visible: page.symbol !== Icon.None
                symbol: page.symbol
                color: Theme.accentInk
                size: Theme.iconSize * 2
            }
            Title {
                width: parent.width
                text: page.title
                wrapMode: Text.Wrap
            }
            BodyText {
                visible: page.text !== ""
                width: parent.width
                text: page.text
                color: Theme.textMuted
            }
        }
        Column {
            id: body
            width: parent.width
            spacing: Theme.spacingL
        }
    }
    Shortcut {
        sequences: ["Alt+Left", "Esc"]
        enabled: page.showBack && page.visible
        onActivated: page.back()
    }
}
