import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// Text of several lines, with its label, help and inline error. Tab leaves the field.
FieldFrame {
    id: control

    property alias text: input.text
    property alias readOnly: input.readOnly
    property string placeholderText: ""
    property int minimumLines: 3
    property int maximumLines: 10
    /// In characters; what is typed beyond is cut.
    property int maximumLength: 65536
    property bool code: false

    /// The person changed the text.
    signal edited(text: string)

    function forceFocus(): void {
        input.forceActiveFocus(Qt.TabFocusReason);
    }

    active: input.activeFocus
    editable: !input.readOnly
    fieldHeight: Math.round(Math.max(control.minimumLines, Math.min(control.maximumLines, input.lineCount)) * metrics.lineSpacing + Theme.spacingS * 2)

    FontMetrics {
        id: metrics
        font: input.font
    }
    Flickable {
        id: scroller
        anchors.fill: parent
        contentWidth: width
        contentHeight: input.implicitHeight
        boundsBehavior: Flickable.StopAtBounds

        T.ScrollBar.vertical: AppScrollBar {}

        T.TextArea.flickable: T.TextArea {
            id: input

            padding: Theme.spacingS
            font: control.code ? Theme.codeFont : Theme.bodyFont
            color: enabled ? Theme.text : Theme.textDisabled
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentText
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            selectByMouse: true
            focus: true
            implicitHeight: Math.max(contentHeight + topPadding + bottomPadding, scroller.height)

            Accessible.role: Accessible.EditableText
            Accessible.name: control.label
            Accessible.description: control.explanation
            Accessible.multiLine: true

            property string known: input.text
            onTextChanged: {
                if (input.length > control.maximumLength)
                    input.remove(control.maximumLength, input.length);
                if (input.activeFocus && input.text !== input.known)
                    control.edited(input.text);
                input.known = input.text;
            }
            Keys.onTabPressed: input.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: input.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        }
    }
    Text {
        x: input.leftPadding
        y: input.topPadding
        width: scroller.width - input.leftPadding - input.rightPadding
        visible: input.length === 0 && input.preeditText === ""
        text: control.placeholderText
        font: Theme.bodyFont
        color: Theme.textMuted
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignLeft
        Accessible.ignored: true
    }
}
