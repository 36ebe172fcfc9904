import QtQuick
import Mesh.App
import Mesh.Controls

/// Asks somebody for contact, by address.
AppDialog {
    id: dialog

    function begin(): void {
        addressField.text = "";
        subjectField.text = "";
        versionGroup.currentIndex = 0;
        organisationChoice.currentIndex = 0;
        Correspondence.begin();
        dialog.open();
    }

    readonly property string organisation: organisationChoice.visible && organisationChoice.currentIndex > 0 ? Correspondence.organisations[organisationChoice.currentIndex - 1] : ""

    preferredWidth: Math.round(520 * Theme.textScale)
    title: qsTr("Ask for a contact")
    text: qsTr("The other person gets your card and decides. Then you get theirs.")
    acceptText: qsTr("Send")
    acceptEnabled: addressField.text.trim() !== "" && addressField.errorText === ""
    busy: Correspondence.busy
    stayOpen: true
    onConfirmed: Correspondence.askForContact(addressField.text, subjectField.text, versionGroup.currentIndex === 1, dialog.organisation)
    onOpened: addressField.forceFocus()

    Connections {
        target: Correspondence
        enabled: dialog.opened
        function onSent(address: string): void {
            dialog.close();
        }
    }
    TextEntry {
        id: addressField
        width: parent.width
        label: qsTr("Address")
        placeholderText: "bob@example.com"
        required: true
        maximumLength: 512
        inputMethodHints: Qt.ImhEmailCharactersOnly
        errorText: Correspondence.errorText !== "" ? Correspondence.errorText : Correspondence.addressError(addressField.text)
        onEditingFinished: {
            if (addressField.text.trim() !== "" && Correspondence.addressError(addressField.text) === "")
                Correspondence.find(addressField.text);
        }
    }
    ReadOnlyField {
        visible: Correspondence.foundAddress !== ""
        label: qsTr("Account")
        text: qsTr("%1 · %2").arg(Correspondence.foundAddress).arg(Correspondence.foundFingerprint)
        symbol: Icon.Contact
        copyable: false
    }
    MutedText {
        visible: text !== ""
        width: parent.width
        text: Correspondence.foundText
    }
    TextEntry {
        id: subjectField
        width: parent.width
        label: qsTr("Message")
        placeholderText: qsTr("Who you are, or where you met")
        maximumLength: 500
    }
    RadioGroup {
        id: versionGroup
        width: parent.width
        label: qsTr("Your card for this person")
        options: [qsTr("The public part"), qsTr("All but what is private")]
        currentIndex: 0
    }
    Choice {
        id: organisationChoice
        visible: Correspondence.organisations.length > 0
        width: parent.width
        label: qsTr("In the name of")
        model: [qsTr("Myself"), ...Correspondence.organisations]
        currentIndex: 0
    }
}
