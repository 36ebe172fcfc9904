import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Who signed what: as a graph, or as a tree in a list, which a narrow window begins with.
FocusScope {
    id: page

    readonly property bool narrow: page.width < Theme.narrowWidth
    property bool asGraph: !page.narrow

    signal back
    signal looked(linkId: string)

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Shortcut {
        sequences: ["Esc", "Alt+Left"]
        enabled: page.visible
        onActivated: page.back()
    }
    PageHeader {
        id: header
        width: page.width
        inset: page.narrow ? Theme.spacingL : Theme.spacingXl
        title: qsTr("Who signed what")
        leading: IconButton {
            symbol: Icon.Back
            text: qsTr("Back")
            onClicked: page.back()
        }
        IconButton {
            symbol: Icon.Sync
            text: qsTr("Check again")
            busy: Security.busy
            onClicked: Security.refresh()
        }
    }
    Column {
        id: tools
        anchors.top: header.bottom
        x: header.inset
        width: page.width - 2 * header.inset
        spacing: Theme.spacingM
        bottomPadding: Theme.spacingM

        BodyText {
            width: Math.min(parent.width, Theme.contentWidth)
            visible: !page.narrow || !page.asGraph
            text: page.asGraph ? qsTr("Everything that your mesh is believed by. An arrow leads from what vouches to what it vouches for. Choose one to see it as it is.") : qsTr("Everything that your mesh is believed by. Each line stands below the one it belongs to, and says whose key signed it. Choose one to see it as it is.")
            color: Theme.textMuted
        }
        Flow {
            width: parent.width
            spacing: Theme.spacingS

            Segmented {
                label: qsTr("How it is shown")
                options: [qsTr("Graph"), qsTr("List")]
                currentIndex: page.asGraph ? 0 : 1
                onChosen: index => page.asGraph = index === 0
            }
            Row {
                visible: page.asGraph

                IconButton {
                    symbol: Icon.ZoomOut
                    text: qsTr("Smaller")
                    enabled: graphView.zoom > graphView.minimumZoom
                    onClicked: graphView.zoomBy(0.8)
                }
                IconButton {
                    symbol: Icon.ZoomIn
                    text: qsTr("Larger")
                    enabled: graphView.zoom < graphView.maximumZoom
                    onClicked: graphView.zoomBy(1.25)
                }
                IconButton {
                    symbol: Icon.ZoomFit
                    text: qsTr("Whole width")
                    onClicked: graphView.fit()
                }
            }
        }
    }
    TrustGraphView {
        id: graphView
        anchors.top: tools.bottom
        anchors.bottom: parent.bottom
        width: page.width
        visible: page.asGraph
        enabled: visible
        focus: visible
        graph: Security.graph
        onLooked: linkId => page.looked(linkId)
    }
    ScrollPage {
        anchors.top: tools.bottom
        anchors.bottom: parent.bottom
        width: page.width
        visible: !page.asGraph
        enabled: visible
        focus: visible

        Card {
            padding: Theme.spacingS
            spacing: 0

            Repeater {
                model: Security.chain
                delegate: TrustRow {
                    onLooked: linkId => page.looked(linkId)
                }
            }
        }
    }
}
