import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// What an empty place says: what belongs here and how to begin. Fills its parent; scrolls where that is low.
/// Made when it is first seen: most places are not empty.
Item {
    id: empty

    property int symbol: Icon.None
    required property string title
    property string text: ""
    property string actionText: ""
    property int actionSymbol: Icon.None
    property string secondaryText: ""

    signal action
    signal secondaryAction

    anchors.fill: parent
    implicitHeight: holder.implicitHeight
    onVisibleChanged: empty.make()
    Component.onCompleted: empty.make()

    function make(): void {
        if (empty.visible)
            holder.active = true;
    }

    Loader {
        id: holder
        anchors.fill: parent
        active: false
        // Bound to this file's ids, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        sourceComponent: Flickable {
            id: flick
            implicitHeight: column.implicitHeight + Theme.spacingXl * 2
            contentHeight: Math.max(flick.height, column.implicitHeight + Theme.spacingL * 2)
            boundsBehavior: Flickable.StopAtBounds
            interactive: flick.contentHeight > flick.height
            clip: interactive

            T.ScrollBar.vertical: AppScrollBar {}

            Column {
                id: column
                anchors.centerIn: parent
                width: Math.min(flick.width - Theme.spacingXl * 2, 360 * Theme.textScale)
                spacing: Theme.spacingS

                Rectangle {
                    visible: empty.symbol !== Icon.None
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Theme.iconSize * 3 + Theme.spacingS
                    height: width
                    radius: width / 2
                    color: Theme.accentSurface
                    border.width: Theme.highContrast ? 1 : 0
                    border.color: Theme.border
                    Icon {
                        anchors.centerIn: parent
                        symbol: empty.symbol
                        color: Theme.accentInk
                        size: Math.round(Theme.iconSize * 1.5)
                    }
                }
                Item {
                    width: 1
                    height: Theme.spacingXs
                }
                Heading {
                    width: parent.width
                    text: empty.title
                    horizontalAlignment: Text.AlignHCenter
                }
                BodyText {
                    width: parent.width
                    visible: empty.text !== ""
                    text: empty.text
                    color: Theme.textMuted
                    horizontalAlignment: Text.AlignHCenter
                }
                Item {
                    width: 1
                    height: Theme.spacingXs
                    visible: empty.actionText !== ""
                }
                AppButton {
                    visible: empty.actionText !== ""
                    anchors.horizontalCenter: parent.horizontalCenter
                    kind: AppButton.Kind.Primary
                    text: empty.actionText
                    symbol: empty.actionSymbol
                    onClicked: empty.action()
                }
                AppButton {
                    visible: empty.secondaryText !== ""
                    anchors.horizontalCenter: parent.horizontalCenter
                    kind: AppButton.Kind.Quiet
                    text: empty.secondaryText
                    onClicked: empty.secondaryAction()
                }
            }
        }
        // qmllint enable unqualified
    }
}
