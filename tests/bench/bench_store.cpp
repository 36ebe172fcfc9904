// Measures the store: opening, searching and adding, with 1,000, 10,000 and 100,000 credentials.
// A table, or JSON with --json; --entries N measures one size only.

#include "bench/figures.h"
#include "support/store_fixture.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <ctime>

using namespace mmm;
using namespace mmm::bench;
using namespace mmm::test;

namespace {

struct Measured
{
    int entries = 0;
    double openSeconds = 0; ///< the best of several
    double openCpuSeconds =
        0; ///< of all threads, for the same opening: what a busy computer does not distort
    double residentMib = 0;
    double peakMib = 0;
    double searchMilliseconds = 0; ///< the slowest of several queries, each the best of several runs
    double addMilliseconds = 0;    ///< the median
    double slowestAddMilliseconds = 0;
    double fileMib = 0;
};

/// The keys of the account travel to the measuring process in its standard input.
store::ContainerOptions optionsFor(const QString& directory, const std::shared_ptr<const store::Seal>& seal,
                                   const std::shared_ptr<dare::KeyRing>& keys)
{
    store::ContainerOptions options;
    options.directory = directory.toStdString();
    options.name = schema::store_name::credential;
    options.account = "MAAA-BBBB-CCCC-DDDD-EEEE";
    options.keys = keys;
    options.seal = seal;
    return options;
}

class KeyedSeal final : public store::Seal
{
public:
    explicit KeyedSeal(Bytes key) : m_key(std::move(key)) {}
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

/// Fills a container the way a first synchronisation does.
bool build(const QString& directory, int entries, const Bytes& sealKey, const Bytes& seed)
{
    auto encryption = crypto::PrivateKey::fromSeed(crypto::Curve::X448, Secret(seed));
    const auto signer = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    auto keys = std::make_shared<dare::KeyRing>();
    keys->add(encryption->clone());
    auto catalog = store::Catalog::open(optionsFor(directory, std::make_shared<KeyedSeal>(sealKey), keys));
    if (!catalog)
        return false;
    (*catalog)->setRecipients({encryption->publicKey()});
    for (int from = 0; from < entries; from += 5000) {
        std::vector<store::Catalog::Item> items;
        for (int i = from; i < std::min(entries, from + 5000); ++i) {
            const std::string number = std::to_string(i);
            items.push_back({"https:host" + number + ".example.com",
                             credential("host" + number + ".example.com", "user" + number + "@example.org",
                                        "a password of some length " + number)});
        }
        if (!(*catalog)->putMany(std::move(items)))
            return false;
        const auto batch = (*catalog)->prepareUpload(signer, "");
        if (!batch || !(*catalog)->confirmUploaded(*batch))
            return false;
    }
    return true;
}

/// Runs in a process of its own, so that memory is that of opening alone.
int measure(const QString& directory)
{
    QFile input;
    if (!input.open(stdin, QFile::ReadOnly))
        return 1;
    const QByteArray secrets = QByteArray::fromHex(input.readLine().trimmed());
    const Bytes all(secrets.begin(), secrets.end());
    const Bytes sealKey(all.begin(), all.begin() + 32);
    auto keys = std::make_shared<dare::KeyRing>();
    auto encryption = crypto::PrivateKey::fromSeed(crypto::Curve::X448, Secret(BytesView(all).subspan(32)));
    if (!encryption)
        return 1;
    keys->add(std::move(*encryption));
    const auto seal = std::make_shared<KeyedSeal>(sealKey);

    Measured figures;
    std::unique_ptr<store::Catalog> catalog;
    for (int round = 0; round < 3; ++round) {
        catalog.reset();
        const auto start = Stopwatch::now();
        const std::clock_t cpuStart = std::clock();
        auto opened = store::Catalog::open(optionsFor(directory, seal, keys));
        const double seconds = secondsSince(start);
        const double cpuSeconds = double(std::clock() - cpuStart) / CLOCKS_PER_SEC;
        if (!opened || !(*opened)->report().isGood())
            return 2;
        catalog = std::move(*opened);
        if (round == 0 || seconds < figures.openSeconds) {
            figures.openSeconds = seconds;
            figures.openCpuSeconds = cpuSeconds;
        }
        if (round == 0) {
            figures.residentMib = residentMib("VmRSS");
            figures.peakMib = residentMib("VmHWM");
        }
    }
    figures.entries = static_cast<int>(catalog->size());

    const auto snapshot = catalog->searchSnapshot();
    for (const char* query : {"host7777", "example 42 user", "e", "nothing like this", "ÜSER99"}) {
        double best = 1e9;
        for (int round = 0; round < 5; ++round) {
            const auto start = Stopwatch::now();
            volatile std::size_t found = snapshot.find(query).size();
            (void)found;
            best = std::min(best, secondsSince(start) * 1000);
        }
        figures.searchMilliseconds = std::max(figures.searchMilliseconds, best);
    }

    std::vector<double> adds;
    for (int i = 0; i < 101; ++i) {
        const Secret payload = credential("added", "user", std::to_string(i));
        const auto start = Stopwatch::now();
        if (!catalog->put("added" + std::to_string(i), payload))
            return 3;
        adds.push_back(secondsSince(start) * 1000);
    }
    std::sort(adds.begin(), adds.end());
    figures.addMilliseconds = adds[adds.size() / 2];
    figures.slowestAddMilliseconds = adds.back();
    std::printf("%d %f %f %f %f %f %f %f\n", figures.entries, figures.openSeconds, figures.openCpuSeconds,
                figures.residentMib, figures.peakMib, figures.searchMilliseconds, figures.addMilliseconds,
                figures.slowestAddMilliseconds);
    return 0;
}

std::optional<Measured> run(int entries)
{
    QTemporaryDir directory;
    const Bytes sealKey = crypto::randomBytes(32);
    const Bytes seed = crypto::randomBytes(56);
    if (!directory.isValid() || !build(directory.path(), entries, sealKey, seed))
        return std::nullopt;
    const Bytes all = concat(sealKey, seed);
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {"--measure", directory.path()});
    child.write(QByteArray(reinterpret_cast<const char*>(all.data()), qsizetype(all.size())).toHex() + "\n");
    child.closeWriteChannel();
    if (!child.waitForFinished(600000) || child.exitCode() != 0)
        return std::nullopt;
    const QList<QByteArray> parts = child.readAllStandardOutput().trimmed().split(' ');
    if (parts.size() != 8)
        return std::nullopt;
    Measured figures;
    figures.entries = parts[0].toInt();
    figures.openSeconds = parts[1].toDouble();
    figures.openCpuSeconds = parts[2].toDouble();
    figures.residentMib = parts[3].toDouble();
    figures.peakMib = parts[4].toDouble();
    figures.searchMilliseconds = parts[5].toDouble();
    figures.addMilliseconds = parts[6].toDouble();
    figures.slowestAddMilliseconds = parts[7].toDouble();
    const QFile file(directory.path() + "/mmm_CatalogCredential.dcat");
    figures.fileMib = double(file.size()) / (1 << 20);
    return figures;
}

void add(Figures& all, const Measured& figures)
{
    const std::string size = std::to_string(figures.entries);
    const auto line = [&](const std::string& what, double value, const std::string& unit) {
        all.add("store " + size + ": " + what + " (" + unit + ")", size + " entries: " + what, value, unit);
    };
    line("open", figures.openSeconds, "s");
    line("open, processor", figures.openCpuSeconds, "s");
    line("resident", figures.residentMib, "MiB");
    line("peak", figures.peakMib, "MiB");
    line("search", figures.searchMilliseconds, "ms");
    line("add, median", figures.addMilliseconds, "ms");
    line("add, worst", figures.slowestAddMilliseconds, "ms");
    line("file", figures.fileMib, "MiB");
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({"json", "Print JSON instead of a table."});
    parser.addOption({"entries", "Measure this number of entries only.", "number"});
    QCommandLineOption child("measure", {}, "directory");
    child.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(child);
    parser.process(application);
    if (parser.isSet(child))
        return measure(parser.value(child));

    std::vector<int> sizes{1000, 10000, 100000};
    if (parser.isSet("entries"))
        sizes = {parser.value("entries").toInt()};
    Figures all(argc, argv);
    for (const int entries : sizes) {
        const auto figures = run(entries);
        if (!figures) {
            std::fprintf(stderr, "measuring %d entries failed\n", entries);
            return 1;
        }
        add(all, *figures);
    }
    all.print();
    return 0;
}
