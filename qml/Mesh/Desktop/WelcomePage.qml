import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// The first start: four ways on, and the form of each.
FocusScope {
    id: page

    property int step: 0

    /// Step 0 asks which way, 1 makes a new mesh, 2 connects this device in one of three ways, 3 recovers a mesh,
    /// 4 opens an archive, for which 1 then makes the mesh.
    function show(step: int, way: int): void {
        page.step = step;
        connectPage.way = way;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    StagePage {
        anchors.fill: parent
        visible: page.step === 0
        enabled: visible
        focus: visible
        title: qsTr("Welcome")
        text: qsTr("Your contacts, bookmarks, tasks and passwords, on all of your devices. Only your devices can read them.")

        ActionCard {
            id: startCard
            focus: true
            symbol: Icon.Plus
            text: qsTr("Start a new mesh")
            helperText: qsTr("This is my first device.")
            onClicked: page.step = 1
        }
        ActionCard {
            symbol: Icon.Laptop
            text: qsTr("Connect this device")
            helperText: qsTr("I have a mesh on another device already.")
            onClicked: page.step = 2
        }
        ActionCard {
            symbol: Icon.Shield
            text: qsTr("Recover a mesh")
            helperText: qsTr("My devices are gone. I have recovery shares.")
            onClicked: page.step = 3
        }
        ActionCard {
            symbol: Icon.Import
            text: qsTr("Restore from an archive")
            helperText: qsTr("I have saved my account as a file.")
            onClicked: page.step = 4
        }
    }
    CreatePage {
        anchors.fill: parent
        visible: page.step === 1
        enabled: visible
        focus: visible
        restoring: AccountArchive.phase === AccountArchive.Opened
        onBack: page.step = restoring ? 4 : 0
    }
    ConnectPage {
        id: connectPage
        anchors.fill: parent
        visible: page.step === 2
        enabled: visible
        focus: visible
        onBack: page.step = 0
    }
    RecoverPage {
        anchors.fill: parent
        visible: page.step === 3
        enabled: visible
        focus: visible
        onBack: page.step = 0
    }
    ArchivePage {
        anchors.fill: parent
        visible: page.step === 4
        enabled: visible
        focus: visible
        onBack: page.step = 0
        onNext: page.step = 1
    }
}
