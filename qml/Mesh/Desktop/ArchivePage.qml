import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// An archive on a blank machine: read it, then make the mesh that takes it in.
StagePage {
    id: page

    readonly property bool opened: AccountArchive.phase === AccountArchive.Opened
    readonly property bool opening: AccountArchive.phase === AccountArchive.Opening

    /// The archive is open.
    signal next

    title: qsTr("Restore from an archive")
    text: qsTr("The archive is read and verified first. Then a new mesh is made, with new keys, and what the archive holds is put into it.")
    showBack: !page.opening
    onBack: {
        AccountArchive.clear();
        source.forget();
    }

    ArchiveSource {
        id: source
        visible: !page.opened
        enabled: !page.opening
        onAccepted: source.open()
    }
    ArchiveContents {
        visible: page.opened
    }
    ProgressLine {
        visible: page.opening
        value: Math.max(0, AccountArchive.progress)
        indeterminate: AccountArchive.progress < 0
        text: qsTr("Reading “%1”…").arg(AccountArchive.fileName)
    }
    Banner {
        visible: AccountArchive.errorText !== ""
        kind: Tone.Kind.Danger
        radius: Theme.radiusM
        text: AccountArchive.errorText
    }
    Row {
        spacing: Theme.spacingS
        AppButton {
            kind: AppButton.Kind.Primary
            text: page.opened ? qsTr("Continue") : qsTr("Open")
            enabled: page.opened || source.complete
            busy: page.opening
            onClicked: {
                if (page.opened)
                    page.next();
                else
                    source.open();
            }
        }
        AppButton {
            visible: page.opening
            text: qsTr("Stop")
            onClicked: AccountArchive.stop()
        }
    }
}
