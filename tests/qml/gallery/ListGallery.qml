import QtQuick
import QtQuick.Layouts
import Mesh.Controls

ListDetailPage {
    id: page

    list: ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: "Contacts"
            subtitle: "%1 people".arg(people.count)
            IconButton {
                symbol: Icon.More
                text: "More"
            }
            IconButton {
                symbol: Icon.Plus
                text: "New contact"
                onClicked: people.append({
                    name: "New person",
                    mail: "",
                    group: "N"
                })
            }
        }
        SearchField {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spacingL
            Layout.rightMargin: Theme.spacingL
            Layout.bottomMargin: Theme.spacingS
            placeholderText: "Search contacts"
        }
        ListPane {
            id: pane
            Layout.fillWidth: true
            Layout.fillHeight: true
            label: "Contacts"
            typeAheadRole: "name"
            model: people
            section.property: "group"
            section.delegate: SectionHeader {}
            delegate: PersonRow {}
            onOpened: page.showDetail()
            Component.onCompleted: choose(1)
        }
    }
    detail: DetailPane {
        anchors.fill: parent
        showBack: page.narrow
        onBack: page.showList()
        title: pane.currentIndex >= 0 ? people.get(pane.currentIndex).name : ""
        avatarName: title
        subtitle: "Baker Street 221b"
        actions: [
            IconButton {
                symbol: Icon.History
                text: "Earlier versions"
            },
            IconButton {
                symbol: Icon.Trash
                text: "Delete"
            },
            AppButton {
                text: "Edit"
                symbol: Icon.Edit
            }
        ]

        FormSection {
            title: "Reach"
            ReadOnlyField {
                label: "Mail"
                text: "vera.novak@example.net"
                symbol: Icon.Mail
            }
            ReadOnlyField {
                label: "Telephone"
                text: "+49 30 5550 1234"
                symbol: Icon.Call
            }
            ReadOnlyField {
                label: "Site"
                text: "https://example.net/a/very/long/path/that/does/not/fit/into/the/width/of/any/window/at/all"
                symbol: Icon.Globe
            }
        }
        FormSection {
            title: "Note"
            BodyText {
                width: parent.width
                text: "Met at the congress. Prefers to be called in the afternoon; speaks Czech, German and some Italian."
            }
        }
    }

    ListModel {
        id: people
        ListElement { name: "Aliénor de Bérail"; mail: "alienor@example.org"; group: "A" }
        ListElement { name: "Vera Novak"; mail: "vera.novak@example.net"; group: "N" }
        ListElement { name: "Emeka Nwosu"; mail: "emeka@example.com"; group: "N" }
        ListElement { name: "Jan Peeters"; mail: "jan.peeters@a-rather-long-host-name.example.org"; group: "P" }
        ListElement { name: "Quỳnh Phạm"; mail: "quynh@example.vn"; group: "P" }
        ListElement { name: "Sigríður Jónsdóttir Þorvaldsdóttir of the Long Name"; mail: "sigga@example.is"; group: "S" }
        ListElement { name: "山田太郎"; mail: "taro@example.jp"; group: "山" }
    }
}
