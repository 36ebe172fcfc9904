import QtQuick
import Mesh.App
import Mesh.Controls

/// How far the account is on its way to another service, or the button with which it begins.
FormSection {
    id: section

    title: qsTr("Change of service")
    text: {
        if (ServiceMove.stage !== ServiceMove.None)
            return "";
        if (Preferences.embedded)
            return qsTr("Your account is on this computer only, without any service elsewhere. It can move to a Mesh service with everything in it. Your address changes; your devices and contacts learn the new one.");
        return ServiceMove.homePossible ? qsTr("Your account can move to another Mesh service with everything in it, or to this computer, where it needs no service elsewhere. Your address changes; your devices and contacts learn the new one.") : qsTr("Your account can move to another Mesh service with everything in it. Your address changes; your devices and contacts learn the new one.");
    }

    MutedText {
        width: parent.width
        visible: ServiceMove.stage === ServiceMove.None && !Devices.isAdministrator
        text: qsTr("It is moved on a device that manages the others. This one follows by itself, unless the former service went away too early.")
    }
    AppButton {
        visible: ServiceMove.stage === ServiceMove.None && !Devices.isAdministrator
        symbol: Icon.Service
        text: qsTr("Follow to another service…")
        busy: ServiceMove.busy
        onClicked: moveDialog.begin()
    }
    AppButton {
        visible: ServiceMove.stage === ServiceMove.None && Devices.isAdministrator
        symbol: Icon.Service
        text: ServiceMove.homePossible ? qsTr("Move to another service or to this computer…") : qsTr("Move to another service…")
        busy: ServiceMove.busy
        onClicked: moveDialog.begin()
    }
    Card {
        visible: ServiceMove.stage !== ServiceMove.None

        BodyText {
            width: parent.width
            text: qsTr("From %1 to %2").arg(ServiceMove.from).arg(ServiceMove.to)
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
        }
        StepIndicator {
            count: 4
            currentStep: ServiceMove.stage - 1
        }
        ProgressLine {
            visible: ServiceMove.busy
            value: ServiceMove.progress
            text: ServiceMove.stageText
        }
        BodyText {
            width: parent.width
            visible: !ServiceMove.busy
            text: {
                if (ServiceMove.stage === ServiceMove.Copying)
                    return qsTr("The move was interrupted before it was decided. Go on, or call it off; your account works as before meanwhile.");
                if (ServiceMove.withoutFormer)
                    return ServiceMove.stage === ServiceMove.Leaving ? qsTr("Your account is at the new service. The former one was not there; it is looked for until you do not want to wait. On devices that do not follow by themselves, enter the new service here in the settings.") : qsTr("The move goes on as soon as the new service can be reached.");
                if (ServiceMove.stage === ServiceMove.Leaving)
                    return ServiceMove.waitingText === "" ? qsTr("Your account is at the new service. The former one will be left in a moment.") : qsTr("Your account is at the new service. The former one still takes messages for you until these devices have followed: %1. Switch them on once, or do not wait for them.").arg(ServiceMove.waitingText);
                return qsTr("The move goes on as soon as both services can be reached.");
            }
        }
        Banner {
            visible: ServiceMove.errorText !== ""
            radius: Theme.radiusM
            kind: Tone.Kind.Danger
            text: ServiceMove.errorText
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS

            AppButton {
                visible: !ServiceMove.busy && ServiceMove.stage !== ServiceMove.Leaving
                kind: AppButton.Kind.Primary
                text: qsTr("Go on")
                onClicked: ServiceMove.resume()
            }
            AppButton {
                visible: ServiceMove.cancellable
                text: qsTr("Call it off")
                onClicked: ServiceMove.cancel()
            }
            AppButton {
                visible: ServiceMove.stage === ServiceMove.Leaving && !ServiceMove.dispensable
                text: qsTr("Do not wait…")
                busy: ServiceMove.busy
                onClicked: leaveDialog.open()
            }
            AppButton {
                visible: ServiceMove.dispensable
                text: qsTr("Go on without the former service…")
                onClicked: withoutDialog.open()
            }
        }
    }

    MoveServiceDialog {
        id: moveDialog
    }
    ConfirmDialog {
        id: leaveDialog

        destructive: false
        title: qsTr("Leave the former service now?")
        text: qsTr("Messages to your former address are not taken any more. A device that has not followed yet finds the way by itself within 30 days; later it has to be connected anew.")
        acceptText: qsTr("Leave")
        onAccepted: ServiceMove.leave()
    }
    ConfirmDialog {
        id: withoutDialog

        destructive: false
        title: qsTr("Go on without the former service?")
        text: qsTr("If it is gone for good, your account lives on at %1 with everything that this device has. What only the former service has, such as messages that no device has fetched, stays there. Your other devices may not hear of it: enter the new service there, in the settings.").arg(ServiceMove.to)
        acceptText: qsTr("Go on")
        onAccepted: ServiceMove.goOnWithoutFormer()
    }
}
