#include "core/mesh/two_services.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace mmm;
using namespace scenario;
using mesh::TrustKind;
using mesh::TrustLink;

namespace {

/// The link of a kind among those that the service shows now.
std::optional<TrustLink> shown(Desktop& desktop, TrustKind kind)
{
    const auto links = desktop->trust().serviceLinks({});
    if (!links)
        return std::nullopt;
    const auto found = std::ranges::find(*links, kind, &TrustLink::kind);
    return found == links->end() ? std::nullopt : std::optional(*found);
}

std::optional<TrustLink> statement(Desktop& desktop)
{
    return shown(desktop, TrustKind::Accreditation);
}

std::string accountOf(Desktop& desktop)
{
    const auto links = desktop->trust().links().value();
    return std::ranges::find(links, TrustKind::Account, &TrustLink::kind)->udf;
}

} // namespace

/// Who runs a service, by his own signed word (security 03 §2.6.17).
class TestServiceOperator : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// The file that an operator gives his service.
    std::filesystem::path fileOf(const std::string& statement)
    {
        const QString path = m_folder.filePath(QStringLiteral("accreditation.json"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(statement)) < 0)
            qFatal("cannot write");
        return path.toStdString();
    }
    void giveTo(World& world, const std::string& statement)
    {
        world.setAccreditation(statement.empty() ? std::filesystem::path() : fileOf(statement));
        world.stopService();
        world.startService();
    }

private slots:
    void contactsAreNamedAndNobodyElse()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(bob.open());
        QVERIFY(!alice->trust().accreditService("x")); // no account yet
        VERIFY_OK(alice.createMesh("alice", "Alice Example"));
        VERIFY_OK(bob.createMesh("bob", "Bob Example"));
        QVERIFY(!statement(bob)); // nobody says so: nothing to say
        QCOMPARE(alice->trust().accreditService("example.com").error().fault, Fault::Malformed);
        const auto stated = alice->trust().accreditService(bob->service().serviceUdf);
        VERIFY_OK(stated);
        giveTo(world, *stated);

        const auto own = statement(alice);
        QVERIFY(own && own->runBy && !own->fault);
        QVERIFY(own->runBy->isOwn && own->runBy->name.empty());
        const auto strange = statement(bob);
        QVERIFY(strange && strange->runBy && !strange->fault && strange->isCurrent);
        QVERIFY(!strange->runBy->isOwn && strange->runBy->name.empty() && strange->runBy->contactId.empty());
        QCOMPARE(strange->runBy->udf, accountOf(alice));
        QVERIFY(shown(bob, TrustKind::Operator)->name.empty());
        QVERIFY(!strange->payload.empty() && !strange->envelope.empty());
        QCOMPARE(strange->udf, bob->service().serviceUdf);

        QVERIFY(acquaint(bob, alice));
        const auto known = statement(bob);
        QVERIFY(known && known->runBy);
        QCOMPARE(known->runBy->name, std::string("Alice Example"));
        QVERIFY(!known->runBy->contactId.empty() && !known->formerlyRunBy);
        QCOMPARE(known->runBy->confirmed, mesh::Confirmed::Service);
        QCOMPARE(shown(bob, TrustKind::Operator)->name, std::string("Alice Example"));
        const auto by =
            std::ranges::find(known->signatures, std::string("operator"), &mesh::TrustSignature::signer);
        QVERIFY(by != known->signatures.end() && by->isGood);
    }

    void anotherOperatorIsAChangeThatIsTold()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        Desktop carol(world);
        for (const auto& [desktop, name] :
             {std::pair(&alice, "alice"), std::pair(&bob, "bob"), std::pair(&carol, "carol")}) {
            VERIFY_OK(desktop->open());
            VERIFY_OK(desktop->createMesh(name, name));
        }
        QVERIFY(acquaint(bob, alice));
        const std::string udf = bob->service().serviceUdf;
        giveTo(world, alice->trust().accreditService(udf).value());
        QVERIFY(statement(bob)->runBy);

        giveTo(world, carol->trust().accreditService(udf).value());
        for (int i = 0; i < 2; ++i) { // and again, until he has accepted it
            const auto changed = statement(bob);
            QVERIFY(changed && !changed->fault && changed->runBy && changed->formerlyRunBy);
            QCOMPARE(changed->runBy->udf, accountOf(carol));
            QCOMPARE(changed->formerlyRunBy->name, std::string("alice"));
        }
        QCOMPARE(bob->trust().acceptOperator({}).error().fault, Fault::NotFound);
        QCOMPARE(bob->trust().acceptOperator(accountOf(alice)).error().fault, Fault::NotFound);
        VERIFY_OK(bob->trust().acceptOperator(accountOf(carol)));
        QVERIFY(statement(bob)->runBy && !statement(bob)->formerlyRunBy);
        // alice never saw her own leave: she was not there
        QVERIFY(statement(alice)->runBy && !statement(alice)->formerlyRunBy);

        giveTo(world, {});
        const auto gone = statement(bob);
        QVERIFY(gone && gone->fault && gone->fault->fault == Fault::Missing && gone->envelope.empty());
        QVERIFY(gone->formerlyRunBy && !gone->runBy);
        VERIFY_OK(bob->trust().acceptOperator({}));
        QVERIFY(!statement(bob));
    }

    void aWrongStatementIsNamedAndTheServiceStaysTheSame()
    {
        World world;
        World elsewhere("example.org");
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(bob.open());
        VERIFY_OK(alice.createMesh("alice", "Alice Example"));
        VERIFY_OK(bob.createMesh("bob", "Bob Example"));
        QVERIFY(acquaint(bob, alice));
        Desktop dora(elsewhere);
        VERIFY_OK(dora.open());
        VERIFY_OK(dora.createMesh("dora", "Dora Example"));
        const std::string udf = bob->service().serviceUdf;
        const std::string good = alice->trust().accreditService(udf).value();
        const std::string other = alice->trust().accreditService(dora->service().serviceUdf).value();
        const auto showing = [&](const std::string& text) {
            world.showAccreditation(copyOf(bytesOf(text)));
            world.stopService();
            world.startService();
            return statement(bob);
        };
        const auto faultOf = [&](const std::string& text) {
            const auto link = showing(text);
            return link && link->fault && !link->runBy ? link->fault->fault : Fault::Internal;
        };
        QCOMPARE(faultOf(other), Fault::Contradiction);
        QVERIFY(shown(bob, TrustKind::Operator)); // whose it is may be seen all the same
        QVERIFY(!shown(bob, TrustKind::Service)->fault);
        QCOMPARE(faultOf("hello"), Fault::Malformed);
        QVERIFY(faultOf(good.substr(0, good.size() / 2)) != Fault::Internal);
        QCOMPARE(faultOf(good + std::string(32U << 10U, ' ')), Fault::TooLarge);
        QCOMPARE(faultOf("{\"Hello\":{}}"), Fault::WrongType);
        QVERIFY(!bob->trust().acceptOperator(accountOf(alice)));
        // the service is used as before
        VERIFY_OK(bob.account().bookmarks().add(bookmark("one", "https://example.com/")));
        QVERIFY(bob.settles());

        const auto right = showing(good);
        QVERIFY(right && right->runBy);
        QCOMPARE(right->runBy->name, std::string("Alice Example"));
        // wrong again: the operator of before is told beside it
        QVERIFY(showing(other)->formerlyRunBy);
        QCOMPARE(statement(bob)->formerlyRunBy->name, std::string("Alice Example"));
    }

    void aKeyThatWasWithdrawnStatesNothing()
    {
        World world;
        Desktop alice(world);
        Desktop laptop(world);
        Desktop bob(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(laptop.open());
        VERIFY_OK(bob.open());
        VERIFY_OK(alice.createMesh("alice", "Alice Example"));
        VERIFY_OK(bob.createMesh("bob", "Bob Example"));
        VERIFY_OK(laptop.join(alice, "Laptop"));
        const std::string udf = bob->service().serviceUdf;
        QCOMPARE(laptop->trust().accreditService(udf).error().fault, Fault::NotAuthorised);
        const std::string before = alice->trust().accreditService(udf).value();
        giveTo(world, before);
        QVERIFY(statement(alice)->runBy);

        std::string laptopUdf;
        QVERIFY(eventually([&] { return alice->devices().value().size() == 2; }));
        const auto devices = alice->devices().value();
        for (const mesh::DeviceInfo& device : devices) {
            if (!device.isThisDevice)
                laptopUdf = device.udf;
        }
        VERIFY_OK(alice->grantAdministration(laptopUdf));
        QVERIFY(eventually([&] { return laptop->trust().accreditService(udf).has_value(); }));
        const std::string byLaptop = laptop->trust().accreditService(udf).value();
        VERIFY_OK(alice->disconnectDevice(laptopUdf));
        QVERIFY(alice.settles());

        // alice knows her present keys; what the laptop signed, or any key of then, counts no more
        giveTo(world, byLaptop);
        const auto stale = statement(alice);
        QVERIFY(stale && stale->fault && stale->fault->fault == Fault::NotAuthorised);
        // bob, who has heard of her present keys, holds it to them
        const std::string now = alice->trust().accreditService(udf).value();
        giveTo(world, now);
        QVERIFY(statement(bob)->runBy);
        giveTo(world, byLaptop);
        const auto held = statement(bob);
        QVERIFY(held && held->fault && held->fault->fault == Fault::NotAuthorised);
        giveTo(world, now);
        QVERIFY(statement(bob)->runBy && !statement(bob)->formerlyRunBy);
    }
};

QTEST_GUILESS_MAIN(TestServiceOperator)
#include "tst_service_operator.moc"
