import QtQuick
import Mesh.App
import Mesh.Controls

/// Says that something is on the clipboard, the same wherever it was copied.
Item {
    id: copies

    required property ToastArea toasts

    Connections {
        target: Clipboard
        function onCopied(isSecret: bool): void {
            copies.toasts.show(isSecret && Clipboard.seconds > 0 ? qsTr("Copied. It leaves the clipboard after %n seconds.", "", Clipboard.seconds) : qsTr("Copied"), "");
        }
    }
}
