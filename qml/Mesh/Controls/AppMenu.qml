import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// A menu of AppMenuItem. Open it with popup() or below its button with open().
T.Menu {
    id: control

    implicitWidth: Math.max(180 * Theme.textScale, contentItem.implicitWidth + leftPadding + rightPadding)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    margins: Theme.spacingS
    padding: Theme.spacingXs
    overlap: 1
    modal: true
    dim: false

    delegate: AppMenuItem {}

    contentItem: ListView {
        implicitHeight: contentHeight
        implicitWidth: {
            let widest = 0;
            for (let i = 0; i < control.count; ++i)
                widest = Math.max(widest, control.itemAt(i).implicitWidth);
            return widest;
        }
        model: control.contentModel
        interactive: control.contentItem.implicitHeight > control.availableHeight
        clip: true
        currentIndex: control.currentIndex
        T.ScrollBar.vertical: AppScrollBar {}
    }
    background: RaisedGround {
        radius: Theme.radiusM + 2
    }
}
