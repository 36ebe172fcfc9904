import QtQuick
import Mesh.Controls

/// A place to drop files on, with a button for those who do not drag.
Rectangle {
    id: area

    property string text: area.several ? qsTr("Drop files here") : qsTr("Drop a file here")
    property string buttonText: area.several ? qsTr("Choose files…") : qsTr("Choose a file…")
    property int symbol: Icon.Import
    property string errorText: ""
    /// Endings that are taken, such as "csv"; all when empty.
    property list<string> endings

    /// Whether several files are taken at once.
    property bool several: false

    /// Local files were dropped, a list of url; one, unless several are taken. A signal of Qt 6.4 has no list type.
    signal dropped(files: var)
    /// Open a file dialog.
    signal chooseRequested
    /// What was dropped is no local file of the wanted kind, or there are too many.
    signal refused

    function takes(file: string): bool {
        if (area.endings.length === 0)
            return true;
        const lower = file.toLowerCase();
        for (let i = 0; i < area.endings.length; ++i) {
            if (lower.endsWith("." + area.endings[i]))
                return true;
        }
        return false;
    }

    width: parent ? parent.width : implicitWidth
    implicitWidth: 320
    implicitHeight: column.implicitHeight + Theme.spacingXl * 2
    radius: Theme.radiusL
    color: drop.containsDrag ? Theme.accentSurface : Theme.surfaceSunken
    border.width: drop.containsDrag ? 2 : 1
    border.color: area.errorText !== "" ? Theme.dangerInk : drop.containsDrag ? Theme.accentInk : Theme.border

    DropArea {
        id: drop
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: event => {
            let good = event.urls.length > 0 && (area.several || event.urls.length === 1);
            for (let i = 0; i < event.urls.length; ++i)
                good = good && event.urls[i].toString().startsWith("file:") && area.takes(event.urls[i].toString());
            if (good) {
                event.acceptProposedAction();
                area.dropped(event.urls);
            } else {
                area.refused();
            }
        }
    }
    Column {
        id: column
        anchors.centerIn: parent
        width: parent.width - Theme.spacingL * 2
        spacing: Theme.spacingS

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            symbol: area.symbol
            color: Theme.textMuted
            size: Math.round(Theme.iconSize * 1.5)
        }
        BodyText {
            width: parent.width
            text: area.text
            color: Theme.textMuted
            horizontalAlignment: Text.AlignHCenter
        }
        AppButton {
            anchors.horizontalCenter: parent.horizontalCenter
            text: area.buttonText
            symbol: Icon.File
            onClicked: area.chooseRequested()
        }
        Text {
            width: parent.width
            visible: area.errorText !== ""
            text: area.errorText
            font: Theme.captionFont
            color: Theme.dangerInk
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.AlertMessage
            Accessible.name: area.errorText
        }
    }
}
