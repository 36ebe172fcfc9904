#include "interchange/import_file.h"

#include "interchange/nm_connection.h"
#include "interchange/wireguard_conf.h"

#include <cstdio>
#include <memory>

namespace mmm::interchange {

Result<ImportFile> readImport(BytesView content, const std::string& name)
{
    if (isCredentialCsv(content)) {
        MMM_TRY(CredentialFile file, readCredentialCsv(content));
        return ImportFile(std::move(file));
    }
    if (isBookmarkHtml(content)) {
        MMM_TRY(BookmarkFile file, readBookmarkHtml(content));
        return ImportFile(std::move(file));
    }
    if (isWireGuardConf(content)) {
        MMM_TRY(NetworkFile file, readWireGuardConf(content, name));
        return ImportFile(std::move(file));
    }
    if (isNmConnection(content)) {
        MMM_TRY(NetworkFile file, readNmConnection(content));
        return ImportFile(std::move(file));
    }
    return fail(Fault::Unsupported, "neither bookmarks, passwords nor a network in a known form");
}

Result<ImportFile> readImportFile(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(Fault::NotFound, "no such file");
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error)
        return fail(Fault::Io, error.message());
    if (size > largestImport)
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
    const std::u8string stem = path.stem().u8string();
    return readImport(content, std::string(stem.begin(), stem.end()));
}

} // namespace mmm::interchange
