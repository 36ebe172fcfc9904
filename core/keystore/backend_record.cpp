#include "keystore/backend_record.h"

#include "crypto/random.h"
#include "encoding/base32.h"
#include "encoding/record.h"
#include "keystore/small_file.h"

#include <algorithm>
#include <array>

namespace mmm::keystore {

namespace {

constexpr std::size_t largestRecord = 4096;
constexpr std::int64_t currentVersion = 1;

struct Note : encoding::RecordBase
{
    static constexpr std::string_view className = "KeyStoreRecord";
    std::int64_t version = 0;
    std::string backend;
    std::string folder;
    bool established = false;

    static constexpr auto fields()
    {
        using encoding::field;
        return fieldTable(field("Version", &Note::version), field("Backend", &Note::backend),
                          field("Folder", &Note::folder), field("Established", &Note::established));
    }
};

constexpr std::array backendNames{
    std::pair{Backend::Keychain, std::string_view("keychain")},
    std::pair{Backend::PassphraseFile, std::string_view("passphrase-file")},
    std::pair{Backend::Memory, std::string_view("memory")},
};

std::string_view nameOf(Backend backend)
{
    return std::ranges::find(backendNames, backend, [](const auto& entry) { return entry.first; })->second;
}

bool isFolderName(std::string_view name)
{
    return name.size() >= 8 && name.size() <= 64 &&
           std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

std::filesystem::path placeOf(const std::filesystem::path& dataFolder)
{
    return dataFolder / "keystore.json";
}

Status write(const std::filesystem::path& dataFolder, const BackendRecord& record)
{
    Note note;
    note.version = currentVersion;
    note.backend = nameOf(record.backend);
    note.folder = record.folder;
    note.established = record.established;
    return replaceSmallFile(placeOf(dataFolder), encoding::toJson(note));
}

} // namespace

Result<std::optional<BackendRecord>> readBackendRecord(const std::filesystem::path& dataFolder)
{
    const auto octets = readSmallFile(placeOf(dataFolder), largestRecord);
    if (!octets && octets.error().fault == Fault::NotFound)
        return std::optional<BackendRecord>();
    if (!octets && octets.error().fault != Fault::TooLarge)
        return tl::unexpected(octets.error());
    const auto note = octets ? encoding::fromJson<Note>(*octets) : Result<Note>(fail(Fault::TooLarge));
    if (!note)
        return fail(Fault::Damaged, "the record of where the keys are: " + note.error().detail);
    const auto name =
        std::ranges::find(backendNames, note->backend, [](const auto& entry) { return entry.second; });
    if (note->version > currentVersion || (note->version == currentVersion && name == backendNames.end()))
        return fail(Fault::Unsupported, "the record of where the keys are was written by a later version");
    if (note->version < 1 || !isFolderName(note->folder))
        return fail(Fault::Damaged, "the record of where the keys are is incomplete");
    return BackendRecord{name->first, note->folder, note->established};
}

Result<BackendRecord> chooseBackend(const std::filesystem::path& dataFolder, Backend backend)
{
    MMM_TRY(const auto existing, readBackendRecord(dataFolder));
    if (existing && existing->backend != backend)
        return fail(Fault::Contradiction, "the keys of this data folder are kept elsewhere: " +
                                              std::string(nameOf(existing->backend)));
    if (existing)
        return *existing;
    const BackendRecord record{backend, encoding::toBase32(crypto::randomBytes(16)), false};
    MMM_CHECK(write(dataFolder, record));
    return record;
}

Status markEstablished(const std::filesystem::path& dataFolder, BackendRecord& record)
{
    BackendRecord established = record;
    established.established = true;
    MMM_CHECK(write(dataFolder, established));
    record = established;
    return {};
}

} // namespace mmm::keystore
