import QtQuick
import Mesh.App
import Mesh.Controls

/// Details of the synchronisation: what waits, when it last succeeded, what was found.
AppDialog {
    id: dialog

    title: qsTr("Synchronisation")
    text: SyncStatus.text
    acceptText: qsTr("Sync now")
    rejectText: qsTr("Close")
    busy: false
    stayOpen: true
    onConfirmed: SyncStatus.syncNow()

    ProgressLine {
        visible: SyncStatus.phase === SyncStatus.Working
        indeterminate: SyncStatus.progress < 0
        value: Math.max(0, SyncStatus.progress)
    }
    ReadOnlyField {
        label: qsTr("Last success")
        text: SyncStatus.lastSuccessText
        symbol: Icon.Clock
        copyable: false
        showEmpty: true
    }
    ReadOnlyField {
        label: qsTr("Waiting to be sent")
        text: qsTr("%n changes", "", SyncStatus.pendingCount)
        symbol: Icon.Upload
        copyable: false
    }
    ReadOnlyField {
        visible: SyncStatus.conflictCount > 0
        label: qsTr("Changed on two devices at once")
        text: qsTr("%n entries. They carry a mark in their list.", "", SyncStatus.conflictCount)
        symbol: Icon.Conflict
        copyable: false
    }
    FormSection {
        visible: SyncStatus.problems.count > 0
        title: qsTr("Found")
        Repeater {
            model: SyncStatus.problems
            delegate: ProblemRow {
                onDismissed: row => SyncStatus.problems.dismiss(row)
            }
        }
    }
}
