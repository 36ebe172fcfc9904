import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The window: what is shown follows from how far the session is.
AppWindow {
    id: window

    /// For the self-test, which visits each of them.
    readonly property list<string> pageNames: ["opening", "welcome", "create", "connect", "connect-pin", "connect-compare", "waiting", "keychain", "locked", "removed", "failed", "contacts", "contact", "bookmarks", "bookmark", "tasks", "task", "credentials", "credential", "devices", "pairing", "inbox", "outbox", "settings"]
    /// A stage to show instead of the session's; -1 for none.
    property int visitedStage: -1
    /// The person has agreed to lose what is not saved.
    property bool leaving: false
    readonly property int stage: window.visitedStage >= 0 ? window.visitedStage : Session.stage

    /// Shows a page whatever the session's stage is; false for a page that there is not.
    function visitPage(name: string): bool {
        switch (name) {
        case "opening":
            return window.visitStage(Session.Opening);
        case "welcome":
            return window.visitWelcome(0, 0);
        case "create":
            return window.visitWelcome(1, 0);
        case "connect":
            return window.visitWelcome(2, 0);
        case "connect-pin":
            return window.visitWelcome(2, 1);
        case "connect-compare":
            return window.visitWelcome(2, 2);
        case "waiting":
            return window.visitStage(Session.Connecting);
        case "keychain":
            return window.visitStage(Session.KeychainTrouble);
        case "locked":
            return window.visitStage(Session.Locked);
        case "removed":
            return window.visitStage(Session.Removed);
        case "failed":
            return window.visitStage(Session.Failed);
        case "contacts":
            return window.visitPlace(0, false);
        case "contact":
            return window.visitPlace(0, true);
        case "bookmarks":
            return window.visitPlace(1, false);
        case "bookmark":
            return window.visitPlace(1, true);
        case "tasks":
            return window.visitPlace(2, false);
        case "task":
            return window.visitPlace(2, true);
        case "credentials":
            return window.visitPlace(3, false);
        case "credential":
            return window.visitPlace(3, true);
        case "devices":
            return window.visitPlace(4, false);
        case "pairing":
            return window.visitPlace(4, true);
        case "inbox":
            return window.visitPlace(5, false);
        case "outbox":
            return window.visitPlace(6, false);
        case "settings":
            return window.visitPlace(7, false);
        default:
            return false;
        }
    }
    function visitStage(stage: int): bool {
        window.visitedStage = stage;
        return stageLoader.item !== null;
    }
    function visitWelcome(step: int, way: int): bool {
        window.visitedStage = Session.New;
        const page = stageLoader.item as WelcomePage;
        if (page)
            page.show(step, way);
        return page !== null;
    }
    function visitPlace(place: int, inside: bool): bool {
        window.visitedStage = Session.Ready;
        const view = stageLoader.item as MainView;
        if (!view)
            return false;
        if (inside)
            view.begin(place);
        else
            view.go(place);
        return true;
    }

    width: 1120
    height: 740
    visible: true
    // Qt adds the program's name to a title that does not end with it.
    title: Session.accountAddress === "" ? "Mesh Desktop" : Session.accountAddress + " – Mesh Desktop"

    Component.onCompleted: {
        window.width = Number(Preferences.value("window/width", 1120));
        window.height = Number(Preferences.value("window/height", 740));
    }
    onClosing: close => {
        if (!window.leaving && Session.hasUnsaved()) {
            close.accepted = false;
            leaveDialog.open();
            return;
        }
        if (window.visibility === Window.Windowed) {
            Preferences.setValue("window/width", window.width);
            Preferences.setValue("window/height", window.height);
        }
    }

    AppDialog {
        id: leaveDialog
        title: qsTr("Close without saving?")
        text: qsTr("What you have changed is lost.")
        acceptText: qsTr("Close")
        rejectText: qsTr("Stay")
        destructive: true
        onAccepted: {
            window.leaving = true;
            window.close();
        }
    }
    Shortcut {
        sequences: ["Ctrl+L"]
        enabled: window.stage === Session.Ready
        onActivated: Session.lock()
    }
    Binding {
        target: Theme
        property: "appearance"
        value: Preferences.colorScheme === Preferences.Dark ? Theme.Dark : Preferences.colorScheme === Preferences.Light ? Theme.Light : Theme.System
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: Preferences.colorScheme === Preferences.HighContrast
    }
    Binding {
        target: Theme
        property: "textScale"
        value: Preferences.textScale
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: Preferences.reducedMotion
    }

    Loader {
        id: stageLoader
        anchors.fill: parent
        focus: true
        sourceComponent: {
            switch (window.stage) {
            case Session.New:
                return welcome;
            case Session.Connecting:
                return waiting;
            case Session.Ready:
                return main;
            case Session.Removed:
                return removed;
            case Session.Locked:
                return locked;
            case Session.KeychainTrouble:
                return keychain;
            case Session.Failed:
                return failed;
            default:
                return opening;
            }
        }
    }
    Component {
        id: opening
        OpeningPage {}
    }
    Component {
        id: welcome
        WelcomePage {}
    }
    Component {
        id: waiting
        WaitingPage {}
    }
    Component {
        id: main
        MainView {}
    }
    Component {
        id: locked
        LockedPage {}
    }
    Component {
        id: removed
        RemovedPage {}
    }
    Component {
        id: keychain
        KeychainPage {}
    }
    Component {
        id: failed
        FailedPage {}
    }
}
