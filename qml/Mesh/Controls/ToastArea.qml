import QtQuick
import Mesh.Controls

/// Shows messages at the bottom of the window, each for some seconds; longer with an action and for as long as
/// the pointer or the keyboard is on it. AppShell has one: `shell.toasts.show(…)`.
///
/// A message takes the place of the one before, but a plain one leaves one with an action alone and stands above
/// it: “Saved” must not take “Undo” away.
Item {
    id: area

    /// Milliseconds a plain message stays; one with an action stays three times as long.
    property int duration: 3000
    /// Height of the buttons that stand at the bottom of the page; the messages come above them.
    property int lift: Theme.controlHeight + Theme.spacingXl
    readonly property bool showing: area.current !== null || area.offer !== null
    /// The plain message.
    property Toast current: null
    /// The message with an action.
    property Toast offer: null

    /// `action` is called when the person presses `actionText`; "" offers none.
    signal acted(token: int)
    signal expired(token: int)

    property int nextToken: 1
    property int currentToken: 0
    property int offerToken: 0

    /// Returns a number that `acted` and `expired` repeat.
    function show(text: string, actionText: string): int {
        const token = area.nextToken++;
        const toast = factory.createObject(stack, {
            text: text,
            actionText: actionText
        }) as Toast;
        if (actionText === "") {
            area.finishCurrent();
            area.current = toast;
            area.currentToken = token;
            toast.dismissed.connect(() => area.finishCurrent());
            timer.restart();
        } else {
            area.finishOffer(false);
            area.offer = toast;
            area.offerToken = token;
            toast.acted.connect(() => area.finishOffer(true));
            toast.dismissed.connect(() => area.finishOffer(false));
            offerTimer.restart();
        }
        return token;
    }

    function finishCurrent(): void {
        if (area.current === null)
            return;
        const token = area.currentToken;
        timer.stop();
        area.current.destroy();
        area.current = null;
        area.expired(token);
    }
    function finishOffer(taken: bool): void {
        if (area.offer === null)
            return;
        const token = area.offerToken;
        offerTimer.stop();
        area.offer.destroy();
        area.offer = null;
        if (taken)
            area.acted(token);
        else
            area.expired(token);
    }

    Component {
        id: factory
        Toast {
            anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
            width: parent ? Math.min(implicitWidth, parent.width - Theme.spacingL * 2, 560 * Theme.textScale) : implicitWidth
        }
    }
    Column {
        id: stack
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: area.lift + Theme.spacingM
        spacing: Theme.spacingS
    }
    Timer {
        id: timer
        interval: area.duration
        onTriggered: {
            if (area.current && (area.current.hovered || area.current.activeFocus))
                timer.restart();
            else
                area.finishCurrent();
        }
    }
    Timer {
        id: offerTimer
        interval: area.duration * 3
        onTriggered: {
            if (area.offer && (area.offer.hovered || area.offer.activeFocus))
                offerTimer.restart();
            else
                area.finishOffer(false);
        }
    }
    Shortcut {
        sequence: "Ctrl+Z"
        enabled: area.offer !== null && area.visible
        onActivated: area.finishOffer(true)
    }
}
