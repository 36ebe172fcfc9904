<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AddressRow</name>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>work, home, …</source>
        <translation>Arbeit, privat, …</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Entfernen: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Wer sie sieht</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
</context>
<context>
    <name>AppDialog</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>AskContactDialog</name>
    <message>
        <source>Ask for a contact</source>
        <translation>Um Kontakt bitten</translation>
    </message>
    <message>
        <source>The other person gets your card and decides. Then you get theirs.</source>
        <translation>Die andere Person erhält Ihre Karte und entscheidet. Dann erhalten Sie deren Karte.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Who you are, or where you met</source>
        <translation>Wer Sie sind oder wo Sie sich begegnet sind</translation>
    </message>
    <message>
        <source>Your card for this person</source>
        <translation>Ihre Karte für diese Person</translation>
    </message>
    <message>
        <source>The public part</source>
        <translation>Der öffentliche Teil</translation>
    </message>
    <message>
        <source>All but what is private</source>
        <translation>Alles außer Privatem</translation>
    </message>
    <message>
        <source>In the name of</source>
        <translation>Im Namen von</translation>
    </message>
    <message>
        <source>Myself</source>
        <translation>Mir selbst</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>99+</source>
        <translation>99+</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>BookmarksPage</name>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>New bookmark</source>
        <translation>Neues Lesezeichen</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>Noch keine Lesezeichen</translation>
    </message>
    <message>
        <source>Keep the pages that you want to find again. They are on all of your devices.</source>
        <translation>Bewahren Sie die Seiten auf, die Sie wiederfinden möchten. Sie sind auf allen Ihren Geräten.</translation>
    </message>
    <message>
        <source>Add the first bookmark</source>
        <translation>Erstes Lesezeichen anlegen</translation>
    </message>
    <message>
        <source>Import from a browser</source>
        <translation>Aus einem Browser importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>The browser cannot open this address.</source>
        <translation>Der Browser kann diese Adresse nicht öffnen.</translation>
    </message>
    <message>
        <source>Bookmarks that a browser has exported as an HTML file.</source>
        <translation>Lesezeichen, die ein Browser als HTML-Datei exportiert hat.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders in folders are separated by a slash, such as Work/Reading.</source>
        <translation>Ordner in Ordnern werden durch einen Schrägstrich getrennt, etwa Arbeit/Lesen.</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>BusyMark</name>
    <message>
        <source>Working…</source>
        <translation>In Arbeit …</translation>
    </message>
</context>
<context>
    <name>ButtonBase</name>
    <message>
        <source>Working…</source>
        <translation>In Arbeit …</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Month before</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
</context>
<context>
    <name>CardCodePage</name>
    <message>
        <source>Exchange contacts in person</source>
        <translation>Kontakte persönlich austauschen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Show my code</source>
        <translation>Meinen Code zeigen</translation>
    </message>
    <message>
        <source>Read a code</source>
        <translation>Code einlesen</translation>
    </message>
    <message>
        <source>Your card for this person</source>
        <translation>Ihre Karte für diese Person</translation>
    </message>
    <message>
        <source>The public part</source>
        <translation>Der öffentliche Teil</translation>
    </message>
    <message>
        <source>All but what is private</source>
        <translation>Alles außer Privatem</translation>
    </message>
    <message>
        <source>To be printed</source>
        <translation>Zum Ausdrucken</translation>
    </message>
    <message>
        <source>A printed code stays good. Whoever reads it has to be accepted by you.</source>
        <translation>Ein gedruckter Code bleibt gültig. Wer ihn einliest, muss von Ihnen angenommen werden.</translation>
    </message>
    <message>
        <source>QR code of my card</source>
        <translation>QR-Code meiner Karte</translation>
    </message>
    <message>
        <source>On the other device: Contacts, “Exchange in person”, “Read a code”.</source>
        <translation>Auf dem anderen Gerät: „Kontakte“, „Persönlich austauschen“, „Code einlesen“.</translation>
    </message>
    <message>
        <source>%1. On the other device: Contacts, “Exchange in person”, “Read a code”.</source>
        <translation>%1. Auf dem anderen Gerät: „Kontakte“, „Persönlich austauschen“, „Code einlesen“.</translation>
    </message>
    <message>
        <source>Copy the code as text</source>
        <translation>Code als Text kopieren</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Neuer Code</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The picture&apos;s text, or what was copied on the other device.</source>
        <translation>Der Text des Bildes oder das, was auf dem anderen Gerät kopiert wurde.</translation>
    </message>
    <message>
        <source>Look at the card</source>
        <translation>Karte ansehen</translation>
    </message>
    <message>
        <source>Fingerprint of the account: %1</source>
        <translation>Fingerabdruck des Kontos: %1</translation>
    </message>
    <message>
        <source>This account is among your contacts already.</source>
        <translation>Dieses Konto ist schon unter Ihren Kontakten.</translation>
    </message>
    <message>
        <source>Add to contacts</source>
        <translation>Zu den Kontakten hinzufügen</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Anderer Code</translation>
    </message>
    <message>
        <source>Picture of a code</source>
        <translation>Bild eines Codes</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.bmp *.gif *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Hold the code of the other person into the frame. It is read by itself.</source>
        <translation>Halten Sie den Code der anderen Person in den Rahmen. Er wird von selbst gelesen.</translation>
    </message>
</context>
<context>
    <name>CatalogPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete selected</source>
        <translation>Ausgewählte löschen</translation>
    </message>
    <message>
        <source>Your entries are on their way</source>
        <translation>Ihre Einträge sind unterwegs</translation>
    </message>
    <message>
        <source>They come from your other devices and appear here one after the other. You can begin already.</source>
        <translation>Sie kommen von Ihren anderen Geräten und erscheinen hier nach und nach. Sie können schon beginnen.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Try fewer words, or parts of words.</source>
        <translation>Versuchen Sie es mit weniger Wörtern oder mit Wortteilen.</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Choose an entry to see and change it. Ctrl+N begins a new one.</source>
        <translation>Wählen Sie einen Eintrag, um ihn zu sehen und zu ändern. Strg+N beginnt einen neuen.</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Frühere Versionen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>This entry was changed on two devices at the same time.</source>
        <translation>Dieser Eintrag wurde auf zwei Geräten gleichzeitig geändert.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Ohne Speichern verlassen?</translation>
    </message>
    <message>
        <source>What you have changed is lost.</source>
        <translation>Ihre Änderungen gehen verloren.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n gelöscht</numerusform>
            <numerusform>%n gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n restored</source>
        <translation>
            <numerusform>%n wiederhergestellt</numerusform>
            <numerusform>%n wiederhergestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Earlier version restored</source>
        <translation>Frühere Version wiederhergestellt</translation>
    </message>
</context>
<context>
    <name>CatalogRow</name>
    <message>
        <source>No name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Next seven days</source>
        <translation>Die nächsten sieben Tage</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>CodeDisplay</name>
    <message>
        <source>Group %1 of %2</source>
        <translation>Gruppe %1 von %2</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>CodeReader</name>
    <message>
        <source>Stop the camera</source>
        <translation>Kamera ausschalten</translation>
    </message>
    <message>
        <source>Use the camera</source>
        <translation>Kamera verwenden</translation>
    </message>
    <message>
        <source>Take from the clipboard</source>
        <translation>Aus der Zwischenablage nehmen</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>Bild öffnen …</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Was die Kamera sieht</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Which one is right?</source>
        <translation>Was ist richtig?</translation>
    </message>
    <message>
        <source>You deleted this entry here while it was changed elsewhere.</source>
        <translation>Sie haben diesen Eintrag hier gelöscht, während er anderswo geändert wurde.</translation>
    </message>
    <message>
        <source>You changed this entry here while it was deleted elsewhere.</source>
        <translation>Sie haben diesen Eintrag hier geändert, während er anderswo gelöscht wurde.</translation>
    </message>
    <message>
        <source>You changed this entry here while it was changed elsewhere.</source>
        <translation>Sie haben diesen Eintrag hier geändert, während er anderswo geändert wurde.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Die andere behalten</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
</context>
<context>
    <name>ConflictRow</name>
    <message>
        <source>%1, here</source>
        <translation>%1, hier</translation>
    </message>
    <message>
        <source>%1, elsewhere</source>
        <translation>%1, anderswo</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Connect this device</source>
        <translation>Dieses Gerät verbinden</translation>
    </message>
    <message>
        <source>On a device of your mesh, open Devices and choose “Connect another device”.</source>
        <translation>Öffnen Sie auf einem Gerät Ihres Mesh die Seite „Geräte“ und wählen Sie „Weiteres Gerät verbinden“.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Scan or paste a code</source>
        <translation>Einen Code einlesen oder einfügen</translation>
    </message>
    <message>
        <source>Type the PIN</source>
        <translation>Die PIN eintippen</translation>
    </message>
    <message>
        <source>Compare codes on both screens</source>
        <translation>Codes auf beiden Bildschirmen vergleichen</translation>
    </message>
    <message>
        <source>Hold the code of the other device into the frame. It is read by itself.</source>
        <translation>Halten Sie den Code des anderen Geräts in den Rahmen. Er wird von selbst gelesen.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The picture&apos;s text, or what was copied on the other device.</source>
        <translation>Der Text des Bildes oder das, was auf dem anderen Gerät kopiert wurde.</translation>
    </message>
    <message>
        <source>Both screens show the same code. Someone at the other device compares them and accepts.</source>
        <translation>Beide Bildschirme zeigen denselben Code. Jemand am anderen Gerät vergleicht sie und nimmt an.</translation>
    </message>
    <message>
        <source>Account address</source>
        <translation>Kontoadresse</translation>
    </message>
    <message>
        <source>Your other device shows it in its window&apos;s title and below Settings.</source>
        <translation>Ihr anderes Gerät zeigt sie im Fenstertitel und in den Einstellungen.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>The other device shows a service address</source>
        <translation>Das andere Gerät zeigt eine Dienstadresse</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Dienstadresse</translation>
    </message>
    <message>
        <source>Host and port; empty to ask the DNS.</source>
        <translation>Rechner und Port; leer, um das DNS zu fragen.</translation>
    </message>
    <message>
        <source>Device name</source>
        <translation>Gerätename</translation>
    </message>
    <message>
        <source>How your other devices will call this one.</source>
        <translation>So nennen Ihre anderen Geräte dieses.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Picture of the code</source>
        <translation>Bild des Codes</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.bmp *.gif)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ContactAccountSection</name>
    <message>
        <source>Blocked: nothing from this account is accepted.</source>
        <translation>Blockiert: Von diesem Konto wird nichts angenommen.</translation>
    </message>
    <message>
        <source>Account address</source>
        <translation>Kontoadresse</translation>
    </message>
    <message>
        <source>Fingerprint of the account</source>
        <translation>Fingerabdruck des Kontos</translation>
    </message>
    <message>
        <source>Ask to confirm</source>
        <translation>Um Bestätigung bitten</translation>
    </message>
    <message>
        <source>Propose a task</source>
        <translation>Aufgabe vorschlagen</translation>
    </message>
    <message>
        <source>What this contact may send</source>
        <translation>Was dieser Kontakt senden darf</translation>
    </message>
    <message>
        <source>Block this contact</source>
        <translation>Diesen Kontakt blockieren</translation>
    </message>
    <message>
        <source>Your service refuses everything from this account.</source>
        <translation>Ihr Dienst weist alles von diesem Konto zurück.</translation>
    </message>
    <message>
        <source>Requests to confirm</source>
        <translation>Bitten um Bestätigung</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Zurückhalten</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Proposals of tasks</source>
        <translation>Aufgabenvorschläge</translation>
    </message>
    <message>
        <source>Offers of groups</source>
        <translation>Gruppenangebote</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>Noch keine Kontakte</translation>
    </message>
    <message>
        <source>Keep the people that you want to reach. They are on all of your devices.</source>
        <translation>Bewahren Sie die Menschen auf, die Sie erreichen möchten. Sie sind auf allen Ihren Geräten.</translation>
    </message>
    <message>
        <source>Add the first contact</source>
        <translation>Ersten Kontakt anlegen</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Vollständiger Name</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Add mail</source>
        <translation>E-Mail hinzufügen</translation>
    </message>
    <message>
        <source>Add phone</source>
        <translation>Telefon hinzufügen</translation>
    </message>
    <message>
        <source>Add web page</source>
        <translation>Webseite hinzufügen</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Postanschrift</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Apartment</source>
        <translation>Wohnung</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Bundesland</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Parts of the name, tags</source>
        <translation>Namensteile, Stichwörter</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Zweiter Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Namenszusatz</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Separated by commas.</source>
        <translation>Durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Ask for a contact</source>
        <translation>Um Kontakt bitten</translation>
    </message>
    <message>
        <source>Exchange in person</source>
        <translation>Persönlich austauschen</translation>
    </message>
    <message>
        <source>My card</source>
        <translation>Meine Karte</translation>
    </message>
    <message>
        <source>On its way to %1</source>
        <translation>Unterwegs zu %1</translation>
    </message>
</context>
<context>
    <name>ContactsPlace</name>
    <message>
        <source>“%1” is among your contacts</source>
        <translation>„%1“ ist unter Ihren Kontakten</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Start a new mesh</source>
        <translation>Neues Mesh beginnen</translation>
    </message>
    <message>
        <source>Further devices can join at any time.</source>
        <translation>Weitere Geräte können jederzeit hinzukommen.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Kontoname</translation>
    </message>
    <message>
        <source>Small letters and digits, such as alice.</source>
        <translation>Kleinbuchstaben und Ziffern, etwa alice.</translation>
    </message>
    <message>
        <source>Device name</source>
        <translation>Gerätename</translation>
    </message>
    <message>
        <source>How your other devices will call this one.</source>
        <translation>So nennen Ihre anderen Geräte dieses.</translation>
    </message>
    <message>
        <source>Where your mesh is kept</source>
        <translation>Wo Ihr Mesh aufbewahrt wird</translation>
    </message>
    <message>
        <source>Keep my mesh on this computer</source>
        <translation>Mein Mesh auf diesem Computer aufbewahren</translation>
    </message>
    <message>
        <source>Use a Mesh service</source>
        <translation>Einen Mesh-Dienst verwenden</translation>
    </message>
    <message>
        <source>Nothing else is needed. Your other devices reach it while this program runs.</source>
        <translation>Sonst wird nichts gebraucht. Ihre anderen Geräte erreichen es, solange dieses Programm läuft.</translation>
    </message>
    <message>
        <source>Your devices reach it at any time. It keeps what it cannot read.</source>
        <translation>Ihre Geräte erreichen es jederzeit. Der Dienst bewahrt auf, was er nicht lesen kann.</translation>
    </message>
    <message>
        <source>Service domain</source>
        <translation>Domain des Dienstes</translation>
    </message>
    <message>
        <source>The service has no entry in the DNS</source>
        <translation>Der Dienst hat keinen Eintrag im DNS</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Dienstadresse</translation>
    </message>
    <message>
        <source>Host and port; empty to ask the DNS.</source>
        <translation>Rechner und Port; leer, um das DNS zu fragen.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>CredentialsPage</name>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>New credential</source>
        <translation>Neue Zugangsdaten</translation>
    </message>
    <message>
        <source>No credentials yet</source>
        <translation>Noch keine Zugangsdaten</translation>
    </message>
    <message>
        <source>Keep user names and passwords. Only your devices can read them.</source>
        <translation>Bewahren Sie Benutzernamen und Passwörter auf. Nur Ihre Geräte können sie lesen.</translation>
    </message>
    <message>
        <source>Add the first credential</source>
        <translation>Erste Zugangsdaten anlegen</translation>
    </message>
    <message>
        <source>Import from another program</source>
        <translation>Aus einem anderen Programm importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>The service is no address that a browser can open.</source>
        <translation>Der Dienst ist keine Adresse, die ein Browser öffnen kann.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Copy: User name</source>
        <translation>Kopieren: Benutzername</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>User name copied</source>
        <translation>Benutzername kopiert</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message numerus="yes">
        <source>Password copied. It leaves the clipboard after %n seconds.</source>
        <translation>
            <numerusform>Passwort kopiert. Es verlässt die Zwischenablage nach %n Sekunde.</numerusform>
            <numerusform>Passwort kopiert. Es verlässt die Zwischenablage nach %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Password copied</source>
        <translation>Passwort kopiert</translation>
    </message>
    <message>
        <source>Make a password</source>
        <translation>Passwort erzeugen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Such as http; empty if it does not matter.</source>
        <translation>Etwa http; leer, wenn es keine Rolle spielt.</translation>
    </message>
    <message>
        <source>Passwords that Chrome, Firefox or KeePassXC has exported as a CSV file. Delete that file afterwards: everyone can read it.</source>
        <translation>Passwörter, die Chrome, Firefox oder KeePassXC als CSV-Datei exportiert hat. Löschen Sie die Datei danach: Jeder kann sie lesen.</translation>
    </message>
    <message>
        <source>It takes the place of the present one. The old one stays among the earlier versions.</source>
        <translation>Es tritt an die Stelle des jetzigen. Das alte bleibt unter den früheren Versionen.</translation>
    </message>
    <message>
        <source>It is made of chance and cannot be guessed.</source>
        <translation>Es entsteht aus Zufall und ist nicht zu erraten.</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>With punctuation</source>
        <translation>Mit Satzzeichen</translation>
    </message>
</context>
<context>
    <name>DateTimeEntry</name>
    <message>
        <source>Write a date like %1.</source>
        <translation>Schreiben Sie ein Datum wie %1.</translation>
    </message>
    <message>
        <source>Choose a day: %1</source>
        <translation>Tag wählen: %1</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Tag wählen</translation>
    </message>
    <message>
        <source>such as %1</source>
        <translation>etwa %1</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Manages devices</source>
        <translation>Verwaltet Geräte</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Let it manage devices</source>
        <translation>Geräte verwalten lassen</translation>
    </message>
    <message>
        <source>May confirm</source>
        <translation>Darf bestätigen</translation>
    </message>
    <message>
        <source>Stop confirming</source>
        <translation>Nicht mehr bestätigen lassen</translation>
    </message>
    <message>
        <source>Let it confirm</source>
        <translation>Bestätigen lassen</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Connect another device</source>
        <translation>Weiteres Gerät verbinden</translation>
    </message>
    <message>
        <source>Ask to be connected</source>
        <translation>Möchten verbunden werden</translation>
    </message>
    <message>
        <source>Accept only if the other device shows the same code.</source>
        <translation>Nehmen Sie nur an, wenn das andere Gerät denselben Code zeigt.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>This device may not connect or disconnect others. A device with that right can give it to this one.</source>
        <translation>Dieses Gerät darf andere weder verbinden noch trennen. Ein Gerät mit diesem Recht kann es ihm geben.</translation>
    </message>
    <message>
        <source>Rename this device</source>
        <translation>Dieses Gerät umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Device name</source>
        <translation>Gerätename</translation>
    </message>
    <message>
        <source>Disconnect “%1”?</source>
        <translation>„%1“ trennen?</translation>
    </message>
    <message>
        <source>It loses access at once and for good. What is stored on it already stays there.</source>
        <translation>Es verliert den Zugang sofort und endgültig. Was schon darauf gespeichert ist, bleibt dort.</translation>
    </message>
    <message>
        <source>Disconnect device</source>
        <translation>Gerät trennen</translation>
    </message>
    <message>
        <source>Let “%1” manage devices?</source>
        <translation>„%1“ Geräte verwalten lassen?</translation>
    </message>
    <message>
        <source>It can then connect further devices and disconnect any, this one too.</source>
        <translation>Es kann dann weitere Geräte verbinden und jedes trennen, auch dieses.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>“%1” is disconnected</source>
        <translation>„%1“ ist getrennt</translation>
    </message>
    <message>
        <source>This device is called “%1” now</source>
        <translation>Dieses Gerät heißt jetzt „%1“</translation>
    </message>
    <message>
        <source>“%1” may manage devices now</source>
        <translation>„%1“ darf jetzt Geräte verwalten</translation>
    </message>
    <message>
        <source>“%1” was rejected</source>
        <translation>„%1“ wurde abgelehnt</translation>
    </message>
    <message>
        <source>“%1” may confirm now</source>
        <translation>„%1“ darf jetzt bestätigen</translation>
    </message>
    <message>
        <source>“%1” confirms no more</source>
        <translation>„%1“ bestätigt nicht mehr</translation>
    </message>
</context>
<context>
    <name>EndpointField</name>
    <message>
        <source>Reached at</source>
        <translation>Erreichbar unter</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
</context>
<context>
    <name>Expander</name>
    <message>
        <source>Shown</source>
        <translation>Eingeblendet</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
</context>
<context>
    <name>FailedPage</name>
    <message>
        <source>Your mesh could not be opened</source>
        <translation>Ihr Mesh konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Nothing was changed. Mend what is said below, then try again.</source>
        <translation>Es wurde nichts geändert. Beheben Sie, was unten steht, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>This is not in a form that can be read. See whether it is complete and unchanged.</source>
        <translation>Das ist in keiner lesbaren Form. Sehen Sie nach, ob es vollständig und unverändert ist.</translation>
    </message>
    <message>
        <source>This is larger than what can be taken. Make it smaller or take it in parts.</source>
        <translation>Das ist zu groß. Verkleinern Sie es oder teilen Sie es auf.</translation>
    </message>
    <message>
        <source>This is built in a way that cannot be read. Make it anew and try again.</source>
        <translation>Das ist so gebaut, dass es nicht gelesen werden kann. Erstellen Sie es neu und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is something else than what belongs here. Choose another one.</source>
        <translation>Das ist etwas anderes, als hierher gehört. Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>A part that is needed is missing. Complete it and try again.</source>
        <translation>Ein nötiger Teil fehlt. Ergänzen Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Two parts that belong together do not agree, so nothing was taken. Try again, or have it sent anew.</source>
        <translation>Zwei Teile, die zusammengehören, passen nicht zueinander; es wurde nichts übernommen. Versuchen Sie es noch einmal oder lassen Sie es neu senden.</translation>
    </message>
    <message>
        <source>This cannot be done with this version of the program. Bring it up to date on all of your devices.</source>
        <translation>Diese Version des Programms kann das nicht. Aktualisieren Sie es auf allen Ihren Geräten.</translation>
    </message>
    <message>
        <source>What was received cannot be trusted, so it was not taken. Try again; if it stays, connect the device anew.</source>
        <translation>Dem Empfangenen ist nicht zu trauen; es wurde nicht übernommen. Versuchen Sie es noch einmal; bleibt es dabei, verbinden Sie das Gerät neu.</translation>
    </message>
    <message>
        <source>Something was altered or does not come from one of your devices, so it was not taken. Your own data is unchanged; nothing is to be done.</source>
        <translation>Etwas wurde verändert oder kommt nicht von einem Ihrer Geräte und wurde nicht übernommen. Ihre eigenen Daten sind unverändert; Sie müssen nichts tun.</translation>
    </message>
    <message>
        <source>This device may not do this. Do it on a device that manages the others.</source>
        <translation>Dieses Gerät darf das nicht. Tun Sie es auf einem Gerät, das die anderen verwaltet.</translation>
    </message>
    <message>
        <source>This cannot be opened on this device. See whether it was meant for it, or have it sent again.</source>
        <translation>Das kann auf diesem Gerät nicht geöffnet werden. Sehen Sie nach, ob es dafür bestimmt war, oder lassen Sie es noch einmal senden.</translation>
    </message>
    <message>
        <source>One of the recovery codes does not belong to the others. Check each of them.</source>
        <translation>Einer der Wiederherstellungscodes gehört nicht zu den anderen. Prüfen Sie jeden davon.</translation>
    </message>
    <message>
        <source>This computer has no keychain that could keep your keys. Start one, or use a passphrase.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund für Ihre Schlüssel. Starten Sie einen oder verwenden Sie eine Passphrase.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain did not give access. Allow it and try again.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert. Erlauben Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain did not answer. See whether it asks for something, then try again.</source>
        <translation>Der Schlüsselbund antwortet nicht. Sehen Sie nach, ob er etwas fragt, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain reports an error. Restart it and try again.</source>
        <translation>Der Schlüsselbund meldet einen Fehler. Starten Sie ihn neu und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keys of this device are not in the keychain. If you keep them in another one, open that one and try again.</source>
        <translation>Die Schlüssel dieses Geräts sind nicht im Schlüsselbund. Wenn sie in einem anderen liegen, öffnen Sie den und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The passphrase is not the right one. Try again, and look out for capital letters.</source>
        <translation>Die Passphrase ist nicht richtig. Versuchen Sie es noch einmal und achten Sie auf Großbuchstaben.</translation>
    </message>
    <message>
        <source>This key stays on this device. Use it here.</source>
        <translation>Dieser Schlüssel bleibt auf diesem Gerät. Verwenden Sie ihn hier.</translation>
    </message>
    <message>
        <source>It is not there any more. It may have been deleted on another device.</source>
        <translation>Es ist nicht mehr da. Vielleicht wurde es auf einem anderen Gerät gelöscht.</translation>
    </message>
    <message>
        <source>There is one like this already. Change that one, or give this one another name.</source>
        <translation>So etwas gibt es schon. Ändern Sie das vorhandene oder geben Sie diesem einen anderen Namen.</translation>
    </message>
    <message>
        <source>It was changed elsewhere meanwhile. Look at both versions and choose.</source>
        <translation>Es wurde inzwischen anderswo geändert. Sehen Sie sich beide Fassungen an und wählen Sie.</translation>
    </message>
    <message>
        <source>Stored data is damaged. What is undamaged stays readable, and the rest is fetched again from the service.</source>
        <translation>Gespeicherte Daten sind beschädigt. Was heil ist, bleibt lesbar, und der Rest wird neu vom Dienst geholt.</translation>
    </message>
    <message>
        <source>The service shows an older state than before. Your data on this computer was left as it is; ask whoever runs the service.</source>
        <translation>Der Dienst zeigt einen älteren Stand als zuvor. Ihre Daten auf diesem Computer sind geblieben, wie sie sind; fragen Sie den Betreiber des Dienstes.</translation>
    </message>
    <message>
        <source>The service shows another history than before. Your data on this computer was left as it is; ask whoever runs the service.</source>
        <translation>Der Dienst zeigt einen anderen Verlauf als zuvor. Ihre Daten auf diesem Computer sind geblieben, wie sie sind; fragen Sie den Betreiber des Dienstes.</translation>
    </message>
    <message>
        <source>The disk is full. Make room and try again.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing can be written there. Choose another place, or see to its permissions.</source>
        <translation>Dort kann nichts geschrieben werden. Wählen Sie einen anderen Ort oder prüfen Sie die Rechte.</translation>
    </message>
    <message>
        <source>A file could not be read or written. See whether the disk is connected and in order, then try again.</source>
        <translation>Eine Datei konnte nicht gelesen oder geschrieben werden. Sehen Sie nach, ob der Datenträger verbunden und in Ordnung ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another program is using this data folder. Close it and try again.</source>
        <translation>Ein anderes Programm verwendet diesen Datenordner. Schließen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The service cannot be reached. Check the connection; changes are kept until then.</source>
        <translation>Der Dienst ist nicht zu erreichen. Prüfen Sie die Verbindung; Änderungen werden bis dahin aufbewahrt.</translation>
    </message>
    <message>
        <source>The service did not answer in time. Try again.</source>
        <translation>Der Dienst hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No secure connection to the service could be made. Check the address and this computer&apos;s date, then try again.</source>
        <translation>Es kam keine sichere Verbindung zum Dienst zustande. Prüfen Sie die Adresse und das Datum dieses Computers und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The service that answers is not the one that belongs to your account, so nothing was sent to it. Check the network that you are in.</source>
        <translation>Es antwortet ein anderer Dienst als der Ihres Kontos; ihm wurde nichts gesendet. Prüfen Sie das Netz, in dem Sie sind.</translation>
    </message>
    <message>
        <source>The request was turned down. Ask whoever decided, or try another way.</source>
        <translation>Die Anfrage wurde abgelehnt. Fragen Sie, wer entschieden hat, oder versuchen Sie es anders.</translation>
    </message>
    <message>
        <source>An old message came again, so it was not taken. Nothing is to be done.</source>
        <translation>Eine alte Nachricht kam noch einmal und wurde nicht angenommen. Sie müssen nichts tun.</translation>
    </message>
    <message>
        <source>It is no longer valid. Ask for a new one.</source>
        <translation>Das ist nicht mehr gültig. Lassen Sie sich etwas Neues geben.</translation>
    </message>
    <message>
        <source>There is no decision yet. Wait a little.</source>
        <translation>Es ist noch nicht entschieden. Warten Sie ein wenig.</translation>
    </message>
    <message>
        <source>The service is busy. Try again in a moment.</source>
        <translation>Der Dienst ist ausgelastet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The service reports an error of its own. Try again later.</source>
        <translation>Der Dienst meldet einen eigenen Fehler. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The service gave an answer that makes no sense, so it was not taken. Try again later.</source>
        <translation>Der Dienst hat etwas Unsinniges geantwortet; es wurde nicht übernommen. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The PIN is not the right one. Compare it with the other screen.</source>
        <translation>Die PIN ist nicht richtig. Vergleichen Sie sie mit dem anderen Bildschirm.</translation>
    </message>
    <message>
        <source>This PIN was used before. Have the other device show a new one.</source>
        <translation>Diese PIN wurde schon verwendet. Lassen Sie das andere Gerät eine neue zeigen.</translation>
    </message>
    <message>
        <source>There were too many attempts with a wrong PIN. Have the other device show a new one.</source>
        <translation>Es gab zu viele Versuche mit einer falschen PIN. Lassen Sie das andere Gerät eine neue zeigen.</translation>
    </message>
    <message>
        <source>This name cannot be used. Use letters, digits and hyphens.</source>
        <translation>Dieser Name geht nicht. Verwenden Sie Buchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>This name is in use. Choose another one.</source>
        <translation>Dieser Name ist vergeben. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The program made a mistake, and nothing was changed. Try again; if it stays, restart the program.</source>
        <translation>Das Programm hat einen Fehler gemacht; es wurde nichts geändert. Versuchen Sie es noch einmal; bleibt es dabei, starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>This device was disconnected from your mesh.</source>
        <translation>Dieses Gerät wurde von Ihrem Mesh getrennt.</translation>
    </message>
    <message>
        <source>The service does not hold addresses of this kind.</source>
        <translation>Der Dienst führt keine Adressen dieser Art.</translation>
    </message>
    <message>
        <source>The service&apos;s operator has suspended your account. Ask them why; your data on this computer was left as it is.</source>
        <translation>Der Betreiber des Dienstes hat Ihr Konto gesperrt. Fragen Sie ihn nach dem Grund; Ihre Daten auf diesem Computer sind unverändert.</translation>
    </message>
    <message>
        <source>The account was deleted. Your data on this computer was left as it is.</source>
        <translation>Das Konto wurde gelöscht. Ihre Daten auf diesem Computer sind unverändert.</translation>
    </message>
    <message>
        <source>The date or time of this computer is wrong. Set it and try again.</source>
        <translation>Datum oder Uhrzeit dieses Computers ist falsch. Stellen Sie sie richtig und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>FieldFrame</name>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (nötig)</translation>
    </message>
</context>
<context>
    <name>FileDropArea</name>
    <message>
        <source>Drop a file here</source>
        <translation>Datei hier ablegen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
</context>
<context>
    <name>FolderBar</name>
    <message>
        <source>All folders</source>
        <translation>Alle Ordner</translation>
    </message>
    <message>
        <source>Show all folders</source>
        <translation>Alle Ordner zeigen</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>FormFooter</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Earlier versions</source>
        <translation>Frühere Versionen</translation>
    </message>
    <message>
        <source>Restoring one keeps the others.</source>
        <translation>Wird eine wiederhergestellt, bleiben die anderen erhalten.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Import chosen</source>
        <translation>Ausgewählte importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Datei wird gelesen …</translation>
    </message>
    <message>
        <source>%1 found, %2 of them there already, %3 chosen</source>
        <translation>%1 gefunden, %2 davon schon vorhanden, %3 ausgewählt</translation>
    </message>
    <message>
        <source>Lines that cannot be used: %1</source>
        <translation>Unbrauchbare Zeilen: %1</translation>
    </message>
    <message>
        <source>Choose new ones</source>
        <translation>Neue auswählen</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keine auswählen</translation>
    </message>
    <message>
        <source>Entries of the file</source>
        <translation>Einträge der Datei</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>Zu importierende Datei</translation>
    </message>
</context>
<context>
    <name>ImportRow</name>
    <message>
        <source>There already</source>
        <translation>Schon vorhanden</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>What other people send you, and devices that ask to be connected, show up here.</source>
        <translation>Hier erscheinen Geräte, die verbunden werden möchten, und was andere Menschen Ihnen senden.</translation>
    </message>
</context>
<context>
    <name>KeychainPage</name>
    <message>
        <source>Unlock your mesh</source>
        <translation>Ihr Mesh entsperren</translation>
    </message>
    <message>
        <source>Your keychain cannot be reached</source>
        <translation>Ihr Schlüsselbund ist nicht zu erreichen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Or use a passphrase</source>
        <translation>Oder eine Passphrase verwenden</translation>
    </message>
    <message>
        <source>This computer then asks for it at every start. It cannot be recovered.</source>
        <translation>Dieser Computer fragt dann bei jedem Start danach. Sie lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase noch einmal</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>Diese Passphrase verwenden</translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <source>Propose a task to %1</source>
        <translation>%1 eine Aufgabe vorschlagen</translation>
    </message>
    <message>
        <source>Ask %1 to confirm</source>
        <translation>%1 um Bestätigung bitten</translation>
    </message>
    <message>
        <source>If it is accepted, it becomes a task there.</source>
        <translation>Wird der Vorschlag angenommen, wird er dort zu einer Aufgabe.</translation>
    </message>
    <message>
        <source>The answer comes back signed. It can be given once, within ten minutes.</source>
        <translation>Die Antwort kommt signiert zurück. Sie kann einmal gegeben werden, innerhalb von zehn Minuten.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>In the name of</source>
        <translation>Im Namen von</translation>
    </message>
    <message>
        <source>Myself</source>
        <translation>Mir selbst</translation>
    </message>
</context>
<context>
    <name>LibraryRow</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ListRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Your entries are closed. Your passphrase opens them again.</source>
        <translation>Ihre Einträge sind verschlossen. Ihre Passphrase öffnet sie wieder.</translation>
    </message>
    <message>
        <source>Your entries are closed. Your keychain opens them again, and asks you if it is locked itself.</source>
        <translation>Ihre Einträge sind verschlossen. Ihr Schlüsselbund öffnet sie wieder und fragt Sie, wenn er selbst gesperrt ist.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>What was not saved is kept. Your other devices can still reach the data that is kept on this computer.</source>
        <translation>Was nicht gespeichert war, bleibt erhalten. Ihre anderen Geräte erreichen weiterhin die Daten, die auf diesem Computer aufbewahrt werden.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Close without saving?</source>
        <translation>Ohne Speichern schließen?</translation>
    </message>
    <message>
        <source>What you have changed is lost.</source>
        <translation>Ihre Änderungen gehen verloren.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>MainView</name>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>“%1” asks to be connected</source>
        <translation>„%1“ möchte verbunden werden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>“%1” is connected</source>
        <translation>„%1“ ist verbunden</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Lock (%1)</source>
        <translation>Sperren (%1)</translation>
    </message>
</context>
<context>
    <name>MessageAnswer</name>
    <message>
        <source>Your card for this person</source>
        <translation>Ihre Karte für diese Person</translation>
    </message>
    <message>
        <source>The public part</source>
        <translation>Der öffentliche Teil</translation>
    </message>
    <message>
        <source>All but what is private</source>
        <translation>Alles außer Privatem</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>This device may not confirm. Answer on one that may, or allow it under Devices.</source>
        <translation>Dieses Gerät darf nicht bestätigen. Antworten Sie auf einem, das es darf, oder erlauben Sie es unter „Geräte“.</translation>
    </message>
    <message>
        <source>Add to contacts</source>
        <translation>Zu den Kontakten hinzufügen</translation>
    </message>
    <message>
        <source>Add to tasks</source>
        <translation>Zu den Aufgaben hinzufügen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Verweigern</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for new messages</source>
        <translation>Nach neuen Nachrichten sehen</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Choose a message to read it.</source>
        <translation>Wählen Sie eine Nachricht, um sie zu lesen.</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Code of the other device</source>
        <translation>Code des anderen Geräts</translation>
    </message>
    <message>
        <source>Decide among the devices</source>
        <translation>Bei den Geräten entscheiden</translation>
    </message>
    <message>
        <source>Added to your contacts</source>
        <translation>Zu Ihren Kontakten hinzugefügt</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Added to your tasks</source>
        <translation>Zu Ihren Aufgaben hinzugefügt</translation>
    </message>
    <message>
        <source>You wanted messages of this kind from this contact to be held.</source>
        <translation>Sie wollten, dass Nachrichten dieser Art von diesem Kontakt zurückgehalten werden.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening…</source>
        <translation>Öffnen …</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>What you send is listed here, and what became of it.</source>
        <translation>Was Sie senden, steht hier, und was daraus wurde.</translation>
    </message>
</context>
<context>
    <name>PairingPage</name>
    <message>
        <source>Connect another device</source>
        <translation>Weiteres Gerät verbinden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>On the other device start Mesh Desktop, choose “Connect this device”, and scan the picture or type the PIN.</source>
        <translation>Starten Sie auf dem anderen Gerät Mesh Desktop, wählen Sie „Dieses Gerät verbinden“ und lesen Sie das Bild ein oder tippen Sie die PIN.</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Account address</source>
        <translation>Kontoadresse</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Dienstadresse</translation>
    </message>
    <message>
        <source>Copy the code as text</source>
        <translation>Code als Text kopieren</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Neue PIN</translation>
    </message>
    <message>
        <source>Make a PIN</source>
        <translation>PIN erzeugen</translation>
    </message>
    <message>
        <source>A device that has no PIN can ask as well; it then shows up under Devices with a code to compare.</source>
        <translation>Auch ein Gerät ohne PIN kann anfragen; es erscheint dann unter „Geräte“ mit einem Code zum Vergleichen.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>ReadOnlyField</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>RemovedPage</name>
    <message>
        <source>This device was disconnected</source>
        <translation>Dieses Gerät wurde getrennt</translation>
    </message>
    <message>
        <source>Another device of %1 has taken away this device&apos;s access. It gets no more changes and cannot read what comes later.</source>
        <translation>Ein anderes Gerät von %1 hat diesem Gerät den Zugang genommen. Es erhält keine Änderungen mehr und kann nicht lesen, was später kommt.</translation>
    </message>
    <message>
        <source>your mesh</source>
        <translation>Ihrem Mesh</translation>
    </message>
    <message>
        <source>To use it again, begin anew and connect it once more. What it had stored is put aside in the data folder; nothing is deleted.</source>
        <translation>Um es wieder zu benutzen, beginnen Sie neu und verbinden Sie es noch einmal. Was es gespeichert hatte, wird im Datenordner beiseitegelegt; nichts wird gelöscht.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Code of the other device</source>
        <translation>Code des anderen Geräts</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>SecretEntry</name>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Filled in, hidden</source>
        <translation>Ausgefüllt, verborgen</translation>
    </message>
    <message>
        <source>Hide: %1</source>
        <translation>Verbergen: %1</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Anzeigen: %1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Choose none</source>
        <translation>Keine auswählen</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Your mesh</source>
        <translation>Ihr Mesh</translation>
    </message>
    <message>
        <source>Account address</source>
        <translation>Kontoadresse</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Fingerprint of the service</source>
        <translation>Fingerabdruck des Dienstes</translation>
    </message>
    <message>
        <source>Visible in the local network</source>
        <translation>Im lokalen Netz sichtbar</translation>
    </message>
    <message>
        <source>While this is on, your other devices in the same network can exchange with this computer. Others there can see that it is here, but neither read nor change anything. While it is off, this computer speaks with nobody.</source>
        <translation>Solange dies an ist, können Ihre anderen Geräte im selben Netz mit diesem Computer abgleichen. Andere dort können sehen, dass er da ist, aber nichts lesen oder ändern. Solange es aus ist, spricht dieser Computer mit niemandem.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Sehr groß</translation>
    </message>
    <message>
        <source>No movement</source>
        <translation>Keine Bewegung</translation>
    </message>
    <message>
        <source>Changes are shown at once.</source>
        <translation>Veränderungen werden sofort gezeigt.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Locking hides everything and takes it out of memory. Your keychain or your passphrase opens it again.</source>
        <translation>Das Sperren verbirgt alles und nimmt es aus dem Speicher. Ihr Schlüsselbund oder Ihre Passphrase öffnet es wieder.</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Von selbst sperren</translation>
    </message>
    <message>
        <source>after a minute without use</source>
        <translation>nach einer Minute ohne Benutzung</translation>
    </message>
    <message>
        <source>after 5 minutes without use</source>
        <translation>nach 5 Minuten ohne Benutzung</translation>
    </message>
    <message>
        <source>after 15 minutes without use</source>
        <translation>nach 15 Minuten ohne Benutzung</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Lock together with the screen</source>
        <translation>Zusammen mit dem Bildschirm sperren</translation>
    </message>
    <message>
        <source>Also when the computer goes to sleep.</source>
        <translation>Auch wenn der Computer in den Ruhezustand geht.</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Strg+L</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>A copied password leaves the clipboard</source>
        <translation>Ein kopiertes Passwort verlässt die Zwischenablage</translation>
    </message>
    <message>
        <source>after 10 seconds</source>
        <translation>nach 10 Sekunden</translation>
    </message>
    <message>
        <source>after 20 seconds</source>
        <translation>nach 20 Sekunden</translation>
    </message>
    <message>
        <source>after a minute</source>
        <translation>nach einer Minute</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Mesh Desktop</source>
        <translation>Mesh Desktop</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>Bibliotheken und ihre Lizenzen</translation>
    </message>
    <message>
        <source>Licence of this program</source>
        <translation>Lizenz dieses Programms</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>SpeakerPanel</name>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>Fingerprint of the account: %1</source>
        <translation>Fingerabdruck des Kontos: %1</translation>
    </message>
</context>
<context>
    <name>StagePage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>StepIndicator</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>SyncDialog</name>
    <message>
        <source>Synchronisation</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Zuletzt gelungen</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Noch zu senden</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed on two devices at once</source>
        <translation>Auf zwei Geräten zugleich geändert</translation>
    </message>
    <message numerus="yes">
        <source>%n entries. They carry a mark in their list.</source>
        <translation>
            <numerusform>%n Eintrag. Er trägt ein Zeichen in seiner Liste.</numerusform>
            <numerusform>%n Einträge. Sie tragen ein Zeichen in ihrer Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>SyncIndicator</name>
    <message numerus="yes">
        <source>Syncing, %n left</source>
        <translation>
            <numerusform>Abgleich läuft, noch %n</numerusform>
            <numerusform>Abgleich läuft, noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Abgleich läuft</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n waiting</source>
        <translation>
            <numerusform>Offline, %n wartet</numerusform>
            <numerusform>Offline, %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>Sync: %1</source>
        <translation>Abgleich: %1</translation>
    </message>
</context>
<context>
    <name>Tag</name>
    <message>
        <source>Remove: %1</source>
        <translation>Entfernen: %1</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Neue Aufgabe</translation>
    </message>
    <message>
        <source>No tasks yet</source>
        <translation>Noch keine Aufgaben</translation>
    </message>
    <message>
        <source>Note what is to be done, with or without a date.</source>
        <translation>Notieren Sie, was zu tun ist, mit oder ohne Datum.</translation>
    </message>
    <message>
        <source>Add the first task</source>
        <translation>Erste Aufgabe anlegen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>Wann und wo</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Jedes Jahr</translation>
    </message>
    <message>
        <source>By a rule of its own</source>
        <translation>Nach eigener Regel</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Konferenz</translation>
    </message>
    <message>
        <source>Address of a call or meeting.</source>
        <translation>Adresse eines Anrufs oder Treffens.</translation>
    </message>
    <message>
        <source>I am busy then</source>
        <translation>Ich bin dann beschäftigt</translation>
    </message>
</context>
<context>
    <name>TextEntry</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>Just now</source>
        <translation>Gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>Vor %n Minute</numerusform>
            <numerusform>Vor %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Gestern, %1</translation>
    </message>
    <message numerus="yes">
        <source>Valid for %n minutes</source>
        <translation>
            <numerusform>Noch %n Minute gültig</numerusform>
            <numerusform>Noch %n Minuten gültig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valid for %n hours</source>
        <translation>
            <numerusform>Noch %n Stunde gültig</numerusform>
            <numerusform>Noch %n Stunden gültig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>VersionRow</name>
    <message>
        <source>%1: deleted</source>
        <translation>%1: gelöscht</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Jetzige</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Waiting for your other device</source>
        <translation>Warten auf Ihr anderes Gerät</translation>
    </message>
    <message>
        <source>The PIN was right: %1 lets this device in by itself. This takes a few seconds while your other device is on.</source>
        <translation>Die PIN war richtig: %1 lässt dieses Gerät von selbst ein. Das dauert einige Sekunden, wenn Ihr anderes Gerät an ist.</translation>
    </message>
    <message>
        <source>On a device of %1 that may connect others, open Devices. Accept there only if it shows this code:</source>
        <translation>Öffnen Sie auf einem Gerät von %1, das andere verbinden darf, die Seite „Geräte“. Nehmen Sie dort nur an, wenn es diesen Code zeigt:</translation>
    </message>
    <message>
        <source>Code of this device</source>
        <translation>Code dieses Geräts</translation>
    </message>
    <message>
        <source>Nothing is to be compared with a PIN. The code only tells which device it is.</source>
        <translation>Mit einer PIN ist nichts zu vergleichen. Der Code sagt nur, welches Gerät es ist.</translation>
    </message>
    <message>
        <source>Wait again</source>
        <translation>Weiter warten</translation>
    </message>
    <message>
        <source>Stop connecting</source>
        <translation>Verbinden abbrechen</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Your contacts, bookmarks, tasks and passwords, on all of your devices. Only your devices can read them.</source>
        <translation>Ihre Kontakte, Lesezeichen, Aufgaben und Passwörter, auf allen Ihren Geräten. Nur Ihre Geräte können sie lesen.</translation>
    </message>
    <message>
        <source>Start a new mesh</source>
        <translation>Neues Mesh beginnen</translation>
    </message>
    <message>
        <source>This is my first device.</source>
        <translation>Das ist mein erstes Gerät.</translation>
    </message>
    <message>
        <source>Connect this device</source>
        <translation>Dieses Gerät verbinden</translation>
    </message>
    <message>
        <source>I have a mesh on another device already.</source>
        <translation>Ich habe schon ein Mesh auf einem anderen Gerät.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::BookmarkEditor</name>
    <message>
        <source>Enter an address, such as https://example.com.</source>
        <translation>Geben Sie eine Adresse ein, etwa https://example.com.</translation>
    </message>
    <message>
        <source>This address is too long.</source>
        <translation>Diese Adresse ist zu lang.</translation>
    </message>
    <message>
        <source>This is not an address. It should look like https://example.com.</source>
        <translation>Das ist keine Adresse. Sie sollte aussehen wie https://example.com.</translation>
    </message>
    <message>
        <source>This title is too long.</source>
        <translation>Dieser Titel ist zu lang.</translation>
    </message>
    <message>
        <source>This folder name is too long.</source>
        <translation>Dieser Ordnername ist zu lang.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::CardCode</name>
    <message>
        <source>The code is no longer valid. Show a new one.</source>
        <translation>Der Code ist nicht mehr gültig. Zeigen Sie einen neuen.</translation>
    </message>
    <message>
        <source>This is not the code of a contact.</source>
        <translation>Das ist nicht der Code eines Kontakts.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::ContactAccount</name>
    <message>
        <source>This is your own card. Contacts who have it get your changes.</source>
        <translation>Das ist Ihre eigene Karte. Kontakte, die sie haben, erhalten Ihre Änderungen.</translation>
    </message>
    <message>
        <source>This is your own card, but no device that manages your mesh has signed it.</source>
        <translation>Das ist Ihre eigene Karte, aber kein Gerät, das Ihr Mesh verwaltet, hat sie signiert.</translation>
    </message>
    <message>
        <source>You wrote this entry yourself. No account vouches for it.</source>
        <translation>Sie haben diesen Eintrag selbst geschrieben. Kein Konto bürgt für ihn.</translation>
    </message>
    <message>
        <source>Signed by the account itself. %1</source>
        <translation>Signiert vom Konto selbst. %1</translation>
    </message>
    <message>
        <source>Has the public part of your card.</source>
        <translation>Hat den öffentlichen Teil Ihrer Karte.</translation>
    </message>
    <message>
        <source>Has your card.</source>
        <translation>Hat Ihre Karte.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::ContactEditor</name>
    <message>
        <source>This name is too long.</source>
        <translation>Dieser Name ist zu lang.</translation>
    </message>
    <message>
        <source>This address is too long.</source>
        <translation>Diese Adresse ist zu lang.</translation>
    </message>
    <message>
        <source>These are too many.</source>
        <translation>Das sind zu viele.</translation>
    </message>
    <message>
        <source>One of the addresses is not right.</source>
        <translation>Eine der Adressen ist nicht richtig.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Postal addresses</source>
        <translation>Postanschriften</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Enter a name, a company or an e-mail address.</source>
        <translation>Geben Sie einen Namen, eine Firma oder eine E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Correspondence</name>
    <message>
        <source>This account is among your contacts already.</source>
        <translation>Dieses Konto ist schon unter Ihren Kontakten.</translation>
    </message>
    <message>
        <source>The address itself carries this account&apos;s fingerprint, and it is right.</source>
        <translation>Die Adresse selbst trägt den Fingerabdruck dieses Kontos, und er stimmt.</translation>
    </message>
    <message>
        <source>Only the service of the address says that this is the account.</source>
        <translation>Nur der Dienst der Adresse sagt, dass dies das Konto ist.</translation>
    </message>
    <message>
        <source>The address of an account looks like alice@example.com.</source>
        <translation>Die Adresse eines Kontos sieht aus wie alice@example.com.</translation>
    </message>
    <message>
        <source>There is no account with this address.</source>
        <translation>Es gibt kein Konto mit dieser Adresse.</translation>
    </message>
    <message>
        <source>There is no account with this address, or it is not among your contacts yet.</source>
        <translation>Es gibt kein Konto mit dieser Adresse, oder es ist noch nicht unter Ihren Kontakten.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::CredentialEditor</name>
    <message>
        <source>Say what the password is for, such as example.com.</source>
        <translation>Sagen Sie, wofür das Passwort ist, etwa example.com.</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Dieser Name ist zu lang.</translation>
    </message>
    <message>
        <source>Use letters and digits only, such as https.</source>
        <translation>Verwenden Sie nur Buchstaben und Ziffern, etwa https.</translation>
    </message>
    <message>
        <source>This password is too long.</source>
        <translation>Dieses Passwort ist zu lang.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Devices</name>
    <message>
        <source>Device without a name</source>
        <translation>Gerät ohne Namen</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Verbunden: %1</translation>
    </message>
    <message>
        <source>Last seen: %1</source>
        <translation>Zuletzt gesehen: %1</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>Noch nicht gesehen</translation>
    </message>
    <message>
        <source>Give the device a name.</source>
        <translation>Geben Sie dem Gerät einen Namen.</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Dieser Name ist zu lang.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::EntryEditor</name>
    <message>
        <source>This is too long.</source>
        <translation>Das ist zu lang.</translation>
    </message>
    <message>
        <source>An e-mail address looks like alice@example.com.</source>
        <translation>Eine E-Mail-Adresse sieht aus wie alice@example.com.</translation>
    </message>
    <message>
        <source>A phone number has digits, such as +44 20 7946 0000.</source>
        <translation>Eine Telefonnummer hat Ziffern, etwa +49 30 901820.</translation>
    </message>
    <message>
        <source>An address looks like https://example.com.</source>
        <translation>Eine Adresse sieht aus wie https://example.com.</translation>
    </message>
    <message>
        <source>Begin with the kind of address, such as sip: or xmpp:.</source>
        <translation>Beginnen Sie mit der Art der Adresse, etwa sip: oder xmpp:.</translation>
    </message>
    <message>
        <source>This was changed on another device meanwhile. Saving replaces that change; it stays among the earlier versions.</source>
        <translation>Dies wurde inzwischen auf einem anderen Gerät geändert. Speichern ersetzt jene Änderung; sie bleibt unter den früheren Versionen.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Importer</name>
    <message>
        <source>Bookmarks from a browser</source>
        <translation>Lesezeichen aus einem Browser</translation>
    </message>
    <message>
        <source>Passwords from Firefox</source>
        <translation>Passwörter aus Firefox</translation>
    </message>
    <message>
        <source>Passwords from KeePassXC</source>
        <translation>Passwörter aus KeePassXC</translation>
    </message>
    <message>
        <source>Passwords from Chrome or a browser like it</source>
        <translation>Passwörter aus Chrome oder einem ähnlichen Browser</translation>
    </message>
    <message numerus="yes">
        <source>The notes and one-time codes of %n entries are not taken over.</source>
        <translation>
            <numerusform>Notizen und Einmalcodes von %n Eintrag werden nicht übernommen.</numerusform>
            <numerusform>Notizen und Einmalcodes von %n Einträgen werden nicht übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is neither a bookmarks file nor a list of passwords from Chrome, Firefox or KeePassXC.</source>
        <translation>Das ist weder eine Lesezeichendatei noch eine Passwortliste aus Chrome, Firefox oder KeePassXC.</translation>
    </message>
    <message>
        <source>There is nothing to import in this file.</source>
        <translation>In dieser Datei ist nichts zu importieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n passwords imported.</source>
        <translation>
            <numerusform>%n Passwort importiert.</numerusform>
            <numerusform>%n Passwörter importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmarks imported.</source>
        <translation>
            <numerusform>%n Lesezeichen importiert.</numerusform>
            <numerusform>%n Lesezeichen importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, as chosen.</source>
        <translation>
            <numerusform>%n wie gewählt ausgelassen.</numerusform>
            <numerusform>%n wie gewählt ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out because there is one like it already.</source>
        <translation>
            <numerusform>%n ausgelassen, weil es schon vorhanden ist.</numerusform>
            <numerusform>%n ausgelassen, weil sie schon vorhanden sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be used.</source>
        <translation>
            <numerusform>%n war nicht zu gebrauchen.</numerusform>
            <numerusform>%n waren nicht zu gebrauchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file holds your passwords in plain text. Delete it when you no longer need it.</source>
        <translation>Die Datei enthält Ihre Passwörter im Klartext. Löschen Sie sie, wenn Sie sie nicht mehr brauchen.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::LibraryModel</name>
    <message>
        <source>Windows, network, database</source>
        <translation>Fenster, Netz, Datenbank</translation>
    </message>
    <message>
        <source>Signatures, encryption, secure connections</source>
        <translation>Signaturen, Verschlüsselung, sichere Verbindungen</translation>
    </message>
    <message>
        <source>Sums of keys</source>
        <translation>Summen von Schlüsseln</translation>
    </message>
    <message>
        <source>The system&apos;s keychain</source>
        <translation>Der Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Codes in pictures</source>
        <translation>Codes in Bildern</translation>
    </message>
    <message>
        <source>The service&apos;s network</source>
        <translation>Das Netz des Dienstes</translation>
    </message>
    <message>
        <source>The service&apos;s secure connections</source>
        <translation>Die sicheren Verbindungen des Dienstes</translation>
    </message>
    <message>
        <source>Reading of JSON</source>
        <translation>Lesen von JSON</translation>
    </message>
    <message>
        <source>Results and errors in the code</source>
        <translation>Ergebnisse und Fehler im Code</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::MessageModel</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Accepted on %1</source>
        <translation>Angenommen auf %1</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rejected on %1</source>
        <translation>Abgelehnt auf %1</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Nicht zugestellt</translation>
    </message>
    <message>
        <source>No longer valid</source>
        <translation>Nicht mehr gültig</translation>
    </message>
    <message>
        <source>“%1” asks to be connected</source>
        <translation>„%1“ möchte verbunden werden</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Noch zu senden</translation>
    </message>
    <message>
        <source>A message that was refused</source>
        <translation>Eine zurückgewiesene Nachricht</translation>
    </message>
    <message>
        <source>PIN or code that was shown</source>
        <translation>Gezeigte PIN oder gezeigter Code</translation>
    </message>
    <message>
        <source>You asked %1 for contact</source>
        <translation>Sie haben %1 um Kontakt gebeten</translation>
    </message>
    <message>
        <source>Your card for %1</source>
        <translation>Ihre Karte für %1</translation>
    </message>
    <message>
        <source>%1 asks for contact</source>
        <translation>%1 bittet um Kontakt</translation>
    </message>
    <message>
        <source>%1 sends a card</source>
        <translation>%1 sendet eine Karte</translation>
    </message>
    <message>
        <source>You asked %1 to confirm</source>
        <translation>Sie haben %1 um Bestätigung gebeten</translation>
    </message>
    <message>
        <source>%1 asks you to confirm</source>
        <translation>%1 bittet Sie um Bestätigung</translation>
    </message>
    <message>
        <source>You confirmed for %1</source>
        <translation>Sie haben für %1 bestätigt</translation>
    </message>
    <message>
        <source>%1 confirmed</source>
        <translation>%1 hat bestätigt</translation>
    </message>
    <message>
        <source>You refused %1</source>
        <translation>Sie haben %1 die Bestätigung verweigert</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 hat die Bestätigung verweigert</translation>
    </message>
    <message>
        <source>You proposed a task to %1</source>
        <translation>Sie haben %1 eine Aufgabe vorgeschlagen</translation>
    </message>
    <message>
        <source>%1 proposes a task</source>
        <translation>%1 schlägt eine Aufgabe vor</translation>
    </message>
    <message>
        <source>%1 offers a place in a group</source>
        <translation>%1 bietet einen Platz in einer Gruppe an</translation>
    </message>
    <message>
        <source>%1 sends the key of a group</source>
        <translation>%1 sendet den Schlüssel einer Gruppe</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::MessageReader</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Notifications</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Verweigern</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Pairing</name>
    <message>
        <source>The PIN is no longer valid. Show a new one.</source>
        <translation>Die PIN ist nicht mehr gültig. Zeigen Sie eine neue.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::PendingRequests</name>
    <message>
        <source>Compare the code below with the one on the other screen.</source>
        <translation>Vergleichen Sie den Code unten mit dem auf dem anderen Bildschirm.</translation>
    </message>
    <message>
        <source>It used a wrong PIN. Accept it only if the codes on both screens are the same.</source>
        <translation>Es hat eine falsche PIN verwendet. Nehmen Sie es nur an, wenn die Codes auf beiden Bildschirmen gleich sind.</translation>
    </message>
    <message>
        <source>It used a PIN that was used before. Accept it only if the codes on both screens are the same.</source>
        <translation>Es hat eine schon verwendete PIN genommen. Nehmen Sie es nur an, wenn die Codes auf beiden Bildschirmen gleich sind.</translation>
    </message>
    <message>
        <source>Its PIN is no longer valid. Accept it only if the codes on both screens are the same.</source>
        <translation>Seine PIN ist nicht mehr gültig. Nehmen Sie es nur an, wenn die Codes auf beiden Bildschirmen gleich sind.</translation>
    </message>
    <message>
        <source>There were too many wrong PINs. Accept it only if the codes on both screens are the same.</source>
        <translation>Es gab zu viele falsche PINs. Nehmen Sie es nur an, wenn die Codes auf beiden Bildschirmen gleich sind.</translation>
    </message>
    <message>
        <source>Device without a name</source>
        <translation>Gerät ohne Namen</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Preferences</name>
    <message>
        <source>Your data is kept, sealed, at %1.</source>
        <translation>Ihre Daten werden versiegelt bei %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>Your data is kept on this computer.</source>
        <translation>Ihre Daten werden auf diesem Computer aufbewahrt.</translation>
    </message>
    <message>
        <source>Your data is kept on this computer, but the service could not be started.</source>
        <translation>Ihre Daten werden auf diesem Computer aufbewahrt, aber der Dienst konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::ProblemModel</name>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::QrReader</name>
    <message>
        <source>No camera was found. Connect one and try again, or choose a picture or paste the text.</source>
        <translation>Es wurde keine Kamera gefunden. Schließen Sie eine an und versuchen Sie es noch einmal, oder wählen Sie ein Bild oder fügen Sie den Text ein.</translation>
    </message>
    <message>
        <source>The system does not let this program use the camera. Allow it in the system&apos;s privacy settings, or choose a picture or paste the text.</source>
        <translation>Das System lässt dieses Programm die Kamera nicht verwenden. Erlauben Sie es in den Datenschutzeinstellungen des Systems, oder wählen Sie ein Bild oder fügen Sie den Text ein.</translation>
    </message>
    <message>
        <source>The camera cannot be used. See whether another program uses it, or choose a picture or paste the text.</source>
        <translation>Die Kamera kann nicht verwendet werden. Sehen Sie nach, ob ein anderes Programm sie verwendet, oder wählen Sie ein Bild oder fügen Sie den Text ein.</translation>
    </message>
    <message>
        <source>There is no code in this file. Choose a picture that shows the whole code.</source>
        <translation>In dieser Datei ist kein Code. Wählen Sie ein Bild, das den ganzen Code zeigt.</translation>
    </message>
    <message>
        <source>There is no code in this picture. It must show the whole code.</source>
        <translation>In diesem Bild ist kein Code. Es muss den ganzen Code zeigen.</translation>
    </message>
    <message>
        <source>There is neither a text nor a picture on the clipboard.</source>
        <translation>In der Zwischenablage ist weder ein Text noch ein Bild.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Session</name>
    <message>
        <source>Setting up this device…</source>
        <translation>Dieses Gerät wird eingerichtet …</translation>
    </message>
    <message>
        <source>Looking for the service…</source>
        <translation>Der Dienst wird gesucht …</translation>
    </message>
    <message>
        <source>Setting up your account…</source>
        <translation>Ihr Konto wird eingerichtet …</translation>
    </message>
    <message>
        <source>Asking your other device…</source>
        <translation>Ihr anderes Gerät wird gefragt …</translation>
    </message>
    <message>
        <source>Taking over your data…</source>
        <translation>Ihre Daten werden übernommen …</translation>
    </message>
    <message>
        <source>Loading your data…</source>
        <translation>Ihre Daten werden geladen …</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Senden …</translation>
    </message>
    <message>
        <source>My computer</source>
        <translation>Mein Computer</translation>
    </message>
    <message>
        <source>This is not a connection code. Copy the whole text from the other device.</source>
        <translation>Das ist kein Verbindungscode. Kopieren Sie den ganzen Text vom anderen Gerät.</translation>
    </message>
    <message>
        <source>The service takes its time to answer. You can stop and try again later.</source>
        <translation>Der Dienst lässt sich Zeit mit der Antwort. Sie können anhalten und es später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Your keychain takes its time; with some it is half a minute. See whether it asks you for something.</source>
        <translation>Ihr Schlüsselbund lässt sich Zeit; bei manchen ist es eine halbe Minute. Sehen Sie nach, ob er Sie etwas fragt.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>The keys of this device are in a file that opens with your passphrase.</source>
        <translation>Die Schlüssel dieses Geräts sind in einer Datei, die sich mit Ihrer Passphrase öffnet.</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n characters, such as four or more words.</source>
        <translation>
            <numerusform>Verwenden Sie mindestens %n Zeichen.</numerusform>
            <numerusform>Verwenden Sie mindestens %n Zeichen, etwa vier oder mehr Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Die beiden Passphrasen sind nicht gleich.</translation>
    </message>
    <message>
        <source>Making the key file…</source>
        <translation>Schlüsseldatei wird angelegt …</translation>
    </message>
    <message>
        <source>Opening the key file…</source>
        <translation>Schlüsseldatei wird geöffnet …</translation>
    </message>
    <message>
        <source>Locking…</source>
        <translation>Sperren …</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>Entsperren …</translation>
    </message>
    <message>
        <source>The account looks like alice@example.com. Your other device shows it.</source>
        <translation>Das Konto sieht aus wie alice@example.com. Ihr anderes Gerät zeigt es.</translation>
    </message>
    <message>
        <source>Waiting for your other device…</source>
        <translation>Warten auf Ihr anderes Gerät …</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Anhalten …</translation>
    </message>
    <message>
        <source>Setting the old data aside…</source>
        <translation>Die alten Daten werden beiseitegelegt …</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::SyncStatus</name>
    <message numerus="yes">
        <source>%n entries changed twice</source>
        <translation>
            <numerusform>%n Eintrag doppelt geändert</numerusform>
            <numerusform>%n Einträge doppelt geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n changes</source>
        <translation>
            <numerusform>%n Änderung wird gesendet</numerusform>
            <numerusform>%n Änderungen werden gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Receiving, %1 %</source>
        <translation>Empfangen, %1 %</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n changes waiting</source>
        <translation>
            <numerusform>Offline, %n Änderung wartet</numerusform>
            <numerusform>Offline, %n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>Zuletzt: %1</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::TaskEditor</name>
    <message>
        <source>Say what is to be done.</source>
        <translation>Sagen Sie, was zu tun ist.</translation>
    </message>
    <message>
        <source>This title is too long.</source>
        <translation>Dieser Titel ist zu lang.</translation>
    </message>
    <message>
        <source>This description is too long.</source>
        <translation>Diese Beschreibung ist zu lang.</translation>
    </message>
    <message>
        <source>This place is too long.</source>
        <translation>Dieser Ort ist zu lang.</translation>
    </message>
    <message>
        <source>The end must not be before the start.</source>
        <translation>Das Ende darf nicht vor dem Beginn liegen.</translation>
    </message>
    <message>
        <source>What repeats needs a date.</source>
        <translation>Was sich wiederholt, braucht ein Datum.</translation>
    </message>
    <message>
        <source>This is not an address. It should look like https://example.com.</source>
        <translation>Das ist keine Adresse. Sie sollte aussehen wie https://example.com.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Konferenz</translation>
    </message>
</context>
</TS>
