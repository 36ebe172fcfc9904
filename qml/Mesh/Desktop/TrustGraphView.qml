import QtQuick
import QtQuick.Templates as T
import Mesh.App
import Mesh.Controls

/// The chain of trust as a graph that can be moved and enlarged. Arrow keys go along its edges and within a layer,
/// Enter shows what a node is, plus and minus zoom, 0 shows all of its width.
FocusScope {
    id: view

    required property TrustGraph graph
    property real zoom: 1
    /// The row where the keyboard is.
    property int current: 0
    property int hovered: -1
    readonly property real unit: view.zoom * Theme.textScale
    readonly property real minimumZoom: 0.4
    readonly property real maximumZoom: 2
    /// Until the person has zoomed, it follows the width.
    property bool zoomed: false
    /// Until the person has moved it, it shows where the chain begins.
    property bool moved: false

    signal looked(linkId: string)

    /// What the width allows, as long as words stay readable.
    function usualZoom(): real {
        const room = (view.width - 2 * Theme.spacingXl) / Math.max(1, view.graph.size.width * Theme.textScale);
        return Math.max(0.8, Math.min(1, room));
    }
    function fit(): void {
        const room = (view.width - 2 * Theme.spacingXl) / Math.max(1, view.graph.size.width * Theme.textScale);
        view.zoomTo(Math.min(1, room), view.width / 2, 0);
    }
    function zoomBy(factor: real): void {
        view.zoomTo(view.zoom * factor, view.width / 2, view.height / 2);
    }
    /// What is at that place of the view stays there.
    function zoomTo(zoom: real, atX: real, atY: real): void {
        const next = Math.max(view.minimumZoom, Math.min(view.maximumZoom, zoom));
        const x = (scroller.contentX + atX - world.x) / view.zoom;
        const y = (scroller.contentY + atY - world.y) / view.zoom;
        view.zoomed = true;
        view.moved = true;
        view.zoom = next;
        scroller.contentX = Math.max(0, Math.min(scroller.contentWidth - scroller.width, world.x + x * next - atX));
        scroller.contentY = Math.max(0, Math.min(scroller.contentHeight - scroller.height, world.y + y * next - atY));
    }
    function settle(): void {
        if (!view.zoomed && view.width > 0)
            view.zoom = view.usualZoom();
        const first = nodes.itemAt(view.current);
        if (view.moved || !first)
            return;
        const middle = world.y + (first.y + first.height / 2) * view.zoom;
        scroller.contentY = Math.max(0, Math.min(scroller.contentHeight - scroller.height, middle - scroller.height / 2));
    }
    function go(row: int): void {
        const node = nodes.itemAt(row) as TrustNode;
        if (node)
            node.forceActiveFocus(Qt.TabFocusReason);
    }
    function reveal(node: TrustNode): void {
        view.moved = true;
        const left = world.x + node.x * view.zoom - Theme.spacingXl;
        const top = world.y + node.y * view.zoom - Theme.spacingXl;
        const right = left + node.width * view.zoom + 2 * Theme.spacingXl;
        const bottom = top + node.height * view.zoom + 2 * Theme.spacingXl;
        if (left < scroller.contentX)
            scroller.contentX = Math.max(0, left);
        else if (right > scroller.contentX + scroller.width)
            scroller.contentX = Math.min(scroller.contentWidth - scroller.width, right - scroller.width);
        if (top < scroller.contentY)
            scroller.contentY = Math.max(0, top);
        else if (bottom > scroller.contentY + scroller.height)
            scroller.contentY = Math.min(scroller.contentHeight - scroller.height, bottom - scroller.height);
    }

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Graph of who signed what")
    onWidthChanged: view.settle()
    onHeightChanged: view.settle()
    Component.onCompleted: view.settle()
    Keys.onPressed: event => {
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_Left:
            view.go(view.graph.neighbour(view.current, TrustGraph.Back));
            break;
        case Qt.Key_Right:
            view.go(view.graph.neighbour(view.current, TrustGraph.Forward));
            break;
        case Qt.Key_Up:
            view.go(view.graph.neighbour(view.current, TrustGraph.Up));
            break;
        case Qt.Key_Down:
            view.go(view.graph.neighbour(view.current, TrustGraph.Down));
            break;
        case Qt.Key_Home:
            view.go(0);
            break;
        case Qt.Key_Plus:
        case Qt.Key_Equal:
            view.zoomBy(1.25);
            break;
        case Qt.Key_Minus:
            view.zoomBy(0.8);
            break;
        case Qt.Key_0:
            view.fit();
            break;
        default:
            event.accepted = false;
        }
    }
    Connections {
        target: view.graph
        function onLaidOut(): void {
            view.current = Math.max(0, Math.min(view.current, view.graph.count - 1));
            view.settle();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surfaceSunken
    }
    TrustEdges {
        anchors.fill: parent
        graph: view.graph
        origin: Qt.point(world.x - scroller.contentX, world.y - scroller.contentY)
        unit: view.unit
        current: view.hovered >= 0 ? view.hovered : view.activeFocus ? view.current : -1
        lineColor: Theme.borderStrong
        currentColor: Theme.accentInk
        wrongColor: Theme.dangerInk
        textColor: Theme.textMuted
        groundColor: Theme.surfaceSunken
        font: Theme.captionFont
        fontScale: Math.max(0.8, Math.min(1, view.zoom))
    }
    Flickable {
        id: scroller
        anchors.fill: parent
        contentWidth: Math.max(scroller.width, view.graph.size.width * view.unit + 2 * Theme.spacingXl)
        contentHeight: Math.max(scroller.height, view.graph.size.height * view.unit + 2 * Theme.spacingXl)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        onMovementStarted: view.moved = true

        T.ScrollBar.vertical: AppScrollBar {}
        T.ScrollBar.horizontal: AppScrollBar {}

        WheelHandler {
            acceptedModifiers: Qt.ControlModifier
            onWheel: event => view.zoomTo(view.zoom * (event.angleDelta.y > 0 ? 1.1 : 1 / 1.1), event.x - scroller.contentX, event.y - scroller.contentY)
        }
        Item {
            id: world
            x: Math.max(Theme.spacingXl, Math.round((scroller.width - view.graph.size.width * view.unit) / 2))
            y: Theme.spacingXl
            scale: view.zoom
            transformOrigin: Item.TopLeft

            Repeater {
                id: nodes
                model: view.graph
                // Bound to this file's ids, which only Qt 6.5 and later can be told.
                // qmllint disable unqualified
                delegate: TrustNode {
                    id: node
                    width: Math.round(view.graph.nodeSize.width * view.unit) / view.zoom
                    height: Math.round(view.graph.nodeSize.height * view.unit) / view.zoom
                    tabStop: node.index === view.current
                    zoom: view.zoom
                    onHoveredChanged: {
                        if (node.hovered)
                            view.hovered = node.index;
                        else if (view.hovered === node.index)
                            view.hovered = -1;
                    }
                    onActiveFocusChanged: {
                        if (!node.activeFocus)
                            return;
                        view.current = node.index;
                        view.reveal(node);
                    }
                    onClicked: view.looked(node.linkId)
                }
                // qmllint enable unqualified
            }
        }
    }
}
