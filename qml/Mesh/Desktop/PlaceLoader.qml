import QtQuick

/// Makes its page when it is first shown and keeps it.
Loader {
    id: place

    required property bool shown

    active: false
    focus: place.shown
    onShownChanged: {
        if (place.shown)
            place.active = true;
    }
    Component.onCompleted: {
        if (place.shown)
            place.active = true;
    }
}
