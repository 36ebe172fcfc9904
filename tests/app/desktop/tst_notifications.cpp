// What the desktop's notifications are told and what their buttons do, with a notification service of the
// test's own on a bus of its own.

#include "support/scripted_desktop.h"
#include "support/scripted_personas.h"
#include "text.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

/// Shows nothing, remembers what it was told, and presses what the test wants.
class FakeNotifications : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Told
    {
        QString title;
        QString text;
        QStringList actions;
    };

    FakeNotifications() : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, name()))
    {
        m_isThere =
            m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                                 QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
            m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    ~FakeNotifications() override { QDBusConnection::disconnectFromBus(name()); }
    FakeNotifications(const FakeNotifications&) = delete;
    FakeNotifications& operator=(const FakeNotifications&) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] const QMap<uint, Told>& open() const { return m_open; }
    [[nodiscard]] const QList<uint>& withdrawn() const { return m_withdrawn; }
    /// As a desktop without such a service.
    void refuseAll() { m_bus.unregisterService(QStringLiteral("org.freedesktop.Notifications")); }
    /// As a busy desktop, which shows what it is told but does not say so until letGo().
    void hold() { m_holds = true; }
    void letGo()
    {
        m_holds = false;
        for (const QDBusMessage& reply : std::exchange(m_held, {}))
            m_bus.send(reply);
    }
    /// As a desktop does when the person presses a button.
    void press(uint notification, const QString& action)
    {
        emit ActionInvoked(notification, action);
        end(notification, 2);
    }

public slots:
    // named as in the Desktop Notifications Specification
    uint Notify(const QString&, uint, const QString&, const QString& title, const QString& text,
                const QStringList& actions, const QVariantMap&, int)
    {
        m_open.insert(++m_last, {title, text, actions});
        if (m_holds) {
            setDelayedReply(true);
            m_held.append(message().createReply(m_last));
        }
        return m_last;
    }
    void CloseNotification(uint notification)
    {
        m_withdrawn.append(notification);
        end(notification, 3);
    }

signals:
    void ActionInvoked(uint notification, const QString& action);
    void NotificationClosed(uint notification, uint reason);

private:
    static QString name() { return QStringLiteral("fake-notifications"); }
    void end(uint notification, uint reason)
    {
        if (m_open.remove(notification) > 0)
            emit NotificationClosed(notification, reason);
    }

    QDBusConnection m_bus;
    bool m_isThere = false;
    uint m_last = 40; // of other programs
    bool m_holds = false;
    QList<QDBusMessage> m_held;
    QMap<uint, Told> m_open;
    QList<uint> m_withdrawn;
};

namespace {

const std::string workUdf = "MWOR-KKKK-CCCC";
const QString work = QStringLiteral("MWOR-KKKK-CCCC");
const QString home = QStringLiteral("MAAA-BBBB-CCCC");

mesh::MessageDetail question(const std::string& id, const std::string& text)
{
    mesh::MessageDetail detail;
    detail.info.id = id;
    detail.info.kind = mesh::MessageKind::ConfirmationRequest;
    detail.info.speaker.standing = mesh::Standing::Contact;
    detail.info.speaker.name = "Grace Hopper";
    detail.info.speaker.address = "grace@example.com";
    detail.info.from = detail.info.speaker.address;
    detail.info.text = text;
    detail.info.when = SystemClock().now();
    detail.info.needsAnswer = true;
    detail.canConfirm = true;
    return detail;
}

class StoppedClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const override { return TimePoint(std::chrono::seconds(1'800'000'000)); }
};

/// Due at that moment, for an hour later.
schema::Task dueTask(const std::string& title)
{
    schema::Task task;
    task.title = title;
    task.location = "Room <1>";
    task.start = StoppedClock().now() + std::chrono::hours(1);
    task.trigger = {"-PT1H"};
    return task;
}

/// The window over a home account, and with `hasWork` over a further one.
struct Fixture : test::ScriptedDesktop
{
    explicit Fixture(bool hasWork = false)
    {
        engine.personas = test::PersonaScript::door(script);
        if (hasWork)
            script->put({workUdf, "alice.work@example.net", false, true});
        options.clock = std::make_shared<StoppedClock>();
        start();
    }
    bool isOpen()
    {
        return QTest::qWaitFor([this] {
            return desktop->session.stage() == Session::Ready && desktop->accounts.count() > 0 &&
                   desktop->accounts.mayManage() && !desktop->accounts.isSwitching() &&
                   !desktop->inbox.isLoading();
        });
    }
    /// The only notification that is open; 0 if there is none in time.
    uint told()
    {
        return QTest::qWaitFor([this] { return server.open().size() == 1; }) ? server.open().firstKey() : 0;
    }
    bool isInStep() const { return !desktop->accounts.openOnes().empty() && desktop->reminders.isInStep(); }
    /// A task that reminds at once; gives its id.
    std::string arrive(const std::string& title)
    {
        // what is there when the account is opened for the first time is not told late
        return QTest::qWaitFor([this] { return isInStep(); })
                   ? mesh->scripted().tasks().arrive(dueTask(title))
                   : std::string();
    }
    mesh::MessageState stateOf(test::ScriptedMesh& of) const { return of.inbox()->front().state; }

    FakeNotifications server;
    std::shared_ptr<test::PersonaScript> script = std::make_shared<test::PersonaScript>();
};

} // namespace

class NotificationsTest : public QObject
{
    Q_OBJECT

private slots:
    void aConfirmationIsAnsweredThere_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("state");
        QTest::addRow("confirm") << QStringLiteral("confirm") << int(mesh::MessageState::Accepted);
        QTest::addRow("refuse") << QStringLiteral("refuse") << int(mesh::MessageState::Rejected);
    }

    void aConfirmationIsAnsweredThere()
    {
        QFETCH(QString, action);
        QFETCH(int, state);
        Fixture fixture;
        QVERIFY(fixture.server.isThere());
        QVERIFY(fixture.isOpen());
        fixture.mesh->addLetter(question("letter-1", "Pay <b>the</b> printers?"));
        const uint notification = fixture.told();
        QVERIFY(notification != 0);
        const FakeNotifications::Told told = fixture.server.open().first();
        QCOMPARE(told.title, QStringLiteral("Grace Hopper asks you to confirm"));
        QCOMPARE(told.text, QStringLiteral("Pay &lt;b&gt;the&lt;/b&gt; printers?")); // no marks of its own
        QCOMPARE(told.actions, QStringList({QStringLiteral("default"), QStringLiteral("Show"),
                                            QStringLiteral("confirm"), QStringLiteral("Confirm"),
                                            QStringLiteral("refuse"), QStringLiteral("Refuse")}));
        const QSignalSpy chosen(&fixture.desktop->notifications, &Notifications::messageChosen);
        fixture.server.press(notification, action);
        QTRY_COMPARE(int(fixture.stateOf(*fixture.mesh)), state);
        QVERIFY(fixture.server.open().isEmpty());
        QCOMPARE(chosen.size(), 0);
    }

    void oneThatAnotherProgramShowsAnswersNothing()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        fixture.mesh->addLetter(question("letter-1", "Pay?"));
        const uint notification = fixture.told();
        QVERIFY(notification != 0);
        emit fixture.server.ActionInvoked(notification + 1, QStringLiteral("confirm"));
        QTest::qWait(50);
        QCOMPARE(fixture.stateOf(*fixture.mesh), mesh::MessageState::Unread);
        // closed by the person, it is asked in the window only
        fixture.server.CloseNotification(notification);
        QTest::qWait(50);
        emit fixture.server.ActionInvoked(notification, QStringLiteral("confirm"));
        QTest::qWait(50);
        QCOMPARE(fixture.stateOf(*fixture.mesh), mesh::MessageState::Unread);
    }

    void itIsShownWhereItBelongs()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        const QSignalSpy chosen(&fixture.desktop->notifications, &Notifications::messageChosen);
        fixture.mesh->addLetter(question("letter-1", "Pay?"));
        const uint notification = fixture.told();
        QVERIFY(notification != 0);
        fixture.server.press(notification, QStringLiteral("default"));
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("letter-1"));
        QCOMPARE(fixture.stateOf(*fixture.mesh), mesh::MessageState::Unread);
    }

    void whatIsAnsweredElsewhereIsWithdrawn()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        fixture.mesh->addLetter(question("letter-1", "Pay?"));
        const uint notification = fixture.told();
        QVERIFY(notification != 0);
        fixture.desktop->accounts.answerConfirmation(home, QStringLiteral("letter-1"), true, [] {});
        QTRY_COMPARE(fixture.server.withdrawn(), QList<uint>{notification});
    }

    void whatIsAnsweredBeforeItWasShownIsWithdrawn()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        fixture.server.hold();
        fixture.mesh->addLetter(question("letter-1", "Pay?"));
        const uint notification = fixture.told();
        QVERIFY(notification != 0);
        fixture.desktop->accounts.answerConfirmation(home, QStringLiteral("letter-1"), true, [] {});
        QTRY_COMPARE(fixture.stateOf(*fixture.mesh), mesh::MessageState::Accepted);
        QTRY_VERIFY(!fixture.desktop->inbox.needsAnswer(QStringLiteral("letter-1")));
        QVERIFY(fixture.server.withdrawn().isEmpty());
        fixture.server.letGo();
        QTRY_COMPARE(fixture.server.withdrawn(), QList<uint>{notification});
    }

    void anotherAccountIsNamedAndAnswered()
    {
        Fixture fixture(true);
        QVERIFY(fixture.isOpen());
        QTRY_VERIFY(fixture.script->meshOf(workUdf) != nullptr);
        QTRY_COMPARE(fixture.desktop->accounts.count(), 2);
        QTest::qWait(50); // until it has read what was there
        test::ScriptedMesh& mesh = *fixture.script->meshOf(workUdf);
        mesh.addLetter(question("letter-2", "Ship?"));
        const uint notification = fixture.told();
        QVERIFY(notification != 0);
        QVERIFY2(fixture.server.open().first().title.contains(QStringLiteral("alice.work@example.net")),
                 qPrintable(fixture.server.open().first().title));
        fixture.server.press(notification, QStringLiteral("refuse"));
        QTRY_COMPARE(fixture.stateOf(mesh), mesh::MessageState::Rejected);
        QCOMPARE(fixture.desktop->accounts.currentId(), home);
    }

    void whatCannotBeAnsweredIsShown()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        const QSignalSpy chosen(&fixture.desktop->notifications, &Notifications::messageChosen);
        fixture.mesh->addLetter(question("letter-1", "Pay?"));
        const uint notification = fixture.told();
        QVERIFY(notification != 0);
        fixture.mesh->messaging().failNext(Fault::Offline);
        fixture.server.press(notification, QStringLiteral("confirm"));
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(fixture.stateOf(*fixture.mesh), mesh::MessageState::Unread);
    }

    void aTaskRemindsAndIsShown()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        const QSignalSpy chosen(&fixture.desktop->notifications, &Notifications::taskChosen);
        const QSignalSpy inWindow(&fixture.desktop->notifications, &Notifications::reminded);
        const std::string id = fixture.arrive("Review");
        const uint notification = fixture.told();
        QVERIFY(notification != 0);
        const FakeNotifications::Told told = fixture.server.open().first();
        QCOMPARE(told.title, QStringLiteral("Review"));
        QVERIFY2(told.text.endsWith(QStringLiteral(" · Room &lt;1&gt;")), qPrintable(told.text));
        QCOMPARE(told.actions, QStringList({QStringLiteral("default"), QStringLiteral("Show")}));
        fixture.server.press(notification, QStringLiteral("default"));
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), toText(id));
        QCOMPARE(inWindow.size(), 0);
    }

    void manyTasksAreToldInOne()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        for (const char* title : {"One", "Two", "Three", "Four"})
            fixture.arrive(title);
        const QSignalSpy chosen(&fixture.desktop->notifications, &Notifications::taskChosen);
        const uint notification = fixture.told();
        QVERIFY(notification != 0);
        QCOMPARE(fixture.server.open().first().title, QStringLiteral("4 reminders"));
        fixture.server.press(notification, QStringLiteral("default"));
        QTRY_COMPARE(chosen.size(), 1);
        QVERIFY(chosen.first().first().toString().isEmpty());
    }

    void aLockTakesRemindersAwayAndBringsThemBack()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        fixture.arrive("Review");
        const uint notification = fixture.told();
        QVERIFY(notification != 0);
        fixture.desktop->session.lock();
        QTRY_COMPARE(fixture.server.withdrawn(), QList<uint>{notification});
        QTRY_COMPARE(fixture.desktop->session.stage(), Session::Locked);
        QTRY_VERIFY(!fixture.desktop->session.isBusy());
        QVERIFY(fixture.server.open().isEmpty());
        fixture.desktop->session.unlockMesh();
        const uint again = fixture.told();
        QVERIFY(again > notification);
        QCOMPARE(fixture.server.open().first().title, QStringLiteral("Review"));
        // one that the person has closed is not brought back
        fixture.server.press(again, QStringLiteral("nothing"));
        QTRY_VERIFY(fixture.server.open().isEmpty());
        QTest::qWait(50); // until the program has heard of that
        fixture.desktop->session.lock();
        QTRY_COMPARE(fixture.desktop->session.stage(), Session::Locked);
        QTRY_VERIFY(!fixture.desktop->session.isBusy());
        fixture.desktop->session.unlockMesh();
        QTRY_VERIFY(fixture.isInStep());
        QVERIFY(fixture.server.open().isEmpty());
        fixture.arrive("Another"); // and what would have been told is told before this
        QTRY_COMPARE(fixture.server.open().size(), 1);
        QCOMPARE(fixture.server.open().first().title, QStringLiteral("Another"));
    }

    void withoutADesktopToTellTheWindowSaysIt()
    {
        Fixture fixture;
        fixture.server.refuseAll();
        QVERIFY(fixture.isOpen());
        const QSignalSpy inWindow(&fixture.desktop->notifications, &Notifications::reminded);
        const std::string id = fixture.arrive("Review");
        QTRY_COMPARE(inWindow.size(), 1);
        QCOMPARE(inWindow.first().at(0).toString(), home);
        QCOMPARE(inWindow.first().at(1).toString(), toText(id));
        QVERIFY(inWindow.first().at(2).toString().startsWith(QStringLiteral("Review: ")));
    }
};

QTEST_MAIN(NotificationsTest)
#include "tst_notifications.moc"
