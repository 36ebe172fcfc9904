import QtQuick
import Mesh.Controls

/// Shows a tool tip beside `target` while `active`; costs nothing until then.
Loader {
    id: tip

    required property Item target
    required property string text
    required property bool wanted

    active: tip.wanted && tip.text !== ""
    source: "AppToolTip.qml"
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
