import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Who signed what, as a tree.
ScrollPage {
    id: page

    signal back
    signal looked(linkId: string)

    title: qsTr("Who signed what")
    leading: IconButton {
        symbol: Icon.Back
        text: qsTr("Back")
        onClicked: page.back()
    }
    actions: IconButton {
        symbol: Icon.Sync
        text: qsTr("Check again")
        busy: Security.busy
        onClicked: Security.refresh()
    }
    Shortcut {
        sequences: ["Esc", "Alt+Left"]
        enabled: page.visible
        onActivated: page.back()
    }

    BodyText {
        width: parent.width
        text: qsTr("Everything that your mesh is believed by. Each line stands below the one it belongs to, and says whose key signed it. Choose one to see it as it is.")
        color: Theme.textMuted
    }
    Card {
        padding: Theme.spacingS
        spacing: 0

        Repeater {
            model: Security.chain
            delegate: TrustRow {
                onLooked: linkId => page.looked(linkId)
            }
        }
    }
}
