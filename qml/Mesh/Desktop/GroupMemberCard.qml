import QtQuick
import Mesh.App
import Mesh.Controls

/// A member of a group, and what an administrator can do about it.
Card {
    id: card

    required property string memberId
    required property string name
    required property string address
    required property string stateText
    required property bool isAdministrator
    required property bool isOwn
    required property bool canAppoint
    required property bool canInvite
    property GroupMembers members: null

    signal appointRequested(memberId: string, name: string)
    signal removeRequested(memberId: string, name: string)

    Item {
        width: parent.width
        implicitHeight: Math.max(words.implicitHeight, picture.height)

        Avatar {
            id: picture
            name: card.name
        }
        Column {
            id: words
            anchors.left: picture.right
            anchors.leftMargin: Theme.spacingM
            anchors.right: parent.right
            spacing: Theme.spacingXs

            ElidedText {
                width: parent.width
                text: card.name
                font: Theme.strongFont
            }
            ElidedText {
                width: parent.width
                visible: card.address !== card.name
                text: card.address
                font: Theme.captionFont
                color: Theme.textMuted
            }
            Flow {
                width: parent.width
                spacing: Theme.spacingXs
                visible: card.isAdministrator || card.stateText !== ""
                Tag {
                    visible: card.isAdministrator
                    text: qsTr("Administrator")
                    symbol: Icon.Shield
                }
                Tag {
                    visible: card.stateText !== ""
                    text: card.stateText
                    kind: Tone.Kind.Warning
                }
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.spacingS
        visible: !card.isOwn

        AppButton {
            visible: card.canAppoint
            text: qsTr("Make administrator")
            Accessible.description: card.name
            enabled: card.members !== null && !card.members.busy
            onClicked: card.appointRequested(card.memberId, card.name)
        }
        AppButton {
            visible: card.canInvite
            text: qsTr("Invite again")
            Accessible.description: card.name
            enabled: card.members !== null && !card.members.busy
            onClicked: card.members.inviteAgain(card.memberId)
        }
        AppButton {
            text: qsTr("Remove")
            Accessible.description: card.name
            enabled: card.members !== null && !card.members.busy
            onClicked: card.removeRequested(card.memberId, card.name)
        }
    }
}
