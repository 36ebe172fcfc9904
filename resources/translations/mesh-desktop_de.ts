<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AccountButton</name>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>Home account</source>
        <translation>Stammkonto</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Wird gerade gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Bring it here</source>
        <translation>Hierher holen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>Aufgeben …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Delete account…</source>
        <translation>Konto löschen …</translation>
    </message>
</context>
<context>
    <name>AccountSwitcher</name>
    <message numerus="yes">
        <source>%n unread in other accounts</source>
        <translation>
            <numerusform>%n ungelesen in anderen Konten</numerusform>
            <numerusform>%n ungelesen in anderen Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>New account…</source>
        <translation>Neues Konto …</translation>
    </message>
    <message>
        <source>Manage accounts</source>
        <translation>Konten verwalten</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>not on this device yet</source>
        <translation>noch nicht auf diesem Gerät</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>wird eingerichtet</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>not open yet</source>
        <translation>noch nicht offen</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>New account…</source>
        <translation>Neues Konto …</translation>
    </message>
    <message>
        <source>Keep apart what does not belong together, such as work and family: each account has its own address, contacts, passwords and messages, on all of your devices. What happens in one does not show in another.</source>
        <translation>Trennen Sie, was nicht zusammengehört, etwa Arbeit und Familie: Jedes Konto hat seine eigene Adresse, eigene Kontakte, Passwörter und Nachrichten, auf allen Ihren Geräten. Was in einem geschieht, zeigt sich nicht im anderen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Accounts are made and deleted on a device that manages the others.</source>
        <translation>Konten werden auf einem Gerät angelegt und gelöscht, das die anderen verwaltet.</translation>
    </message>
    <message>
        <source>The home account holds the mesh together: the devices, recovery and the master key belong to it. It ends last, in the settings, once there is no other account. People who know two of your accounts can find out that both are yours.</source>
        <translation>Das Stammkonto hält das Mesh zusammen: Die Geräte, die Wiederherstellung und der Hauptschlüssel gehören zu ihm. Es endet zuletzt, in den Einstellungen, wenn es kein anderes Konto mehr gibt. Wer zwei Ihrer Konten kennt, kann herausfinden, dass beide Ihnen gehören.</translation>
    </message>
    <message>
        <source>Give up %1?</source>
        <translation>%1 aufgeben?</translation>
    </message>
    <message>
        <source>Remove %1 from this device?</source>
        <translation>%1 von diesem Gerät entfernen?</translation>
    </message>
    <message>
        <source>Its name is given back to the service, and its keys are erased.</source>
        <translation>Der Name wird dem Dienst zurückgegeben, und die Schlüssel werden gelöscht.</translation>
    </message>
    <message>
        <source>What this device still has of it is erased.</source>
        <translation>Was dieses Gerät noch davon hat, wird gelöscht.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <translation>%1 wurde gelöscht</translation>
    </message>
    <message>
        <source>It ends for all of your devices and for good, with its contacts, passwords and messages. Your other accounts stay. It leaves its groups; hand over or end those that it alone administers first.</source>
        <translation>Es endet für alle Ihre Geräte und für immer, mit seinen Kontakten, Passwörtern und Nachrichten. Ihre anderen Konten bleiben. Es verlässt seine Gruppen; übergeben Sie vorher die, die es allein verwaltet, oder lösen Sie sie auf.</translation>
    </message>
</context>
<context>
    <name>AddServiceDialog</name>
    <message>
        <source>Add a further service</source>
        <translation>Weiteren Dienst hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Further service</source>
        <translation>Weiterer Dienst</translation>
    </message>
    <message>
        <source>Its name; or the whole address if the account shall be called differently there.</source>
        <translation>Sein Name; oder die ganze Adresse, falls das Konto dort anders heißen soll.</translation>
    </message>
    <message>
        <source>It gets a copy of everything, encrypted as it is, and learns from whom you take messages. Your address there is put on your card.</source>
        <translation>Er erhält eine Kopie von allem, verschlüsselt, wie es ist, und erfährt, von wem Sie Nachrichten annehmen. Ihre Adresse dort kommt auf Ihre Karte.</translation>
    </message>
    <message>
        <source>Copying everything to the further service…</source>
        <translation>Alles wird zum weiteren Dienst kopiert …</translation>
    </message>
</context>
<context>
    <name>Address</name>
    <message>
        <source>Choose a name, such as alice.</source>
        <translation>Wählen Sie einen Namen, etwa alice.</translation>
    </message>
    <message>
        <source>Use letters, digits and hyphens, 64 at most.</source>
        <translation>Verwenden Sie Buchstaben, Ziffern und Bindestriche, höchstens 64.</translation>
    </message>
    <message>
        <source>An address looks like mesh.example.com:443 or 192.0.2.1:4483.</source>
        <translation>Eine Adresse sieht aus wie mesh.example.com:443 oder 192.0.2.1:4483.</translation>
    </message>
</context>
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
    <name>ApplicationSwitch</name>
    <message>
        <source>Kind of application</source>
        <translation>Art der Anwendung</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message>
        <source>Restore from an archive</source>
        <translation>Aus einem Archiv wiederherstellen</translation>
    </message>
    <message>
        <source>The archive is read and verified first. Then a new mesh is made, with new keys, and what the archive holds is put into it.</source>
        <translation>Das Archiv wird zuerst gelesen und geprüft. Dann entsteht ein neues Mesh mit neuen Schlüsseln, in das der Inhalt des Archivs kommt.</translation>
    </message>
    <message>
        <source>Reading “%1”…</source>
        <translation>„%1“ wird gelesen …</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>ArchiveSource</name>
    <message>
        <source>Drop an archive here</source>
        <translation>Legen Sie hier ein Archiv ab</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <source>Passphrase of the archive</source>
        <translation>Passphrase des Archivs</translation>
    </message>
    <message>
        <source>Archive of an account</source>
        <translation>Archiv eines Kontos</translation>
    </message>
    <message>
        <source>Archives (*.dare)</source>
        <translation>Archive (*.dare)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>One archive at a time, please: a file on this computer.</source>
        <translation>Bitte ein Archiv auf einmal: eine Datei auf diesem Computer.</translation>
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
    <message>
        <source>Bookmarks for browsers (*.html)</source>
        <translation>Lesezeichen für Browser (*.html)</translation>
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
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
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
        <source>Hold the code of the other person into the frame. It is read by itself.</source>
        <translation>Halten Sie den Code der anderen Person in den Rahmen. Er wird von selbst gelesen.</translation>
    </message>
    <message>
        <source>Fingerprint of the group: %1</source>
        <translation>Fingerabdruck der Gruppe: %1</translation>
    </message>
    <message>
        <source>This is a group. With its card you can encrypt to it; only its members can open that. Nobody is told that you have it.</source>
        <translation>Das ist eine Gruppe. Mit ihrer Karte können Sie für sie verschlüsseln; nur ihre Mitglieder können das öffnen. Niemand erfährt, dass Sie die Karte haben.</translation>
    </message>
    <message>
        <source>This group is among your contacts already.</source>
        <translation>Diese Gruppe ist schon unter Ihren Kontakten.</translation>
    </message>
    <message>
        <source>People you do not know may not ask you for contact, so your service refuses those who read this code. Read the other’s code instead, or change that in the settings.</source>
        <translation>Unbekannte dürfen Sie nicht um Kontakt bitten, also weist Ihr Dienst ab, wer diesen Code liest. Lesen Sie stattdessen den Code des anderen, oder ändern Sie das in den Einstellungen.</translation>
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
        <source>Earlier version restored</source>
        <translation>Frühere Version wiederhergestellt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
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
    <message>
        <source>Wi-Fi</source>
        <translation>WLAN</translation>
    </message>
    <message>
        <source>Virtual private networks</source>
        <translation>Virtuelle private Netze</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
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
    <message>
        <source>Picture of a code</source>
        <translation>Bild eines Codes</translation>
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
    <name>ConfirmDialog</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ConfirmationsPage</name>
    <message>
        <source>Confirmations</source>
        <translation>Bestätigungen</translation>
    </message>
    <message numerus="yes">
        <source>%n wait for your answer</source>
        <translation>
            <numerusform>%n wartet auf Ihre Antwort</numerusform>
            <numerusform>%n warten auf Ihre Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>All confirmations</source>
        <translation>Alle Bestätigungen</translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation>Warten auf Ihre Antwort</translation>
    </message>
    <message>
        <source>Answered by you</source>
        <translation>Von Ihnen beantwortet</translation>
    </message>
    <message>
        <source>Asked by you</source>
        <translation>Von Ihnen gefragt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Nothing to confirm</source>
        <translation>Nichts zu bestätigen</translation>
    </message>
    <message>
        <source>What people, or programs of yours, ask you to confirm shows up here, and what you ask others under Contacts.</source>
        <translation>Hier erscheint, was Menschen oder eigene Programme Sie zu bestätigen bitten, und was Sie unter Kontakte andere fragen.</translation>
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
    <message>
        <source>Mine</source>
        <translation>Meine Fassung</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Andere Fassung</translation>
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
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>They are different. Show them to compare.</source>
        <translation>Sie sind verschieden. Zum Vergleichen anzeigen.</translation>
    </message>
    <message>
        <source>%1, the same in both</source>
        <translation>%1, in beiden gleich</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
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
        <source>Address of the group</source>
        <translation>Adresse der Gruppe</translation>
    </message>
    <message>
        <source>Fingerprint of the group</source>
        <translation>Fingerabdruck der Gruppe</translation>
    </message>
    <message>
        <source>What you encrypt to the group, all its members can open, and you cannot.</source>
        <translation>Was Sie für die Gruppe verschlüsseln, können alle ihre Mitglieder öffnen, Sie selbst nicht.</translation>
    </message>
    <message>
        <source>Encrypt a text…</source>
        <translation>Text verschlüsseln …</translation>
    </message>
    <message>
        <source>Encrypt a file…</source>
        <translation>Datei verschlüsseln …</translation>
    </message>
    <message>
        <source>Pass the card on…</source>
        <translation>Karte weitergeben …</translation>
    </message>
    <message>
        <source>Your service refuses everything from this account. What you have chosen before counts again afterwards.</source>
        <translation>Ihr Dienst weist alles von diesem Konto ab. Was Sie vorher gewählt haben, gilt danach wieder.</translation>
    </message>
    <message>
        <source>Invitations to groups</source>
        <translation>Einladungen in Gruppen</translation>
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
    <message>
        <source>File to encrypt</source>
        <translation>Datei zum Verschlüsseln</translation>
    </message>
    <message numerus="yes">
        <source>%n people ask for contact</source>
        <translation>
            <numerusform>%n Person bittet um Kontakt</numerusform>
            <numerusform>%n Personen bitten um Kontakt</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
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
    <name>CopyToast</name>
    <message numerus="yes">
        <source>Copied. It leaves the clipboard after %n seconds.</source>
        <translation>
            <numerusform>Kopiert. Es verlässt die Zwischenablage nach %n Sekunde.</numerusform>
            <numerusform>Kopiert. Es verlässt die Zwischenablage nach %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
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
        <source>Enter the service&apos;s network address by hand</source>
        <translation>Netzwerkadresse des Dienstes von Hand eingeben</translation>
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
    <message>
        <source>A new mesh for what the archive of %1 holds. People who know the old address need the new one.</source>
        <translation>Ein neues Mesh für den Inhalt des Archivs von %1. Wer die alte Adresse kennt, braucht die neue.</translation>
    </message>
</context>
<context>
    <name>CreatingPage</name>
    <message>
        <source>Your mesh is not complete yet</source>
        <translation>Ihr Mesh ist noch nicht fertig</translation>
    </message>
    <message>
        <source>What was made for %1 is kept on this device. It goes on as soon as the service answers.</source>
        <translation>Was für %1 schon eingerichtet ist, bleibt auf diesem Gerät. Es geht weiter, sobald der Dienst antwortet.</translation>
    </message>
    <message>
        <source>The service cannot give the name back now. If you give up all the same, nobody can use %1 any more.</source>
        <translation>Der Dienst kann den Namen jetzt nicht freigeben. Wenn Sie trotzdem aufgeben, kann niemand mehr %1 benutzen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Give up all the same</source>
        <translation>Trotzdem aufgeben</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
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
        <source>Password</source>
        <translation>Passwort</translation>
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
    <message>
        <source>Passwords for browsers and others (*.csv)</source>
        <translation>Passwörter für Browser und andere (*.csv)</translation>
    </message>
    <message>
        <source>All passwords of this list go into the file in plain text. Whoever gets it can read them. Delete it as soon as the other program has taken it in.</source>
        <translation>Alle Passwörter dieser Liste kommen im Klartext in die Datei. Wer sie bekommt, kann sie lesen. Die Datei löschen, sobald das andere Programm sie übernommen hat.</translation>
    </message>
    <message>
        <source>Export all passwords?</source>
        <translation>Alle Passwörter exportieren?</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
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
    <name>DeleteAccountDialog</name>
    <message>
        <source>Delete the account?</source>
        <translation>Das Konto löschen?</translation>
    </message>
    <message>
        <source>%1 To be sure that it is meant, enter its address: %2</source>
        <translation>%1 Damit sicher ist, dass es so gemeint ist, geben Sie die Adresse des Kontos ein: %2</translation>
    </message>
    <message>
        <source>Delete account</source>
        <translation>Konto löschen</translation>
    </message>
    <message>
        <source>Account address</source>
        <translation>Kontoadresse</translation>
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
    <name>DeviceClaimSection</name>
    <message>
        <source>A device that came with a code</source>
        <translation>Ein Gerät, das mit einem Code kam</translation>
    </message>
    <message>
        <source>Some devices are made ready by their maker. Read the code on the device or its box; it joins your mesh when it is switched on.</source>
        <translation>Manche Geräte sind vom Hersteller vorbereitet. Lesen Sie den Code auf dem Gerät oder seiner Schachtel ein; es tritt Ihrem Mesh bei, wenn es eingeschaltet wird.</translation>
    </message>
    <message>
        <source>Read the code of a device</source>
        <translation>Code eines Geräts einlesen</translation>
    </message>
    <message>
        <source>Hold the code of the device into the frame. It is read by itself.</source>
        <translation>Halten Sie den Code des Geräts in den Rahmen. Er wird von selbst gelesen.</translation>
    </message>
    <message>
        <source>Code of the device</source>
        <translation>Code des Geräts</translation>
    </message>
    <message>
        <source>It begins with udf://.</source>
        <translation>Er beginnt mit udf://.</translation>
    </message>
    <message>
        <source>See what it is</source>
        <translation>Nachsehen, was es ist</translation>
    </message>
    <message>
        <source>A device without a name</source>
        <translation>Ein Gerät ohne Namen</translation>
    </message>
    <message>
        <source>Made ready by %1</source>
        <translation>Vorbereitet von %1</translation>
    </message>
    <message>
        <source>Fingerprint of the device</source>
        <translation>Fingerabdruck des Geräts</translation>
    </message>
    <message>
        <source>It is connected, and joins when it is switched on.</source>
        <translation>Es ist verbunden und tritt bei, wenn es eingeschaltet wird.</translation>
    </message>
    <message>
        <source>Connect this device</source>
        <translation>Dieses Gerät verbinden</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Anderer Code</translation>
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
    <message>
        <source>Devices belong to the whole mesh. They are connected, renamed and disconnected in the home account; this account follows.</source>
        <translation>Geräte gehören zum ganzen Mesh. Sie werden im Stammkonto verbunden, umbenannt und getrennt; dieses Konto folgt.</translation>
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
    <name>ExportButton</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>In eine Datei exportieren</translation>
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
        <source>The service is busy or was asked too often. Try again later; changes are kept until then.</source>
        <translation>Der Dienst ist ausgelastet oder wurde zu oft gefragt. Versuchen Sie es später noch einmal; Änderungen bleiben bis dahin erhalten.</translation>
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
    <message>
        <source>The account is full, so its service takes nothing more. What you change stays on this computer until there is room: ask the service&apos;s operator for more, or move to another service.</source>
        <translation>Das Konto ist voll, darum nimmt sein Dienst nichts mehr an. Was Sie ändern, bleibt auf diesem Computer, bis Platz ist: Bitten Sie den Betreiber des Dienstes um mehr, oder ziehen Sie zu einem anderen Dienst um.</translation>
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
    <message>
        <source>Drop files here</source>
        <translation>Dateien hier ablegen</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen …</translation>
    </message>
</context>
<context>
    <name>FileLocatorPage</name>
    <message>
        <source>Files by code</source>
        <translation>Dateien per Code</translation>
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
        <source>Publish a file</source>
        <translation>Eine Datei veröffentlichen</translation>
    </message>
    <message>
        <source>Fetch a file</source>
        <translation>Eine Datei holen</translation>
    </message>
    <message>
        <source>The file is encrypted here and kept by your service, which can read neither its name nor its content. Whoever has the code has the file, for good: it cannot be called back.</source>
        <translation>Die Datei wird hier verschlüsselt und von Ihrem Dienst aufbewahrt, der weder ihren Namen noch ihren Inhalt lesen kann. Wer den Code hat, hat die Datei, und zwar endgültig: Sie lässt sich nicht zurückrufen.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <source>QR code of the file</source>
        <translation>QR-Code der Datei</translation>
    </message>
    <message>
        <source>Copy the code as text</source>
        <translation>Code als Text kopieren</translation>
    </message>
    <message>
        <source>Hold the code of a file into the frame. It is read by itself.</source>
        <translation>Halten Sie den Code einer Datei in den Rahmen. Er wird von selbst gelesen.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The text that was copied; it begins with udf://.</source>
        <translation>Der Text, der kopiert wurde; er beginnt mit udf://.</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>A file without a name</source>
        <translation>Eine Datei ohne Namen</translation>
    </message>
    <message>
        <source>Nobody vouches for this file: the server that keeps it may have altered it.</source>
        <translation>Niemand bürgt für diese Datei: Der Server, der sie aufbewahrt, kann sie verändert haben.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Anderer Code</translation>
    </message>
    <message>
        <source>File to publish</source>
        <translation>Zu veröffentlichende Datei</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
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
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>GroupCardDialog</name>
    <message>
        <source>Card of “%1”</source>
        <translation>Karte von „%1“</translation>
    </message>
    <message>
        <source>Whoever has this card can encrypt to the group without belonging to it. Only its members can open that. The code stays good: send it or print it.</source>
        <translation>Wer diese Karte hat, kann für die Gruppe verschlüsseln, ohne ihr anzugehören. Nur ihre Mitglieder können das öffnen. Der Code bleibt gültig: Senden oder drucken Sie ihn.</translation>
    </message>
    <message>
        <source>Copy the code as text</source>
        <translation>Code als Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>QR code of the group’s card</source>
        <translation>QR-Code der Karte der Gruppe</translation>
    </message>
    <message>
        <source>On the other device: Contacts, “Exchange in person”, “Read a code”.</source>
        <translation>Auf dem anderen Gerät: „Kontakte“, „Persönlich austauschen“, „Code einlesen“.</translation>
    </message>
</context>
<context>
    <name>GroupFileDialog</name>
    <message>
        <source>Replace “%1”?</source>
        <translation>„%1“ ersetzen?</translation>
    </message>
    <message>
        <source>“%1” was not opened</source>
        <translation>„%1“ wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>“%1” was not encrypted</source>
        <translation>„%1“ wurde nicht verschlüsselt</translation>
    </message>
    <message>
        <source>“%1” is open</source>
        <translation>„%1“ ist geöffnet</translation>
    </message>
    <message>
        <source>“%1” is encrypted</source>
        <translation>„%1“ ist verschlüsselt</translation>
    </message>
    <message>
        <source>Opening “%1”</source>
        <translation>„%1“ wird geöffnet</translation>
    </message>
    <message>
        <source>Encrypting “%1”</source>
        <translation>„%1“ wird verschlüsselt</translation>
    </message>
    <message>
        <source>There is a file of that name already.</source>
        <translation>Es gibt schon eine Datei dieses Namens.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Another place…</source>
        <translation>Anderer Ort …</translation>
    </message>
    <message>
        <source>Only a file that is complete and unchanged is kept.</source>
        <translation>Nur eine vollständige und unveränderte Datei wird behalten.</translation>
    </message>
    <message>
        <source>What was in it</source>
        <translation>Was darin war</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Verschlüsselte Datei</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Save the encrypted file</source>
        <translation>Verschlüsselte Datei speichern</translation>
    </message>
    <message>
        <source>File %1 of %2: “%3”</source>
        <translation>Datei %1 von %2: „%3“</translation>
    </message>
    <message>
        <source>%1 of %2 files are done</source>
        <translation>%1 von %2 Dateien sind fertig</translation>
    </message>
</context>
<context>
    <name>GroupInviteDialog</name>
    <message>
        <source>Invite to “%1”</source>
        <translation>Zu „%1“ einladen</translation>
    </message>
    <message>
        <source>Whoever accepts can open everything that was ever encrypted to the group.</source>
        <translation>Wer annimmt, kann alles öffnen, was je für die Gruppe verschlüsselt wurde.</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>None of your contacts can be invited: the account of a contact has to be known, and not belong to the group yet. Ask for a contact, or exchange contacts in person.</source>
        <translation>Keiner Ihrer Kontakte kann eingeladen werden: Das Konto eines Kontakts muss bekannt sein und darf noch nicht zur Gruppe gehören. Bitten Sie um einen Kontakt, oder tauschen Sie Kontakte persönlich aus.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>What the group is for</source>
        <translation>Wozu die Gruppe da ist</translation>
    </message>
</context>
<context>
    <name>GroupMemberCard</name>
    <message>
        <source>Administrator</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Make administrator</source>
        <translation>Mit verwalten lassen</translation>
    </message>
    <message>
        <source>Invite again</source>
        <translation>Noch einmal einladen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>GroupRow</name>
    <message>
        <source>Administrator</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>GroupText</name>
    <message>
        <source>You are no longer a member or administrator of this group, so it does not let you do that.</source>
        <translation>Sie sind nicht mehr Mitglied dieser Gruppe oder verwalten sie nicht mehr; darum lässt sie das nicht zu.</translation>
    </message>
    <message>
        <source>There is no such group, contact or file any more.</source>
        <translation>Diese Gruppe, diesen Kontakt oder diese Datei gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This name is in use. Choose another one.</source>
        <translation>Dieser Name ist vergeben. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The group’s service cannot be reached. Check the connection and try again.</source>
        <translation>Der Dienst der Gruppe ist nicht erreichbar. Prüfen Sie die Verbindung, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The group’s service has helped with too much lately. Try again later.</source>
        <translation>Der Dienst der Gruppe hat zuletzt bei zu vielem geholfen. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>You are no longer a member of the group that this is for, so its service does not help to open it.</source>
        <translation>Sie sind nicht mehr Mitglied der Gruppe, für die dies ist; darum hilft ihr Dienst nicht, es zu öffnen.</translation>
    </message>
    <message>
        <source>The file is not there any more, or the group that it is for has ended.</source>
        <translation>Die Datei gibt es nicht mehr, oder die Gruppe, für die sie ist, ist aufgelöst.</translation>
    </message>
    <message>
        <source>This is for others: none of your groups and none of your own keys opens it.</source>
        <translation>Dies ist für andere: Keine Ihrer Gruppen und keiner Ihrer eigenen Schlüssel öffnet es.</translation>
    </message>
    <message>
        <source>This is nothing that was encrypted to a group, or it is not complete. Have it sent again.</source>
        <translation>Dies ist nichts, was für eine Gruppe verschlüsselt wurde, oder es ist nicht vollständig. Lassen Sie es noch einmal senden.</translation>
    </message>
    <message>
        <source>This was changed after it was encrypted, so nothing of it was taken. Have it sent again.</source>
        <translation>Dies wurde nach dem Verschlüsseln verändert; darum wurde nichts davon übernommen. Lassen Sie es noch einmal senden.</translation>
    </message>
    <message>
        <source>Nobody has signed it: it is not known who encrypted it, or whether it was changed.</source>
        <translation>Niemand hat es unterschrieben: Wer es verschlüsselt hat und ob es verändert wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Encrypted and signed by you.</source>
        <translation>Von Ihnen verschlüsselt und unterschrieben.</translation>
    </message>
    <message>
        <source>Signed by an account that claims the address %1 of one of your contacts and is not theirs. Do not trust it.</source>
        <translation>Unterschrieben von einem Konto, das die Adresse %1 eines Ihrer Kontakte angibt und nicht dessen Konto ist. Vertrauen Sie ihm nicht.</translation>
    </message>
    <message>
        <source>Encrypted and signed by %1. %2</source>
        <translation>Verschlüsselt und unterschrieben von %1. %2</translation>
    </message>
    <message>
        <source>You are the only administrator of this group. Make another member an administrator first, or end the group for everybody.</source>
        <translation>Sie verwalten diese Gruppe allein. Lassen Sie erst ein anderes Mitglied mit verwalten, oder lösen Sie die Gruppe für alle auf.</translation>
    </message>
    <message>
        <source>Nobody whom you made an administrator has accepted that yet. You can leave as soon as somebody has.</source>
        <translation>Noch niemand, den Sie mit verwalten lassen wollen, hat zugestimmt. Sobald jemand zugestimmt hat, können Sie die Gruppe verlassen.</translation>
    </message>
    <message>
        <source>The account is the only administrator of a group, which would be lost to all its members. On the page Groups, make another member an administrator and wait until that is accepted, or end the group. The account was not deleted.</source>
        <translation>Das Konto verwaltet eine Gruppe allein, sie ginge allen ihren Mitgliedern verloren. Lassen Sie auf der Seite Gruppen ein anderes Mitglied mit verwalten und warten Sie, bis es zustimmt, oder lösen Sie die Gruppe auf. Das Konto wurde nicht gelöscht.</translation>
    </message>
</context>
<context>
    <name>GroupTextDialog</name>
    <message>
        <source>Open an encrypted text</source>
        <translation>Verschlüsselten Text öffnen</translation>
    </message>
    <message>
        <source>Encrypt a text for “%1”</source>
        <translation>Text für „%1“ verschlüsseln</translation>
    </message>
    <message>
        <source>Paste all of what somebody has sent you.</source>
        <translation>Fügen Sie alles ein, was Ihnen jemand geschickt hat.</translation>
    </message>
    <message>
        <source>What comes out can go by mail or chat: only the members of the group can open it.</source>
        <translation>Was herauskommt, kann mit Mail oder Chat verschickt werden: Nur die Mitglieder der Gruppe können es öffnen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Verschlüsseln</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Encrypted text</source>
        <translation>Verschlüsselter Text</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>A longer one is encrypted as a file.</source>
        <translation>Ein längerer wird als Datei verschlüsselt.</translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source>To encrypt a file, drop it on one of the groups.</source>
        <translation>Um eine Datei zu verschlüsseln, legen Sie sie auf einer der Gruppen ab.</translation>
    </message>
    <message>
        <source>%1 is invited</source>
        <translation>%1 ist eingeladen</translation>
    </message>
    <message>
        <source>%1 is no longer a member</source>
        <translation>%1 ist nicht mehr Mitglied</translation>
    </message>
    <message>
        <source>%1 is asked to be an administrator</source>
        <translation>%1 ist gebeten, die Gruppe mit zu verwalten</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>Eine Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open an encrypted file</source>
        <translation>Verschlüsselte Datei öffnen</translation>
    </message>
    <message>
        <source>Open an encrypted text</source>
        <translation>Verschlüsselten Text öffnen</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation>Noch keine Gruppen</translation>
    </message>
    <message>
        <source>What is encrypted to a group, every member can open, as long as they belong to it. Invitations of others come to your inbox.</source>
        <translation>Was für eine Gruppe verschlüsselt ist, kann jedes Mitglied öffnen, solange es zu ihr gehört. Einladungen anderer kommen in Ihren Eingang.</translation>
    </message>
    <message>
        <source>Make the first group</source>
        <translation>Die erste Gruppe anlegen</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Choose a group to encrypt something for it, or to see its members.</source>
        <translation>Wählen Sie eine Gruppe, um etwas für sie zu verschlüsseln oder ihre Mitglieder zu sehen.</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Encrypt a file…</source>
        <translation>Datei verschlüsseln …</translation>
    </message>
    <message>
        <source>This is no file on this computer. Save it here first.</source>
        <translation>Das ist keine Datei auf diesem Computer. Speichern Sie sie zuerst hier.</translation>
    </message>
    <message>
        <source>Encrypt a text…</source>
        <translation>Text verschlüsseln …</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Invite a contact…</source>
        <translation>Kontakt einladen …</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>The group goes from this account’s list. Whether you can come back, its administrators decide.</source>
        <translation>Die Gruppe kommt von der Liste dieses Kontos. Ob Sie zurückkommen können, entscheidet ihre Verwaltung.</translation>
    </message>
    <message>
        <source>End the group…</source>
        <translation>Gruppe auflösen …</translation>
    </message>
    <message>
        <source>Leave the group…</source>
        <translation>Gruppe verlassen …</translation>
    </message>
    <message>
        <source>The group gets an address of its own at your service, and you are its administrator.</source>
        <translation>Die Gruppe bekommt eine eigene Adresse bei Ihrem Dienst, und Sie verwalten sie.</translation>
    </message>
    <message>
        <source>Make the group</source>
        <translation>Gruppe anlegen</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>Such as family or board</source>
        <translation>Etwa familie oder vorstand</translation>
    </message>
    <message>
        <source>Make %1 an administrator?</source>
        <translation>%1 die Gruppe mit verwalten lassen?</translation>
    </message>
    <message>
        <source>Administrators have the whole key of the group. They invite and remove members, remove other administrators, you too, and can end the group.</source>
        <translation>Wer die Gruppe verwaltet, hat ihren ganzen Schlüssel, lädt Mitglieder ein und entfernt sie, entfernt andere aus der Verwaltung, auch Sie, und kann die Gruppe auflösen.</translation>
    </message>
    <message>
        <source>Make administrator</source>
        <translation>Mit verwalten lassen</translation>
    </message>
    <message>
        <source>Remove %1 from the group?</source>
        <translation>%1 aus der Gruppe entfernen?</translation>
    </message>
    <message>
        <source>From now on the group’s service does not help to open anything, old or new. What was opened already stays with them.</source>
        <translation>Von jetzt an hilft der Dienst der Gruppe nicht mehr, etwas zu öffnen, weder Altes noch Neues. Was schon geöffnet wurde, behält das Mitglied.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>„%1“ verlassen?</translation>
    </message>
    <message>
        <source>You can then no longer open what is encrypted to it.</source>
        <translation>Sie können dann nicht mehr öffnen, was für sie verschlüsselt ist.</translation>
    </message>
    <message>
        <source>End “%1”?</source>
        <translation>„%1“ auflösen?</translation>
    </message>
    <message>
        <source>It ends for everybody and for good: nobody can open any more what was encrypted to it, you included. Open first what you want to keep.</source>
        <translation>Sie endet für alle und für immer: Niemand kann mehr öffnen, was für sie verschlüsselt wurde, auch Sie nicht. Öffnen Sie vorher, was Sie behalten wollen.</translation>
    </message>
    <message>
        <source>End the group</source>
        <translation>Gruppe auflösen</translation>
    </message>
    <message>
        <source>File to encrypt</source>
        <translation>Datei zum Verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Verschlüsselte Datei</translation>
    </message>
    <message>
        <source>Encrypted files (*.dare)</source>
        <translation>Verschlüsselte Dateien (*.dare)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>You have left “%1”</source>
        <translation>Sie haben „%1“ verlassen</translation>
    </message>
    <message>
        <source>“%1” has ended</source>
        <translation>„%1“ ist aufgelöst</translation>
    </message>
    <message>
        <source>Leave or end</source>
        <translation>Verlassen oder auflösen</translation>
    </message>
    <message>
        <source>To leave, make another member an administrator first, who goes on with the group. Or end it for everybody.</source>
        <translation>Um die Gruppe zu verlassen, lassen Sie erst ein anderes Mitglied mit verwalten, das sie weiterführt. Oder lösen Sie sie für alle auf.</translation>
    </message>
    <message>
        <source>You can then no longer open what is encrypted to it, nor decide who belongs to it: the other administrators do.</source>
        <translation>Danach können Sie nicht mehr öffnen, was an sie verschlüsselt ist, und nicht mehr bestimmen, wer dazugehört: Das tun die anderen, die sie verwalten.</translation>
    </message>
    <message>
        <source>Group’s card…</source>
        <translation>Karte der Gruppe …</translation>
    </message>
    <message>
        <source>Drop files here: all members of the group can open them, and nobody else.</source>
        <translation>Dateien hier ablegen: Alle Mitglieder der Gruppe können sie öffnen, und sonst niemand.</translation>
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
    <message>
        <source>There are no earlier versions.</source>
        <translation>Es gibt keine früheren Versionen.</translation>
    </message>
</context>
<context>
    <name>HolderField</name>
    <message>
        <source>Share %1</source>
        <translation>Teil %1</translation>
    </message>
    <message>
        <source>A person, a safe, a notary…</source>
        <translation>Eine Person, ein Tresor, ein Notariat …</translation>
    </message>
</context>
<context>
    <name>HomeAccountNote</name>
    <message>
        <source>Show the home account</source>
        <translation>Das Stammkonto anzeigen</translation>
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
    <message>
        <source>Files to import (%1)</source>
        <translation>Dateien zum Importieren (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
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
    <name>InheritancePage</name>
    <message>
        <source>What survives me</source>
        <translation>Was mich überlebt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Whoever recovers your mesh from shares reads everything that survives you: heirs, or you yourself after losing all devices. What dies with you is read by your devices only, and is gone with the last of them.</source>
        <translation>Wer Ihr Mesh aus Teilen wiederherstellt, liest alles, was Sie überlebt: Ihre Erben, oder Sie selbst, wenn Sie alle Geräte verloren haben. Was mit Ihnen stirbt, lesen nur Ihre Geräte, und mit dem letzten von ihnen ist es fort.</translation>
    </message>
    <message numerus="yes">
        <source>This mesh was recovered. %n entries died with their devices; a device from before that is still connected has them.</source>
        <translation>
            <numerusform>Dieses Mesh wurde wiederhergestellt. %n Eintrag ist mit seinen Geräten gestorben; ein Gerät von vorher, das noch verbunden ist, hat ihn.</numerusform>
            <numerusform>Dieses Mesh wurde wiederhergestellt. %n Einträge sind mit ihren Geräten gestorben; ein Gerät von vorher, das noch verbunden ist, hat sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages, groups, applications and the list of your devices always survive you: others write to you, and your programs need them.</source>
        <translation>Nachrichten, Gruppen, Anwendungen und die Liste Ihrer Geräte überleben Sie immer: Andere schreiben Ihnen, und Ihre Programme brauchen sie.</translation>
    </message>
    <message>
        <source>“%1” shall die with you?</source>
        <translation>„%1“ soll mit Ihnen sterben?</translation>
    </message>
    <message>
        <source>“%1” shall survive you?</source>
        <translation>„%1“ soll Sie überleben?</translation>
    </message>
    <message>
        <source>Its entries are encrypted anew, with a key that only your devices have. Shares do not open it: if you lose all devices, nobody brings these entries back, you neither. What your service has of them from before stays readable for whoever recovers your mesh.</source>
        <translation>Die Einträge werden neu verschlüsselt, mit einem Schlüssel, den nur Ihre Geräte haben. Teile öffnen ihn nicht: Wenn Sie alle Geräte verlieren, bringt niemand diese Einträge zurück, auch Sie nicht. Was Ihr Dienst von früher davon hat, bleibt lesbar für den, der Ihr Mesh wiederherstellt.</translation>
    </message>
    <message>
        <source>Its entries are encrypted anew, so that whoever recovers your mesh from shares can read them.</source>
        <translation>Die Einträge werden neu verschlüsselt, so dass sie lesen kann, wer Ihr Mesh aus Teilen wiederherstellt.</translation>
    </message>
    <message>
        <source>Let it die with me</source>
        <translation>Mit mir sterben lassen</translation>
    </message>
    <message>
        <source>Let it survive me</source>
        <translation>Mich überleben lassen</translation>
    </message>
    <message>
        <source>“%1” dies with you</source>
        <translation>„%1“ stirbt mit Ihnen</translation>
    </message>
    <message>
        <source>“%1” survives you</source>
        <translation>„%1“ überlebt Sie</translation>
    </message>
    <message>
        <source>Your entries</source>
        <translation>Ihre Einträge</translation>
    </message>
    <message>
        <source>This is decided on a device that manages the others.</source>
        <translation>Das wird auf einem Gerät entschieden, das die anderen verwaltet.</translation>
    </message>
</context>
<context>
    <name>InheritanceRow</name>
    <message>
        <source>Survives me</source>
        <translation>Überlebt mich</translation>
    </message>
    <message>
        <source>Dies with me</source>
        <translation>Stirbt mit mir</translation>
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
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Counts from the start, or from the end if there is none.</source>
        <translation>Zählt ab dem Beginn, ohne einen ab dem Ende.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
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
    <name>LogCheckPage</name>
    <message>
        <source>Compare with another device</source>
        <translation>Mit einem anderen Gerät vergleichen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The service keeps a log of what it publishes and signs how far it is. If it showed different people different logs, this would come to light here: what passes from one screen to the other it cannot change. Compare with a device of your own or of anybody whose account is at the same service.</source>
        <translation>Der Dienst führt ein Protokoll über das, was er veröffentlicht, und unterschreibt, wie weit es ist. Zeigte er verschiedenen Leuten verschiedene Protokolle, käme es hier heraus: Was von einem Bildschirm zum anderen geht, kann er nicht ändern. Vergleichen Sie mit einem eigenen Gerät oder mit dem von jemandem, dessen Konto beim selben Dienst ist.</translation>
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
        <source>QR code of what the service told this device</source>
        <translation>QR-Code dessen, was der Dienst diesem Gerät gesagt hat</translation>
    </message>
    <message>
        <source>As the service stated it: %1. Nothing in the code is secret. On the other device: Security, the service among the signatures, “Compare with another device”, “Read a code”.</source>
        <translation>Stand der Aussage des Dienstes: %1. Nichts in dem Code ist geheim. Auf dem anderen Gerät: Sicherheit, der Dienst unter den Unterschriften, „Mit einem anderen Gerät vergleichen“, „Code einlesen“.</translation>
    </message>
    <message>
        <source>Copy the code as text</source>
        <translation>Code als Text kopieren</translation>
    </message>
    <message>
        <source>Show the statements</source>
        <translation>Aussagen anzeigen</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Anderer Code</translation>
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
        <translation>Der Text des Bildes, oder was auf dem anderen Gerät kopiert wurde.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Neuer Code</translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message>
        <source>It claims to be older than the state of the log that it names.</source>
        <translation>Es gibt sich für älter aus als den Stand des Protokolls, den es nennt.</translation>
    </message>
    <message>
        <source>This code says nothing about the log of a service. On the other device: Security, the service among the signatures, “Compare with another device”.</source>
        <translation>Dieser Code sagt nichts über das Protokoll eines Dienstes. Auf dem anderen Gerät: Sicherheit, der Dienst unter den Unterschriften, „Mit einem anderen Gerät vergleichen“.</translation>
    </message>
    <message>
        <source>The code is about another service than yours, which this device cannot compare.</source>
        <translation>Der Code handelt von einem anderen Dienst als Ihrem, das kann dieses Gerät nicht vergleichen.</translation>
    </message>
    <message>
        <source>Your service has not signed what the code says. Whoever shows it may have changed it; it says nothing about the service.</source>
        <translation>Was der Code sagt, hat Ihr Dienst nicht unterschrieben. Wer ihn zeigt, kann ihn verändert haben; über den Dienst sagt er nichts.</translation>
    </message>
    <message>
        <source>The service has told this device nothing about its log yet. Try again once it can be reached.</source>
        <translation>Der Dienst hat diesem Gerät noch nichts über sein Protokoll gesagt. Versuchen Sie es noch einmal, sobald er erreichbar ist.</translation>
    </message>
    <message>
        <source>The code also says something about the log of your service, which the service has not signed.</source>
        <translation>Der Code sagt auch etwas über das Protokoll Ihres Dienstes, das der Dienst nicht unterschrieben hat.</translation>
    </message>
    <message>
        <source>Your service told this person something else about its log than you: both cannot be true. See “Log of the service” on the page Security.</source>
        <translation>Ihr Dienst hat dieser Person etwas anderes über sein Protokoll gesagt als Ihnen: Beides kann nicht wahr sein. Siehe „Protokoll des Dienstes“ auf der Seite Sicherheit.</translation>
    </message>
    <message>
        <source>Your service told both of you exactly the same about its log.</source>
        <translation>Ihr Dienst hat Ihnen beiden genau dasselbe über sein Protokoll gesagt.</translation>
    </message>
    <message>
        <source>What your service told both of you about its log fits together.</source>
        <translation>Was Ihr Dienst Ihnen beiden über sein Protokoll gesagt hat, passt zusammen.</translation>
    </message>
    <message>
        <source>It was made no earlier than %1: the service signed that its log was so far then, and that fits what it says otherwise.</source>
        <translation>Es wurde nicht vor %1 gemacht: Der Dienst hat unterschrieben, dass sein Protokoll damals so weit war, und das passt zu dem, was er sonst sagt.</translation>
    </message>
    <message>
        <source>What it says of the service&apos;s log does not hold. %1</source>
        <translation>Was es über das Protokoll des Dienstes sagt, stimmt nicht. %1</translation>
    </message>
    <message>
        <source>This cannot be checked here, so nothing follows from it.</source>
        <translation>Das lässt sich hier nicht prüfen, also folgt nichts daraus.</translation>
    </message>
</context>
<context>
    <name>MadeShareCard</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Check characters: %1</source>
        <translation>Prüfzeichen: %1</translation>
    </message>
    <message>
        <source>Look at the page</source>
        <translation>Seite ansehen</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>New mail account</source>
        <translation>Neues Mailkonto</translation>
    </message>
    <message>
        <source>No mail accounts yet</source>
        <translation>Noch keine Mailkonten</translation>
    </message>
    <message>
        <source>Keep the servers, the passwords and the key of a mail account, and set up mail programs with them. Only your devices can read them.</source>
        <translation>Bewahren Sie die Server, die Passwörter und den Schlüssel eines Mailkontos auf und richten Sie Mailprogramme damit ein. Nur Ihre Geräte können sie lesen.</translation>
    </message>
    <message>
        <source>Add the first account</source>
        <translation>Das erste Konto anlegen</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Write for a mail program</source>
        <translation>Für ein Mailprogramm schreiben</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Mailadresse</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Incoming mail</source>
        <translation>Eingehende Mail</translation>
    </message>
    <message>
        <source>Outgoing mail</source>
        <translation>Ausgehende Mail</translation>
    </message>
    <message>
        <source>Key for S/MIME</source>
        <translation>Schlüssel für S/MIME</translation>
    </message>
    <message>
        <source>With a key you sign mail, and others write to you so that only you can read it. It is the same on all of your devices.</source>
        <translation>Mit einem Schlüssel unterschreiben Sie Mail, und andere schreiben Ihnen so, dass nur Sie es lesen können. Er ist auf allen Ihren Geräten derselbe.</translation>
    </message>
    <message>
        <source>Certificate of</source>
        <translation>Zertifikat von</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>Certificate to a file…</source>
        <translation>Zertifikat in eine Datei …</translation>
    </message>
    <message>
        <source>Key to a file…</source>
        <translation>Schlüssel in eine Datei …</translation>
    </message>
    <message>
        <source>Remove the key</source>
        <translation>Schlüssel entfernen</translation>
    </message>
    <message>
        <source>Remove the key?</source>
        <translation>Den Schlüssel entfernen?</translation>
    </message>
    <message>
        <source>Mail that was encrypted for it can then be read only where the key is kept otherwise. It goes when you save; earlier versions keep it.</source>
        <translation>Mail, die für ihn verschlüsselt wurde, lässt sich dann nur noch lesen, wo der Schlüssel sonst aufbewahrt wird. Er geht, wenn Sie speichern; frühere Fassungen behalten ihn.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The file is protected by a passphrase that was chosen when it was written.</source>
        <translation>Die Datei ist durch eine Passphrase geschützt, die beim Schreiben gewählt wurde.</translation>
    </message>
    <message>
        <source>Protect the file</source>
        <translation>Die Datei schützen</translation>
    </message>
    <message>
        <source>The file holds the private key. Choose a passphrase; the mail program asks for it.</source>
        <translation>Die Datei enthält den privaten Schlüssel. Wählen Sie eine Passphrase; das Mailprogramm fragt danach.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Key and certificate (PKCS #12)</source>
        <translation>Schlüssel und Zertifikat (PKCS #12)</translation>
    </message>
    <message>
        <source>PKCS #12 (*.p12 *.pfx)</source>
        <translation>PKCS #12 (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Write key and certificate to a file</source>
        <translation>Schlüssel und Zertifikat in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Write the certificate to a file</source>
        <translation>Das Zertifikat in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Certificate (*.pem)</source>
        <translation>Zertifikat (*.pem)</translation>
    </message>
    <message>
        <source>Write the servers for a mail program</source>
        <translation>Die Server für ein Mailprogramm schreiben</translation>
    </message>
    <message>
        <source>Thunderbird and others (*.xml)</source>
        <translation>Thunderbird und andere (*.xml)</translation>
    </message>
    <message>
        <source>Apple devices (*.mobileconfig)</source>
        <translation>Geräte von Apple (*.mobileconfig)</translation>
    </message>
    <message>
        <source>Key for OpenPGP</source>
        <translation>Schlüssel für OpenPGP</translation>
    </message>
    <message>
        <source>The other way to sign and encrypt mail, which Thunderbird and many others know. It is the same on all of your devices.</source>
        <translation>Die andere Art, Mail zu unterschreiben und zu verschlüsseln, die Thunderbird und viele andere kennen. Der Schlüssel ist auf allen Ihren Geräten derselbe.</translation>
    </message>
    <message>
        <source>Key of</source>
        <translation>Schlüssel von</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Public key to a file…</source>
        <translation>Öffentlicher Schlüssel in eine Datei …</translation>
    </message>
    <message>
        <source>Secret key to a file…</source>
        <translation>Geheimer Schlüssel in eine Datei …</translation>
    </message>
    <message>
        <source>The file is protected by the passphrase that its key has. Leave it empty if it has none.</source>
        <translation>Die Datei ist durch die Passphrase geschützt, die ihr Schlüssel hat. Lassen Sie sie leer, wenn er keine hat.</translation>
    </message>
    <message>
        <source>The file holds the secret key. Choose a passphrase; the mail program asks for it.</source>
        <translation>Die Datei enthält den geheimen Schlüssel. Wählen Sie eine Passphrase; das Mailprogramm fragt danach.</translation>
    </message>
    <message>
        <source>Secret key for OpenPGP</source>
        <translation>Geheimer Schlüssel für OpenPGP</translation>
    </message>
    <message>
        <source>OpenPGP (*.asc *.gpg *.pgp *.key)</source>
        <translation>OpenPGP (*.asc *.gpg *.pgp *.key)</translation>
    </message>
    <message>
        <source>Write the secret key to a file</source>
        <translation>Den geheimen Schlüssel in eine Datei schreiben</translation>
    </message>
    <message>
        <source>OpenPGP (*.asc)</source>
        <translation>OpenPGP (*.asc)</translation>
    </message>
    <message>
        <source>Write the public key to a file</source>
        <translation>Den öffentlichen Schlüssel in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Aus einer Datei importieren …</translation>
    </message>
    <message>
        <source>Import the key</source>
        <translation>Den Schlüssel importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import key and certificate</source>
        <translation>Schlüssel und Zertifikat importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>MailServerSection</name>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Server for outgoing mail</source>
        <translation>Server für ausgehende Mail</translation>
    </message>
    <message>
        <source>Server for incoming mail</source>
        <translation>Server für eingehende Mail</translation>
    </message>
    <message>
        <source>Port for outgoing mail</source>
        <translation>Port für ausgehende Mail</translation>
    </message>
    <message>
        <source>Port for incoming mail</source>
        <translation>Port für eingehende Mail</translation>
    </message>
    <message>
        <source>Encryption of outgoing mail</source>
        <translation>Verschlüsselung ausgehender Mail</translation>
    </message>
    <message>
        <source>Encryption of incoming mail</source>
        <translation>Verschlüsselung eingehender Mail</translation>
    </message>
    <message>
        <source>From the start (TLS)</source>
        <translation>Von Anfang an (TLS)</translation>
    </message>
    <message>
        <source>After the greeting (STARTTLS)</source>
        <translation>Nach der Begrüßung (STARTTLS)</translation>
    </message>
    <message>
        <source>User name for outgoing mail</source>
        <translation>Benutzername für ausgehende Mail</translation>
    </message>
    <message>
        <source>User name for incoming mail</source>
        <translation>Benutzername für eingehende Mail</translation>
    </message>
    <message>
        <source>Password for outgoing mail</source>
        <translation>Passwort für ausgehende Mail</translation>
    </message>
    <message>
        <source>Password for incoming mail</source>
        <translation>Passwort für eingehende Mail</translation>
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
    <message>
        <source>Recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>%1 (for %2)</source>
        <translation>%1 (für %2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Bestätigungen</translation>
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
    <message>
        <source>Who joins can open what is encrypted to the group, as long as they belong to it.</source>
        <translation>Wer beitritt, kann öffnen, was für die Gruppe verschlüsselt ist, solange er zu ihr gehört.</translation>
    </message>
    <message>
        <source>Only contacts can take you into a group. Exchange contacts first, then have the invitation sent again.</source>
        <translation>Nur Kontakte können Sie in eine Gruppe aufnehmen. Tauschen Sie zuerst Kontakte aus, und lassen Sie die Einladung dann noch einmal senden.</translation>
    </message>
    <message>
        <source>Join the group</source>
        <translation>Der Gruppe beitreten</translation>
    </message>
    <message>
        <source>You are to administer this group, too: invite and remove members, and end it.</source>
        <translation>Sie sollen diese Gruppe mit verwalten: Mitglieder einladen und entfernen und sie auflösen können.</translation>
    </message>
    <message>
        <source>Administer the group</source>
        <translation>Die Gruppe mit verwalten</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>To answer</source>
        <translation>Zu beantworten</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
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
    <message>
        <source>You belong to the group now</source>
        <translation>Sie gehören jetzt zur Gruppe</translation>
    </message>
    <message>
        <source>You administer the group now</source>
        <translation>Sie verwalten die Gruppe jetzt mit</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
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
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Delete selected</source>
        <translation>Ausgewählte löschen</translation>
    </message>
    <message>
        <source>Restore selected</source>
        <translation>Ausgewählte wiederherstellen</translation>
    </message>
    <message>
        <source>Which messages are shown</source>
        <translation>Welche Nachrichten gezeigt werden</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Nachrichten</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Bestätigungen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Nothing deleted</source>
        <translation>Nichts gelöscht</translation>
    </message>
    <message>
        <source>What you delete is kept here, and can be brought back.</source>
        <translation>Was Sie löschen, bleibt hier und lässt sich zurückholen.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Try fewer words, or show all messages.</source>
        <translation>Versuchen Sie weniger Wörter, oder zeigen Sie alle Nachrichten.</translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>Alle Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Nothing waits for your answer</source>
        <translation>Nichts wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>What was answered, and what you have asked, is among all confirmations.</source>
        <translation>Was beantwortet ist und was Sie gefragt haben, steht unter allen Bestätigungen.</translation>
    </message>
</context>
<context>
    <name>MoveServiceDialog</name>
    <message>
        <source>Move to another service</source>
        <translation>Zu einem anderen Dienst umziehen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Umziehen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>Neuer Dienst</translation>
    </message>
    <message>
        <source>Its name; or the whole address if the account shall be called differently there.</source>
        <translation>Sein Name; oder die ganze Adresse, wenn das Konto dort anders heißen soll.</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>1. The new service gets a copy of everything. Until that is done you can stop, and all stays as it is.</source>
        <translation>1. Der neue Dienst erhält eine Kopie von allem. Bis das getan ist, können Sie anhalten, und alles bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>2. The present service is told where you went. It takes nothing new from your devices any more, but still takes messages for you, which come over.</source>
        <translation>2. Der jetzige Dienst erfährt, wohin Sie gegangen sind. Von Ihren Geräten nimmt er nichts Neues mehr an, wohl aber Nachrichten für Sie, die dann herüberkommen.</translation>
    </message>
    <message>
        <source>3. Your other devices follow by themselves, and your contacts get your new address.</source>
        <translation>3. Ihre anderen Geräte folgen von selbst, und Ihre Kontakte erhalten Ihre neue Adresse.</translation>
    </message>
    <message>
        <source>4. When all of your devices have followed, the account at the present service is deleted.</source>
        <translation>4. Wenn alle Ihre Geräte gefolgt sind, wird das Konto beim jetzigen Dienst gelöscht.</translation>
    </message>
    <message>
        <source>Groups and files that you have published stay at the present service.</source>
        <translation>Gruppen und Dateien, die Sie veröffentlicht haben, bleiben beim jetzigen Dienst.</translation>
    </message>
    <message>
        <source>Follow to another service</source>
        <translation>Zu einem anderen Dienst folgen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>If your account has moved and this device did not hear of it, enter where it is now. What only this device has is taken there.</source>
        <translation>Falls Ihr Konto umgezogen ist und dieses Gerät nichts davon erfahren hat, geben Sie ein, wo es jetzt ist. Was nur dieses Gerät hat, wird dorthin mitgenommen.</translation>
    </message>
    <message>
        <source>Move to this computer</source>
        <translation>Auf diesen Computer umziehen</translation>
    </message>
    <message>
        <source>Where your account is kept from now on</source>
        <translation>Wo Ihr Konto von nun an liegt</translation>
    </message>
    <message>
        <source>A Mesh service</source>
        <translation>Ein Mesh-Dienst</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Your devices reach it at any time. It keeps what it cannot read.</source>
        <translation>Ihre Geräte erreichen ihn jederzeit. Er bewahrt auf, was er nicht lesen kann.</translation>
    </message>
    <message>
        <source>No service elsewhere has it. Your other devices reach it while this program runs.</source>
        <translation>Kein Dienst anderswo hat es. Ihre anderen Geräte erreichen es, solange dieses Programm läuft.</translation>
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
        <source>1. This computer gets a copy of everything. Until that is done you can stop, and all stays as it is.</source>
        <translation>1. Dieser Computer bekommt eine Kopie von allem. Bis das geschehen ist, können Sie aufhören, und alles bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>People at other services cannot send you messages any more, as they do not reach this computer. Your other devices reach it in the same local network, where it becomes visible for them. Nobody else has a copy: keep a second device connected, or save an archive.</source>
        <translation>Wer bei einem anderen Dienst ist, kann Ihnen keine Nachrichten mehr schicken, weil er diesen Computer nicht erreicht. Ihre anderen Geräte erreichen ihn im selben lokalen Netz, wo er für sie sichtbar wird. Sonst hat niemand eine Kopie: Lassen Sie ein zweites Gerät verbunden, oder sichern Sie ein Archiv.</translation>
    </message>
</context>
<context>
    <name>MoveServiceSection</name>
    <message>
        <source>Change of service</source>
        <translation>Wechsel des Dienstes</translation>
    </message>
    <message>
        <source>Your account can move to another Mesh service with everything in it. Your address changes; your devices and contacts learn the new one.</source>
        <translation>Ihr Konto kann mit allem, was darin ist, zu einem anderen Mesh-Dienst umziehen. Ihre Adresse ändert sich; Ihre Geräte und Kontakte erfahren die neue.</translation>
    </message>
    <message>
        <source>Move to another service…</source>
        <translation>Zu einem anderen Dienst umziehen …</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 nach %2</translation>
    </message>
    <message>
        <source>The move was interrupted before it was decided. Go on, or call it off; your account works as before meanwhile.</source>
        <translation>Der Umzug wurde unterbrochen, bevor er feststand. Setzen Sie ihn fort oder lassen Sie ihn bleiben; Ihr Konto arbeitet so lange wie zuvor.</translation>
    </message>
    <message>
        <source>Your account is at the new service. The former one will be left in a moment.</source>
        <translation>Ihr Konto ist beim neuen Dienst. Der frühere wird gleich verlassen.</translation>
    </message>
    <message>
        <source>Your account is at the new service. The former one still takes messages for you until these devices have followed: %1. Switch them on once, or do not wait for them.</source>
        <translation>Ihr Konto ist beim neuen Dienst. Der frühere nimmt noch Nachrichten für Sie an, bis diese Geräte gefolgt sind: %1. Schalten Sie sie einmal ein, oder warten Sie nicht auf sie.</translation>
    </message>
    <message>
        <source>The move goes on as soon as both services can be reached.</source>
        <translation>Der Umzug geht weiter, sobald beide Dienste erreichbar sind.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Bleiben lassen</translation>
    </message>
    <message>
        <source>Do not wait…</source>
        <translation>Nicht warten …</translation>
    </message>
    <message>
        <source>Leave the former service now?</source>
        <translation>Den früheren Dienst jetzt verlassen?</translation>
    </message>
    <message>
        <source>Messages to your former address are not taken any more. A device that has not followed yet finds the way by itself within 30 days; later it has to be connected anew.</source>
        <translation>Nachrichten an Ihre frühere Adresse werden dann nicht mehr angenommen. Ein Gerät, das noch nicht gefolgt ist, findet den Weg innerhalb von 30 Tagen von selbst; später muss es neu verbunden werden.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>It is moved on a device that manages the others. This one follows by itself, unless the former service went away too early.</source>
        <translation>Umgezogen wird auf einem Gerät, das die anderen verwaltet. Dieses folgt von selbst, außer wenn der frühere Dienst zu früh verschwunden ist.</translation>
    </message>
    <message>
        <source>Follow to another service…</source>
        <translation>Zu einem anderen Dienst folgen …</translation>
    </message>
    <message>
        <source>Your account is at the new service. The former one was not there; it is looked for until you do not want to wait. On devices that do not follow by themselves, enter the new service here in the settings.</source>
        <translation>Ihr Konto ist beim neuen Dienst. Der frühere war nicht da; nach ihm wird gesehen, bis Sie nicht mehr warten wollen. Auf Geräten, die nicht von selbst folgen, geben Sie den neuen Dienst hier in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>The move goes on as soon as the new service can be reached.</source>
        <translation>Der Umzug geht weiter, sobald der neue Dienst erreichbar ist.</translation>
    </message>
    <message>
        <source>Go on without the former service…</source>
        <translation>Ohne den früheren Dienst weitermachen …</translation>
    </message>
    <message>
        <source>Go on without the former service?</source>
        <translation>Ohne den früheren Dienst weitermachen?</translation>
    </message>
    <message>
        <source>If it is gone for good, your account lives on at %1 with everything that this device has. What only the former service has, such as messages that no device has fetched, stays there. Your other devices may not hear of it: enter the new service there, in the settings.</source>
        <translation>Wenn er für immer verschwunden ist, lebt Ihr Konto als %1 weiter, mit allem, was dieses Gerät hat. Was nur der frühere Dienst hat, etwa Nachrichten, die kein Gerät abgeholt hat, bleibt dort. Ihre anderen Geräte erfahren vielleicht nichts davon: Geben Sie dort in den Einstellungen den neuen Dienst ein.</translation>
    </message>
    <message>
        <source>Your account is on this computer only, without any service elsewhere. It can move to a Mesh service with everything in it. Your address changes; your devices and contacts learn the new one.</source>
        <translation>Ihr Konto liegt nur auf diesem Computer, ohne einen Dienst anderswo. Es kann mit allem, was darin ist, zu einem Mesh-Dienst umziehen. Ihre Adresse ändert sich; Ihre Geräte und Kontakte erfahren die neue.</translation>
    </message>
    <message>
        <source>Your account can move to another Mesh service with everything in it, or to this computer, where it needs no service elsewhere. Your address changes; your devices and contacts learn the new one.</source>
        <translation>Ihr Konto kann mit allem, was darin ist, zu einem anderen Mesh-Dienst umziehen oder auf diesen Computer, wo es keinen Dienst anderswo braucht. Ihre Adresse ändert sich; Ihre Geräte und Kontakte erfahren die neue.</translation>
    </message>
    <message>
        <source>Move to another service or to this computer…</source>
        <translation>Zu einem anderen Dienst oder auf diesen Computer umziehen …</translation>
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
    <name>NetworkFileCard</name>
    <message>
        <source>On another computer: %1</source>
        <translation>Auf einem anderen Computer: %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Aus einer Datei importieren …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>NetworkText</name>
    <message>
        <source>Wi-Fi</source>
        <translation>WLAN</translation>
    </message>
    <message>
        <source>WireGuard</source>
        <translation>WireGuard</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Open, encrypted</source>
        <translation>Offen, verschlüsselt</translation>
    </message>
    <message>
        <source>WPA2</source>
        <translation>WPA2</translation>
    </message>
    <message>
        <source>WPA3</source>
        <translation>WPA3</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>Mit Anmeldung</translation>
    </message>
    <message>
        <source>IPsec</source>
        <translation>IPsec</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Certificate (EAP-TLS)</source>
        <translation>Zertifikat (EAP-TLS)</translation>
    </message>
    <message>
        <source>Certificate and password</source>
        <translation>Zertifikat und Passwort</translation>
    </message>
    <message>
        <source>Shared key</source>
        <translation>Gemeinsamer Schlüssel</translation>
    </message>
    <message>
        <source>Shared key, the gateway by certificate</source>
        <translation>Gemeinsamer Schlüssel, das Gateway mit Zertifikat</translation>
    </message>
    <message>
        <source>Static key</source>
        <translation>Statischer Schlüssel</translation>
    </message>
    <message>
        <source>How this end calls itself</source>
        <translation>Wie sich dieses Ende nennt</translation>
    </message>
    <message>
        <source>How the gateway must call itself</source>
        <translation>Wie sich das Gateway nennen muss</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Ciphers</source>
        <translation>Verschlüsselungsverfahren</translation>
    </message>
    <message>
        <source>Cipher of older gateways</source>
        <translation>Verfahren älterer Gateways</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsummenverfahren</translation>
    </message>
    <message>
        <source>Proposals for the key exchange (IKE)</source>
        <translation>Vorschläge für den Schlüsselaustausch (IKE)</translation>
    </message>
    <message>
        <source>Proposals for the data (ESP)</source>
        <translation>Vorschläge für die Daten (ESP)</translation>
    </message>
    <message>
        <source>%1 (inside)</source>
        <translation>%1 (innen)</translation>
    </message>
    <message>
        <source>Further certificates</source>
        <translation>Weitere Zertifikate</translation>
    </message>
    <message>
        <source>Your certificate</source>
        <translation>Ihr Zertifikat</translation>
    </message>
    <message>
        <source>Certificate of the authority</source>
        <translation>Zertifikat der Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Your private key</source>
        <translation>Ihr privater Schlüssel</translation>
    </message>
    <message>
        <source>Revoked certificates</source>
        <translation>Widerrufene Zertifikate</translation>
    </message>
    <message>
        <source>Key of everybody (%1)</source>
        <translation>Schlüssel aller (%1)</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>ist nicht da</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>ist zu groß</translation>
    </message>
    <message>
        <source>holds something else</source>
        <translation>enthält etwas anderes</translation>
    </message>
    <message>
        <source>is of a kind that is not taken</source>
        <translation>ist von einer Art, die nicht genommen wird</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>is neither a certificate nor a key</source>
        <translation>ist weder ein Zertifikat noch ein Schlüssel</translation>
    </message>
</context>
<context>
    <name>NetworksPage</name>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>Neues Netz</translation>
    </message>
    <message>
        <source>No networks yet</source>
        <translation>Noch keine Netze</translation>
    </message>
    <message>
        <source>Keep Wi-Fi passwords and the settings of virtual private networks. Only your devices can read them.</source>
        <translation>Bewahren Sie WLAN-Passwörter und die Einstellungen virtueller privater Netze auf. Nur Ihre Geräte können sie lesen.</translation>
    </message>
    <message>
        <source>Add the first network</source>
        <translation>Erstes Netz hinzufügen</translation>
    </message>
    <message>
        <source>Import from another program</source>
        <translation>Aus einem anderen Programm importieren</translation>
    </message>
    <message>
        <source>Read a Wi-Fi code</source>
        <translation>WLAN-Code lesen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Show as a code</source>
        <translation>Als Code zeigen</translation>
    </message>
    <message>
        <source>Write to a file</source>
        <translation>In eine Datei schreiben</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>WLAN</translation>
    </message>
    <message>
        <source>WireGuard</source>
        <translation>WireGuard</translation>
    </message>
    <message>
        <source>Name of the network (SSID)</source>
        <translation>Name des Netzes (SSID)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The name is no text. It is kept as it is unless you change it.</source>
        <translation>Der Name ist kein Text. Er bleibt, wie er ist, solange Sie ihn nicht ändern.</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Encrypted without a password (OWE)</source>
        <translation>Verschlüsselt ohne Passwort (OWE)</translation>
    </message>
    <message>
        <source>WPA2 with a password</source>
        <translation>WPA2 mit Passwort</translation>
    </message>
    <message>
        <source>WPA3 with a password</source>
        <translation>WPA3 mit Passwort</translation>
    </message>
    <message>
        <source>Each person signs in (enterprise)</source>
        <translation>Jede Person meldet sich an (Enterprise)</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>Schlüssel erzeugen</translation>
    </message>
    <message>
        <source>Public key of this end</source>
        <translation>Öffentlicher Schlüssel dieses Endes</translation>
    </message>
    <message>
        <source>Hidden network</source>
        <translation>Verstecktes Netz</translation>
    </message>
    <message>
        <source>It does not announce its name.</source>
        <translation>Es gibt seinen Namen nicht bekannt.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Inside of it</source>
        <translation>Darin</translation>
    </message>
    <message>
        <source>Name that others see</source>
        <translation>Name, den andere sehen</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <source>The password goes to no other server.</source>
        <translation>An keinen anderen Server geht das Passwort.</translation>
    </message>
    <message>
        <source>This end</source>
        <translation>Dieses Ende</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>Nameserver</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Largest packet (MTU)</source>
        <translation>Größtes Paket (MTU)</translation>
    </message>
    <message>
        <source>Add a peer</source>
        <translation>Gegenstelle hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n further settings are kept and written to files.</source>
        <translation>
            <numerusform>%n weitere Einstellung wird aufbewahrt und in Dateien geschrieben.</numerusform>
            <numerusform>%n weitere Einstellungen werden aufbewahrt und in Dateien geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the network to a file</source>
        <translation>Netz in eine Datei schreiben</translation>
    </message>
    <message>
        <source>WireGuard (*.conf)</source>
        <translation>WireGuard (*.conf)</translation>
    </message>
    <message>
        <source>NetworkManager (*.nmconnection)</source>
        <translation>NetworkManager (*.nmconnection)</translation>
    </message>
    <message>
        <source>IPsec</source>
        <translation>IPsec</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Which program of NetworkManager connects.</source>
        <translation>Welches Programm von NetworkManager die Verbindung herstellt.</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Anmelden mit</translation>
    </message>
    <message>
        <source>Shared key</source>
        <translation>Gemeinsamer Schlüssel</translation>
    </message>
    <message>
        <source>The same for everybody who uses the network.</source>
        <translation>Für alle, die das Netzwerk nutzen, derselbe.</translation>
    </message>
    <message>
        <source>Certificates and keys</source>
        <translation>Zertifikate und Schlüssel</translation>
    </message>
    <message>
        <source>They are kept in the entry and go with it to your devices. They are written beside the file when the network is exported.</source>
        <translation>Sie liegen im Eintrag und gehen mit ihm auf Ihre Geräte. Wird das Netzwerk in eine Datei geschrieben, liegen sie daneben.</translation>
    </message>
    <message>
        <source>Passphrase of the private key</source>
        <translation>Passphrase des privaten Schlüssels</translation>
    </message>
    <message>
        <source>Further certificates and keys</source>
        <translation>Weitere Zertifikate und Schlüssel</translation>
    </message>
    <message>
        <source>Further settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>A connection of NetworkManager (*.nmconnection), with the certificates and keys that it names, or a tunnel of WireGuard (*.conf). Delete the file afterwards if others can read it.</source>
        <translation>Eine Verbindung von NetworkManager (*.nmconnection) mit den Zertifikaten und Schlüsseln, die sie nennt, oder ein Tunnel von WireGuard (*.conf). Löschen Sie die Datei danach, wenn andere sie lesen können.</translation>
    </message>
    <message>
        <source>Certificate or key</source>
        <translation>Zertifikat oder Schlüssel</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.der *.key *.crl)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.der *.key *.crl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>NewAccountDialog</name>
    <message>
        <source>New account</source>
        <translation>Neues Konto</translation>
    </message>
    <message>
        <source>It has its own address, contacts, passwords and messages, and comes to all of your devices.</source>
        <translation>Es hat seine eigene Adresse, eigene Kontakte, Passwörter und Nachrichten und kommt auf alle Ihre Geräte.</translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
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
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>On the card of this account; may be empty.</source>
        <translation>Auf der Karte dieses Kontos; kann leer bleiben.</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Wo es liegt</translation>
    </message>
    <message>
        <source>With the home account</source>
        <translation>Beim Stammkonto</translation>
    </message>
    <message>
        <source>At another service</source>
        <translation>Bei einem anderen Dienst</translation>
    </message>
    <message>
        <source>The service of %1.</source>
        <translation>Der Dienst von %1.</translation>
    </message>
    <message>
        <source>Then neither service knows of what the other keeps.</source>
        <translation>Dann weiß keiner der Dienste, was der andere aufbewahrt.</translation>
    </message>
    <message>
        <source>Service domain</source>
        <translation>Domain des Dienstes</translation>
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
    <name>OperatorText</name>
    <message>
        <source>What the service shows of who runs it is not believed. %1 The service itself is the same as before.</source>
        <translation>Was der Dienst darüber zeigt, wer ihn betreibt, wird nicht geglaubt. %1 Der Dienst selbst ist derselbe wie zuvor.</translation>
    </message>
    <message>
        <source>Somebody signed that they run it, under conditions that this program does not understand: nothing follows from that.</source>
        <translation>Jemand hat unterschrieben, ihn zu betreiben, aber unter Bedingungen, die dieses Programm nicht versteht: Daraus folgt nichts.</translation>
    </message>
    <message>
        <source>Run by you: checked by your account&apos;s signature.</source>
        <translation>Von Ihnen betrieben: geprüft an der Unterschrift Ihres Kontos.</translation>
    </message>
    <message>
        <source>Run by somebody who is not in your contacts.</source>
        <translation>Von jemandem betrieben, der nicht unter Ihren Kontakten ist.</translation>
    </message>
    <message>
        <source>Run by %1, who is in your contacts: checked by the signature of that account. %2</source>
        <translation>Betrieben von %1, unter Ihren Kontakten: geprüft an der Unterschrift dieses Kontos. %2</translation>
    </message>
    <message>
        <source>Until now it was run by you.</source>
        <translation>Bisher wurde er von Ihnen betrieben.</translation>
    </message>
    <message>
        <source>Until now it was run by somebody else, who is not in your contacts.</source>
        <translation>Bisher wurde er von jemand anderem betrieben, der nicht unter Ihren Kontakten ist.</translation>
    </message>
    <message>
        <source>Until now it was run by %1, who is in your contacts.</source>
        <translation>Bisher wurde er von %1 betrieben, unter Ihren Kontakten.</translation>
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
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase of the file</source>
        <translation>Passphrase der Datei</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase noch einmal</translation>
    </message>
</context>
<context>
    <name>PeerCard</name>
    <message>
        <source>Peer %1</source>
        <translation>Gegenstelle %1</translation>
    </message>
    <message>
        <source>Public key of peer %1</source>
        <translation>Öffentlicher Schlüssel der Gegenstelle %1</translation>
    </message>
    <message>
        <source>Endpoint of peer %1</source>
        <translation>Endpunkt der Gegenstelle %1</translation>
    </message>
    <message>
        <source>Reached through peer %1</source>
        <translation>Erreichbar über Gegenstelle %1</translation>
    </message>
    <message>
        <source>Seconds between signs of life of peer %1</source>
        <translation>Sekunden zwischen Lebenszeichen der Gegenstelle %1</translation>
    </message>
    <message>
        <source>Preshared key of peer %1</source>
        <translation>Vorab vereinbarter Schlüssel der Gegenstelle %1</translation>
    </message>
    <message>
        <source>Remove peer %1</source>
        <translation>Gegenstelle %1 entfernen</translation>
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
    <name>RecoverPage</name>
    <message>
        <source>Recover a mesh</source>
        <translation>Ein Mesh wiederherstellen</translation>
    </message>
    <message>
        <source>Bring together the shares that were made of your mesh, in any order. Everything that its service keeps comes back, and this device manages the mesh.</source>
        <translation>Bringen Sie die Teile zusammen, die von Ihrem Mesh gemacht wurden, in beliebiger Reihenfolge. Alles, was der Dienst aufbewahrt, kommt zurück, und dieses Gerät verwaltet das Mesh.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Account address</source>
        <translation>Kontoadresse</translation>
    </message>
    <message>
        <source>It is on the pages.</source>
        <translation>Sie steht auf den Seiten.</translation>
    </message>
    <message>
        <source>Enter the service&apos;s network address by hand</source>
        <translation>Netzwerkadresse des Dienstes von Hand eingeben</translation>
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
        <translation>So nennen Ihre anderen Geräte dieses Gerät.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>If you lose all of your devices, only recovery shares bring your mesh back. You decide how many there are, who has them and how many are needed.</source>
        <translation>Wenn Sie alle Ihre Geräte verlieren, bringen nur Wiederherstellungsteile Ihr Mesh zurück. Sie entscheiden, wie viele es gibt, wer sie hat und wie viele nötig sind.</translation>
    </message>
    <message>
        <source>Your mesh is kept on this computer. If it is lost, shares alone do not bring your data back: keep another device connected, or use a Mesh service.</source>
        <translation>Ihr Mesh liegt auf diesem Computer. Geht er verloren, bringen Teile allein Ihre Daten nicht zurück: Lassen Sie ein weiteres Gerät verbunden, oder nutzen Sie einen Mesh-Dienst.</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>No shares were made on this device. Make three, give them to people you trust, and any two bring your mesh back.</source>
        <translation>Auf diesem Gerät wurden keine Teile gemacht. Machen Sie drei, geben Sie sie Menschen, denen Sie vertrauen, und zwei beliebige davon bringen Ihr Mesh zurück.</translation>
    </message>
    <message>
        <source>Make shares</source>
        <translation>Teile machen</translation>
    </message>
    <message>
        <source>Check a share</source>
        <translation>Einen Teil prüfen</translation>
    </message>
    <message>
        <source>Master key</source>
        <translation>Hauptschlüssel</translation>
    </message>
    <message>
        <source>The master key is back until its next use.</source>
        <translation>Der Hauptschlüssel ist bis zu seiner nächsten Verwendung zurück.</translation>
    </message>
    <message>
        <source>The master key is not on this device: with the holders of shares, or on the device where the mesh was started.</source>
        <translation>Der Hauptschlüssel ist nicht auf diesem Gerät: Er liegt bei denen, die Teile haben, oder auf dem Gerät, auf dem das Mesh begonnen wurde.</translation>
    </message>
    <message>
        <source>The master key is on this device, protected by your keychain or passphrase. Safer is to keep it in shares alone.</source>
        <translation>Der Hauptschlüssel ist auf diesem Gerät, geschützt durch Ihren Schlüsselbund oder Ihre Passphrase. Sicherer ist es, ihn nur in Teilen aufzubewahren.</translation>
    </message>
    <message>
        <source>Take it off this device</source>
        <translation>Von diesem Gerät nehmen</translation>
    </message>
    <message>
        <source>Make shares first.</source>
        <translation>Machen Sie zuerst Teile.</translation>
    </message>
    <message>
        <source>Bring it back with shares</source>
        <translation>Mit Teilen zurückholen</translation>
    </message>
    <message>
        <source>Remove “%1” from the list?</source>
        <translation>„%1“ aus der Liste entfernen?</translation>
    </message>
    <message>
        <source>The shares themselves stay good: whoever has enough of them can recover your mesh. Destroy the pages first. This device can then no longer check them.</source>
        <translation>Die Teile selbst bleiben gültig: Wer genug davon hat, kann Ihr Mesh wiederherstellen. Vernichten Sie zuerst die Seiten. Dieses Gerät kann sie danach nicht mehr prüfen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The master key is no longer on this device</source>
        <translation>Der Hauptschlüssel ist nicht mehr auf diesem Gerät</translation>
    </message>
    <message>
        <source>The master key is back until its next use</source>
        <translation>Der Hauptschlüssel ist bis zu seiner nächsten Verwendung zurück</translation>
    </message>
    <message>
        <source>Files by code</source>
        <translation>Dateien per Code</translation>
    </message>
    <message>
        <source>A single file for somebody who shall have it, now or later: encrypted, kept by your service, and opened by a code alone.</source>
        <translation>Eine einzelne Datei für jemanden, der sie haben soll, jetzt oder später: verschlüsselt, von Ihrem Dienst aufbewahrt und allein mit einem Code zu öffnen.</translation>
    </message>
    <message>
        <source>Publish or fetch a file</source>
        <translation>Eine Datei veröffentlichen oder holen</translation>
    </message>
    <message>
        <source>What survives me</source>
        <translation>Was mich überlebt</translation>
    </message>
    <message numerus="yes">
        <source>This mesh was recovered. %n entries died with their devices.</source>
        <translation>
            <numerusform>Dieses Mesh wurde wiederhergestellt. %n Eintrag ist mit seinen Geräten gestorben.</numerusform>
            <numerusform>Dieses Mesh wurde wiederhergestellt. %n Einträge sind mit ihren Geräten gestorben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever has enough shares reads everything, unless you let it die with you.</source>
        <translation>Wer genug Teile hat, liest alles, außer was Sie mit sich sterben lassen.</translation>
    </message>
    <message>
        <source>Decide what survives me</source>
        <translation>Entscheiden, was mich überlebt</translation>
    </message>
    <message>
        <source>Shares bring back the whole mesh. They are made and checked in the home account, and the master key is there, too.</source>
        <translation>Teile bringen das ganze Mesh zurück. Sie werden im Stammkonto gemacht und geprüft; auch der Hauptschlüssel ist dort.</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>At the time</source>
        <translation>Zum Zeitpunkt</translation>
    </message>
    <message numerus="yes">
        <source>%n weeks before</source>
        <translation>
            <numerusform>%n Woche vorher</numerusform>
            <numerusform>%n Wochen vorher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks after</source>
        <translation>
            <numerusform>%n Woche danach</numerusform>
            <numerusform>%n Wochen danach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days before</source>
        <translation>
            <numerusform>%n Tag vorher</numerusform>
            <numerusform>%n Tage vorher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days after</source>
        <translation>
            <numerusform>%n Tag danach</numerusform>
            <numerusform>%n Tage danach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours before</source>
        <translation>
            <numerusform>%n Stunde vorher</numerusform>
            <numerusform>%n Stunden vorher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours after</source>
        <translation>
            <numerusform>%n Stunde danach</numerusform>
            <numerusform>%n Stunden danach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes before</source>
        <translation>
            <numerusform>%n Minute vorher</numerusform>
            <numerusform>%n Minuten vorher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes after</source>
        <translation>
            <numerusform>%n Minute danach</numerusform>
            <numerusform>%n Minuten danach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds before</source>
        <translation>
            <numerusform>%n Sekunde vorher</numerusform>
            <numerusform>%n Sekunden vorher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds after</source>
        <translation>
            <numerusform>%n Sekunde danach</numerusform>
            <numerusform>%n Sekunden danach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>With another task</source>
        <translation>Mit einer anderen Aufgabe</translation>
    </message>
    <message>
        <source>At a place</source>
        <translation>An einem Ort</translation>
    </message>
    <message>
        <source>Otherwise: %1</source>
        <translation>Anders: %1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>Morgen, %1</translation>
    </message>
</context>
<context>
    <name>ReminderRow</name>
    <message>
        <source>Remove: %1</source>
        <translation>Entfernen: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Reminder %1</source>
        <translation>Erinnerung %1</translation>
    </message>
</context>
<context>
    <name>RemovedPage</name>
    <message>
        <source>This device was disconnected</source>
        <translation>Dieses Gerät wurde getrennt</translation>
    </message>
    <message>
        <source>your mesh</source>
        <translation>Ihrem Mesh</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Another device of %1 has deleted the account or taken away this device&apos;s access. It gets no more changes and cannot read what comes later.</source>
        <translation>Ein anderes Gerät von %1 hat das Konto gelöscht oder diesem Gerät den Zugang genommen. Es erhält keine Änderungen mehr und kann nicht lesen, was später kommt.</translation>
    </message>
    <message>
        <source>To use it again, begin anew and connect it once more, or make a new account. What it had stored is put aside in the data folder; nothing is deleted.</source>
        <translation>Um es wieder zu nutzen, beginnen Sie neu und verbinden Sie es noch einmal, oder legen Sie ein neues Konto an. Was es gespeichert hatte, wird im Datenordner beiseitegelegt; nichts wird gelöscht.</translation>
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
    <message>
        <source>It may manage devices</source>
        <translation>Es darf Geräte verwalten</translation>
    </message>
    <message>
        <source>It can then connect further devices and disconnect any, this one too. It may confirm as well.</source>
        <translation>Es kann dann weitere Geräte verbinden und jedes trennen, auch dieses. Auch bestätigen darf es.</translation>
    </message>
    <message>
        <source>It may confirm</source>
        <translation>Es darf bestätigen</translation>
    </message>
</context>
<context>
    <name>RestoreArchiveDialog</name>
    <message>
        <source>The archive is restored</source>
        <translation>Das Archiv ist wiederhergestellt</translation>
    </message>
    <message>
        <source>Restore an archive</source>
        <translation>Archiv wiederherstellen</translation>
    </message>
    <message>
        <source>The archive is read and verified first; nothing is changed before you have seen what it holds.</source>
        <translation>Das Archiv wird zuerst gelesen und geprüft. Es ändert sich nichts, bevor Sie gesehen haben, was darin ist.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Wird wiederhergestellt …</translation>
    </message>
    <message>
        <source>Reading “%1”…</source>
        <translation>„%1“ wird gelesen …</translation>
    </message>
</context>
<context>
    <name>SaveArchiveDialog</name>
    <message>
        <source>The archive is saved</source>
        <translation>Das Archiv ist gespeichert</translation>
    </message>
    <message>
        <source>Save an archive</source>
        <translation>Archiv speichern</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Choose the place…</source>
        <translation>Ort wählen …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Passphrase of the archive</source>
        <translation>Passphrase des Archivs</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase noch einmal</translation>
    </message>
    <message>
        <source>Saving “%1”…</source>
        <translation>„%1“ wird gespeichert …</translation>
    </message>
    <message>
        <source>Save the archive</source>
        <translation>Archiv speichern</translation>
    </message>
    <message>
        <source>Archives (*.dare)</source>
        <translation>Archive (*.dare)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Contacts, bookmarks, tasks, passwords, networks, applications and messages go into one file, with their history. Whoever has the file and its passphrase can read all of it, also what is to die with you, and what is written to your account until you disconnect a device the next time.</source>
        <translation>Kontakte, Lesezeichen, Aufgaben, Passwörter, Netzwerke, Anwendungen und Nachrichten kommen mit ihrem Verlauf in eine Datei. Wer die Datei und ihre Passphrase hat, kann alles lesen, auch was mit Ihnen sterben soll und was an Ihr Konto geschrieben wird, bis Sie das nächste Mal ein Gerät trennen.</translation>
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
    <name>SecurityPage</name>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
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
    <name>ServiceAddressEntry</name>
    <message>
        <source>Enter the service&apos;s network address by hand</source>
        <translation>Netzwerkadresse des Dienstes von Hand eingeben</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Dienstadresse</translation>
    </message>
    <message>
        <source>Host and port, as its operator names them.</source>
        <translation>Rechner und Port, wie sein Betreiber sie nennt.</translation>
    </message>
</context>
<context>
    <name>ServiceCard</name>
    <message>
        <source>Address at the first service</source>
        <translation>Adresse beim ersten Dienst</translation>
    </message>
    <message>
        <source>Address at a further service</source>
        <translation>Adresse bei einem weiteren Dienst</translation>
    </message>
    <message>
        <source>Make it the first…</source>
        <translation>Zum ersten machen …</translation>
    </message>
    <message>
        <source>Make %1 the first service</source>
        <translation>%1 zum ersten Dienst machen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>ServiceStatementDialog</name>
    <message>
        <source>State that you run a service</source>
        <translation>Erklären, dass Sie einen Dienst betreiben</translation>
    </message>
    <message>
        <source>Your account signs that it runs the service of this fingerprint. The service shows that to everybody: whoever has you among the contacts reads there that the service is yours.</source>
        <translation>Ihr Konto unterschreibt, dass es den Dienst mit diesem Fingerabdruck betreibt. Der Dienst zeigt das allen: Wer Sie unter den Kontakten hat, liest dort, dass der Dienst Ihrer ist.</translation>
    </message>
    <message>
        <source>Choose the place…</source>
        <translation>Ort wählen …</translation>
    </message>
    <message>
        <source>Fingerprint of the service</source>
        <translation>Fingerabdruck des Dienstes</translation>
    </message>
    <message>
        <source>The service states it when it starts.</source>
        <translation>Der Dienst nennt ihn, wenn er startet.</translation>
    </message>
    <message>
        <source>Copy the file to the service and name it in its configuration: accreditation=FILE. After a restart the service checks and shows it.</source>
        <translation>Kopieren Sie die Datei zum Dienst und nennen Sie sie in dessen Konfiguration: accreditation=DATEI. Nach einem Neustart prüft und zeigt der Dienst sie.</translation>
    </message>
    <message>
        <source>Save the statement</source>
        <translation>Erklärung speichern</translation>
    </message>
    <message>
        <source>Statements (*.json)</source>
        <translation>Erklärungen (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ServicesSection</name>
    <message>
        <source>Further services</source>
        <translation>Weitere Dienste</translation>
    </message>
    <message>
        <source>Your account can be at several services at once. All of your devices exchange with the first one; the others keep a copy, take messages for you, and can become the first one should that be lost.</source>
        <translation>Ihr Konto kann bei mehreren Diensten zugleich sein. Alle Ihre Geräte tauschen sich mit dem ersten aus; die weiteren halten eine Kopie, nehmen Nachrichten für Sie an und können der erste werden, falls dieser verloren geht.</translation>
    </message>
    <message>
        <source>Speaking with the services…</source>
        <translation>Die Dienste werden gefragt …</translation>
    </message>
    <message>
        <source>They are chosen on a device that manages the others.</source>
        <translation>Sie werden auf einem Gerät gewählt, das die anderen verwaltet.</translation>
    </message>
    <message>
        <source>These are as many as there can be.</source>
        <translation>Mehr können es nicht sein.</translation>
    </message>
    <message>
        <source>Add a further service…</source>
        <translation>Weiteren Dienst hinzufügen …</translation>
    </message>
    <message>
        <source>Remove it all the same?</source>
        <translation>Trotzdem entfernen?</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>The service cannot be reached now, so it keeps its copy, which is encrypted. Messages that it has for you are lost.</source>
        <translation>Der Dienst ist jetzt nicht erreichbar und behält daher seine Kopie, die verschlüsselt ist. Nachrichten, die er für Sie hat, gehen verloren.</translation>
    </message>
    <message>
        <source>The service deletes its copy and takes no more messages for you. Nothing is lost at the other services.</source>
        <translation>Der Dienst löscht seine Kopie und nimmt keine Nachrichten mehr für Sie an. Bei den anderen Diensten geht nichts verloren.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The present first service cannot be reached</source>
        <translation>Der bisherige erste Dienst ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Make %1 the first service?</source>
        <translation>%1 zum ersten Dienst machen?</translation>
    </message>
    <message>
        <source>Go on without it if it is lost for good. Your devices send what the other service has not got yet; what none of your devices has stays with the lost one.</source>
        <translation>Fahren Sie ohne ihn fort, wenn er für immer verloren ist. Ihre Geräte senden, was der andere Dienst noch nicht hat; was keines Ihrer Geräte hat, bleibt beim verlorenen.</translation>
    </message>
    <message>
        <source>All of your devices will exchange with it, and your contacts get its address. The present one keeps a copy.</source>
        <translation>Alle Ihre Geräte werden sich mit ihm austauschen, und Ihre Kontakte erhalten die Adresse dort. Der bisherige behält eine Kopie.</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Ohne ihn fortfahren</translation>
    </message>
    <message>
        <source>Make it the first</source>
        <translation>Zum ersten machen</translation>
    </message>
    <message>
        <source>Your account is on this computer only. Services elsewhere can keep a copy, take messages for you, and become the first one should this computer be lost.</source>
        <translation>Ihr Konto liegt nur auf diesem Computer. Dienste anderswo können eine Kopie aufbewahren, Nachrichten für Sie annehmen und zum ersten werden, falls dieser Computer verloren geht.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
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
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Schriftgröße</translation>
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
    <message>
        <source>End of the account</source>
        <translation>Ende des Kontos</translation>
    </message>
    <message>
        <source>Deleting the account ends it for all of your devices and for good. Nothing can be sent to its address any more, and this computer erases all that it has of it. Your other devices keep what is on them, without exchanging it any longer.</source>
        <translation>Das Konto zu löschen beendet es für alle Ihre Geräte und für immer. An seine Adresse kann nichts mehr gesendet werden, und dieser Computer löscht alles, was er davon hat. Ihre anderen Geräte behalten, was auf ihnen ist, gleichen es aber nicht mehr ab.</translation>
    </message>
    <message>
        <source>It can be deleted on a device that manages the others.</source>
        <translation>Gelöscht werden kann es auf einem Gerät, das die anderen verwaltet.</translation>
    </message>
    <message>
        <source>Delete account…</source>
        <translation>Konto löschen …</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Your account as one file, under a passphrase: against the loss of your devices and of the service.</source>
        <translation>Ihr Konto als eine Datei unter einer Passphrase: gegen den Verlust Ihrer Geräte und des Dienstes.</translation>
    </message>
    <message>
        <source>Save an archive…</source>
        <translation>Archiv speichern …</translation>
    </message>
    <message>
        <source>Restore an archive…</source>
        <translation>Archiv wiederherstellen …</translation>
    </message>
    <message>
        <source>Your account is now %1</source>
        <translation>Ihr Konto ist jetzt %1</translation>
    </message>
    <message>
        <source>Your account stays where it is</source>
        <translation>Ihr Konto bleibt, wo es ist</translation>
    </message>
    <message>
        <source>The former service was left</source>
        <translation>Der frühere Dienst wurde verlassen</translation>
    </message>
    <message>
        <source>The home account ends last: delete the other accounts first.</source>
        <translation>Das Stammkonto endet zuletzt: Löschen Sie erst die anderen Konten.</translation>
    </message>
    <message>
        <source>This account is deleted among the accounts.</source>
        <translation>Dieses Konto wird bei den Konten gelöscht.</translation>
    </message>
    <message>
        <source>Manage accounts</source>
        <translation>Konten verwalten</translation>
    </message>
    <message>
        <source>Your account is now at %1, too</source>
        <translation>Ihr Konto ist jetzt auch bei %1</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 wurde entfernt</translation>
    </message>
    <message>
        <source>%1 is your first service now</source>
        <translation>%1 ist jetzt Ihr erster Dienst</translation>
    </message>
    <message>
        <source>People you do not know</source>
        <translation>Unbekannte</translation>
    </message>
    <message>
        <source>They may ask for contact</source>
        <translation>Sie dürfen um Kontakt bitten</translation>
    </message>
    <message>
        <source>Whoever knows your address can send you a request. While this is off, your service refuses requests from all who are not among your contacts, also from those who read a code that you show. You can still ask others.</source>
        <translation>Wer Ihre Adresse kennt, kann Ihnen eine Anfrage senden. Solange dies aus ist, weist Ihr Dienst Anfragen von allen ab, die nicht unter Ihren Kontakten sind, auch von denen, die einen Code lesen, den Sie zeigen. Sie selbst können andere weiterhin fragen.</translation>
    </message>
    <message>
        <source>This cannot be undone. Passwords, contacts and all else that only this computer has are lost. The account leaves its groups; hand over or end those that it alone administers first.</source>
        <translation>Das lässt sich nicht rückgängig machen. Passwörter, Kontakte und alles andere, was nur dieser Computer hat, gehen verloren. Das Konto verlässt seine Gruppen; übergeben Sie vorher die, die es allein verwaltet, oder lösen Sie sie auf.</translation>
    </message>
</context>
<context>
    <name>ShareCheckPage</name>
    <message>
        <source>Check a share</source>
        <translation>Einen Teil prüfen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Scan or type a page after printing it, and now and then later. Nothing of it is kept.</source>
        <translation>Scannen oder tippen Sie eine Seite nach dem Drucken und später ab und zu. Nichts davon wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Hold the code of a page into the frame. It is read by itself.</source>
        <translation>Halten Sie den Code einer Seite in den Rahmen. Er wird von selbst gelesen.</translation>
    </message>
    <message>
        <source>Or type the share as it is on the page. Dashes may be left out.</source>
        <translation>Oder tippen Sie den Teil, wie er auf der Seite steht. Striche können entfallen.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Check characters</source>
        <translation>Prüfzeichen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Picture of a page</source>
        <translation>Bild einer Seite</translation>
    </message>
</context>
<context>
    <name>ShareInput</name>
    <message>
        <source>Hold the code of a page into the frame. It is read by itself.</source>
        <translation>Halten Sie den Code einer Seite in den Rahmen. Er wird von selbst gelesen.</translation>
    </message>
    <message>
        <source>Or type a share as it is on the page. Dashes may be left out.</source>
        <translation>Oder tippen Sie einen Teil, wie er auf der Seite steht. Striche können entfallen.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Check characters</source>
        <translation>Prüfzeichen</translation>
    </message>
    <message>
        <source>Below the share on the page. They tell at once whether something is mistyped.</source>
        <translation>Unter dem Teil auf der Seite. Sie sagen sofort, ob etwas vertippt ist.</translation>
    </message>
    <message>
        <source>Take this share</source>
        <translation>Diesen Teil nehmen</translation>
    </message>
    <message>
        <source>These shares open a recovery record. It is fetched from the service unless you have it as a file.</source>
        <translation>Diese Teile öffnen einen Wiederherstellungssatz. Er wird vom Dienst geholt, falls Sie ihn nicht als Datei haben.</translation>
    </message>
    <message>
        <source>The recovery record is taken from the file “%1”.</source>
        <translation>Der Wiederherstellungssatz wird aus der Datei „%1“ genommen.</translation>
    </message>
    <message>
        <source>Open the record…</source>
        <translation>Satz öffnen …</translation>
    </message>
    <message>
        <source>Picture of a page</source>
        <translation>Bild einer Seite</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Recovery record</source>
        <translation>Wiederherstellungssatz</translation>
    </message>
    <message>
        <source>Recovery records (*.dare)</source>
        <translation>Wiederherstellungssätze (*.dare)</translation>
    </message>
</context>
<context>
    <name>ShareMakePage</name>
    <message>
        <source>Make recovery shares</source>
        <translation>Wiederherstellungsteile machen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Whoever has enough shares has everything. One share too few, and they tell nothing. With two of three, one may be lost and one may fall into wrong hands.</source>
        <translation>Wer genug Teile hat, hat alles. Ein Teil zu wenig, und sie verraten nichts. Bei zwei von dreien darf einer verloren gehen und einer in falsche Hände geraten.</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Needed to recover</source>
        <translation>Zum Wiederherstellen nötig</translation>
    </message>
    <message>
        <source>All shares are needed: if one is lost, nothing can be recovered.</source>
        <translation>Alle Teile sind nötig: Geht einer verloren, kann nichts wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Who gets them</source>
        <translation>Wer sie bekommt</translation>
    </message>
    <message>
        <source>Names help you later to ask the right people. They are kept on this device and stand on the pages.</source>
        <translation>Namen helfen Ihnen später, die Richtigen zu fragen. Sie bleiben auf diesem Gerät und stehen auf den Seiten.</translation>
    </message>
    <message>
        <source>What the shares open</source>
        <translation>Was die Teile öffnen</translation>
    </message>
    <message>
        <source>A record at the service</source>
        <translation>Ein Satz beim Dienst</translation>
    </message>
    <message>
        <source>A record in a file</source>
        <translation>Ein Satz in einer Datei</translation>
    </message>
    <message>
        <source>The mesh itself</source>
        <translation>Das Mesh selbst</translation>
    </message>
    <message>
        <source>Shorter shares. The service keeps the record and cannot read it.</source>
        <translation>Kürzere Teile. Der Dienst bewahrt den Satz auf und kann ihn nicht lesen.</translation>
    </message>
    <message>
        <source>Shorter shares. You keep the record; it is needed as well.</source>
        <translation>Kürzere Teile. Sie bewahren den Satz auf; er ist ebenfalls nötig.</translation>
    </message>
    <message>
        <source>Nothing else is needed.</source>
        <translation>Sonst ist nichts nötig.</translation>
    </message>
    <message>
        <source>Make the shares</source>
        <translation>Teile machen</translation>
    </message>
</context>
<context>
    <name>SharePaper</name>
    <message>
        <source>Recovery share %1 of %2</source>
        <translation>Wiederherstellungsteil %1 von %2</translation>
    </message>
    <message>
        <source>Recovery share %1</source>
        <translation>Wiederherstellungsteil %1</translation>
    </message>
    <message>
        <source>Any %1 of these shares together give access to this person&apos;s mesh: contacts, passwords, messages, everything. Fewer tell nothing. Keep this page where nobody else gets at it, and never together with another one.</source>
        <translation>Beliebige %1 dieser Teile zusammen geben Zugang zum Mesh dieser Person: Kontakte, Passwörter, Nachrichten, alles. Weniger verraten nichts. Bewahren Sie diese Seite auf, wo niemand sonst an sie kommt, und nie zusammen mit einer anderen.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
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
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>Fingerprint of the mesh</source>
        <translation>Fingerabdruck des Mesh</translation>
    </message>
    <message>
        <source>Check characters</source>
        <translation>Prüfzeichen</translation>
    </message>
    <message>
        <source>How to recover</source>
        <translation>So stellen Sie wieder her</translation>
    </message>
    <message>
        <source>1. Install Mesh Desktop on a computer and choose “Recover a mesh”.</source>
        <translation>1. Installieren Sie Mesh Desktop auf einem Computer und wählen Sie „Ein Mesh wiederherstellen“.</translation>
    </message>
    <message>
        <source>2. Scan or type %1 shares in any order. Small and capital letters are the same; the check characters tell whether a letter is wrong.</source>
        <translation>2. Scannen oder tippen Sie %1 Teile in beliebiger Reihenfolge. Klein- und Großbuchstaben gelten gleich; die Prüfzeichen sagen, ob ein Buchstabe falsch ist.</translation>
    </message>
    <message>
        <source>3. Enter the account address. Everything that the service keeps comes back.</source>
        <translation>3. Geben Sie die Kontoadresse ein. Alles, was der Dienst aufbewahrt, kommt zurück.</translation>
    </message>
    <message>
        <source>Recovery shares</source>
        <translation>Wiederherstellungsteile</translation>
    </message>
</context>
<context>
    <name>ShareProofPage</name>
    <message>
        <source>Bring the master key back</source>
        <translation>Hauptschlüssel zurückholen</translation>
    </message>
    <message>
        <source>Take the master key off this device</source>
        <translation>Hauptschlüssel von diesem Gerät nehmen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>It stays in memory until it was used once: to let a device manage others, to disconnect a device that manages others, or to make new shares.</source>
        <translation>Er bleibt im Speicher, bis er einmal benutzt wurde: um ein Gerät andere verwalten zu lassen, um ein verwaltendes Gerät zu trennen oder um neue Teile zu machen.</translation>
    </message>
    <message>
        <source>Prove with your printed pages that the shares bring the key back. Devices can be connected and disconnected without it; to let another device manage the mesh, or to make new shares, the shares are needed then.</source>
        <translation>Weisen Sie mit Ihren gedruckten Seiten nach, dass die Teile den Schlüssel zurückbringen. Geräte können ohne ihn verbunden und getrennt werden; damit ein weiteres Gerät das Mesh verwaltet oder neue Teile entstehen, sind dann die Teile nötig.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Take it off this device</source>
        <translation>Von diesem Gerät nehmen</translation>
    </message>
</context>
<context>
    <name>ShareRow</name>
    <message>
        <source>Check characters: %1</source>
        <translation>Prüfzeichen: %1</translation>
    </message>
    <message>
        <source>Take out: %1</source>
        <translation>Herausnehmen: %1</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
</context>
<context>
    <name>ShareSetCard</name>
    <message>
        <source>Made %1 · with a recovery record</source>
        <translation>Gemacht %1 · mit Wiederherstellungssatz</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>Gemacht %1</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>%1, made %2</source>
        <translation>%1, gemacht %2</translation>
    </message>
</context>
<context>
    <name>SharesMadePage</name>
    <message>
        <source>Your recovery shares</source>
        <translation>Ihre Wiederherstellungsteile</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Print the pages and give each to somebody else, or put them into different places. When you leave this page, this device forgets the shares.</source>
        <translation>Drucken Sie die Seiten und geben Sie jede jemand anderem, oder legen Sie sie an verschiedene Orte. Wenn Sie diese Seite verlassen, vergisst dieses Gerät die Teile.</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Alle Seiten</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Print the pages</source>
        <translation>Seiten drucken</translation>
    </message>
    <message>
        <source>Save all as PDF…</source>
        <translation>Alle als PDF speichern …</translation>
    </message>
    <message>
        <source>Save the recovery record…</source>
        <translation>Wiederherstellungssatz speichern …</translation>
    </message>
    <message>
        <source>This computer has no printer. Take the PDF file to one that has, on a stick that you erase afterwards.</source>
        <translation>Dieser Computer hat keinen Drucker. Bringen Sie die PDF-Datei zu einem, der einen hat, auf einem Stick, den Sie danach löschen.</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>How the page looks</source>
        <translation>So sieht die Seite aus</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The page with the share as a code and as letters</source>
        <translation>Die Seite mit dem Teil als Code und als Buchstaben</translation>
    </message>
    <message>
        <source>Save shares in a file?</source>
        <translation>Teile in einer Datei speichern?</translation>
    </message>
    <message>
        <source>Whoever gets the file has all shares and with them your whole mesh. Choose a place that only you see, print the pages and delete the file; not a folder that is backed up or shared.</source>
        <translation>Wer die Datei bekommt, hat alle Teile und damit Ihr ganzes Mesh. Wählen Sie einen Ort, den nur Sie sehen, drucken Sie die Seiten und löschen Sie die Datei; keinen Ordner, der gesichert oder geteilt wird.</translation>
    </message>
    <message>
        <source>Whoever gets the file has this share. Choose a place that only you see, and delete the file once it is printed.</source>
        <translation>Wer die Datei bekommt, hat diesen Teil. Wählen Sie einen Ort, den nur Sie sehen, und löschen Sie die Datei nach dem Drucken.</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>Ort wählen …</translation>
    </message>
    <message>
        <source>Leave without the shares?</source>
        <translation>Ohne die Teile gehen?</translation>
    </message>
    <message>
        <source>Nothing was printed, saved or copied yet. This device forgets the shares now, and nobody can recover with them.</source>
        <translation>Noch wurde nichts gedruckt, gespeichert oder kopiert. Dieses Gerät vergisst die Teile jetzt, und niemand kann mit ihnen wiederherstellen.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Gehen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Save shares as PDF</source>
        <translation>Teile als PDF speichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Save the recovery record</source>
        <translation>Wiederherstellungssatz speichern</translation>
    </message>
    <message>
        <source>Recovery records (*.dare)</source>
        <translation>Wiederherstellungssätze (*.dare)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>The printer has the pages</source>
        <translation>Der Drucker hat die Seiten</translation>
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
    <name>SignerField</name>
    <message>
        <source>Signed by</source>
        <translation>Unterschrieben von</translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>My mesh</source>
        <translation>Mein Mesh</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>Unbekannter Absender</translation>
    </message>
    <message>
        <source>The account was confirmed in person, by a code.</source>
        <translation>Das Konto wurde persönlich bestätigt, mit einem Code.</translation>
    </message>
    <message>
        <source>The service of the address says that the account is theirs.</source>
        <translation>Der Dienst der Adresse sagt, dass ihm oder ihr das Konto gehört.</translation>
    </message>
    <message>
        <source>Nobody has confirmed that the account is theirs.</source>
        <translation>Niemand hat bestätigt, wem das Konto gehört.</translation>
    </message>
    <message>
        <source>Written by one of your own devices, or by your service about them.</source>
        <translation>Von einem Ihrer eigenen Geräte geschrieben oder von Ihrem Dienst über sie.</translation>
    </message>
    <message>
        <source>Signed by a device of this contact&apos;s account. %1</source>
        <translation>Signiert von einem Gerät des Kontos dieses Kontakts. %1</translation>
    </message>
    <message>
        <source>Signed by an account that is not among your contacts. Anybody can choose any name.</source>
        <translation>Signiert von einem Konto, das nicht unter Ihren Kontakten ist. Jeder kann jeden Namen wählen.</translation>
    </message>
    <message>
        <source>This message does not prove where it comes from. It is not shown and nothing was done.</source>
        <translation>Diese Nachricht beweist nicht, woher sie kommt. Sie wird nicht gezeigt, und nichts wurde getan.</translation>
    </message>
    <message>
        <source>This message claims the address of a contact, but another account signed it. It is not shown and nothing was done.</source>
        <translation>Diese Nachricht gibt die Adresse eines Kontakts an, aber ein anderes Konto hat sie signiert. Sie wird nicht gezeigt, und nichts wurde getan.</translation>
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
    <name>SshAgentDialog</name>
    <message>
        <source>SSH agent</source>
        <translation>SSH-Agent</translation>
    </message>
    <message>
        <source>With the agent ssh logs in with the key of this device. The key itself never leaves the program, and nothing is signed while it is locked.</source>
        <translation>Mit dem Agenten meldet sich ssh mit dem Schlüssel dieses Geräts an. Der Schlüssel selbst verlässt das Programm nie, und solange es gesperrt ist, wird nichts unterschrieben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Jedes Mal fragen</translation>
    </message>
    <message>
        <source>Before a key is used you see by which program and for which server.</source>
        <translation>Bevor ein Schlüssel benutzt wird, sehen Sie, von welchem Programm und für welchen Server.</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>For a shell, before ssh is called</source>
        <translation>Für eine Shell, bevor ssh aufgerufen wird</translation>
    </message>
    <message>
        <source>A configuration that is written from a profile names the socket by itself.</source>
        <translation>Eine Konfiguration, die aus einem Profil geschrieben wird, nennt den Socket von selbst.</translation>
    </message>
</context>
<context>
    <name>SshDeviceRow</name>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Copy the public key: %1</source>
        <translation>Öffentlichen Schlüssel kopieren: %1</translation>
    </message>
    <message>
        <source>Copy the public key</source>
        <translation>Öffentlichen Schlüssel kopieren</translation>
    </message>
</context>
<context>
    <name>SshHostCard</name>
    <message>
        <source>Short name of computer %1</source>
        <translation>Kurzname von Rechner %1</translation>
    </message>
    <message>
        <source>Address of computer %1</source>
        <translation>Adresse von Rechner %1</translation>
    </message>
    <message>
        <source>More about computer %1</source>
        <translation>Mehr zu Rechner %1</translation>
    </message>
    <message>
        <source>Port of computer %1</source>
        <translation>Port von Rechner %1</translation>
    </message>
    <message>
        <source>User name on computer %1</source>
        <translation>Benutzername auf Rechner %1</translation>
    </message>
    <message>
        <source>Reached through (computer %1)</source>
        <translation>Erreichbar über (Rechner %1)</translation>
    </message>
    <message>
        <source>A computer between: one that is named here, or user@host:port.</source>
        <translation>Ein Rechner dazwischen: einer, der hier genannt ist, oder user@host:port.</translation>
    </message>
    <message>
        <source>Remove computer %1</source>
        <translation>Rechner %1 entfernen</translation>
    </message>
</context>
<context>
    <name>SshLineRow</name>
    <message>
        <source>Remove: %1</source>
        <translation>Entfernen: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>SshLineSection</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>%n weitere zeigen</numerusform>
            <numerusform>%n weitere zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SshPage</name>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>New SSH profile</source>
        <translation>Neues SSH-Profil</translation>
    </message>
    <message>
        <source>No SSH profiles yet</source>
        <translation>Noch keine SSH-Profile</translation>
    </message>
    <message>
        <source>In an SSH profile each of your devices has a key of its own, which never leaves it. Computers and known hosts are the same on all of them.</source>
        <translation>In einem SSH-Profil hat jedes Ihrer Geräte einen eigenen Schlüssel, der es nie verlässt. Rechner und bekannte Gegenstellen sind auf allen gleich.</translation>
    </message>
    <message>
        <source>Add the first profile</source>
        <translation>Das erste Profil anlegen</translation>
    </message>
    <message>
        <source>Import from OpenSSH</source>
        <translation>Aus OpenSSH übernehmen</translation>
    </message>
    <message>
        <source>SSH agent</source>
        <translation>SSH-Agent</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>ssh on this computer can use your keys.</source>
        <translation>ssh auf diesem Rechner kann Ihre Schlüssel benutzen.</translation>
    </message>
    <message>
        <source>Lets ssh on this computer use your keys.</source>
        <translation>Lässt ssh auf diesem Rechner Ihre Schlüssel benutzen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Where a computer has none of its own.</source>
        <translation>Wo ein Rechner keinen eigenen hat.</translation>
    </message>
    <message>
        <source>Keys of your devices</source>
        <translation>Schlüssel Ihrer Geräte</translation>
    </message>
    <message>
        <source>Each of your devices gets a key of its own once the profile is saved.</source>
        <translation>Jedes Ihrer Geräte bekommt einen eigenen Schlüssel, sobald das Profil gespeichert ist.</translation>
    </message>
    <message>
        <source>A computer lets you in when these public keys stand in its file authorized_keys.</source>
        <translation>Ein Rechner lässt Sie ein, wenn diese öffentlichen Schlüssel in seiner Datei authorized_keys stehen.</translation>
    </message>
    <message>
        <source>Copy all keys</source>
        <translation>Alle Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Add a computer</source>
        <translation>Rechner hinzufügen</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>Bekannte Gegenstellen</translation>
    </message>
    <message>
        <source>Known hosts (%1)</source>
        <translation>Bekannte Gegenstellen (%1)</translation>
    </message>
    <message>
        <source>The public keys by which computers prove who they are.</source>
        <translation>Die öffentlichen Schlüssel, mit denen Rechner beweisen, wer sie sind.</translation>
    </message>
    <message>
        <source>Lines of known_hosts</source>
        <translation>Zeilen aus known_hosts</translation>
    </message>
    <message>
        <source>Add known hosts</source>
        <translation>Gegenstellen hinzufügen</translation>
    </message>
    <message>
        <source>Further keys that may log in</source>
        <translation>Weitere Schlüssel, die sich anmelden dürfen</translation>
    </message>
    <message>
        <source>Further keys that may log in (%1)</source>
        <translation>Weitere Schlüssel, die sich anmelden dürfen (%1)</translation>
    </message>
    <message>
        <source>Public keys of other people or of devices that are not in your mesh.</source>
        <translation>Öffentliche Schlüssel anderer Personen oder von Geräten, die nicht in Ihrem Mesh sind.</translation>
    </message>
    <message>
        <source>Lines of authorized_keys</source>
        <translation>Zeilen aus authorized_keys</translation>
    </message>
    <message>
        <source>Add keys</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Write to files of OpenSSH</source>
        <translation>In Dateien von OpenSSH schreiben</translation>
    </message>
    <message>
        <source>Save the profile first.</source>
        <translation>Speichern Sie zuerst das Profil.</translation>
    </message>
    <message>
        <source>The profile gets a part of its own in the file; everything else there stays.</source>
        <translation>Das Profil bekommt in der Datei einen eigenen Teil; alles andere dort bleibt.</translation>
    </message>
    <message>
        <source>Keys (authorized_keys)…</source>
        <translation>Schlüssel (authorized_keys) …</translation>
    </message>
    <message>
        <source>Known hosts (known_hosts)…</source>
        <translation>Gegenstellen (known_hosts) …</translation>
    </message>
    <message>
        <source>Computers (config)…</source>
        <translation>Rechner (config) …</translation>
    </message>
    <message>
        <source>Import authorized_keys, known_hosts, config or a public key</source>
        <translation>authorized_keys, known_hosts, config oder einen öffentlichen Schlüssel importieren</translation>
    </message>
    <message>
        <source>Write into this file</source>
        <translation>In diese Datei schreiben</translation>
    </message>
    <message>
        <source>Import into this profile</source>
        <translation>In dieses Profil importieren</translation>
    </message>
</context>
<context>
    <name>SshQuestionDialog</name>
    <message>
        <source>Use your SSH key?</source>
        <translation>Ihren SSH-Schlüssel benutzen?</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
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
    <message>
        <source>Way there</source>
        <translation>Hinweg</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Add a reminder</source>
        <translation>Erinnerung hinzufügen</translation>
    </message>
    <message>
        <source>Import from a calendar</source>
        <translation>Aus einem Kalender importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Events and tasks that a calendar has exported as an iCalendar file.</source>
        <translation>Termine und Aufgaben, die ein Kalender als iCalendar-Datei exportiert hat.</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Kalender (*.ics)</translation>
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
    <name>TrustChainPage</name>
    <message>
        <source>Who signed what</source>
        <translation>Wer hat was unterschrieben</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Everything that your mesh is believed by. Each line stands below the one it belongs to, and says whose key signed it. Choose one to see it as it is.</source>
        <translation>Alles, worauf das Vertrauen in Ihr Mesh beruht. Jede Zeile steht unter der, zu der sie gehört, und sagt, wessen Schlüssel sie unterschrieben hat. Wählen Sie eine, um sie so zu sehen, wie sie ist.</translation>
    </message>
    <message>
        <source>Everything that your mesh is believed by. An arrow leads from what vouches to what it vouches for. Choose one to see it as it is.</source>
        <translation>Alles, worauf das Vertrauen in Ihr Mesh beruht. Ein Pfeil führt von dem, was bürgt, zu dem, wofür es bürgt. Wählen Sie etwas, um es so zu sehen, wie es ist.</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>Wie es gezeigt wird</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Whole width</source>
        <translation>Ganze Breite</translation>
    </message>
</context>
<context>
    <name>TrustGraphView</name>
    <message>
        <source>Graph of who signed what</source>
        <translation>Graph: wer was unterschrieben hat</translation>
    </message>
</context>
<context>
    <name>TrustLinkPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Made or changed</source>
        <translation>Erstellt oder geändert</translation>
    </message>
    <message>
        <source>Token of a notary, as stated</source>
        <translation>Beleg eines Notars, wie angegeben</translation>
    </message>
    <message>
        <source>As it is stored</source>
        <translation>Wie es gespeichert ist</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>If you know why</source>
        <translation>Wenn Sie wissen, warum</translation>
    </message>
    <message>
        <source>A service that was restored from a backup contradicts itself once. If its operator has told you so, what it stated last can be the beginning of what your devices compare from now on. Copy the statements that contradict each other first: they leave this list.</source>
        <translation>Ein Dienst, der aus einer Sicherung wiederhergestellt wurde, widerspricht sich einmal. Hat sein Betreiber Ihnen das gesagt, dann kann seine letzte Aussage der Anfang dessen sein, was Ihre Geräte von nun an vergleichen. Kopieren Sie vorher die Aussagen, die einander widersprechen: Sie verschwinden aus dieser Liste.</translation>
    </message>
    <message>
        <source>Begin anew from the last statement…</source>
        <translation>Mit der letzten Aussage neu beginnen …</translation>
    </message>
    <message>
        <source>Begin anew from the last statement?</source>
        <translation>Mit der letzten Aussage neu beginnen?</translation>
    </message>
    <message>
        <source>All your devices forget that the service contradicted itself. Do this only if you know why it did.</source>
        <translation>Alle Ihre Geräte vergessen, dass der Dienst sich widersprochen hat. Tun Sie das nur, wenn Sie wissen, warum.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Told others the same?</source>
        <translation>Anderen dasselbe gesagt?</translation>
    </message>
    <message>
        <source>Another device at this service, your own or somebody else&apos;s, can compare what it was told, without the service between you.</source>
        <translation>Ein anderes Gerät bei diesem Dienst, Ihres oder das von jemand anderem, kann vergleichen, was ihm gesagt wurde, ohne dass der Dienst dazwischen ist.</translation>
    </message>
    <message>
        <source>Compare with another device…</source>
        <translation>Mit einem anderen Gerät vergleichen …</translation>
    </message>
    <message>
        <source>If you know of it</source>
        <translation>Wenn Sie davon wissen</translation>
    </message>
    <message>
        <source>Services pass from one operator to another. If this one told you, or if it does not matter to you who runs the service, further changes are compared with what it shows now.</source>
        <translation>Dienste gehen von einem Betreiber zum anderen über. Wenn dieser es Ihnen gesagt hat oder es Ihnen gleich ist, wer den Dienst betreibt, werden weitere Wechsel mit dem verglichen, was er jetzt zeigt.</translation>
    </message>
    <message>
        <source>Take note of the change</source>
        <translation>Den Wechsel zur Kenntnis nehmen</translation>
    </message>
    <message>
        <source>Do you run a service?</source>
        <translation>Betreiben Sie einen Dienst?</translation>
    </message>
    <message>
        <source>State with your account&apos;s signature that this or another service is yours: whoever uses it and has you among the contacts then reads that there.</source>
        <translation>Erklären Sie mit der Unterschrift Ihres Kontos, dass dieser oder ein anderer Dienst Ihrer ist: Wer ihn benutzt und Sie unter den Kontakten hat, liest es dann dort.</translation>
    </message>
    <message>
        <source>It can be stated on a device that manages the others.</source>
        <translation>Das kann auf einem Gerät erklärt werden, das die anderen verwaltet.</translation>
    </message>
    <message>
        <source>State that I run a service…</source>
        <translation>Ich betreibe einen Dienst …</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>TrustNode</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>TrustText</name>
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
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Programme</translation>
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
        <source>Your mesh</source>
        <translation>Ihr Mesh</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Konto %1</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Device “%1” (this one)</source>
        <translation>Gerät „%1“ (dieses)</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Device “%1”</source>
        <translation>Gerät „%1“</translation>
    </message>
    <message>
        <source>Device without a name</source>
        <translation>Gerät ohne Namen</translation>
    </message>
    <message>
        <source>Connection to the mesh</source>
        <translation>Verbindung mit dem Mesh</translation>
    </message>
    <message>
        <source>Connection to the account</source>
        <translation>Verbindung mit dem Konto</translation>
    </message>
    <message>
        <source>Activation in the mesh</source>
        <translation>Aktivierung im Mesh</translation>
    </message>
    <message>
        <source>Activation in the account</source>
        <translation>Aktivierung im Konto</translation>
    </message>
    <message>
        <source>Key for SSH: %1</source>
        <translation>Schlüssel für SSH: %1</translation>
    </message>
    <message>
        <source>Key for SSH</source>
        <translation>Schlüssel für SSH</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Activation in the group</source>
        <translation>Aktivierung in der Gruppe</translation>
    </message>
    <message>
        <source>Entries: %1</source>
        <translation>Einträge: %1</translation>
    </message>
    <message>
        <source>Service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Computer of the service</source>
        <translation>Rechner des Dienstes</translation>
    </message>
    <message>
        <source>Connection to the service</source>
        <translation>Verbindung mit dem Dienst</translation>
    </message>
    <message>
        <source>What all else stands on. Signed with the master key; names the keys of the devices that may connect and disconnect others.</source>
        <translation>Worauf alles andere steht. Unterschrieben mit dem Hauptschlüssel; nennt die Schlüssel der Geräte, die andere verbinden und trennen dürfen.</translation>
    </message>
    <message>
        <source>Your address and the keys with which others write to you.</source>
        <translation>Ihre Adresse und die Schlüssel, mit denen andere Ihnen schreiben.</translation>
    </message>
    <message>
        <source>The keys that the device made for itself. They never leave it.</source>
        <translation>Die Schlüssel, die das Gerät für sich selbst gemacht hat. Sie verlassen es nie.</translation>
    </message>
    <message>
        <source>A device that manages others vouches for this one, and says what it may do.</source>
        <translation>Ein Gerät, das andere verwaltet, bürgt für dieses und sagt, was es darf.</translation>
    </message>
    <message>
        <source>Says that the device may act for the account, and with which key it signs.</source>
        <translation>Sagt, dass das Gerät für das Konto handeln darf und mit welchem Schlüssel es unterschreibt.</translation>
    </message>
    <message>
        <source>What its recipient makes its keys with. Only the recipient can read it, so only what surrounds it is shown.</source>
        <translation>Woraus der Empfänger seine Schlüssel macht. Nur er kann es lesen, deshalb wird nur gezeigt, was darum herum steht.</translation>
    </message>
    <message>
        <source>The account vouches for the key that a device uses with another program.</source>
        <translation>Das Konto bürgt für den Schlüssel, den ein Gerät mit einem anderen Programm verwendet.</translation>
    </message>
    <message>
        <source>The keys of a group; its administrators&apos; keys are named in it.</source>
        <translation>Die Schlüssel einer Gruppe; die Schlüssel ihrer Verwalter sind darin genannt.</translation>
    </message>
    <message>
        <source>How many entries and changes of this list are proved by signatures of your devices, and the digest of all of them. Two devices with the same digest have seen the same.</source>
        <translation>Wie viele Einträge und Änderungen dieser Liste durch Unterschriften Ihrer Geräte belegt sind, und die Prüfsumme über alle. Zwei Geräte mit derselben Prüfsumme haben dasselbe gesehen.</translation>
    </message>
    <message>
        <source>The identity of your service. This device remembers it and talks to no other.</source>
        <translation>Die Identität Ihres Dienstes. Dieses Gerät merkt sie sich und spricht mit keinem anderen.</translation>
    </message>
    <message>
        <source>The computer that answers for the service, and its keys.</source>
        <translation>Der Rechner, der für den Dienst antwortet, und seine Schlüssel.</translation>
    </message>
    <message>
        <source>The service vouches for the computer that answers for it.</source>
        <translation>Der Dienst bürgt für den Rechner, der für ihn antwortet.</translation>
    </message>
    <message>
        <source>No key that may do so has signed it.</source>
        <translation>Kein Schlüssel, der das darf, hat es unterschrieben.</translation>
    </message>
    <message>
        <source>The signature is wrong.</source>
        <translation>Die Unterschrift ist falsch.</translation>
    </message>
    <message>
        <source>It was altered.</source>
        <translation>Es wurde verändert.</translation>
    </message>
    <message>
        <source>It does not fit what it belongs to.</source>
        <translation>Es passt nicht zu dem, wozu es gehört.</translation>
    </message>
    <message>
        <source>A part of it is missing.</source>
        <translation>Ein Teil davon fehlt.</translation>
    </message>
    <message>
        <source>State of the log, told this device</source>
        <translation>Stand des Protokolls, diesem Gerät genannt</translation>
    </message>
    <message>
        <source>State of the log, told “%1”</source>
        <translation>Stand des Protokolls, „%1“ genannt</translation>
    </message>
    <message>
        <source>State of the log, told another device</source>
        <translation>Stand des Protokolls, einem anderen Gerät genannt</translation>
    </message>
    <message>
        <source>The service signed something else at the same place of its log.</source>
        <translation>Der Dienst hat an derselben Stelle seines Protokolls etwas anderes unterschrieben.</translation>
    </message>
    <message>
        <source>The service signed earlier that its log was longer.</source>
        <translation>Der Dienst hat früher unterschrieben, dass sein Protokoll länger war.</translation>
    </message>
    <message>
        <source>The service signed how far its log was, and the digest of all of it. Your devices remember that and show it to each other: so they notice if it takes something back or shows them different things.</source>
        <translation>Der Dienst hat unterschrieben, wie weit sein Protokoll war, und die Prüfsumme des Ganzen. Ihre Geräte merken sich das und zeigen es einander: So fällt auf, wenn er etwas zurücknimmt oder ihnen Verschiedenes zeigt.</translation>
    </message>
    <message>
        <source>The service shows something else than the device saw that connected this one.</source>
        <translation>Der Dienst zeigt etwas anderes, als das Gerät gesehen hat, das dieses verbunden hat.</translation>
    </message>
    <message>
        <source>The service shows less than the device saw that connected this one.</source>
        <translation>Der Dienst zeigt weniger, als das Gerät gesehen hat, das dieses verbunden hat.</translation>
    </message>
    <message>
        <source>It belongs to another service.</source>
        <translation>Es gehört zu einem anderen Dienst.</translation>
    </message>
    <message>
        <source>Account of %1</source>
        <translation>Konto von %1</translation>
    </message>
    <message>
        <source>Account of whoever runs the service</source>
        <translation>Konto dessen, der den Dienst betreibt</translation>
    </message>
    <message>
        <source>Who runs the service</source>
        <translation>Wer den Dienst betreibt</translation>
    </message>
    <message>
        <source>The account or mesh that says that it runs the service. What it is called here is what you call it among your contacts.</source>
        <translation>Das Konto oder Mesh, das erklärt, den Dienst zu betreiben. Es heißt hier so, wie Sie es unter Ihren Kontakten nennen.</translation>
    </message>
    <message>
        <source>Somebody signed that they run the service. That says whom to ask; your device talks to the service for its fingerprint, whoever runs it.</source>
        <translation>Jemand hat unterschrieben, den Dienst zu betreiben. Das sagt, wen Sie fragen können; Ihr Gerät erkennt den Dienst an seinem Fingerabdruck, wer immer ihn betreibt.</translation>
    </message>
    <message>
        <source>The service showed earlier who runs it, and does not any more.</source>
        <translation>Der Dienst hat früher gezeigt, wer ihn betreibt, und tut es nicht mehr.</translation>
    </message>
    <message>
        <source>It is about another service.</source>
        <translation>Sie gilt einem anderen Dienst.</translation>
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
    <message>
        <source>Waiting for its owner</source>
        <translation>Warten auf den Besitzer</translation>
    </message>
    <message>
        <source>This device was made ready by %1. On a device of your mesh open Devices, then “Connect another device”, and read the code that came with this one.</source>
        <translation>Dieses Gerät wurde von %1 vorbereitet. Öffnen Sie auf einem Gerät Ihres Mesh „Geräte“, dann „Weiteres Gerät verbinden“, und lesen Sie den Code ein, der mit diesem hier kam.</translation>
    </message>
    <message>
        <source>Use this computer in another way</source>
        <translation>Diesen Computer anders verwenden</translation>
    </message>
    <message>
        <source>Give up what was made ready?</source>
        <translation>Die Vorbereitung aufgeben?</translation>
    </message>
    <message>
        <source>The code that came with this computer is then good for nothing. You can start a mesh or connect to yours in the usual ways.</source>
        <translation>Der Code, der mit diesem Computer kam, ist dann nutzlos. Sie können ein Mesh beginnen oder diesen Computer auf den üblichen Wegen mit Ihrem verbinden.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
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
    <message>
        <source>Recover a mesh</source>
        <translation>Ein Mesh wiederherstellen</translation>
    </message>
    <message>
        <source>My devices are gone. I have recovery shares.</source>
        <translation>Meine Geräte sind weg. Ich habe Wiederherstellungsteile.</translation>
    </message>
    <message>
        <source>Restore from an archive</source>
        <translation>Aus einem Archiv wiederherstellen</translation>
    </message>
    <message>
        <source>I have saved my account as a file.</source>
        <translation>Ich habe mein Konto als Datei gespeichert.</translation>
    </message>
</context>
<context>
    <name>WifiCodeDialog</name>
    <message>
        <source>Hold a phone&apos;s camera before the code to join the network.</source>
        <translation>Halten Sie die Kamera eines Telefons vor den Code, um dem Netz beizutreten.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The code holds the password. Whoever sees or photographs it can read it.</source>
        <translation>Der Code enthält das Passwort. Wer ihn sieht oder fotografiert, kann es lesen.</translation>
    </message>
    <message>
        <source>QR code of the network</source>
        <translation>QR-Code des Netzes</translation>
    </message>
</context>
<context>
    <name>WifiScanDialog</name>
    <message>
        <source>This is not the code of a Wi-Fi network that can be kept here.</source>
        <translation>Das ist kein Code eines WLANs, das hier aufbewahrt werden kann.</translation>
    </message>
    <message>
        <source>Read a Wi-Fi code</source>
        <translation>WLAN-Code lesen</translation>
    </message>
    <message>
        <source>Routers, phones and guest cards show their network as a QR code.</source>
        <translation>Router, Telefone und Gästekarten zeigen ihr Netz als QR-Code.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Hold the code into the frame. It is read by itself.</source>
        <translation>Halten Sie den Code in den Rahmen. Er wird von selbst gelesen.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::AccountArchive</name>
    <message>
        <source>This is not an archive of an account.</source>
        <translation>Das ist kein Archiv eines Kontos.</translation>
    </message>
    <message>
        <source>A later version of this program has written this archive.</source>
        <translation>Eine neuere Version dieses Programms hat dieses Archiv geschrieben.</translation>
    </message>
    <message>
        <source>This is not the passphrase of the archive.</source>
        <translation>Das ist nicht die Passphrase des Archivs.</translation>
    </message>
    <message>
        <source>The archive is damaged: it was cut or altered. Nothing was taken from it.</source>
        <translation>Das Archiv ist beschädigt: Es wurde abgeschnitten oder verändert. Daraus wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>The archive is not what the devices of its account have signed. Nothing was taken from it.</source>
        <translation>Das Archiv ist nicht, was die Geräte seines Kontos signiert haben. Daraus wurde nichts übernommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n Kontakt</numerusform>
            <numerusform>%n Kontakte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmarks</source>
        <translation>
            <numerusform>%n Lesezeichen</numerusform>
            <numerusform>%n Lesezeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords</source>
        <translation>
            <numerusform>%n Passwort</numerusform>
            <numerusform>%n Passwörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n networks</source>
        <translation>
            <numerusform>%n Netzwerk</numerusform>
            <numerusform>%n Netzwerke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received messages</source>
        <translation>
            <numerusform>%n empfangene Nachricht</numerusform>
            <numerusform>%n empfangene Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent messages</source>
        <translation>
            <numerusform>%n gesendete Nachricht</numerusform>
            <numerusform>%n gesendete Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved on “%1”, %2</source>
        <translation>Gespeichert auf „%1“, %2</translation>
    </message>
    <message>
        <source>What is missing here is added, and what is older here is brought up to date. What is newer here stays as it is. Messages and connections of devices are not restored.</source>
        <translation>Was hier fehlt, kommt hinzu; was hier älter ist, wird aktualisiert. Was hier neuer ist, bleibt, wie es ist. Nachrichten und Verbindungen von Geräten werden nicht wiederhergestellt.</translation>
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
        <source>Stopped. What was restored so far stays; it can be gone on with at any time.</source>
        <translation>Angehalten. Was bis dahin wiederhergestellt wurde, bleibt; Sie können jederzeit weitermachen.</translation>
    </message>
    <message>
        <source>Some of the data here is damaged and is fetched again from the service. Try again when that is done.</source>
        <translation>Ein Teil der Daten hier ist beschädigt und wird erneut vom Dienst geholt. Versuchen Sie es noch einmal, wenn das geschehen ist.</translation>
    </message>
    <message>
        <source>“%1” has all of your account (%2). Without the passphrase nobody can open it, you neither: keep it where you find it when this computer is gone.</source>
        <translation>„%1“ enthält Ihr ganzes Konto (%2). Ohne die Passphrase kann niemand es öffnen, auch Sie nicht: Bewahren Sie sie dort auf, wo Sie sie finden, wenn es diesen Computer nicht mehr gibt.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were added.</source>
        <translation>
            <numerusform>%n Eintrag kam hinzu.</numerusform>
            <numerusform>%n Einträge kamen hinzu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were brought up to date.</source>
        <translation>
            <numerusform>%n Eintrag wurde aktualisiert.</numerusform>
            <numerusform>%n Einträge wurden aktualisiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were here already.</source>
        <translation>
            <numerusform>%n Eintrag war schon da.</numerusform>
            <numerusform>%n Einträge waren schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are newer here and stay as they are.</source>
        <translation>
            <numerusform>%n Eintrag ist hier neuer und bleibt, wie er ist.</numerusform>
            <numerusform>%n Einträge sind hier neuer und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are others here and stay as they are.</source>
        <translation>
            <numerusform>%n Eintrag ist hier ein anderer und bleibt, wie er ist.</numerusform>
            <numerusform>%n Einträge sind hier andere und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Contacts, bookmarks, tasks, passwords, networks and settings of applications are put into the new mesh.</source>
        <translation>Kontakte, Lesezeichen, Aufgaben, Passwörter, Netzwerke und Einstellungen von Anwendungen kommen in das neue Mesh.</translation>
    </message>
    <message>
        <source>This is the archive of another account. Its contacts, bookmarks, tasks, passwords, networks and settings of applications are added to yours; nothing of yours is changed.</source>
        <translation>Das ist das Archiv eines anderen Kontos. Seine Kontakte, Lesezeichen, Aufgaben, Passwörter, Netzwerke und Einstellungen von Anwendungen kommen zu Ihren hinzu; von Ihren Daten ändert sich nichts.</translation>
    </message>
    <message>
        <source>Messages, groups and the connections of its devices are not restored: connect your other devices to this mesh anew.</source>
        <translation>Nachrichten, Gruppen und die Verbindungen seiner Geräte werden nicht wiederhergestellt: Verbinden Sie Ihre anderen Geräte neu mit diesem Mesh.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::AccountServices</name>
    <message>
        <source>Your account is at this service already.</source>
        <translation>Ihr Konto ist bereits bei diesem Dienst.</translation>
    </message>
    <message>
        <source>The service has another account of this name. Enter the address that your account shall have there, such as another-name@service.</source>
        <translation>Der Dienst hat ein anderes Konto dieses Namens. Geben Sie die Adresse ein, die Ihr Konto dort haben soll, etwa anderer-name@dienst.</translation>
    </message>
    <message>
        <source>The service does not take new accounts. Ask its operator, or choose another one. Nothing was changed.</source>
        <translation>Der Dienst nimmt keine neuen Konten an. Fragen Sie den Betreiber, oder wählen Sie einen anderen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The service cannot be reached. See whether its name is right, or try again later. Nothing was changed.</source>
        <translation>Der Dienst ist nicht erreichbar. Prüfen Sie den Namen, oder versuchen Sie es später noch einmal. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Your account is at as many services as it can be.</source>
        <translation>Ihr Konto ist bei so vielen Diensten, wie es sein kann.</translation>
    </message>
    <message>
        <source>Your mesh is being changed, or your account moves. Try again when that is done.</source>
        <translation>Ihr Mesh wird gerade geändert, oder Ihr Konto zieht um. Versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>The fingerprint in this address is not that of your account. Nothing was changed.</source>
        <translation>Der Fingerabdruck in dieser Adresse ist nicht der Ihres Kontos. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The service that answers has another fingerprint than the one that was entered or is known. Nothing was changed.</source>
        <translation>Der Dienst, der antwortet, hat einen anderen Fingerabdruck als den, der eingegeben wurde oder bekannt ist. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The service has not enough room for your account. Choose another one, or ask its operator for more. Nothing was changed.</source>
        <translation>Der Dienst hat nicht genug Platz für Ihr Konto. Wählen Sie einen anderen, oder bitten Sie seinen Betreiber um mehr. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Accounts</name>
    <message>
        <source>The changes of your devices have not reached this account. %1</source>
        <translation>Die Änderungen Ihrer Geräte haben dieses Konto nicht erreicht. %1</translation>
    </message>
    <message>
        <source>A service is called by a name like mesh.example.com.</source>
        <translation>Ein Dienst heißt etwa mesh.example.com.</translation>
    </message>
    <message>
        <source>Setting up the account…</source>
        <translation>Das Konto wird eingerichtet …</translation>
    </message>
    <message>
        <source>Deleting the account…</source>
        <translation>Das Konto wird gelöscht …</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Liegt auf diesem Computer</translation>
    </message>
    <message>
        <source>Kept at %1</source>
        <translation>Liegt bei %1</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Collecting its keys…</source>
        <translation>Die Schlüssel werden geholt …</translation>
    </message>
    <message>
        <source>Not on this device yet</source>
        <translation>Noch nicht auf diesem Gerät</translation>
    </message>
    <message>
        <source>Its service has not agreed yet</source>
        <translation>Der Dienst hat noch nicht zugestimmt</translation>
    </message>
    <message>
        <source>Ended: it was deleted, or this device was taken out</source>
        <translation>Beendet: Es wurde gelöscht, oder dieses Gerät wurde herausgenommen</translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <translation>Lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Account without an address</source>
        <translation>Konto ohne Adresse</translation>
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
    <message>
        <source>You have no card of this group that an administrator has signed. Ask one of them for it.</source>
        <translation>Sie haben keine Karte dieser Gruppe, die jemand aus ihrer Verwaltung signiert hat. Bitten Sie dort um eine.</translation>
    </message>
    <message>
        <source>The card behind this code is not signed by whom it names, or was changed. Nothing was added.</source>
        <translation>Die Karte hinter diesem Code ist nicht von dem Konto signiert, das sie nennt, oder wurde verändert. Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The address belongs to another group by now, so the card was not added.</source>
        <translation>Die Adresse gehört inzwischen einer anderen Gruppe. Deshalb wurde die Karte nicht hinzugefügt.</translation>
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
    <message>
        <source>The group’s key is proved, but no administrator has signed this card.</source>
        <translation>Der Schlüssel der Gruppe ist nachgewiesen, aber niemand aus ihrer Verwaltung hat diese Karte signiert.</translation>
    </message>
    <message>
        <source>Signed by an administrator. The service of the address confirms it.</source>
        <translation>Aus der Verwaltung der Gruppe signiert. Der Dienst der Adresse bestätigt sie.</translation>
    </message>
    <message>
        <source>Signed by an administrator. The service of the address could not be asked.</source>
        <translation>Aus der Verwaltung der Gruppe signiert. Der Dienst der Adresse war nicht zu erreichen.</translation>
    </message>
    <message>
        <source>You belong to this group. %1</source>
        <translation>Sie gehören zu dieser Gruppe. %1</translation>
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
</context>
<context>
    <name>mmm::desktop::DeviceClaim</name>
    <message>
        <source>This is not the code of a device.</source>
        <translation>Das ist nicht der Code eines Geräts.</translation>
    </message>
    <message>
        <source>There is no device behind this code. See whether the code is complete.</source>
        <translation>Hinter diesem Code ist kein Gerät. Prüfen Sie, ob der Code vollständig ist.</translation>
    </message>
    <message>
        <source>What is said about this device was altered, so it was not taken. Ask its maker.</source>
        <translation>Was über dieses Gerät gesagt wird, wurde verändert und deshalb nicht angenommen. Fragen Sie seinen Hersteller.</translation>
    </message>
    <message>
        <source>Somebody else has connected this device already. It must be reset first.</source>
        <translation>Jemand anders hat dieses Gerät schon verbunden. Es muss zuerst zurückgesetzt werden.</translation>
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
    <message>
        <source>This device, %1</source>
        <translation>Dieses Gerät, %1</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message>
        <source>Another device</source>
        <translation>Ein anderes Gerät</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Escrow</name>
    <message>
        <source>These shares do not make the key of this mesh. Check each of them.</source>
        <translation>Diese Teile ergeben nicht den Schlüssel dieses Mesh. Prüfen Sie jeden davon.</translation>
    </message>
    <message>
        <source>These are too few shares.</source>
        <translation>Das sind zu wenige Teile.</translation>
    </message>
    <message>
        <source>The master key is not on this device. Bring it back with shares first.</source>
        <translation>Der Hauptschlüssel ist nicht auf diesem Gerät. Holen Sie ihn zuerst mit Teilen zurück.</translation>
    </message>
    <message>
        <source>The shares open a recovery record that was saved as a file. It is needed as well.</source>
        <translation>Die Teile öffnen einen Wiederherstellungssatz, der als Datei gespeichert wurde. Er ist ebenfalls nötig.</translation>
    </message>
    <message>
        <source>The pages could not be printed. See whether the printer is ready, or save them as a PDF file.</source>
        <translation>Die Seiten konnten nicht gedruckt werden. Sehen Sie nach, ob der Drucker bereit ist, oder speichern Sie sie als PDF-Datei.</translation>
    </message>
    <message>
        <source>This is no recovery share.</source>
        <translation>Das ist kein Wiederherstellungsteil.</translation>
    </message>
    <message>
        <source>Something is mistyped: the check characters do not belong to this share.</source>
        <translation>Etwas ist vertippt: Die Prüfzeichen gehören nicht zu diesem Teil.</translation>
    </message>
    <message>
        <source>This is the text of something else than a recovery share.</source>
        <translation>Das ist der Text von etwas anderem als einem Wiederherstellungsteil.</translation>
    </message>
    <message>
        <source>This share is right: number %1 of the set of %2.</source>
        <translation>Dieser Teil stimmt: Nummer %1 des Satzes vom %2.</translation>
    </message>
    <message>
        <source>This share is right: number %1 of the set of %2, given to %3.</source>
        <translation>Dieser Teil stimmt: Nummer %1 des Satzes vom %2, gegeben an %3.</translation>
    </message>
    <message>
        <source>This share is not as it was made: something in it was altered or misread.</source>
        <translation>Dieser Teil ist nicht, wie er gemacht wurde: Etwas darin wurde verändert oder falsch gelesen.</translation>
    </message>
    <message>
        <source>This is a share of another mesh.</source>
        <translation>Das ist ein Teil eines anderen Mesh.</translation>
    </message>
    <message>
        <source>This is in the form of a share, but of no set that was made on this device: mistyped, or made on another one. Its check characters are %1; compare them with the page.</source>
        <translation>Das hat die Form eines Teils, gehört aber zu keinem Satz, der auf diesem Gerät gemacht wurde: vertippt oder auf einem anderen gemacht. Seine Prüfzeichen sind %1; vergleichen Sie sie mit der Seite.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Exporter</name>
    <message numerus="yes">
        <source>%n bookmarks are in “%1” now.</source>
        <translation>
            <numerusform>%n Lesezeichen ist jetzt in „%1“.</numerusform>
            <numerusform>%n Lesezeichen sind jetzt in „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks are in “%1” now.</source>
        <translation>
            <numerusform>%n Aufgabe ist jetzt in „%1“.</numerusform>
            <numerusform>%n Aufgaben sind jetzt in „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords are in “%1” now, in plain text. Delete the file when you no longer need it.</source>
        <translation>
            <numerusform>%n Passwort ist jetzt im Klartext in „%1“. Die Datei löschen, wenn sie nicht mehr gebraucht wird.</numerusform>
            <numerusform>%n Passwörter sind jetzt im Klartext in „%1“. Die Datei löschen, wenn sie nicht mehr gebraucht wird.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::FileLocators</name>
    <message>
        <source>Files of up to %1 can be published.</source>
        <translation>Dateien bis %1 können veröffentlicht werden.</translation>
    </message>
    <message>
        <source>This is not the code of a file.</source>
        <translation>Das ist nicht der Code einer Datei.</translation>
    </message>
    <message>
        <source>There is no file behind this code. See whether the code is complete.</source>
        <translation>Hinter diesem Code ist keine Datei. Sehen Sie nach, ob der Code vollständig ist.</translation>
    </message>
    <message>
        <source>The file was altered on its way, so it was not taken. Ask for a new code.</source>
        <translation>Die Datei wurde unterwegs verändert und deshalb nicht genommen. Bitten Sie um einen neuen Code.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::GroupFiles</name>
    <message>
        <source>This is no file on this computer. Save it here first.</source>
        <translation>Das ist keine Datei auf diesem Computer. Speichern Sie sie zuerst hier.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Pack it into one file first.</source>
        <translation>„%1“ ist ein Ordner. Packen Sie ihn zuerst in eine Datei.</translation>
    </message>
    <message>
        <source>The result needs another name than “%1”.</source>
        <translation>Das Ergebnis braucht einen anderen Namen als „%1“.</translation>
    </message>
    <message>
        <source>It was for no group.</source>
        <translation>Sie war für keine Gruppe.</translation>
    </message>
    <message>
        <source>It was for the group %1.</source>
        <translation>Sie war für die Gruppe %1.</translation>
    </message>
    <message>
        <source>Every member of the group can open it, and nobody else.</source>
        <translation>Jedes Mitglied der Gruppe kann sie öffnen und sonst niemand.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>There is a file “%1” already.</source>
        <translation>Eine Datei „%1“ gibt es schon.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::GroupMembers</name>
    <message>
        <source>You are a member: you can open what is encrypted to this group. Only its administrators see who else belongs to it.</source>
        <translation>Sie sind Mitglied: Sie können öffnen, was für diese Gruppe verschlüsselt ist. Nur ihre Verwaltung sieht, wer noch zu ihr gehört.</translation>
    </message>
    <message>
        <source>You are no longer a member. What is encrypted to this group stays closed to you.</source>
        <translation>Sie sind nicht mehr Mitglied. Was für diese Gruppe verschlüsselt ist, bleibt Ihnen verschlossen.</translation>
    </message>
    <message>
        <source>This group has ended. What was encrypted to it stays closed.</source>
        <translation>Diese Gruppe ist aufgelöst. Was für sie verschlüsselt wurde, bleibt verschlossen.</translation>
    </message>
    <message>
        <source>It is not known now whether you are still a member. %1</source>
        <translation>Ob Sie noch Mitglied sind, ist gerade nicht bekannt. %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Nicht zugestellt</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Eingeladen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::GroupTexts</name>
    <message>
        <source>For the group %1. %2</source>
        <translation>Für die Gruppe %1. %2</translation>
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
    <message>
        <source>Network from WireGuard</source>
        <translation>Netz aus WireGuard</translation>
    </message>
    <message>
        <source>Network from NetworkManager</source>
        <translation>Netz aus NetworkManager</translation>
    </message>
    <message>
        <source>The file does not hold the password. Add it afterwards.</source>
        <translation>Die Datei enthält das Passwort nicht. Tragen Sie es danach ein.</translation>
    </message>
    <message numerus="yes">
        <source>%n networks imported.</source>
        <translation>
            <numerusform>%n Netz importiert.</numerusform>
            <numerusform>%n Netze importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, because they hold nothing of this kind: %1.</source>
        <translation>Ausgelassen, weil sie nichts dieser Art enthalten: %1.</translation>
    </message>
    <message>
        <source>“%1” %2 and is not taken along.</source>
        <translation>„%1“ %2 und wird nicht mitgenommen.</translation>
    </message>
    <message>
        <source>Taken along: %1.</source>
        <translation>Mitgenommen: %1.</translation>
    </message>
    <message>
        <source>Only files on this computer are taken, of the kinds %1.</source>
        <translation>Genommen werden nur Dateien auf diesem Computer, von den Arten %1.</translation>
    </message>
    <message>
        <source>Tasks from a calendar</source>
        <translation>Aufgaben aus einem Kalender</translation>
    </message>
    <message numerus="yes">
        <source>%n that are done or cancelled are not taken over.</source>
        <translation>
            <numerusform>%n Eintrag, der erledigt oder abgesagt ist, wird nicht übernommen.</numerusform>
            <numerusform>%n Einträge, die erledigt oder abgesagt sind, werden nicht übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What repeats is taken over by its rule; single times that differ are not.</source>
        <translation>Was sich wiederholt, wird nach seiner Regel übernommen, einzelne abweichende Termine nicht.</translation>
    </message>
    <message numerus="yes">
        <source>The time zones of %n times are not known; they are taken for this computer&apos;s.</source>
        <translation>
            <numerusform>Die Zeitzone von %n Zeitangabe ist unbekannt; sie wird als Zeit dieses Computers genommen.</numerusform>
            <numerusform>Die Zeitzonen von %n Zeitangaben sind unbekannt; sie werden als Zeit dieses Computers genommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is neither a bookmarks file, nor a calendar, nor a list of passwords from Chrome, Firefox or KeePassXC, nor a network of a kind that can be kept here.</source>
        <translation>Das ist weder eine Lesezeichendatei noch ein Kalender noch eine Liste von Passwörtern aus Chrome, Firefox oder KeePassXC noch ein Netz einer Art, die hier aufbewahrt werden kann.</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks imported.</source>
        <translation>
            <numerusform>%n Aufgabe importiert.</numerusform>
            <numerusform>%n Aufgaben importiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Inheritance</name>
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
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n died and cannot be read</source>
        <translation>
            <numerusform>%n ist gestorben und nicht mehr lesbar</numerusform>
            <numerusform>%n sind gestorben und nicht mehr lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Some entries were changed in two places. Decide about them first.</source>
        <translation>Einige Einträge wurden an zwei Stellen geändert. Entscheiden Sie zuerst über sie.</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
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
    <message>
        <source>Mail keys for OpenPGP</source>
        <translation>Schlüssel für OpenPGP</translation>
    </message>
    <message>
        <source>Calendars, and when tasks repeat</source>
        <translation>Kalender, und wann sich Aufgaben wiederholen</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::LogCheck</name>
    <message>
        <source>the other device</source>
        <translation>dem anderen Gerät</translation>
    </message>
    <message>
        <source>The service told this device and %1 exactly the same about its log.</source>
        <translation>Der Dienst hat diesem Gerät und %1 genau dasselbe über sein Protokoll gesagt.</translation>
    </message>
    <message>
        <source>What the service told this device and %1 about its log fits together.</source>
        <translation>Was der Dienst diesem Gerät und %1 über sein Protokoll gesagt hat, passt zusammen.</translation>
    </message>
    <message>
        <source>The service told %1 something else about its log than this device: both cannot be true.</source>
        <translation>Der Dienst hat %1 etwas anderes über sein Protokoll gesagt als diesem Gerät: Beides kann nicht wahr sein.</translation>
    </message>
    <message>
        <source>It was told at different times, so it could still be two stories. To be sure, show fresh codes on both devices and read them right away.</source>
        <translation>Es wurde zu verschiedenen Zeiten gesagt, es könnten also immer noch zwei Geschichten sein. Um sicher zu sein, zeigen Sie auf beiden Geräten frische Codes und lesen Sie sie gleich.</translation>
    </message>
    <message>
        <source>Both statements are signed by the service and are kept among the signatures as evidence. Ask its operator; without a good answer look for another service.</source>
        <translation>Beide Aussagen hat der Dienst unterschrieben; sie bleiben als Beweis in der Liste der Unterschriften. Fragen Sie den Betreiber; ohne gute Antwort suchen Sie sich einen anderen Dienst.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::MadeShareModel</name>
    <message>
        <source>Share %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::MailEditor</name>
    <message>
        <source>An address looks like alice@example.org.</source>
        <translation>Eine Adresse sieht aus wie alice@example.org.</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Dieser Name ist zu lang.</translation>
    </message>
    <message>
        <source>The server for incoming mail is not right.</source>
        <translation>Der Server für eingehende Mail stimmt nicht.</translation>
    </message>
    <message>
        <source>The server for outgoing mail is not right.</source>
        <translation>Der Server für ausgehende Mail stimmt nicht.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Incoming mail</source>
        <translation>Eingehende Mail</translation>
    </message>
    <message>
        <source>Password for incoming mail</source>
        <translation>Passwort für eingehende Mail</translation>
    </message>
    <message>
        <source>Outgoing mail</source>
        <translation>Ausgehende Mail</translation>
    </message>
    <message>
        <source>Password for outgoing mail</source>
        <translation>Passwort für ausgehende Mail</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Itself</source>
        <translation>Sich selbst</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>The certificate is for another address.</source>
        <translation>Das Zertifikat gilt für eine andere Adresse.</translation>
    </message>
    <message>
        <source>The certificate is no longer valid. It still opens old mail.</source>
        <translation>Das Zertifikat ist nicht mehr gültig. Alte Mail öffnet es noch.</translation>
    </message>
    <message>
        <source>The certificate is not valid yet.</source>
        <translation>Das Zertifikat ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>Nobody else vouches for this certificate: people you write to must accept it themselves.</source>
        <translation>Niemand sonst bürgt für dieses Zertifikat: Wem Sie schreiben, muss es selbst annehmen.</translation>
    </message>
    <message>
        <source>Fill in the address first.</source>
        <translation>Füllen Sie zuerst die Adresse aus.</translation>
    </message>
    <message>
        <source>OpenPGP key</source>
        <translation>OpenPGP-Schlüssel</translation>
    </message>
    <message>
        <source>Since %1, without an end</source>
        <translation>Seit %1, ohne Ende</translation>
    </message>
    <message>
        <source>The key was revoked by its owner. It still opens old mail.</source>
        <translation>Der Schlüssel wurde von seinem Besitzer widerrufen. Er öffnet noch alte Mail.</translation>
    </message>
    <message>
        <source>The key is no longer valid. It still opens old mail.</source>
        <translation>Der Schlüssel ist nicht mehr gültig. Er öffnet noch alte Mail.</translation>
    </message>
    <message>
        <source>The key is for another address.</source>
        <translation>Der Schlüssel ist für eine andere Adresse.</translation>
    </message>
    <message>
        <source>Nobody can encrypt to this key: it only signs.</source>
        <translation>Niemand kann für diesen Schlüssel verschlüsseln: Er unterschreibt nur.</translation>
    </message>
    <message>
        <source>There is no private key in this file.</source>
        <translation>In dieser Datei ist kein privater Schlüssel.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::MailFiles</name>
    <message>
        <source>“%1” is written.</source>
        <translation>„%1“ ist geschrieben.</translation>
    </message>
    <message>
        <source>Passwords are not in it.</source>
        <translation>Passwörter sind nicht darin.</translation>
    </message>
    <message>
        <source>You may give it to everybody.</source>
        <translation>Sie können es allen geben.</translation>
    </message>
    <message>
        <source>Whoever has it and the passphrase reads your mail. Delete it when you no longer need it.</source>
        <translation>Wer die Datei und die Passphrase hat, liest Ihre Mail. Löschen Sie sie, wenn Sie sie nicht mehr brauchen.</translation>
    </message>
    <message>
        <source>At least 8 characters, please.</source>
        <translation>Bitte mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Die beiden Passphrasen sind nicht gleich.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::MailServer</name>
    <message>
        <source>Say which server it is, such as mail.example.org.</source>
        <translation>Sagen Sie, welcher Server es ist, etwa mail.example.org.</translation>
    </message>
    <message>
        <source>A name or an address of a server, such as mail.example.org.</source>
        <translation>Ein Name oder eine Adresse eines Servers, etwa mail.example.org.</translation>
    </message>
    <message>
        <source>A number from 1 to 65535.</source>
        <translation>Eine Zahl von 1 bis 65535.</translation>
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
        <source>Used</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>You joined the group of %1</source>
        <translation>Sie sind der Gruppe von %1 beigetreten</translation>
    </message>
    <message>
        <source>%1 joined your group</source>
        <translation>%1 ist Ihrer Gruppe beigetreten</translation>
    </message>
    <message>
        <source>You declined the group of %1</source>
        <translation>Sie haben die Gruppe von %1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 declined your group</source>
        <translation>%1 hat Ihre Gruppe abgelehnt</translation>
    </message>
    <message>
        <source>You invited %1 to a group</source>
        <translation>Sie haben %1 in eine Gruppe eingeladen</translation>
    </message>
    <message>
        <source>%1 invites you to a group</source>
        <translation>%1 lädt Sie in eine Gruppe ein</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Waiting: the recipient&apos;s account is full</source>
        <translation>Wartet: Das Konto des Empfängers ist voll</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::MessageReader</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Reminder: %1</source>
        <translation>Erinnerung: %1</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::NetworkEditor</name>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Say what the network is called.</source>
        <translation>Sagen Sie, wie das Netz heißt.</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Dieser Name ist zu lang.</translation>
    </message>
    <message>
        <source>This password is too long.</source>
        <translation>Dieses Passwort ist zu lang.</translation>
    </message>
    <message>
        <source>Say where the network is reached, such as vpn.example.org.</source>
        <translation>Sagen Sie, wo das Netz zu erreichen ist, etwa vpn.example.org.</translation>
    </message>
    <message>
        <source>The name of a Wi-Fi network has at most 32 octets; this one has %1.</source>
        <translation>Der Name eines WLANs hat höchstens 32 Bytes; dieser hat %1.</translation>
    </message>
    <message>
        <source>A password of WPA2 has 8 to 63 characters.</source>
        <translation>Ein Passwort für WPA2 hat 8 bis 63 Zeichen.</translation>
    </message>
    <message>
        <source>This network needs a password.</source>
        <translation>Dieses Netz braucht ein Passwort.</translation>
    </message>
    <message>
        <source>A private key has 44 letters and digits, the last of which is “=”.</source>
        <translation>Ein privater Schlüssel hat 44 Buchstaben und Ziffern; das letzte Zeichen ist „=“.</translation>
    </message>
    <message>
        <source>Addresses look like 10.0.0.2/32 or fd00::2/128, separated by commas.</source>
        <translation>Adressen sehen aus wie 10.0.0.2/32 oder fd00::2/128, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>A number, at most 65535.</source>
        <translation>Eine Zahl, höchstens 65535.</translation>
    </message>
    <message>
        <source>One of the peers is not right.</source>
        <translation>Eine der Gegenstellen stimmt nicht.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Gegenstellen</translation>
    </message>
    <message>
        <source>“%1” %2.</source>
        <translation>„%1“ %2.</translation>
    </message>
    <message>
        <source>Certificate (TLS)</source>
        <translation>Zertifikat (TLS)</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::NetworkExporter</name>
    <message>
        <source>“%1” is written. It holds the password in plain text; only you can read it. Delete it when you no longer need it.</source>
        <translation>„%1“ ist geschrieben. Die Datei enthält das Passwort im Klartext; nur Sie können sie lesen. Löschen Sie sie, wenn Sie sie nicht mehr brauchen.</translation>
    </message>
    <message>
        <source>“%1” is there already and holds something else. Choose another name.</source>
        <translation>„%1“ ist schon da und enthält etwas anderes. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates and keys lie beside it.</source>
        <translation>
            <numerusform>%n Zertifikat oder Schlüssel liegt daneben.</numerusform>
            <numerusform>%n Zertifikate und Schlüssel liegen daneben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::NetworkFileModel</name>
    <message>
        <source>Kept</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Kept, protected by a passphrase</source>
        <translation>Vorhanden, durch eine Passphrase geschützt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>It is no longer valid.</source>
        <translation>Es ist nicht mehr gültig.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>Es ist noch nicht gültig.</translation>
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
    <message>
        <source>A program wants to use your SSH key</source>
        <translation>Ein Programm will Ihren SSH-Schlüssel benutzen</translation>
    </message>
    <message>
        <source>%1 (for %2)</source>
        <translation>%1 (für %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n reminders</source>
        <translation>
            <numerusform>%n Erinnerung</numerusform>
            <numerusform>%n Erinnerungen</numerusform>
        </translation>
    </message>
    <message>
        <source>leave at %1</source>
        <translation>Aufbruch %1</translation>
    </message>
    <message>
        <source>A task without a title</source>
        <translation>Eine Aufgabe ohne Titel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
    <name>mmm::desktop::PeerModel</name>
    <message>
        <source>A public key has 44 letters and digits, the last of which is “=”.</source>
        <translation>Ein öffentlicher Schlüssel hat 44 Buchstaben und Ziffern; das letzte Zeichen ist „=“.</translation>
    </message>
    <message>
        <source>An endpoint is a host with a port, such as vpn.example.org:51820.</source>
        <translation>Ein Endpunkt ist ein Rechner mit einem Port, etwa vpn.example.org:51820.</translation>
    </message>
    <message>
        <source>Addresses look like 10.0.0.0/8 or fd00::/8, separated by commas.</source>
        <translation>Adressen sehen aus wie 10.0.0.0/8 oder fd00::/8, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>A number of seconds, at most 65535.</source>
        <translation>Eine Zahl von Sekunden, höchstens 65535.</translation>
    </message>
    <message>
        <source>A key has 44 letters and digits, the last of which is “=”.</source>
        <translation>Ein Schlüssel hat 44 Buchstaben und Ziffern; das letzte Zeichen ist „=“.</translation>
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
    <message>
        <source>The device is connected, but could not be given more rights: %1</source>
        <translation>Das Gerät ist verbunden, konnte aber keine weiteren Rechte bekommen: %1</translation>
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
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
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
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
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
    <name>mmm::desktop::Security</name>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message numerus="yes">
        <source>%n things are not as they should be.</source>
        <translation>
            <numerusform>Eine Sache ist nicht, wie sie sein soll.</numerusform>
            <numerusform>%n Dinge sind nicht, wie sie sein sollen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is wrong. %n things could be better.</source>
        <translation>
            <numerusform>Nichts ist falsch. Eine Sache könnte besser sein.</numerusform>
            <numerusform>Nichts ist falsch. %n Dinge könnten besser sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is as it should be.</source>
        <translation>Alles ist, wie es sein soll.</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Unterschriften</translation>
    </message>
    <message>
        <source>Show who signed what</source>
        <translation>Zeigen, wer was unterschrieben hat</translation>
    </message>
    <message numerus="yes">
        <source>%n things do not prove themselves. They are not believed.</source>
        <translation>
            <numerusform>Eine Sache weist sich nicht aus. Ihr wird nicht geglaubt.</numerusform>
            <numerusform>%n Dinge weisen sich nicht aus. Ihnen wird nicht geglaubt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your devices, accounts and entries prove by %n signed statements that they belong to your mesh. All were checked just now.</source>
        <translation>
            <numerusform>Ihre Geräte, Konten und Einträge weisen durch eine unterschriebene Aussage nach, dass sie zu Ihrem Mesh gehören. Sie wurde gerade geprüft.</numerusform>
            <numerusform>Ihre Geräte, Konten und Einträge weisen durch %n unterschriebene Aussagen nach, dass sie zu Ihrem Mesh gehören. Alle wurden gerade geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the service delivers</source>
        <translation>Was der Dienst liefert</translation>
    </message>
    <message>
        <source>Show what was found</source>
        <translation>Zeigen, was gefunden wurde</translation>
    </message>
    <message>
        <source>Every change is compared with what your devices signed: nothing was altered, left out or set back since this program was started.</source>
        <translation>Jede Änderung wird mit dem verglichen, was Ihre Geräte unterschrieben haben: Seit dem Start dieses Programms wurde nichts verändert, weggelassen oder zurückgesetzt.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Somebody else answers in place of %1. Nothing is sent there.</source>
        <translation>Anstelle von %1 antwortet jemand anderes. Dorthin wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Your mesh is kept on this computer. Other computers of the local network can see that it is here, but read and change nothing.</source>
        <translation>Ihr Mesh liegt auf diesem Rechner. Andere Rechner im lokalen Netz können sehen, dass es hier ist, aber nichts lesen und nichts ändern.</translation>
    </message>
    <message>
        <source>Your mesh is kept on this computer, which nobody reaches from outside.</source>
        <translation>Ihr Mesh liegt auf diesem Rechner, den von außen niemand erreicht.</translation>
    </message>
    <message>
        <source>%1 is asked for its identity…</source>
        <translation>%1 wird nach seiner Identität gefragt …</translation>
    </message>
    <message>
        <source>%1 cannot be asked now. This device talks to no other service in its place.</source>
        <translation>%1 kann gerade nicht gefragt werden. Dieses Gerät spricht an seiner Stelle mit keinem anderen Dienst.</translation>
    </message>
    <message>
        <source>%1 proved just now that it is the service that this device knows.</source>
        <translation>%1 hat gerade nachgewiesen, dass es der Dienst ist, den dieses Gerät kennt.</translation>
    </message>
    <message>
        <source>Secrecy</source>
        <translation>Geheimhaltung</translation>
    </message>
    <message>
        <source>Entries and messages are encrypted on your devices. The service reads the lists of devices and contacts, because it decides by them whom it lets in, and nothing else.</source>
        <translation>Einträge und Nachrichten werden auf Ihren Geräten verschlüsselt. Der Dienst liest die Listen der Geräte und Kontakte, weil er danach entscheidet, wen er einlässt, und sonst nichts.</translation>
    </message>
    <message>
        <source>Keys of this device</source>
        <translation>Schlüssel dieses Geräts</translation>
    </message>
    <message>
        <source>They are in the keychain of this computer, which opens with your login.</source>
        <translation>Sie sind im Schlüsselbund dieses Rechners, der sich mit Ihrer Anmeldung öffnet.</translation>
    </message>
    <message>
        <source>They are in a file that only your passphrase opens. Its strength protects everything.</source>
        <translation>Sie sind in einer Datei, die nur Ihre Passphrase öffnet. Deren Stärke schützt alles.</translation>
    </message>
    <message>
        <source>They are in the memory of this program and go with it.</source>
        <translation>Sie sind im Speicher dieses Programms und vergehen mit ihm.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message numerus="yes">
        <source>Locks after %n minutes without use, and together with the screen.</source>
        <translation>
            <numerusform>Sperrt nach einer Minute ohne Benutzung und zusammen mit dem Bildschirm.</numerusform>
            <numerusform>Sperrt nach %n Minuten ohne Benutzung und zusammen mit dem Bildschirm.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locks after %n minutes without use.</source>
        <translation>
            <numerusform>Sperrt nach einer Minute ohne Benutzung.</numerusform>
            <numerusform>Sperrt nach %n Minuten ohne Benutzung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Locks together with the screen.</source>
        <translation>Sperrt zusammen mit dem Bildschirm.</translation>
    </message>
    <message>
        <source>Never locks by itself: whoever sits at this computer sees everything.</source>
        <translation>Sperrt nie von selbst: Wer an diesem Rechner sitzt, sieht alles.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Show the devices</source>
        <translation>Geräte zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n devices are connected.</source>
        <translation>
            <numerusform>Ein Gerät ist verbunden.</numerusform>
            <numerusform>%n Geräte sind verbunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them may connect and disconnect others.</source>
        <translation>
            <numerusform>Eines davon darf andere verbinden und trennen.</numerusform>
            <numerusform>%n davon dürfen andere verbinden und trennen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect what you do not have any more.</source>
        <translation>Trennen Sie, was Sie nicht mehr haben.</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>Open the recovery</source>
        <translation>Wiederherstellung öffnen</translation>
    </message>
    <message>
        <source>No shares were made: if you lose all devices, your mesh is lost.</source>
        <translation>Es wurden keine Anteile gemacht: Wenn Sie alle Geräte verlieren, ist Ihr Mesh verloren.</translation>
    </message>
    <message>
        <source>The master key is not on this device, and it made no shares. Make sure that the device that has the key did.</source>
        <translation>Der Hauptschlüssel ist nicht auf diesem Gerät, und es hat keine Anteile gemacht. Achten Sie darauf, dass das Gerät mit dem Schlüssel es getan hat.</translation>
    </message>
    <message>
        <source>Any %1 of %2 shares bring your mesh back.</source>
        <translation>Beliebige %1 von %2 Anteilen bringen Ihr Mesh zurück.</translation>
    </message>
    <message>
        <source>The master key is still on this device.</source>
        <translation>Der Hauptschlüssel ist noch auf diesem Gerät.</translation>
    </message>
    <message>
        <source>The master key is not on this device any more.</source>
        <translation>Der Hauptschlüssel ist nicht mehr auf diesem Gerät.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Checked just now: it is what it says.</source>
        <translation>Gerade geprüft: Es ist, was es sagt.</translation>
    </message>
    <message>
        <source>Sealed: only its recipient can read it.</source>
        <translation>Versiegelt: Nur der Empfänger kann es lesen.</translation>
    </message>
    <message>
        <source>It holds under conditions that this program does not understand, so nothing follows from it.</source>
        <translation>Es gilt unter Bedingungen, die dieses Programm nicht versteht, deshalb folgt daraus nichts.</translation>
    </message>
    <message>
        <source>It is not believed. %1</source>
        <translation>Dem wird nicht geglaubt. %1</translation>
    </message>
    <message>
        <source>Log of the service</source>
        <translation>Protokoll des Dienstes</translation>
    </message>
    <message>
        <source>The service has not stated yet how far its log is.</source>
        <translation>Der Dienst hat noch nicht gesagt, wie weit sein Protokoll ist.</translation>
    </message>
    <message numerus="yes">
        <source>The service signed %n statements of how far its log is. Your devices remember and compare them: they fit together.</source>
        <translation>
            <numerusform>Der Dienst hat eine Aussage unterschrieben, wie weit sein Protokoll ist. Ihre Geräte merken sie sich und vergleichen sie mit späteren.</numerusform>
            <numerusform>Der Dienst hat %n Aussagen unterschrieben, wie weit sein Protokoll ist. Ihre Geräte merken sie sich und vergleichen sie: Sie passen zusammen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things did not fit what had been signed. Your data here stayed as it was.</source>
        <translation>
            <numerusform>Eine Sache passte nicht zu dem, was unterschrieben worden war. Ihre Daten hier blieben, wie sie waren.</numerusform>
            <numerusform>%n Dinge passten nicht zu dem, was unterschrieben worden war. Ihre Daten hier blieben, wie sie waren.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service signed statements that contradict each other: it took something back, or shows your devices different things. Unless its operator can say why, keep them as evidence and look for another service.</source>
        <translation>Der Dienst hat Aussagen unterschrieben, die einander widersprechen: Er hat etwas zurückgenommen oder zeigt Ihren Geräten Verschiedenes. Kann sein Betreiber nicht sagen, warum, dann bewahren Sie sie als Beweis auf und suchen einen anderen Dienst.</translation>
    </message>
    <message numerus="yes">
        <source>%n signed things name a state of the service&apos;s log that does not fit what it states.</source>
        <translation>
            <numerusform>Eine unterschriebene Sache nennt einen Stand des Protokolls des Dienstes, der nicht zu dem passt, was er sagt.</numerusform>
            <numerusform>%n unterschriebene Sachen nennen einen Stand des Protokolls des Dienstes, der nicht zu dem passt, was er sagt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Operator of the service</source>
        <translation>Betreiber des Dienstes</translation>
    </message>
    <message>
        <source>Show the statement</source>
        <translation>Erklärung zeigen</translation>
    </message>
    <message>
        <source>Nobody has signed that they run this service. That does not speak against it.</source>
        <translation>Niemand hat unterschrieben, diesen Dienst zu betreiben. Das spricht nicht gegen ihn.</translation>
    </message>
    <message>
        <source>I run this service…</source>
        <translation>Ich betreibe diesen Dienst …</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::ServiceListModel</name>
    <message>
        <source>First service: all of your devices exchange with it.</source>
        <translation>Erster Dienst: Alle Ihre Geräte tauschen sich mit ihm aus.</translation>
    </message>
    <message>
        <source>Not since the start</source>
        <translation>seit dem Start noch nicht</translation>
    </message>
    <message>
        <source>Kept in step by the devices that manage the others.</source>
        <translation>Wird von den Geräten auf dem Stand gehalten, die die anderen verwalten.</translation>
    </message>
    <message>
        <source>In step: %1</source>
        <translation>Auf dem Stand: %1</translation>
    </message>
    <message>
        <source>Cannot be reached. Last in step: %1</source>
        <translation>Nicht erreichbar. Zuletzt auf dem Stand: %1</translation>
    </message>
    <message>
        <source>Has something that the first service does not have. Remove it and add it again, so that it begins anew.</source>
        <translation>Hat etwas, das der erste Dienst nicht hat. Entfernen Sie ihn und fügen Sie ihn wieder hinzu, damit er neu beginnt.</translation>
    </message>
    <message>
        <source>Does not take the copy. Last in step: %1. %2</source>
        <translation>Nimmt die Kopie nicht an. Zuletzt auf dem Stand: %1. %2</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::ServiceMove</name>
    <message>
        <source>Asking the new service…</source>
        <translation>Der neue Dienst wird gefragt …</translation>
    </message>
    <message>
        <source>Copying everything to the new service…</source>
        <translation>Alles wird zum neuen Dienst kopiert …</translation>
    </message>
    <message>
        <source>Closing the account at the present service, and comparing…</source>
        <translation>Das Konto beim jetzigen Dienst wird geschlossen und verglichen …</translation>
    </message>
    <message>
        <source>Telling your devices and contacts the new address…</source>
        <translation>Ihre Geräte und Kontakte erfahren die neue Adresse …</translation>
    </message>
    <message>
        <source>Your account is at the new service.</source>
        <translation>Ihr Konto ist beim neuen Dienst.</translation>
    </message>
    <message>
        <source>Enter a service such as mesh.example.com, or an address there such as alice@mesh.example.com.</source>
        <translation>Geben Sie einen Dienst wie mesh.example.com ein oder eine Adresse dort wie alice@mesh.example.com.</translation>
    </message>
    <message>
        <source>Your account is at this service already.</source>
        <translation>Ihr Konto ist bereits bei diesem Dienst.</translation>
    </message>
    <message>
        <source>The service has another account of this name. Enter the address that your account shall have there, such as another-name@service.</source>
        <translation>Der Dienst hat ein anderes Konto dieses Namens. Geben Sie die Adresse ein, die Ihr Konto dort haben soll, etwa anderer-name@dienst.</translation>
    </message>
    <message>
        <source>The service does not take new accounts. Ask its operator, or choose another one. Nothing was changed.</source>
        <translation>Der Dienst nimmt keine neuen Konten an. Fragen Sie seinen Betreiber oder wählen Sie einen anderen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The service cannot be reached. See whether its name is right, or try again later. Nothing was changed.</source>
        <translation>Der Dienst ist nicht erreichbar. Prüfen Sie seinen Namen oder versuchen Sie es später erneut. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>One of the services cannot be reached now. Nothing is lost; try again later.</source>
        <translation>Einer der Dienste ist gerade nicht erreichbar. Nichts ist verloren; versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The two services do not have the same, so your account stays where it is. Call it off and begin anew.</source>
        <translation>Die beiden Dienste haben nicht dasselbe, deshalb bleibt Ihr Konto, wo es ist. Brechen Sie den Umzug ab und beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>Your account has not moved to this service. It is moved on a device that manages the others.</source>
        <translation>Ihr Konto ist nicht zu diesem Dienst umgezogen. Umgezogen wird auf einem Gerät, das die anderen verwaltet.</translation>
    </message>
    <message>
        <source>The fingerprint in this address is not that of your account. Nothing was changed.</source>
        <translation>Der Fingerabdruck in dieser Adresse ist nicht der Ihres Kontos. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The service that answers has another fingerprint than the one that was entered or is known. Nothing was changed.</source>
        <translation>Der Dienst, der antwortet, hat einen anderen Fingerabdruck als den, der eingegeben wurde oder bekannt ist. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The new service has not enough room for your account. Call the move off and choose another service, or ask its operator for more room and go on.</source>
        <translation>Der neue Dienst hat nicht genug Platz für Ihr Konto. Lassen Sie den Umzug bleiben und wählen Sie einen anderen Dienst, oder bitten Sie seinen Betreiber um mehr Platz und setzen Sie den Umzug fort.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::ServiceStatement</name>
    <message>
        <source>This is not the fingerprint of a service. It states it when it starts.</source>
        <translation>Das ist nicht der Fingerabdruck eines Dienstes. Der Dienst nennt ihn, wenn er startet.</translation>
    </message>
    <message>
        <source>Only a device that manages the others can sign for the account.</source>
        <translation>Nur ein Gerät, das die anderen verwaltet, kann für das Konto unterschreiben.</translation>
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
    <message>
        <source>These shares are not those of this account&apos;s mesh. See whether the address is the one on the pages, and whether a share is mistyped.</source>
        <translation>Diese Teile sind nicht die des Mesh dieses Kontos. Sehen Sie nach, ob die Adresse die auf den Seiten ist und ob ein Teil vertippt ist.</translation>
    </message>
    <message>
        <source>The service has no such account: the address is mistyped, or the account was deleted there. Compare it with the pages. What a service does not have cannot be recovered from it.</source>
        <translation>Der Dienst hat kein solches Konto: Die Adresse ist vertippt, oder das Konto wurde dort gelöscht. Vergleichen Sie sie mit den Seiten. Was ein Dienst nicht hat, kann von ihm nicht zurückkommen.</translation>
    </message>
    <message>
        <source>These are too few shares.</source>
        <translation>Das sind zu wenige Teile.</translation>
    </message>
    <message>
        <source>The account looks like alice@example.com. The pages show it.</source>
        <translation>Das Konto sieht aus wie alice@example.com. Es steht auf den Seiten.</translation>
    </message>
    <message>
        <source>The account&apos;s service cannot be reached. Check the connection and the address. If the service has another place now, enter it as service address. Your shares stay here; try again at any time.</source>
        <translation>Der Dienst des Kontos ist nicht erreichbar. Prüfen Sie die Verbindung und die Adresse. Hat der Dienst jetzt einen anderen Ort, geben Sie ihn als Dienstadresse ein. Ihre Teile bleiben hier; versuchen Sie es jederzeit noch einmal.</translation>
    </message>
    <message>
        <source>The shares are right, but what the service keeps of this mesh does not open with them. Ask whoever runs the service whether something of it was lost.</source>
        <translation>Die Teile stimmen, aber was der Dienst von diesem Mesh aufbewahrt, öffnet sich nicht mit ihnen. Fragen Sie den Betreiber des Dienstes, ob etwas davon verloren ging.</translation>
    </message>
    <message>
        <source>An address looks like alice@example.com.</source>
        <translation>Eine Adresse sieht aus wie alice@example.com.</translation>
    </message>
    <message>
        <source>Deleting the account…</source>
        <translation>Das Konto wird gelöscht …</translation>
    </message>
    <message>
        <source>The address carries a fingerprint, and the account that is there has another one: it is not the account that is meant. Nothing was sent to it. Compare the address with the one on your other device.</source>
        <translation>Die Adresse enthält einen Fingerabdruck, und das Konto, das es dort gibt, hat einen anderen: Es ist nicht das Konto, das gemeint ist. Ihm wurde nichts gesendet. Vergleichen Sie die Adresse mit der auf Ihrem anderen Gerät.</translation>
    </message>
    <message>
        <source>The service has no such account. Compare the address with the one on your other device.</source>
        <translation>Der Dienst hat kein solches Konto. Vergleichen Sie die Adresse mit der auf Ihrem anderen Gerät.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::ShareCollector</name>
    <message>
        <source>There is a character that no share has: only letters and the digits 2 to 7 occur. Look out for O and 0, I and 1, B and 8.</source>
        <translation>Da ist ein Zeichen, das kein Teil hat: Nur Buchstaben und die Ziffern 2 bis 7 kommen vor. Achten Sie auf O und 0, I und 1, B und 8.</translation>
    </message>
    <message>
        <source>There is nothing to be read.</source>
        <translation>Es gibt nichts zu lesen.</translation>
    </message>
    <message>
        <source>This is no recovery share. A share begins with the letter S.</source>
        <translation>Das ist kein Wiederherstellungsteil. Ein Teil beginnt mit dem Buchstaben S.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters are missing. Compare it with the page, group by group.</source>
        <translation>
            <numerusform>Es fehlt %n Zeichen. Vergleichen Sie mit der Seite, Gruppe für Gruppe.</numerusform>
            <numerusform>Es fehlen %n Zeichen. Vergleichen Sie mit der Seite, Gruppe für Gruppe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n characters too many. Compare it with the page, group by group.</source>
        <translation>
            <numerusform>Es ist %n Zeichen zu viel. Vergleichen Sie mit der Seite, Gruppe für Gruppe.</numerusform>
            <numerusform>Es sind %n Zeichen zu viel. Vergleichen Sie mit der Seite, Gruppe für Gruppe.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first share says how many are needed.</source>
        <translation>Der erste Teil sagt, wie viele nötig sind.</translation>
    </message>
    <message>
        <source>%1 of %2 needed</source>
        <translation>%1 von %2 nötigen</translation>
    </message>
    <message>
        <source>There are enough shares, but they do not make a key together: at least one of them is mistyped or from elsewhere. Compare the check characters with the pages. A further share would tell which one is wrong.</source>
        <translation>Es sind genug Teile, aber zusammen ergeben sie keinen Schlüssel: Mindestens einer ist vertippt oder von anderswo. Vergleichen Sie die Prüfzeichen mit den Seiten. Ein weiterer Teil würde zeigen, welcher falsch ist.</translation>
    </message>
    <message>
        <source>Share %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
    <message>
        <source>Share %1</source>
        <translation>Teil %1</translation>
    </message>
    <message>
        <source>The same share once more. It counts once.</source>
        <translation>Derselbe Teil noch einmal. Er zählt einmal.</translation>
    </message>
    <message>
        <source>A share of another mesh.</source>
        <translation>Ein Teil eines anderen Mesh.</translation>
    </message>
    <message>
        <source>A share of another set, made at another time. Sets cannot be mixed.</source>
        <translation>Ein Teil eines anderen Satzes, zu anderer Zeit gemacht. Sätze lassen sich nicht mischen.</translation>
    </message>
    <message>
        <source>There is another share of the same number that reads differently. One of the two is mistyped or of another set.</source>
        <translation>Es gibt einen anderen Teil mit derselben Nummer, der anders lautet. Einer der beiden ist vertippt oder aus einem anderen Satz.</translation>
    </message>
    <message>
        <source>Does not belong to the others: mistyped, altered or of another set.</source>
        <translation>Gehört nicht zu den anderen: vertippt, verändert oder aus einem anderen Satz.</translation>
    </message>
    <message>
        <source>Belongs to the others.</source>
        <translation>Gehört zu den anderen.</translation>
    </message>
    <message>
        <source>Taken.</source>
        <translation>Angenommen.</translation>
    </message>
    <message>
        <source>This is no recovery share. Compare it with the page, group by group.</source>
        <translation>Das ist kein Wiederherstellungsteil. Vergleichen Sie ihn mit der Seite, Gruppe für Gruppe.</translation>
    </message>
    <message>
        <source>Something is mistyped: the check characters do not belong to this share. Compare both with the page.</source>
        <translation>Etwas ist vertippt: Die Prüfzeichen gehören nicht zu diesem Teil. Vergleichen Sie beide mit der Seite.</translation>
    </message>
    <message>
        <source>This is the text of something else than a recovery share.</source>
        <translation>Das ist der Text von etwas anderem als einem Wiederherstellungsteil.</translation>
    </message>
    <message>
        <source>There are too many shares. Take out those that do not fit.</source>
        <translation>Es sind zu viele Teile. Nehmen Sie die heraus, die nicht passen.</translation>
    </message>
    <message>
        <source>This file is no recovery record.</source>
        <translation>Diese Datei ist kein Wiederherstellungssatz.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::ShareSetModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Any %1 of %2 shares</source>
        <translation>Beliebige %1 von %2 Teilen</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::SshAgent</name>
    <message>
        <source>The SSH agent cannot be started: %1</source>
        <translation>Der SSH-Agent lässt sich nicht starten: %1</translation>
    </message>
    <message>
        <source>its folder “%1” is not safe.</source>
        <translation>sein Ordner „%1“ ist nicht sicher.</translation>
    </message>
    <message>
        <source>The request does not come from this computer, but from a server that you have lent your keys. Refuse unless you are logging in from there right now.</source>
        <translation>Die Anfrage kommt nicht von diesem Rechner, sondern von einem Server, dem Sie Ihre Schlüssel geliehen haben. Lehnen Sie ab, wenn Sie sich nicht gerade von dort anmelden.</translation>
    </message>
    <message>
        <source>Whether the server is what it says could not be checked here.</source>
        <translation>Ob der Server der ist, für den er sich ausgibt, ließ sich hier nicht prüfen.</translation>
    </message>
    <message>
        <source>A program</source>
        <translation>Ein Programm</translation>
    </message>
    <message>
        <source>“%1” (process %2)</source>
        <translation>„%1“ (Prozess %2)</translation>
    </message>
    <message>
        <source>SSH</source>
        <translation>SSH</translation>
    </message>
    <message>
        <source>%1 wants to sign data for “%2” with the key of “%3”.</source>
        <translation>%1 will Daten für „%2“ mit dem Schlüssel von „%3“ unterschreiben.</translation>
    </message>
    <message>
        <source>a server that it does not name</source>
        <translation>einem Server, den es nicht nennt</translation>
    </message>
    <message>
        <source>an unknown server with the key %1</source>
        <translation>einem unbekannten Server mit dem Schlüssel %1</translation>
    </message>
    <message>
        <source>an unknown server</source>
        <translation>einem unbekannten Server</translation>
    </message>
    <message>
        <source>%1 wants to log in as “%2” at %3 with the key of “%4”.</source>
        <translation>%1 will sich als „%2“ bei %3 mit dem Schlüssel von „%4“ anmelden.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::SshDeviceModel</name>
    <message>
        <source>Device without a name</source>
        <translation>Gerät ohne Namen</translation>
    </message>
    <message>
        <source>Its key comes as soon as a device that manages the others is reached.</source>
        <translation>Sein Schlüssel kommt, sobald ein Gerät erreicht ist, das die anderen verwaltet.</translation>
    </message>
    <message>
        <source>It was connected by an older program and can have no key.</source>
        <translation>Es wurde von einem älteren Programm verbunden und kann keinen Schlüssel haben.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::SshEditor</name>
    <message>
        <source>Say what the profile is called.</source>
        <translation>Sagen Sie, wie das Profil heißt.</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Dieser Name ist zu lang.</translation>
    </message>
    <message>
        <source>One word without spaces, such as alice.</source>
        <translation>Ein Wort ohne Leerzeichen, etwa alice.</translation>
    </message>
    <message>
        <source>One of the computers is not right.</source>
        <translation>Einer der Rechner stimmt nicht.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>Bekannte Gegenstellen</translation>
    </message>
    <message>
        <source>Further keys</source>
        <translation>Weitere Schlüssel</translation>
    </message>
    <message>
        <source>This is neither a list of keys (authorized_keys, *.pub) or known hosts nor a configuration of SSH. Private keys are not taken over: each of your devices gets a key of its own.</source>
        <translation>Das ist weder eine Liste von Schlüsseln (authorized_keys, *.pub) oder bekannten Gegenstellen noch eine Konfiguration von SSH. Private Schlüssel werden nicht übernommen: Jedes Ihrer Geräte bekommt einen eigenen.</translation>
    </message>
    <message numerus="yes">
        <source>%n keys added.</source>
        <translation>
            <numerusform>%n Schlüssel hinzugefügt.</numerusform>
            <numerusform>%n Schlüssel hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known hosts added.</source>
        <translation>
            <numerusform>%n bekannte Gegenstelle hinzugefügt.</numerusform>
            <numerusform>%n bekannte Gegenstellen hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n computers added.</source>
        <translation>
            <numerusform>%n Rechner hinzugefügt.</numerusform>
            <numerusform>%n Rechner hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are not taken over.</source>
        <translation>
            <numerusform>%n Zeile wird nicht übernommen.</numerusform>
            <numerusform>%n Zeilen werden nicht übernommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::SshFiles</name>
    <message>
        <source>“%1” is written. Write it again when the profile or your devices have changed; what else is in the file stays.</source>
        <translation>„%1“ ist geschrieben. Schreiben Sie sie neu, wenn sich das Profil oder Ihre Geräte geändert haben; was sonst in der Datei steht, bleibt.</translation>
    </message>
    <message>
        <source>“%1” was not written: somebody has changed the part of it that this program writes. Remove the lines with “Mesh Desktop” from it, and try again.</source>
        <translation>„%1“ wurde nicht geschrieben: Jemand hat den Teil geändert, den dieses Programm schreibt. Entfernen Sie die Zeilen mit „Mesh Desktop“ daraus und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::SshHostModel</name>
    <message>
        <source>Say what you type after “ssh”.</source>
        <translation>Sagen Sie, was Sie nach „ssh“ eintippen.</translation>
    </message>
    <message>
        <source>One word without spaces, “*” and “?”, such as web or web.example.org.</source>
        <translation>Ein Wort ohne Leerzeichen, „*“ und „?“, etwa web oder web.example.org.</translation>
    </message>
    <message>
        <source>A name or an address of a computer, such as web.example.org.</source>
        <translation>Ein Name oder eine Adresse eines Rechners, etwa web.example.org.</translation>
    </message>
    <message>
        <source>A number from 1 to 65535.</source>
        <translation>Eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>One word without spaces, such as alice.</source>
        <translation>Ein Wort ohne Leerzeichen, etwa alice.</translation>
    </message>
    <message>
        <source>A computer that is named here, or user@host:port.</source>
        <translation>Ein Rechner, der hier genannt ist, oder user@host:port.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::SshLineModel</name>
    <message>
        <source>A name that is not shown (hashed)</source>
        <translation>Ein Name, der nicht gezeigt wird (gehasht)</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>A key without a name</source>
        <translation>Ein Schlüssel ohne Namen</translation>
    </message>
    <message>
        <source>Not understood; kept as it is</source>
        <translation>Nicht verstanden; bleibt, wie es ist</translation>
    </message>
    <message>
        <source>A line begins with the name of the host, then come the type of the key and the key.</source>
        <translation>Eine Zeile beginnt mit dem Namen der Gegenstelle, dann kommen die Art des Schlüssels und der Schlüssel.</translation>
    </message>
    <message>
        <source>A line is what stands in a file that ends in .pub: the type of the key, the key, and a name.</source>
        <translation>Eine Zeile ist, was in einer Datei steht, die auf .pub endet: die Art des Schlüssels, der Schlüssel und ein Name.</translation>
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
    <message>
        <source>None</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <translation>%1 %2 in %3</translation>
    </message>
    <message>
        <source>A reminder needs a date.</source>
        <translation>Eine Erinnerung braucht ein Datum.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Way there</source>
        <translation>Hinweg</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Rückweg</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::TrustGraph</name>
    <message>
        <source>signs</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>wrong signature</source>
        <translation>falsche Unterschrift</translation>
    </message>
    <message>
        <source>connects</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>activates</source>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>accredits</source>
        <translation>beglaubigt</translation>
    </message>
    <message>
        <source>has</source>
        <translation>hat</translation>
    </message>
    <message>
        <source>Its own key</source>
        <translation>Der eigene Schlüssel</translation>
    </message>
    <message>
        <source>A key that is not known here</source>
        <translation>Ein Schlüssel, der hier nicht bekannt ist</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed by: %1.</source>
        <translation>Unterschrieben von: %1.</translation>
    </message>
    <message>
        <source>Not signed by, though it seems so: %1.</source>
        <translation>Nicht unterschrieben von, obwohl es so scheint: %1.</translation>
    </message>
    <message>
        <source>Connected by: %1.</source>
        <translation>Verbunden durch: %1.</translation>
    </message>
    <message>
        <source>Activated by: %1.</source>
        <translation>Aktiviert durch: %1.</translation>
    </message>
    <message>
        <source>Accredited by: %1.</source>
        <translation>Beglaubigt durch: %1.</translation>
    </message>
    <message>
        <source>Part of: %1.</source>
        <translation>Teil von: %1.</translation>
    </message>
    <message>
        <source>Signs: %1.</source>
        <translation>Unterschreibt: %1.</translation>
    </message>
    <message>
        <source>Connects: %1.</source>
        <translation>Verbindet: %1.</translation>
    </message>
    <message>
        <source>Activates: %1.</source>
        <translation>Aktiviert: %1.</translation>
    </message>
    <message>
        <source>Accredits: %1.</source>
        <translation>Beglaubigt: %1.</translation>
    </message>
    <message>
        <source>Has: %1.</source>
        <translation>Hat: %1.</translation>
    </message>
</context>
<context>
    <name>mmm::desktop::TrustModel</name>
    <message>
        <source>A key that is not known here</source>
        <translation>Ein Schlüssel, der hier nicht bekannt ist</translation>
    </message>
    <message>
        <source>%1, but the signature is wrong</source>
        <translation>%1, aber die Unterschrift ist falsch</translation>
    </message>
    <message>
        <source>Its own key</source>
        <translation>Der eigene Schlüssel</translation>
    </message>
    <message>
        <source>Proved by signatures of your devices</source>
        <translation>Belegt durch Unterschriften Ihrer Geräte</translation>
    </message>
    <message>
        <source>Signed by: %1</source>
        <translation>Unterschrieben von: %1</translation>
    </message>
    <message>
        <source>Sealed for its recipient</source>
        <translation>Versiegelt für den Empfänger</translation>
    </message>
</context>
</TS>
