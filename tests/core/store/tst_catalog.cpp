#include "core/store/catalog_test.h"

#include "dare/sequence.h"
#include "store/typed_catalog.h"

using namespace mmm;
using namespace mmm::test;

/// Reading and writing on one device.
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
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
