import QtQuick
import Mesh.App
import Mesh.Controls

/// What the archive that is open holds, and what restoring it means.
Card {
    width: parent ? parent.width : implicitWidth

    ElidedText {
        width: parent.width
        text: AccountArchive.ownerName === "" ? AccountArchive.address : AccountArchive.ownerName
        font: Theme.strongFont
    }
    MutedText {
        width: parent.width
        visible: AccountArchive.ownerName !== ""
        text: AccountArchive.address
    }
    MutedText {
        width: parent.width
        text: AccountArchive.originText
    }
    BodyText {
        width: parent.width
        visible: text !== ""
        text: AccountArchive.contentsText
    }
    BodyText {
        width: parent.width
        text: AccountArchive.meaningText
        color: Theme.textMuted
    }
}
