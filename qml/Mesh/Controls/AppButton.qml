import QtQuick
import Mesh.Controls

/// A button with words. One primary button per page or dialog; danger only for what destroys.
ButtonBase {
    id: control

    enum Kind {
        Secondary,
        Primary,
        Quiet,
        Danger
    }
    property int kind: AppButton.Kind.Secondary

    // Where buttons follow each other in a Flow or a Column, none is wider than that; its words then wrap.
    readonly property Item flow: (control.parent as Flow) ?? (control.parent as Column)
    width: control.flow && control.flow.width > 0 ? Math.min(control.implicitWidth, control.flow.width) : control.implicitWidth

    readonly property bool filled: control.kind === AppButton.Kind.Primary || control.kind === AppButton.Kind.Danger
    readonly property color ink: {
        if (!control.enabled)
            return Theme.textDisabled;
        switch (control.kind) {
        case AppButton.Kind.Primary:
            return Theme.accentText;
        case AppButton.Kind.Danger:
            return Theme.dangerText;
        case AppButton.Kind.Quiet:
            return Theme.accentInk;
        default:
            return Theme.text;
        }
    }
    readonly property color ground: {
        const under = control.hovered && !control.busy;
        if (control.filled && !control.enabled)
            return Theme.pressed;
        if (control.kind === AppButton.Kind.Primary)
            return control.down || under ? Theme.accentHover : Theme.accent;
        if (control.kind === AppButton.Kind.Danger)
            return control.down || under ? Theme.dangerHover : Theme.danger;
        if (control.down)
            return Theme.pressed;
        if (under)
            return Theme.hover;
        return control.kind === AppButton.Kind.Quiet ? "transparent" : Theme.surfaceRaised;
    }

    // How wide the words are in one line; a Text that wraps cannot be asked while its width follows from that.
    readonly property TextMetrics metrics: TextMetrics {
        id: oneLine
        font: control.font
        text: control.text
    }
    readonly property real wordsWidth: Math.ceil(Math.max(oneLine.advanceWidth, oneLine.width)) + 1

    implicitHeight: Math.max(Theme.controlHeight, words.lineCount > 1 ? Math.ceil(words.implicitHeight) + Theme.spacingS * 2 : 0)
    implicitWidth: {
        const picture = control.symbol !== Icon.None || control.busy ? Theme.iconSize + Theme.spacingS : 0;
        return Math.max(control.wordsWidth + picture + leftPadding + rightPadding, Theme.controlHeight * 2);
    }
    leftPadding: control.symbol === Icon.None ? Theme.spacingL : Theme.spacingM
    rightPadding: Theme.spacingL
    topPadding: 0
    bottomPadding: 0

    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: Theme.spacingS

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: control.symbol !== Icon.None && !control.busy
                symbol: control.symbol
                size: Theme.iconSize
                color: control.ink
                mirrored: control.mirrored
            }
            BusyMark {
                anchors.verticalCenter: parent.verticalCenter
                running: control.busy
                color: control.ink
                Accessible.ignored: true
            }
            Text {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(control.wordsWidth, Math.max(0, control.availableWidth - x))
                text: control.text
                font: control.font
                color: control.ink
                wrapMode: Text.Wrap
                maximumLineCount: 4
                elide: Text.ElideRight
                textFormat: Text.PlainText
                horizontalAlignment: lineCount > 1 && control.symbol !== Icon.None ? Text.AlignLeft : Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        color: control.ground
        radius: Theme.radiusM
        border.width: control.kind === AppButton.Kind.Secondary ? 1 : 0
        border.color: control.enabled ? Theme.borderStrong : Theme.border
        Behavior on color {
            ColorAnimation {
                duration: Theme.durationShort
            }
        }
    }
}
