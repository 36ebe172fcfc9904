import QtQuick
import Mesh.Controls

/// A row of a ListPane: leading picture, title, subtitle, and what stands at its end.
///
/// In a delegate declare the model's roles as required properties and bind them; `index` is declared here.
/// Click chooses and opens, Ctrl and Shift extend the choice, a long press or a click on the picture starts it.
Item {
    id: row

    required property int index
    property string title: ""
    property string subtitle: ""
    /// Short text at the end: a date, a count.
    property string detail: ""
    /// Name for the initials; "" shows `symbol` instead, or nothing with Icon.None.
    property string avatarName: ""
    property int symbol: Icon.None
    property color symbolColor: Theme.textMuted
    property bool strong: false
    /// How many lines the title may take before it is cut off.
    property int titleLines: 1
    /// Controls at the end of the row, such as an IconButton or a Tag.
    property alias trailing: trailingRow.data
    /// Controls before the picture, such as the check box of a task.
    property alias leading: leadingRow.data

    readonly property ListPane pane: ListView.view as ListPane
    readonly property bool current: ListView.isCurrentItem
    readonly property bool selected: row.pane !== null && row.pane.selection.revision >= 0 && row.pane.selection.contains(row.index)
    readonly property bool hovered: pointer.hovered
    /// Beside a title that it would push away, the detail has no room: it begins the second line.
    readonly property bool detailBelow: row.detail !== "" && (row.width < 240 * Theme.textScale || detailText.implicitWidth > wordColumn.width * 0.4 || titleMetrics.width > wordColumn.width - detailText.implicitWidth - Theme.spacingS)
    readonly property string secondLine: !row.detailBelow ? row.subtitle : row.subtitle === "" ? row.detail : qsTr("%1 · %2").arg(row.detail).arg(row.subtitle)

    // A Text that wraps cannot be asked while its width follows from that.
    readonly property TextMetrics metrics: TextMetrics {
        id: titleMetrics
        font: row.strong ? Theme.strongRowFont : Theme.rowFont
        text: row.detail === "" ? "" : row.title
    }

    width: ListView.view ? ListView.view.width : implicitWidth
    implicitWidth: 320
    implicitHeight: Math.max(row.secondLine === "" ? Theme.rowHeight : Math.round(Theme.rowHeight * 1.4 / 4) * 4, titleText.lineCount > 1 ? wordColumn.implicitHeight + Theme.spacingM : 0)

    Accessible.role: Accessible.ListItem
    Accessible.name: row.detail === "" ? row.title : qsTr("%1, %2").arg(row.title).arg(row.detail)
    Accessible.description: row.subtitle
    Accessible.selectable: true
    Accessible.selected: row.selected || row.current
    Accessible.focusable: true
    Accessible.focused: row.current && row.pane !== null && row.pane.activeFocus
    Accessible.onPressAction: row.press(Qt.NoModifier)

    function press(modifiers: int): void {
        if (row.pane)
            row.pane.press(row.index, modifiers);
    }

    HoverHandler {
        id: pointer
    }
    Rectangle {
        id: ground
        anchors.fill: parent
        anchors.leftMargin: Theme.spacingS
        anchors.rightMargin: Theme.spacingS
        anchors.topMargin: 1
        anchors.bottomMargin: 1
        radius: Theme.radiusM
        color: row.selected || row.current ? Theme.selection : pointer.hovered ? Theme.hover : "transparent"
        border.width: Theme.highContrast && (row.selected || row.current) ? 2 : 0
        border.color: Theme.accentInk

        FocusRing {
            anchors.margins: 0
            radius: Theme.radiusM
            shown: row.current && row.pane !== null && row.pane.activeFocus && row.pane.keyboardUsed
        }
    }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onClicked: mouse => {
            if (mouse.button === Qt.RightButton) {
                if (row.pane)
                    row.pane.askMenu(row.index, row, mouse.x, mouse.y);
            } else {
                row.press(mouse.modifiers);
            }
        }
        onPressAndHold: {
            if (row.pane && row.pane.multiSelect)
                row.pane.press(row.index, Qt.ControlModifier);
        }
    }
    Row {
        id: leadingRow
        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingM
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacingXs
    }
    Item {
        id: picture
        readonly property bool marking: row.pane !== null && row.pane.multiSelect && (row.pane.selection.count > 1 || pictureArea.containsMouse)
        anchors.left: leadingRow.right
        anchors.leftMargin: Theme.spacingXs
        anchors.verticalCenter: parent.verticalCenter
        width: row.avatarName !== "" ? avatar.width : row.symbol !== Icon.None ? Theme.iconSize + Theme.spacingXs : 0
        height: width

        Avatar {
            id: avatar
            visible: row.avatarName !== "" && !picture.marking
            name: row.avatarName
            symbol: row.symbol
            anchors.centerIn: parent
        }
        Icon {
            visible: row.avatarName === "" && !picture.marking
            symbol: row.symbol
            color: row.symbolColor
            size: Theme.iconSize
            anchors.centerIn: parent
        }
        Rectangle {
            visible: picture.marking && picture.width > 0
            anchors.centerIn: parent
            width: Math.min(parent.width, Theme.iconSize + Theme.spacingXs)
            height: width
            radius: width / 2
            color: row.selected ? Theme.accent : Theme.field
            border.width: row.selected ? 0 : 1
            border.color: Theme.borderStrong
            Icon {
                anchors.centerIn: parent
                visible: row.selected
                symbol: Icon.Check
                color: Theme.accentText
                size: Math.round(parent.width * 0.7)
            }
        }
        MouseArea {
            id: pictureArea
            anchors.fill: parent
            enabled: row.pane !== null && row.pane.multiSelect
            hoverEnabled: enabled
            onClicked: row.pane.press(row.index, Qt.ControlModifier)
        }
    }
    Column {
        id: wordColumn
        anchors.left: picture.right
        anchors.leftMargin: picture.width > 0 ? Theme.spacingM : Theme.spacingXs
        anchors.right: trailingRow.left
        anchors.rightMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter

        Item {
            width: parent.width
            height: titleText.implicitHeight

            ElidedText {
                id: titleText
                width: parent.width - (detailText.visible ? detailText.width + Theme.spacingS : 0)
                text: row.title
                wrapMode: row.titleLines > 1 ? Text.Wrap : Text.NoWrap
                maximumLineCount: row.titleLines
                font: row.strong ? Theme.strongRowFont : Theme.rowFont
                color: Theme.text
                Accessible.ignored: true
            }
            Text {
                id: detailText
                visible: row.detail !== "" && !row.detailBelow
                anchors.right: parent.right
                anchors.baseline: titleText.baseline
                text: row.detail
                font: Theme.captionFont
                color: Theme.textMuted
                Accessible.ignored: true
            }
        }
        ElidedText {
            visible: row.secondLine !== ""
            width: parent.width
            text: row.secondLine
            font: Theme.captionFont
            color: Theme.textMuted
            Accessible.ignored: true
        }
    }
    Row {
        id: trailingRow
        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingL
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacingXs
    }
}
