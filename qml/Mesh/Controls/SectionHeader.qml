import QtQuick
import Mesh.Controls

/// The title above a group of rows: `section.delegate: SectionHeader {}`.
Item {
    id: header

    required property string section

    width: ListView.view ? ListView.view.width : implicitWidth
    implicitWidth: label.implicitWidth + label.x * 2
    implicitHeight: Math.round(Theme.rowHeight * 0.8 / 4) * 4

    Text {
        id: label
        x: Theme.spacingL
        width: header.width - x * 2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spacingXs
        text: header.section
        font.family: Theme.captionFont.family
        font.pixelSize: Theme.captionFont.pixelSize
        font.weight: Font.DemiBold
        color: Theme.textMuted
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignLeft
        Accessible.role: Accessible.Heading
        Accessible.name: label.text
    }
}
