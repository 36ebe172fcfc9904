import QtQuick
import Mesh.Controls

/// A small count on the accent colour; more than 99 is "99+".
Rectangle {
    id: badge

    required property int count

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.spacingS)
    implicitHeight: Math.round(Theme.captionFont.pixelSize * 1.5)
    radius: height / 2
    color: Theme.accent
    Accessible.ignored: true

    Text {
        id: label
        anchors.centerIn: parent
        text: badge.count > 99 ? qsTr("99+") : String(badge.count)
        font.family: Theme.strongFont.family
        font.pixelSize: Math.round(Theme.captionFont.pixelSize * 0.92)
        font.weight: Font.DemiBold
        color: Theme.accentText
        Accessible.ignored: true
    }
}
