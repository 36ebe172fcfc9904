import QtQuick

EntryRow {
    avatarName: title
}
