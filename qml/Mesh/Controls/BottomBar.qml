import QtQuick
import QtQuick.Layouts
import Mesh.Controls

/// The navigation of a narrow window: the first places in a bar at the bottom, the rest behind "More". Where words
/// have no room it shows symbols alone.
Rectangle {
    id: bar

    property list<NavEntry> entries
    property int currentIndex: 0
    readonly property int wordPlaces: Math.floor(bar.width / (72 * Theme.textScale))
    readonly property bool worded: bar.wordPlaces >= 4
    readonly property int places: Math.max(2, Math.min(bar.entries.length, bar.worded ? bar.wordPlaces : Math.floor(bar.width / (Theme.controlHeight + Theme.spacingXs))))
    readonly property bool overflowing: bar.entries.length > bar.places
    readonly property int shown: bar.overflowing ? bar.places - 1 : bar.entries.length

    /// What waits in the places behind "More".
    readonly property int hiddenBadge: {
        let sum = 0;
        for (let i = bar.shown; i < bar.entries.length; ++i)
            sum += bar.entries[i].badge;
        return sum;
    }

    signal chosen(index: int)

    implicitHeight: Theme.controlHeight + Theme.spacingL + Theme.spacingXs
    color: Theme.surfaceSunken
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Navigation")

    // All alike, unless a word needs more than its share.
    RowLayout {
        anchors.fill: parent
        spacing: 0

        Repeater {
            model: bar.shown
            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            delegate: NavButton {
                required property int index
                readonly property NavEntry entry: bar.entries[index]
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: bar.width / bar.places
                Layout.minimumWidth: bar.worded ? wordWidth : 0
                upright: bar.worded
                wordsShown: bar.worded
                text: entry.title
                symbol: entry.symbol
                badge: entry.badge
                current: bar.currentIndex === index
                onClicked: bar.chosen(index)
            }
            // qmllint enable unqualified
        }
        NavButton {
            id: moreButton
            visible: bar.overflowing
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: bar.width / bar.places
            Layout.minimumWidth: bar.worded ? moreButton.wordWidth : 0
            upright: bar.worded
            wordsShown: bar.worded
            symbol: Icon.More
            text: qsTr("More")
            badge: bar.hiddenBadge
            current: bar.currentIndex >= bar.shown
            onClicked: more.open()
        }
    }
    AppMenu {
        id: more
        x: bar.width - width
        y: -height

        Repeater {
            model: bar.overflowing ? bar.entries.length - bar.shown : 0
            // Bound to this file's ids, which only Qt 6.5 and later can be told.
            // qmllint disable unqualified
            delegate: AppMenuItem {
                required property int index
                readonly property NavEntry entry: bar.entries[index + bar.shown]
                text: entry.title
                symbol: entry.symbol
                shortcutText: entry.badge > 0 ? entry.badge.toLocaleString(Qt.locale(), "f", 0) : ""
                Accessible.description: entry.badge > 0 ? qsTr("%n waiting", "", entry.badge) : ""
                onTriggered: bar.chosen(index + bar.shown)
            }
            // qmllint enable unqualified
        }
    }
    Divider {
        anchors.top: parent.top
    }
}
