import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// Whether the devices agree: always visible, never in the way. Press it for details.
T.AbstractButton {
    id: control

    enum State {
        Synced,
        Syncing,
        Offline,
        Attention
    }
    property int syncState: SyncIndicator.State.Synced
    /// Changes that wait or are under way; 0 when not known.
    property int pending: 0
    /// Symbol only, as in a collapsed Sidebar.
    property bool collapsed: false
    /// Replaces the usual words.
    property string message: ""

    readonly property string words: {
        if (control.message !== "")
            return control.message;
        switch (control.syncState) {
        case SyncIndicator.State.Syncing:
            return control.pending > 0 ? qsTr("Syncing, %n left", "", control.pending) : qsTr("Syncing");
        case SyncIndicator.State.Offline:
            return control.pending > 0 ? qsTr("Offline, %n waiting", "", control.pending) : qsTr("Offline");
        case SyncIndicator.State.Attention:
            return qsTr("Needs attention");
        default:
            return qsTr("Up to date");
        }
    }
    readonly property color ink: control.syncState === SyncIndicator.State.Attention ? Theme.warningInk : control.syncState === SyncIndicator.State.Synced ? Theme.successInk : Theme.textMuted

    text: control.words
    width: parent ? parent.width : implicitWidth
    implicitWidth: control.collapsed ? Theme.controlHeight : Math.round(180 * Theme.textScale)
    implicitHeight: Theme.controlHeight
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Sync: %1").arg(control.words)
    Accessible.onPressAction: {
        if (control.enabled)
            control.clicked();
    }
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        Icon {
            id: symbol
            x: control.collapsed ? Math.round((parent.width - width) / 2) : control.mirrored ? parent.width - width - Theme.spacingM : Theme.spacingM
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.iconSize
            color: control.ink
            symbol: {
                switch (control.syncState) {
                case SyncIndicator.State.Syncing:
                    return Icon.Sync;
                case SyncIndicator.State.Offline:
                    return Icon.CloudOff;
                case SyncIndicator.State.Attention:
                    return Icon.Warning;
                default:
                    return Icon.Success;
                }
            }
            RotationAnimator {
                target: symbol
                from: 0
                to: 360
                duration: 1600
                loops: Animation.Infinite
                running: control.syncState === SyncIndicator.State.Syncing && control.visible && !Theme.reducedMotion
                onRunningChanged: {
                    if (!running)
                        symbol.rotation = 0;
                }
            }
        }
        Text {
            id: label
            visible: !control.collapsed
            x: control.mirrored ? Theme.spacingS : symbol.x + symbol.width + Theme.spacingM
            width: parent.width - symbol.width - Theme.spacingM * 2 - Theme.spacingS
            anchors.verticalCenter: parent.verticalCenter
            text: control.words
            font: Theme.captionFont
            color: Theme.textMuted
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            horizontalAlignment: control.mirrored ? Text.AlignRight : Text.AlignLeft
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radiusM
        color: control.down ? Theme.pressed : control.hovered ? Theme.hover : "transparent"
    }

    FocusRing {
        anchors.margins: 0
        radius: Theme.radiusM
        shown: control.visualFocus
    }
    HoverTip {
        target: control
        text: control.words
        wanted: control.hovered && control.collapsed
    }
}
