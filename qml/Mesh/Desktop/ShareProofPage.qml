import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Shares are brought together on a device of the mesh: to take the master key off it, or to bring it back.
ScrollPage {
    id: page

    /// True: bring the key back for one use. False: prove that the shares are good, then remove the key.
    property bool lending: false

    signal back

    function leave(): void {
        shareInput.stop();
        collector.clear();
        page.back();
    }
    function go(): void {
        if (!collector.complete || Escrow.busy)
            return;
        if (page.lending)
            Escrow.lend(collector);
        else
            Escrow.moveAway(collector);
    }

    title: page.lending ? qsTr("Bring the master key back") : qsTr("Take the master key off this device")
    leading: IconButton {
        symbol: Icon.Back
        text: qsTr("Back")
        onClicked: page.leave()
    }
    notice: Banner {
        visible: Escrow.errorText !== ""
        kind: Tone.Kind.Danger
        text: Escrow.errorText
    }
    Shortcut {
        sequences: ["Esc", "Alt+Left"]
        enabled: page.visible
        onActivated: page.leave()
    }
    ShareCollector {
        id: collector
    }

    BodyText {
        width: parent.width
        text: page.lending ? qsTr("It stays in memory until it was used once: to let a device manage others, to disconnect a device that manages others, or to make new shares.") : qsTr("Prove with your printed pages that the shares bring the key back. Devices can be connected and disconnected without it; to let another device manage the mesh, or to make new shares, the shares are needed then.")
        color: Theme.textMuted
    }
    ShareInput {
        id: shareInput
        enabled: !Escrow.busy
        collector: collector
    }
    AppButton {
        kind: page.lending ? AppButton.Kind.Primary : AppButton.Kind.Danger
        text: page.lending ? qsTr("Bring it back") : qsTr("Take it off this device")
        enabled: collector.complete
        busy: Escrow.busy
        onClicked: page.go()
    }
    Connections {
        target: Escrow
        function onMovedAway(): void {
            page.leave();
        }
        function onLentToUs(): void {
            page.leave();
        }
    }
}
