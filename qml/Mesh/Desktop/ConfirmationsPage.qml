import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// What others ask this person to confirm, what came of it, and what this person asks others.
MessagesPage {
    messages: Confirmations
    incoming: true
    title: qsTr("Confirmations")
    symbol: Icon.Success
    waitingText: Confirmations.waitingCount > 0 ? qsTr("%n wait for your answer", "", Confirmations.waitingCount) : ""
    filters: [MessageModel.Everything, MessageModel.WaitingForMe, MessageModel.DecidedByMe, MessageModel.AskedByMe, MessageModel.Deleted]
    filterNames: [qsTr("All confirmations"), qsTr("Waiting for your answer"), qsTr("Answered by you"), qsTr("Asked by you"), qsTr("Deleted")]
    emptyTitle: qsTr("Nothing to confirm")
    emptyText: qsTr("What people, or programs of yours, ask you to confirm shows up here, and what you ask others under Contacts.")
}
