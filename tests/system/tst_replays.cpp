#include "system/man_in_the_middle.h"
#include "system/raw_client.h"

#include <QFile>
#include <QTest>

using namespace mmm;
using namespace mmm::system_test;

namespace {

constexpr auto inbound = "mmm_SpoolInbound";
constexpr auto outbound = "mmm_SpoolOutbound";

std::vector<std::string> resultsOf(const serving::Answer& answer)
{
    std::vector<std::string> results;
    for (const auto& entry : answer.as<protocol::PostResponse>().entries)
        results.push_back(entry.result);
    return results;
}

int requestsIn(DeviceProcess& device)
{
    int found = 0;
    const QJsonArray all = device.ask({QStringLiteral("inbox")}).value.toArray();
    for (const QJsonValue& message : all)
        found += message[QStringLiteral("class")].toString() == QLatin1String("RequestContact") ? 1 : 0;
    return found;
}

} // namespace

/// What was sent once is sent again, by who overheard it or by a sender without manners; and what is larger
/// than a message may be.
class TestReplays : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServiceProcess> m_service;

private slots:
    void init()
    {
        m_service = std::make_unique<ServiceProcess>();
        QVERIFY(m_service->start());
    }

    void cleanup() { m_service.reset(); }

    /// TLS ends at somebody else's computer, in front of the service, who keeps what goes by.
    void whatWasOverheardCountsOnce()
    {
        QTemporaryDir folder;
        const QString chain = folder.filePath(QStringLiteral("chain.pem"));
        const QString key = folder.filePath(QStringLiteral("key.der"));
        const auto identity =
            service::TlsIdentity::create({{"example.com"}, {"127.0.0.1"}}, SystemClock().now());
        QVERIFY(identity.has_value());
        for (const auto& [path, octets] : {std::pair(chain, bytesOf(identity->chainPem())),
                                           std::pair(key, identity->privateKey().view())}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(reinterpret_cast<const char*>(octets.data()), qint64(octets.size())),
                     qint64(octets.size()));
        }
        m_service = std::make_unique<ServiceProcess>();
        m_service->setCertificate(chain, key);
        QVERIFY(m_service->start());
        DeviceProcess alice(*m_service);
        DeviceProcess bob(*m_service);
        VERIFY_OK(alice.open());
        VERIFY_OK(alice.create(QStringLiteral("alice")));
        VERIFY_OK(bob.open());
        VERIFY_OK(bob.create(QStringLiteral("bob")));
        QVERIFY(m_service->stop());
        const quint16 usual = m_service->port();
        m_service->setPort(0);
        QVERIFY(m_service->start());
        ManInTheMiddle middle(usual, m_service->port(), *identity);
        QVERIFY(middle.isListening());

        QVERIFY(eventually([&] {
            return alice.ask({QStringLiteral("ask-for-contact"), QStringLiteral("bob@example.com")}).isOk();
        }));
        QVERIFY(alice.settles() && bob.settles());
        QVERIFY(eventually([&] { return requestsIn(bob) == 1; }));
        VERIFY_OK(alice.add(QStringLiteral("entry1"), QStringLiteral("value")));
        QVERIFY(alice.settles());

        std::map<std::string, int> replayed;
        std::optional<dare::Envelope> letter;
        const auto replayAll = [&] {
            for (const Bytes& request : middle.overheard()) {
                const auto name = protocol::transactionName(bytesOf(overheard(request)));
                // what nobody has signed, and what is held until there are news
                if (!name || *name == "Hello" || *name == "Status")
                    continue;
                const auto post =
                    encoding::fromTaggedJson<protocol::PostRequest>(bytesOf(overheard(request)));
                if (post && !post->message.empty())
                    letter = post->message.front();
                const auto reply = postOctets(*m_service, request);
                QVERIFY(reply.has_value());
                const std::string answer = overheard(reply->body);
                const auto says = [&](const char* what) { return answer.find(what) != std::string::npos; };
                // some are of before a start, or have tickets of before it
                const bool isOld =
                    says(R"("Status":401,"StatusExtended":1,)") || says(R"("StatusExtended":4)");
                const bool isSeen = says(R"("Status":401,"StatusExtended":2,)");
                QVERIFY2(isOld || isSeen, (*name + ": " + answer).c_str());
                ++replayed[*name + (isSeen ? ": seen" : ": old")];
            }
        };
        replayAll();
        QVERIFY(letter);
        QVERIFY(replayed["Post: seen"] > 0 && replayed["Upload: seen"] > 0);
        // a service that has just started does not remember them, and yet takes none
        m_service->kill();
        QVERIFY(m_service->start());
        replayAll();
        QVERIFY(replayed["Post: old"] > 0 && replayed["Upload: old"] > 0);
        for (const auto& [name, count] : replayed)
            qInfo("%s %d times", name.c_str(), count);

        // the letter itself in a request of his own: it is not his
        RawClient mallory(*m_service, "mallory");
        QVERIFY(mallory.settles());
        QCOMPARE(mallory.send(*letter, "bob@example.com").status(), 401);

        VERIFY_OK(alice.add(QStringLiteral("entry2"), QStringLiteral("value")));
        QVERIFY(alice.settles() && bob.settles());
        QCOMPARE(requestsIn(bob), 1);
        QCOMPARE(alice.ask({QStringLiteral("outbox")}).value.toArray().size(), 1);
        VERIFY_KEPT(alice, alice.ledger);
        QVERIFY(alice.state().problems.isEmpty() && bob.state().problems.isEmpty());
        QCOMPARE(alice.state().conflicts, 0);
    }

    void whatIsSentTwiceArrivesOnce()
    {
        RawClient alice(*m_service, "alice");
        RawClient bob(*m_service, "bob");
        QVERIFY(alice.settles() && bob.settles());
        const dare::Envelope message = alice.message(100);
        const auto request = alice.sealed(message, bob.address());
        const auto first = alice.post(request);
        COMPARE_STATUS(first, 201);
        QCOMPARE(resultsOf(first), std::vector<std::string>{"Accept"});
        const auto again = alice.post(request);
        COMPARE_STATUS(again, 401);
        QCOMPARE(again.detail(), protocol::StatusDetail::Replay);
        QVERIFY(again.isAuthentic);
        // the same message in another request may be one whose answer was lost
        COMPARE_STATUS(alice.send(message, bob.address()), 201);
        // somebody else's name on it
        COMPARE_STATUS(bob.send(message, bob.address()), 401);
        QVERIFY(m_service->stop());
        QVERIFY(m_service->start());
        COMPARE_STATUS(alice.send(message, bob.address()), 201);
        COMPARE_STATUS(alice.post(request), 401);
        QCOMPARE(bob.count(inbound, message), 1);
        QCOMPARE(alice.count(outbound, message), 1);
        QCOMPARE(bob.count(outbound, message), 0);
    }

    void whatIsTooLargeIsRefused()
    {
        constexpr std::size_t largestMessage = 65536; // what a service takes unless it says otherwise
        RawClient alice(*m_service, "alice");
        RawClient bob(*m_service, "bob");
        QVERIFY(alice.settles() && bob.settles());
        const std::size_t around = alice.message(0).toJson().size();
        const auto sized = [&](std::size_t octets) {
            dare::Envelope message = alice.message((octets - around) / 4 * 3);
            while (message.toJson().size() < octets - 4)
                message = alice.message(message.body().size() + 1);
            return message;
        };
        const dare::Envelope fits = sized(largestMessage);
        QVERIFY(fits.toJson().size() <= largestMessage);
        COMPARE_STATUS(alice.send(fits, bob.address()), 201);
        QCOMPARE(bob.count(inbound, fits), 1);
        for (const std::size_t octets : {largestMessage + 8, std::size_t(1) << 20U, std::size_t(4) << 20U}) {
            const dare::Envelope message = sized(octets);
            QVERIFY(message.toJson().size() > largestMessage);
            const auto answer = alice.send(message, bob.address());
            COMPARE_STATUS(answer, 413);
            QVERIFY(answer.isAuthentic);
            QCOMPARE(alice.count(outbound, message), 0);
            QCOMPARE(bob.count(inbound, message), 0);
        }
        // what is no request any more is not even read
        const dare::Envelope huge = alice.message(std::size_t(8) << 20U);
        const auto cut = postOctets(*m_service, alice.sealed(huge, bob.address()).body());
        QVERIFY(!cut || cut->status == 413);
        QCOMPARE(bob.count(inbound, huge), 0);
        // and the service goes on
        const dare::Envelope after = alice.message(100);
        COMPARE_STATUS(alice.send(after, bob.address()), 201);
        QCOMPARE(bob.count(inbound, after), 1);
        QVERIFY(m_service->stop());
    }
};

QTEST_GUILESS_MAIN(TestReplays)
#include "tst_replays.moc"
