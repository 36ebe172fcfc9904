import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// What others have sent to this account.
MessagesPage {
    messages: Inbox
    incoming: true
    title: qsTr("Inbox")
    symbol: Icon.Inbox
    emptyTitle: qsTr("Nothing here")
    emptyText: qsTr("What other people send you, and devices that ask to be connected, show up here.")

    /// The people who ask for contact, and nothing else.
    function showRequests(): void {
        Inbox.query = "";
        Inbox.filter = MessageModel.AboutContacts;
        showList();
    }
}
