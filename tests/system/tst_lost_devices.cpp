#include "system/processes.h"

#include <QTest>

using namespace mmm;
using namespace mmm::system_test;

/// All devices are lost. What is left are the service and some printed shares.
class TestLostDevices : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServiceProcess> m_service;
    Ledger m_ledger; ///< what was acknowledged to the person
    QStringList m_shares;
    QStringList m_olderShares;

    static QStringList sharesOf(DeviceProcess& device)
    {
        QStringList shares;
        const Answer made = device.ask({QStringLiteral("shares"), 2, 3});
        for (const QJsonValue& share : made.value.toArray())
            shares.append(share.toString());
        return shares;
    }
    static Answer recover(DeviceProcess& device, const QStringList& shares,
                          const QString& account = QStringLiteral("alice@example.com"))
    {
        QJsonArray command{QStringLiteral("recover"), account};
        for (const QString& share : shares)
            command.append(share);
        return device.ask(command);
    }
    /// As a person types it from paper: nothing but the letters.
    static QString typed(const QString& share)
    {
        return share.section(u':', 1).section(u'?', 0, 0).toLower().replace(u'-', u' ');
    }
    static QString mistyped(const QString& share)
    {
        QString text = typed(share);
        text[20] = text[20] == u'a' ? u'b' : u'a';
        return text;
    }

private slots:
    void init()
    {
        m_service = std::make_unique<ServiceProcess>();
        QVERIFY(m_service->start());
        m_ledger = {};
        DeviceProcess first(*m_service);
        VERIFY_OK(first.open());
        VERIFY_OK(first.create(QStringLiteral("alice")));
        for (int number = 0; number < 20; ++number)
            VERIFY_OK(
                first.add(QStringLiteral("entry-%1").arg(number), QStringLiteral("value-%1").arg(number)));
        VERIFY_OK(first.edit(QStringLiteral("entry-3"), QStringLiteral("changed")));
        m_olderShares = sharesOf(first);
        m_shares = sharesOf(first);
        QCOMPARE(m_shares.size(), 3);
        QVERIFY(first.settles());
        m_ledger.add(first.ledger);
        first.kill();
    } // its folder is gone with it

    void cleanup() { m_service.reset(); }

    void twoOfThreeBringEverythingBack()
    {
        DeviceProcess blank(*m_service);
        VERIFY_OK(blank.open());
        VERIFY_OK(recover(blank, {m_shares[2], typed(m_shares[0])}));
        QVERIFY(blank.settles());
        VERIFY_KEPT(blank, m_ledger);
        // it administers the mesh: another device joins, the lost one is still listed to be disconnected
        DeviceProcess second(*m_service);
        VERIFY_OK(second.open());
        VERIFY_OK(second.join(blank.pin(), QStringLiteral("Second")));
        QVERIFY(second.settles());
        VERIFY_KEPT(second, m_ledger);
        QCOMPARE(blank.ask({QStringLiteral("devices")}).value.toArray().size(), 3);
        VERIFY_OK(second.add(QStringLiteral("later"), QStringLiteral("value")));
        QVERIFY(second.settles());
        QVERIFY(eventually([&] {
            const auto entries = blank.entries();
            return entries && entries->contains(QStringLiteral("later"));
        }));
        m_ledger.add(second.ledger);
        // the shares are good for a further time
        DeviceProcess again(*m_service);
        VERIFY_OK(again.open());
        VERIFY_OK(recover(again, {m_shares[1], m_shares[2]}));
        QVERIFY(again.settles());
        VERIFY_KEPT(again, m_ledger);
    }

    void wrongSharesAreRefusedAndOutvoted()
    {
        DeviceProcess bob(*m_service);
        VERIFY_OK(bob.open());
        VERIFY_OK(bob.create(QStringLiteral("bob")));
        const QStringList foreign = sharesOf(bob);

        DeviceProcess blank(*m_service);
        VERIFY_OK(blank.open());
        QCOMPARE(*recover(blank, {m_shares[0]}).fault, Fault::NotYet);
        QCOMPARE(*recover(blank, {m_shares[0], m_shares[0]}).fault, Fault::NotYet);
        QCOMPARE(*recover(blank, {m_shares[0], m_olderShares[1]}).fault, Fault::NotYet);
        QCOMPARE(*recover(blank, {m_shares[0], foreign[1]}).fault, Fault::NotYet);
        QCOMPARE(*recover(blank, {typed(m_shares[0]), typed(foreign[1])}).fault, Fault::BadShare);
        QCOMPARE(*recover(blank, {m_shares[0], mistyped(m_shares[1])}).fault, Fault::BadShare);
        // good shares of another mesh for this account
        QCOMPARE(*recover(blank, {foreign[0], foreign[1]}).fault, Fault::BadShare);
        QCOMPARE(blank.ask({QStringLiteral("stage")}).value.toString(), QStringLiteral("New"));
        // enough good ones prevail
        VERIFY_OK(
            recover(blank, {m_shares[0], foreign[1], m_olderShares[1], mistyped(m_shares[1]), m_shares[2]}));
        QVERIFY(blank.settles());
        VERIFY_KEPT(blank, m_ledger);
    }

    void theServiceIsAway()
    {
        DeviceProcess blank(*m_service);
        VERIFY_OK(blank.open());
        m_service->kill();
        QCOMPARE(*recover(blank, {m_shares[0], m_shares[1]}).fault, Fault::Offline);
        QVERIFY(m_service->start());
        QCOMPARE(*recover(blank, {m_shares[0], m_shares[1]}, QStringLiteral("nobody@example.com")).fault,
                 Fault::NotFound);
        VERIFY_OK(recover(blank, {m_shares[0], m_shares[1]}));
        QVERIFY(blank.settles());
        VERIFY_KEPT(blank, m_ledger);
    }

    void killedInTheMiddle()
    {
        DeviceProcess blank(*m_service);
        for (int attempt = 0; attempt < 4; ++attempt) {
            const Answer stage = blank.open();
            VERIFY_OK(stage);
            if (stage.value.toString() == QStringLiteral("Ready"))
                break;
            blank.begin(
                {QStringLiteral("recover"), QStringLiteral("alice@example.com"), m_shares[0], m_shares[1]});
            QTest::qWait(someMilliseconds(20, 700));
            blank.kill();
        }
        const Answer stage = blank.open();
        if (stage.value.toString() != QStringLiteral("Ready"))
            VERIFY_OK(recover(blank, {m_shares[0], m_shares[1]}));
        QVERIFY(blank.settles());
        VERIFY_KEPT(blank, m_ledger);
        VERIFY_OK(blank.add(QStringLiteral("afterwards"), QStringLiteral("value")));
        QVERIFY(blank.settles());
    }
};

QTEST_GUILESS_MAIN(TestLostDevices)
#include "tst_lost_devices.moc"
