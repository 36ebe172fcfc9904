import QtQuick
import Mesh.Controls

ListRow {
    required property string name
    required property string mail

    title: name
    subtitle: mail
    avatarName: name
}
