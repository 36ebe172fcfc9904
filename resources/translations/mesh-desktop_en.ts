<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AccountCard</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountSwitcher</name>
    <message numerus="yes">
        <source>%n unread in other accounts</source>
        <translation>
            <numerusform>%n unread in other accounts</numerusform>
            <numerusform>%n unread in other accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restored</source>
        <translation>
            <numerusform>%n restored</numerusform>
            <numerusform>%n restored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmationsPage</name>
    <message numerus="yes">
        <source>%n wait for your answer</source>
        <translation>
            <numerusform>%n waits for your answer</numerusform>
            <numerusform>%n wait for your answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message numerus="yes">
        <source>%n people ask for contact</source>
        <translation>
            <numerusform>%n person asks for contact</numerusform>
            <numerusform>%n people ask for contact</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyToast</name>
    <message numerus="yes">
        <source>Copied. It leaves the clipboard after %n seconds.</source>
        <translation>
            <numerusform>Copied. It leaves the clipboard after %n second.</numerusform>
            <numerusform>Copied. It leaves the clipboard after %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InheritancePage</name>
    <message numerus="yes">
        <source>This mesh was recovered. %n entries died with their devices; a device from before that is still connected has them.</source>
        <translation>
            <numerusform>This mesh was recovered. %n entry died with its devices; a device from before that is still connected has it.</numerusform>
            <numerusform>This mesh was recovered. %n entries died with their devices; a device from before that is still connected has them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restored</source>
        <translation>
            <numerusform>%n restored</numerusform>
            <numerusform>%n restored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworksPage</name>
    <message numerus="yes">
        <source>%n further settings are kept and written to files.</source>
        <translation>
            <numerusform>%n further setting is kept and written to files.</numerusform>
            <numerusform>%n further settings are kept and written to files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message numerus="yes">
        <source>This mesh was recovered. %n entries died with their devices.</source>
        <translation>
            <numerusform>This mesh was recovered. %n entry died with its devices.</numerusform>
            <numerusform>This mesh was recovered. %n entries died with their devices.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message numerus="yes">
        <source>%n weeks before</source>
        <translation>
            <numerusform>%n week before</numerusform>
            <numerusform>%n weeks before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks after</source>
        <translation>
            <numerusform>%n week after</numerusform>
            <numerusform>%n weeks after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days before</source>
        <translation>
            <numerusform>%n day before</numerusform>
            <numerusform>%n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days after</source>
        <translation>
            <numerusform>%n day after</numerusform>
            <numerusform>%n days after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours before</source>
        <translation>
            <numerusform>%n hour before</numerusform>
            <numerusform>%n hours before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours after</source>
        <translation>
            <numerusform>%n hour after</numerusform>
            <numerusform>%n hours after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes before</source>
        <translation>
            <numerusform>%n minute before</numerusform>
            <numerusform>%n minutes before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes after</source>
        <translation>
            <numerusform>%n minute after</numerusform>
            <numerusform>%n minutes after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds before</source>
        <translation>
            <numerusform>%n second before</numerusform>
            <numerusform>%n seconds before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds after</source>
        <translation>
            <numerusform>%n second after</numerusform>
            <numerusform>%n seconds after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SshLineSection</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncDialog</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries. They carry a mark in their list.</source>
        <translation>
            <numerusform>%n entry. It carries a mark in its list.</numerusform>
            <numerusform>%n entries. They carry a mark in their list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncIndicator</name>
    <message numerus="yes">
        <source>Syncing, %n left</source>
        <translation>
            <numerusform>Syncing, %n left</numerusform>
            <numerusform>Syncing, %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n waiting</source>
        <translation>
            <numerusform>Offline, %n waiting</numerusform>
            <numerusform>Offline, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valid for %n minutes</source>
        <translation>
            <numerusform>Valid for %n minute</numerusform>
            <numerusform>Valid for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valid for %n hours</source>
        <translation>
            <numerusform>Valid for %n hour</numerusform>
            <numerusform>Valid for %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::AccountArchive</name>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmarks</source>
        <translation>
            <numerusform>%n bookmark</numerusform>
            <numerusform>%n bookmarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords</source>
        <translation>
            <numerusform>%n password</numerusform>
            <numerusform>%n passwords</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n networks</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received messages</source>
        <translation>
            <numerusform>%n received message</numerusform>
            <numerusform>%n received messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent messages</source>
        <translation>
            <numerusform>%n sent message</numerusform>
            <numerusform>%n sent messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n characters, such as four or more words.</source>
        <translation>
            <numerusform>Use at least %n character.</numerusform>
            <numerusform>Use at least %n characters, such as four or more words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were added.</source>
        <translation>
            <numerusform>%n entry was added.</numerusform>
            <numerusform>%n entries were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were brought up to date.</source>
        <translation>
            <numerusform>%n entry was brought up to date.</numerusform>
            <numerusform>%n entries were brought up to date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were here already.</source>
        <translation>
            <numerusform>%n entry was here already.</numerusform>
            <numerusform>%n entries were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are newer here and stay as they are.</source>
        <translation>
            <numerusform>%n entry is newer here and stays as it is.</numerusform>
            <numerusform>%n entries are newer here and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are others here and stay as they are.</source>
        <translation>
            <numerusform>%n entry is another here and stays as it is.</numerusform>
            <numerusform>%n entries are others here and stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Exporter</name>
    <message numerus="yes">
        <source>%n bookmarks are in “%1” now.</source>
        <translation>
            <numerusform>%n bookmark is in “%1” now.</numerusform>
            <numerusform>%n bookmarks are in “%1” now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks are in “%1” now.</source>
        <translation>
            <numerusform>%n task is in “%1” now.</numerusform>
            <numerusform>%n tasks are in “%1” now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords are in “%1” now, in plain text. Delete the file when you no longer need it.</source>
        <translation>
            <numerusform>%n password is in “%1” now, in plain text. Delete the file when you no longer need it.</numerusform>
            <numerusform>%n passwords are in “%1” now, in plain text. Delete the file when you no longer need it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Importer</name>
    <message numerus="yes">
        <source>The notes and one-time codes of %n entries are not taken over.</source>
        <translation>
            <numerusform>The notes and one-time codes of %n entry are not taken over.</numerusform>
            <numerusform>The notes and one-time codes of %n entries are not taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passwords imported.</source>
        <translation>
            <numerusform>%n password imported.</numerusform>
            <numerusform>%n passwords imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmarks imported.</source>
        <translation>
            <numerusform>%n bookmark imported.</numerusform>
            <numerusform>%n bookmarks imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, as chosen.</source>
        <translation>
            <numerusform>%n left out, as chosen.</numerusform>
            <numerusform>%n left out, as chosen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out because there is one like it already.</source>
        <translation>
            <numerusform>%n left out because there is one like it already.</numerusform>
            <numerusform>%n left out because there are ones like them already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be used.</source>
        <translation>
            <numerusform>%n could not be used.</numerusform>
            <numerusform>%n could not be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n networks imported.</source>
        <translation>
            <numerusform>%n network imported.</numerusform>
            <numerusform>%n networks imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that are done or cancelled are not taken over.</source>
        <translation>
            <numerusform>%n that is done or cancelled is not taken over.</numerusform>
            <numerusform>%n that are done or cancelled are not taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The time zones of %n times are not known; they are taken for this computer&apos;s.</source>
        <translation>
            <numerusform>The time zone of %n time is not known; it is taken for this computer&apos;s.</numerusform>
            <numerusform>The time zones of %n times are not known; they are taken for this computer&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks imported.</source>
        <translation>
            <numerusform>%n task imported.</numerusform>
            <numerusform>%n tasks imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Inheritance</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n died and cannot be read</source>
        <translation>
            <numerusform>%n died and cannot be read</numerusform>
            <numerusform>%n died and cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::NetworkExporter</name>
    <message numerus="yes">
        <source>%n certificates and keys lie beside it.</source>
        <translation>
            <numerusform>%n certificate or key lies beside it.</numerusform>
            <numerusform>%n certificates and keys lie beside it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Notifications</name>
    <message numerus="yes">
        <source>%n reminders</source>
        <translation>
            <numerusform>%n reminder</numerusform>
            <numerusform>%n reminders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Security</name>
    <message numerus="yes">
        <source>%n things are not as they should be.</source>
        <translation>
            <numerusform>One thing is not as it should be.</numerusform>
            <numerusform>%n things are not as they should be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is wrong. %n things could be better.</source>
        <translation>
            <numerusform>Nothing is wrong. One thing could be better.</numerusform>
            <numerusform>Nothing is wrong. %n things could be better.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things do not prove themselves. They are not believed.</source>
        <translation>
            <numerusform>One thing does not prove itself. It is not believed.</numerusform>
            <numerusform>%n things do not prove themselves. They are not believed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your devices, accounts and entries prove by %n signed statements that they belong to your mesh. All were checked just now.</source>
        <translation>
            <numerusform>Your devices, accounts and entries prove by one signed statement that they belong to your mesh. It was checked just now.</numerusform>
            <numerusform>Your devices, accounts and entries prove by %n signed statements that they belong to your mesh. All were checked just now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locks after %n minutes without use, and together with the screen.</source>
        <translation>
            <numerusform>Locks after a minute without use, and together with the screen.</numerusform>
            <numerusform>Locks after %n minutes without use, and together with the screen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locks after %n minutes without use.</source>
        <translation>
            <numerusform>Locks after a minute without use.</numerusform>
            <numerusform>Locks after %n minutes without use.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices are connected.</source>
        <translation>
            <numerusform>One device is connected.</numerusform>
            <numerusform>%n devices are connected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them may connect and disconnect others.</source>
        <translation>
            <numerusform>One of them may connect and disconnect others.</numerusform>
            <numerusform>%n of them may connect and disconnect others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service signed %n statements of how far its log is. Your devices remember and compare them: they fit together.</source>
        <translation>
            <numerusform>The service signed a statement of how far its log is. Your devices remember it and compare it with later ones.</numerusform>
            <numerusform>The service signed %n statements of how far its log is. Your devices remember and compare them: they fit together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things did not fit what had been signed. Your data here stayed as it was.</source>
        <translation>
            <numerusform>One thing did not fit what had been signed. Your data here stayed as it was.</numerusform>
            <numerusform>%n things did not fit what had been signed. Your data here stayed as it was.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signed things name a state of the service&apos;s log that does not fit what it states.</source>
        <translation>
            <numerusform>One signed thing names a state of the service&apos;s log that does not fit what it states.</numerusform>
            <numerusform>%n signed things name a state of the service&apos;s log that does not fit what it states.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::Session</name>
    <message numerus="yes">
        <source>Use at least %n characters, such as four or more words.</source>
        <translation>
            <numerusform>Use at least %n character.</numerusform>
            <numerusform>Use at least %n characters, such as four or more words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::ShareCollector</name>
    <message numerus="yes">
        <source>%n characters are missing. Compare it with the page, group by group.</source>
        <translation>
            <numerusform>%n character is missing. Compare it with the page, group by group.</numerusform>
            <numerusform>%n characters are missing. Compare it with the page, group by group.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n characters too many. Compare it with the page, group by group.</source>
        <translation>
            <numerusform>There is %n character too many. Compare it with the page, group by group.</numerusform>
            <numerusform>There are %n characters too many. Compare it with the page, group by group.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::SshEditor</name>
    <message numerus="yes">
        <source>%n keys added.</source>
        <translation>
            <numerusform>%n key added.</numerusform>
            <numerusform>%n keys added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known hosts added.</source>
        <translation>
            <numerusform>%n known host added.</numerusform>
            <numerusform>%n known hosts added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n computers added.</source>
        <translation>
            <numerusform>%n computer added.</numerusform>
            <numerusform>%n computers added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are not taken over.</source>
        <translation>
            <numerusform>%n line is not taken over.</numerusform>
            <numerusform>%n lines are not taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::SyncStatus</name>
    <message numerus="yes">
        <source>%n entries changed twice</source>
        <translation>
            <numerusform>%n entry changed twice</numerusform>
            <numerusform>%n entries changed twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n changes</source>
        <translation>
            <numerusform>Sending %n change</numerusform>
            <numerusform>Sending %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n changes waiting</source>
        <translation>
            <numerusform>Offline, %n change waiting</numerusform>
            <numerusform>Offline, %n changes waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mmm::desktop::TrustGraph</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
</TS>
