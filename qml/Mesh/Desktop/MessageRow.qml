import QtQuick
import Mesh.Controls

/// A message in its list.
ListRow {
    id: row

    required property string messageId
    required property string stateText
    required property string whenText
    required property bool unread
    required property bool needsDecision
    required property bool needsAnswer
    required property bool refused
    required property string iconName
    required property string witness

    required title
    required subtitle

    detail: row.whenText
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
        default:
            return Icon.Mail;
        }
    }
    symbolColor: row.refused ? Theme.dangerInk : row.unread ? Theme.accentInk : Theme.textMuted
    trailing: Tag {
        visible: row.stateText !== "" && (row.needsDecision || row.needsAnswer || row.width >= 440 * Theme.textScale)
        text: row.stateText
        kind: row.needsDecision || row.needsAnswer ? Tone.Kind.Warning : Tone.Kind.Neutral
    }
}
