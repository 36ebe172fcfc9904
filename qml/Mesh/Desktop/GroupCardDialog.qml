import QtQuick
import Mesh.App
import Mesh.Controls

/// The card of a group as a code: whoever reads it can encrypt to the group.
AppDialog {
    id: dialog

    property string groupTitle: ""

    function begin(groupId: string, title: string): void {
        dialog.groupTitle = title;
        CardCode.showGroup(groupId);
        dialog.open();
    }

    preferredWidth: Math.round(520 * Theme.textScale)
    title: qsTr("Card of “%1”").arg(dialog.groupTitle)
    text: qsTr("Whoever has this card can encrypt to the group without belonging to it. Only its members can open that. The code stays good: send it or print it.")
    acceptText: CardCode.active ? qsTr("Copy the code as text") : ""
    rejectText: qsTr("Close")
    onAccepted: CardCode.copyText()
    onClosed: CardCode.hide()

    Banner {
        visible: CardCode.errorText !== ""
        radius: Theme.radiusM
        kind: Tone.Kind.Danger
        text: CardCode.errorText
    }
    BusyMark {
        visible: CardCode.busy && !CardCode.active
    }
    QrView {
        visible: CardCode.active
        width: Math.round(Math.min(parent.width, 260 * Theme.textScale))
        height: width
        // The linter of Qt 6.4 does not know pictures.
        modules: CardCode.qr // qmllint disable type
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("QR code of the group’s card")
    }
    MutedText {
        visible: CardCode.active
        width: parent.width
        text: qsTr("On the other device: Contacts, “Exchange in person”, “Read a code”.")
    }
}
