#include "system/device_commands.h"

#include "keystore/backend_record.h"
#include "keystore/key_file.h"
#include "keystore/keychain_store.h"
#include "keystore/passphrase_file_store.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

#include <iostream>
#include <thread>

/// A device of a personal mesh as a process of its own, for tests: the same library as mesh-desktop, without
/// its windows. It takes one command per line of standard input, [verb, argument…] in JSON, and answers each
/// with
/// {"value": …} or {"fault": number, "detail": …}. The first line that it prints is the answer to its
/// opening.
using namespace mmm;
using namespace mmm::system_test;

namespace {

/// A clock that is wrong by a fixed time.
class WrongClock final : public Clock
{
public:
    explicit WrongClock(std::chrono::seconds shift) : m_shift(shift) {}
    [[nodiscard]] TimePoint now() const override { return SystemClock().now() + m_shift; }

private:
    std::chrono::seconds m_shift;
};

Result<std::shared_ptr<keystore::KeyStore>> openKeys(const std::filesystem::path& folder, bool isKeychain)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (isKeychain) {
        MMM_TRY(const auto record, keystore::chooseBackend(folder, keystore::Backend::Keychain));
        keystore::KeychainOptions options;
        options.folder = record.folder;
        return std::make_shared<keystore::KeychainStore>(options);
    }
    const Secret passphrase(bytesOf("correct horse battery staple"));
    const std::filesystem::path file = folder / "keys.sealed";
    auto store = std::make_shared<keystore::PassphraseFileStore>(file);
    // as cheap as it may be: these tests are not about guessing passphrases, and open often
    MMM_CHECK(std::filesystem::exists(file, error) ? store->open(passphrase)
                                                   : store->create(passphrase, keystore::leastCost));
    return store;
}

Result<mesh::Options> readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions(
        {{QStringLiteral("data-folder"), QString(), QStringLiteral("folder")},
         {QStringLiteral("service-map"), QString(), QStringLiteral("domain=address:port")},
         {QStringLiteral("clock"), QString(), QStringLiteral("seconds ahead"), QStringLiteral("0")},
         {QStringLiteral("keychain"), QString()}});
    parser.process(arguments);
    mesh::Options options;
    options.folder = parser.value(QStringLiteral("data-folder")).toStdString();
    options.clock = std::make_shared<WrongClock>(
        std::chrono::seconds(parser.value(QStringLiteral("clock")).toLongLong()));
    for (const QString& map : parser.values(QStringLiteral("service-map"))) {
        protocol::Endpoint endpoint;
        endpoint.host = map.section(u'=', 1).section(u':', 0, 0).toStdString();
        endpoint.port = static_cast<std::uint16_t>(map.section(u':', 1).toUInt());
        endpoint.hostHeader = map.section(u'=', 0, 0).toStdString();
        options.knownServices.emplace(endpoint.hostHeader, endpoint);
    }
    MMM_TRY(options.keyStore, openKeys(options.folder, parser.isSet(QStringLiteral("keychain"))));
    return options;
}

void serve(const QStringList& arguments)
{
    auto options = readOptions(arguments);
    auto opened = options ? mesh::PersonalMesh::open(*options)
                          : Result<std::unique_ptr<mesh::PersonalMesh>>(tl::unexpected(options.error()));
    if (!opened) {
        print(answerOf(opened.error()));
        return;
    }
    Device device(std::move(*opened), *options);
    print(answerOf(device.stage()));
    for (std::string line; std::getline(std::cin, line);) {
        const QJsonArray command = QJsonDocument::fromJson(QByteArray::fromStdString(line)).array();
        const Result<QJsonValue> done = device.perform(command);
        print(done ? answerOf(*done) : answerOf(done.error()));
    }
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    // commands block, so they have a thread of their own, as they have in the desktop
    std::thread worker([] {
        serve(QCoreApplication::arguments());
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    const int code = QCoreApplication::exec();
    worker.join();
    return code;
}
