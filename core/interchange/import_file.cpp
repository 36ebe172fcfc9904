#include "interchange/import_file.h"

#include "interchange/nm_connection.h"
#include "interchange/wireguard_conf.h"

#include <cstdio>
#include <iterator>
#include <memory>

namespace mmm::interchange {

namespace {

template<typename T>
void append(std::vector<T>& into, std::vector<T>& more)
{
    into.insert(into.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void merge(BookmarkFile& into, BookmarkFile& more)
{
    append(into.bookmarks, more.bookmarks);
    into.folders += more.folders;
    into.skipped += more.skipped;
}

void merge(CredentialFile& into, CredentialFile& more)
{
    append(into.credentials, more.credentials);
    into.skipped += more.skipped;
    into.dropped += more.dropped;
}

void merge(NetworkFile& into, NetworkFile& more)
{
    append(into.networks, more.networks);
    append(into.files, more.files);
    into.skipped += more.skipped;
    into.withoutSecret += more.withoutSecret;
}

void merge(CalendarFile& into, CalendarFile& more)
{
    append(into.tasks, more.tasks);
    into.skipped += more.skipped;
    into.finished += more.finished;
    into.withExceptions += more.withExceptions;
    into.unknownZones += more.unknownZones;
}

/// A file that another one names. Whoever wrote that one chose the name: what is no ordinary file, such as a
/// link, a pipe or a device, is left alone.
Result<Secret> readNamed(const std::filesystem::path& folder, const std::string& name)
{
    const std::filesystem::path path =
        folder / std::filesystem::path(std::u8string(name.begin(), name.end()));
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::symlink_status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail(Fault::NotFound, "no such file");
    if (status.type() != std::filesystem::file_type::regular)
        return fail(Fault::Unsupported, "not an ordinary file");
    return readSecretFile(path, largestKeyMaterial);
}

} // namespace

Result<ImportFile> readImport(BytesView content, const std::string& name, const NamedFileReader& files)
{
    // those first that are known by how they begin: what they hold may look like anything
    if (isCalendar(content)) {
        MMM_TRY(CalendarFile file, readCalendar(content));
        return ImportFile(std::move(file));
    }
    if (isBookmarkHtml(content)) {
        MMM_TRY(BookmarkFile file, readBookmarkHtml(content));
        return ImportFile(std::move(file));
    }
    if (isCredentialCsv(content)) {
        MMM_TRY(CredentialFile file, readCredentialCsv(content));
        return ImportFile(std::move(file));
    }
    if (isWireGuardConf(content)) {
        MMM_TRY(NetworkFile file, readWireGuardConf(content, name));
        return ImportFile(std::move(file));
    }
    if (isNmConnection(content)) {
        MMM_TRY(NetworkFile file, readNmConnection(content, files));
        return ImportFile(std::move(file));
    }
    return fail(Fault::Unsupported, "neither bookmarks, passwords, a network nor a calendar in a known form");
}

Result<Secret> readSecretFile(const std::filesystem::path& path, std::size_t limit)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(Fault::NotFound, "no such file");
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error)
        return fail(Fault::Io, error.message());
    if (size > limit)
        return fail(Fault::TooLarge, "the file is too large");
    // not a stream of the library: its buffer would keep passwords in ordinary memory
    const auto closeFile = [](std::FILE* file) { std::fclose(file); };
#ifdef _WIN32
    const std::unique_ptr<std::FILE, decltype(closeFile)> file(_wfopen(path.c_str(), L"rb"), closeFile);
#else
    const std::unique_ptr<std::FILE, decltype(closeFile)> file(std::fopen(path.c_str(), "rb"), closeFile);
#endif
    if (!file || std::setvbuf(file.get(), nullptr, _IONBF, 0) != 0)
        return fail(Fault::Io, "the file cannot be opened");
    Secret content{std::size_t(size)};
    if (std::fread(content.writable().data(), 1, content.size(), file.get()) != content.size())
        return fail(Fault::Io, "the file cannot be read");
    return content;
}

Result<ImportFile> readImportFile(const std::filesystem::path& path)
{
    MMM_TRY(const Secret content, readSecretFile(path, largestImport));
    const std::u8string stem = path.stem().u8string();
    return readImport(
        content, std::string(stem.begin(), stem.end()),
        [folder = path.parent_path()](const std::string& name) { return readNamed(folder, name); });
}

Status mergeImport(ImportFile& into, ImportFile more)
{
    return std::visit(
        [&]<typename File>(File& first) -> Status {
            File* const further = std::get_if<File>(&more);
            if (further == nullptr)
                return fail(Fault::WrongType, "entries of another kind");
            merge(first, *further);
            return {};
        },
        into);
}

Result<Secret> readKeyFile(KeyMaterial kind, const std::filesystem::path& path)
{
    MMM_TRY(const Secret content, readSecretFile(path, largestKeyMaterial));
    return readKeyMaterial(kind, content);
}

} // namespace mmm::interchange
