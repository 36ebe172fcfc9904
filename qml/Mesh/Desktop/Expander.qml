import QtQuick
import Mesh.Controls

/// Fields that most people do not need, behind a button.
Column {
    id: expander

    required property string text
    property bool expanded: false
    default property alias fields: section.fields

    width: parent ? parent.width : implicitWidth
    spacing: Theme.spacingS

    AppButton {
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
