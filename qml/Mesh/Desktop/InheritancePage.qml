import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// What whoever recovers the mesh can read, and what nobody can read any more then.
ScrollPage {
    id: page

    required property ToastArea toasts

    signal back

    title: qsTr("What survives me")
    leading: IconButton {
        symbol: Icon.Back
        text: qsTr("Back")
        onClicked: page.back()
    }
    notice: Banner {
        visible: Inheritance.errorText !== ""
        kind: Tone.Kind.Danger
        text: Inheritance.errorText
    }
    Shortcut {
        sequences: ["Esc", "Alt+Left"]
        enabled: page.visible && !decision.visible
        onActivated: page.back()
    }

    BodyText {
        width: parent.width
        text: qsTr("Whoever recovers your mesh from shares reads everything that survives you: heirs, or you yourself after losing all devices. What dies with you is read by your devices only, and is gone with the last of them.")
        color: Theme.textMuted
    }
    Banner {
        visible: Inheritance.lost > 0
        radius: Theme.radiusM
        text: qsTr("This mesh was recovered. %n entries died with their devices; a device from before that is still connected has them.", "", Inheritance.lost)
    }
    FormSection {
        title: qsTr("Your entries")
        enabled: Inheritance.canMark && !Inheritance.busy
        text: Inheritance.canMark ? "" : qsTr("This is decided on a device that manages the others.")

        ProgressLine {
            visible: Inheritance.busy
            indeterminate: true
        }
        Repeater {
            model: Inheritance
            delegate: InheritanceRow {
                onChosen: (catalog, title, diesWithMe) => decision.ask(catalog, title, diesWithMe)
            }
        }
    }
    MutedText {
        width: parent.width
        text: qsTr("Messages, groups, applications and the list of your devices always survive you: others write to you, and your programs need them.")
    }

    ConfirmDialog {
        id: decision

        property string catalog: ""
        property bool dies: false

        function ask(catalog: string, title: string, dies: bool): void {
            decision.catalog = catalog;
            decision.dies = dies;
            decision.title = dies ? qsTr("“%1” shall die with you?").arg(title) : qsTr("“%1” shall survive you?").arg(title);
            decision.open();
        }

        text: decision.dies ? qsTr("Its entries are encrypted anew, with a key that only your devices have. Shares do not open it: if you lose all devices, nobody brings these entries back, you neither. What your service has of them from before stays readable for whoever recovers your mesh.") : qsTr("Its entries are encrypted anew, so that whoever recovers your mesh from shares can read them.")
        acceptText: decision.dies ? qsTr("Let it die with me") : qsTr("Let it survive me")
        destructive: decision.dies
        onAccepted: Inheritance.mark(decision.catalog, decision.dies)
    }
    Connections {
        target: Inheritance
        function onMarked(title: string, diesWithMe: bool): void {
            page.toasts.show(diesWithMe ? qsTr("“%1” dies with you").arg(title) : qsTr("“%1” survives you").arg(title), "");
        }
    }
}
