import QtQuick
import Mesh.Controls

/// Which kind of applications the list shows: SSH (0) or mail (1).
Item {
    id: control

    required property int kind

    signal chosen(kind: int)

    width: parent ? parent.width : implicitWidth
    implicitWidth: segments.implicitWidth
    implicitHeight: segments.implicitHeight

    Segmented {
        id: segments
        width: Math.min(implicitWidth, control.width)
        label: qsTr("Kind of application")
        options: ["SSH", qsTr("Mail")]
        onChosen: index => {
            control.chosen(index);
            // The switch of the other page shows the other kind.
            segments.currentIndex = control.kind;
        }
        Binding on currentIndex {
            value: control.kind
        }
    }
}
