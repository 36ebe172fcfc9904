import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The two values of an entry that was changed on two devices, side by side.
AppDialog {
    id: dialog

    required property EntryEditor editor

    preferredWidth: Math.round(680 * Theme.textScale)
    title: qsTr("Which one is right?")
    text: dialog.editor.removedHere ? qsTr("You deleted this entry here while it was changed elsewhere.") : dialog.editor.removedElsewhere ? qsTr("You changed this entry here while it was deleted elsewhere.") : qsTr("You changed this entry here while it was changed elsewhere.")
    // None of them is what Enter takes: each puts the others out of force.
    acceptText: ""
    rejectText: qsTr("Decide later")

    FormRow {
        ReadOnlyField {
            label: qsTr("Mine")
            text: dialog.editor.mineOrigin
            symbol: Icon.Laptop
            copyable: false
        }
        ReadOnlyField {
            label: qsTr("Theirs")
            text: dialog.editor.theirsOrigin
            symbol: Icon.Cloud
            copyable: false
        }
    }
    Divider {}
    Column {
        width: parent.width
        spacing: Theme.spacingM

        Repeater {
            model: dialog.editor.conflict
            delegate: ConflictRow {}
        }
    }
    extraButtons: [
        AppButton {
            text: qsTr("Keep mine")
            onClicked: {
                dialog.editor.keepMine();
                dialog.close();
            }
        },
        AppButton {
            text: qsTr("Keep theirs")
            onClicked: {
                dialog.editor.keepTheirs();
                dialog.close();
            }
        },
        AppButton {
            visible: dialog.editor.canKeepBoth
            text: qsTr("Keep both")
            onClicked: {
                dialog.editor.keepBoth();
                dialog.close();
            }
        }
    ]
}
