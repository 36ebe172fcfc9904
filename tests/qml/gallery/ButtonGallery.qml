import QtQuick
import Mesh.Controls

ScrollPage {
    id: page
    title: "Buttons"
    Flow {
        width: parent.width
        spacing: Theme.spacingS
        AppButton { text: "Primary"; kind: AppButton.Kind.Primary; onClicked: pressed.text = "Primary was pressed" }
        AppButton { text: "With symbol"; symbol: Icon.Plus; kind: AppButton.Kind.Primary }
        AppButton { text: "Secondary" }
        AppButton { text: "Quiet"; kind: AppButton.Kind.Quiet }
        AppButton { text: "Delete"; kind: AppButton.Kind.Danger; symbol: Icon.Trash }
        AppButton { text: "Busy"; busy: true }
        AppButton { text: "Off"; enabled: false }
        AppButton { text: "Off too"; enabled: false; kind: AppButton.Kind.Primary }
        IconButton { text: "Copy"; symbol: Icon.Copy }
        IconButton { text: "Nothing"; symbol: Icon.Copy; enabled: false }
    }
    BodyText {
        id: pressed
        text: "Nothing was pressed"
    }
    Flow {
        width: parent.width
        spacing: Theme.spacingS
        Tag { text: "Administrator"; kind: Tone.Kind.Info; symbol: Icon.Shield }
        Tag { text: "Connected"; kind: Tone.Kind.Success }
        Tag { text: "Expires soon"; kind: Tone.Kind.Warning }
        Tag { text: "Expired"; kind: Tone.Kind.Danger }
        Tag { text: "work"; removable: true }
        Badge { count: 7 }
        Badge { count: 170 }
        KeyHint { keys: "Ctrl+F" }
        StepIndicator { count: 3; currentStep: 1 }
        BusyMark {}
    }
    Card {
        Heading { text: "A card"; width: parent.width }
        BodyText { text: "What lies inside belongs together."; width: parent.width }
        ProgressLine { value: 0.4; text: "4,000 of 10,000 entries" }
        ProgressLine { indeterminate: true }
    }
    ActionCard { text: "Start a new mesh"; symbol: Icon.Plus; helperText: "This is my first device." }
    ActionCard { text: "Connect this device"; symbol: Icon.Qr; helperText: "I use the Mesh on another device already." }
    SyncIndicator { syncState: SyncIndicator.State.Synced }
    SyncIndicator { syncState: SyncIndicator.State.Syncing; pending: 3 }
    SyncIndicator { syncState: SyncIndicator.State.Offline; pending: 12 }
    SyncIndicator { syncState: SyncIndicator.State.Attention }
}
