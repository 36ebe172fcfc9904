import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// What others have sent to this account.
MessagesPage {
    messages: Inbox
    title: qsTr("Inbox")
    symbol: Icon.Inbox
    emptyTitle: qsTr("Nothing here")
    emptyText: qsTr("What other people send you, and devices that ask to be connected, show up here.")
}
