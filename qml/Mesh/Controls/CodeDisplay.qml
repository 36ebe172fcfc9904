import QtQuick
import Mesh.Controls

/// A code to read aloud, to compare or to type elsewhere, large and in groups: "ABCD-EFGH-…".
///
/// Each group is an item of its own for a screen reader, which spells it. Give a code only if everyone before
/// this screen may hear it; a password belongs into a SecretEntry.
Item {
    id: display

    required property string code
    property string label: ""
    property bool copyable: true
    /// What separates the groups in `code`.
    property string separator: "-"
    property bool large: true
    readonly property list<string> groups: display.code === "" ? [] : display.code.split(display.separator)

    signal copyRequested

    width: parent ? parent.width : implicitWidth
    implicitWidth: 320
    implicitHeight: column.implicitHeight

    Accessible.role: Accessible.Grouping
    Accessible.name: display.label

    Column {
        id: column
        width: parent.width
        spacing: Theme.spacingXs

        Text {
            width: parent.width
            visible: display.label !== ""
            text: display.label
            font: Theme.captionFont
            color: Theme.textMuted
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
        Rectangle {
            width: parent.width
            height: Math.max(flow.implicitHeight + Theme.spacingM * 2, Theme.controlHeight + Theme.spacingS)
            radius: Theme.radiusM
            color: Theme.surfaceSunken
            border.width: 1
            border.color: Theme.border

            Flow {
                id: flow
                anchors.left: parent.left
                anchors.leftMargin: Theme.spacingL
                anchors.right: copyButton.visible ? copyButton.left : parent.right
                anchors.rightMargin: Theme.spacingS
                anchors.verticalCenter: parent.verticalCenter
                spacing: display.large ? Theme.spacingL : Theme.spacingM

                Repeater {
                    model: display.groups.length
                    // Bound to this file's ids, which only Qt 6.5 and later can be told.
                    // qmllint disable unqualified
                    delegate: Text {
                        required property int index
                        readonly property string group: display.groups[index] ?? ""
                        text: group
                        font.family: Theme.codeFont.family
                        font.pixelSize: display.large ? Math.round(Theme.displayFont.pixelSize * 0.85) : Theme.headingFont.pixelSize
                        font.weight: Font.Medium
                        color: Theme.text
                        Accessible.role: Accessible.StaticText
                        Accessible.name: group.split("").join(" ")
                        Accessible.description: qsTr("Group %1 of %2").arg(index + 1).arg(display.groups.length)
                    }
                    // qmllint enable unqualified
                }
            }
            IconButton {
                id: copyButton
                visible: display.copyable
                anchors.right: parent.right
                anchors.rightMargin: Theme.spacingXs
                anchors.verticalCenter: parent.verticalCenter
                symbol: Icon.Copy
                text: display.label !== "" ? qsTr("Copy: %1").arg(display.label) : qsTr("Copy")
                toolTip: qsTr("Copy")
                onClicked: display.copyRequested()
            }
        }
    }
}
