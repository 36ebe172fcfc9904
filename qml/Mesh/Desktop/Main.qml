import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The window: what is shown follows from how far the session is.
AppWindow {
    id: window

    /// For the self-test, which visits each of them.
    readonly property list<string> pageNames: ["opening", "welcome", "create", "connect", "connect-pin", "connect-compare", "waiting", "keychain", "removed", "failed", "contacts", "contact", "bookmarks", "bookmark", "tasks", "task", "credentials", "credential", "devices", "pairing", "inbox", "outbox", "settings"]
    /// A stage to show instead of the session's; -1 for none.
    property int visitedStage: -1
    readonly property int stage: window.visitedStage >= 0 ? window.visitedStage : Session.stage

    /// Shows a page whatever the session's stage is; false for a page that there is not.
    function visitPage(name: string): bool {
        const stages = ["opening", "", "waiting", "", "removed", "keychain", "failed"];
        const steps = ["welcome", "create", "connect", "connect-pin", "connect-compare"];
        const places = ["contacts", "bookmarks", "tasks", "credentials", "devices", "inbox", "outbox", "settings"];
        const details = ["contact", "bookmark", "task", "credential", "pairing"];
        if (stages.indexOf(name) >= 0) {
            window.visitedStage = stages.indexOf(name);
            return true;
        }
        if (steps.indexOf(name) >= 0) {
            window.visitedStage = Session.Stage.New;
            (stageLoader.item as WelcomePage).show(Math.min(2, steps.indexOf(name)), Math.max(0, steps.indexOf(name) - 2));
            return true;
        }
        if (places.indexOf(name) < 0 && details.indexOf(name) < 0)
            return false;
        window.visitedStage = Session.Stage.Ready;
        const view = stageLoader.item as MainView;
        if (places.indexOf(name) >= 0)
            view.go(places.indexOf(name));
        else
            view.begin(details.indexOf(name));
        return true;
    }

    width: 1120
    height: 740
    visible: true
    title: Session.accountAddress === "" ? qsTr("Mesh Desktop") : qsTr("Mesh Desktop – %1").arg(Session.accountAddress)

    Component.onCompleted: {
        window.width = Number(Preferences.value("window/width", 1120));
        window.height = Number(Preferences.value("window/height", 740));
    }
    onClosing: {
        if (window.visibility === Window.Windowed) {
            Preferences.setValue("window/width", window.width);
            Preferences.setValue("window/height", window.height);
        }
    }

    Binding {
        target: Theme
        property: "appearance"
        value: Preferences.colorScheme === Preferences.ColorScheme.Dark ? Theme.Dark : Preferences.colorScheme === Preferences.ColorScheme.Light ? Theme.Light : Theme.System
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: Preferences.colorScheme === Preferences.ColorScheme.HighContrast
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
            case Session.Stage.New:
                return welcome;
            case Session.Stage.Connecting:
                return waiting;
            case Session.Stage.Ready:
                return main;
            case Session.Stage.Removed:
                return removed;
            case Session.Stage.KeychainTrouble:
                return keychain;
            case Session.Stage.Failed:
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
