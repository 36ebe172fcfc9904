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
    required property string witness

    required title
    required subtitle

    detail: row.whenText
    strong: row.unread
    symbol: row.needsDecision ? Icon.Laptop : Icon.Mail
    symbolColor: row.unread ? Theme.accentInk : Theme.textMuted
    trailing: Tag {
        visible: row.stateText !== "" && (row.needsDecision || row.width >= 440 * Theme.textScale)
        text: row.stateText
        kind: row.needsDecision ? Tone.Kind.Warning : Tone.Kind.Neutral
    }
}
