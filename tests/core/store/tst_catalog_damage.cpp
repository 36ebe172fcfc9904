#include "core/store/catalog_test.h"

#include "dare/binding.h"
#include "dare/frame.h"
#include "dare/sequence_keys.h"

using namespace mmm;
using namespace mmm::test;

/// Files that are not as they were left.
class TestCatalogDamage : public QObject
{
    Q_OBJECT

private slots:
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

QTEST_GUILESS_MAIN(TestCatalogDamage)
#include "tst_catalog_damage.moc"
