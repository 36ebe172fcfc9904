import QtQuick
import Mesh.Controls

ScrollPage {
    title: "Codes"
    notice: Banner {
        text: "Compare the code on both screens before you accept."
        kind: Tone.Kind.Info
        closable: true
    }
    CodeDisplay { label: "PIN"; code: "ADCE-IV7X-SBTI" }
    CodeDisplay { label: "Witness"; code: "MBAG-JWPL-TWD4-WYCL-GTQV-WWZ2-DYJ2"; large: false }
    Rectangle {
        width: 240
        height: 240
        radius: Theme.radiusM
        color: "white"
        QrView { anchors.fill: parent; anchors.margins: 4 }
    }
    FileDropArea { text: "Drop a bookmarks file here"; endings: ["html"] }
    FileDropArea { text: "Drop a file here"; errorText: "This is not a picture." }
}
