import QtQuick
import Mesh.Controls

ScrollPage {
    title: "Buttons"
    Flow {
        width: parent.width
        spacing: Theme.spacingS
        AppButton { text: "Primary"; kind: AppButton.Kind.Primary }
        AppButton { text: "With symbol"; symbol: Icon.Plus; kind: AppButton.Kind.Primary }
        AppButton { text: "Secondary" }
        AppButton { text: "Quiet"; kind: AppButton.Kind.Quiet }
        AppButton { text: "Delete"; kind: AppButton.Kind.Danger; symbol: Icon.Trash }
        AppButton { text: "Busy"; busy: true }
        AppButton { text: "Off"; enabled: false }
        AppButton { text: "Off too"; enabled: false; kind: AppButton.Kind.Primary }
        IconButton { text: "Copy"; symbol: Icon.Copy }
        IconButton { text: "Off"; symbol: Icon.Copy; enabled: false }
    }
}
