#include "keys.h"

#include "keystore/backend_record.h"
#include "keystore/keychain_store.h"
#include "keystore/passphrase_file_store.h"

#include <QFile>

namespace mmm::meshtool {

namespace {

constexpr qint64 longestPassphrase = 1024;

Result<Secret> passphraseOf(const std::filesystem::path& path)
{
    QFile file;
    const bool isOpen = path == "-" ? file.open(stdin, QIODevice::ReadOnly)
                                    : (file.setFileName(QString::fromStdString(path.string())),
                                       file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    if (!isOpen)
        return fail(Fault::Io, "the passphrase file cannot be read");
    Secret line(static_cast<std::size_t>(longestPassphrase));
    const std::span<std::uint8_t> octets = line.writable();
    const qint64 read = file.readLine(reinterpret_cast<char*>(octets.data()), longestPassphrase);
    const std::string_view text = line.text().substr(0, static_cast<std::size_t>(std::max<qint64>(0, read)));
    const std::string_view whole = text.substr(0, text.find_first_of("\r\n"));
    if (whole.empty())
        return fail(Fault::Missing, "the passphrase file is empty");
    return Secret(bytesOf(whole));
}

} // namespace

Result<std::shared_ptr<keystore::KeyStore>> openKeys(const Options& options)
{
    std::error_code error;
    if (std::filesystem::create_directories(options.dataFolder, error))
        std::filesystem::permissions(options.dataFolder, std::filesystem::perms::owner_all, error);
    MMM_TRY(auto record, keystore::readBackendRecord(options.dataFolder));
    const bool isFile =
        record ? record->backend == keystore::Backend::PassphraseFile : !options.passphraseFile.empty();
    if (!isFile) {
        if (!record) {
            MMM_TRY(record, keystore::chooseBackend(options.dataFolder, keystore::Backend::Keychain));
        }
        keystore::KeychainOptions keychain;
        keychain.folder = record->folder;
        return std::make_shared<keystore::KeychainStore>(keychain);
    }
    if (options.passphraseFile.empty())
        return fail(Fault::KeychainLocked, "--passphrase-file is needed for this data folder");
    MMM_TRY(const Secret passphrase, passphraseOf(options.passphraseFile));
    auto store = std::make_shared<keystore::PassphraseFileStore>(options.dataFolder / "keys.sealed");
    if (record) {
        MMM_CHECK(store->open(passphrase));
    } else {
        MMM_CHECK(store->create(passphrase));
        MMM_CHECK(keystore::chooseBackend(options.dataFolder, keystore::Backend::PassphraseFile));
    }
    return store;
}

} // namespace mmm::meshtool
