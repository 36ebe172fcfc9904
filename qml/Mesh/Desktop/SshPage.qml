import QtQuick
import QtQuick.Dialogs
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Profiles of SSH, and the agent.
CatalogPage {
    id: page

    /// The other kind of applications is wanted.
    signal kindWanted(kind: int)

    catalog: SshProfiles
    editor: profile
    title: qsTr("Applications")
    newText: qsTr("New SSH profile")
    symbol: Icon.Terminal
    emptyTitle: qsTr("No SSH profiles yet")
    emptyText: qsTr("In an SSH profile each of your devices has a key of its own, which never leaves it. Computers and known hosts are the same on all of them.")
    firstText: qsTr("Add the first profile")
    importText: qsTr("Import from OpenSSH")
    onImportRequested: page.freeForm()
    onFreed: importDialog.open()
    listActions: [
        IconButton {
            symbol: Icon.Settings
            text: qsTr("SSH agent")
            onClicked: agentDialog.open()
        },
        IconButton {
            symbol: Icon.Import
            text: qsTr("Import")
            onClicked: page.freeForm()
        }
    ]
    filter: Column {
        width: parent ? parent.width : implicitWidth
        spacing: Theme.spacingS

        ApplicationSwitch {
            id: kindSwitch
            kind: 0
            onChosen: kind => page.kindWanted(kind)
        }
        AppSwitch {
            text: qsTr("SSH agent")
            helperText: SshAgent.errorText !== "" ? SshAgent.errorText : SshAgent.running ? qsTr("ssh on this computer can use your keys.") : qsTr("Lets ssh on this computer use your keys.")
            onToggled: SshAgent.enabled = checked
            Binding on checked {
                value: SshAgent.enabled
            }
        }
    }
    entryTitle: profile.title
    entrySubtitle: "SSH"
    delegate: SshProfileRow {}
    onBegun: titleField.forceFocus()
    entryActions: [
        IconButton {
            symbol: Icon.Import
            text: qsTr("Import into this profile")
            onClicked: importDialog.open()
        }
    ]

    SshEditor {
        id: profile
        onImported: report => {
            page.showDetail();
            page.toasts.show(report, "");
        }
        onImportFailed: text => page.toasts.show(text, "")
    }
    SshFiles {
        id: files
        onWritten: report => page.toasts.show(report, "")
        onFailed: text => page.toasts.show(text, "")
    }
    FormSection {
        FormRow {
            TextEntry {
                id: titleField
                label: qsTr("Name")
                focus: true
                required: true
                text: profile.title
                errorText: profile.titleError
                onEdited: text => profile.title = text
                onAccepted: page.save()
            }
            TextEntry {
                label: qsTr("User name")
                helperText: qsTr("Where a computer has none of its own.")
                text: profile.userName
                errorText: profile.userNameError
                onEdited: text => profile.userName = text
                onAccepted: page.save()
            }
        }
    }
    FormSection {
        title: qsTr("Keys of your devices")
        text: profile.isNew ? qsTr("Each of your devices gets a key of its own once the profile is saved.") : qsTr("A computer lets you in when these public keys stand in its file authorized_keys.")

        Repeater {
            model: profile.devices
            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            delegate: SshDeviceRow {
                onCopyRequested: line => Clipboard.copy(line)
            }
            // qmllint enable unqualified
        }
        AppButton {
            visible: profile.devices.lines !== ""
            symbol: Icon.Copy
            text: qsTr("Copy all keys")
            onClicked: Clipboard.copy(profile.devices.lines)
        }
    }
    FormSection {
        title: qsTr("Computers")

        Repeater {
            model: profile.hosts
            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            delegate: SshHostCard {
                hosts: profile.hosts
                onAccepted: page.save()
            }
            // qmllint enable unqualified
        }
        AppButton {
            symbol: Icon.Plus
            text: qsTr("Add a computer")
            onClicked: profile.hosts.add()
        }
    }
    FormSection {
        Expander {
            text: profile.knownHosts.total === 0 ? qsTr("Known hosts") : qsTr("Known hosts (%1)").arg(profile.knownHosts.total)

            SshLineSection {
                text: qsTr("The public keys by which computers prove who they are.")
                lines: profile.knownHosts
                fieldLabel: qsTr("Lines of known_hosts")
                addText: qsTr("Add known hosts")
                placeholderText: "web.example.org ssh-ed25519 AAAA…"
            }
        }
        Expander {
            text: profile.otherKeys.total === 0 ? qsTr("Further keys that may log in") : qsTr("Further keys that may log in (%1)").arg(profile.otherKeys.total)

            SshLineSection {
                text: qsTr("Public keys of other people or of devices that are not in your mesh.")
                lines: profile.otherKeys
                fieldLabel: qsTr("Lines of authorized_keys")
                addText: qsTr("Add keys")
                placeholderText: "ssh-ed25519 AAAA… name"
            }
        }
    }
    FormSection {
        visible: !profile.isNew
        title: qsTr("Write to files of OpenSSH")
        text: profile.dirty ? qsTr("Save the profile first.") : qsTr("The profile gets a part of its own in the file; everything else there stays.")

        Flow {
            width: parent.width
            spacing: Theme.spacingS

            AppButton {
                symbol: Icon.Upload
                text: qsTr("Keys (authorized_keys)…")
                enabled: !profile.dirty && !files.busy
                onClicked: page.write("authorized_keys")
            }
            AppButton {
                symbol: Icon.Upload
                text: qsTr("Known hosts (known_hosts)…")
                enabled: !profile.dirty && !files.busy
                onClicked: page.write("known_hosts")
            }
            AppButton {
                symbol: Icon.Upload
                text: qsTr("Computers (config)…")
                enabled: !profile.dirty && !files.busy
                onClicked: page.write("config")
            }
        }
    }

    /// Which of the files the dialog is about.
    property string fileName: ""
    function write(name: string): void {
        page.fileName = name;
        writeDialog.selectedFile = files.usualFile(name);
        writeDialog.open();
    }

    SshAgentDialog {
        id: agentDialog
        onCopyRequested: text => Clipboard.copy(text)
    }
    FileDialog {
        id: importDialog
        title: qsTr("Import authorized_keys, known_hosts, config or a public key")
        onAccepted: profile.importFile(importDialog.selectedFile)
    }
    FileDialog {
        id: writeDialog
        title: qsTr("Write into this file")
        fileMode: FileDialog.SaveFile
        // Nothing is overwritten. The linter of Qt 6.4 does not know these options.
        options: FileDialog.DontConfirmOverwrite // qmllint disable type property
        onAccepted: {
            if (page.fileName === "authorized_keys")
                files.writeAuthorizedKeys(profile.entryId, writeDialog.selectedFile);
            else if (page.fileName === "known_hosts")
                files.writeKnownHosts(profile.entryId, writeDialog.selectedFile);
            else
                files.writeConfig(profile.entryId, writeDialog.selectedFile);
        }
    }
}
