import QtQuick
import Mesh.App
import Mesh.Controls

/// Whether a program may use a key: follow() opens it when the SSH agent asks; it closes by itself.
AppDialog {
    id: dialog

    /// What is shown and answered; another question takes its place only after it has ended.
    property int number: 0

    function follow(): void {
        if (dialog.number === SshAgent.questionNumber)
            return;
        dialog.number = SshAgent.questionNumber;
        dialog.ripe = false;
        if (dialog.number === 0) {
            dialog.close();
            return;
        }
        ripening.restart();
        dialog.open();
    }
    /// A moment passes before it can be allowed, so that a key press that was meant for something else does not.
    property bool ripe: false

    title: qsTr("Use your SSH key?")
    text: SshAgent.question
    acceptText: qsTr("Allow")
    rejectText: qsTr("Refuse")
    acceptEnabled: dialog.ripe
    stayOpen: true
    onConfirmed: SshAgent.answer(dialog.number, true)
    onRejected: SshAgent.answer(dialog.number, false)

    Banner {
        visible: SshAgent.warning !== ""
        kind: Tone.Kind.Warning
        radius: Theme.radiusM
        text: SshAgent.warning
    }
    Timer {
        id: ripening
        interval: 700
        onTriggered: dialog.ripe = true
    }
    Connections {
        target: SshAgent
        function onAskingChanged(): void {
            dialog.follow();
        }
    }
}
