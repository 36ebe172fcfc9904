#include "keystore/keychain_store.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <signal.h>
#include <thread>

using namespace mmm;
using namespace mmm::keystore;
using namespace std::chrono_literals;

namespace {

KeychainOptions options()
{
    KeychainOptions made;
    made.folder = "loss";
    made.patience = 8s;
    return made;
}

Secret sample()
{
    return Secret(bytesOf("what must not be lost"));
}

/// A keyring that opens the files of the one that died.
class SecondKeyring
{
public:
    bool start()
    {
        m_process.start(QStringLiteral("gnome-keyring-daemon"),
                        {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                         QStringLiteral("--components=secrets"),
                         QStringLiteral("--control-directory=") + qEnvironmentVariable("XDG_RUNTIME_DIR") +
                             QStringLiteral("/second")});
        m_process.write(qgetenv("MESH_TEST_KEYRING_PASSWORD"));
        m_process.closeWriteChannel();
        return m_process.waitForStarted();
    }

    ~SecondKeyring()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

} // namespace

class TestKeychainLoss : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY2(qEnvironmentVariableIsSet("MESH_TEST_BUS_PID"), "run through tests/support/with-keyring");
    }

    // The keyring dies in the middle of requests: each ends, and none says that the key does not exist.
    void aKeyringThatDiesAndComesBack()
    {
        KeychainStore store(options());
        QVERIFY(store.put("key", sample(), Exportable::Yes));
        std::atomic<int> misleading = 0;
        std::atomic<bool> stopped = false;
        std::thread reader([&] {
            while (!stopped) {
                const auto secret = store.get("key");
                if (!secret && secret.error().fault == Fault::KeyNotFound)
                    ++misleading;
            }
        });
        std::this_thread::sleep_for(200ms);
        kill(qEnvironmentVariableIntValue("MESH_TEST_KEYRING_PID"), SIGKILL);
        std::this_thread::sleep_for(500ms);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(store.get("key").error().fault, Fault::NoKeychain);
        QCOMPARE(store.put("key", sample(), Exportable::Yes).error().fault, Fault::NoKeychain);
        QVERIFY(timer.elapsed() < 5000);
        stopped = true;
        reader.join();
        QCOMPARE(misleading.load(), 0);

        QVERIFY(m_second.start());
        QTRY_COMPARE_WITH_TIMEOUT(store.availability().value_or(Availability::NoService), Availability::Ready,
                                  10000);
        const auto found = store.get("key");
        QVERIFY2(found, found ? "" : found.error().detail.c_str());
        QVERIFY(*found == sample());
    }

    void aBusThatDies()
    {
        KeychainStore store(options());
        std::atomic<int> misleading = 0;
        std::atomic<bool> stopped = false;
        std::thread reader([&] {
            while (!stopped) {
                const auto secret = store.get("key");
                if (!secret && secret.error().fault == Fault::KeyNotFound)
                    ++misleading;
            }
        });
        std::this_thread::sleep_for(200ms);
        kill(qEnvironmentVariableIntValue("MESH_TEST_BUS_PID"), SIGKILL);
        std::this_thread::sleep_for(500ms);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(*store.availability(), Availability::NoService);
        QCOMPARE(store.get("key").error().fault, Fault::NoKeychain);
        QCOMPARE(store.put("key", sample(), Exportable::Yes).error().fault, Fault::NoKeychain);
        QVERIFY(timer.elapsed() < 5000);
        stopped = true;
        reader.join();
        QCOMPARE(misleading.load(), 0);
    }

private:
    SecondKeyring m_second;
};

QTEST_GUILESS_MAIN(TestKeychainLoss)
#include "tst_keychain_loss.moc"
