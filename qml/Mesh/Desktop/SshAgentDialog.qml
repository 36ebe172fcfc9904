import QtQuick
import Mesh.App
import Mesh.Controls

/// How ssh on this computer gets at the keys.
AppDialog {
    id: dialog

    /// Something should go to the clipboard.
    signal copyRequested(text: string)

    title: qsTr("SSH agent")
    text: qsTr("With the agent ssh logs in with the key of this device. The key itself never leaves the program, and nothing is signed while it is locked.")
    acceptText: qsTr("Close")
    rejectText: ""

    Banner {
        visible: SshAgent.errorText !== ""
        kind: Tone.Kind.Danger
        radius: Theme.radiusM
        text: SshAgent.errorText
    }
    AppSwitch {
        text: qsTr("Switched on")
        onToggled: SshAgent.enabled = checked
        Binding on checked {
            value: SshAgent.enabled
        }
    }
    AppSwitch {
        text: qsTr("Ask each time")
        helperText: qsTr("Before a key is used you see by which program and for which server.")
        enabled: SshAgent.enabled
        onToggled: SshAgent.asksEachTime = checked
        Binding on checked {
            value: SshAgent.asksEachTime
        }
    }
    ReadOnlyField {
        label: qsTr("Socket")
        code: true
        text: SshAgent.socketPath
        onCopyRequested: dialog.copyRequested(SshAgent.socketPath)
    }
    ReadOnlyField {
        label: qsTr("For a shell, before ssh is called")
        code: true
        text: SshAgent.shellLine
        onCopyRequested: dialog.copyRequested(SshAgent.shellLine)
    }
    MutedText {
        width: parent.width
        text: qsTr("A configuration that is written from a profile names the socket by itself.")
    }
}
