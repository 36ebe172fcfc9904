import QtQuick
import Mesh.Controls

/// A person or a site in a circle: initials on a colour that belongs to the name, or a symbol.
Rectangle {
    id: avatar

    required property string name
    property int symbol: Icon.None
    property int size: Math.round(Theme.controlHeight * 0.9 / 4) * 4

    implicitWidth: avatar.size
    implicitHeight: avatar.size
    radius: width / 2
    color: avatar.symbol === Icon.None ? Theme.nameColor(avatar.name) : Theme.accentSurface
    Accessible.ignored: true

    Text {
        anchors.centerIn: parent
        visible: avatar.symbol === Icon.None
        text: Theme.initials(avatar.name) || "?"
        color: "white"
        font.family: Theme.strongFont.family
        font.weight: Font.DemiBold
        font.pixelSize: Math.round(avatar.height * 0.4)
        Accessible.ignored: true
    }
    Icon {
        anchors.centerIn: parent
        symbol: avatar.symbol
        color: Theme.accentInk
        size: Math.round(avatar.height * 0.56)
    }
}
