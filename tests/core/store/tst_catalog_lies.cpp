#include "core/store/catalog_test.h"

#include <functional>

using namespace mmm;
using namespace mmm::test;
using store::Deviation;

/// A service that does not show what it was given.
class TestCatalogLies : public QObject
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(TestCatalogLies)
#include "tst_catalog_lies.moc"
