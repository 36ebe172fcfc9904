import QtQuick
import Mesh.Controls

ScrollPage {
    title: "Settings"
}
