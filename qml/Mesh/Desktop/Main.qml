import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The window: what is shown follows from how far the session is.
AppWindow {
    id: window

    /// For the self-test, which visits each of them.
    readonly property list<string> pageNames: ["opening", "welcome", "create", "creating", "connect", "connect-pin", "connect-compare", "recover", "archive", "waiting", "keychain", "locked", "removed", "failed", "contacts", "contact", "exchange", "exchange-read", "bookmarks", "bookmark", "tasks", "task", "credentials", "credential", "networks", "network", "applications", "application", "mail-accounts", "mail-account", "devices", "pairing", "inbox", "message", "outbox", "message-sent", "confirmations", "confirmation", "groups", "group", "recovery", "recovery-make", "recovery-made", "recovery-check", "recovery-move", "recovery-lend", "inheritance", "files-by-code", "security", "security-graph", "security-chain", "security-link", "security-compare", "settings", "accounts", "account-new"]
    /// A stage to show instead of the session's; -1 for none.
    property int visitedStage: -1
    /// The person has agreed to lose what is not saved.
    property bool leaving: false
    readonly property int stage: window.visitedStage >= 0 ? window.visitedStage : Session.stage
    /// Between two accounts nothing of either is seen, and the next one begins with pages of its own.
    readonly property bool between: window.stage === Session.Ready && Accounts.switching
    readonly property bool ready: window.stage === Session.Ready && !window.between
    /// The window is on the screen, so that what is made now keeps nobody waiting for it.
    property bool drawn: false

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
        case "creating":
            return window.visitStage(Session.Creating);
        case "recover":
            return window.visitWelcome(3, 0);
        case "archive":
            return window.visitWelcome(4, 0);
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
            return window.visitPlace(Place.Contacts, false);
        case "contact":
            return window.visitPlace(Place.Contacts, true);
        case "exchange":
            return window.visitExchange(false);
        case "exchange-read":
            return window.visitExchange(true);
        case "bookmarks":
            return window.visitPlace(Place.Bookmarks, false);
        case "bookmark":
            return window.visitPlace(Place.Bookmarks, true);
        case "tasks":
            return window.visitPlace(Place.Tasks, false);
        case "task":
            return window.visitPlace(Place.Tasks, true);
        case "credentials":
            return window.visitPlace(Place.Credentials, false);
        case "credential":
            return window.visitPlace(Place.Credentials, true);
        case "networks":
            return window.visitPlace(Place.Networks, false);
        case "network":
            return window.visitPlace(Place.Networks, true);
        case "applications":
            return window.visitApplications(0, false);
        case "application":
            return window.visitApplications(0, true);
        case "mail-accounts":
            return window.visitApplications(1, false);
        case "mail-account":
            return window.visitApplications(1, true);
        case "devices":
            return window.visitPlace(Place.Devices, false);
        case "pairing":
            return window.visitPlace(Place.Devices, true);
        case "inbox":
            return window.visitPlace(Place.Inbox, false);
        case "message":
            return window.visitMessage(Place.Inbox);
        case "outbox":
            return window.visitPlace(Place.Outbox, false);
        case "message-sent":
            return window.visitMessage(Place.Outbox);
        case "confirmations":
            return window.visitPlace(Place.Confirmations, false);
        case "confirmation":
            return window.visitMessage(Place.Confirmations);
        case "groups":
            return window.visitPlace(Place.Groups, false);
        case "group":
            return window.visitGroup();
        case "recovery":
            return window.visitRecovery(RecoveryPage.Step.Overview);
        case "recovery-make":
            return window.visitRecovery(RecoveryPage.Step.Make);
        case "recovery-made":
            return window.visitRecovery(RecoveryPage.Step.Made);
        case "recovery-check":
            return window.visitRecovery(RecoveryPage.Step.Check);
        case "recovery-move":
            return window.visitRecovery(RecoveryPage.Step.MoveAway);
        case "recovery-lend":
            return window.visitRecovery(RecoveryPage.Step.Lend);
        case "inheritance":
            return window.visitRecovery(RecoveryPage.Step.Inherit);
        case "files-by-code":
            return window.visitRecovery(RecoveryPage.Step.Files);
        case "security":
            return window.visitSecurity(SecurityPage.Step.Overview);
        case "security-graph":
            return window.visitChain(true);
        case "security-chain":
            return window.visitChain(false);
        case "security-link":
            return window.visitSecurity(SecurityPage.Step.Link);
        case "security-compare":
            return window.visitSecurity(SecurityPage.Step.Compare);
        case "settings":
            return window.visitPlace(Place.Settings, false);
        case "accounts":
            return window.visitAccounts(false);
        case "account-new":
            return window.visitAccounts(true);
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
        const view = mainLoader.item as MainView;
        if (!view)
            return false;
        if (inside)
            view.begin(place);
        else
            view.go(place);
        return true;
    }
    function visitApplications(kind: int, inside: bool): bool {
        window.visitedStage = Session.Ready;
        const view = mainLoader.item as MainView;
        if (view)
            view.showApplications(kind, inside);
        return view !== null;
    }
    function visitExchange(reading: bool): bool {
        window.visitedStage = Session.Ready;
        const view = mainLoader.item as MainView;
        if (view)
            view.exchange(reading);
        return view !== null;
    }
    function visitMessage(place: int): bool {
        window.visitedStage = Session.Ready;
        const view = mainLoader.item as MainView;
        if (view)
            view.showMessage(place);
        return view !== null;
    }
    function visitGroup(): bool {
        window.visitedStage = Session.Ready;
        const view = mainLoader.item as MainView;
        if (view)
            view.showGroup();
        return view !== null;
    }
    function visitAccounts(beginning: bool): bool {
        window.visitedStage = Session.Ready;
        const view = mainLoader.item as MainView;
        if (view)
            view.showAccounts(beginning);
        return view !== null;
    }
    function visitRecovery(step: int): bool {
        window.visitedStage = Session.Ready;
        const view = mainLoader.item as MainView;
        if (view)
            view.showRecovery(step);
        return view !== null;
    }
    function visitSecurity(step: int): bool {
        window.visitedStage = Session.Ready;
        const view = mainLoader.item as MainView;
        if (view)
            view.showSecurity(step);
        return view !== null;
    }
    function visitChain(asGraph: bool): bool {
        window.visitedStage = Session.Ready;
        const view = mainLoader.item as MainView;
        if (view)
            view.showChain(asGraph);
        return view !== null;
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

    DialogMaker {
        id: leaveDialog
        // Bound to this file's id, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        sourceComponent: AppDialog {
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
        // qmllint enable unqualified
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

    Connections {
        target: window
        enabled: !window.drawn
        function onFrameSwapped(): void {
            window.drawn = true;
        }
    }
    Loader {
        id: mainLoader
        anchors.fill: parent
        visible: window.ready
        focus: window.ready
        active: window.ready || (window.drawn && Session.stage === Session.Opening && Session.likelyReady)
        // Bound to this file's id, which only Qt 6.5 and later can be told.
        // qmllint disable unqualified
        sourceComponent: MainView {
            ready: window.ready
        }
        // qmllint enable unqualified
    }
    Loader {
        id: stageLoader
        anchors.fill: parent
        active: !window.ready
        focus: !window.ready
        sourceComponent: {
            if (window.between)
                return opening;
            switch (window.stage) {
            case Session.New:
                return welcome;
            case Session.Creating:
                return creating;
            case Session.Connecting:
                return waiting;
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
        id: creating
        CreatingPage {}
    }
    Component {
        id: waiting
        WaitingPage {}
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
