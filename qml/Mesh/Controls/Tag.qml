import QtQuick
import Mesh.Controls

/// A word about something: "Administrator", "Expired". With `removable` it can be taken away.
Rectangle {
    id: tag

    required property string text
    property int kind: Tone.Kind.Neutral
    property int symbol: Icon.None
    property bool removable: false

    signal removed

    implicitHeight: Math.round(Theme.captionFont.pixelSize * 1.8)
    implicitWidth: row.implicitWidth + Theme.spacingS * 2
    radius: height / 2
    color: tone.surface
    border.width: Theme.highContrast ? 1 : 0
    border.color: tone.ink
    Accessible.role: Accessible.StaticText
    Accessible.name: tag.text

    Tone {
        id: tone
        kind: tag.kind
    }
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.spacingXs

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: tag.symbol !== Icon.None
            symbol: tag.symbol
            color: tone.ink
            size: Math.round(tag.height * 0.68)
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: tag.text
            font: Theme.captionFont
            color: tone.ink
            Accessible.ignored: true
        }
        IconButton {
            visible: tag.removable
            implicitWidth: tag.height
            implicitHeight: tag.height
            symbol: Icon.Close
            text: qsTr("Remove: %1").arg(tag.text)
            ink: tone.ink
            onClicked: tag.removed()
        }
    }
}
