import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// A question or a small form over the page. The keyboard stays inside; Escape cancels; Enter takes the default
/// button unless a field uses it. What destroys is never the default: there Enter cancels. To begin in a field,
/// call its forceFocus() in `onOpened`.
///
/// Content goes inside, below the title. The buttons come from `acceptText`, `rejectText` and `extraButtons`.
T.Dialog {
    id: control

    property string text: ""
    property string acceptText: qsTr("OK")
    property string rejectText: qsTr("Cancel")
    property bool acceptEnabled: true
    property bool busy: false
    property bool destructive: false
    /// Keep the dialog open on accept; close it yourself when the work is done.
    property bool stayOpen: false
    property int preferredWidth: Math.round(440 * Theme.textScale)
    default property alias body: bodySlot.data
    /// Further buttons, between the default one and the one that cancels.
    property alias extraButtons: extras.data

    /// The default button was pressed; emitted before accepted, and alone with `stayOpen`.
    signal confirmed

    function confirm(): void {
        if (leaving.running || !control.acceptEnabled || control.busy)
            return;
        control.confirmed();
        if (!control.stayOpen)
            control.accept();
    }

    /// Enter in a field comes here by itself: fields let it pass.
    function takeDefault(): void {
        if (!control.destructive)
            control.confirm();
    }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    width: parent ? Math.min(control.preferredWidth, parent.width - Theme.spacingL * 2) : control.preferredWidth
    height: parent ? Math.min(implicitHeight, parent.height - Theme.spacingL * 2) : implicitHeight
    implicitHeight: column.implicitHeight + topPadding + bottomPadding
    padding: Theme.spacingXl
    closePolicy: control.busy ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    background: RaisedGround {
        radius: Theme.radiusL
        border.color: Theme.highContrast ? Theme.borderStrong : Theme.border
    }

    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: control.title
        Accessible.description: control.text
        Keys.onReturnPressed: control.takeDefault()
        Keys.onEnterPressed: control.takeDefault()

        Flickable {
            id: scroller
            // To the edge of the dialog, so that the bar stands beside the content.
            anchors.left: parent.left
            anchors.leftMargin: -ringRoom
            anchors.right: parent.right
            anchors.rightMargin: -control.rightPadding
            anchors.top: parent.top
            anchors.bottom: buttons.top
            anchors.bottomMargin: Theme.spacingXl
            contentHeight: content.implicitHeight
            // The ring of a field reaches over its edge and must not be cut off.
            readonly property int ringRoom: Theme.spacingXs
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            clip: interactive

            T.ScrollBar.vertical: AppScrollBar {}

            Column {
                id: content
                x: control.mirrored ? scroller.width - width - scroller.ringRoom : scroller.ringRoom
                width: scroller.parent ? scroller.parent.width : 0
                spacing: Theme.spacingM

                Heading {
                    width: parent.width
                    visible: control.title !== ""
                    text: control.title
                }
                BodyText {
                    width: parent.width
                    visible: control.text !== ""
                    text: control.text
                    color: Theme.textMuted
                }
                Column {
                    id: bodySlot
                    width: parent.width
                    spacing: Theme.spacingL
                    visible: children.length > 0
                }
            }
        }
        // In one line from its end, or below each other, all as wide as the dialog.
        Flow {
            id: buttons
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            spacing: Theme.spacingS
            layoutDirection: control.mirrored ? Qt.LeftToRight : Qt.RightToLeft
            readonly property bool stacked: buttons.room(acceptButton.visible, acceptButton.implicitWidth) + buttons.room(extras.visible, extras.lineWidth) + buttons.room(rejectButton.visible, rejectButton.implicitWidth) > buttons.width + buttons.spacing

            function room(isSeen: bool, wanted: real): real {
                return isSeen && wanted > 0 ? wanted + buttons.spacing : 0;
            }

            AppButton {
                id: acceptButton
                visible: control.acceptText !== ""
                width: buttons.stacked ? buttons.width : implicitWidth
                kind: control.destructive ? AppButton.Kind.Danger : AppButton.Kind.Primary
                text: control.acceptText
                enabled: control.acceptEnabled
                busy: control.busy
                focus: !control.destructive && control.acceptText !== ""
                onClicked: control.confirm()
            }
            Flow {
                id: extras
                visible: extras.children.length > 0
                width: buttons.stacked ? buttons.width : extras.lineWidth
                spacing: buttons.spacing
                layoutDirection: control.mirrored ? Qt.RightToLeft : Qt.LeftToRight
                // A Flow cannot be asked while its width follows from that.
                readonly property real lineWidth: {
                    let sum = 0;
                    for (let i = 0; i < extras.children.length; ++i)
                        sum += extras.children[i].visible ? extras.children[i].implicitWidth + (sum > 0 ? extras.spacing : 0) : 0;
                    return sum;
                }

                Component.onCompleted: {
                    for (let i = 0; i < extras.children.length; ++i) {
                        const button = extras.children[i];
                        button.width = Qt.binding(() => buttons.stacked ? buttons.width : button.implicitWidth);
                    }
                }
            }
            AppButton {
                id: rejectButton
                visible: control.rejectText !== ""
                width: buttons.stacked ? buttons.width : implicitWidth
                text: control.rejectText
                enabled: !control.busy
                focus: control.destructive || control.acceptText === ""
                onClicked: control.reject()
            }
        }
        // Measures what the dialog wants to be high; the parts above are anchored to what it gets.
        Item {
            id: column
            implicitHeight: content.implicitHeight + Theme.spacingXl + buttons.implicitHeight
        }
    }

    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.durationMedium
        }
    }
    exit: Transition {
        id: leaving
        NumberAnimation {
            property: "opacity"
            from: 1
            to: 0
            duration: Theme.durationShort
        }
    }
}
