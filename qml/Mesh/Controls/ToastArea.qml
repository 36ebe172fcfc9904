import QtQuick
import Mesh.Controls

/// Shows messages at the bottom of the window, one at a time, each for some seconds; longer with an action and
/// for as long as the pointer or the keyboard is on it. AppShell has one: `shell.toasts.show(…)`.
Item {
    id: area

    /// Milliseconds a plain message stays; one with an action stays three times as long.
    property int duration: 3000
    readonly property bool showing: area.current !== null
    property Toast current: null

    /// `action` is called when the person presses `actionText`; "" offers none.
    signal acted(token: int)
    signal expired(token: int)

    property int nextToken: 1
    property int currentToken: 0

    /// Returns a number that `acted` and `expired` repeat.
    function show(text: string, actionText: string): int {
        area.finish(false);
        area.currentToken = area.nextToken++;
        area.current = factory.createObject(area, {
            text: text,
            actionText: actionText
        }) as Toast;
        area.current.acted.connect(() => area.finish(true));
        area.current.dismissed.connect(() => area.finish(false));
        timer.interval = actionText === "" ? area.duration : area.duration * 3;
        timer.restart();
        return area.currentToken;
    }

    function finish(taken: bool): void {
        if (area.current === null)
            return;
        const token = area.currentToken;
        timer.stop();
        area.current.destroy();
        area.current = null;
        if (taken)
            area.acted(token);
        else
            area.expired(token);
    }

    Component {
        id: factory
        Toast {
            anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
            anchors.bottom: parent ? parent.bottom : undefined
            // Above the buttons that stand at the bottom of a form.
            anchors.bottomMargin: Theme.controlHeight + Theme.spacingXl + Theme.spacingM
            width: parent ? Math.min(implicitWidth, parent.width - Theme.spacingL * 2, 560 * Theme.textScale) : implicitWidth
        }
    }
    Timer {
        id: timer
        onTriggered: {
            if (pointer.hovered || (area.current && area.current.activeFocus))
                timer.restart();
            else
                area.finish(false);
        }
    }
    HoverHandler {
        id: pointer
        target: area.current
    }
    Shortcut {
        sequence: "Ctrl+Z"
        enabled: area.current !== null && area.current.actionText !== "" && area.visible
        onActivated: area.finish(true)
    }
}
