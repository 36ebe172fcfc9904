import QtQuick
import Mesh.App
import Mesh.Controls

/// The code that lets a phone join a Wi-Fi network, large.
AppDialog {
    id: dialog

    required property NetworkEditor editor

    function begin(): void {
        dialog.editor.showCode();
        dialog.open();
    }

    title: dialog.editor.name
    text: qsTr("Hold a phone's camera before the code to join the network.")
    acceptText: qsTr("Close")
    rejectText: ""
    onClosed: dialog.editor.hideCode()

    Banner {
        kind: Tone.Kind.Warning
        radius: Theme.radiusM
        text: qsTr("The code holds the password. Whoever sees or photographs it can read it.")
    }
    QrView {
        visible: dialog.editor.codeShown
        width: Math.round(Math.min(parent.width, 360 * Theme.textScale))
        height: width
        anchors.horizontalCenter: parent.horizontalCenter
        // The linter of Qt 6.4 does not know pictures.
        modules: dialog.editor.code // qmllint disable type
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("QR code of the network")
    }
}
