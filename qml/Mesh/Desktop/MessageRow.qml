import QtQuick
import Mesh.Controls

/// A message in its list.
ListRow {
    id: row

    required property string messageId
    required property string stateText
    required property string whenText
    required property bool unread
    required property bool seen
    required property bool needsDecision
    required property bool needsAnswer
    required property bool refused
    required property string iconName
    required property string witness

    required title
    required subtitle

    detail: row.mark === "" || row.roomy ? row.whenText : qsTr("%1 · %2").arg(row.mark).arg(row.whenText)
    // It says who wants what: the end of it matters as much as its beginning.
    titleLines: 2
    strong: row.unread
    symbol: {
        if (row.refused)
            return Icon.Error;
        switch (row.iconName) {
        case "laptop":
            return Icon.Laptop;
        case "pin-code":
            return Icon.PinCode;
        case "contact":
            return Icon.Contact;
        case "shield":
            return Icon.Shield;
        case "task":
            return Icon.Task;
        case "group":
            return Icon.Group;
        default:
            return Icon.Mail;
        }
    }
    symbolColor: row.refused ? Theme.dangerInk : row.waiting ? Theme.warningInk : row.unread ? Theme.accentInk : Theme.textMuted
    readonly property bool roomy: row.width >= 440 * Theme.textScale
    readonly property bool waiting: row.needsDecision || row.needsAnswer
    readonly property string mark: row.needsAnswer ? qsTr("To answer") : row.needsDecision ? qsTr("To decide") : row.stateText

    Accessible.description: row.mark === "" ? row.subtitle : row.subtitle === "" ? row.mark : qsTr("%1. %2").arg(row.mark).arg(row.subtitle)
    // Where it would take the room of the title, it stands with the time.
    trailing: Tag {
        visible: row.mark !== "" && row.roomy
        text: row.mark
        kind: row.waiting ? Tone.Kind.Warning : Tone.Kind.Neutral
    }
}
