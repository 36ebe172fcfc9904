import QtQuick
import Mesh.Controls

ScrollPage {
    title: "Codes"
}
