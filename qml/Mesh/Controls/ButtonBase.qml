import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// What all buttons share: keyboard (Space, Enter), the press action on the accessibility bus, the focus ring,
/// and being busy, in which a button keeps its place and focus but answers nothing.
T.Button {
    id: control

    property int symbol: Icon.None
    property bool busy: false
    /// Explains the button; also its accessible description.
    property string toolTip: ""

    font: Theme.bodyFont
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: control.text
    Accessible.description: control.busy ? qsTr("Working…") : control.toolTip
    Accessible.onPressAction: {
        if (control.enabled && !control.busy)
            control.clicked();
    }

    Keys.onPressed: event => {
        if (control.busy) {
            event.accepted = event.key === Qt.Key_Space || event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            event.accepted = true;
            if (!event.isAutoRepeat)
                control.clicked();
        }
    }

    MouseArea {
        anchors.fill: parent
        enabled: control.busy
        visible: control.busy
        z: 2
    }
    FocusRing {
        shown: control.visualFocus
    }
    HoverTip {
        target: control
        text: control.toolTip
        wanted: control.hovered || control.visualFocus
    }
}
