#include "support/scripted_desktop.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace mmm;
using namespace mmm::desktop;

namespace {

/// The object graph over a scripted mesh that is ready.
struct Fixture : test::ScriptedDesktop
{
    Fixture() { start(); }
    test::ScriptedMove& script() { return mesh->serviceChange(); }
    ServiceMove& move() { return desktop->serviceMove; }
};

bool comesTo(ServiceMove& move, ServiceMove::Stage stage)
{
    return QTest::qWaitFor([&] { return move.stage() == stage && !move.isBusy(); });
}

} // namespace

class ServiceMoveTest : public QObject
{
    Q_OBJECT

private slots:
    void addressesAreJudged_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isRight");
        for (const char* right : {"", "mesh.example.com", "alice@mesh.example.com", " mesh.example.com "})
            QTest::addRow("'%s'", right) << QString::fromLatin1(right) << true;
        for (const char* wrong :
             {"mesh", "alice@mesh", "@mesh.example.com", ".com", "example.", "my service.com"})
            QTest::addRow("'%s'", wrong) << QString::fromLatin1(wrong) << false;
    }

    void addressesAreJudged()
    {
        QFETCH(QString, text);
        QFETCH(bool, isRight);
        Fixture fixture;
        QCOMPARE(fixture.move().addressError(text).isEmpty(), isRight);
    }

    void anAccountMoves()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        ServiceMove& move = fixture.move();
        QSignalSpy arrived(&move, &ServiceMove::arrived);
        QSignalSpy left(&move, &ServiceMove::left);
        QCOMPARE(move.stage(), ServiceMove::None);
        QVERIFY(!move.isCancellable());
        fixture.script().hold();
        move.begin(QStringLiteral(" example.net "), QStringLiteral("192.0.2.1:443"));
        QVERIFY(move.isBusy());
        QVERIFY(QTest::qWaitFor([&] { return move.stage() == ServiceMove::Copying; }));
        QVERIFY(QTest::qWaitFor([&] { return move.progress() > 0; }));
        QCOMPARE(fixture.script().wanted().address, "example.net");
        QCOMPARE(fixture.script().wanted().place, "192.0.2.1:443");
        QCOMPARE(move.from(), QStringLiteral("alice@example.com"));
        QCOMPARE(move.to(), QStringLiteral("alice@example.net"));
        QVERIFY(move.isCancellable());
        QVERIFY(!move.stageText().isEmpty());
        fixture.script().release();
        QVERIFY(comesTo(move, ServiceMove::Leaving));
        QCOMPARE(arrived.size(), 1);
        QVERIFY(!move.isCancellable());
        QCOMPARE(move.waitingText(), QStringLiteral("Laptop"));
        move.leave();
        QVERIFY(comesTo(move, ServiceMove::None));
        QCOMPARE(left.size(), 1);
    }

    void anAccountComesToThisComputer()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        ServiceMove& move = fixture.move();
        QTRY_COMPARE(move.accountName(), QStringLiteral("alice"));
        QVERIFY(!move.isHomePossible());
        fixture.script().setDomainHere("laptop.local");
        move.refresh();
        QTRY_VERIFY(move.isHomePossible());
        const QSignalSpy arrived(&move, &ServiceMove::arrived);
        move.beginHere(QStringLiteral(" alice "));
        QVERIFY(comesTo(move, ServiceMove::Leaving));
        QVERIFY(fixture.script().wanted().isHere);
        QVERIFY(fixture.script().wanted().address.empty()); // it keeps its name
        QCOMPARE(move.to(), QStringLiteral("alice@laptop.local"));
        QCOMPARE(arrived.size(), 1);
        move.leave();
        QVERIFY(comesTo(move, ServiceMove::None));
        move.beginHere(QStringLiteral("alice2"));
        QVERIFY(comesTo(move, ServiceMove::Leaving));
        QCOMPARE(fixture.script().wanted().address, "alice2");
        // one that goes elsewhere does not
        move.leave();
        QVERIFY(comesTo(move, ServiceMove::None));
        move.begin(QStringLiteral("example.net"), {});
        QVERIFY(comesTo(move, ServiceMove::Leaving));
        QVERIFY(!fixture.script().wanted().isHere);
    }

    void itIsCalledOffWhileItCopies()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        ServiceMove& move = fixture.move();
        QSignalSpy cancelled(&move, &ServiceMove::cancelled);
        fixture.script().hold();
        move.begin(QStringLiteral("example.net"), {});
        QVERIFY(QTest::qWaitFor([&] { return move.stage() == ServiceMove::Copying; }));
        move.cancel();
        QVERIFY(comesTo(move, ServiceMove::None));
        QVERIFY(QTest::qWaitFor([&] { return cancelled.size() == 1; }));
        QVERIFY(move.errorText().isEmpty());
    }

    void oneThatWasInterruptedGoesOn()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        ServiceMove& move = fixture.move();
        fixture.script().setState(
            mesh::MoveState{"alice@example.com", "alice@example.net", mesh::MoveStep::Copying, {}});
        move.refresh();
        QVERIFY(comesTo(move, ServiceMove::Copying));
        fixture.script().failNext(Fault::Offline);
        move.resume();
        QVERIFY(QTest::qWaitFor([&] { return !move.errorText().isEmpty(); }));
        QCOMPARE(move.stage(), ServiceMove::Copying);
        move.resume();
        QVERIFY(comesTo(move, ServiceMove::Leaving));
        QVERIFY(move.errorText().isEmpty());
    }

    void itGoesOnWithoutAFormerServiceThatIsLost()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        ServiceMove& move = fixture.move();
        const QSignalSpy arrived(&move, &ServiceMove::arrived);
        const QSignalSpy left(&move, &ServiceMove::left);
        fixture.script().setState(
            mesh::MoveState{"alice@example.com", "alice@example.net", mesh::MoveStep::Closing, {}});
        move.refresh();
        QVERIFY(comesTo(move, ServiceMove::Closing));
        QVERIFY(!move.isDispensable()); // it may be there
        fixture.script().failNext(Fault::Offline);
        move.resume();
        QVERIFY(!move.isDispensable());
        QTRY_VERIFY(move.isDispensable());
        QVERIFY(!move.errorText().isEmpty());
        move.goOnWithoutFormer();
        QVERIFY(comesTo(move, ServiceMove::Leaving));
        QVERIFY(move.isWithoutFormer() && !move.isDispensable());
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(arrived.first().first().toString(), QStringLiteral("alice@example.com"));
        move.goOnWithoutFormer();
        QVERIFY(comesTo(move, ServiceMove::None));
        QCOMPARE(left.size(), 1);

        // before it is decided the account stays where it is
        fixture.script().setState(
            mesh::MoveState{"alice@example.com", "alice@example.net", mesh::MoveStep::Copying, {}});
        move.refresh();
        QVERIFY(comesTo(move, ServiceMove::Copying));
        fixture.script().failNext(Fault::Offline);
        move.resume();
        QTRY_VERIFY(!move.errorText().isEmpty());
        QVERIFY(!move.isDispensable());
    }

    void failuresAreExplained()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        ServiceMove& move = fixture.move();
        QStringList texts;
        for (const Fault fault : {Fault::NameTaken, Fault::Offline, Fault::Exists, Fault::Refused,
                                  Fault::WrongService, Fault::NotAuthorised}) {
            fixture.script().failNext(fault);
            move.begin(QStringLiteral("example.net"), {});
            QVERIFY(comesTo(move, ServiceMove::None));
            QVERIFY(!move.errorText().isEmpty());
            QVERIFY(!texts.contains(move.errorText()));
            texts.append(move.errorText());
        }
        move.forgetError();
        QVERIFY(move.errorText().isEmpty());
    }
};

QTEST_MAIN(ServiceMoveTest)
#include "tst_service_move.moc"
