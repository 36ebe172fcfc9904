#include "keystore/keychain_store.h"

#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingReply>
#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace mmm;
using namespace mmm::keystore;
using namespace std::chrono_literals;

namespace {

KeychainOptions optionsFor(const std::string& folder)
{
    KeychainOptions options;
    options.service = "Mesh test";
    options.folder = folder;
    options.patience = 30s;
    return options;
}

Secret patterned(std::size_t size)
{
    Secret secret(size);
    for (std::size_t i = 0; i < size; ++i)
        secret.writable()[i] = static_cast<std::uint8_t>(i * 7 + i / 256);
    return secret;
}

QDBusInterface service()
{
    return QDBusInterface(QStringLiteral("org.freedesktop.secrets"),
                          QStringLiteral("/org/freedesktop/secrets"),
                          QStringLiteral("org.freedesktop.Secret.Service"));
}

QString defaultCollection()
{
    return service()
        .call(QStringLiteral("ReadAlias"), QStringLiteral("default"))
        .arguments()
        .value(0)
        .value<QDBusObjectPath>()
        .path();
}

/// A provider may answer a request with a prompt, which it wants called before it acts.
void callPrompt(const QDBusMessage& reply, int position)
{
    const QString prompt = reply.arguments().value(position).value<QDBusObjectPath>().path();
    if (prompt.size() > 1) {
        QDBusInterface(QStringLiteral("org.freedesktop.secrets"), prompt,
                       QStringLiteral("org.freedesktop.Secret.Prompt"))
            .call(QStringLiteral("Prompt"), QString());
    }
}

/// KeePassXC 2.7.4 may crash when it is changed or locked while it saves, and does not say when it has saved.
/// KeychainStore waits between its own changes; what a test does past it has to wait as well.
void awaitSaved()
{
    if (qgetenv("MESH_TEST_KEYRING") == "keepassxc")
        QTest::qWait(3000);
}

/// As the tray program of the keyring would do it.
void lockCollection()
{
    awaitSaved();
    const QList<QDBusObjectPath> collections{QDBusObjectPath(defaultCollection())};
    callPrompt(service().call(QStringLiteral("Lock"), QVariant::fromValue(collections)), 1);
}

Fault faultOf(const Status& status)
{
    return status ? Fault::Internal : status.error().fault;
}

} // namespace

class TestKeychainStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariableIsSet("MESH_TEST_KEYRING"), "run through tests/support/with-keyring");
    }

    void isReady()
    {
        KeychainStore store(optionsFor("one"));
        const auto availability = store.availability();
        QVERIFY2(availability, availability ? "" : availability.error().detail.c_str());
        QCOMPARE(*availability, Availability::Ready);
        QVERIFY(store.unlock());
    }

    void keepsReplacesAndRemoves()
    {
        KeychainStore store(optionsFor("one"));
        const Secret secret = patterned(57);
        const Status kept = store.put("MB5S-R4AJ-3FBT", secret, Exportable::Yes);
        QVERIFY2(kept, kept ? "" : kept.error().detail.c_str());
        QVERIFY(*store.get("MB5S-R4AJ-3FBT") == secret);
        QVERIFY(store.put("MB5S-R4AJ-3FBT", Secret(bytesOf("other")), Exportable::No));
        QCOMPARE(store.get("MB5S-R4AJ-3FBT").error().fault, Fault::NotExportable);
        QVERIFY(*store.contains("MB5S-R4AJ-3FBT"));
        QVERIFY(store.remove("MB5S-R4AJ-3FBT"));
        QCOMPARE(store.get("MB5S-R4AJ-3FBT").error().fault, Fault::KeyNotFound);
        QVERIFY(store.remove("MB5S-R4AJ-3FBT"));
    }

    void foldersShareNothing()
    {
        KeychainStore one(optionsFor("one"));
        KeychainStore two(optionsFor("two"));
        QVERIFY(one.put("seal:x", patterned(32), Exportable::Yes));
        QCOMPARE(two.get("seal:x").error().fault, Fault::KeyNotFound);
        QVERIFY(two.remove("seal:x"));
        QVERIFY(*one.contains("seal:x"));
    }

    void aDeletedItemIsNotFound()
    {
        KeychainStore store(optionsFor("deleted"));
        QVERIFY(store.put("key", patterned(56), Exportable::Yes));
        // by somebody else, with the keyring's own program
        qDBusRegisterMetaType<QMap<QString, QString>>();
        const QMap<QString, QString> attributes{
            {QStringLiteral("user"), QStringLiteral("Mesh test/deleted/key")}};
        const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> found =
            service().asyncCall(QStringLiteral("SearchItems"), QVariant::fromValue(attributes));
        QCOMPARE(found.argumentAt<0>().size(), 1);
        QDBusInterface item(QStringLiteral("org.freedesktop.secrets"), found.argumentAt<0>().first().path(),
                            QStringLiteral("org.freedesktop.Secret.Item"));
        awaitSaved();
        callPrompt(item.call(QStringLiteral("Delete")), 0);
        awaitSaved();
        QTRY_VERIFY(!store.get("key"));
        QCOMPARE(store.get("key").error().fault, Fault::KeyNotFound);
    }

    void worksFromAThreadWithoutEvents()
    {
        KeychainStore store(optionsFor("threads"));
        std::vector<std::thread> threads;
        std::atomic<int> succeeded = 0;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&store, &succeeded, i] {
                const std::string name = "key" + std::to_string(i);
                const Secret secret = patterned(40 + static_cast<std::size_t>(i));
                if (store.put(name, secret, Exportable::Yes) && store.get(name).value_or(Secret()) == secret)
                    ++succeeded;
            });
        }
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(succeeded.load(), 4);
    }

    void keepsLargeItems()
    {
        KeychainStore store(optionsFor("large"));
        const Secret secret = patterned(65536);
        const Status kept = store.put("large", secret, Exportable::Yes);
        QVERIFY2(kept, kept ? "" : kept.error().detail.c_str());
        QVERIFY(*store.get("large") == secret);
    }

    void keepsManyItems()
    {
        // Every change costs a provider a save of its whole file, so the full number is for who asks for it.
        // Changes to KeePassXC are made at its own pace.
        const int count = qEnvironmentVariableIsSet("MESH_TEST_MANY_ITEMS") ? 1000
                          : qgetenv("MESH_TEST_KEYRING") == "keepassxc"     ? 10
                                                                            : 100;
        KeychainStore store(optionsFor("many"));
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < count; ++i)
            QVERIFY2(store.put("key" + std::to_string(i), patterned(57), Exportable::Yes),
                     qPrintable(QStringLiteral("item %1").arg(i)));
        const qint64 written = timer.restart();
        for (int i = 0; i < count; ++i)
            QVERIFY(store.get("key" + std::to_string(i)).has_value());
        qInfo("%d items: put %.1f ms each, get %.1f ms each", count, double(written) / count,
              double(timer.elapsed()) / count);
    }

    void aLockedKeychainIsNoFirstRun()
    {
        KeychainOptions options = optionsFor("locked");
        options.patience = 3s;
        KeychainStore prompting(options);
        options.promptWhenLocked = false;
        KeychainStore silent(options);
        QVERIFY(silent.put("key", patterned(57), Exportable::Yes));
        lockCollection();
        QTRY_COMPARE(*silent.availability(), Availability::Locked);

        QCOMPARE(silent.get("key").error().fault, Fault::KeychainLocked);
        QCOMPARE(silent.get("absent").error().fault, Fault::KeychainLocked);
        QCOMPARE(silent.contains("absent").error().fault, Fault::KeychainLocked);
        QCOMPARE(faultOf(silent.put("new", patterned(5), Exportable::Yes)), Fault::KeychainLocked);
        QCOMPARE(faultOf(silent.remove("key")), Fault::KeychainLocked);

        // Nobody is there to answer the prompt: it is refused at once or given up in time, and said so.
        const Fault fault = prompting.get("key").error().fault;
        QVERIFY2(fault == Fault::KeychainLocked || fault == Fault::KeychainRefused ||
                     fault == Fault::KeychainTimeout,
                 qPrintable(QString::number(int(fault))));
    }
};

QTEST_GUILESS_MAIN(TestKeychainStore)
#include "tst_keychain_store.moc"
