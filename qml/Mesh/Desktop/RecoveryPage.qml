import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// How this mesh comes back if all devices are lost: its shares, and where its master key is.
FocusScope {
    id: page

    required property ToastArea toasts

    enum Step {
        Overview,
        Make,
        Made,
        Check,
        MoveAway,
        Lend,
        Files,
        Inherit
    }
    property int step: RecoveryPage.Step.Overview

    function go(step: int): void {
        page.step = step;
    }

    ScrollPage {
        anchors.fill: parent
        visible: page.step === RecoveryPage.Step.Overview
        enabled: visible
        focus: visible
        title: qsTr("Recovery")
        notice: Banner {
            visible: Escrow.errorText !== ""
            kind: Tone.Kind.Danger
            text: Escrow.errorText
        }

        BodyText {
            width: parent.width
            text: qsTr("If you lose all of your devices, only recovery shares bring your mesh back. You decide how many there are, who has them and how many are needed.")
            color: Theme.textMuted
        }
        Banner {
            visible: Escrow.embedded && Accounts.showsHome
            kind: Tone.Kind.Warning
            radius: Theme.radiusM
            text: qsTr("Your mesh is kept on this computer. If it is lost, shares alone do not bring your data back: keep another device connected, or use a Mesh service.")
        }
        HomeAccountNote {
            visible: !Accounts.showsHome
            text: qsTr("Shares bring back the whole mesh. They are made and checked in the home account, and the master key is there, too.")
        }
        FormSection {
            visible: Accounts.showsHome
            title: qsTr("Shares")

            MutedText {
                visible: Escrow.sets.count === 0
                width: parent.width
                text: qsTr("No shares were made on this device. Make three, give them to people you trust, and any two bring your mesh back.")
            }
            Repeater {
                model: Escrow.sets
                delegate: ShareSetCard {
                    onForgetRequested: (setId, title) => forgetDialog.ask(setId, title)
                }
            }
            Flow {
                width: parent.width
                spacing: Theme.spacingS

                AppButton {
                    kind: AppButton.Kind.Primary
                    symbol: Icon.Plus
                    text: qsTr("Make shares")
                    visible: Escrow.canMake
                    onClicked: page.go(RecoveryPage.Step.Make)
                }
                AppButton {
                    symbol: Icon.Check
                    text: qsTr("Check a share")
                    onClicked: page.go(RecoveryPage.Step.Check)
                }
            }
        }
        FormSection {
            visible: Accounts.showsHome
            title: qsTr("Master key")
            text: Escrow.lent ? qsTr("The master key is back until its next use.") : Escrow.place === Escrow.Elsewhere ? qsTr("The master key is not on this device: with the holders of shares, or on the device where the mesh was started.") : qsTr("The master key is on this device, protected by your keychain or passphrase. Safer is to keep it in shares alone.")

            AppButton {
                visible: Escrow.place !== Escrow.Elsewhere
                text: qsTr("Take it off this device")
                enabled: Escrow.sets.count > 0
                onClicked: page.go(RecoveryPage.Step.MoveAway)
            }
            MutedText {
                visible: Escrow.place !== Escrow.Elsewhere && Escrow.sets.count === 0
                width: parent.width
                text: qsTr("Make shares first.")
            }
            AppButton {
                visible: Escrow.place === Escrow.Elsewhere && !Escrow.lent
                text: qsTr("Bring it back with shares")
                onClicked: page.go(RecoveryPage.Step.Lend)
            }
        }
        FormSection {
            title: qsTr("What survives me")
            text: Inheritance.lost > 0 ? qsTr("This mesh was recovered. %n entries died with their devices.", "", Inheritance.lost) : qsTr("Whoever has enough shares reads everything, unless you let it die with you.")

            AppButton {
                text: qsTr("Decide what survives me")
                onClicked: {
                    Inheritance.refresh();
                    page.go(RecoveryPage.Step.Inherit);
                }
            }
        }
        FormSection {
            title: qsTr("Files by code")
            text: qsTr("A single file for somebody who shall have it, now or later: encrypted, kept by your service, and opened by a code alone.")

            AppButton {
                symbol: Icon.Link
                text: qsTr("Publish or fetch a file")
                onClicked: page.go(RecoveryPage.Step.Files)
            }
        }
    }
    InheritancePage {
        anchors.fill: parent
        visible: page.step === RecoveryPage.Step.Inherit
        enabled: visible
        focus: visible
        toasts: page.toasts
        onBack: page.go(RecoveryPage.Step.Overview)
    }
    FileLocatorPage {
        anchors.fill: parent
        visible: page.step === RecoveryPage.Step.Files
        enabled: visible
        focus: visible
        toasts: page.toasts
        onBack: page.go(RecoveryPage.Step.Overview)
    }
    ShareMakePage {
        anchors.fill: parent
        visible: page.step === RecoveryPage.Step.Make
        enabled: visible
        focus: visible
        onBack: page.go(RecoveryPage.Step.Overview)
    }
    SharesMadePage {
        anchors.fill: parent
        visible: page.step === RecoveryPage.Step.Made
        enabled: visible
        focus: visible
        toasts: page.toasts
        onBack: {
            Escrow.finish();
            page.go(RecoveryPage.Step.Overview);
        }
    }
    ShareCheckPage {
        anchors.fill: parent
        visible: page.step === RecoveryPage.Step.Check
        enabled: visible
        focus: visible
        onBack: page.go(RecoveryPage.Step.Overview)
    }
    ShareProofPage {
        anchors.fill: parent
        visible: page.step === RecoveryPage.Step.MoveAway || page.step === RecoveryPage.Step.Lend
        enabled: visible
        focus: visible
        lending: page.step === RecoveryPage.Step.Lend
        onBack: page.go(RecoveryPage.Step.Overview)
    }
    ConfirmDialog {
        id: forgetDialog

        property string setId: ""

        function ask(setId: string, title: string): void {
            forgetDialog.setId = setId;
            forgetDialog.title = qsTr("Remove “%1” from the list?").arg(title);
            forgetDialog.open();
        }

        text: qsTr("The shares themselves stay good: whoever has enough of them can recover your mesh. Destroy the pages first. This device can then no longer check them.")
        acceptText: qsTr("Remove")
        onAccepted: Escrow.forgetSet(forgetDialog.setId)
    }
    Connections {
        target: Escrow
        function onSharesMade(): void {
            page.go(RecoveryPage.Step.Made);
        }
        function onMovedAway(): void {
            page.toasts.show(qsTr("The master key is no longer on this device"), "");
        }
        function onLentToUs(): void {
            page.toasts.show(qsTr("The master key is back until its next use"), "");
        }
    }
}
