import QtQuick
import Mesh.Controls

/// One share that was just made, and the ways it leaves the program.
Card {
    id: card

    required property int index
    required property string title
    required property string holder
    required property string checkCode

    signal lookRequested(index: int)
    signal copyRequested(index: int)
    signal saveRequested(index: int)

    ElidedText {
        width: parent.width
        text: card.holder === "" ? card.title : qsTr("%1 – %2").arg(card.title).arg(card.holder)
        font: Theme.strongFont
    }
    MutedText {
        width: parent.width
        text: qsTr("Check characters: %1").arg(card.checkCode)
    }
    Flow {
        width: parent.width
        spacing: Theme.spacingS

        AppButton {
            symbol: Icon.Eye
            text: qsTr("Look at the page")
            Accessible.description: card.title
            onClicked: card.lookRequested(card.index)
        }
        AppButton {
            symbol: Icon.File
            text: qsTr("Save as PDF…")
            Accessible.description: card.title
            onClicked: card.saveRequested(card.index)
        }
        AppButton {
            symbol: Icon.Copy
            text: qsTr("Copy as text")
            Accessible.description: card.title
            onClicked: card.copyRequested(card.index)
        }
    }
}
