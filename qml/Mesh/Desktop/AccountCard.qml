import QtQuick
import Mesh.App
import Mesh.Controls

/// An account of the mesh, where it is kept, and what can be done with it.
Card {
    id: card

    required property string accountId
    required property string address
    required property string placeText
    required property string stateText
    required property string problemText
    required property int standing
    required property bool isHome
    required property bool isCurrent
    required property int unread

    readonly property bool isOpen: card.standing === Accounts.Open
    readonly property bool isComing: card.standing === Accounts.Opening || card.standing === Accounts.Collecting
    readonly property bool isWaiting: card.standing === Accounts.Elsewhere || card.standing === Accounts.Failed || card.standing === Accounts.Making
    readonly property bool isOver: card.standing === Accounts.Deleted || card.standing === Accounts.Making

    signal deleteRequested(accountId: string, address: string)
    signal forgetRequested(accountId: string, address: string, making: bool)

    Item {
        width: parent.width
        implicitHeight: Math.max(picture.height, words.implicitHeight)

        Avatar {
            id: picture
            name: card.address
        }
        Column {
            id: words
            anchors.left: picture.right
            anchors.leftMargin: Theme.spacingM
            anchors.right: parent.right
            spacing: Theme.spacingXs

            ElidedText {
                width: parent.width
                text: card.address
                font: Theme.strongFont
            }
            MutedText {
                width: parent.width
                visible: text !== ""
                text: card.stateText !== "" ? card.stateText : card.placeText
            }
            Flow {
                width: parent.width
                spacing: Theme.spacingXs
                visible: card.isHome || card.isCurrent || card.unread > 0
                Tag {
                    visible: card.isHome
                    text: qsTr("Home account")
                    symbol: Icon.Star
                }
                Tag {
                    visible: card.isCurrent
                    text: qsTr("Shown now")
                    kind: Tone.Kind.Info
                }
                Tag {
                    visible: card.unread > 0 && !card.isCurrent
                    text: qsTr("%n unread", "", card.unread)
                    symbol: Icon.Inbox
                }
            }
        }
    }
    Banner {
        visible: card.problemText !== ""
        radius: Theme.radiusM
        kind: Tone.Kind.Warning
        text: card.problemText
    }
    Flow {
        width: parent.width
        spacing: Theme.spacingS
        visible: card.isWaiting || card.isOver || card.isComing || (card.isOpen && !(card.isCurrent && card.isHome))

        AppButton {
            visible: card.isOpen && !card.isCurrent
            text: qsTr("Show")
            Accessible.description: card.address
            onClicked: Accounts.switchTo(card.accountId)
        }
        AppButton {
            visible: card.isWaiting
            text: card.standing === Accounts.Elsewhere ? qsTr("Bring it here") : qsTr("Try again")
            Accessible.description: card.address
            enabled: !Accounts.busy
            onClicked: Accounts.tryAgain(card.accountId)
        }
        AppButton {
            visible: card.isComing
            text: qsTr("Stop")
            Accessible.description: card.address
            onClicked: Accounts.stopOpening(card.accountId)
        }
        AppButton {
            visible: card.isOver
            text: card.standing === Accounts.Making ? qsTr("Give up…") : qsTr("Remove…")
            Accessible.description: card.address
            enabled: !Accounts.busy
            onClicked: card.forgetRequested(card.accountId, card.address, card.standing === Accounts.Making)
        }
        AppButton {
            visible: card.isOpen && !card.isHome && Accounts.mayManage
            text: qsTr("Delete account…")
            Accessible.description: card.address
            enabled: !Accounts.busy
            onClicked: card.deleteRequested(card.accountId, card.address)
        }
    }
}
