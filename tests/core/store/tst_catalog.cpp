#include "support/failing_file_system.h"
#include "support/store_fixture.h"

#include "dare/binding.h"
#include "dare/sequence_keys.h"
#include "store/typed_catalog.h"

#include <QTest>

using namespace mmm;
using namespace mmm::test;
using store::Deviation;

#define QVERIFY_OK(...)                                                                                      \
    do {                                                                                                     \
        const auto& outcome = (__VA_ARGS__);                                                                 \
        QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().detail.c_str());                        \
    } while (false)

class TestCatalog : public QObject
{
    Q_OBJECT

private slots:
    void keepsChangesOverARestart()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/data"};
        QVERIFY_OK(device.open());
        QVERIFY_OK(device.catalog->put("a", credential("example.com", "alice", "one")));
        QVERIFY_OK(device.catalog->put("b", credential("example.org", "bob", "two")));
        QVERIFY_OK(device.catalog->put("a", credential("example.com", "alice", "three")));
        QVERIFY_OK(device.catalog->remove("b"));
        QCOMPARE(device.catalog->size(), 1U);
        QCOMPARE(device.catalog->remove("b").error().fault, Fault::NotFound);
        disk.restart();
        QVERIFY_OK(device.open());
        QVERIFY(device.catalog->report().isGood());
        QCOMPARE(device.catalog->ids(), std::vector<std::string>{"a"});
        QVERIFY(device.text("a").find("three") != std::string::npos);
        QVERIFY(device.catalog->row("a")->isPending);
        QCOMPARE(device.catalog->pendingCount(), 1U); // what was made and deleted here never leaves
        QCOMPARE(device.catalog->put("c", json("[1]")).error().fault, Fault::Malformed);
        QCOMPARE(device.catalog->put("c", json("{\"A\":{}")).error().fault, Fault::Malformed);
    }

    void keepsNoSecretInClear()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/data"};
        TestService service;
        QVERIFY_OK(device.open());
        const std::string password = "correct horse battery staple";
        QVERIFY_OK(device.catalog->put("a", credential("example.com", "alice", password)));
        const auto holds = [&](const std::string& path, const std::string& text) {
            const Bytes* octets = disk.octets(path);
            return octets && textOf(*octets).find(text) != std::string_view::npos;
        };
        QVERIFY(!holds("/data/mmm_CatalogCredential.pending", password));
        QVERIFY(!holds("/data/mmm_CatalogCredential.pending", "example.com"));
        QVERIFY(device.upload(service).value());
        QVERIFY(!holds("/data/mmm_CatalogCredential.dcat", password));
        QVERIFY(!holds("/data/mmm_CatalogCredential.dcat", "alice"));
        const auto row = device.catalog->row("a");
        for (const std::string& text : row->shown)
            QVERIFY(text.find(password) == std::string::npos);
        QVERIFY(device.catalog->searchSnapshot().find("staple").empty());
        QCOMPARE(device.catalog->searchSnapshot().find("ALICE").size(), 1U);
    }

    void synchronisesTwoDevices()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice first{account, disk, "/one"};
        TestDevice second{account, disk, "/two"};
        TestService service;
        QVERIFY_OK(first.open());
        QVERIFY_OK(second.open());
        std::vector<store::Catalog::Item> items;
        for (int i = 0; i < 600; ++i)
            items.push_back({numbered("e", i), credential(numbered("host", i), "u", "p")});
        QVERIFY_OK(first.catalog->putMany(std::move(items)));
        QVERIFY(first.upload(service).value());
        QVERIFY(!first.catalog->hasPending());
        QCOMPARE(service.frames.size(), 601U);
        auto report = second.download(service);
        QVERIFY_OK(report);
        QVERIFY(!report->finding);
        QCOMPARE(report->accepted, 601);
        QCOMPARE(second.catalog->size(), 600U);
        QCOMPARE(second.text("e77"), first.text("e77"));

        // an update and a deletion go the other way
        QVERIFY_OK(second.catalog->put("e5", credential("changed", "u", "p")));
        QVERIFY_OK(second.catalog->remove("e6"));
        QVERIFY(second.upload(service, true).value());
        QVERIFY_OK(first.download(service));
        QCOMPARE(first.text("e5"), second.text("e5"));
        QVERIFY(!first.catalog->contains("e6"));
        QCOMPARE(first.catalog->deletedIds(), std::vector<std::string>{"e6"});
        QCOMPARE(first.catalog->head().chain, second.catalog->head().chain);
        // the replicas are the same octets
        QCOMPARE(*disk.octets("/one/mmm_CatalogCredential.dcat"),
                 *disk.octets("/two/mmm_CatalogCredential.dcat"));

        const auto before = first.catalog->rows();
        QVERIFY_OK(first.open());
        QVERIFY(first.catalog->report().isGood());
        QCOMPARE(first.catalog->size(), 599U);
        QCOMPARE(first.catalog->rows().size(), before.size());
        QCOMPARE(first.catalog->row("e5")->shown, before[5].shown);
        QCOMPARE(first.catalog->searchSnapshot().find("changed"), std::vector<std::string>{"e5"});
    }

    void readsSequencesOfOthers()
    {
        // what is on disk is an ordinary container: the reader of core/dare finds nothing wrong with it
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/data"};
        TestService service;
        QVERIFY_OK(device.open());
        for (int i = 0; i < 5; ++i)
            QVERIFY_OK(device.catalog->put(numbered("e", i), credential("h", "u", "p")));
        QVERIFY(device.upload(service).value());
        QVERIFY_OK(device.catalog->remove("e1"));
        QVERIFY(device.upload(service).value());
        const dare::MemoryFile file(*disk.octets("/data/mmm_CatalogCredential.dcat"));
        const auto report = dare::checkSequence(file);
        QVERIFY_OK(report);
        QVERIFY(report->isGood());
        QCOMPARE(report->type, dare::ContainerType::Merkle);
        QCOMPARE(report->frames, 7);
        QVERIFY(report->wrongPositions.empty());
    }

    void showsHistoryAndRestores()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/data"};
        TestService service;
        QVERIFY_OK(device.open());
        for (const char* password : {"one", "two", "three"}) {
            device.clock.m_now += std::chrono::hours(1);
            QVERIFY_OK(device.catalog->put("a", credential("example.com", "alice", password)));
            QVERIFY(device.upload(service).value());
        }
        QVERIFY_OK(device.catalog->remove("a"));
        QVERIFY(device.upload(service).value());
        QVERIFY_OK(device.catalog->put("a", credential("example.com", "alice", "four")));
        QVERIFY_OK(device.catalog->put("a", credential("example.com", "alice", "five")));
        auto history = device.catalog->history("a");
        QVERIFY_OK(history);
        QCOMPARE(history->size(), 6U); // two here, and four frames
        QVERIFY((*history)[0].version < 0);
        QVERIFY((*history)[2].isDeletion);
        QCOMPARE((*history)[3].signerKid, std::string("FIRST"));
        QVERIFY((*history)[3].modified > (*history)[4].modified);
        QVERIFY(device.catalog->readVersion("a", (*history)[1].version)->text().find("four") !=
                std::string_view::npos);
        QVERIFY_OK(device.catalog->restore("a", (*history)[5].version));
        QVERIFY(device.text("a").find("one") != std::string::npos);
        QVERIFY(device.upload(service).value());
        QVERIFY_OK(device.open());
        QCOMPARE(device.catalog->history("a")->size(), 5U);
        QVERIFY(device.catalog->readVersion("b", 1).error().fault == Fault::NotFound);
        // undo of a deletion that has not been sent
        QVERIFY_OK(device.catalog->put("n", credential("new", "n", "n")));
        const auto version = device.catalog->row("n")->version;
        QVERIFY_OK(device.catalog->remove("n"));
        QVERIFY(!device.catalog->contains("n"));
        QVERIFY_OK(device.catalog->restore("n", version));
        QVERIFY(device.catalog->contains("n"));
    }

    void mergesWhatFitsTogether()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice first{account, disk, "/one"};
        TestDevice second{account, disk, "/two"};
        TestService service;
        QVERIFY_OK(first.open());
        QVERIFY_OK(second.open());
        QVERIFY_OK(first.catalog->put("a", credential("example.com", "alice", "one")));
        QVERIFY(first.upload(service).value());
        QVERIFY_OK(second.download(service));
        QVERIFY_OK(first.catalog->put("a", credential("example.com", "alice", "two")));
        QVERIFY_OK(second.catalog->put("a", credential("example.com", "carol", "one")));
        QVERIFY(first.upload(service).value());
        QVERIFY(!second.upload(service, true).value()); // moved on
        const auto report = second.download(service);
        QVERIFY_OK(report);
        QVERIFY(report->newConflicts.empty());
        QVERIFY(second.upload(service, true).value());
        QVERIFY_OK(first.download(service));
        const std::string both(credential("example.com", "carol", "two").text());
        QCOMPARE(first.text("a"), both);
        QCOMPARE(second.text("a"), both);
    }

    void keepsBothSidesOfAConflict()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice first{account, disk, "/one"};
        TestDevice second{account, disk, "/two"};
        TestService service;
        QVERIFY_OK(first.open());
        QVERIFY_OK(second.open());
        for (const char* id : {"a", "b", "c"})
            QVERIFY_OK(first.catalog->put(id, credential("example.com", "alice", "one")));
        QVERIFY(first.upload(service).value());
        QVERIFY_OK(second.download(service));
        // a: both change the password; b: deleted there, changed here; c: deleted on both
        QVERIFY_OK(first.catalog->put("a", credential("example.com", "alice", "theirs")));
        QVERIFY_OK(first.catalog->remove("b"));
        QVERIFY_OK(first.catalog->remove("c"));
        QVERIFY(first.upload(service).value());
        QVERIFY_OK(second.catalog->put("a", credential("example.com", "alice", "ours")));
        QVERIFY_OK(second.catalog->put("b", credential("example.com", "alice", "still needed")));
        QVERIFY_OK(second.catalog->remove("c"));
        QVERIFY_OK(second.catalog->put("d", credential("other", "d", "d")));
        auto report = second.download(service);
        QVERIFY_OK(report);
        QCOMPARE(report->newConflicts, (std::vector<std::string>{"a", "b"}));
        QVERIFY(!second.catalog->contains("c"));

        // others go on while the conflicts wait, also over a restart
        QVERIFY(second.upload(service, true).value());
        QVERIFY_OK(second.open());
        QCOMPARE(second.catalog->conflictIds(), (std::vector<std::string>{"a", "b"}));
        QVERIFY(!second.catalog->hasPending());
        auto conflict = second.catalog->conflict("a");
        QVERIFY_OK(conflict);
        QCOMPARE(conflict->members, std::vector<std::string>{"CatalogedCredential/Password"});
        QVERIFY(conflict->ours->text().find("ours") != std::string_view::npos);
        QVERIFY(conflict->theirs->text().find("theirs") != std::string_view::npos);
        QVERIFY(conflict->base->text().find("one") != std::string_view::npos);
        // a further edit does not settle it by the way
        QVERIFY_OK(second.catalog->put("a", credential("example.com", "alice", "ours, too")));
        QVERIFY(second.catalog->row("a")->isConflicted);
        QVERIFY_OK(second.catalog->put("e", credential("other", "e", "e")));
        QVERIFY(second.upload(service, true).value());
        QVERIFY_OK(second.open());
        QVERIFY(second.catalog->row("a")->isConflicted);
        QVERIFY(!second.catalog->conflict("b")->theirs);
        QVERIFY_OK(second.catalog->resolve("a", credential("example.com", "alice", "agreed")));
        QVERIFY_OK(second.catalog->resolve("b", std::nullopt));
        QVERIFY(second.catalog->conflictIds().empty());
        QVERIFY(second.upload(service, true).value());
        QVERIFY_OK(first.download(service));
        QVERIFY(first.text("a").find("agreed") != std::string::npos);
        QVERIFY(!first.catalog->contains("b"));
        QVERIFY(!second.catalog->hasPending());
    }

    void survivesALostAnswer()
    {
        // the service took the batch, the answer never came; meanwhile the entry was changed again
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/data"};
        TestService service;
        QVERIFY_OK(device.open());
        QVERIFY_OK(device.catalog->put("a", credential("example.com", "alice", "one")));
        QVERIFY_OK(device.catalog->put("b", credential("example.com", "bob", "one")));
        const auto batch = device.catalog->prepareUpload(account.firstSigner, "FIRST");
        QVERIFY_OK(batch);
        QVERIFY(service.upload(*batch));
        QVERIFY_OK(device.open());
        QVERIFY_OK(device.download(service));
        QVERIFY(!device.catalog->hasPending());
        QCOMPARE(device.catalog->size(), 2U);

        // an edit while a batch is on its way goes out from what the batch becomes
        QVERIFY_OK(device.catalog->put("a", credential("example.com", "alice", "two")));
        const auto next = device.catalog->prepareUpload(account.firstSigner, "FIRST");
        QVERIFY_OK(next);
        QVERIFY_OK(device.catalog->put("a", credential("example.com", "alice", "three")));
        QVERIFY(service.upload(*next));
        QVERIFY_OK(device.catalog->confirmUploaded(*next));
        QVERIFY(device.catalog->hasPending());
        QVERIFY(device.text("a").find("three") != std::string::npos);
        QVERIFY_OK(device.open());
        QVERIFY(device.catalog->conflictIds().empty());
        QVERIFY(device.upload(service).value());
        QCOMPARE(service.frames.size(), 5U);
    }

    void waitsForTheSignatureOfABatch()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice first{account, disk, "/one"};
        TestDevice second{account, disk, "/two"};
        TestService service;
        QVERIFY_OK(first.open());
        QVERIFY_OK(second.open());
        for (int i = 0; i < 10; ++i)
            QVERIFY_OK(first.catalog->put(numbered("e", i), credential("h", "u", "p")));
        QVERIFY(first.upload(service).value());
        std::vector<dare::Envelope> page(service.frames.begin(), service.frames.begin() + 6);
        auto report = second.catalog->applyDownloaded(page, account.writers);
        QVERIFY_OK(report);
        QCOMPARE(report->accepted, 0);
        QCOMPARE(report->waiting, 6);
        QCOMPARE(second.catalog->size(), 0U);
        QCOMPARE(second.catalog->nextIndex(), 6);
        // a restart forgets what waited
        QVERIFY_OK(second.open());
        QCOMPARE(second.catalog->nextIndex(), 0);
        QVERIFY(second.catalog->report().cutOctets > 0);
        QVERIFY_OK(second.catalog->applyDownloaded(page, account.writers));
        report = second.download(service);
        QVERIFY_OK(report);
        QCOMPARE(report->accepted, 11);
        QCOMPARE(second.catalog->size(), 10U);
        // an authority that does not know yet
        QVERIFY_OK(first.catalog->put("late", credential("h", "u", "p")));
        QVERIFY(first.upload(service).value());
        account.writers.m_isNotReady = true;
        report = second.download(service);
        QVERIFY(report->authorityPending);
        QCOMPARE(second.catalog->nextIndex(), 11);
        account.writers.m_isNotReady = false;
        QCOMPARE(second.download(service)->accepted, 1);
    }

    void framesOfAWriterWhoseTimeWasOverAreSetAside()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice first{account, disk, "/one"};
        TestDevice second{account, disk, "/two"};
        TestDevice third{account, disk, "/three"};
        TestService service;
        for (TestDevice* device : {&first, &second, &third})
            QVERIFY_OK(device->open());
        QVERIFY_OK(first.catalog->put("a", credential("a", "u", "p")));
        QVERIFY(first.upload(service).value());
        QVERIFY_OK(second.download(service));
        QVERIFY_OK(second.catalog->put("late", credential("late", "u", "p")));
        QVERIFY_OK(second.catalog->put("a", credential("a", "u", "altered")));
        QVERIFY(second.upload(service, true).value());

        account.writers.setStanding("SECOND", store::Standing::SetAside);
        auto report = third.download(service);
        QVERIFY_OK(report);
        QVERIFY(!report->finding);
        QCOMPARE(report->accepted, 4);
        QCOMPARE(report->setAside.size(), 1U);
        QCOMPARE(report->setAside.front().first, 2);
        QCOMPARE(report->setAside.front().last, 3);
        QCOMPARE(report->setAside.front().kid, "SECOND");
        QCOMPARE(third.catalog->ids(), std::vector<std::string>{"a"});
        QVERIFY(third.text("a").find("altered") == std::string::npos);
        // the container goes on, for everybody
        QVERIFY_OK(third.catalog->put("b", credential("b", "u", "p")));
        QVERIFY(third.upload(service).value());
        report = first.download(service);
        QVERIFY_OK(report);
        QVERIFY(!report->finding);
        for (TestDevice* device : {&first, &third}) {
            QCOMPARE(device->catalog->size(), 2U);
            QVERIFY_OK(device->open());
            QVERIFY(device->catalog->report().isGood());
            QCOMPARE(device->catalog->size(), 2U);
            QVERIFY(!device->catalog->contains("late"));
            QVERIFY(device->text("a").find("altered") == std::string::npos);
        }
        QVERIFY_OK(third.catalog->resetReplica());
        report = third.download(service);
        QVERIFY_OK(report);
        QCOMPARE(report->setAside.size(), 1U);
        QCOMPARE(third.catalog->size(), 2U);
    }

    void framesThatNeedAVoucherWaitForIt()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice first{account, disk, "/one"};
        TestDevice second{account, disk, "/two"};
        TestDevice third{account, disk, "/three"};
        TestService service;
        for (TestDevice* device : {&first, &second, &third})
            QVERIFY_OK(device->open());
        QVERIFY_OK(first.catalog->put("a", credential("a", "u", "p")));
        QVERIFY(first.upload(service).value());
        QVERIFY_OK(second.download(service));
        for (const char* id : {"b", "c"}) {
            QVERIFY_OK(second.catalog->put(id, credential(id, "u", "p")));
            QVERIFY(second.upload(service, true).value());
        }
        QVERIFY_OK(first.download(service));
        account.writers.setStanding("SECOND", store::Standing::Vouchable);

        // nothing follows: the service is asked for a voucher, what was there before counts
        auto report = third.catalog->applyDownloaded(service.frames, account.writers, 4);
        QVERIFY_OK(report);
        QVERIFY(report->finding);
        QCOMPARE(int(report->finding->deviation), int(Deviation::NotAuthorised));
        QCOMPARE(report->finding->frame, 2);
        QCOMPARE(third.catalog->ids(), std::vector<std::string>{"a"});
        QCOMPARE(third.catalog->nextIndex(), 2);

        // in pages: they wait
        QVERIFY_OK(first.catalog->put("d", credential("d", "u", "p")));
        QVERIFY(first.upload(service).value());
        report = third.catalog->applyDownloaded({service.frames[2]}, account.writers, 5);
        QVERIFY_OK(report);
        QVERIFY(!report->finding);
        QCOMPARE(report->waiting, 1);
        report = third.catalog->applyDownloaded({service.frames[3]}, account.writers, 5);
        QVERIFY_OK(report);
        QVERIFY(!report->finding);
        QCOMPARE(report->waiting, 2);
        QCOMPARE(third.catalog->size(), 1U);
        report = third.catalog->applyDownloaded({service.frames[4]}, account.writers, 5);
        QVERIFY_OK(report);
        QVERIFY(!report->finding);
        QCOMPARE(report->accepted, 3);
        QCOMPARE(third.catalog->size(), 4U);
    }

    void findsOutLies_data()
    {
        QTest::addColumn<int>("lie");
        QTest::addColumn<int>("deviation");
        QTest::newRow("body altered") << 0 << int(Deviation::Altered);
        QTest::newRow("header altered") << 1 << int(Deviation::Altered);
        QTest::newRow("frame dropped") << 2 << int(Deviation::Dropped);
        QTest::newRow("frame dropped and renumbered") << 3 << int(Deviation::Reordered);
        QTest::newRow("frames exchanged and renumbered") << 4 << int(Deviation::Reordered);
        QTest::newRow("earlier frame again") << 5 << int(Deviation::Replayed);
        QTest::newRow("signature removed") << 6 << -1; // never shown
        QTest::newRow("signer unknown") << 7 << int(Deviation::NotAuthorised);
        QTest::newRow("signature altered") << 8 << int(Deviation::BadSignature);
        QTest::newRow("protected header removed") << 9 << int(Deviation::Unsigned);
        QTest::newRow("delete from another entry") << 10 << int(Deviation::Altered);
        QTest::newRow("batch of another container") << 11 << int(Deviation::BadSignature);
        QTest::newRow("known frame exchanged") << 12 << int(Deviation::Forked);
        QTest::newRow("number missing") << 13 << int(Deviation::Altered);
    }
    void findsOutLies()
    {
        QFETCH(int, lie);
        QFETCH(int, deviation);
        TestAccount account;
        FailingFileSystem disk;
        TestDevice first{account, disk, "/one"};
        TestDevice second{account, disk, "/two"};
        TestService service;
        QVERIFY_OK(first.open());
        QVERIFY_OK(second.open());
        for (int i = 0; i < 3; ++i)
            QVERIFY_OK(first.catalog->put(numbered("e", i), credential("h", "u", "p")));
        QVERIFY(first.upload(service).value());
        QVERIFY_OK(second.download(service));
        QCOMPARE(second.catalog->size(), 3U);
        for (int i = 3; i < 6; ++i)
            QVERIFY_OK(first.catalog->put(numbered("e", i), credential("h", "u", "p")));
        QVERIFY_OK(first.catalog->remove("e0"));
        QVERIFY(first.upload(service).value());
        QCOMPARE(service.frames.size(), 8U);

        const auto change = [&](std::size_t at,
                                const std::function<void(dare::Header&, Bytes&, dare::Trailer&)>& edit) {
            dare::Header header = service.frames[at].header();
            dare::Trailer trailer = service.frames[at].trailer();
            Bytes body = copyOf(service.frames[at].body());
            edit(header, body, trailer);
            service.frames[at] = dare::Envelope::assemble(header, body, trailer);
        };
        const auto renumber = [&](std::size_t at) {
            change(at, [&](dare::Header& header, Bytes&, dare::Trailer&) {
                header.containerInfo->index = static_cast<std::int64_t>(at);
            });
        };
        std::int64_t from = second.catalog->nextIndex();
        switch (lie) {
        case 0:
            change(5, [](auto&, Bytes& body, auto&) { body[3] ^= 1; });
            break;
        case 1:
            change(5, [](dare::Header& header, Bytes&, auto&) { header.salt[0] ^= 1; });
            break;
        case 2:
            service.frames.erase(service.frames.begin() + 5);
            break;
        case 3:
            service.frames.erase(service.frames.begin() + 5);
            renumber(5);
            break;
        case 4:
            std::swap(service.frames[4], service.frames[5]);
            renumber(4);
            renumber(5);
            break;
        case 5:
            service.frames[4] = service.frames[2];
            renumber(4);
            break;
        case 6:
            change(7, [](auto&, Bytes&, dare::Trailer& trailer) { trailer.signatures.clear(); });
            break;
        case 7:
            account.writers.remove("FIRST");
            break;
        case 8:
            change(7, [](auto&, Bytes&, dare::Trailer& trailer) { trailer.signatures[0].signature[7] ^= 1; });
            break;
        case 9:
            change(5, [](auto&, Bytes&, dare::Trailer& trailer) { trailer.signedData.clear(); });
            break;
        case 10:
            change(7, [](dare::Header& header, Bytes&, auto&) {
                auto meta = header.contentMeta().value();
                meta.uniqueId = "e1";
                header.setContentMeta(meta);
            });
            break;
        case 11: {
            TestDevice other{account, disk, "/three"};
            other.name = schema::store_name::bookmark;
            TestService elsewhere;
            QVERIFY_OK(other.open());
            for (int i = 0; i < 7; ++i)
                QVERIFY_OK(other.catalog->put(numbered("e", i), credential("h", "u", "p")));
            QVERIFY(other.upload(elsewhere).value());
            service.frames[7] = elsewhere.frames[7];
            break;
        }
        case 12:
            change(2, [](auto&, Bytes& body, dare::Trailer& trailer) {
                body[3] ^= 1;
                trailer.payloadDigest = crypto::sha512(body);
            });
            from = 1;
            break;
        default:
            change(4, [](dare::Header& header, Bytes&, auto&) { header.containerInfo->index.reset(); });
            break;
        }
        const auto report = second.catalog->applyDownloaded(service.from(from), account.writers);
        QVERIFY_OK(report);
        if (lie == 11)
            QVERIFY(report->finding.has_value());
        else if (deviation >= 0) {
            QVERIFY(report->finding.has_value());
            QCOMPARE(int(report->finding->deviation), deviation);
        } else {
            QCOMPARE(report->waiting, 4);
        }
        QCOMPARE(report->accepted, 0);
        // what was seen before stays as it was
        QCOMPARE(second.catalog->size(), 3U);
        QVERIFY(second.catalog->read("e0").has_value());
        QVERIFY_OK(second.catalog->put("mine", credential("h", "u", "p")));
        QVERIFY_OK(second.open());
        QCOMPARE(second.catalog->size(), 4U);
    }

    void findsOutRollbackAndFork()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice first{account, disk, "/one"};
        TestDevice second{account, disk, "/two"};
        TestService service;
        QVERIFY_OK(first.open());
        QVERIFY_OK(second.open());
        QVERIFY_OK(first.catalog->put("a", credential("h", "u", "1")));
        QVERIFY(first.upload(service).value());
        QVERIFY_OK(second.download(service));
        TestService fork = service;
        QVERIFY(!second.catalog->compare(2, first.catalog->head().treeDigest));
        QVERIFY(!second.catalog->compare(3, {}));
        QCOMPARE(second.catalog->compare(1, {})->deviation, Deviation::RolledBack);
        QCOMPARE(second.catalog->compare(2, Bytes(64))->deviation, Deviation::Forked);

        // the service shows each device another history; the first frame that both get tells
        QVERIFY_OK(first.catalog->put("b", credential("h", "u", "1")));
        QVERIFY(first.upload(service).value());
        QVERIFY_OK(second.catalog->put("c", credential("h", "u", "1")));
        QVERIFY(second.upload(fork, true).value());
        QVERIFY_OK(second.catalog->put("d", credential("h", "u", "1")));
        QVERIFY(second.upload(fork, true).value());
        auto report = first.catalog->applyDownloaded(fork.from(3), account.writers);
        QVERIFY_OK(report);
        QCOMPARE(report->finding->deviation, Deviation::Forked);
        QCOMPARE(report->finding->fault(), Fault::Forked);
        report = first.catalog->applyDownloaded(fork.from(2), account.writers);
        QCOMPARE(report->finding->deviation, Deviation::Forked);
        QCOMPARE(first.catalog->size(), 2U);
    }

    void goesOnWhereOnlyTheBeginningIs()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice first{account, disk, "/one"};
        TestDevice second{account, disk, "/two"};
        TestService lost;
        QVERIFY_OK(first.open());
        QVERIFY_OK(second.open());
        QVERIFY_OK(first.catalog->put("kept", credential("h", "u", "1")));
        QVERIFY_OK(first.catalog->put("changed", credential("h", "u", "1")));
        QVERIFY_OK(first.catalog->put("gone", credential("h", "u", "1")));
        QVERIFY(first.upload(lost).value());
        QVERIFY_OK(second.download(lost));
        TestService copy = lost;
        // what only the lost service had: of the second device, which it has told the first nothing of
        QVERIFY_OK(second.catalog->put("changed", credential("h", "u", "2")));
        QVERIFY_OK(second.catalog->put("new", credential("h", "u", "1")));
        QVERIFY_OK(second.catalog->remove("gone"));
        QVERIFY(second.upload(lost, true).value());
        QVERIFY_OK(second.catalog->put("new", credential("h", "u", "2"))); // still waiting
        const auto common = static_cast<std::int64_t>(copy.frames.size());
        QCOMPARE(second.catalog->frameAt(common - 1)->trailerOctets().size(),
                 copy.frames.back().trailerOctets().size());
        // the first one goes on at the copy
        QVERIFY_OK(first.catalog->put("other", credential("h", "u", "1")));
        QVERIFY_OK(first.catalog->put("kept", credential("h", "u", "2")));
        QVERIFY(first.upload(copy).value());
        // without the account's word that this is so, it is a rollback
        QVERIFY(second.catalog->compare(static_cast<std::int64_t>(common), {}));
        QVERIFY_OK(second.catalog->goBack(common));
        QCOMPARE(second.catalog->pendingCount(), 3U);
        QVERIFY(!second.catalog->contains("gone"));
        QCOMPARE(second.text("new"), std::string(credential("h", "u", "2").text()));
        QVERIFY_OK(second.open()); // and so it is after a restart
        QVERIFY(second.catalog->report().isGood());
        QCOMPARE(second.catalog->pendingCount(), 3U);
        QVERIFY(!second.catalog->compare(static_cast<std::int64_t>(copy.frames.size()), {}));
        const auto report = second.download(copy);
        QVERIFY_OK(report);
        QVERIFY(!report->finding);
        QVERIFY(second.catalog->conflictIds().empty());
        QVERIFY(second.upload(copy, true).value());
        QVERIFY_OK(first.download(copy));
        for (TestDevice* device : {&first, &second}) {
            QCOMPARE(device->catalog->size(), 4U);
            QCOMPARE(device->text("kept"), std::string(credential("h", "u", "2").text()));
            QCOMPARE(device->text("changed"), std::string(credential("h", "u", "2").text()));
            QCOMPARE(device->text("new"), std::string(credential("h", "u", "2").text()));
            QVERIFY(device->catalog->contains("other"));
        }
        // where nothing is the same, not even the key with which it begins
        TestService other;
        TestDevice third{account, disk, "/three"};
        QVERIFY_OK(third.open());
        QVERIFY_OK(third.catalog->put("third", credential("h", "u", "1")));
        QVERIFY(third.upload(other).value());
        QVERIFY_OK(third.catalog->goBack(0));
        QVERIFY_OK(third.download(copy));
        QVERIFY(third.upload(copy).value());
        QCOMPARE(third.catalog->size(), 5U);
        QVERIFY_OK(first.download(copy));
        QVERIFY_OK(second.download(copy));
        // who may not write lets go of it
        QVERIFY_OK(first.catalog->goBack(common, true));
        QCOMPARE(first.catalog->pendingCount(), 0U);
        QCOMPARE(first.catalog->size(), 3U);
        QVERIFY_OK(first.download(copy));
        QCOMPARE(first.catalog->size(), 5U);
    }

    void findsOutAlteredFiles_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("payload bit") << 0;
        QTest::newRow("length octet") << 1;
        QTest::newRow("cut in the middle of a frame") << 2;
        QTest::newRow("file gone") << 3;
        QTest::newRow("octets behind the end") << 4;
        QTest::newRow("head of another key") << 5;
        QTest::newRow("head gone") << 6;
        QTest::newRow("older file") << 7;
        QTest::newRow("frame replaced with care") << 8;
    }
    void findsOutAlteredFiles()
    {
        QFETCH(int, what);
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/data"};
        TestService service;
        const std::string path = "/data/mmm_CatalogCredential.dcat";
        QVERIFY_OK(device.open());
        for (int i = 0; i < 20; ++i)
            QVERIFY_OK(device.catalog->put(numbered("e", i), credential("host", "u", "p")));
        QVERIFY(device.upload(service).value());
        const Bytes older = *disk.octets(path);
        for (int i = 20; i < 600; ++i)
            QVERIFY_OK(device.catalog->put(numbered("e", i), credential("host", "u", "p")));
        QVERIFY(device.upload(service).value());
        QVERIFY_OK(device.catalog->put("mine", credential("host", "u", "p")));
        Bytes octets = *disk.octets(path);
        const dare::MemoryFile file(octets);
        std::vector<dare::FrameLayout> layouts;
        for (std::uint64_t at = 0; at < octets.size(); at = layouts.back().end())
            layouts.push_back(dare::layoutAt(file, at).value());
        QCOMPARE(layouts.size(), 601U);

        std::size_t readable = 601;
        switch (what) {
        case 0:
            octets[layouts[8].payloadAt + 4] ^= 0x10;
            readable = 600;
            break;
        case 1:
            octets[layouts[8].position + 2] ^= 0x7F;
            readable = 600;
            break;
        case 2:
            octets.resize(layouts[500].position + 50);
            readable = 500;
            break;
        case 3:
            disk.erase(path);
            readable = 1;
            break;
        case 4:
            octets.resize(octets.size() + 100, 0xF5);
            break;
        case 5: {
            RandomSeal other;
            disk.overwrite("/data/mmm_CatalogCredential.head", other.seal("head", {}).value());
            readable = 1;
            break;
        }
        case 6:
            disk.erase("/data/mmm_CatalogCredential.head");
            readable = 1;
            break;
        case 7:
            octets = older;
            readable = 21;
            break;
        default: {
            // another password under the account's public key, digests and all
            dare::Header header = service.frames[9].header();
            const auto exchange = dare::makeExchange({account.encryption.publicKey()}).value();
            header.recipients = exchange.header.recipients;
            const Bytes body =
                dare::encryptFrame(exchange.masterKey, 0, credential("host", "u", "evil"), header).value();
            header.containerInfo->exchangePosition.reset();
            dare::Trailer trailer;
            trailer.signedData = dare::makeSignedData(header, 9);
            trailer.payloadDigest = crypto::sha512(body);
            trailer.treeDigest = service.frames[9].trailer().treeDigest;
            const Bytes frame = dare::encodeFrame(dare::toOctets(header), body, dare::toOctets(trailer));
            const auto start = octets.begin() + static_cast<std::ptrdiff_t>(layouts[9].position);
            octets.erase(start, start + static_cast<std::ptrdiff_t>(layouts[9].size));
            octets.insert(octets.begin() + static_cast<std::ptrdiff_t>(layouts[9].position), frame.begin(),
                          frame.end());
            break;
        }
        }
        if (what != 3)
            disk.overwrite(path, octets);
        QVERIFY_OK(device.open());
        const store::OpenReport& report = device.catalog->report();
        QVERIFY(!report.isGood());
        if (what == 8) {
            // the frame itself, and those that the longer one pushed over a checkpoint and over the end
            QCOMPARE(report.damagedFrames, (std::vector<std::int64_t>{9, 511, 600}));
            QCOMPARE(device.catalog->size(), 598U);
            for (const auto& row : device.catalog->rows())
                QVERIFY(device.text(row.id).find("evil") == std::string::npos);
        } else {
            QCOMPARE(device.catalog->size(), readable);
        }
        QCOMPARE(report.isHeadLost, what == 5);
        QCOMPARE(report.isRolledBack, what == 2 || what == 3 || what == 7);
        QCOMPARE(report.damagedFrames.empty(), what != 0 && what != 1 && what != 8);
        QVERIFY(device.catalog->contains("mine"));

        // fetched again, everything is as before
        if (report.needsReset())
            QVERIFY_OK(device.catalog->resetReplica());
        const auto applied = device.download(service);
        QVERIFY_OK(applied);
        QVERIFY(!applied->finding);
        QCOMPARE(device.catalog->size(), 601U);
        QVERIFY(device.upload(service).value());
        QVERIFY_OK(device.open());
        QVERIFY(device.catalog->report().isGood());
        QCOMPARE(device.catalog->size(), 601U);
    }

    void remembersWhatItSawAfterALoss()
    {
        // the file is lost, and the service uses that to tell another history
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/data"};
        TestDevice liar{account, disk, "/liar"};
        TestService service;
        TestService fork;
        QVERIFY_OK(device.open());
        QVERIFY_OK(liar.open());
        for (int i = 0; i < 3; ++i) {
            QVERIFY_OK(device.catalog->put(numbered("e", i), credential("h", "u", "p")));
            QVERIFY_OK(liar.catalog->put(numbered("x", i), credential("h", "u", "p")));
        }
        QVERIFY(device.upload(service).value());
        QVERIFY(liar.upload(fork, true).value());
        QVERIFY_OK(device.catalog->resetReplica());
        QCOMPARE(device.catalog->compare(3, {})->deviation, Deviation::RolledBack);
        const auto report = device.download(fork);
        QVERIFY_OK(report);
        QCOMPARE(report->finding->deviation, Deviation::Forked);
        QCOMPARE(device.catalog->size(), 0U);
        QVERIFY_OK(device.download(service));
        QCOMPARE(device.catalog->size(), 3U);
    }

    void changesKeysOfAContainer()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/data"};
        TestService service;
        QVERIFY_OK(device.open());
        QVERIFY_OK(device.catalog->put("a", credential("h", "u", "1")));
        QVERIFY(device.upload(service).value());
        QCOMPARE(service.frames[1].header().recipients.size(), 0U);
        const auto next = crypto::PrivateKey::generate(crypto::Curve::X448);
        device.catalog->setRecipients({next.publicKey()});
        account.keys->add(next.clone());
        QVERIFY_OK(device.catalog->put("b", credential("h", "u", "2")));
        QVERIFY(device.upload(service).value());
        QCOMPARE(service.frames.size(), 4U);
        QVERIFY(service.frames[2].header().isMeta());
        QVERIFY_OK(device.catalog->put("c", credential("h", "u", "3")));
        QVERIFY(device.upload(service).value());
        QCOMPARE(service.frames.size(), 5U); // the new exchange serves on

        // who has only the old key reads the old entries and is told of the others
        TestAccount left;
        left.keys = std::make_shared<dare::KeyRing>();
        left.keys->add(account.encryption.clone());
        left.writers = account.writers;
        TestDevice old{left, disk, "/old"};
        QVERIFY_OK(old.open());
        const auto report = old.download(service);
        QVERIFY_OK(report);
        QCOMPARE(report->unreadable, 2);
        QCOMPARE(old.catalog->ids(), std::vector<std::string>{"a"});
        QVERIFY_OK(device.open());
        QCOMPARE(device.catalog->size(), 3U);
    }

    void keepsPlainContainersPlain()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/data"};
        device.name = schema::store_name::device;
        TestService service;
        QVERIFY_OK(device.open());
        device.catalog->setRecipients({});
        store::TypedCatalog<schema::CatalogedDevice> typed(*device.catalog);
        schema::CatalogedDevice entry;
        entry.udf = "MDEV-ICES";
        entry.deviceUdf = "MPRO-FILE";
        QCOMPARE(typed.add(entry).value(), std::string("MPRO-FILE"));
        QVERIFY(device.upload(service).value());
        QVERIFY(textOf(service.frames[1].body()).find("MDEV-ICES") != std::string_view::npos);
        const auto meta = service.frames[1].contentMeta().value();
        QCOMPARE(meta.keyValues.size(), 1U);
        QCOMPARE(meta.keyValues[0].value, std::string("MDEV-ICES"));
        QCOMPARE(typed.get("MPRO-FILE")->udf, entry.udf);
        QVERIFY(!typed.add(entry));
    }

    void tellsObservers()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/data"};
        QVERIFY_OK(device.open());
        std::vector<std::string> seen;
        const auto handle = device.catalog->addObserver([&](const store::Changes& changes) {
            seen.insert(seen.end(), changes.ids.begin(), changes.ids.end());
        });
        QVERIFY_OK(device.catalog->put("a", credential("h", "u", "1")));
        QVERIFY_OK(device.catalog->remove("a"));
        QVERIFY(!device.catalog->remove("nothing"));
        QCOMPARE(seen, (std::vector<std::string>{"a", "a"}));
        device.catalog->removeObserver(handle);
        QVERIFY_OK(device.catalog->put("b", credential("h", "u", "1")));
        QCOMPARE(seen.size(), 2U);
    }

    void choosesFreeIdentifiers()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/data"};
        QVERIFY_OK(device.open());
        store::TypedCatalog<schema::CatalogedCredential> typed(*device.catalog);
        schema::CatalogedCredential entry;
        entry.protocol = "https";
        entry.service = "example.com";
        entry.username = "alice";
        QCOMPARE(typed.add(entry).value(), std::string("https:example.com"));
        entry.username = "bob";
        QCOMPARE(typed.add(entry).value(), std::string("https:example.com:bob"));
        QCOMPARE(typed.add(entry).error().fault, Fault::Exists);
        QCOMPARE(typed.add({}).error().fault, Fault::Missing);
        entry.username = "robert";
        QVERIFY_OK(typed.update("https:example.com:bob", entry));
        QCOMPARE(typed.get("https:example.com:bob")->username, std::string("robert"));
        QCOMPARE(typed.update("nothing", entry).error().fault, Fault::NotFound);
    }

    /// A queue that another key sealed is whole and does not open: it is set aside each time, never written
    /// over.
    void waitingChangesOfAnotherKeyAreSetAside()
    {
        FailingFileSystem disk;
        TestAccount account;
        TestDevice device{account, disk, "/data"};
        QVERIFY_OK(device.open());
        QVERIFY_OK(device.catalog->put("first", credential("h", "u", "p")));
        QVERIFY_OK(device.catalog->put("second", credential("h", "u", "p")));
        device.catalog.reset();
        const std::string path = "/data/mmm_CatalogCredential.pending";
        QVERIFY(disk.octets(path) != nullptr);
        const Bytes waiting = *disk.octets(path);
        QVERIFY(!waiting.empty());

        TestDevice stranger{account, disk, "/data"};
        disk.erase("/data/mmm_CatalogCredential.head");
        QVERIFY_OK(stranger.open());
        QVERIFY(stranger.catalog->report().cutPendingOctets > 0);
        QVERIFY(disk.octets(path + ".cut") != nullptr);
        QVERIFY(*disk.octets(path + ".cut") == waiting);
        stranger.catalog.reset();

        // once more, and the first copy stays
        disk.overwrite(path, waiting);
        QVERIFY_OK(stranger.open());
        QVERIFY(*disk.octets(path + ".cut") == waiting);
        QVERIFY(disk.octets(path + ".cut2") != nullptr);
        QVERIFY(*disk.octets(path + ".cut2") == waiting);
        stranger.catalog.reset();

        // where there is no room for a copy, the queue stays as it is
        disk.overwrite(path, waiting);
        disk.repair();
        disk.failAt(1, FailingFileSystem::Failure::DiskFull);
        QVERIFY(!stranger.open());
        QVERIFY(*disk.octets(path) == waiting);
    }
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
