import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// One day of CalendarPopup.
T.AbstractButton {
    id: day

    required property string label
    property bool outside: false
    property bool current: false
    property bool today: false
    property bool ringed: false

    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: day.label
    Accessible.onPressAction: {
        if (day.enabled)
            day.clicked();
    }

    contentItem: Text {
        text: day.text
        font: day.today ? Theme.strongFont : Theme.bodyFont
        color: day.current ? Theme.accentText : day.outside ? Theme.textDisabled : day.today ? Theme.accentInk : Theme.text
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    background: Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        radius: width / 2
        color: day.current ? Theme.accent : day.hovered ? Theme.hover : "transparent"
        FocusRing {
            anchors.margins: -2
            cornerRadius: parent.radius
            shown: day.ringed
        }
    }
}
