import QtQuick
import Mesh.App
import Mesh.Controls

/// The account behind a contact: what proves it, what can be sent to it, and what its messages may do.
Column {
    id: section

    required property ContactAccount account

    signal confirmationWanted
    signal taskWanted
    /// To encrypt something to a group, and to pass its card on.
    signal textWanted
    signal fileWanted
    signal cardWanted

    visible: section.account.loaded && (section.account.own || section.account.group || section.account.verified)
    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingL

    Banner {
        radius: Theme.radiusM
        kind: section.account.blocked ? Tone.Kind.Danger : section.account.verified ? Tone.Kind.Success : Tone.Kind.Warning
        text: section.account.blocked ? qsTr("Blocked: nothing from this account is accepted.") : section.account.proof
    }
    FormSection {
        visible: !section.account.own
        ReadOnlyField {
            label: section.account.group ? qsTr("Address of the group") : qsTr("Account address")
            text: section.account.address
            symbol: section.account.group ? Icon.Group : Icon.Contact
            onCopyRequested: Clipboard.copy(section.account.address)
        }
        ReadOnlyField {
            label: section.account.group ? qsTr("Fingerprint of the group") : qsTr("Fingerprint of the account")
            text: section.account.fingerprint
            symbol: Icon.Shield
            code: true
            onCopyRequested: Clipboard.copy(section.account.fingerprint)
        }
        MutedText {
            visible: text !== ""
            width: parent.width
            text: section.account.sharedText
        }
        MutedText {
            visible: section.account.group && !section.account.member
            width: parent.width
            text: qsTr("What you encrypt to the group, all its members can open, and you cannot.")
        }
        Flow {
            visible: section.account.group
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                symbol: Icon.Note
                text: qsTr("Encrypt a text…")
                onClicked: section.textWanted()
            }
            AppButton {
                symbol: Icon.Lock
                text: qsTr("Encrypt a file…")
                onClicked: section.fileWanted()
            }
            AppButton {
                visible: section.account.verified
                symbol: Icon.Qr
                text: qsTr("Pass the card on…")
                onClicked: section.cardWanted()
            }
        }
        Flow {
            visible: !section.account.group
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                symbol: Icon.Shield
                text: qsTr("Ask to confirm")
                onClicked: section.confirmationWanted()
            }
            AppButton {
                symbol: Icon.Task
                text: qsTr("Propose a task")
                onClicked: section.taskWanted()
            }
        }
    }
    Expander {
        visible: !section.account.own && !section.account.group
        text: qsTr("What this contact may send")

        AppSwitch {
            text: qsTr("Block this contact")
            helperText: section.account.blocked ? qsTr("Your service refuses everything from this account. What you have chosen before counts again afterwards.") : qsTr("Your service refuses everything from this account.")
            checked: section.account.blocked
            onToggled: section.account.blocked = checked
        }
        FormRow {
            visible: !section.account.blocked
            Choice {
                label: qsTr("Requests to confirm")
                model: [qsTr("As usual"), qsTr("Accept"), qsTr("Hold"), qsTr("Reject")]
                onChosen: index => section.account.confirmationRight = index
                Binding on currentIndex {
                    value: section.account.confirmationRight
                }
            }
            Choice {
                label: qsTr("Proposals of tasks")
                model: [qsTr("As usual"), qsTr("Accept"), qsTr("Hold"), qsTr("Reject")]
                onChosen: index => section.account.taskRight = index
                Binding on currentIndex {
                    value: section.account.taskRight
                }
            }
            Choice {
                label: qsTr("Invitations to groups")
                model: [qsTr("As usual"), qsTr("Accept"), qsTr("Hold"), qsTr("Reject")]
                onChosen: index => section.account.groupRight = index
                Binding on currentIndex {
                    value: section.account.groupRight
                }
            }
        }
        Banner {
            visible: section.account.errorText !== ""
            radius: Theme.radiusM
            kind: Tone.Kind.Danger
            text: section.account.errorText
        }
    }
}
