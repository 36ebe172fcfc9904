#include "commands.h"
#include "keystore/backend_record.h"
#include "keystore/passphrase_file_store.h"
#include "stop_signals.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace mmm;

namespace {

/// Plain lines on standard error: that is what systemd's journal takes.
void say(const std::string& line)
{
    std::fprintf(stderr, "mesh-service: %s\n", line.c_str());
}

int failed(const std::string& what, const Error& error)
{
    say(error.detail.empty() ? what : what + ": " + error.detail);
    return 1;
}

/// The first line of a file, kept as a secret from the start.
Result<Secret> readPassphrase(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Fault::NotFound, "cannot read the passphrase file " + path.string());
    constexpr std::size_t longest = 1024;
    Secret line(longest);
    const qint64 length = file.readLine(reinterpret_cast<char*>(line.writable().data()), longest);
    std::string_view text = line.text().substr(0, static_cast<std::size_t>(std::max<qint64>(0, length)));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.remove_suffix(1);
    if (text.empty())
        return fail(Fault::Missing, "the passphrase file is empty");
    return Secret(bytesOf(text));
}

/// The service's keys are in a file under the passphrase: a server has no desktop whose keychain it could
/// use.
Result<std::shared_ptr<keystore::KeyStore>> openKeys(const std::filesystem::path& folder,
                                                     const Secret& passphrase)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    const std::filesystem::path file = folder / "service.keys";
    auto store = std::make_shared<keystore::PassphraseFileStore>(file);
    const bool isNew =
        !std::filesystem::exists(file, error) && !std::filesystem::exists(folder / "service.db", error);
    if (isNew)
        MMM_CHECK(store->create(passphrase));
    else
        MMM_CHECK(store->open(passphrase));
    return store;
}

Result<std::unique_ptr<service::Server>> startServer(Configuration configuration)
{
    MMM_TRY(const Secret passphrase, readPassphrase(configuration.passphrase));
    MMM_TRY(configuration.server.keyStore, openKeys(configuration.server.folder, passphrase));
    configuration.server.report = say;
    return service::Server::start(std::move(configuration.server));
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("mesh-service"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MESH_VERSION));
    auto configuration = readConfiguration(QCoreApplication::arguments());
    if (!configuration)
        return failed("cannot start", configuration.error());
    if (configuration->command != Command::Serve) {
        const Status done = performCommand(*configuration);
        return done ? 0 : failed("failed", done.error());
    }
    quitOnStopSignals();
    const auto server = startServer(std::move(*configuration));
    if (!server)
        return failed("cannot start", server.error());
    for (const protocol::Endpoint& endpoint : (*server)->listening())
        say("serving at " + endpoint.url());
    say("fingerprint of the service: " + (*server)->serviceUdf());
    const int code = QCoreApplication::exec();
    say("stopping");
    (*server)->stop(std::chrono::seconds(10));
    return code;
}
