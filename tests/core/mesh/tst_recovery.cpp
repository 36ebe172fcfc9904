#include "core/mesh/scenario.h"

#include "udf/strong_name.h"

#include <QTest>

using namespace mmm;
using namespace scenario;
using mesh::EscrowShare;
using mesh::ShareVerdict;

namespace {

/// As a person copies it from a page: the bare text, in lower case, with blanks instead of dashes.
EscrowShare typed(const EscrowShare& share)
{
    std::string text(share.text.text());
    for (char& c : text)
        c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
    return EscrowShare::parse(text).value();
}

EscrowShare scanned(const EscrowShare& share)
{
    return EscrowShare::parse(share.uri().text()).value();
}

/// The same share with one character misread.
EscrowShare misread(const EscrowShare& share)
{
    std::string text(share.text.text());
    char& c = text[text.size() / 2] == '-' ? text[text.size() / 2 + 1] : text[text.size() / 2];
    c = c == 'A' ? 'B' : 'A';
    return EscrowShare::parse(text).value();
}

mesh::RecoverMesh recoveryOf(std::vector<EscrowShare> shares,
                             const std::string& account = "alice@example.com")
{
    mesh::RecoverMesh recover;
    recover.shares = std::move(shares);
    recover.account = account;
    recover.deviceName = "New desktop";
    return recover;
}

std::vector<EscrowShare> makeShares(Desktop& desktop, unsigned threshold = 2, unsigned count = 3)
{
    return desktop->recovery().makeShares({threshold, count, mesh::RecordPlace::None})->shares;
}

/// Whether everything that was entered so far has reached the service.
bool isUploaded(Desktop& desktop)
{
    desktop->syncNow();
    return eventually([&] {
        bool isPending = false;
        desktop.account().bookmarks().visit([&](const auto& row) { isPending = isPending || row.pending; });
        return !isPending;
    });
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void recoversFromTwoOfThreeOnABlankMachine()
    {
        World world;
        std::vector<EscrowShare> shares;
        std::string meshUdf;
        {
            Desktop lost(world);
            VERIFY_OK(lost.open());
            VERIFY_OK(lost.createMesh("alice"));
            VERIFY_OK(lost.account().bookmarks().add(bookmark("Mesh", "https://mesh.example/", "Work")));
            shares = makeShares(lost);
            meshUdf = lost->recovery().state().meshUdf;
            QVERIFY(isUploaded(lost));
        }
        Desktop blank(world);
        VERIFY_OK(blank.open());
        VERIFY_OK(blank->recover(recoveryOf({typed(shares[2]), scanned(shares[0])})));
        QCOMPARE(blank->stage(), mesh::Stage::Ready);
        QVERIFY(blank->isAdministrator());
        QCOMPARE(blank->recovery().state().meshUdf, meshUdf);
        QCOMPARE(blank.account().bookmarks().size(), 1U);
        QCOMPARE(blank.account().contacts().size(), 1U);
        // it administers: another device is connected, and the lost one is shut out, master key included
        blank->startSync();
        Desktop second(world);
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(blank, "Second"));
        QVERIFY(eventually([&] { return second.account().bookmarks().size() == 1; }));
        const auto devices = blank->devices().value();
        QCOMPARE(devices.size(), 3U);
        for (const auto& device : devices) {
            if (device.name == "First desktop")
                VERIFY_OK(blank->disconnectDevice(device.udf));
        }
        QCOMPARE(blank->devices().value().size(), 2U);
        // and it is there after a restart
        blank.close();
        VERIFY_OK(blank.open());
        QCOMPARE(blank->stage(), mesh::Stage::Ready);
        QCOMPARE(blank.account().bookmarks().size(), 1U);
    }

    void otherDevicesStayConnected()
    {
        World world;
        Desktop first(world);
        VERIFY_OK(first.open());
        VERIFY_OK(first.createMesh("alice"));
        const auto shares = makeShares(first);
        Desktop blank(world);
        VERIFY_OK(blank.open());
        VERIFY_OK(blank->recover(recoveryOf({shares[0], shares[1]})));
        blank->startSync();
        VERIFY_OK(blank.account().bookmarks().add(bookmark("New", "https://new.example/", "New")));
        QVERIFY(eventually([&] { return first.account().bookmarks().size() == 1; }));
        QVERIFY(first->isAdministrator());
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
    }

    void aWrongShareIsNamed()
    {
        World world;
        Desktop first(world);
        VERIFY_OK(first.open());
        VERIFY_OK(first.createMesh("alice"));
        const auto shares = makeShares(first);
        // with a further share it is clear which one is wrong
        const std::vector<EscrowShare> mixed{misread(shares[0]), scanned(shares[1]), typed(shares[2])};
        const auto judgement = mesh::judgeShares(mixed);
        QCOMPARE(judgement.verdicts[0], ShareVerdict::Wrong);
        QCOMPARE(judgement.verdicts[1], ShareVerdict::Fits);
        QCOMPARE(judgement.verdicts[2], ShareVerdict::Fits);
        QVERIFY(!judgement.secret.empty());
        QVERIFY(misread(shares[0]).checkCode() != shares[0].checkCode());
        QCOMPARE(typed(shares[0]).checkCode(), shares[0].checkCode());
        // without one, only that there is one
        const auto two = mesh::judgeShares({misread(shares[0]), scanned(shares[1])});
        QVERIFY(two.isWrongTogether);
        Desktop blank(world);
        VERIFY_OK(blank.open());
        const Status refused = blank->recover(recoveryOf({misread(shares[0]), typed(shares[1])}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().fault, Fault::BadShare);
        QCOMPARE(blank->recover(recoveryOf({shares[0]})).error().fault, Fault::NotYet);
        QCOMPARE(blank->stage(), mesh::Stage::New);
        QCOMPARE(first->recovery().checkShare(scanned(shares[0])).standing, mesh::ShareStanding::OfThisSet);
        EscrowShare altered = misread(shares[0]);
        altered.set = shares[0].set;
        QCOMPARE(first->recovery().checkShare(altered).standing, mesh::ShareStanding::Altered);
        VERIFY_OK(blank->recover(recoveryOf(mixed)));
    }

    void sharesOfAnotherSetAndAnotherMeshAreNamed()
    {
        World world;
        Desktop alice(world);
        Desktop bob(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(bob.open());
        VERIFY_OK(alice.createMesh("alice"));
        VERIFY_OK(bob.createMesh("bob"));
        const auto old = makeShares(alice);
        const auto fresh = makeShares(alice);
        const auto others = makeShares(bob);
        const auto scannedOnes = mesh::judgeShares({scanned(fresh[0]), scanned(old[1]), scanned(others[2])});
        QCOMPARE(scannedOnes.verdicts[1], ShareVerdict::OtherSet);
        QCOMPARE(scannedOnes.verdicts[2], ShareVerdict::OtherMesh);
        QCOMPARE(scannedOnes.fitting, 1U);
        // typed ones say nothing of their set: the numbers prove it
        const auto typedOnes = mesh::judgeShares({typed(fresh[0]), typed(old[1]), typed(fresh[2])});
        QCOMPARE(typedOnes.verdicts[1], ShareVerdict::Wrong);
        QVERIFY(!typedOnes.secret.empty());
        QCOMPARE(mesh::judgeShares({fresh[0], typed(fresh[0])}).verdicts[1], ShareVerdict::Repeated);
        QCOMPARE(mesh::judgeShares({typed(fresh[0]), typed(old[0])}).verdicts[1], ShareVerdict::Contradicts);
        QCOMPARE(alice->recovery().checkShare(scanned(others[0])).standing, mesh::ShareStanding::OtherMesh);
        QCOMPARE(alice->recovery().checkShare(typed(others[0])).standing, mesh::ShareStanding::Unknown);
        // good shares for the wrong account
        Desktop blank(world);
        VERIFY_OK(blank.open());
        const Status wrong = blank->recover(recoveryOf({others[0], others[1]}));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().fault, Fault::BadShare);
        QCOMPARE(blank->recover(recoveryOf({old[0], old[1]}, "nobody@example.com")).error().fault,
                 Fault::NotFound);
        QCOMPARE(blank->stage(), mesh::Stage::New);
        VERIFY_OK(blank->recover(recoveryOf({old[0], old[1]})));
    }

    void recoversAfterTheAccountsKeyWasRotated()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        const auto shares = makeShares(first);
        VERIFY_OK(first.account().bookmarks().add(bookmark("Before", "https://before.example/", "Before")));
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        const auto devices = first->devices().value();
        for (const auto& device : devices) {
            if (!device.isThisDevice)
                VERIFY_OK(first->disconnectDevice(device.udf));
        }
        VERIFY_OK(first.account().bookmarks().add(bookmark("After", "https://after.example/", "After")));
        QVERIFY(isUploaded(first));
        Desktop blank(world);
        VERIFY_OK(blank.open());
        VERIFY_OK(blank->recover(recoveryOf({shares[1], shares[2]})));
        QCOMPARE(blank.account().bookmarks().size(), 2U);
    }

    void recoversAfterAnAdministratorLeft()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        const auto shares = makeShares(first);
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        std::string secondUdf;
        const auto devices = first->devices().value();
        for (const auto& device : devices) {
            if (!device.isThisDevice)
                secondUdf = device.udf;
        }
        VERIFY_OK(first->grantAdministration(secondUdf));
        QVERIFY(eventually([&] { return second->isAdministrator(); }));
        VERIFY_OK(first->disconnectDevice(secondUdf));
        VERIFY_OK(first.account().bookmarks().add(bookmark("After", "https://after.example/", "After")));
        QVERIFY(isUploaded(first));
        // the mesh has another encryption key since: shares of before bring that one back, too
        Desktop blank(world);
        VERIFY_OK(blank.open());
        VERIFY_OK(blank->recover(recoveryOf({shares[0], shares[2]})));
        QCOMPARE(blank.account().bookmarks().size(), 1U);
    }

    void theMasterKeyCanBeMovedAway()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        QCOMPARE(first->recovery().state().master, mesh::MasterPlace::Seed);
        const auto shares = makeShares(first);
        QCOMPARE(first->recovery().state().sets.size(), 1U);
        QCOMPARE(first->recovery().moveMasterAway({shares[0]}).error().fault, Fault::NotYet);
        QCOMPARE(first->recovery().moveMasterAway({misread(shares[0]), shares[1]}).error().fault,
                 Fault::BadShare);
        VERIFY_OK(first->recovery().moveMasterAway({shares[0], shares[1]}));
        QCOMPARE(first->recovery().state().master, mesh::MasterPlace::Elsewhere);
        QCOMPARE(first->recovery().makeShares({}).error().fault, Fault::NotAuthorised);
        // what it is not needed for works on
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));
        std::string secondUdf;
        const auto devices = first->devices().value();
        for (const auto& device : devices) {
            if (!device.isThisDevice)
                secondUdf = device.udf;
        }
        QCOMPARE(first->grantAdministration(secondUdf).error().fault, Fault::NotAuthorised);
        VERIFY_OK(first->recovery().lendMaster({shares[2], shares[0]}));
        QVERIFY(first->recovery().state().isLent);
        VERIFY_OK(first->grantAdministration(secondUdf));
        QVERIFY(!first->recovery().state().isLent);
        QVERIFY(eventually([&] { return second->isAdministrator(); }));
        // a holder was lost: shares bring the seed back for a new set, once
        VERIFY_OK(first->recovery().lendMaster({shares[2], shares[1]}));
        const auto renewed = first->recovery().makeShares({3, 4, mesh::RecordPlace::None, {"Anna", "Ben"}});
        VERIFY_OK(renewed);
        QVERIFY(!first->recovery().state().isLent);
        QCOMPARE(first->recovery().makeShares({}).error().fault, Fault::NotAuthorised);
        const auto known = first->recovery().checkShare(renewed->shares[1]);
        QCOMPARE(known.standing, mesh::ShareStanding::OfThisSet);
        QCOMPARE(known.holder, std::string("Ben"));
        QCOMPARE(first->recovery().state().sets.back().holders.size(), 4U);
        QVERIFY(mesh::judgeShares({renewed->shares[0], renewed->shares[1], renewed->shares[3]}).secret ==
                mesh::judgeShares({shares[0], shares[1]}).secret);
        // what is lent does not outlive a lock
        VERIFY_OK(first->recovery().lendMaster({shares[2], shares[1]}));
        VERIFY_OK(first->lock(Secret()));
        VERIFY_OK(first->unlock({}));
        QVERIFY(!first->recovery().state().isLent);
        first.close();
        VERIFY_OK(first.open());
        QCOMPARE(first->recovery().state().master, mesh::MasterPlace::Elsewhere);
    }

    void recoversThroughAnEscrowRecord_data()
    {
        QTest::addColumn<bool>("atService");
        QTest::newRow("at the service") << true;
        QTest::newRow("as a file") << false;
    }
    void recoversThroughAnEscrowRecord()
    {
        QFETCH(const bool, atService);
        World world;
        Desktop first(world);
        VERIFY_OK(first.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(first.account().bookmarks().add(bookmark("Mesh", "https://mesh.example/", "Work")));
        const auto made = first->recovery().makeShares(
            {3, 5, atService ? mesh::RecordPlace::Service : mesh::RecordPlace::File});
        VERIFY_OK(made);
        QCOMPARE(made->record.empty(), atService);
        QVERIFY(isUploaded(first));
        Desktop blank(world);
        VERIFY_OK(blank.open());
        auto recover = recoveryOf({made->shares[0], typed(made->shares[3]), misread(made->shares[4])});
        recover.record = made->record;
        QCOMPARE(blank->recover(recover).error().fault, Fault::BadShare);
        recover.shares = {made->shares[0], typed(made->shares[3]), made->shares[4]};
        VERIFY_OK(blank->recover(recover));
        QCOMPARE(blank.account().bookmarks().size(), 1U);
        QCOMPARE(blank->recovery().state().master, mesh::MasterPlace::RandomKey);
    }

    void aStrongNameIsHeldToTheMesh()
    {
        World world;
        Desktop alice(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.createMesh("alice"));
        const auto shares = makeShares(alice);
        const udf::StrongName strong{"alice@example.com",
                                     udf::Udf::parse(alice->recovery().state().meshUdf).value()};
        Desktop blank(world);
        VERIFY_OK(blank.open());
        const auto account = alice->account()->udf();
        const udf::StrongName wrong{"alice@example.com", udf::Udf::parse(account).value()};
        QCOMPARE(blank->recover(recoveryOf({shares[0], shares[1]}, wrong.print())).error().fault,
                 Fault::BadShare);
        VERIFY_OK(blank->recover(recoveryOf({shares[0], shares[1]}, strong.print())));
    }

    void sharesThatAreNone()
    {
        for (const char* text : {"", "udf:", "udf:NCAX-BVXY-5O3Y-CPZS-OU", "hello", "udf://example.com/EAAA",
                                 "SAAA", "https://example.com/"})
            QVERIFY2(!EscrowShare::parse(text), text);
        QVERIFY(!EscrowShare::parse(std::string(5000, 'A')));
        QVERIFY(mesh::judgeShares({}).secret.empty());
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
