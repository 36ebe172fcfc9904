import QtQuick
import Mesh.Controls

/// Shows a tool tip beside `target` after it was `wanted` for a moment; costs nothing until then.
///
/// It waits for that moment itself, and goes with its target. A tip of Qt that waits lives on for a while when the
/// page or the row goes that it belongs to, and would then open without any window.
Loader {
    id: tip

    required property Item target
    required property string text
    required property bool wanted
    readonly property bool due: tip.wanted && tip.text !== "" && tip.target.Window.window !== null

    active: false
    sourceComponent: AppToolTip {}
    onDueChanged: {
        const toolTip = tip.item as AppToolTip;
        if (toolTip && !tip.due)
            toolTip.visible = false;
        tip.active = false;
    }
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

    Timer {
        interval: 600
        running: tip.due
        onTriggered: tip.active = true
    }
}
