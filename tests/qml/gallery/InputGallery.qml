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
        TextEntry { label: "Off"; enabled: false; text: "Cannot be changed" }
    }
}
