import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The contacts, and the page with the codes for people who meet.
FocusScope {
    id: place

    required property ToastArea toasts
    property bool exchanging: false

    /// The messages of people who ask for contact are wanted.
    signal requestsWanted

    function beginNew(): void {
        place.exchanging = false;
        contacts.beginNew();
    }

    function openEntry(id: string): void {
        place.exchanging = false;
        contacts.openEntry(id);
    }

    function exchange(reading: bool): void {
        place.exchanging = true;
        codes.begin();
        codes.reading = reading;
    }

    ContactsPage {
        id: contacts
        anchors.fill: parent
        visible: !place.exchanging
        enabled: visible
        focus: visible
        toasts: place.toasts
        onRequestsWanted: place.requestsWanted()
        onExchangeWanted: place.exchange(false)
    }
    CardCodePage {
        id: codes
        anchors.fill: parent
        visible: place.exchanging
        enabled: visible
        focus: visible
        onBack: place.exchanging = false
    }
    Connections {
        target: CardCode
        function onAdded(contactId: string, name: string): void {
            place.exchanging = false;
            place.toasts.show(qsTr("“%1” is among your contacts").arg(Names.isolated(name)), "");
            contacts.openEntry(contactId);
        }
    }
}
