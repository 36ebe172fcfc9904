#include "support/model_rules.h"
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
    bool isOpen()
    {
        test::keepsRules<ServiceListModel>(services().services());
        return QTest::qWaitFor([this] { return services().services()->count() == 1; });
    }
    bool isDone()
    {
        return QTest::qWaitFor([this] { return !services().isBusy(); });
    }
    test::ScriptedFurther& script() { return mesh->serviceChange().further(); }
    AccountServices& services() { return desktop->accountServices; }
    QVariant at(int row, int role)
    {
        return services().services()->data(services().services()->index(row), role);
    }
};

mesh::AccountService serviceIn(mesh::ServiceState state, std::optional<Fault> fault = std::nullopt)
{
    mesh::AccountService service;
    service.address = "alice@" + std::to_string(int(state)) + ".example.net";
    service.state = state;
    service.inStep = SystemClock().now();
    if (fault)
        service.fault = Error{*fault, {}};
    return service;
}

} // namespace

class AccountServicesTest : public QObject
{
    Q_OBJECT

private slots:
    void servicesComeAndGo()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        AccountServices& services = fixture.services();
        QSignalSpy added(&services, &AccountServices::added);
        QSignalSpy removed(&services, &AccountServices::removed);
        QSignalSpy first(&services, &AccountServices::firstChanged);
        QVERIFY(fixture.at(0, ServiceListModel::FirstRole).toBool());
        services.add(QStringLiteral(" example.net "), {});
        QVERIFY(services.isBusy());
        QVERIFY(fixture.isDone());
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.front().front().toString(), QStringLiteral("alice@example.net"));
        QCOMPARE(services.services()->count(), 2);
        QVERIFY(!fixture.at(1, ServiceListModel::FirstRole).toBool());
        QVERIFY(!services.isFull());
        services.makeFirst(QStringLiteral("alice@example.net"), false);
        QVERIFY(fixture.isDone());
        QCOMPARE(first.size(), 1);
        QCOMPARE(fixture.at(0, ServiceListModel::AddressRole).toString(),
                 QStringLiteral("alice@example.net"));
        services.remove(QStringLiteral("alice@example.com"), false);
        QVERIFY(fixture.isDone());
        QCOMPARE(removed.size(), 1);
        QCOMPARE(services.services()->count(), 1);
        QVERIFY(services.errorText().isEmpty());
        for (const char* name : {"a.example", "b.example", "c.example", "d.example"}) {
            services.add(QString::fromLatin1(name), {});
            QVERIFY(fixture.isDone());
        }
        QVERIFY(services.isFull());
    }

    void oneThatCannotBeReachedIsAskedAbout()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        AccountServices& services = fixture.services();
        QSignalSpy unreachable(&services, &AccountServices::unreachable);
        QSignalSpy lost(&services, &AccountServices::firstLost);
        services.add(QStringLiteral("example.net"), {});
        QVERIFY(fixture.isDone());
        fixture.script().failNext(Fault::Offline);
        services.makeFirst(QStringLiteral("alice@example.net"), false);
        QVERIFY(fixture.isDone());
        QCOMPARE(lost.size(), 1);
        QVERIFY(services.errorText().isEmpty());
        services.makeFirst(QStringLiteral("alice@example.net"), true);
        QVERIFY(fixture.isDone());
        QVERIFY(fixture.at(0, ServiceListModel::AddressRole).toString().endsWith(QStringLiteral("net")));
        fixture.script().failNext(Fault::Offline);
        services.remove(QStringLiteral("alice@example.com"), false);
        QVERIFY(fixture.isDone());
        QCOMPARE(unreachable.size(), 1);
        QVERIFY(services.errorText().isEmpty());
        services.remove(QStringLiteral("alice@example.com"), true);
        QVERIFY(fixture.isDone());
        QCOMPARE(services.services()->count(), 1);
    }

    void failuresAreExplained()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        AccountServices& services = fixture.services();
        QStringList texts;
        for (const Fault fault : {Fault::NameTaken, Fault::Offline, Fault::Exists, Fault::Refused,
                                  Fault::TooLarge, Fault::Conflict, Fault::WrongService}) {
            fixture.script().failNext(fault);
            services.add(QStringLiteral("example.net"), {});
            QVERIFY(fixture.isDone());
            QVERIFY(!services.errorText().isEmpty());
            QVERIFY(!texts.contains(services.errorText()));
            texts.append(services.errorText());
        }
        services.forgetError();
        QVERIFY(services.errorText().isEmpty());
        QCOMPARE(services.services()->count(), 1);
    }

    void statesAreSaid()
    {
        Fixture fixture;
        QVERIFY(fixture.isOpen());
        using mesh::ServiceState;
        fixture.script().setServices({serviceIn(ServiceState::Unknown), serviceIn(ServiceState::InStep),
                                      serviceIn(ServiceState::Unreachable, Fault::Offline),
                                      serviceIn(ServiceState::Refuses, Fault::Forked)});
        fixture.services().refresh();
        QVERIFY(QTest::qWaitFor([&] { return fixture.services().services()->count() == 4; }));
        QStringList texts;
        for (int row = 0; row < 4; ++row) {
            const QString text = fixture.at(row, ServiceListModel::StateRole).toString();
            QVERIFY(!text.isEmpty() && !texts.contains(text));
            texts.append(text);
            QCOMPARE(fixture.at(row, ServiceListModel::TroubleRole).toBool(), row >= 2);
        }
        fixture.script().setServices({serviceIn(ServiceState::Refuses, Fault::Suspended)});
        fixture.services().refresh();
        QVERIFY(QTest::qWaitFor([&] { return fixture.services().services()->count() == 1; }));
        QVERIFY(fixture.at(0, ServiceListModel::StateRole).toString() != texts.back());
    }
};

QTEST_MAIN(AccountServicesTest)
#include "tst_account_services.moc"
