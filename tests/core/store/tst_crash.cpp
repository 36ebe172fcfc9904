#include "support/failing_file_system.h"
#include "support/store_fixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace mmm;
using namespace mmm::test;
using Failure = FailingFileSystem::Failure;

namespace {

/// What the person was told. A value that was acknowledged must be there; one whose saving failed may be.
class Model
{
public:
    void saved(const std::string& id, const std::string& value) { m_allowed[id] = {value}; }
    void maybe(const std::string& id, const std::string& value)
    {
        if (!m_allowed.contains(id))
            m_allowed[id].insert(std::string());
        m_allowed[id].insert(value);
    }

    /// Empty if all is well.
    [[nodiscard]] std::string check(const TestDevice& device) const
    {
        for (const auto& [id, allowed] : m_allowed) {
            const std::string text = device.text(id);
            if (!allowed.contains(text))
                return id + " is '" + text + "'";
        }
        for (const std::string& id : device.catalog->ids()) {
            if (!m_allowed.contains(id))
                return id + " appeared";
        }
        return {};
    }

    std::map<std::string, std::set<std::string>> m_allowed; ///< empty text: not there
};

/// A day in the life of a device, on a disk that fails at one point.
class Day
{
public:
    explicit Day(TestAccount& account) : m_account(account) {}

    void run()
    {
        open();
        put("a", "1");
        put("b", "1");
        putMany({"c", "d", "e"});
        synchronise();
        put("a", "2");
        remove("b");
        other("r1");
        synchronise();
        put("c", "2");
        open();
        put("c", "3");
        remove("d");
        put("d", "2");
        synchronise();
        other("r2");
        put("f", "1");
        synchronise();
        open();
    }

    void open()
    {
        if (!m_device.open())
            m_device.catalog.reset();
    }

    void put(const std::string& id, const std::string& value)
    {
        if (!m_device.catalog)
            return;
        const Secret payload = credential(id, "u", value);
        record(id, std::string(payload.text()), m_device.catalog->put(id, payload).has_value());
    }

    void putMany(const std::vector<std::string>& ids)
    {
        if (!m_device.catalog)
            return;
        std::vector<store::Catalog::Item> items;
        for (const std::string& id : ids)
            items.push_back({id, credential(id, "u", "many")});
        std::vector<std::string> texts;
        for (const auto& item : items)
            texts.emplace_back(item.payload.text());
        const bool saved = m_device.catalog->putMany(std::move(items)).has_value();
        for (std::size_t i = 0; i < ids.size(); ++i)
            record(ids[i], texts[i], saved);
    }

    void remove(const std::string& id)
    {
        if (!m_device.catalog || !m_device.catalog->contains(id))
            return;
        record(id, {}, m_device.catalog->remove(id).has_value());
    }

    /// Another device adds an entry, on a disk that does not fail.
    void other(const std::string& id)
    {
        const Secret payload = credential(id, "u", "other");
        if (!m_other.catalog)
            QVERIFY(m_other.open().has_value());
        QVERIFY(m_other.download(m_service).has_value());
        QVERIFY(m_other.catalog->put(id, payload).has_value());
        QVERIFY(m_other.upload(m_service, true).value());
        m_model.maybe(id, std::string(payload.text()));
    }

    void synchronise()
    {
        if (!m_device.catalog)
            return;
        (void)m_device.download(m_service);
        (void)m_device.upload(m_service);
    }

    /// Everything that was acknowledged is there, the device works, and in the end all agree.
    std::string finish()
    {
        if (!m_device.catalog)
            open();
        if (!m_device.catalog)
            return "does not open";
        if (auto wrong = m_model.check(m_device); !wrong.empty())
            return wrong;
        put("last", "1");
        if (m_model.m_allowed["last"].size() != 1)
            return "cannot save any more";
        for (int i = 0; i < 3; ++i)
            synchronise();
        if (m_device.catalog->hasPending() || !m_device.catalog->conflictIds().empty())
            return "does not come to rest";
        TestDevice fresh{m_account, m_goodDisk, "/fresh"};
        if (!fresh.open() || !fresh.download(m_service))
            return "a new device cannot read";
        if (fresh.catalog->size() != m_device.catalog->size())
            return "a new device sees something else";
        for (const std::string& id : fresh.catalog->ids()) {
            if (fresh.text(id) != m_device.text(id))
                return "a new device sees something else in " + id;
        }
        return m_model.check(m_device);
    }

    FailingFileSystem m_disk;
    Model m_model;

private:
    void record(const std::string& id, const std::string& value, bool acknowledged)
    {
        if (acknowledged)
            m_model.saved(id, value);
        else
            m_model.maybe(id, value);
    }

    TestAccount& m_account;
    FailingFileSystem m_goodDisk;
    TestService m_service;
    TestDevice m_device{m_account, m_disk, "/device"};
    TestDevice m_other{m_account, m_goodDisk, "/other"};

public:
    void close() { m_device.catalog.reset(); }
};

constexpr const char* writerSwitch = "--write-until-killed";

/// The child process: saves one entry after the other and says when each is safe.
int writeUntilKilled(const std::string& directory, const Bytes& keyOctets)
{
    class FixedSeal final : public store::Seal
    {
    public:
        explicit FixedSeal(Bytes key) : m_key(std::move(key)) {}
        Result<Bytes> seal(std::string_view context, BytesView payload) const override
        {
            const Bytes nonce = crypto::randomBytes(12);
            MMM_TRY(const Bytes sealed, crypto::sealGcm(m_key, nonce, payload, bytesOf(context)));
            return concat(nonce, sealed);
        }
        Result<Secret> open(std::string_view context, BytesView sealed) const override
        {
            return crypto::openGcm(m_key, sealed.first(12), sealed.subspan(12), bytesOf(context));
        }

    private:
        Bytes m_key;
    };
    store::ContainerOptions options;
    options.directory = directory;
    options.name = schema::store_name::credential;
    options.account = "MAAA-BBBB";
    options.seal = std::make_shared<FixedSeal>(keyOctets);
    auto catalog = store::Catalog::open(options);
    if (!catalog)
        return 1;
    std::size_t number = (*catalog)->size();
    std::printf("open %zu %d\n", number, (*catalog)->report().damagedPending == 0 ? 1 : 0);
    std::fflush(stdout);
    for (;; ++number) {
        if (!(*catalog)->put(numbered("e", static_cast<int>(number)),
                             credential("host", "u", std::to_string(number))))
            return 2;
        std::printf("saved %zu\n", number);
        std::fflush(stdout);
    }
}

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatWasAcknowledged_data()
    {
        QTest::addColumn<int>("failure");
        QTest::newRow("refused") << int(Failure::Refuse);
        QTest::newRow("short") << int(Failure::Short);
        QTest::newRow("disk full") << int(Failure::DiskFull);
        QTest::newRow("power loss") << int(Failure::PowerLoss);
        QTest::newRow("torn") << int(Failure::Tear);
    }

    /// Fails at every point there is, one after the other.
    void keepsWhatWasAcknowledged()
    {
        QFETCH(int, failure);
        TestAccount account;
        std::size_t points = 0;
        {
            Day day(account);
            day.run();
            points = day.m_disk.points();
            QCOMPARE(day.finish(), std::string());
        }
        QVERIFY(points > 50);
        for (std::size_t point = 1; point <= points; ++point) {
            Day day(account);
            day.m_disk.failAt(point, Failure(failure));
            day.run();
            const bool isPowerLoss =
                Failure(failure) == Failure::PowerLoss || Failure(failure) == Failure::Tear;
            std::string wrong;
            if (!isPowerLoss) {
                // the program went on: it must still tell the truth
                day.m_disk.repair();
                day.open();
                wrong = day.finish();
            }
            day.close();
            day.m_disk.restart();
            if (wrong.empty())
                wrong = day.finish();
            QVERIFY2(
                wrong.empty(),
                qPrintable(
                    QString("point %1 of %2: %3").arg(point).arg(points).arg(QString::fromStdString(wrong))));
        }
    }

    /// A real process on a real disk, killed again and again in the middle of its work.
    void survivesBeingKilled()
    {
        QTemporaryDir directory;
        QVERIFY(directory.isValid());
        const Bytes key = crypto::randomBytes(32);
        const QString keyText = QByteArray(reinterpret_cast<const char*>(key.data()), 32).toHex();
        std::size_t acknowledged = 0;
        for (int round = 0; round < 8; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                        {writerSwitch, directory.filePath("account"), keyText});
            QVERIFY(child.waitForStarted());
            QByteArray output;
            // at least three saves, then a moment that nobody has chosen
            while (output.count("saved") < 3) {
                QVERIFY2(child.waitForReadyRead(30000), output.constData());
                output += child.readAllStandardOutput();
            }
            QTest::qWait(round * 3);
            child.kill();
            QVERIFY(child.waitForFinished());
            output += child.readAllStandardOutput();
            const QList<QByteArray> lines = output.split('\n');
            const QList<QByteArray> first = lines.first().split(' ');
            QCOMPARE(first.size(), 3);
            QVERIFY(first[1].toULongLong() >= acknowledged);
            QCOMPARE(first[2], QByteArray("1"));
            acknowledged = 0;
            for (const QByteArray& line : lines) {
                if (line.startsWith("saved "))
                    acknowledged = line.mid(6).toULongLong() + 1;
            }
        }
        QVERIFY(acknowledged >= 24);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments[1] == writerSwitch) {
        const QByteArray key = QByteArray::fromHex(arguments[3].toLatin1());
        return writeUntilKilled(arguments[2].toStdString(), Bytes(key.begin(), key.end()));
    }
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
