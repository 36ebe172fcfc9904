#include "key_place.h"

#include "keystore/backend_record.h"
#include "keystore/keychain_store.h"
#include "keystore/passphrase_file_store.h"

namespace mmm::desktop {

namespace {

std::filesystem::path keyFile(const std::filesystem::path& folder)
{
    return folder / "keys.sealed";
}

Status makeFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    if (std::filesystem::create_directories(folder, error))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (!std::filesystem::is_directory(folder, error))
        return fail(Fault::ReadOnly, "the data folder cannot be made");
    return {};
}

std::shared_ptr<keystore::KeyStore> keychain(const keystore::BackendRecord& record)
{
    keystore::KeychainOptions options;
    options.folder = record.folder;
    return std::make_shared<keystore::KeychainStore>(options);
}

} // namespace

Result<KeyPlace> findKeys(const std::filesystem::path& folder, const std::stop_token& stop)
{
    using keystore::Availability;
    using keystore::Backend;
    MMM_CHECK(makeFolder(folder));
    MMM_TRY(std::optional<keystore::BackendRecord> record, keystore::readBackendRecord(folder));
    if (record && record->backend == Backend::PassphraseFile)
        return KeyPlace{KeyNeed::Passphrase, {}};

    const auto store = keychain(record.value_or(keystore::BackendRecord()));
    MMM_TRY(const Availability availability, store->availability(stop));
    switch (availability) {
    case Availability::NoService:
        if (!record)
            return KeyPlace{KeyNeed::Choice, {}};
        return fail(Fault::NoKeychain, "the keychain that holds the keys is not there");
    case Availability::Refused:
        return fail(Fault::KeychainRefused, "the keychain does not talk to this program");
    case Availability::Locked:
        MMM_CHECK(store->unlock(stop));
        break;
    case Availability::Ready:
        break;
    }
    if (!record) {
        MMM_TRY(record, keystore::chooseBackend(folder, Backend::Keychain));
    }
    return KeyPlace{KeyNeed::Nothing, keychain(*record)};
}

Result<KeyPlace> openKeyFile(const std::filesystem::path& folder, const Secret& passphrase)
{
    const auto store = std::make_shared<keystore::PassphraseFileStore>(keyFile(folder));
    MMM_CHECK(store->open(passphrase));
    return KeyPlace{KeyNeed::Nothing, store};
}

void lockKeys(keystore::KeyStore& store)
{
    if (auto* file = dynamic_cast<keystore::PassphraseFileStore*>(&store))
        file->lock();
}

Status unlockWithPassphrase(keystore::KeyStore& store, const Secret& passphrase)
{
    auto* file = dynamic_cast<keystore::PassphraseFileStore*>(&store);
    if (file == nullptr)
        return fail(Fault::Unsupported, "these keys are not under a passphrase");
    return file->open(passphrase);
}

Result<KeyPlace> createKeyFile(const std::filesystem::path& folder, const Secret& passphrase)
{
    const auto store = std::make_shared<keystore::PassphraseFileStore>(keyFile(folder));
    MMM_CHECK(store->create(passphrase));
    // only now: a folder whose record names a file that was never made could not be opened
    MMM_TRY(const keystore::BackendRecord record,
            keystore::chooseBackend(folder, keystore::Backend::PassphraseFile));
    (void)record;
    return KeyPlace{KeyNeed::Nothing, store};
}

} // namespace mmm::desktop
