#include "single_instance.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <future>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using mmm::desktop::SingleInstance;

namespace {

/// Whether a start of the program with that folder finds another one. On a thread of its own, as another
/// process would ask, while this one's events are served.
bool finds(const QString& folder)
{
    std::future<bool> asked =
        std::async(std::launch::async, [&] { return SingleInstance(folder).raiseOther(); });
    return QTest::qWaitFor(
               [&] { return asked.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }) &&
           asked.get();
}

} // namespace

/// A second start with the same data raises the window of the first.
class SingleInstanceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_temporary.isValid());
        qputenv("TMPDIR", m_temporary.path().toLocal8Bit()); // where Qt puts local servers
    }

    void theFirstIsRaised()
    {
        const QTemporaryDir folder;
        SingleInstance first(folder.path());
        const QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QVERIFY(!finds(folder.path())); // nobody listens yet
        first.listen();
        QVERIFY(finds(folder.path()));
        QCOMPARE(raised.size(), 1);
        QVERIFY(finds(folder.path() + QStringLiteral("/.//"))); // the same in other words
        QCOMPARE(raised.size(), 2);
    }

    void otherDataAreAnotherProgram()
    {
        const QTemporaryDir folder;
        const QTemporaryDir other;
        SingleInstance first(folder.path());
        const QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        first.listen();
        QVERIFY(!finds(other.path()));
        QCOMPARE(raised.size(), 0);
    }

    void theNextOneListensWhenTheFirstHasEnded()
    {
        const QTemporaryDir folder;
        {
            SingleInstance first(folder.path());
            first.listen();
        }
        QVERIFY(!finds(folder.path()));
        SingleInstance next(folder.path());
        const QSignalSpy raised(&next, &SingleInstance::raiseRequested);
        next.listen();
        QVERIFY(finds(folder.path()));
        QCOMPARE(raised.size(), 1);
    }

#ifdef Q_OS_UNIX
    void whatAKilledOneLeftIsNoHindrance()
    {
        const QTemporaryDir folder;
        QString name;
        {
            SingleInstance first(folder.path());
            first.listen();
            const QStringList sockets =
                QDir(m_temporary.path())
                    .entryList({QStringLiteral("mesh-desktop-*")}, QDir::Files | QDir::System | QDir::Hidden);
            QCOMPARE(sockets.size(), 1);
            name = m_temporary.filePath(sockets.first());
        }
        // a socket that nobody listens to any more
        const int left = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QVERIFY(left >= 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(name);
        QVERIFY(std::size_t(path.size()) < sizeof(address.sun_path));
        std::copy(path.begin(), path.end(), address.sun_path);
        QCOMPARE(::bind(left, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
        ::close(left);
        QVERIFY(!finds(folder.path()));
        SingleInstance next(folder.path());
        const QSignalSpy raised(&next, &SingleInstance::raiseRequested);
        next.listen();
        QVERIFY(finds(folder.path()));
        QCOMPARE(raised.size(), 1);
    }
#endif

private:
    const QTemporaryDir m_temporary;
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_single_instance.moc"
