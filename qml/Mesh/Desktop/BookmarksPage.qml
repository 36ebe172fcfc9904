import QtQuick
import Mesh.App
import Mesh.Controls
import Mesh.Desktop

/// Bookmarks, in folders.
CatalogPage {
    id: page

    catalog: Bookmarks
    editor: bookmark
    title: qsTr("Bookmarks")
    newText: qsTr("New bookmark")
    symbol: Icon.Bookmark
    emptyTitle: qsTr("No bookmarks yet")
    emptyText: qsTr("Keep the pages that you want to find again. They are on all of your devices.")
    firstText: qsTr("Add the first bookmark")
    importText: qsTr("Import from a browser")
    onImportRequested: (importDialog.made() as ImportDialog).begin()
    listActions: [
        ExportButton {
            visible: page.catalog.total > 0
            kind: Exporter.BookmarkList
            toasts: page.toasts
            filter: qsTr("Bookmarks for browsers (*.html)")
            ending: "html"
        },
        IconButton {
            symbol: Icon.Import
            text: qsTr("Import")
            onClicked: (importDialog.made() as ImportDialog).begin()
        }
    ]
    entryTitle: bookmark.title
    entrySubtitle: bookmark.path
    delegate: BookmarkRow {}
    onBegun: {
        if (Bookmarks.folder !== "")
            bookmark.path = Bookmarks.folder;
        addressField.forceFocus();
    }
    filter: FolderBar {
        visible: Bookmarks.folders.count > 0
        height: visible ? implicitHeight : 0
    }
    entryActions: IconButton {
        visible: !bookmark.isNew
        symbol: Icon.External
        text: qsTr("Open in the browser")
        onClicked: {
            if (!bookmark.openInBrowser())
                page.toasts.show(qsTr("The browser cannot open this address."), "");
        }
    }

    DialogMaker {
        id: importDialog
        sourceComponent: ImportDialog {
            explanation: qsTr("Bookmarks that a browser has exported as an HTML file.")
            endings: ["html", "htm"]
        }
    }
    BookmarkEditor {
        id: bookmark
    }
    FormSection {
        TextEntry {
            id: addressField
            label: qsTr("Address")
            focus: true
            required: true
            placeholderText: "https://example.com"
            text: bookmark.uri
            errorText: bookmark.uriError
            inputMethodHints: Qt.ImhUrlCharactersOnly
            onEdited: text => bookmark.uri = text
            onAccepted: page.save()
        }
        TextEntry {
            label: qsTr("Title")
            text: bookmark.title
            errorText: bookmark.titleError
            onEdited: text => bookmark.title = text
            onAccepted: page.save()
        }
        TextEntry {
            label: qsTr("Folder")
            helperText: qsTr("Folders in folders are separated by a slash, such as Work/Reading.")
            leadingSymbol: Icon.Folder
            text: bookmark.path
            errorText: bookmark.pathError
            onEdited: text => bookmark.path = text
            onAccepted: page.save()
        }
    }
}
