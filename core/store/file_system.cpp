#include "store/file_system.h"

#include "dare/replace.h"

#include <filesystem>

#ifndef _WIN32
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace mmm::store {
namespace {

namespace fs = std::filesystem;

fs::path pathOf(const std::string& utf8)
{
    return {std::u8string(utf8.begin(), utf8.end())};
}

tl::unexpected<Error> failWith(std::error_code code, const char* what)
{
    Fault fault = Fault::Io;
    if (code == std::errc::no_space_on_device)
        fault = Fault::DiskFull;
    else if (code == std::errc::permission_denied || code == std::errc::read_only_file_system ||
             code == std::errc::operation_not_permitted)
        fault = Fault::ReadOnly;
    else if (code == std::errc::no_such_file_or_directory)
        fault = Fault::NotFound;
    return fail(fault, std::string(what) + ": " + code.message());
}

#ifdef _WIN32

Status syncDirectory(const fs::path&)
{
    return {}; // names are durable there when the call that made them returns
}

#else

/// A name is on the disk only when its directory is.
Status syncDirectory(const fs::path& directory)
{
    const int descriptor = ::open(directory.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (descriptor < 0)
        return failWith({errno, std::generic_category()}, "open directory");
    const int result = ::fsync(descriptor);
    const std::error_code error{errno, std::generic_category()};
    ::close(descriptor);
    // some file systems cannot sync a directory and need not
    if (result != 0 && error.value() != EINVAL)
        return failWith(error, "sync directory");
    return {};
}

#endif

class LocalFileSystem final : public FileSystem
{
public:
    Result<std::unique_ptr<dare::File>> open(const std::string& path, dare::OpenMode mode) override
    {
        return dare::openFile(pathOf(path), mode);
    }

    Result<bool> exists(const std::string& path) override
    {
        std::error_code error;
        const bool there = fs::exists(pathOf(path), error);
        if (error)
            return failWith(error, "exists");
        return there;
    }

    Status replace(const std::string& from, const std::string& to) override
    {
        return dare::moveInPlace(pathOf(from), pathOf(to));
    }

    Status remove(const std::string& path) override
    {
        std::error_code error;
        if (!fs::remove(pathOf(path), error) && !error)
            return {};
        if (error)
            return failWith(error, "remove");
        return syncDirectory(pathOf(path).parent_path());
    }

    Status makeDirectory(const std::string& path) override
    {
        const fs::path place = pathOf(path);
        std::error_code error;
        if (fs::is_directory(place, error))
            return {};
        fs::create_directories(place, error);
        if (!error)
            fs::permissions(place, fs::perms::owner_all, fs::perm_options::replace, error);
        if (error)
            return failWith(error, "make directory");
        return {};
    }
};

} // namespace

FileSystem& localFileSystem()
{
    static LocalFileSystem fileSystem;
    return fileSystem;
}

Status replaceFile(FileSystem& fileSystem, const std::string& path, BytesView octets)
{
    const std::string fresh = path + ".new";
    {
        MMM_TRY(const auto file, fileSystem.open(fresh, dare::OpenMode::OpenAlways));
        MMM_CHECK(file->truncate(0));
        MMM_CHECK(file->writeAt(0, octets));
        MMM_CHECK(file->sync());
    }
    return fileSystem.replace(fresh, path);
}

Result<Bytes> readFile(FileSystem& fileSystem, const std::string& path, std::size_t limit)
{
    MMM_TRY(const auto file, fileSystem.open(path, dare::OpenMode::Read));
    MMM_TRY(const std::uint64_t size, file->size());
    if (size > limit)
        return fail(Fault::TooLarge, "file is too large");
    Bytes octets(size);
    MMM_TRY(const std::size_t count, file->readAt(0, octets));
    octets.resize(count);
    return octets;
}

} // namespace mmm::store
