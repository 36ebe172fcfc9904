#include "keystore/small_file.h"

#include "dare/file.h"

#if defined(_WIN32)
#include <windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace mmm::keystore {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> failed(const char* what, std::error_code code)
{
    Fault fault = Fault::Io;
    if (code == std::errc::no_space_on_device)
        fault = Fault::DiskFull;
    else if (code == std::errc::permission_denied || code == std::errc::read_only_file_system ||
             code == std::errc::operation_not_permitted)
        fault = Fault::ReadOnly;
    return fail(fault, std::string(what) + ": " + code.message());
}

#if defined(_WIN32)

Status moveInPlace(const fs::path& from, const fs::path& to)
{
    if (!MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return failed("rename", {static_cast<int>(GetLastError()), std::system_category()});
    return {};
}

#else

/// The new name is durable only when the folder has been written.
Status moveInPlace(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::rename(from, to, error);
    if (error)
        return failed("rename", error);
    const fs::path folder = to.has_parent_path() ? to.parent_path() : fs::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return failed("open folder", {errno, std::generic_category()});
    const int result = ::fsync(descriptor);
    const int code = errno;
    ::close(descriptor);
    // some file systems cannot sync a folder and need not
    if (result != 0 && code != EINVAL)
        return failed("sync folder", {code, std::generic_category()});
    return {};
}

#endif

Status makeFolder(const fs::path& folder)
{
    std::error_code error;
    if (folder.empty() || fs::exists(folder, error))
        return {};
    fs::create_directories(folder, error);
    if (!error)
        fs::permissions(folder, fs::perms::owner_all, fs::perm_options::replace, error);
    if (error)
        return failed("make folder", error);
    return {};
}

Status writeNew(const fs::path& path, BytesView octets)
{
    MMM_TRY(const auto file, dare::openFile(path, dare::OpenMode::Create));
    MMM_CHECK(file->writeAt(0, octets));
    return file->sync();
}

} // namespace

Result<Bytes> readSmallFile(const fs::path& path, std::size_t limit)
{
    MMM_TRY(const auto file, dare::openFile(path, dare::OpenMode::Read));
    MMM_TRY(const std::uint64_t size, file->size());
    if (size > limit)
        return fail(Fault::TooLarge, "the file is larger than it can be");
    Bytes octets(static_cast<std::size_t>(size));
    MMM_TRY(const std::size_t count, file->readAt(0, octets));
    octets.resize(count);
    return octets;
}

Status replaceSmallFile(const fs::path& path, BytesView octets)
{
    MMM_CHECK(makeFolder(path.parent_path()));
    fs::path fresh = path;
    fresh += ".new";
    std::error_code ignored;
    fs::remove(fresh, ignored); // of an attempt that was cut off
    if (const Status written = writeNew(fresh, octets); !written) {
        fs::remove(fresh, ignored);
        return written;
    }
    return moveInPlace(fresh, path);
}

} // namespace mmm::keystore
