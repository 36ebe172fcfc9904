import QtQuick
import Mesh.App
import Mesh.Controls

/// What became of the last attempt of a form of the session, and how far the present one is.
Column {
    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingM
    visible: Session.errorText !== "" || Session.busy

    Banner {
        visible: Session.errorText !== ""
        kind: Tone.Kind.Danger
        radius: Theme.radiusM
        text: Session.errorText
    }
    ProgressLine {
        visible: Session.busy
        indeterminate: Session.progress < 0
        value: Math.max(0, Session.progress)
        text: Session.busyText
    }
    MutedText {
        width: parent.width
        visible: Session.busy && Session.busyNote !== ""
        text: Session.busyNote
    }
}
