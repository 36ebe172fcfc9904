#include "keystore/small_file.h"

#include "dare/file.h"
#include "dare/replace.h"

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
    return dare::moveInPlace(fresh, path);
}

} // namespace mmm::keystore
