import QtQuick
import Mesh.Controls

/// Fields that most people do not need, behind a button.
Column {
    id: expander

    required property string text
    property bool expanded: false
    default property alias fields: section.fields

    /// Whether one of the fields is not right.
    function hasError(): bool {
        return expander.findError(section);
    }
    function findError(place: Item): bool {
        for (let i = 0; i < place.children.length; ++i) {
            const child = place.children[i];
            const field = child as FieldFrame;
            if ((field && field.invalid) || expander.findError(child))
                return true;
        }
        return false;
    }

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingS

    AppButton {
        // Its symbol stands below the edge of the fields.
        x: LayoutMirroring.enabled ? parent.width - width + leftPadding : -leftPadding
        width: Math.min(implicitWidth, expander.width + leftPadding)
        kind: AppButton.Kind.Quiet
        text: expander.text
        symbol: expander.expanded ? Icon.ChevronUp : Icon.ChevronDown
        onClicked: expander.expanded = !expander.expanded
        Accessible.description: expander.expanded ? qsTr("Shown") : qsTr("Hidden")
    }
    FormSection {
        id: section
        visible: expander.expanded
    }
}
