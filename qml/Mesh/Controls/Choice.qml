import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// One of several, from a list that folds out. For up to four short ones prefer Segmented.
///
/// `options` is a list of texts; for a model of C++ set `model` and `textRole`.
FieldFrame {
    id: control

    property alias model: box.model
    property alias textRole: box.textRole
    property alias valueRole: box.valueRole
    /// Stays when the options change, as far as there are so many.
    property int currentIndex: 0
    readonly property string currentText: box.displayText
    /// What a screen reader calls it; where no label is seen, say it here.
    property string spokenLabel: control.label

    /// The person chose; programs that set `currentIndex` do not cause it.
    signal chosen(index: int)

    function show(): void {
        box.currentIndex = Math.min(control.currentIndex, box.count - 1);
    }
    function choose(index: int): void {
        control.currentIndex = index;
        control.chosen(index);
    }

    onCurrentIndexChanged: control.show()
    Component.onCompleted: control.show()
    active: box.visualFocus || popup.visible

    FontMetrics {
        id: strongWords
        font: Theme.strongFont
    }
    T.ComboBox {
        id: box

        anchors.fill: parent
        focus: true
        hoverEnabled: true
        focusPolicy: Qt.StrongFocus
        font: Theme.bodyFont

        Accessible.role: Accessible.ComboBox
        Accessible.name: control.spokenLabel
        Accessible.description: control.explanation !== "" ? qsTr("%1. %2").arg(box.displayText).arg(control.explanation) : box.displayText
        Accessible.onPressAction: {
            if (box.enabled)
                popup.open();
        }
        Keys.onReturnPressed: popup.open()
        Keys.onEnterPressed: popup.open()
        function widestText(): real {
            let widest = 0;
            for (let i = 0; i < box.count; ++i)
                widest = Math.max(widest, strongWords.advanceWidth(box.textAt(i)));
            return Math.ceil(widest) + 1;
        }

        onActivated: index => control.choose(index)
        // A box of Qt begins anew with the first option whenever it gets another list.
        onModelChanged: control.show()
        onCountChanged: control.show()

        contentItem: ElidedText {
            leftPadding: Theme.spacingS
            rightPadding: indicatorIcon.width + Theme.spacingM
            verticalAlignment: Text.AlignVCenter
            text: box.displayText
            color: box.enabled ? Theme.text : Theme.textDisabled
            Accessible.ignored: true
        }
        indicator: Icon {
            id: indicatorIcon
            x: box.mirrored ? Theme.spacingS : box.width - width - Theme.spacingS
            y: Math.round((box.height - height) / 2)
            symbol: Icon.ChevronDown
            size: Math.round(Theme.iconSize * 0.8)
            color: box.enabled ? Theme.textMuted : Theme.textDisabled
        }
        background: Rectangle {
            radius: Theme.radiusM - 1
            color: box.hovered && box.enabled ? Theme.hover : "transparent"
        }
        // Bound to this file's ids, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        delegate: ChoiceItem {
            required property int index
            width: ListView.view ? ListView.view.width : implicitWidth
            text: box.textAt(index)
            highlighted: box.highlightedIndex === index
            current: box.currentIndex === index
            onChosen: {
                control.choose(index);
                popup.close();
            }
        }
        // qmllint enable unqualified
        popup: T.Popup {
            id: popup
            y: box.height + Theme.spacingXs
            // As wide as its words, as far as the window is.
            width: Math.max(box.width, 160 * Theme.textScale, Math.min(popup.visible ? box.widestText() + Theme.iconSize + Theme.spacingS * 3 + popup.leftPadding + popup.rightPadding : 0, (box.Window.window?.width ?? 0) - Theme.spacingS * 2))
            height: Math.min(implicitHeight, 320 * Theme.textScale)
            implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
            padding: Theme.spacingXs
            margins: Theme.spacingS
            contentItem: ListView {
                clip: true
                implicitHeight: contentHeight
                model: popup.visible ? box.delegateModel : null
                currentIndex: box.highlightedIndex
                highlightMoveDuration: 0
                T.ScrollBar.vertical: AppScrollBar {}
            }
            background: RaisedGround {
                radius: Theme.radiusM + 2
            }
        }
    }
}
