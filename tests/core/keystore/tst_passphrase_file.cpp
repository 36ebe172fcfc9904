#include "keystore/passphrase_file_store.h"

#include "crypto/hash.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#if !defined(Q_OS_WIN)
#include <csignal>
#include <sys/resource.h>
#endif

using namespace mmm;
using namespace mmm::keystore;

namespace {

const Secret& passphrase()
{
    static const Secret secret(bytesOf("a long enough sentence"));
    return secret;
}

Secret text(std::string_view octets)
{
    return Secret(bytesOf(octets));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setContent(const QString& path, const QByteArray& octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(octets), octets.size());
}

/// As if the disk were full after that many octets of a file.
class FullDisk
{
public:
#if !defined(Q_OS_WIN)
    explicit FullDisk(qsizetype octets)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(octets);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
    }

private:
    rlimit m_before = {};
#endif
};

} // namespace

class TestPassphraseFile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("private/keys"));
    }

    void keepsAcrossRestarts()
    {
        {
            auto store = makeStore();
            QVERIFY(store->put("one", text("first"), Exportable::Yes));
            QVERIFY(store->put("two", text("second"), Exportable::No));
            QVERIFY(store->put("one", text("changed"), Exportable::Yes));
            QVERIFY(store->put("three", text("third"), Exportable::Yes));
            QVERIFY(store->remove("three"));
        }
        PassphraseFileStore store(place());
        QCOMPARE(*store.availability(), Availability::Locked);
        QCOMPARE(store.get("one").error().fault, Fault::KeychainLocked);
        QCOMPARE(store.get("absent").error().fault, Fault::KeychainLocked);
        QCOMPARE(store.put("new", text("x"), Exportable::Yes).error().fault, Fault::KeychainLocked);
        QVERIFY(store.open(passphrase()));
        QCOMPARE(*store.availability(), Availability::Ready);
        QCOMPARE(store.get("one")->text(), std::string_view("changed"));
        QCOMPARE(store.get("two").error().fault, Fault::NotExportable);
        QCOMPARE(store.get("three").error().fault, Fault::KeyNotFound);
        store.lock();
        QCOMPARE(store.get("one").error().fault, Fault::KeychainLocked);
    }

    void asksForThePassphraseWhenNeeded()
    {
        QVERIFY(makeStore()->put("one", text("first"), Exportable::Yes));
        int asked = 0;
        bool refuses = true;
        PassphraseFileStore store(place(), [&](std::stop_token) -> Result<Secret> {
            ++asked;
            if (refuses)
                return fail(Fault::KeychainRefused);
            return passphrase().clone();
        });
        QCOMPARE(store.get("one").error().fault, Fault::KeychainRefused);
        refuses = false;
        QCOMPARE(store.get("one")->text(), std::string_view("first"));
        QVERIFY(store.unlock());
        QCOMPARE(asked, 2);
    }

    void withoutFileThereIsNoKeychain()
    {
        PassphraseFileStore store(place());
        QCOMPARE(*store.availability(), Availability::NoService);
        QCOMPARE(store.open(passphrase()).error().fault, Fault::NoKeychain);
    }

    void isNeverMadeTwice()
    {
        auto store = makeStore();
        QVERIFY(store->put("one", text("first"), Exportable::Yes));
        PassphraseFileStore second(place());
        QCOMPARE(second.create(text("other"), leastCost).error().fault, Fault::Exists);
        QVERIFY(second.open(passphrase()));
        QVERIFY(*second.contains("one"));
    }

    void refusesAnotherPassphraseAndCheapOnes()
    {
        auto store = makeStore();
        PassphraseFileStore other(place());
        QCOMPARE(other.open(text("a long enough sentencE")).error().fault, Fault::WrongPassphrase);
        QCOMPARE(other.open(Secret()).error().fault, Fault::Missing);

        PassphraseFileStore cheap(std::filesystem::path(m_folder->path().toStdString()) / "cheap");
        QCOMPARE(cheap.create(passphrase(), {leastCost.memoryKib - 1, 2, 1}).error().fault,
                 Fault::Unsupported);
        QCOMPARE(cheap.create(passphrase(), {leastCost.memoryKib, 1, 1}).error().fault, Fault::Unsupported);
        QCOMPARE(cheap.create(passphrase(), {largestCost.memoryKib + 1, 2, 1}).error().fault,
                 Fault::TooLarge);
        QCOMPARE(cheap.create(Secret(), leastCost).error().fault, Fault::Missing);
        QCOMPARE(*cheap.availability(), Availability::NoService);
    }

    void changesThePassphrase()
    {
        auto store = makeStore();
        QVERIFY(store->put("one", text("first"), Exportable::Yes));
        const QByteArray before = contentOf(m_path);
        QCOMPARE(store->changePassphrase(text("wrong"), text("next"), leastCost).error().fault,
                 Fault::WrongPassphrase);
        QCOMPARE(store->changePassphrase(passphrase(), Secret(), leastCost).error().fault, Fault::Missing);
        QCOMPARE(contentOf(m_path), before);
        QVERIFY(store->changePassphrase(passphrase(), text("next"), leastCost));
        QCOMPARE(store->get("one")->text(), std::string_view("first"));
        QVERIFY(store->put("two", text("second"), Exportable::Yes));
        PassphraseFileStore other(place());
        QCOMPARE(other.open(passphrase()).error().fault, Fault::WrongPassphrase);
        QVERIFY(other.open(text("next")));
        QCOMPARE(other.get("two")->text(), std::string_view("second"));
    }

    void isForItsOwnerOnlyAndShowsNothing()
    {
        auto store = makeStore();
        QVERIFY(store->put("MB5S-R4AJ", text("a very recognisable secret"), Exportable::Yes));
        const QByteArray file = contentOf(m_path);
        QVERIFY(!file.contains("recognisable"));
        QVERIFY(!file.contains("MB5S"));
#if !defined(Q_OS_WIN)
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther |
                            QFile::ExeGroup | QFile::ExeOther;
        QVERIFY(!(QFileInfo(m_path).permissions() & others));
        QVERIFY(!(QFileInfo(QFileInfo(m_path).path()).permissions() & others));
#endif
        QVERIFY(store->put("other", text("x"), Exportable::Yes));
        QVERIFY(contentOf(m_path).mid(60, 12) != file.mid(60, 12));
    }

    void noticesEveryAlteredOctet()
    {
        auto store = makeStore();
        QVERIFY(store->put("one", text("first"), Exportable::Yes));
        const QByteArray file = contentOf(m_path);
        // What was derived once serves all files with this header, so the content is tried at every octet.
        const auto lock = KeyFileLock::open(passphrase(), viewOf(file));
        QVERIFY(lock);
        for (qsizetype i = 0; i < file.size(); ++i) {
            QByteArray altered = file;
            altered[i] = static_cast<char>(altered[i] ^ 0x10);
            if (i < 60)
                QCOMPARE(KeyFileLock::open(passphrase(), viewOf(altered)).error().fault, Fault::Damaged);
            QCOMPARE(lock->decrypt(viewOf(altered)).error().fault, Fault::Damaged);
        }
        for (qsizetype size = 0; size < file.size(); ++size) {
            const QByteArray cut = file.left(size);
            if (size < 72)
                QCOMPARE(KeyFileLock::open(passphrase(), viewOf(cut)).error().fault, Fault::Damaged);
            QCOMPARE(lock->decrypt(viewOf(cut)).error().fault, Fault::Damaged);
        }
        const QByteArray longer = file + '\0';
        QCOMPARE(lock->decrypt(viewOf(longer)).error().fault, Fault::Damaged);
        QVERIFY(lock->decrypt(viewOf(file)));

        setContent(m_path, file.left(file.size() - 1));
        PassphraseFileStore other(place());
        QCOMPARE(other.open(passphrase()).error().fault, Fault::Damaged);
        QCOMPARE(*other.availability(), Availability::Locked);
    }

    void doesNotSpendWhatAHostileFileAsksFor()
    {
        auto store = makeStore();
        QByteArray file = contentOf(m_path);
        for (int i = 8; i < 20; ++i)
            file[i] = '\xff';
        // somebody who knows the format can make the digest right
        const Bytes digest = crypto::sha256(viewOf(file).first(52));
        file.replace(52, 8, QByteArray(reinterpret_cast<const char*>(digest.data()), 8));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(KeyFileLock::open(passphrase(), viewOf(file)).error().fault, Fault::TooLarge);
        QVERIFY(timer.elapsed() < 100);
    }

#if !defined(Q_OS_WIN)
    // The disk is full after n octets, for every n up to the whole file: the old keys stay, on disk and in
    // memory.
    void survivesAFullDiskAtEveryOctet()
    {
        auto store = makeStore();
        QVERIFY(store->put("one", text("first"), Exportable::Yes));
        const QByteArray before = contentOf(m_path);
        qsizetype failures = 0;
        for (qsizetype size = 0;; ++size) {
            Status added;
            {
                const FullDisk full(size);
                added = store->put("two", text("second"), Exportable::Yes);
            }
            if (added)
                break;
            ++failures;
            QCOMPARE(added.error().fault, Fault::DiskFull);
            QCOMPARE(contentOf(m_path), before);
            QVERIFY(!QFile::exists(m_path + QStringLiteral(".new")));
            QCOMPARE(store->get("two").error().fault, Fault::KeyNotFound);
        }
        QVERIFY(failures >= before.size());
        Status changed;
        {
            const FullDisk full(10);
            changed = store->put("one", text("changed"), Exportable::Yes);
            QVERIFY(!store->remove("two"));
        }
        QVERIFY(!changed);
        QCOMPARE(store->get("one")->text(), std::string_view("first"));
        QVERIFY(*store->contains("two"));
    }

    // The power fails after n octets of the new file: what is left beside it does no harm.
    void survivesAPowerCutAtEveryOctet()
    {
        auto store = makeStore();
        QVERIFY(store->put("one", text("first"), Exportable::Yes));
        const QByteArray before = contentOf(m_path);
        QVERIFY(store->put("two", text("second"), Exportable::Yes));
        const QByteArray after = contentOf(m_path);
        for (qsizetype size = 0; size <= after.size(); ++size) {
            setContent(m_path, before);
            setContent(m_path + QStringLiteral(".new"), after.left(size));
            PassphraseFileStore restarted(place());
            if (size % 40 == 0) { // each opening costs a derivation
                QVERIFY(restarted.open(passphrase()));
                QCOMPARE(restarted.get("one")->text(), std::string_view("first"));
                QVERIFY(restarted.put("two", text("again"), Exportable::Yes));
                QVERIFY(!QFile::exists(m_path + QStringLiteral(".new")));
            }
        }
    }

    void saysThatAPlaceCannotBeWritten()
    {
        PassphraseFileStore store("/proc/keys-of-mesh/file");
        const Status made = store.create(passphrase(), leastCost);
        QVERIFY(!made);
        QVERIFY(made.error().fault == Fault::ReadOnly || made.error().fault == Fault::Io ||
                made.error().fault == Fault::NotFound);
    }
#endif

    void costsAboutHalfASecond()
    {
        PassphraseFileStore store(place());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(store.create(passphrase()));
        qInfo("a passphrase costs %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(timer.elapsed() > 50);
    }

private:
    std::filesystem::path place() const
    {
        return m_path.toStdString();
    }

    std::unique_ptr<PassphraseFileStore> makeStore() const
    {
        auto store = std::make_unique<PassphraseFileStore>(place());
        if (!store->create(passphrase(), leastCost))
            qFatal("no file of keys could be made");
        return store;
    }

    static BytesView viewOf(const QByteArray& octets)
    {
        return {reinterpret_cast<const std::uint8_t*>(octets.constData()),
                static_cast<std::size_t>(octets.size())};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestPassphraseFile)
#include "tst_passphrase_file.moc"
