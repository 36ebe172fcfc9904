import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// People, organisations and groups.
CatalogPage {
    id: page

    catalog: Contacts
    editor: contact
    title: qsTr("Contacts")
    newText: qsTr("New contact")
    symbol: contactAccount.group ? Icon.Group : Icon.Contact
    emptyTitle: qsTr("No contacts yet")
    emptyText: qsTr("Keep the people that you want to reach. They are on all of your devices.")
    firstText: qsTr("Add the first contact")
    entryTitle: contact.displayName
    entrySubtitle: contact.company
    avatarName: contactAccount.group ? "" : contact.displayName
    delegate: ContactRow {}
    onBegun: nameField.forceFocus()
    listActions: [
        IconButton {
            symbol: Icon.Mail
            text: qsTr("Ask for a contact")
            onClicked: askDialog.begin()
        },
        IconButton {
            symbol: Icon.Qr
            text: qsTr("Exchange in person")
            onClicked: page.exchangeWanted()
        },
        IconButton {
            symbol: Icon.Star
            text: qsTr("My card")
            onClicked: page.openOwnCard()
        }
    ]

    filter: Banner {
        visible: Inbox.askingCount > 0
        height: visible ? implicitHeight : 0
        radius: Theme.radiusM
        text: qsTr("%n people ask for contact", "", Inbox.askingCount)
        actionText: qsTr("Show")
        onAction: page.requestsWanted()
    }

    /// The page with the codes is wanted.
    signal exchangeWanted
    /// The messages of people who ask for contact are wanted.
    signal requestsWanted

    function openOwnCard(): void {
        if (Contacts.ownEntry === "")
            Contacts.makeOwnEntry();
        else
            page.openEntry(Contacts.ownEntry);
    }

    /// An address was asked for, so the keyboard goes to it.
    property bool adding: false
    function addAddress(kind: int): void {
        page.adding = true;
        contact.addresses.add(kind);
        page.adding = false;
    }

    ContactEditor {
        id: contact
    }
    ContactAccount {
        id: contactAccount
        contactId: contact.entryId
    }
    AskContactDialog {
        id: askDialog
    }
    LetterDialog {
        id: letterDialog
    }
    GroupTextDialog {
        id: textDialog
    }
    GroupCardDialog {
        id: groupCardDialog
    }
    FileDialog {
        id: encryptDialog
        title: qsTr("File to encrypt")
        onAccepted: GroupFiles.encrypt(contactAccount.groupId, encryptDialog.selectedFile)
    }
    Connections {
        target: Correspondence
        function onSent(address: string): void {
            page.toasts.show(qsTr("On its way to %1").arg(address), "");
        }
    }
    Connections {
        target: Contacts
        function onOwnEntryMade(id: string): void {
            page.openEntry(id);
        }
    }
    ContactAccountSection {
        account: contactAccount
        onConfirmationWanted: letterDialog.begin(false, contactAccount.address, contact.displayName)
        onTaskWanted: letterDialog.begin(true, contactAccount.address, contact.displayName)
        onTextWanted: textDialog.begin(contactAccount.groupId, contact.displayName)
        onFileWanted: encryptDialog.open()
        onCardWanted: groupCardDialog.begin(contactAccount.groupId, contact.displayName)
    }
    FormSection {
        TextEntry {
            id: nameField
            label: qsTr("Full name")
            focus: true
            text: contact.fullName
            errorText: contact.fullNameError
            onEdited: text => contact.fullName = text
            onAccepted: page.save()
        }
        TextEntry {
            label: qsTr("Company")
            text: contact.company
            errorText: contact.companyError
            onEdited: text => contact.company = text
            onAccepted: page.save()
        }
    }
    FormSection {
        title: qsTr("Reach")

        Repeater {
            model: contact.addresses
            onItemAdded: (index, item) => {
                if (page.adding)
                    (item as AddressRow).begin();
            }
            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            delegate: AddressRow {
                addresses: contact.addresses
                ownCard: contactAccount.own
                onAccepted: page.save()
            }
            // qmllint enable unqualified
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS
            AppButton {
                symbol: Icon.Mail
                text: qsTr("Add mail")
                onClicked: page.addAddress(AddressModel.Email)
            }
            AppButton {
                symbol: Icon.Call
                text: qsTr("Add phone")
                onClicked: page.addAddress(AddressModel.Phone)
            }
            AppButton {
                symbol: Icon.Globe
                text: qsTr("Add web page")
                onClicked: page.addAddress(AddressModel.Web)
            }
        }
    }
    FormSection {
        title: qsTr("Postal address")

        FormRow {
            TextEntry {
                label: qsTr("Street")
                text: contact.street
                errorText: contact.placeError
                onEdited: text => contact.street = text
                onAccepted: page.save()
            }
            TextEntry {
                label: qsTr("Apartment")
                text: contact.apartment
                onEdited: text => contact.apartment = text
                onAccepted: page.save()
            }
        }
        FormRow {
            TextEntry {
                label: qsTr("Postcode")
                text: contact.postcode
                onEdited: text => contact.postcode = text
                onAccepted: page.save()
            }
            TextEntry {
                label: qsTr("City")
                text: contact.locality
                onEdited: text => contact.locality = text
                onAccepted: page.save()
            }
        }
        FormRow {
            TextEntry {
                label: qsTr("County")
                text: contact.county
                onEdited: text => contact.county = text
                onAccepted: page.save()
            }
            TextEntry {
                label: qsTr("Country")
                text: contact.country
                onEdited: text => contact.country = text
                onAccepted: page.save()
            }
        }
    }
    Expander {
        text: qsTr("Parts of the name, tags")

        FormRow {
            TextEntry {
                label: qsTr("First name")
                text: contact.first
                errorText: contact.firstError
                onEdited: text => contact.first = text
                onAccepted: page.save()
            }
            TextEntry {
                label: qsTr("Middle name")
                text: contact.middle
                errorText: contact.middleError
                onEdited: text => contact.middle = text
                onAccepted: page.save()
            }
        }
        TextEntry {
            label: qsTr("Last name")
            text: contact.last
            errorText: contact.lastError
            onEdited: text => contact.last = text
            onAccepted: page.save()
        }
        FormRow {
            TextEntry {
                label: qsTr("Title")
                text: contact.title
                errorText: contact.titleError
                onEdited: text => contact.title = text
                onAccepted: page.save()
            }
            TextEntry {
                label: qsTr("Suffix")
                text: contact.suffix
                errorText: contact.suffixError
                onEdited: text => contact.suffix = text
                onAccepted: page.save()
            }
        }
        TextEntry {
            label: qsTr("Tags")
            helperText: qsTr("Separated by commas.")
            text: contact.tags
            errorText: contact.tagsError
            onEdited: text => contact.tags = text
            onAccepted: page.save()
        }
    }
}
