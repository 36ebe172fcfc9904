import QtQml

/// One place of the navigation.
QtObject {
    required property string title
    required property int symbol
    /// Something waits there; 0 shows nothing.
    property int badge: 0
    /// Begins a new group.
    property bool separated: false
}
