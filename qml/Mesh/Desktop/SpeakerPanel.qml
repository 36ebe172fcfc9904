import QtQuick
import Mesh.App
import Mesh.Controls

/// Who speaks in a message and by what that is known. It stands in the head of the pane, on a ground of its own,
/// where nothing of a message's content is ever drawn.
Rectangle {
    id: panel

    required property MessageReader reader

    readonly property bool trusted: panel.reader.standing === MessageReader.Contact
    readonly property bool refused: panel.reader.standing === MessageReader.Refused
    readonly property color ink: panel.refused ? Theme.dangerInk : panel.trusted ? Theme.successInk : Theme.warningInk

    visible: panel.reader.hasSpeaker
    width: parent ? parent.width : implicitWidth
    implicitHeight: words.implicitHeight + 2 * Theme.spacingM
    color: Theme.surfaceSunken

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Sender")

    Rectangle {
        width: Theme.spacingXs
        height: parent.height
        color: panel.ink
    }
    Icon {
        id: mark
        x: Theme.spacingL
        y: Theme.spacingM
        symbol: panel.refused ? Icon.Error : panel.trusted ? Icon.Shield : Icon.Warning
        color: panel.ink
    }
    Column {
        id: words
        anchors.left: mark.right
        anchors.leftMargin: Theme.spacingM
        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingL
        y: Theme.spacingM
        spacing: Theme.spacingXs

        BodyText {
            width: parent.width
            font: Theme.strongFont
            text: panel.reader.organisation === "" ? panel.reader.speakerName : qsTr("%1 for %2").arg(Names.isolated(panel.reader.speakerName)).arg(Names.isolated(panel.reader.organisation))
        }
        MutedText {
            width: parent.width
            visible: text !== ""
            text: panel.reader.speakerAddress
        }
        MutedText {
            width: parent.width
            text: panel.reader.speakerProof
        }
        MutedText {
            width: parent.width
            visible: panel.reader.speakerFingerprint !== ""
            text: qsTr("Fingerprint of the account: %1").arg(panel.reader.speakerFingerprint)
        }
    }
}
