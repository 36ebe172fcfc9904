import QtQuick
import QtQuick.Templates as T
import Mesh.Controls

/// A month to choose a day from. Arrows move by day and week, Page keys by month, Enter takes the day.
T.Popup {
    id: control

    property date day: new Date()
    readonly property int year: control.day.getFullYear()
    readonly property int month: control.day.getMonth()
    readonly property Item overlay: T.Overlay.overlay
    readonly property real comfortable: Theme.controlHeight * 0.95
    readonly property real room: control.overlay ? control.overlay.width - (Theme.spacingS + Theme.spacingM) * 2 : control.comfortable * 7
    readonly property int cell: Math.floor(Math.min(control.comfortable, control.room / 7))
    /// The first day shown: the week's first day on or before the first of the month.
    readonly property date start: {
        const first = new Date(control.year, control.month, 1);
        const back = (first.getDay() - Qt.locale().firstDayOfWeek + 7) % 7;
        return new Date(control.year, control.month, 1 - back);
    }

    /// `month` counts from 1.
    signal picked(year: int, month: int, day: int)

    function openAt(wanted: date): void {
        control.day = isNaN(wanted.getTime()) ? new Date() : wanted;
        control.open();
    }
    function move(days: int, months: int): void {
        const target = new Date(control.year, control.month + months, months === 0 ? control.day.getDate() + days : 1);
        if (months !== 0) {
            const last = new Date(target.getFullYear(), target.getMonth() + 1, 0).getDate();
            target.setDate(Math.min(control.day.getDate(), last));
        }
        control.day = target;
    }
    function pick(): void {
        control.picked(control.year, control.month + 1, control.day.getDate());
        control.close();
    }

    padding: Theme.spacingM
    margins: Theme.spacingS
    modal: true
    dim: false
    focus: true
    implicitWidth: control.cell * 7 + leftPadding + rightPadding
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding

    background: RaisedGround {}
    contentItem: FocusScope {
        focus: true
        implicitHeight: column.implicitHeight
        implicitWidth: control.cell * 7

        Column {
            id: column
            width: parent.width
            spacing: Theme.spacingXs

            Item {
                width: parent.width
                height: Theme.controlHeight

                IconButton {
                    anchors.left: parent.left
                    symbol: Icon.ChevronLeft
                    text: qsTr("Month before")
                    onClicked: control.move(0, -1)
                }
                Text {
                    anchors.centerIn: parent
                    width: Math.min(implicitWidth, parent.width - Theme.controlHeight * 2)
                    text: Qt.locale().standaloneMonthName(control.month, Locale.LongFormat) + " " + control.year
                    font: Theme.strongFont
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Math.round(Theme.captionFont.pixelSize * 0.8)
                    color: Theme.text
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
                IconButton {
                    anchors.right: parent.right
                    symbol: Icon.ChevronRight
                    text: qsTr("Month after")
                    onClicked: control.move(0, 1)
                }
            }
            Row {
                Repeater {
                    model: 7
                    // Bound to this file's ids, which only Qt 6.5 and later can be told.
                    // qmllint disable unqualified
                    delegate: Text {
                        required property int index
                        width: control.cell
                        text: Qt.locale().standaloneDayName((Qt.locale().firstDayOfWeek + index) % 7, Locale.NarrowFormat)
                        font: Theme.captionFont
                        color: Theme.textMuted
                        horizontalAlignment: Text.AlignHCenter
                        Accessible.ignored: true
                    }
                    // qmllint enable unqualified
                }
            }
            Grid {
                id: grid
                columns: 7
                focus: true
                activeFocusOnTab: true
                Accessible.role: Accessible.Table
                Accessible.name: qsTr("Days")
                Accessible.description: control.day.toLocaleDateString(Qt.locale(), Locale.LongFormat)
                Accessible.focusable: true

                Keys.onLeftPressed: control.move(grid.LayoutMirroring.enabled ? 1 : -1, 0)
                Keys.onRightPressed: control.move(grid.LayoutMirroring.enabled ? -1 : 1, 0)
                Keys.onUpPressed: control.move(-7, 0)
                Keys.onDownPressed: control.move(7, 0)
                Keys.onReturnPressed: control.pick()
                Keys.onEnterPressed: control.pick()
                Keys.onSpacePressed: control.pick()
                Keys.onPressed: event => {
                    if (event.key === Qt.Key_PageUp)
                        control.move(0, -1);
                    else if (event.key === Qt.Key_PageDown)
                        control.move(0, 1);
                    else
                        return;
                    event.accepted = true;
                }

                Repeater {
                    model: 42
                    // Bound to this file's ids, which only Qt 6.5 and later can be told.
                    // qmllint disable unqualified
                    delegate: CalendarDay {
                        required property int index
                        readonly property date date: new Date(control.start.getFullYear(), control.start.getMonth(), control.start.getDate() + index)
                        width: control.cell
                        height: control.cell
                        text: date.getDate()
                        label: date.toLocaleDateString(Qt.locale(), Locale.LongFormat)
                        outside: date.getMonth() !== control.month
                        current: !outside && date.getDate() === control.day.getDate()
                        today: date.toDateString() === new Date().toDateString()
                        ringed: current && grid.activeFocus
                        onClicked: {
                            control.day = date;
                            control.pick();
                        }
                    }
                    // qmllint enable unqualified
                }
            }
        }
    }
}
