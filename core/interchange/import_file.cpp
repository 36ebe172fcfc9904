#include "interchange/import_file.h"

#include <cstdio>
#include <memory>

namespace mmm::interchange {

Result<ImportFile> readImport(BytesView content)
{
    if (isCredentialCsv(content)) {
        MMM_TRY(CredentialFile file, readCredentialCsv(content));
        return ImportFile(std::move(file));
    }
    if (isBookmarkHtml(content)) {
        MMM_TRY(BookmarkFile file, readBookmarkHtml(content));
        return ImportFile(std::move(file));
    }
    return fail(Fault::Unsupported, "neither bookmarks nor passwords in a known form");
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
    return readImport(content);
}

} // namespace mmm::interchange
