import QtQuick
import Mesh.Controls

/// What a camera sees, with a frame that says where the code belongs.
Rectangle {
    id: view

    /// Where the picture goes.
    readonly property PictureView surface: pictureView
    /// The camera is on, but there is no picture yet.
    property bool waiting: false
    /// What a screen reader says.
    required property string label

    readonly property int frameEdge: Math.round(Math.min(view.width, view.height) * 0.72)

    width: parent ? parent.width : implicitWidth
    implicitWidth: 480
    implicitHeight: Math.round(Math.min(view.width * 3 / 4, 360))
    radius: Theme.radiusM
    color: "black"
    clip: true

    Accessible.role: Accessible.Graphic
    Accessible.name: view.label

    PictureView {
        id: pictureView
        anchors.fill: parent
        mirrored: true
        visible: !view.waiting
    }
    BusyMark {
        visible: view.waiting
        anchors.centerIn: parent
    }
    Item {
        anchors.centerIn: parent
        width: view.frameEdge
        height: view.frameEdge
        visible: !view.waiting

        // Four corners, white on black so that they are seen on every picture.
        Repeater {
            model: 4
            Item {
                id: corner
                required property int index
                readonly property real edge: corner.parent ? corner.parent.width : 0
                readonly property int arm: Math.round(corner.edge / 6)
                x: corner.index % 2 === 0 ? 0 : corner.edge - corner.arm
                y: corner.index < 2 ? 0 : corner.edge - corner.arm
                width: corner.arm
                height: corner.arm

                Rectangle {
                    y: corner.index < 2 ? 0 : corner.arm - height
                    width: corner.arm
                    height: 5
                    color: "white"
                    border.color: "black"
                }
                Rectangle {
                    x: corner.index % 2 === 0 ? 0 : corner.arm - width
                    width: 5
                    height: corner.arm
                    color: "white"
                    border.color: "black"
                }
            }
        }
    }
}
