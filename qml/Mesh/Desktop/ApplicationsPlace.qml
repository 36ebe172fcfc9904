import QtQuick
import Mesh.Controls

/// What other programs get from the mesh: SSH (0) and mail (1), one of them at a time.
FocusScope {
    id: place

    required property ToastArea toasts
    property int kind: 0

    function show(kind: int): void {
        place.kind = kind;
        (kind === 1 ? mailPage : sshPage).forceActiveFocus(Qt.OtherFocusReason);
    }
    function beginNew(): void {
        if (place.kind === 1)
            mailPage.beginNew();
        else
            sshPage.beginNew();
    }

    SshPage {
        id: sshPage
        anchors.fill: parent
        visible: place.kind === 0
        enabled: visible
        focus: visible
        toasts: place.toasts
        onKindWanted: kind => place.show(kind)
    }
    MailPage {
        id: mailPage
        anchors.fill: parent
        visible: place.kind === 1
        enabled: visible
        focus: visible
        toasts: place.toasts
        onKindWanted: kind => place.show(kind)
    }
}
