<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
    <name>CredentialsPage</name>
    <message numerus="yes">
        <source>Password copied. It leaves the clipboard after %n seconds.</source>
        <translation>
            <numerusform>Password copied. It leaves the clipboard after %n second.</numerusform>
            <numerusform>Password copied. It leaves the clipboard after %n seconds.</numerusform>
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
</TS>
