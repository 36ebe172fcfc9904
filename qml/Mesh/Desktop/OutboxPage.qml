import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// What this account has sent, and what became of it.
MessagesPage {
    messages: Outbox
    title: qsTr("Outbox")
    symbol: Icon.Outbox
    emptyTitle: qsTr("Nothing here")
    emptyText: qsTr("What you send is listed here, and what became of it.")
}
