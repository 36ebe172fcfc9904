#include "mesh/inbox.h"
#include "mesh/messaging.h"
#include "system/correspondents.h"

#include <QTest>

using namespace mmm;
using namespace mmm::system_test;
using mesh::ConfirmationState;
using mesh::MessageState;

namespace {

const QString aliceAddress = Correspondents::aliceAddress;
const QString bobAddress = Correspondents::bobAddress;

QJsonArray inbox(DeviceProcess& device)
{
    return device.ask({QStringLiteral("inbox")}).value.toArray();
}

std::optional<MessageState> stateOf(DeviceProcess& device, const QString& box, const QString& id)
{
    const auto message = messageIn(device, box, id);
    return message ? std::optional(MessageState(message->value(QStringLiteral("state")).toInt()))
                   : std::nullopt;
}

std::optional<MessageState> sent(DeviceProcess& device, const QString& id)
{
    return stateOf(device, QStringLiteral("outbox"), id);
}

std::optional<MessageState> received(DeviceProcess& device, const QString& id)
{
    return stateOf(device, QStringLiteral("inbox"), id);
}

QString ask(DeviceProcess& asker, const QString& text, int seconds = 600)
{
    return asker.ask({QStringLiteral("ask"), bobAddress, text, seconds}).value.toString();
}

ConfirmationState answerTo(DeviceProcess& asker, const QString& id)
{
    return ConfirmationState(asker.ask({QStringLiteral("confirmation"), id}).value.toInt());
}

} // namespace

/// Alice and Bob are at two services, and write to each other while something goes wrong.
class TestLetters : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Correspondents> m_people;
    ServiceProcess* m_here = nullptr;
    ServiceProcess* m_there = nullptr;
    DeviceProcess* m_alice = nullptr;
    DeviceProcess* m_bob = nullptr;

private slots:
    void init()
    {
        m_people = std::make_unique<Correspondents>();
        m_here = &m_people->here;
        m_there = &m_people->there;
        m_alice = &m_people->alice;
        m_bob = &m_people->bob;
        QVERIFY(m_people->meet());
    }

    void cleanup() { m_people.reset(); }

    void servicesAreAwayInTheMiddle()
    {
        // the own service is away: it waits on the disk of the device, which is killed meanwhile
        m_here->kill();
        const QString early = ask(*m_alice, QStringLiteral("Early?"));
        QVERIFY(!early.isEmpty());
        QCOMPARE(sent(*m_alice, early), MessageState::Waiting);
        m_alice->kill();
        VERIFY_OK(m_alice->open());
        QCOMPARE(sent(*m_alice, early), MessageState::Waiting);
        // the other one too: it waits at the own service, which is killed meanwhile
        m_there->kill();
        QVERIFY(m_here->start());
        QVERIFY(eventually([&] { return sent(*m_alice, early) == MessageState::Sent; }));
        m_here->kill();
        QVERIFY(m_here->start());
        QVERIFY(m_there->start());
        QVERIFY(eventually([&] { return received(*m_bob, early).has_value(); }, retrying));
        VERIFY_OK(m_bob->ask({QStringLiteral("confirm"), early}));
        QVERIFY(
            eventually([&] { return answerTo(*m_alice, early) == ConfirmationState::Accepted; }, retrying));
        // once is enough
        QCOMPARE(*m_bob->ask({QStringLiteral("confirm"), early}).fault, Fault::Expired);
        QCOMPARE(inbox(*m_bob).size(), 2);
    }

    void whatIsSentAgainArrivesOnce()
    {
        QStringList asked;
        for (int round = 0; round < 5; ++round) {
            asked.append(ask(*m_alice, QStringLiteral("Question %1?").arg(round)));
            QVERIFY(!asked.last().isEmpty());
            // somewhere between handing it over and hearing that it was taken
            QTest::qWait(someMilliseconds(0, 60));
            m_alice->kill();
            VERIFY_OK(m_alice->open());
        }
        for (const QString& id : asked)
            QVERIFY(eventually([&] { return received(*m_bob, id).has_value(); }, retrying));
        QVERIFY(m_alice->settles() && m_bob->settles());
        QCOMPARE(inbox(*m_bob).size(), 1 + asked.size());
        QCOMPARE(m_alice->ask({QStringLiteral("outbox")}).value.toArray().size(), 1 + asked.size());
    }

    void whatIsExpiredIsNotAnswered()
    {
        const QString asked = ask(*m_alice, QStringLiteral("Quick?"), 6);
        QVERIFY(eventually([&] { return received(*m_bob, asked).has_value(); }));
        QVERIFY(eventually([&] { return answerTo(*m_alice, asked) == ConfirmationState::Expired; }));
        QCOMPARE(*m_bob->ask({QStringLiteral("confirm"), asked}).fault, Fault::Expired);
        QCOMPARE(received(*m_bob, asked), MessageState::Expired);
    }

    void whatIsTooLongIsNotSent()
    {
        QCOMPARE(*m_alice->ask({QStringLiteral("ask"), bobAddress, QString(40000, u'x'), 600}).fault,
                 Fault::TooLarge);
        QCOMPARE(m_alice->ask({QStringLiteral("outbox")}).value.toArray().size(), 1);
    }

    void aBlockedSenderIsRefused()
    {
        VERIFY_OK(m_bob->ask({QStringLiteral("block"), aliceAddress}));
        QVERIFY(m_bob->settles());
        const QString asked = ask(*m_alice, QStringLiteral("Still there?"));
        QVERIFY(eventually([&] { return sent(*m_alice, asked) == MessageState::Failed; }, retrying));
        QCOMPARE(answerTo(*m_alice, asked), ConfirmationState::Failed);
        QVERIFY(m_bob->settles());
        QVERIFY(!received(*m_bob, asked));
    }

    void aDeletedAccountGetsNothing()
    {
        VERIFY_OK(m_bob->ask({QStringLiteral("delete-account")}));
        const QString asked = ask(*m_alice, QStringLiteral("Anybody?"));
        QVERIFY(eventually([&] { return sent(*m_alice, asked) == MessageState::Failed; }, retrying));
        QCOMPARE(*m_alice->ask({QStringLiteral("ask-for-contact"), bobAddress}).fault, Fault::NotFound);
    }

    void aMemberIsRemovedMeanwhile()
    {
        const QString group =
            m_alice->ask({QStringLiteral("make-group"), QStringLiteral("board")}).value.toString();
        QVERIFY(!group.isEmpty());
        VERIFY_OK(m_alice->ask({QStringLiteral("invite"), group, bobAddress}));
        const QString invitation = awaitMessage(*m_bob, QStringLiteral("GroupInvitation"), retrying);
        QVERIFY(!invitation.isEmpty());
        VERIFY_OK(m_bob->ask({QStringLiteral("join-group"), invitation}));
        const QJsonValue before =
            m_alice->ask({QStringLiteral("seal"), group, QStringLiteral("minutes")}).value;
        QCOMPARE(m_bob->ask({QStringLiteral("unseal"), before}).value.toString(), QStringLiteral("minutes"));
        // Bob is not there when it happens
        QVERIFY(m_bob->settles());
        QVERIFY(m_bob->close());
        VERIFY_OK(m_alice->ask({QStringLiteral("expel"), group, bobAddress}));
        const QJsonValue after =
            m_alice->ask({QStringLiteral("seal"), group, QStringLiteral("secret")}).value;
        VERIFY_OK(m_bob->open());
        QCOMPARE(*m_bob->ask({QStringLiteral("unseal"), after}).fault, Fault::NotAuthorised);
        QCOMPARE(*m_bob->ask({QStringLiteral("unseal"), before}).fault, Fault::NotAuthorised);
        QCOMPARE(m_alice->ask({QStringLiteral("unseal"), after}).value.toString(), QStringLiteral("secret"));
    }
};

QTEST_GUILESS_MAIN(TestLetters)
#include "tst_letters.moc"
