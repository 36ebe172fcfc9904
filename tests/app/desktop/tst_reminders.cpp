// When tasks remind of themselves: rules, the form, and what is told when. The clock is the test's.

#include "importer.h"
#include "interchange/duration.h"
#include "recurrence.h"
#include "reminder.h"
#include "support/model_rules.h"
#include "support/scripted_desktop.h"
#include "support/scripted_personas.h"
#include "task_editor.h"
#include "text.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace mmm;
using namespace mmm::desktop;
using namespace std::chrono_literals;

namespace {

QDateTime moment(const char* text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

TimePoint at(const char* text)
{
    return fromDateTime(moment(text));
}

const std::string workUdf = "MWOR-KKKK-CCCC";
const QString work = QStringLiteral("MWOR-KKKK-CCCC");

class SettableClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const override { return m_now; }
    void set(TimePoint now) { m_now = now; }

private:
    std::atomic<TimePoint> m_now = at("2026-05-04T09:00:00Z");
};

schema::Task taskAt(const char* start, std::vector<std::string> triggers, const std::string& title = "Report")
{
    schema::Task task;
    task.title = title;
    task.start = at(start);
    task.trigger = std::move(triggers);
    return task;
}

/// The program with that clock, and with `hasWork` with a further account.
struct Program : test::ScriptedDesktop
{
    explicit Program(Prepare preparation = {}, bool hasWork = false)
        : ScriptedDesktop(mesh::Stage::Ready, std::move(preparation))
    {
        if (hasWork) {
            script->put({workUdf, "alice.work@example.net", false, true});
            engine.personas = test::PersonaScript::door(script);
        }
        options.clock = clock;
        begin();
    }
    /// The program begins once more with what it has on the disk.
    void begin()
    {
        desktop.reset();
        told.clear();
        build();
        QObject::connect(&desktop->reminders, &Reminders::due, &desktop->reminders,
                         [this](const Reminders::Told& one) {
                             for (const Due& due : one.dues)
                                 told.append(due.title);
                             accounts.append(one.account);
                         });
        start();
    }
    /// Whether what happened to the tasks before has been taken notice of.
    bool isInStep()
    {
        QCoreApplication::processEvents(); // what the mesh has announced
        return QTest::qWaitFor(
            [this] { return !desktop->accounts.openOnes().empty() && desktop->reminders.isInStep(); });
    }

    std::shared_ptr<SettableClock> clock = std::make_shared<SettableClock>();
    std::shared_ptr<test::PersonaScript> script = std::make_shared<test::PersonaScript>();
    QStringList told;
    QStringList accounts;
};

} // namespace

class RemindersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_language.use(QStringLiteral("en")); }

    void rulesSayWhen_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("next"); // empty: none
        const auto row = [](const char* rule, const char* start, const char* from, const char* next) {
            QTest::addRow("%s from %s", rule, from) << QString::fromLatin1(rule) << QString::fromLatin1(start)
                                                    << QString::fromLatin1(from) << QString::fromLatin1(next);
        };
        const char* monday = "2026-05-04T09:00:00";
        row("FREQ=DAILY", monday, "2026-05-01T00:00:00", "2026-05-04T09:00:00");
        row("FREQ=DAILY", monday, "2026-05-04T09:00:01", "2026-05-05T09:00:00");
        row("FREQ=DAILY;INTERVAL=3", monday, "2026-05-05T00:00:00", "2026-05-07T09:00:00");
        row("FREQ=DAILY;COUNT=3", monday, "2026-05-06T00:00:00", "2026-05-06T09:00:00");
        row("FREQ=DAILY;COUNT=3", monday, "2026-05-06T10:00:00", "");
        row("FREQ=DAILY;UNTIL=20260506", monday, "2026-05-06T00:00:00", "2026-05-06T09:00:00");
        row("FREQ=DAILY;UNTIL=20260506", monday, "2026-05-07T00:00:00", "");
        row("FREQ=DAILY;UNTIL=20260506T065959Z", monday, "2026-05-06T00:00:00", "");
        row("FREQ=WEEKLY", monday, "2030-01-01T00:00:00", "2030-01-07T09:00:00");
        row("FREQ=WEEKLY;BYDAY=TU,FR", monday, "2026-05-06T00:00:00", "2026-05-08T09:00:00");
        // RFC 5545 §3.3.10: the first day of the week makes a difference
        row("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "1997-08-05T09:00:00", "1997-08-06T00:00:00",
            "1997-08-10T09:00:00");
        row("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "1997-08-05T09:00:00", "1997-08-06T00:00:00",
            "1997-08-17T09:00:00");
        row("FREQ=MONTHLY", "2026-01-31T09:00:00", "2026-02-01T00:00:00", "2026-03-31T09:00:00");
        row("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31T09:00:00", "2026-02-01T00:00:00",
            "2026-02-28T09:00:00");
        row("FREQ=MONTHLY;BYDAY=-1FR", "2026-05-29T09:00:00", "2026-06-01T00:00:00", "2026-06-26T09:00:00");
        row("FREQ=MONTHLY;BYDAY=2TU", "2026-05-12T09:00:00", "2026-05-13T00:00:00", "2026-06-09T09:00:00");
        row("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-02-13T09:00:00", "2026-03-14T00:00:00",
            "2026-11-13T09:00:00");
        row("FREQ=YEARLY", "2024-02-29T09:00:00", "2024-03-01T00:00:00", "2028-02-29T09:00:00");
        row("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-11-26T09:00:00", "2026-11-27T00:00:00",
            "2027-11-25T09:00:00");
        row("FREQ=YEARLY;BYDAY=20MO", "1997-05-19T09:00:00", "1997-05-20T00:00:00", "1998-05-18T09:00:00");
        row("FREQ=YEARLY;BYYEARDAY=-1", "2026-12-31T09:00:00", "2027-01-01T00:00:00", "2027-12-31T09:00:00");
        row("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-05-29T09:00:00", "2026-06-01T00:00:00",
            "2026-06-30T09:00:00");
        row("FREQ=DAILY;BYHOUR=9,15", monday, "2026-05-05T10:00:00", "2026-05-05T15:00:00");
        for (const char* never :
             {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"})
            row(never, monday, "2026-05-05T10:00:00", "");
        // the same time of day on both sides of a change of the clocks, and one that they skip
        row("FREQ=DAILY", "2026-03-28T02:30:00", "2026-03-28T12:00:00", "2026-03-29T03:30:00");
        row("FREQ=DAILY", "2026-03-28T02:30:00", "2026-03-29T12:00:00", "2026-03-30T02:30:00");
    }

    void rulesSayWhen()
    {
        QFETCH(QString, rule);
        QFETCH(QString, start);
        QFETCH(QString, from);
        QFETCH(QString, next);
        const QTimeZone zone("Europe/Berlin");
        const auto inZone = [&zone](const QString& text) {
            const QDateTime plain = QDateTime::fromString(text, Qt::ISODate);
            return QDateTime(plain.date(), plain.time(), zone);
        };
        const auto recurrence = Recurrence::parse(rule.toStdString());
        QVERIFY(recurrence);
        const auto found = recurrence->next(inZone(start), inZone(from));
        QCOMPARE(found.has_value(), !next.isEmpty());
        if (found)
            QCOMPARE(*found, inZone(next));
    }

    void rulesThatAreNotWorkedOutAreSaidSo()
    {
        QVERIFY(!Recurrence::parse(""));
        QVERIFY(!Recurrence::parse("FREQ=HOURLY"));
        QVERIFY(!Recurrence::parse("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"));
        QVERIFY(!Recurrence::parse("FREQ=DAILY;INTERVAL=0"));
        QVERIFY(!Recurrence::parse("FREQ=SOMETIMES"));
    }

    void triggersAreSaidInWords()
    {
        QCOMPARE(triggerText("PT0S"), QStringLiteral("At the time"));
        QCOMPARE(triggerText("-PT15M"), QStringLiteral("15 minutes before"));
        QCOMPARE(triggerText("-PT60M"), QStringLiteral("1 hour before"));
        QCOMPARE(triggerText("-P1DT12H"), QStringLiteral("36 hours before"));
        QCOMPARE(triggerText("P2W"), QStringLiteral("2 weeks after"));
        QCOMPARE(triggerText("geo:geo:48.2,16.3"), QStringLiteral("At a place"));
        QCOMPARE(triggerText("task:NABC"), QStringLiteral("With another task"));
        QCOMPARE(triggerText("when pigs fly"), QStringLiteral("Otherwise: when pigs fly"));
        QCOMPARE(triggerText("20260504T090000Z"), momentText(at("2026-05-04T09:00:00Z")));
        QCOMPARE(offeredTrigger("-PT60M"), offeredTrigger("-PT1H"));
        QCOMPARE(offeredTrigger("-PT7M"), -1);
        QCOMPARE(interchange::durationOf("-P999999999999999999999W"), 0s); // not one
    }

    void whatIsOverDoesNotRemind()
    {
        const TimePoint now = at("2026-05-04T09:00:00Z");
        const auto count = [now](const schema::Task& task) {
            return remindersOf("a", task, now, now + 48h).size();
        };
        QCOMPARE(count(taskAt("2026-05-04T10:00:00Z", {"-PT15M", "-PT1H"})), std::size_t(2));
        QCOMPARE(count(taskAt("2026-05-04T10:00:00Z", {"-PT60M", "-PT1H"})), std::size_t(1)); // the same
        QCOMPARE(count(taskAt("2026-05-08T10:00:00Z", {"PT0S"})), std::size_t(0));            // far
        QCOMPARE(count(taskAt("2026-05-03T10:00:00Z", {"PT0S"})), std::size_t(1)); // something to be done
        QCOMPARE(count(taskAt("2026-05-03T08:00:00Z", {"PT0S"})), std::size_t(0)); // long past
        schema::Task meeting = taskAt("2026-05-04T07:00:00Z", {"PT0S"});
        meeting.finish = at("2026-05-04T08:00:00Z");
        QCOMPARE(count(meeting), std::size_t(0));
        meeting.finish = at("2026-05-04T09:30:00Z");
        QCOMPARE(count(meeting), std::size_t(1));
        // a rule that is not worked out: the first time only
        meeting.repeat = "FREQ=HOURLY";
        QCOMPARE(count(meeting), std::size_t(1));
        // one that began long ago, and a finish alone
        schema::Task weekly = taskAt("2020-05-05T08:00:00Z", {"-P1D"});
        weekly.repeat = "FREQ=WEEKLY";
        const auto dues = remindersOf("a", weekly, now, now + 48h);
        QCOMPARE(dues.size(), std::size_t(1));
        QCOMPARE(dues.front().when, at("2026-05-04T08:00:00Z"));
        schema::Task until;
        until.finish = at("2026-05-04T12:00:00Z");
        until.trigger = {"-PT1H", "20260504T093000Z", "task:NABC", "nonsense"};
        QCOMPARE(count(until), std::size_t(2));
    }

    void theFormKeepsWhatOthersWrote()
    {
        Program program;
        QVERIFY(program.isInStep());
        schema::Task task = taskAt("2030-05-04T10:00:00Z", {"-PT60M", "geo:geo:48.2,16.3", "-PT7M"});
        task.startTravel = "PT7M";
        task.timeZone = "Asia/Tokyo";
        const std::string id = program.mesh->scripted().tasks().arrive(task);
        TaskEditor editor(program.desktop->link);
        editor.load(toText(id));
        QTRY_VERIFY(editor.isLoaded());
        ReminderModel& reminders = *editor.reminders();
        const auto said = [&reminders](int row) {
            const QModelIndex index = reminders.index(row);
            return reminders.data(index, ReminderModel::OptionsRole)
                .toStringList()
                .at(reminders.data(index, ReminderModel::ChoiceRole).toInt());
        };
        test::keepsRules<ReminderModel>(&reminders);
        QCOMPARE(reminders.count(), 3);
        QCOMPARE(said(0), QStringLiteral("1 hour before"));
        QCOMPARE(said(1), QStringLiteral("At a place"));
        QCOMPARE(said(2), QStringLiteral("7 minutes before"));
        QCOMPARE(editor.wayThereOptions().at(editor.wayThere()), QStringLiteral("7 minutes"));
        QVERIFY(editor.zoneText().contains(QLatin1String("Asia/Tokyo")));
        QVERIFY(!editor.isDirty());

        reminders.setChoice(2, 0);
        QVERIFY(editor.isDirty());
        QCOMPARE(said(2), QStringLiteral("At the time"));
        reminders.setChoice(2, int(offeredTriggers().size())); // back to its own
        QVERIFY(!editor.isDirty());
        reminders.add();
        reminders.removeReminder(1);
        editor.setWayBack(3);
        const QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        const auto row = program.mesh->scripted().tasks().read(id);
        QVERIFY(row);
        QCOMPARE(row->entry.trigger, (std::vector<std::string>{"-PT60M", "-PT7M", "-PT15M"}));
        QCOMPARE(row->entry.startTravel, std::string("PT7M"));
        QCOMPARE(row->entry.finishTravel, std::string("PT30M"));
        QCOMPARE(row->entry.timeZone, std::string("Asia/Tokyo"));
    }

    void aReminderNeedsADate()
    {
        Program program;
        QVERIFY(program.isInStep());
        TaskEditor editor(program.desktop->link);
        editor.startNew();
        editor.setTitle(QStringLiteral("Report"));
        editor.reminders()->add();
        QVERIFY(!editor.isValid());
        QVERIFY(!editor.remindersError().isEmpty());
        editor.setFinish(moment("2030-05-04T10:00:00Z"));
        QVERIFY(editor.isValid());
        // what repeats keeps its time of day where it was said
        editor.setRepetition(TaskEditor::Weekly);
        const QSignalSpy saved(&editor, &EntryEditor::saved);
        editor.save();
        QTRY_COMPARE(saved.count(), 1);
        const auto row = program.mesh->scripted().tasks().read(fromText(editor.entryId()));
        QVERIFY(row);
        QCOMPARE(row->entry.timeZone, QTimeZone::systemTimeZoneId().toStdString());
    }

    void whatRepeatsIsListedByItsNextTime()
    {
        schema::Task task = taskAt("2020-05-05T08:00:00Z", {});
        task.finish = at("2020-05-05T09:00:00Z");
        const RowMaker maker;
        QCOMPARE(maker.make(task).section, QStringLiteral("Past"));
        task.repeat = "FREQ=DAILY";
        QCOMPARE(maker.make(task).section, QStringLiteral("Today"));
        task.repeat = "FREQ=DAILY;COUNT=2";
        QCOMPARE(maker.make(task).section, QStringLiteral("Past"));
    }

    void aCalendarIsImported()
    {
        Program program;
        QVERIFY(program.isInStep());
        QFile file(program.folder.filePath(QStringLiteral("calendar.ics")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Lunch\r\nDTSTART:20260504T120000Z\r\n"
                   "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VEVENT\r\n"
                   "BEGIN:VTODO\r\nSUMMARY:Done\r\nSTATUS:COMPLETED\r\nEND:VTODO\r\nEND:VCALENDAR\r\n");
        file.close();
        Importer importer(program.desktop->link);
        const QSignalSpy committed(&importer, &Importer::committed);
        importer.open(QUrl::fromLocalFile(file.fileName()));
        QTRY_COMPARE(importer.kind(), Importer::TaskList);
        QCOMPARE(importer.preview()->count(), 1);
        QCOMPARE(importer.noteText(), QStringLiteral("1 that is done or cancelled is not taken over."));
        importer.commit();
        QTRY_COMPARE(committed.count(), 1);
        QVERIFY(importer.reportText().startsWith(QStringLiteral("1 task imported.")));
        QVERIFY(!importer.reportText().contains(QStringLiteral("password"))); // there are none in it
        QVERIFY(program.isInStep());
        program.clock->set(at("2026-05-04T11:45:00Z"));
        program.desktop->reminders.look();
        QCOMPARE(program.told, QStringList{QStringLiteral("Lunch")});
        importer.open(QUrl::fromLocalFile(file.fileName())); // the second time brings nothing
        QTRY_COMPARE(importer.preview()->duplicateCount(), 1);
    }

    void eachIsToldOnceWhenItIsDue()
    {
        Program program;
        QVERIFY(program.isInStep());
        auto& tasks = program.mesh->scripted().tasks();
        const std::string id = tasks.arrive(taskAt("2026-05-04T10:00:00Z", {"-PT15M", "PT0S"}));
        Reminders& reminders = program.desktop->reminders;
        const auto look = [&](const char* when) {
            program.clock->set(at(when));
            reminders.look();
            return program.told.size();
        };
        QVERIFY(program.isInStep());
        QCOMPARE(look("2026-05-04T09:44:59Z"), 0);
        QCOMPARE(look("2026-05-04T09:45:00Z"), 1);
        QCOMPARE(look("2026-05-04T09:46:00Z"), 1);
        // a change of something else tells nothing again, another time does
        schema::Task changed = taskAt("2026-05-04T10:00:00Z", {"-PT15M", "PT0S"}, "Report, longer");
        tasks.arrive(changed, id);
        QVERIFY(program.isInStep());
        QCOMPARE(look("2026-05-04T09:47:00Z"), 1);
        QCOMPARE(look("2026-05-04T10:00:10Z"), 2);
        QCOMPARE(program.told.last(), QStringLiteral("Report, longer"));
        changed.start = at("2026-05-04T10:15:00Z");
        tasks.arrive(changed, id);
        QVERIFY(program.isInStep());
        QCOMPARE(look("2026-05-04T10:14:00Z"), 2); // 10:00 was told, for whatever time it was
        QCOMPARE(look("2026-05-04T10:15:00Z"), 3);
        // what is removed is silent
        changed.start = at("2026-05-04T11:00:00Z");
        tasks.arrive(changed, id);
        tasks.disappear(id);
        QVERIFY(program.isInStep());
        QCOMPARE(look("2026-05-04T11:00:00Z"), 3);
    }

    void whatWasMissedIsToldAtTheNextStart()
    {
        Program program([](test::ScriptedMesh& mesh) {
            mesh.scripted().tasks().fill({taskAt("2026-05-04T08:30:00Z", {"PT0S"}, "Before the first start"),
                                          taskAt("2026-05-04T12:00:00Z", {"-PT1H", "-PT5M"}, "Missed"),
                                          taskAt("2026-05-02T12:00:00Z", {"PT0S"}, "Long past"),
                                          taskAt("2026-05-04T20:00:00Z", {"PT0S"}, "To come")});
        });
        QVERIFY(program.isInStep());
        QCOMPARE(program.told, QStringList());
        program.clock->set(at("2026-05-04T12:30:00Z"));
        for (const QStringList& expected : {QStringList{QStringLiteral("Missed")}, QStringList()}) {
            program.begin();
            QVERIFY(program.isInStep());
            QCOMPARE(program.told, expected);
        }
    }

    void lateArrivalsAreTold()
    {
        Program program([](test::ScriptedMesh& mesh) {
            mesh.scripted().tasks().fill({taskAt("2026-05-04T10:00:00Z", {"PT0S"}, "Here")});
        });
        QVERIFY(program.isInStep());
        program.clock->set(at("2026-05-04T10:00:00Z"));
        program.desktop->reminders.look();
        QCOMPARE(program.told, QStringList{QStringLiteral("Here")});
        // from a device that was not reached for a while; it was due before what was told last
        program.mesh->scripted().tasks().arrive(taskAt("2026-05-04T09:50:00Z", {"PT0S"}, "Late"));
        program.mesh->scripted().tasks().arrive(taskAt("2026-05-01T09:50:00Z", {"PT0S"}, "Too late"));
        QTRY_COMPARE(program.told.size(), 2);
        QCOMPARE(program.told.last(), QStringLiteral("Late"));
    }

    void nothingIsToldWhileItIsLocked()
    {
        Program program([](test::ScriptedMesh& mesh) {
            mesh.scripted().tasks().fill({taskAt("2026-05-04T10:00:00Z", {"PT0S"}, "Locked")});
        });
        QVERIFY(program.isInStep());
        const QSignalSpy withdrawn(&program.desktop->reminders, &Reminders::withdrawn);
        program.desktop->session.lock();
        QTRY_COMPARE(program.desktop->session.stage(), Session::Locked);
        QTRY_VERIFY(!program.desktop->session.isBusy());
        QCOMPARE(withdrawn.count(), 1);
        program.clock->set(at("2026-05-04T10:00:10Z"));
        program.desktop->reminders.look();
        QCOMPARE(program.told, QStringList());
        program.desktop->session.unlockMesh();
        QTRY_COMPARE(program.told, QStringList{QStringLiteral("Locked")});
    }

    void everyAccountReminds()
    {
        Program program({}, true);
        QTRY_VERIFY(program.script->meshOf(workUdf) != nullptr);
        QTRY_COMPARE(program.desktop->accounts.openOnes().size(), std::size_t(2));
        QVERIFY(program.isInStep());
        program.script->meshOf(workUdf)->scripted().tasks().arrive(
            taskAt("2026-05-04T08:30:00Z", {"PT0S"}, "At work"));
        QTRY_COMPARE(program.told, QStringList{QStringLiteral("At work")});
        QCOMPARE(program.accounts, QStringList{work});
    }

private:
    Language m_language;
};

QTEST_MAIN(RemindersTest)
#include "tst_reminders.moc"
