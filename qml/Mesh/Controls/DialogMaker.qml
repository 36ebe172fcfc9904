import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// Makes its dialog when it is first wanted, and keeps it: a page is there sooner without those that few people
/// open.
Loader {
    id: maker

    /// The dialog, which is made now if it was not.
    function made(): AppDialog {
        maker.active = true;
        return maker.item as AppDialog;
    }
    function open(): void {
        maker.made().open();
    }

    active: false
    visible: false
    // A dialog that a Loader makes has nobody to tell it its window.
    onLoaded: maker.made().parent = T.Overlay.overlay
}
