import QtQuick
import Mesh.App
import Mesh.Controls

/// The account behind a contact: what proves it, what can be sent to it, and what its messages may do.
Column {
    id: section

    required property ContactAccount account

    signal confirmationWanted
    signal taskWanted

    visible: section.account.loaded && (section.account.own || section.account.verified)
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
            label: qsTr("Account address")
            text: section.account.address
            symbol: Icon.Contact
            onCopyRequested: Clipboard.copy(section.account.address)
        }
        ReadOnlyField {
            label: qsTr("Fingerprint of the account")
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
        Flow {
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
        visible: !section.account.own
        text: qsTr("What this contact may send")

        AppSwitch {
            text: qsTr("Block this contact")
            helperText: qsTr("Your service refuses everything from this account.")
            checked: section.account.blocked
            onToggled: section.account.blocked = checked
        }
        FormRow {
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
                label: qsTr("Offers of groups")
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
