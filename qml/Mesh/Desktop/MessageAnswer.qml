import QtQuick
import Mesh.App
import Mesh.Controls

/// The answers that a message can have.
Column {
    id: answer

    required property MessageReader reader

    readonly property int kind: answer.reader.kind
    readonly property bool isContact: answer.kind === MessageReader.ContactRequest || answer.kind === MessageReader.ContactReply

    visible: answer.reader.needsAnswer
    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingM

    RadioGroup {
        id: cardChoice
        visible: answer.isContact
        width: parent.width
        label: qsTr("Your card for this person")
        options: [qsTr("The public part"), qsTr("All but what is private"), qsTr("None")]
        currentIndex: answer.reader.wantsReply ? 0 : 2
    }
    Banner {
        visible: answer.kind === MessageReader.ConfirmationRequest && !answer.reader.canConfirm
        radius: Theme.radiusM
        text: qsTr("This device may not confirm. Answer on one that may, or allow it under Devices.")
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
