import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// What protects this mesh now, and for an expert who signed what.
FocusScope {
    id: page

    required property ToastArea toasts

    enum Step {
        Overview,
        Chain,
        Link,
        Compare
    }
    property int step: SecurityPage.Step.Overview

    signal settingsWanted
    signal devicesWanted
    signal recoveryWanted
    signal problemsWanted

    function go(step: int): void {
        page.step = step;
    }
    function look(linkId: string): void {
        Security.look(linkId);
        page.go(SecurityPage.Step.Link);
    }
    /// For the self-test: something that can be looked at.
    function showFirst(): void {
        page.look("mesh");
    }
    function showChain(asGraph: bool): void {
        page.go(SecurityPage.Step.Chain);
        chainPage.asGraph = asGraph;
    }
    function compare(): void {
        page.go(SecurityPage.Step.Compare);
        checkPage.begin();
    }
    function follow(place: int): void {
        switch (place) {
        case SafeguardModel.Settings:
            page.settingsWanted();
            break;
        case SafeguardModel.Devices:
            page.devicesWanted();
            break;
        case SafeguardModel.Recovery:
            page.recoveryWanted();
            break;
        case SafeguardModel.Synchronisation:
            page.problemsWanted();
            break;
        case SafeguardModel.Signatures:
            page.go(SecurityPage.Step.Chain);
            break;
        case SafeguardModel.Service:
            page.look("service");
            break;
        case SafeguardModel.Operator:
            page.look("operator/connection");
            break;
        }
    }

    onVisibleChanged: {
        if (page.visible)
            Security.refresh();
    }

    ScrollPage {
        anchors.fill: parent
        visible: page.step === SecurityPage.Step.Overview
        enabled: visible
        focus: visible
        title: qsTr("Security")
        contentSpacing: Theme.spacingM
        actions: IconButton {
            symbol: Icon.Sync
            text: qsTr("Check again")
            busy: Security.busy
            onClicked: Security.refresh()
        }
        notice: Banner {
            visible: Security.errorText !== ""
            kind: Tone.Kind.Danger
            text: Security.errorText
        }

        Banner {
            radius: Theme.radiusM
            kind: Security.level === SafeguardModel.Wrong ? Tone.Kind.Danger : Security.level === SafeguardModel.Advice ? Tone.Kind.Warning : Security.level === SafeguardModel.Good ? Tone.Kind.Success : Tone.Kind.Info
            text: Security.summary
        }
        Repeater {
            model: Security.safeguards
            delegate: SafeguardCard {
                onPlaceWanted: place => page.follow(place)
            }
        }
    }
    TrustChainPage {
        id: chainPage
        anchors.fill: parent
        visible: page.step === SecurityPage.Step.Chain
        enabled: visible
        focus: visible
        onBack: page.go(SecurityPage.Step.Overview)
        onLooked: linkId => page.look(linkId)
    }
    TrustLinkPage {
        anchors.fill: parent
        visible: page.step === SecurityPage.Step.Link
        enabled: visible
        focus: visible
        toasts: page.toasts
        onBack: page.go(SecurityPage.Step.Chain)
        onComparing: page.compare()
    }
    LogCheckPage {
        id: checkPage
        anchors.fill: parent
        visible: page.step === SecurityPage.Step.Compare
        enabled: visible
        focus: visible
        onBack: page.go(SecurityPage.Step.Link)
        onEvidenceWanted: page.go(SecurityPage.Step.Chain)
    }
}
