import QtQuick
import Mesh.App
import Mesh.Controls

/// What a message says and brings, always inside a frame of its own.
Card {
    id: content

    required property MessageReader reader

    visible: content.reader.text !== "" || content.reader.cardName !== "" || content.reader.taskTitle !== ""
    width: parent ? parent.width : implicitWidth

    BodyText {
        visible: text !== ""
        width: parent.width
        text: content.reader.text
    }
    Divider {
        visible: content.reader.text !== "" && content.reader.cardName !== ""
    }
    Heading {
        visible: text !== ""
        width: parent.width
        text: content.reader.cardName !== "" ? content.reader.cardName : content.reader.taskTitle
    }
    BodyText {
        visible: text !== ""
        width: parent.width
        text: content.reader.cardText !== "" ? content.reader.cardText : content.reader.taskText
    }
}
