import QtQuick
import Mesh.Controls

/// A certificate or key of a network.
Column {
    id: card

    required property int index
    required property string label
    required property bool present
    required property string owner
    required property string time
    required property string fingerprint
    required property string warning
    required property string elsewhere

    signal copyRequested(text: string)
    signal replaceRequested(row: int)
    signal removeRequested(row: int)

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingS

    ReadOnlyField {
        label: card.label
        symbol: card.present ? Icon.Shield : Icon.None
        text: card.present ? card.owner : card.elsewhere !== "" ? qsTr("On another computer: %1").arg(card.elsewhere) : qsTr("None")
        copyable: false
    }
    Banner {
        visible: card.warning !== ""
        kind: Tone.Kind.Warning
        radius: Theme.radiusM
        text: card.warning
    }
    ReadOnlyField {
        label: qsTr("Valid")
        text: card.time
        copyable: false
    }
    ReadOnlyField {
        label: qsTr("Fingerprint (SHA-256)")
        code: true
        text: card.fingerprint
        onCopyRequested: card.copyRequested(card.fingerprint)
    }
    Flow {
        width: parent.width
        spacing: Theme.spacingS

        AppButton {
            symbol: Icon.Import
            text: card.present ? qsTr("Replace…") : qsTr("Import from a file…")
            Accessible.name: qsTr("%1: %2").arg(card.label).arg(text)
            onClicked: card.replaceRequested(card.index)
        }
        AppButton {
            visible: card.present || card.elsewhere !== ""
            symbol: Icon.Trash
            text: qsTr("Remove")
            Accessible.name: qsTr("%1: %2").arg(card.label).arg(text)
            onClicked: card.removeRequested(card.index)
        }
    }
}
