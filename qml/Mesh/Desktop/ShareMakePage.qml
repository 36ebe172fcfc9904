import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// How many shares there shall be, how many are needed, and who gets them.
ScrollPage {
    id: page

    signal back

    readonly property int mostShares: 15
    readonly property int shareCount: countChoice.currentIndex + 2
    readonly property int threshold: neededChoice.currentIndex + 2
    readonly property list<int> recordKinds: Escrow.place === Escrow.HereWithoutSeed ? [Escrow.RecordAtService, Escrow.RecordInFile] : [Escrow.NoRecord, Escrow.RecordAtService, Escrow.RecordInFile]

    function make(): void {
        if (!Escrow.busy)
            Escrow.make(page.threshold, page.shareCount, page.recordKinds[Math.max(0, recordGroup.currentIndex)]);
    }

    title: qsTr("Make recovery shares")
    leading: IconButton {
        symbol: Icon.Back
        text: qsTr("Back")
        onClicked: page.back()
    }
    notice: Banner {
        visible: Escrow.errorText !== ""
        kind: Tone.Kind.Danger
        text: Escrow.errorText
    }
    Shortcut {
        sequences: ["Esc", "Alt+Left"]
        enabled: page.visible
        onActivated: page.back()
    }

    FormSection {
        title: qsTr("How many")
        text: qsTr("Whoever has enough shares has everything. One share too few, and they tell nothing. With two of three, one may be lost and one may fall into wrong hands.")

        FormRow {
            Choice {
                id: countChoice
                label: qsTr("Shares")
                model: Escrow.numbers(2, page.mostShares)
                currentIndex: 1
                onChosen: {
                    if (neededChoice.currentIndex > countChoice.currentIndex)
                        neededChoice.currentIndex = countChoice.currentIndex;
                }
            }
            Choice {
                id: neededChoice
                label: qsTr("Needed to recover")
                model: Escrow.numbers(2, page.shareCount)
                currentIndex: 0
            }
        }
        MutedText {
            width: parent.width
            visible: page.threshold === page.shareCount
            text: qsTr("All shares are needed: if one is lost, nothing can be recovered.")
        }
    }
    FormSection {
        title: qsTr("Who gets them")
        text: qsTr("Names help you later to ask the right people. They are kept on this device and stand on the pages.")

        Repeater {
            model: page.shareCount
            delegate: HolderField {
                onNamed: (index, name) => Escrow.setHolder(index, name)
            }
        }
    }
    Expander {
        text: qsTr("What the shares open")

        RadioGroup {
            id: recordGroup
            options: Escrow.place === Escrow.HereWithoutSeed ? [qsTr("A record at the service"), qsTr("A record in a file")] : [qsTr("The mesh itself"), qsTr("A record at the service"), qsTr("A record in a file")]
            explanations: Escrow.place === Escrow.HereWithoutSeed ? [qsTr("Shorter shares. The service keeps the record and cannot read it."), qsTr("Shorter shares. You keep the record; it is needed as well.")] : [qsTr("Nothing else is needed."), qsTr("Shorter shares. The service keeps the record and cannot read it."), qsTr("Shorter shares. You keep the record; it is needed as well.")]
            currentIndex: 0
        }
    }
    AppButton {
        kind: AppButton.Kind.Primary
        text: qsTr("Make the shares")
        busy: Escrow.busy
        onClicked: page.make()
    }
}
