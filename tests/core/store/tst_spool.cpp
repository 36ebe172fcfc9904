#include "support/failing_file_system.h"
#include "support/store_fixture.h"

#include "store/spool.h"

#include <QTest>

using namespace mmm;
using namespace mmm::test;
using store::MessageState;

namespace {

Secret request(const std::string& id, const std::string& sender)
{
    schema::RequestContact message;
    message.messageId = id;
    message.sender = sender;
    message.recipient = "me@example.com";
    message.subject = "hello";
    return encoding::toTaggedJson(message);
}

/// A message as the service appends it: the sender's envelope with its place in the spool, and no manifest.
dare::Envelope fromService(TestService& spool, const TestAccount& account, const std::string& id,
                           const crypto::PrivateKey& sender)
{
    dare::SealOptions options;
    options.meta.emplace();
    options.meta->uniqueId = id;
    options.meta->messageType = "RequestContact";
    options.recipients = {account.encryption.publicKey()};
    options.signers = {&sender};
    const auto sealed = dare::seal(request(id, "alice@example.com"), options).value();
    dare::Header header = sealed.header();
    header.containerInfo.emplace();
    header.containerInfo->index = static_cast<std::int64_t>(spool.frames.size());
    auto frame = dare::Envelope::assemble(header, copyOf(sealed.body()), sealed.trailer());
    spool.frames.push_back(frame);
    return frame;
}

dare::Envelope firstFrame()
{
    dare::Header header;
    header.containerInfo.emplace();
    header.containerInfo->index = 0;
    header.containerInfo->dataEncoding = "JSON";
    header.containerInfo->containerType = "Merkle";
    return dare::Envelope::assemble(header, {}, {});
}

} // namespace

class TestSpool : public QObject
{
    Q_OBJECT

private slots:
    void receivesAndAnswers()
    {
        TestAccount account;
        FailingFileSystem disk;
        const auto sender = crypto::PrivateKey::generate(crypto::Curve::Ed448);
        TestService service;
        service.frames.push_back(firstFrame());
        TestDevice first{account, disk, "/one"};
        TestDevice second{account, disk, "/two"};
        first.name = second.name = schema::store_name::inbound;
        auto spool = store::Spool::open(first.options());
        auto other = store::Spool::open(second.options());
        QVERIFY(spool && other);
        const auto fetch = [&](store::Spool& one) {
            auto& container = one.container();
            return container.applyDownloaded(service.from(container.nextIndex()), account.writers);
        };
        fromService(service, account, "M1", sender);
        fromService(service, account, "M2", sender);
        auto report = fetch(**spool);
        QVERIFY(report && !report->finding);
        QCOMPARE(report->accepted, 3);
        auto messages = (*spool)->messages();
        QCOMPARE(messages.size(), 2U);
        QCOMPARE(messages[0].id, std::string("M1"));
        QCOMPARE(messages[0].className, std::string("RequestContact"));
        QCOMPARE(messages[0].sender, std::string("alice@example.com"));
        QCOMPARE(messages[0].state, MessageState::Unread);
        // the sender's own signature has come through
        QVERIFY((*spool)->envelope("M1")->verify(sender.publicKey()).has_value());

        QVERIFY((*spool)->setState({"M1", "M2"}, MessageState::Read).has_value());
        QVERIFY((*spool)->setState({"M1"}, MessageState::Accept, "R1").has_value());
        QCOMPARE((*spool)->setState({"M1"}, MessageState::Reject).error().fault, Fault::Conflict);
        QCOMPARE((*spool)->setState({"M9"}, MessageState::Read).error().fault, Fault::NotFound);
        QCOMPARE((*spool)->state("M1"), MessageState::Accept);
        QCOMPARE((*spool)->messages().size(), 2U); // completions are not shown

        // the device's frames come behind the service's, with an exchange of keys of their own
        auto& container = (*spool)->container();
        container.setRecipients({account.encryption.publicKey()});
        const auto batch = container.prepareUpload(account.firstSigner, "FIRST");
        QVERIFY(batch.has_value());
        QCOMPARE(batch->firstIndex, 3);
        QVERIFY(service.upload(*batch));
        QVERIFY(container.confirmUploaded(*batch).has_value());
        fromService(service, account, "M3", sender);
        QVERIFY(fetch(**spool).has_value());
        report = fetch(**other);
        QVERIFY(report && !report->finding);
        QCOMPARE((*other)->messages().size(), 3U);
        QCOMPARE((*other)->state("M1"), MessageState::Accept);
        QCOMPARE((*other)->state("M2"), MessageState::Read);
        QCOMPARE((*other)->state("M3"), MessageState::Unread);
        QVERIFY((*other)->setState({"M2"}, MessageState::Deleted).has_value());
        QCOMPARE((*other)->messages().size(), 2U);
        QCOMPARE((*other)->deletedMessages().size(), 1U);
        QVERIFY((*other)->setState({"M2"}, MessageState::Unread).has_value());
        QCOMPARE((*other)->messages().size(), 3U);
        QVERIFY((*other)->deletedMessages().empty());

        // what comes back is as it was, and what was answered stays answered, whatever is written meanwhile
        QVERIFY((*other)->setState({"M1", "M3"}, MessageState::Deleted).has_value());
        QCOMPARE((*other)->state("M1"), MessageState::Deleted);
        QVERIFY((*other)->restore({"M1", "M2", "M3"}).has_value());
        QCOMPARE((*other)->state("M1"), MessageState::Accept);
        QCOMPARE((*other)->state("M2"), MessageState::Unread);
        QCOMPARE((*other)->state("M3"), MessageState::Unread);
        QVERIFY((*other)->setState({"M1"}, MessageState::Deleted).has_value());
        QVERIFY((*other)->setState({"M1"}, MessageState::Read).has_value());
        QCOMPARE((*other)->state("M1"), MessageState::Accept);
        QCOMPARE((*other)->restore({"M9"}).error().fault, Fault::NotFound);

        // and all is the same after a restart
        *spool = nullptr;
        spool = store::Spool::open(first.options());
        QVERIFY(spool.has_value());
        QVERIFY((*spool)->container().report().isGood());
        QCOMPARE((*spool)->messages().size(), 3U);
        QCOMPARE((*spool)->state("M1"), MessageState::Accept);
    }

    void findsOutChangedFrames()
    {
        // frames without a manifest are attested by the next one that a device signs
        TestAccount account;
        FailingFileSystem disk;
        const auto sender = crypto::PrivateKey::generate(crypto::Curve::Ed448);
        TestService service;
        service.frames.push_back(firstFrame());
        TestDevice first{account, disk, "/one"};
        TestDevice second{account, disk, "/two"};
        first.name = second.name = schema::store_name::inbound;
        auto spool = store::Spool::open(first.options());
        auto other = store::Spool::open(second.options());
        fromService(service, account, "M1", sender);
        auto& container = (*spool)->container();
        QVERIFY(container.applyDownloaded(service.frames, account.writers).has_value());
        QVERIFY((*spool)->setState({"M1"}, MessageState::Read).has_value());
        container.setRecipients({account.encryption.publicKey()});
        const auto batch = container.prepareUpload(account.firstSigner, "FIRST");
        QVERIFY(service.upload(*batch));
        // the service gives the other device another first message
        TestService lie;
        lie.frames.push_back(firstFrame());
        fromService(lie, account, "M2", sender);
        lie.frames.insert(lie.frames.end(), service.frames.begin() + 2, service.frames.end());
        const auto report = (*other)->container().applyDownloaded(lie.frames, account.writers);
        QVERIFY(report && report->finding);
        QVERIFY(report->finding->deviation == store::Deviation::Altered ||
                report->finding->deviation == store::Deviation::Forked);
    }

    void keepsOwnMessages()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/one"};
        device.name = schema::store_name::outbound;
        auto spool = store::Spool::open(device.options());
        QVERIFY(spool.has_value());
        QVERIFY((*spool)->append("M1", request("M1", "me@example.com")).has_value());
        QCOMPARE((*spool)->append("M1", request("M1", "me@example.com")).error().fault, Fault::Exists);
        QCOMPARE((*spool)->state("M1"), MessageState::Sent);
        QVERIFY((*spool)->setState({"M1"}, MessageState::Received).has_value());
        QCOMPARE((*spool)->message("M1")->state, MessageState::Received);
        QVERIFY((*spool)->setState({"M1"}, MessageState::Deleted).has_value());
        QVERIFY((*spool)->messages().empty());
        QCOMPARE((*spool)->deletedMessages().front().id, std::string("M1"));
        QVERIFY((*spool)->restore({"M1"}).has_value());
        QCOMPARE((*spool)->message("M1")->state, MessageState::Received);

        // what the person has put away stays away when the answer comes, twice from two devices
        QVERIFY((*spool)->setState({"M1"}, MessageState::Deleted).has_value());
        QVERIFY((*spool)->setState({"M1"}, MessageState::Accept, "R1").has_value());
        QVERIFY((*spool)->setState({"M1"}, MessageState::Accept, "R1").has_value());
        QVERIFY((*spool)->messages().empty());
        QCOMPARE((*spool)->state("M1"), MessageState::Deleted);
        QCOMPARE((*spool)->message("M1")->outcome, MessageState::Accept);
        QVERIFY((*spool)->restore({"M1"}).has_value());
        QCOMPARE((*spool)->message("M1")->state, MessageState::Accept);
        QCOMPARE((*spool)->messages().size(), 1U);
        QVERIFY((*spool)->append("M2", request("M2", "me@example.com")).has_value());
        QVERIFY((*spool)->setState({"M2"}, MessageState::Deleted).has_value());
        QVERIFY((*spool)->setState({"M2"}, MessageState::Reject).has_value());
        QCOMPARE((*spool)->state("M2"), MessageState::Deleted);
        for (const auto state :
             {MessageState::Unread, MessageState::Failed, MessageState::Deleted, MessageState::Full})
            QVERIFY(!store::relationshipOf(state).empty());
    }

    /// A message goes to several addresses of one recipient.
    void whatHasArrivedOnceHasArrived()
    {
        TestAccount account;
        FailingFileSystem disk;
        TestDevice device{account, disk, "/one"};
        device.name = schema::store_name::outbound;
        auto spool = store::Spool::open(device.options());
        QVERIFY(spool.has_value());
        QVERIFY((*spool)->append("M1", request("M1", "me@example.com")).has_value());
        for (const auto state : {MessageState::Full, MessageState::Failed, MessageState::Sent}) {
            QVERIFY((*spool)->setState({"M1"}, state).has_value());
            QCOMPARE((*spool)->state("M1"), state);
        }
        QVERIFY((*spool)->setState({"M1"}, MessageState::Received).has_value());
        for (const auto state : {MessageState::Full, MessageState::Failed}) {
            QVERIFY((*spool)->setState({"M1"}, state).has_value());
            QCOMPARE((*spool)->state("M1"), MessageState::Received);
        }
        QVERIFY((*spool)->setState({"M1"}, MessageState::Accept).has_value());
        QCOMPARE((*spool)->state("M1"), MessageState::Accept);
    }
};

QTEST_GUILESS_MAIN(TestSpool)
#include "tst_spool.moc"
