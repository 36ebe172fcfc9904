import QtQuick
import Mesh.Controls

/// One entry: who or what it is at the top with its actions, then its sections. The right half of a
/// ListDetailPage.
FocusScope {
    id: pane

    property string title: ""
    property string subtitle: ""
    property string avatarName: ""
    property int symbol: Icon.None
    /// In a narrow window: offer the way back to the list.
    property bool showBack: false
    property alias actions: header.actions
    property alias notice: scroll.notice
    property alias footer: scroll.footer
    property alias contentSpacing: scroll.contentSpacing
    default property alias content: scroll.content

    signal back

    function reveal(item: Item): void {
        scroll.reveal(item);
    }

    ScrollPage {
        id: scroll
        anchors.top: header.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        focus: true
    }
    Rectangle {
        width: parent.width
        height: header.height
        color: Theme.surface
    }
    PageHeader {
        id: header
        // Its actions end where the content ends.
        width: Math.min(pane.width, scroll.maximumContentWidth + scroll.inset * 2)
        x: LayoutMirroring.enabled ? pane.width - width : 0
        inset: scroll.inset
        title: pane.title
        subtitle: pane.subtitle
        leading: [
            IconButton {
                visible: pane.showBack
                symbol: Icon.Back
                text: qsTr("Back")
                onClicked: pane.back()
            },
            Item {
                visible: !pane.showBack && (pane.avatarName !== "" || pane.symbol !== Icon.None)
                width: scroll.inset - Theme.spacingS
                height: 1
            },
            Avatar {
                visible: !pane.showBack && (pane.avatarName !== "" || pane.symbol !== Icon.None)
                name: pane.avatarName
                symbol: pane.symbol
            },
            Item {
                visible: !pane.showBack && (pane.avatarName !== "" || pane.symbol !== Icon.None)
                width: Theme.spacingS
                height: 1
            }
        ]
    }
}
