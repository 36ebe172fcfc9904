// Calendars of other programs as tasks.

#include "interchange/calendar_file.h"
#include "interchange/duplicates.h"
#include "interchange/duration.h"
#include "interchange/import_file.h"

#include <QDateTime>
#include <QTest>

using namespace mmm;
using namespace mmm::interchange;

namespace {

/// Lines within a calendar.
std::string calendar(const std::string& lines)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + lines + "END:VCALENDAR\r\n";
}

std::string eventWith(const std::string& lines)
{
    return "BEGIN:VEVENT\r\nUID:1\r\n" + lines + "END:VEVENT\r\n";
}

/// As it comes back from a file that was written.
schema::Task written(const schema::Task& task)
{
    const auto file = readCalendar(bytesOf(writeCalendar(std::span(&task, 1), TimePoint())));
    return file && file->tasks.size() == 1 ? file->tasks.front() : schema::Task();
}

CalendarFile read(const std::string& text)
{
    auto file = readCalendar(bytesOf(text));
    return file ? std::move(*file) : CalendarFile();
}

/// The only task of the file.
schema::Task only(const std::string& lines)
{
    CalendarFile file = read(calendar(lines));
    return file.tasks.size() == 1 ? std::move(file.tasks.front()) : schema::Task();
}

std::string repeated(std::string_view text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

TimePoint at(const char* text)
{
    return TimePoint(std::chrono::seconds(
        QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toSecsSinceEpoch()));
}

} // namespace

class CalendarsTest : public QObject
{
    Q_OBJECT

private slots:
    void anEventBecomesATask()
    {
        const schema::Task task = only(
            "BEGIN:VTIMEZONE\r\nTZID:Vienna\r\nX-LIC-LOCATION:Europe/Vienna\r\nBEGIN:STANDARD\r\n"
            "DTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
            "END:VTIMEZONE\r\n" +
            eventWith(
                "SUMMARY:Lunch\\, with Grace\r\nDESCRIPTION:First line\\nsecond\r\n  line\r\n"
                "LOCATION;LANGUAGE=\"de:AT\":Caf\xC3\xA9\r\nDTSTART;TZID=Vienna:20260504T120000\r\n"
                "DTEND;TZID=Europe/Vienna:20260504T133000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\n"
                "TRANSP:TRANSPARENT\r\nCONFERENCE;VALUE=URI:https://meet.example/x\r\n"
                "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT30M\r\n"
                "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:not the event's\r\nTRIGGER:-PT15M\r\n"
                "END:VALARM\r\nBEGIN:VALARM\r\nTRIGGER;RELATED=END:-PT30M\r\nEND:VALARM\r\n"
                "BEGIN:VALARM\r\nACTION:NONE\r\nTRIGGER;VALUE=DATE-TIME:19760401T005545Z\r\n"
                "END:VALARM\r\nBEGIN:VALARM\r\nTRIGGER;VALUE=DATE-TIME:20260504T090000Z\r\nEND:VALARM\r\n"));
        QCOMPARE(task.title, std::string("Lunch, with Grace"));
        QCOMPARE(task.description, std::string("First line\nsecond line"));
        QCOMPARE(task.location, std::string("Caf\xC3\xA9"));
        QCOMPARE(task.start, std::optional(at("2026-05-04T10:00:00Z")));
        QCOMPARE(task.finish, std::optional(at("2026-05-04T11:30:00Z")));
        QCOMPARE(task.timeZone, std::string("Europe/Vienna"));
        QCOMPARE(task.repeat, std::string("FREQ=WEEKLY;BYDAY=MO"));
        QCOMPARE(task.busy, std::optional(false));
        QCOMPARE(task.conference, std::vector<std::string>{"https://meet.example/x"});
        QCOMPARE(task.startTravel, std::string("PT30M"));
        QCOMPARE(task.trigger, (std::vector<std::string>{"-PT15M", "PT3600S", "20260504T090000Z"}));
    }

    void aTaskHasADueTime()
    {
        const schema::Task task =
            only("BEGIN:VTODO\r\nSUMMARY:Report\r\nDUE:20260504T120000Z\r\n"
                 "BEGIN:VALARM\r\nTRIGGER;RELATED=END:-P1D\r\nEND:VALARM\r\nEND:VTODO\r\n");
        QVERIFY(!task.start && !task.busy);
        QCOMPARE(task.finish, std::optional(at("2026-05-04T12:00:00Z")));
        QCOMPARE(task.trigger, std::vector<std::string>{"-P1D"});
        QVERIFY(task.timeZone.empty());
    }

    void wholeDaysAreThisComputers()
    {
        const schema::Task task = only(
            eventWith("SUMMARY:Holiday\r\nDTSTART;VALUE=DATE:20260504\r\nDTEND;VALUE=DATE:20260505\r\n"));
        const QDateTime midnight(QDate(2026, 5, 4), QTime(0, 0));
        QCOMPARE(task.start, std::optional(TimePoint(std::chrono::seconds(midnight.toSecsSinceEpoch()))));
        QCOMPARE(*task.finish - *task.start, std::chrono::seconds(86400));
        QVERIFY(task.timeZone.empty());
    }

    void aDurationMakesAnEnd()
    {
        const schema::Task task =
            only(eventWith("SUMMARY:Call\r\nDTSTART:20260504T120000Z\r\nDURATION:PT1H30M\r\n"));
        QCOMPARE(task.finish, std::optional(at("2026-05-04T13:30:00Z")));
        QCOMPARE(interchange::durationOf("-P1DT2H"), std::chrono::seconds(-93600));
        QCOMPARE(interchange::durationOf("P1X"), std::chrono::seconds(0));
    }

    void whatIsLeftOutIsCounted()
    {
        const CalendarFile file = read(calendar(
            eventWith("SUMMARY:Weekly\r\nDTSTART:20260504T120000Z\r\nRRULE:FREQ=WEEKLY\r\nEXDATE:"
                      "20260511T120000Z\r\n") +
            eventWith("SUMMARY:Weekly\r\nRECURRENCE-ID:20260518T120000Z\r\nDTSTART:20260518T130000Z\r\n") +
            eventWith("SUMMARY:Off\r\nSTATUS:CANCELLED\r\n") + eventWith("DTSTART:20260504T120000Z\r\n") +
            eventWith("SUMMARY:Elsewhere\r\nDTSTART;TZID=Customized Time Zone:20260504T120000\r\n") +
            eventWith(
                "SUMMARY:Path\r\nDTSTART;TZID=/example.org/20260101/Europe/Vienna:20260504T120000\r\n") +
            eventWith("SUMMARY:Outside\r\nDTSTART;TZID=../../../dev/zero:20260504T120000\r\n") +
            eventWith("SUMMARY:No such day\r\nDTSTART:20260231T120000Z\r\nRRULE:FREQ=DAILY\r\n")));
        QCOMPARE(file.tasks.size(), std::size_t(5));
        QCOMPARE(file.withExceptions, std::size_t(2));
        QCOMPARE(file.finished, std::size_t(1));
        QCOMPARE(file.skipped, std::size_t(1));
        QCOMPARE(file.unknownZones, std::size_t(2));
        QCOMPARE(file.tasks[2].timeZone, std::string("Europe/Vienna"));
        QCOMPARE(file.tasks[2].start, std::optional(at("2026-05-04T10:00:00Z")));
        QVERIFY(!file.tasks[4].start && file.tasks[4].repeat.empty());
        // a day is in no zone
        QVERIFY(!only(eventWith("SUMMARY:x\r\nDTSTART:20260504Z\r\n")).start);
    }

    void whatIsWrittenIsReadAgain_data()
    {
        QTest::addColumn<schema::Task>("task");
        const auto row = [](const char* name, const auto& change) {
            schema::Task task;
            task.title = "Lunch, with Grace; at noon";
            change(task);
            QTest::newRow(name) << task;
        };
        const auto meet = [](schema::Task& task) {
            task.start = at("2026-05-04T10:00:00Z");
            task.finish = at("2026-05-04T11:30:00Z");
            task.busy = false;
        };
        row("only a title", [](schema::Task&) {});
        row("texts", [](schema::Task& task) {
            task.description = "First line\nsecond; with \\ and, \xC3\xA9";
            task.location = repeated("Caf\xC3\xA9 ", 40) + "end";
        });
        row("due", [](schema::Task& task) { task.finish = at("2026-05-04T10:00:00Z"); });
        row("event", meet);
        row("event in a zone", [&](schema::Task& task) {
            meet(task);
            task.timeZone = "Europe/Vienna";
        });
        row("one that repeats in a zone", [&](schema::Task& task) {
            meet(task);
            task.timeZone = "America/New_York";
            task.repeat = "FREQ=WEEKLY;BYDAY=MO";
        });
        row("one that repeats on this computer's clock", [&](schema::Task& task) {
            meet(task);
            task.repeat = "FREQ=DAILY";
        });
        row("one that repeats in UTC", [&](schema::Task& task) {
            meet(task);
            task.timeZone = "UTC";
            task.repeat = "FREQ=DAILY";
        });
        row("whole days", [](schema::Task& task) {
            const auto midnight = [](int day) {
                return TimePoint(std::chrono::seconds(QDate(2026, 5, day).startOfDay().toSecsSinceEpoch()));
            };
            task.start = midnight(4);
            task.finish = midnight(6);
            task.busy = true;
        });
        row("one in two thousand years", [](schema::Task& task) {
            task.start = at("4052-10-08T12:00:00Z");
            task.timeZone = "Europe/Vienna";
            task.busy = true;
            task.trigger = {"40521008T110000Z"};
        });
        row("reminders", [&](schema::Task& task) {
            meet(task);
            task.trigger = {"-PT15M", "20260504T090000Z"};
        });
        row("a reminder of what is due", [](schema::Task& task) {
            task.finish = at("2026-05-04T10:00:00Z");
            task.trigger = {"-P1D"};
        });
        row("conference and way", [&](schema::Task& task) {
            meet(task);
            task.conference = {"https://meet.example/x?a=1;b=2,3"};
            task.startTravel = "PT30M";
        });
    }
    void whatIsWrittenIsReadAgain()
    {
        QFETCH(const schema::Task, task);
        const schema::Task again = written(task);
        QCOMPARE(QByteArray::fromStdString(std::string(textOf(encoding::toJson(again).view()))),
                 QByteArray::fromStdString(std::string(textOf(encoding::toJson(task).view()))));
    }

    void daysAndZonesAreWrittenAsSuch()
    {
        schema::Task task;
        task.title = "Fair";
        task.start = at("2026-05-04T10:00:00Z");
        task.timeZone = "Europe/Vienna";
        task.repeat = "FREQ=YEARLY";
        task.busy = true;
        const std::string text = writeCalendar(std::span(&task, 1), at("2026-01-02T03:04:05Z"));
        QVERIFY(text.find("DTSTART;TZID=Europe/Vienna:20260504T120000") != std::string::npos);
        QVERIFY(text.find("TZID:Europe/Vienna\r\n") != std::string::npos);
        QVERIFY(text.find("DTSTAMP:20260102T030405Z") != std::string::npos);
        QVERIFY(text.find("BEGIN:VTIMEZONE") < text.find("BEGIN:VEVENT"));
    }

    void aTimeThatTheClockShowsTwiceIsKept()
    {
        for (const char* moment : {"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"}) {
            schema::Task task;
            task.title = "Night train";
            task.start = at(moment);
            task.timeZone = "Europe/Vienna";
            QCOMPARE(written(task).start, task.start);
        }
    }

    void timesWithoutADateAreLeftOut()
    {
        schema::Task task;
        task.title = "Water the plants";
        task.start = TimePoint(std::chrono::days(366 * 8500)); // after the year 9999
        task.busy = true;
        QCOMPARE(written(task).title, task.title);
        QVERIFY(!written(task).start);
    }

    void whatIsNoRuleIsNotWritten()
    {
        schema::Task task;
        task.title = "Plain";
        task.repeat = "FREQ=DAILY\r\nSUMMARY:Other";
        task.conference = {"https://a.example/\r\nSUMMARY:Other"};
        task.startTravel = "PT1M\r\nSUMMARY:Other";
        task.trigger = {"geo:1,2", "task:abc"};
        const std::string text = writeCalendar(std::span(&task, 1), TimePoint());
        QVERIFY(text.find("Other") == std::string::npos);
        QVERIFY(text.find("VALARM") == std::string::npos);
    }

    void aCalendarIsOneWhateverItHolds()
    {
        const auto file = readImport(bytesOf(calendar(
            eventWith("SUMMARY:<!DOCTYPE "
                      "NETSCAPE-Bookmark-file-1>\r\nDESCRIPTION:name\\,url\\,username\\,password\r\n"))));
        QVERIFY(file && std::holds_alternative<CalendarFile>(*file));
    }

    void blanksAreNoTitle()
    {
        const CalendarFile file =
            read(calendar(eventWith("SUMMARY: \x04 \r\n") + eventWith("SUMMARY: \x04Lunch \r\n")));
        QCOMPARE(file.skipped, std::size_t(1));
        QCOMPARE(file.tasks.size(), std::size_t(1));
        QCOMPARE(file.tasks.front().title, std::string("Lunch"));
    }

    void onlyCalendarsAreTaken()
    {
        QCOMPARE(readCalendar(bytesOf("SUMMARY:x")).error().fault, Fault::Malformed);
        QCOMPARE(readCalendar(bytesOf("BEGIN:VCALENDAR\n\xFF")).error().fault, Fault::Malformed);
        QCOMPARE(readCalendar(bytesOf(calendar(repeated("BEGIN:VCALENDAR\r\n", 100000)))).error().fault,
                 Fault::Malformed);
        // a line that was folded within a character
        QCOMPARE(only(eventWith("SUMMARY:Caf\xC3\r\n \xA9\r\n")).title, std::string("Caf\xC3\xA9"));
        // one that was cut off on its way is not taken for a shorter one
        QCOMPARE(
            readCalendar(bytesOf("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT\n")).error().fault,
            Fault::Malformed);
        const auto file = readImport(bytesOf("\xEF\xBB\xBF\r\nbegin:vcalendar\nBEGIN:VEVENT\nSUMMARY:a\n b\n"
                                             "DESCRIPTION:\nEND:VEVENT\nEND:VCALENDAR\n"));
        QVERIFY(file && std::holds_alternative<CalendarFile>(*file));
        const auto& tasks = std::get<CalendarFile>(*file).tasks;
        QCOMPARE(tasks.size(), std::size_t(1));
        QCOMPARE(tasks.front().title, std::string("ab"));
        KnownEntries known;
        QVERIFY(known.note(tasks.front()));
        QVERIFY(!known.note(tasks.front()));
    }
};

QTEST_GUILESS_MAIN(CalendarsTest)
#include "tst_calendars.moc"
