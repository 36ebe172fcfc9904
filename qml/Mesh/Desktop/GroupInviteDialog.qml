import QtQuick
import Mesh.App
import Mesh.Controls

/// Asks one of the contacts to become a member of a group.
AppDialog {
    id: dialog

    property GroupMembers members: null
    property string groupTitle: ""
    readonly property int candidateCount: dialog.members ? dialog.members.candidates.length : 0

    function begin(): void {
        textField.text = "";
        dialog.members.findCandidates();
        dialog.open();
    }

    preferredWidth: Math.round(520 * Theme.textScale)
    title: qsTr("Invite to “%1”").arg(dialog.groupTitle)
    text: dialog.candidateCount > 0 ? qsTr("Whoever accepts can open everything that was ever encrypted to the group.") : ""
    acceptText: dialog.candidateCount > 0 ? qsTr("Invite") : ""
    rejectText: dialog.candidateCount > 0 ? qsTr("Cancel") : qsTr("Close")
    busy: dialog.members !== null && dialog.members.busy
    stayOpen: true
    onConfirmed: dialog.members.invite(candidateChoice.currentIndex, textField.text)

    Connections {
        target: dialog.members
        enabled: dialog.opened
        function onInvited(name: string): void {
            dialog.close();
        }
    }
    Banner {
        visible: dialog.members !== null && dialog.members.errorText !== ""
        radius: Theme.radiusM
        kind: Tone.Kind.Danger
        text: dialog.members ? dialog.members.errorText : ""
    }
    BusyMark {
        visible: dialog.members !== null && !dialog.members.candidatesKnown
    }
    BodyText {
        visible: dialog.members !== null && dialog.members.candidatesKnown && dialog.candidateCount === 0
        width: parent.width
        text: qsTr("None of your contacts can be invited: the account of a contact has to be known, and not belong to the group yet. Ask for a contact, or exchange contacts in person.")
    }
    Choice {
        id: candidateChoice
        visible: dialog.candidateCount > 0
        width: parent.width
        label: qsTr("Contact")
        model: dialog.members ? dialog.members.candidates : []
        currentIndex: 0
    }
    TextEntry {
        id: textField
        visible: dialog.candidateCount > 0
        width: parent.width
        label: qsTr("Message")
        placeholderText: qsTr("What the group is for")
        maximumLength: 500
    }
}
