import QtQuick
import Mesh.Controls

ScrollPage {
    title: "Icons"

    Flow {
        width: parent.width
        spacing: Theme.spacingL
        Repeater {
            model: 60
            delegate: Icon {
                required property int index
                symbol: index
                size: 32
                color: Theme.text
            }
        }
    }
}
