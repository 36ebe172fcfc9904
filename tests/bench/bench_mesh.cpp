// A personal mesh of two devices, each in a process of its own, over a real mesh-service on loopback: import
// of many credentials as one batch, their upload, the first synchronisation of the second device, and how
// long a change takes to the other one. A table, or JSON with --json.
//
// --prepare FOLDER instead fills a data folder for mesh-desktop, with its keys in the session's keychain.

#include "bench/figures.h"
#include "interchange/duplicates.h"
#include "interchange/import_file.h"
#include "keystore/backend_record.h"
#include "keystore/keychain_store.h"
#include "keystore/memory_store.h"
#include "mesh/account.h"
#include "mesh/personal_mesh.h"
#include "schema/catalog.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <thread>

using namespace mmm;
using namespace mmm::bench;

namespace {

constexpr auto domain = "example.com";
constexpr auto patience = std::chrono::seconds(300);

/// Stops the program if a step fails: figures of what did not happen mean nothing.
template<typename Outcome>
decltype(auto) require(Outcome&& outcome, const char* step)
{
    if (!outcome) {
        std::fprintf(stderr, "bench_mesh: %s failed: %d %s\n", step, int(outcome.error().fault),
                     outcome.error().detail.c_str());
        std::exit(1);
    }
    return std::forward<Outcome>(outcome);
}

std::int64_t nanoseconds()
{
    return Stopwatch::now().time_since_epoch().count();
}

/// What Chrome writes when it exports passwords.
Bytes csvOf(int entries)
{
    std::string csv = "name,url,username,password\n";
    for (int i = 0; i < entries; ++i) {
        const std::string number = std::to_string(i);
        csv += "host" + number + ".example.com,https://host" + number + ".example.com/login,user" + number +
               "@example.org,\"a password, of some length " + number + "\"\n";
    }
    return copyOf(bytesOf(csv));
}

/// Waits for what the mesh tells.
class Watcher final : public mesh::Observer
{
public:
    void entriesChanged(const std::string& container, const std::vector<std::string>&) override
    {
        const std::scoped_lock lock(m_mutex);
        if (container == schema::store_name::credential)
            m_changed = nanoseconds();
        ++m_news;
        m_happened.notify_all();
    }
    void syncChanged(const mesh::SyncState& state) override
    {
        const std::scoped_lock lock(m_mutex);
        m_state = state;
        ++m_news;
        m_happened.notify_all();
    }

    /// The moment of the last change of the credentials, once the condition is true.
    template<typename Condition>
    std::int64_t await(Condition condition, const char* what)
    {
        const auto end = Stopwatch::now() + patience;
        std::unique_lock lock(m_mutex);
        for (;;) {
            const int seen = m_news;
            lock.unlock();
            if (condition())
                break;
            lock.lock();
            if (!m_happened.wait_until(lock, end, [&] { return m_news != seen; })) {
                std::fprintf(stderr, "bench_mesh: %s did not happen\n", what);
                std::exit(1);
            }
        }
        lock.lock();
        return m_changed;
    }
    void awaitUploaded()
    {
        (void)await(
            [this] {
                const std::scoped_lock lock(m_mutex);
                return m_state && m_state->phase == mesh::SyncPhase::Idle && m_state->pending == 0;
            },
            "the upload");
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_happened;
    int m_news = 0;
    std::int64_t m_changed = 0;
    std::optional<mesh::SyncState> m_state;
};

struct Import
{
    double read = 0;  ///< seconds: parse and look for duplicates
    double store = 0; ///< seconds until everything is durable
};

Import import(mesh::Account& account, int entries)
{
    const Bytes csv = csvOf(entries);
    Import times;
    auto start = Stopwatch::now();
    const auto file = require(interchange::readImport(csv), "reading the file");
    interchange::KnownEntries known;
    const auto& credentials = std::get<interchange::CredentialFile>(*file).credentials;
    for (const schema::CatalogedCredential& credential : credentials)
        known.note(credential);
    times.read = secondsSince(start);
    start = Stopwatch::now();
    require(account.credentials().addAll(credentials), "the import");
    times.store = secondsSince(start);
    return times;
}

/// A mesh-service in a process of its own.
class ServiceProcess
{
public:
    ServiceProcess(const QString& program, const QString& folder)
    {
        QFile passphrase(folder + QStringLiteral("/passphrase"));
        if (!passphrase.open(QFile::WriteOnly) || passphrase.write("for a measurement\n") < 0)
            std::exit(1);
        passphrase.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program, {QStringLiteral("--data"), folder + QStringLiteral("/service"),
                                  QStringLiteral("--domain"), QString::fromLatin1(domain),
                                  QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                  QStringLiteral("--passphrase-file"), passphrase.fileName()});
        QByteArray said;
        while (!said.contains("fingerprint") && m_process.waitForReadyRead(30000))
            said += m_process.readAll();
        const qsizetype colon = said.indexOf("https://127.0.0.1:");
        m_endpoint.host = "127.0.0.1";
        m_endpoint.hostHeader = domain;
        m_endpoint.port = static_cast<std::uint16_t>(said.mid(colon + 18, 5).split('/')[0].trimmed().toInt());
        if (colon < 0 || m_endpoint.port == 0) {
            std::fprintf(stderr, "bench_mesh: the service does not start: %s\n", said.constData());
            std::exit(1);
        }
    }
    ~ServiceProcess()
    {
        m_process.terminate();
        m_process.waitForFinished(10000);
    }
    [[nodiscard]] const protocol::Endpoint& endpoint() const { return m_endpoint; }
    [[nodiscard]] double peakMib() const
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
        return status.open(QFile::ReadOnly) ? mibIn(status.readAll(), "VmHWM") : 0;
    }

private:
    static double mibIn(const QByteArray& status, const char* which)
    {
        const qsizetype at = status.indexOf(which);
        return at < 0 ? 0 : status.mid(at).simplified().split(' ').at(1).toDouble() / 1024;
    }
    QProcess m_process;
    protocol::Endpoint m_endpoint;
};

/// The second device: reads an offer from its input, joins, and tells of each step in its output.
int join(const QString& folder, int entries, int changes)
{
    std::string offerText;
    std::getline(std::cin, offerText);
    const auto offer = require(mesh::ConnectionOffer::parse(offerText), "the offer");
    mesh::Options options;
    options.folder = folder.toStdString();
    options.keyStore = std::make_shared<keystore::MemoryStore>();
    auto device = std::move(*require(mesh::PersonalMesh::open(std::move(options)), "opening"));
    Watcher watcher;
    device->addObserver(&watcher);
    const auto asked = Stopwatch::now();
    require(device->requestConnection(*offer, "Second device"), "asking");
    require(device->awaitConnection(), "connecting");
    const double pairing = secondsSince(asked);
    const auto connected = Stopwatch::now();
    const std::clock_t processor = std::clock();
    device->startSync();
    const auto size = [&] { return int(device->account()->credentials().size()); };
    watcher.await([&] { return size() >= entries; }, "the first synchronisation");
    std::printf("%f %f %f %f\n", pairing, secondsSince(connected),
                double(std::clock() - processor) / CLOCKS_PER_SEC, residentMib("VmHWM"));
    std::fflush(stdout);
    for (int i = 1; i <= changes; ++i) {
        const std::int64_t moment = watcher.await([&] { return size() >= entries + i; }, "the change");
        std::printf("%lld\n", static_cast<long long>(moment));
        std::fflush(stdout);
    }
    std::getline(std::cin, offerText); // until the other side has seen it
    device->removeObserver(&watcher);
    return 0;
}

QByteArray lineFrom(QProcess& process)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(300000)) {
            std::fputs("bench_mesh: the second device is silent\n", stderr);
            std::exit(1);
        }
    }
    return process.readLine().trimmed();
}

int measure(const QString& service, int entries, int changes, Figures& figures)
{
    const QTemporaryDir folder;
    const ServiceProcess host(service, folder.path());
    mesh::Options options;
    options.folder = folder.filePath(QStringLiteral("first")).toStdString();
    options.keyStore = std::make_shared<keystore::MemoryStore>();
    options.knownServices[domain] = host.endpoint();
    auto device = std::move(*require(mesh::PersonalMesh::open(std::move(options)), "opening"));
    Watcher watcher;
    device->addObserver(&watcher);
    mesh::NewMesh choice;
    choice.accountName = "alice";
    choice.fullName = "Alice Example";
    choice.deviceName = "First device";
    choice.service = {false, domain, {}};
    auto start = Stopwatch::now();
    require(device->create(choice), "creating the mesh");
    figures.add("create a mesh (s)", "a new mesh and its account", secondsSince(start), "s");

    const std::string size = std::to_string(entries);
    const Import times = import(*device->account(), entries);
    figures.add("import: read (s)", "import of " + size + " from CSV: read, find duplicates", times.read,
                "s");
    figures.add("import: store (s)", "import of " + size + ": one batch, durable", times.store, "s");
    start = Stopwatch::now();
    device->startSync();
    watcher.awaitUploaded();
    figures.add("upload (s)", "upload of " + size + ", signed as one batch", secondsSince(start), "s");

    const auto offer = require(device->issuePin(), "the PIN");
    QProcess second;
    second.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    second.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--join"), folder.filePath(QStringLiteral("second")),
                  QStringLiteral("--entries"), QString::number(entries), QStringLiteral("--changes"),
                  QString::number(changes)});
    const std::string_view text = offer->text.text();
    second.write(QByteArray(text.data(), qsizetype(text.size())) + '\n');
    const QList<QByteArray> parts = lineFrom(second).split(' ');
    figures.add("pairing (s)", "a second device asks with a PIN and is connected", parts.value(0).toDouble(),
                "s");
    figures.add("first sync (s)", "first synchronisation of " + size, parts.value(1).toDouble(), "s");
    figures.add("first sync, processor (s)", "  of that, processor time of the new device",
                parts.value(2).toDouble(), "s");
    figures.add("first sync, peak (MiB)", "  peak memory of the new device", parts.value(3).toDouble(),
                "MiB");

    std::vector<double> delays;
    std::vector<double> adds;
    for (int i = 0; i < changes; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(150)); // a person is not faster
        schema::CatalogedCredential entry;
        entry.service = "https://changed" + std::to_string(i) + ".example.com";
        entry.username = "somebody";
        const std::int64_t before = nanoseconds();
        require(device->account()->credentials().add(entry), "the change");
        adds.push_back(double(nanoseconds() - before) / 1e6);
        delays.push_back(double(lineFrom(second).toLongLong() - before) / 1e6);
    }
    figures.add("change: add, median (ms)", "a change is durable here, median", quantile(adds, 0.5), "ms");
    figures.add("change: median (ms)", "  and on the other device, median", quantile(delays, 0.5), "ms");
    figures.add("change: 95 % (ms)", "  95 of 100 within", quantile(delays, 0.95), "ms");
    figures.add("change: worst (ms)", "  worst", quantile(delays, 1), "ms");
    figures.add("first device, peak (MiB)", "peak memory of the first device", residentMib("VmHWM"), "MiB");
    figures.add("service, peak (MiB)", "peak memory of mesh-service", host.peakMib(), "MiB");
    second.write("\n");
    second.waitForFinished(30000);
    device->removeObserver(&watcher);
    figures.print();
    return second.exitCode();
}

int prepare(const QString& folder, int entries)
{
    mesh::Options options;
    options.folder = folder.toStdString();
    std::filesystem::create_directories(options.folder);
    const auto record = require(keystore::chooseBackend(options.folder, keystore::Backend::Keychain),
                                "choosing the keychain");
    keystore::KeychainOptions keychain;
    keychain.folder = record->folder;
    options.keyStore = std::make_shared<keystore::KeychainStore>(keychain);
    auto device = std::move(*require(mesh::PersonalMesh::open(std::move(options)), "opening"));
    Watcher watcher;
    device->addObserver(&watcher);
    mesh::NewMesh choice;
    choice.accountName = "alice";
    choice.fullName = "Alice Example";
    choice.deviceName = "First device";
    require(device->create(choice), "creating the mesh");
    import(*device->account(), entries);
    device->startSync();
    watcher.awaitUploaded();
    device->removeObserver(&watcher);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({"json", "Print JSON instead of a table."});
    parser.addOption({"service", "The program mesh-service.", "program"});
    parser.addOption({"entries", "Number of credentials.", "number", "10000"});
    parser.addOption({"changes", "Number of changes that are timed.", "number", "50"});
    parser.addOption({"prepare", "Fill a data folder for mesh-desktop instead.", "folder"});
    QCommandLineOption second("join", {}, "folder");
    second.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(second);
    parser.process(application);
    const int entries = parser.value("entries").toInt();
    const int changes = parser.value("changes").toInt();
    if (parser.isSet(second))
        return join(parser.value(second), entries, changes);
    if (parser.isSet("prepare"))
        return prepare(parser.value("prepare"), entries);
    if (!parser.isSet("service"))
        parser.showHelp(1);
    Figures figures(argc, argv);
    return measure(parser.value("service"), entries, changes, figures);
}
