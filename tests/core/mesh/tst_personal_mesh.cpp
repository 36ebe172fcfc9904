#include "core/mesh/scenario.h"
#include "udf/strong_name.h"

#include <QTest>

#include <condition_variable>

using namespace mmm;
using namespace scenario;

namespace {

/// Lets a test look at a device each time that it says how far its first exchange is: the exchange waits.
class Arrival final : public mesh::Observer
{
public:
    void syncChanged(const mesh::SyncState& state) override
    {
        std::unique_lock lock(m_mutex);
        if (m_isOver)
            return;
        m_isOver = state.phase == mesh::SyncPhase::Idle || state.progress >= 1;
        m_told = state.progress;
        m_changed.notify_all();
        m_changed.wait_for(lock, std::chrono::seconds(30), [this] { return !m_told.has_value(); });
    }
    /// What was told next; none once all is there.
    std::optional<double> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::chrono::seconds(60), [this] { return m_told.has_value(); });
        return m_isOver ? std::nullopt : m_told;
    }
    void goOn()
    {
        const std::scoped_lock lock(m_mutex);
        m_told.reset();
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<double> m_told;
    bool m_isOver = false;
};

} // namespace

class TestPersonalMesh : public QObject
{
    Q_OBJECT
private slots:
    void createsAndReopens()
    {
        World world;
        Desktop alice(world);
        VERIFY_OK(alice.open());
        QCOMPARE(alice->stage(), mesh::Stage::New);
        VERIFY_OK(alice.createMesh("alice"));
        QCOMPARE(alice->stage(), mesh::Stage::Ready);
        QVERIFY(alice->isAdministrator());
        VERIFY_OK(alice.account().bookmarks().add(bookmark("Mesh", "https://mesh.example/", "Work/Mesh")));
        QVERIFY(eventually([&] {
            return alice->syncState().phase == mesh::SyncPhase::Idle && alice->syncState().pending == 0;
        }));
        QCOMPARE(alice->devices().value().size(), 1U);
        alice.close();
        VERIFY_OK(alice.open());
        QCOMPARE(alice->stage(), mesh::Stage::Ready);
        QCOMPARE(alice.account().bookmarks().size(), 1U);
        QCOMPARE(alice.account().contacts().size(), 1U);
    }

    void locksAndOpensAgain()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        QVERIFY(!first->unlock({}));
        const auto offer = mesh::ConnectionOffer::parse(first->issuePin().value().text.text());
        VERIFY_OK(offer);
        VERIFY_OK(second.join(*offer, "Second desktop"));

        const std::string text = "a draft with a password";
        const auto drafts = first->lock(Secret(bytesOf(text)));
        VERIFY_OK(drafts);
        QCOMPARE(first->stage(), mesh::Stage::Locked);
        QVERIFY(std::string(textOf(*drafts)).find("password") == std::string::npos);
        QVERIFY(first->account() == nullptr);
        QVERIFY(!first->isAdministrator());
        QCOMPARE(first->devices().error().fault, Fault::Unsupported);
        QVERIFY(!first->lock({}));
        // what another device writes meanwhile is there afterwards
        VERIFY_OK(second.account().bookmarks().add(bookmark("Two", "https://two.example/")));
        QVERIFY(eventually([&] { return second->syncState().pending == 0; }));

        Bytes altered = *drafts;
        altered.back() ^= 1;
        const auto none = first->unlock(altered);
        VERIFY_OK(none);
        QVERIFY(none->empty());
        QCOMPARE(first->stage(), mesh::Stage::Ready);

        VERIFY_OK(first->lock({}));
        first.keys->setLocked(true, true);
        const auto refused = first->unlock(*drafts);
        QVERIFY(!refused);
        QCOMPARE(refused.error().fault, Fault::KeychainRefused);
        QCOMPARE(first->stage(), mesh::Stage::Locked);
        QVERIFY(first->account() == nullptr);
        first.keys->setLocked(false);
        const auto opened = first->unlock(*drafts);
        VERIFY_OK(opened);
        QCOMPARE(std::string(opened->text()), text);
        first->startSync();
        QVERIFY(eventually([&] { return first.account().bookmarks().size() == 1; }));
        VERIFY_OK(first.account().bookmarks().add(bookmark("One", "https://one.example/")));
        QVERIFY(eventually([&] { return second.account().bookmarks().size() == 2; }));
    }

    void refusesATakenName()
    {
        World world;
        Desktop alice(world);
        Desktop other(world);
        VERIFY_OK(alice.open());
        VERIFY_OK(other.open());
        VERIFY_OK(alice.createMesh("alice"));
        const Status taken = other.createMesh("Alice");
        QVERIFY(!taken);
        QCOMPARE(taken.error().fault, Fault::NameTaken);
        QCOMPARE(other->stage(), mesh::Stage::New);
        QCOMPARE(other.createMesh("no spaces please").error().fault, Fault::NameInvalid);
        VERIFY_OK(other.createMesh("bob"));
    }

    void pairsByPinAndSharesEntries()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(first.account().bookmarks().add(bookmark("One", "https://one.example/", "One")));
        const auto pin = first->issuePin();
        VERIFY_OK(pin);
        const auto offer = mesh::ConnectionOffer::parse(pin->text.text());
        VERIFY_OK(offer);
        VERIFY_OK(second.join(*offer, "Second desktop"));
        QCOMPARE(second->stage(), mesh::Stage::Ready);
        QVERIFY(!second->isAdministrator());
        QVERIFY(eventually([&] { return second.account().bookmarks().size() == 1; }));
        VERIFY_OK(second.account().bookmarks().add(bookmark("Two", "https://two.example/", "Two")));
        QVERIFY(eventually([&] { return first.account().bookmarks().size() == 2; }));
        QVERIFY(eventually([&] { return first->devices().value().size() == 2; }));

        schema::CatalogedCredential credential;
        credential.protocol = "https";
        credential.service = "example.com";
        credential.username = "alice";
        credential.password = {SharedSecret(Secret(bytesOf("correct horse")))};
        const auto id = first.account().credentials().add(credential);
        VERIFY_OK(id);
        QVERIFY(eventually([&] { return second.account().credentials().size() == 1; }));
        QCOMPARE(second.account().credentials().read(*id).value().entry.password.secret.text(),
                 "correct horse");
        QCOMPARE(second.account().credentials().search("EXAM").size(), 1U);

        schema::CatalogedNetwork network;
        network.protocol = "wifi";
        network.service = "Home";
        network.security = "wpa3";
        network.password = {SharedSecret(Secret(bytesOf("correct horse")))};
        const auto networkId = first.account().networks().add(network);
        VERIFY_OK(networkId);
        QCOMPARE(*networkId, std::string("wifi:Home"));
        QVERIFY(eventually([&] { return second.account().networks().size() == 1; }));
        QVERIFY(second.account().networks().read(*networkId)->entry == network);
        network.security = "wpa2";
        VERIFY_OK(second.account().networks().update(*networkId, network));
        QVERIFY(eventually([&] { return first.account().networks().read(*networkId)->entry == network; }));

        schema::CatalogedApplicationMail mail;
        mail.accountAddress = {"alice@example.com"};
        mail.inbound.resize(1);
        mail.inbound.front().password = {SharedSecret(Secret(bytesOf("correct horse")))};
        mail.smimeEncrypt.emplace().x509Certificate = {1, 2, 3};
        mail.smimeKey = {SharedSecret(Secret(bytesOf("a key")))};
        const auto mailId = first.account().mailAccounts().add(mail);
        VERIFY_OK(mailId);
        mail.key = *mailId;
        QVERIFY(eventually([&] { return second.account().mailAccounts().size() == 1; }));
        QVERIFY(second.account().mailAccounts().read(*mailId)->entry == mail);
        second.account().mailAccounts().visit([](const auto& row) {
            QCOMPARE(row.entry.accountAddress, std::vector<std::string>{"alice@example.com"});
            QVERIFY(row.entry.smimeKey.secret.empty());
        });
        QCOMPARE(second.account().sshProfiles().size(), 0U);

        // a PIN is used once
        Desktop third(world);
        VERIFY_OK(third.open());
        VERIFY_OK(third->requestConnection(*offer, "Third"));
        QVERIFY(eventually([&] {
            const auto pending = first->pendingRequests();
            return pending && pending->size() == 1 && pending->front().pin == mesh::PinProof::Used;
        }));
    }

    void connectsByComparingWitnesses()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        mesh::ConnectionOffer offer;
        offer.account = "alice@example.com";
        VERIFY_OK(second->requestConnection(offer, "Tablet"));
        QVERIFY(eventually([&] { return first->pendingRequests().value().size() == 1; }));
        const auto pending = first->pendingRequests().value().front();
        QCOMPARE(pending.deviceName, "Tablet");
        QCOMPARE(pending.witness, second->ownRequest()->witness);
        VERIFY_OK(first->rejectRequest(pending.messageId));
        QCOMPARE(second->awaitConnection().error().fault, Fault::Refused);
        VERIFY_OK(second->abandonConnection());
        QCOMPARE(second->stage(), mesh::Stage::New);

        VERIFY_OK(second->requestConnection(offer, "Tablet"));
        QVERIFY(eventually([&] { return first->pendingRequests().value().size() == 1; }));
        // with a right from the start, which the device finds when it collects its keys
        const auto again = first->pendingRequests().value().front();
        VERIFY_OK(first->acceptRequest(again.messageId));
        VERIFY_OK(first->grantAdministration(again.deviceUdf));
        VERIFY_OK(second->awaitConnection());
        QCOMPARE(second->stage(), mesh::Stage::Ready);
        QVERIFY(eventually([&] { return second->isAdministrator(); }));
    }

    void aStrongNameIsHeldToTheAccount()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        Desktop third(world);
        for (Desktop* desktop : {&first, &second, &third})
            VERIFY_OK(desktop->open());
        VERIFY_OK(first.createMesh("alice"));
        const std::string meshUdf = first->recovery().state().meshUdf;
        const std::string accountUdf = first.account().udf();
        const auto named = [](const std::string& udf) {
            return udf::StrongName{"alice@example.com", udf::Udf::parse(udf).value()}.print();
        };
        const auto offer = [&](const std::string& account) {
            auto made = mesh::ConnectionOffer::parse(first->issuePin().value().text.text()).value();
            made.account = account;
            return mesh::ConnectionOffer::parse(made.toText().text()).value();
        };

        // somebody else's fingerprint: nobody is asked, and nothing stays
        const std::string another = first->service().serviceUdf;
        const auto before = second.keys->size();
        QCOMPARE(second->requestConnection(offer(named(another)), "Second").error().fault,
                 Fault::Contradiction);
        QCOMPARE(second->stage(), mesh::Stage::New);
        QCOMPARE(second.keys->size(), before);
        QVERIFY(!second->ownRequest());
        QVERIFY(first.settles());
        QVERIFY(first->pendingRequests().value().empty());
        mesh::ConnectionOffer nothing;
        nothing.account = "alice@mm--nonsense.example.com";
        QCOMPARE(second->requestConnection(nothing, "Second").error().fault, Fault::NameInvalid);

        VERIFY_OK(second.join(offer(named(meshUdf)), "Second"));
        VERIFY_OK(third.join(offer("Alice@example.com.mm--" + accountUdf), "Third"));
        for (Desktop* joined : {&second, &third}) {
            QCOMPARE((*joined)->stage(), mesh::Stage::Ready);
            QCOMPARE(joined->account().address(), "alice@example.com");
            QCOMPARE((*joined)->service().domain, "example.com");
        }
    }

    void manyEntriesCanBeReadWhileTheRestArrives()
    {
        constexpr std::size_t many = 3000;
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        // written little by little, as people do: what was written at once is shown at once
        constexpr std::size_t atOnce = 100;
        for (std::size_t i = 0; i < many; i += atOnce) {
            std::vector<schema::CatalogedBookmark> entries;
            for (std::size_t k = i; k < i + atOnce; ++k)
                entries.push_back(
                    bookmark("Page " + std::to_string(k), "https://example.com/" + std::to_string(k)));
            VERIFY_OK(first.account().bookmarks().addAll(entries));
        }
        QVERIFY(first.settles());

        Arrival arrival;
        second->addObserver(&arrival);
        VERIFY_OK(second.join(first, "Second"));
        std::vector<double> told;
        std::size_t before = 0;
        bool isReadEarly = false;
        while (const auto share = arrival.next()) {
            QCOMPARE(second->syncState().progress, *share);
            if (*share > 0) {
                QVERIFY2(told.empty() || *share > told.back(), "what has arrived does not grow");
                told.push_back(*share);
            }
            const std::size_t here = second.account().bookmarks().size();
            QVERIFY(here >= before && here <= many);
            before = here;
            if (here > 0 && here < many && !isReadEarly) {
                const auto found = second.account().bookmarks().search("page 7");
                QVERIFY(!found.empty());
                VERIFY_OK(second.account().bookmarks().read(found.front()));
                isReadEarly = true;
            }
            arrival.goOn();
        }
        arrival.goOn();
        QVERIFY(isReadEarly);
        QVERIFY(told.size() > 3);
        QVERIFY(told.front() > 0 && told.back() < 1);
        QVERIFY(eventually([&] { return second.account().bookmarks().size() == many; }));
        second->removeObserver(&arrival);
    }

    void refusesAWrongPin()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(first->issuePin());
        auto offer = mesh::ConnectionOffer::parse("mcu://alice@example.com/NCAX-BVXY-5O3Y-CPZS-OU").value();
        VERIFY_OK(second->requestConnection(offer, "Stranger"));
        QVERIFY(eventually([&] { return first->pendingRequests().value().size() == 1; }));
        QCOMPARE(first->pendingRequests().value().front().pin, mesh::PinProof::Wrong);
        // whoever accepts without knowing the PIN is not believed
        VERIFY_OK(first->acceptRequest(first->pendingRequests().value().front().messageId));
        QCOMPARE(second->awaitConnection().error().fault, Fault::WrongPin);
    }

    void editsOfflineOnBothSidesMergeOrShowAConflict()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        const auto id =
            first.account().bookmarks().add(bookmark("Title", "https://a.example/", "Path")).value();
        VERIFY_OK(second.join(first, "Second"));
        QVERIFY(eventually([&] { return second.account().bookmarks().size() == 1; }));
        QVERIFY(eventually([&] { return second->syncState().phase == mesh::SyncPhase::Idle; }));
        world.stopService();
        VERIFY_OK(
            first.account().bookmarks().update(id, bookmark("New title", "https://a.example/", "Path")));
        VERIFY_OK(second.account().bookmarks().update(id, bookmark("Title", "https://b.example/", "Path")));
        world.startService();
        QVERIFY(eventually(
            [&] {
                const auto a = first.account().bookmarks().read(id);
                const auto b = second.account().bookmarks().read(id);
                return a && b && a->entry.title == "New title" && a->entry.uri == "https://b.example/" &&
                       b->entry == a->entry;
            },
            90000));

        world.stopService();
        VERIFY_OK(first.account().bookmarks().update(id, bookmark("Mine", "https://b.example/", "Path")));
        VERIFY_OK(second.account().bookmarks().update(id, bookmark("Yours", "https://b.example/", "Path")));
        world.startService();
        QVERIFY(eventually(
            [&] {
                return first.account().bookmarks().conflicts().size() +
                           second.account().bookmarks().conflicts().size() ==
                       1;
            },
            90000));
        Desktop& loser = first.account().bookmarks().conflicts().empty() ? second : first;
        const auto conflict = loser.account().bookmarks().conflicts().front();
        QVERIFY(conflict.mine && conflict.theirs);
        VERIFY_OK(loser.account().bookmarks().resolve(id, conflict.mine));
        QVERIFY(eventually(
            [&] {
                return first.account().bookmarks().read(id)->entry == *conflict.mine &&
                       second.account().bookmarks().read(id)->entry == *conflict.mine;
            },
            90000));
    }

    void wrongClocksDoNoHarm()
    {
        World world;
        Desktop first(world);
        Desktop second(world);
        first.clock->shift = 24 * 3600;
        VERIFY_OK(first.open());
        VERIFY_OK(second.open());
        VERIFY_OK(first.createMesh("alice"));
        VERIFY_OK(second.join(
            mesh::ConnectionOffer::parse(first->issuePin(std::chrono::hours(72))->text.text()).value(),
            "Second"));
        VERIFY_OK(first.account().bookmarks().add(bookmark("One", "https://one.example/", "One")));
        QVERIFY(eventually([&] { return second.account().bookmarks().size() == 1; }));
    }
};

QTEST_GUILESS_MAIN(TestPersonalMesh)
#include "tst_personal_mesh.moc"
