import QtQuick
import Mesh.Controls

ScrollPage {
    title: "Settings"
    FormSection {
        title: "Appearance"
        RadioGroup {
            label: "Colours"
            options: ["Like the system", "Light", "Dark"]
            currentIndex: Theme.appearance
            onChosen: index => Theme.appearance = index
        }
        AppSwitch { text: "More contrast"; checked: Theme.highContrast; onToggled: Theme.highContrast = checked }
        AppSwitch { text: "Less movement"; checked: Theme.reducedMotion; onToggled: Theme.reducedMotion = checked }
        Segmented {
            label: "Size of text"
            options: ["100 %", "125 %", "150 %", "200 %"]
            onChosen: index => Theme.textScale = [1, 1.25, 1.5, 2][index]
        }
    }
}
