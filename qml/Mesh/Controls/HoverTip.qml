import QtQuick
import Mesh.Controls

/// Shows a tool tip beside `target` while `wanted`; costs nothing until then. A row that its list lets go, or a page
/// that goes, has no window any more before it is gone: its tip goes first, or it would open nowhere when its
/// time has come.
Loader {
    id: tip

    required property Item target
    required property string text
    required property bool wanted

    active: tip.wanted && tip.text !== "" && tip.target.Window.window !== null
    sourceComponent: AppToolTip {}
    onLoaded: {
        const toolTip = tip.item as AppToolTip;
        toolTip.parent = tip.target;
        toolTip.text = tip.text;
        toolTip.visible = true;
    }
    onTextChanged: {
        const toolTip = tip.item as AppToolTip;
        if (toolTip)
            toolTip.text = tip.text;
    }
}
