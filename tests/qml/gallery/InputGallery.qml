import QtQuick
import Mesh.Controls

ScrollPage {
    title: "Inputs"
    FormSection {
        title: "Text"
        TextEntry { label: "Name"; text: "Vera Novak"; required: true }
        FormRow {
            TextEntry { label: "Mail"; placeholderText: "name@example.net"; text: "vera@"; errorText: "The part after @ is missing." }
            TextEntry { label: "Telephone"; helperText: "With the country's code."; placeholderText: "+49 …"; clearable: true }
        }
        SecretEntry {
            id: password
            label: "Password"
            placeholderText: "None yet"
            onCopyRequested: label = "Copied"
            extraButtons: IconButton { symbol: Icon.Wand; text: "Make a password"; implicitHeight: Theme.controlHeight - 2 }
        }
        TextAreaEntry { label: "Note"; placeholderText: "What else is worth knowing" }
        TextEntry { label: "Off"; enabled: false; text: "Cannot be changed" }
    }
    FormSection {
        title: "Choices"
        FormRow {
            Choice { label: "Folder"; model: ["Work", "Home", "A folder with a rather long name"] }
            DateTimeEntry { label: "Due"; withTime: true; value: new Date(2026, 2, 1, 14, 30) }
        }
        Segmented { label: "View"; options: ["All", "Open", "Done"] }
        AppCheckBox { text: "Remember this device"; checked: true }
        AppCheckBox { text: "Not yet" }
        RadioGroup {
            label: "Where to keep"
            options: ["On this computer", "At a service"]
            explanations: ["Your other devices reach it while this computer is on.", "It is always there."]
            currentIndex: 0
        }
        AppSwitch { text: "Visible on the local network"; helperText: "Devices beside you find this computer."; checked: true }
        AppSwitch { text: "Off" }
    }
}
