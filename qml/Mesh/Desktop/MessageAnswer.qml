import QtQuick
import Mesh.App
import Mesh.Controls

/// The answers that a message can have.
Column {
    id: answer

    required property MessageReader reader

    readonly property int kind: answer.reader.kind
    readonly property bool isContact: answer.kind === MessageReader.ContactRequest || answer.kind === MessageReader.ContactReply

    readonly property bool isInvitation: answer.kind === MessageReader.GroupInvitation
    readonly property bool canJoin: answer.isInvitation && answer.reader.standing === MessageReader.Contact

    readonly property int usualCard: answer.reader.wantsReply ? 0 : 2
    readonly property string messageId: answer.reader.messageId

    // What was chosen for one person says nothing about the next.
    onMessageIdChanged: cardChoice.currentIndex = answer.usualCard
    onUsualCardChanged: cardChoice.currentIndex = answer.usualCard
    visible: answer.reader.needsAnswer
    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingM

    RadioGroup {
        id: cardChoice
        visible: answer.isContact
        width: parent.width
        label: qsTr("Your card for this person")
        options: [qsTr("The public part"), qsTr("All but what is private"), qsTr("None")]
        currentIndex: answer.usualCard
    }
    Banner {
        visible: answer.kind === MessageReader.ConfirmationRequest && !answer.reader.canConfirm
        radius: Theme.radiusM
        text: qsTr("This device may not confirm. Answer on one that may, or allow it under Devices.")
    }
    BodyText {
        visible: answer.canJoin
        width: parent.width
        text: answer.reader.appointment ? qsTr("You are to administer this group, too: invite and remove members, and end it.") : qsTr("Who joins can open what is encrypted to the group, as long as they belong to it.")
        color: Theme.textMuted
    }
    Banner {
        visible: answer.isInvitation && !answer.canJoin
        radius: Theme.radiusM
        text: qsTr("Only contacts can take you into a group. Exchange contacts first, then have the invitation sent again.")
    }
    MutedText {
        visible: text !== ""
        width: parent.width
        text: answer.reader.expiresText
    }
    Flow {
        width: parent.width
        spacing: Theme.spacingS

        AppButton {
            visible: answer.isContact
            kind: AppButton.Kind.Primary
            text: qsTr("Add to contacts")
            busy: answer.reader.busy
            onClicked: answer.reader.acceptContact(cardChoice.currentIndex === 0 ? MessageReader.PublicCard : cardChoice.currentIndex === 1 ? MessageReader.FullCard : MessageReader.NoCard)
        }
        AppButton {
            visible: answer.kind === MessageReader.TaskProposal
            kind: AppButton.Kind.Primary
            text: qsTr("Add to tasks")
            busy: answer.reader.busy
            onClicked: answer.reader.acceptTask()
        }
        AppButton {
            visible: answer.isInvitation
            kind: AppButton.Kind.Primary
            text: answer.reader.appointment ? qsTr("Administer the group") : qsTr("Join the group")
            busy: answer.reader.busy
            enabled: answer.canJoin
            onClicked: answer.reader.acceptGroup()
        }
        AppButton {
            visible: answer.kind === MessageReader.ConfirmationRequest
            kind: AppButton.Kind.Primary
            text: qsTr("Confirm")
            busy: answer.reader.busy
            enabled: answer.reader.canConfirm
            onClicked: answer.reader.confirm(true)
        }
        AppButton {
            visible: answer.kind === MessageReader.ConfirmationRequest
            text: qsTr("Refuse")
            enabled: answer.reader.canConfirm && !answer.reader.busy
            onClicked: answer.reader.confirm(false)
        }
        AppButton {
            visible: answer.kind !== MessageReader.ConfirmationRequest
            text: qsTr("Decline")
            enabled: !answer.reader.busy
            onClicked: answer.reader.reject()
        }
    }
}
