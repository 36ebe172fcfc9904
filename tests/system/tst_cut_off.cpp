#include "system/correspondents.h"

#include <QTest>

using namespace mmm;
using namespace mmm::system_test;

namespace {

/// Longer than what is asked takes, so that kills hit all of it and what comes after.
constexpr int longest = 250;

/// A service that ends in the middle leaves one of these behind, and nothing worse.
bool isCutOff(const Answer& answer)
{
    return answer.fault == Fault::Offline || answer.fault == Fault::Timeout ||
           answer.fault == Fault::Overloaded;
}

} // namespace

/// Groups, and files by their locators, while the service that they need is killed and comes back: what was
/// acknowledged holds, and what was not is done by asking again.
class TestCutOff : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Correspondents> m_people;
    int m_cut = 0;
    QString m_invitation;

    /// Asks while the service is killed some moment later and started again; the first answer.
    Answer askWhileKilled(DeviceProcess& device, ServiceProcess& service, const QJsonArray& command)
    {
        device.begin(command);
        QTest::qWait(someMilliseconds(0, longest));
        service.kill();
        const Answer first = device.answer();
        m_cut += first.isOk() ? 0 : 1;
        if (!service.start())
            return {{}, Fault::Internal, QStringLiteral("the service does not start again")};
        return first;
    }
    /// The same, and afterwards until it is done.
    Answer askUntilDone(DeviceProcess& device, ServiceProcess& service, const QJsonArray& command)
    {
        Answer answer = askWhileKilled(device, service, command);
        (void)eventually([&] {
            if (isCutOff(answer))
                answer = device.ask(command);
            return !isCutOff(answer);
        });
        return answer;
    }

    /// An invitation that was not there the last time.
    QString nextInvitation(DeviceProcess& device)
    {
        QString next;
        (void)eventually(
            [&] {
                const QString newest = awaitMessage(device, QStringLiteral("GroupInvitation"), 1000);
                if (newest != m_invitation)
                    next = m_invitation = newest;
                return !next.isEmpty();
            },
            retrying);
        return next;
    }

private slots:
    void init()
    {
        m_invitation.clear();
        m_cut = 0;
        m_people = std::make_unique<Correspondents>();
        QVERIFY(m_people->meet());
    }

    void cleanup()
    {
        qInfo("cut off %d times", m_cut);
        m_people.reset();
    }

    void aMemberIsInvited()
    {
        DeviceProcess& alice = m_people->alice;
        DeviceProcess& bob = m_people->bob;
        for (int round = 0; round < 4; ++round) {
            const QString name = QStringLiteral("board%1").arg(round);
            const Answer made = askWhileKilled(alice, m_people->here, {QStringLiteral("make-group"), name});
            QVERIFY2(made.isOk() || isCutOff(made), qPrintable(made.detail));
            QString group = made.value.toString();
            if (group.isEmpty()) {
                // the name may have been given away with an answer that was lost
                const Answer other = alice.ask({QStringLiteral("make-group"), name + QStringLiteral("-b")});
                VERIFY_OK(other);
                group = other.value.toString();
            }
            VERIFY_OK(askUntilDone(alice, m_people->here,
                                   {QStringLiteral("invite"), group, Correspondents::bobAddress}));
            // one that was sent again because an answer was lost may come for the group before
            QString joined;
            while (joined != group) {
                const QString invitation = nextInvitation(bob);
                QVERIFY(!invitation.isEmpty());
                const Answer accepted =
                    askUntilDone(bob, m_people->there, {QStringLiteral("join-group"), invitation});
                VERIFY_OK(accepted);
                joined = accepted.value.toString();
            }
            const Answer sealed = alice.ask({QStringLiteral("seal"), group, QStringLiteral("minutes")});
            VERIFY_OK(sealed);
            const Answer opened = askUntilDone(bob, m_people->here, {QStringLiteral("unseal"), sealed.value});
            VERIFY_OK(opened);
            QCOMPARE(opened.value.toString(), QStringLiteral("minutes"));
        }
    }

    void aMemberDecrypts()
    {
        DeviceProcess& alice = m_people->alice;
        DeviceProcess& bob = m_people->bob;
        const QString group =
            alice.ask({QStringLiteral("make-group"), QStringLiteral("board")}).value.toString();
        VERIFY_OK(alice.ask({QStringLiteral("invite"), group, Correspondents::bobAddress}));
        const QString invitation = awaitMessage(bob, QStringLiteral("GroupInvitation"), retrying);
        VERIFY_OK(bob.ask({QStringLiteral("join-group"), invitation}));
        const Answer sealed = alice.ask({QStringLiteral("seal"), group, QStringLiteral("minutes")});
        VERIFY_OK(sealed);
        for (int round = 0; round < 12; ++round) {
            const Answer opened = askUntilDone(bob, m_people->here, {QStringLiteral("unseal"), sealed.value});
            VERIFY_OK(opened);
            QCOMPARE(opened.value.toString(), QStringLiteral("minutes"));
        }
        // without the group's service nobody decrypts, and nobody is told a wrong reason
        m_people->here.kill();
        QVERIFY(isCutOff(bob.ask({QStringLiteral("unseal"), sealed.value})));
        QVERIFY(m_people->here.start());
        // who is expelled while the service is killed is out, or is told that it did not happen
        const Answer expelled =
            askUntilDone(alice, m_people->here, {QStringLiteral("expel"), group, Correspondents::bobAddress});
        // where only the answer was lost, there is nobody to expel when it is asked again
        QVERIFY2(expelled.isOk() || expelled.fault == Fault::NotFound, qPrintable(expelled.detail));
        QVERIFY(m_people->here.stop());
        QVERIFY(m_people->here.start());
        QCOMPARE(*bob.ask({QStringLiteral("unseal"), sealed.value}).fault, Fault::NotAuthorised);
    }

    void aFileIsPublishedAndFetched()
    {
        DeviceProcess& alice = m_people->alice;
        DeviceProcess& bob = m_people->bob;
        for (int round = 0; round < 12; ++round) {
            // large enough to be under way for a while
            const QString content = QString(200000, QChar('a' + round));
            const Answer published =
                askUntilDone(alice, m_people->here,
                             {QStringLiteral("publish"), QStringLiteral("will%1.txt").arg(round), content});
            VERIFY_OK(published);
            const Answer fetched =
                askUntilDone(bob, m_people->here, {QStringLiteral("fetch"), published.value});
            VERIFY_OK(fetched);
            QVERIFY(fetched.value.toString() == content);
        }
    }
};

QTEST_GUILESS_MAIN(TestCutOff)
#include "tst_cut_off.moc"
