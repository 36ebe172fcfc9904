#include "core/store/catalog_test.h"

using namespace mmm;
using namespace mmm::test;
using store::Deviation;

/// Devices of an account, and what a service carries between them.
class TestCatalogSync : public QObject
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(TestCatalogSync)
#include "tst_catalog_sync.moc"
