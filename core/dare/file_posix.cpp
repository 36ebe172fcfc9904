#include "dare/file.h"
#include "dare/replace.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace mmm::dare {

namespace {

constexpr std::size_t largestTransfer = std::size_t(1) << 30U;

tl::unexpected<Error> failed(const char* what, int code)
{
    Fault fault = Fault::Io;
    if (code == ENOSPC || code == EDQUOT || code == EFBIG)
        fault = Fault::DiskFull;
    else if (code == EROFS || code == EACCES || code == EPERM)
        fault = Fault::ReadOnly;
    else if (code == ENOENT || code == ENOTDIR)
        fault = Fault::NotFound;
    else if (code == EEXIST)
        fault = Fault::Exists;
    return fail(fault, std::string(what) + ": " + std::system_category().message(code));
}

int syncDescriptor(int descriptor)
{
#ifdef __APPLE__
    // fsync alone leaves the octets in the drive's own cache there
    return ::fcntl(descriptor, F_FULLFSYNC) == 0 ? 0 : ::fsync(descriptor);
#else
    return ::fdatasync(descriptor);
#endif
}

class PosixFile final : public File
{
public:
    explicit PosixFile(int descriptor) : m_descriptor(descriptor) {}
    PosixFile(const PosixFile&) = delete;
    PosixFile& operator=(const PosixFile&) = delete;
    ~PosixFile() override { ::close(m_descriptor); }

    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::uint8_t> buffer) const override
    {
        std::size_t done = 0;
        while (done < buffer.size()) {
            const ssize_t count =
                ::pread(m_descriptor, buffer.data() + done, std::min(buffer.size() - done, largestTransfer),
                        off_t(offset + done));
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return failed("read", errno);
            if (count == 0)
                break;
            done += std::size_t(count);
        }
        return done;
    }

    Status writeAt(std::uint64_t offset, BytesView octets) override
    {
        if (offset > std::uint64_t(std::numeric_limits<off_t>::max()) - octets.size())
            return failed("write", EFBIG);
        while (!octets.empty()) {
            const ssize_t count = ::pwrite(m_descriptor, octets.data(),
                                           std::min(octets.size(), largestTransfer), off_t(offset));
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return failed("write", errno);
            if (count == 0)
                return failed("write", ENOSPC);
            offset += std::uint64_t(count);
            octets = octets.subspan(std::size_t(count));
        }
        return {};
    }

    Status sync() override
    {
        while (syncDescriptor(m_descriptor) != 0) {
            if (errno != EINTR)
                return failed("sync", errno);
        }
        return {};
    }

    Status truncate(std::uint64_t size) override
    {
        while (::ftruncate(m_descriptor, off_t(size)) != 0) {
            if (errno != EINTR)
                return failed("truncate", errno);
        }
        return {};
    }

    Result<std::uint64_t> size() const override
    {
        struct stat state = {};
        if (::fstat(m_descriptor, &state) != 0)
            return failed("size", errno);
        return std::uint64_t(state.st_size);
    }

private:
    int m_descriptor;
};

int openDescriptor(const std::filesystem::path& path, int flags)
{
    int descriptor = -1;
    do {
        descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0600); // NOLINT: the interface of POSIX
    } while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

/// A new file survives a loss of power only when its folder was written too.
Status syncFolder(const std::filesystem::path& path)
{
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const int descriptor = openDescriptor(folder, O_RDONLY | O_DIRECTORY);
    if (descriptor < 0)
        return failed("open folder", errno);
    const int result = ::fsync(descriptor);
    const int code = errno;
    ::close(descriptor);
    // some file systems cannot sync a folder and need not
    if (result != 0 && code != EINVAL)
        return failed("sync folder", code);
    return {};
}

} // namespace

Result<std::unique_ptr<File>> openFile(const std::filesystem::path& path, OpenMode mode)
{
    const bool mayCreate = mode == OpenMode::Create || mode == OpenMode::OpenAlways;
    int descriptor = -1;
    bool created = false;
    if (mode != OpenMode::Create)
        descriptor = openDescriptor(path, mode == OpenMode::Read ? O_RDONLY : O_RDWR);
    if (descriptor < 0 && (mode == OpenMode::Create || (mayCreate && errno == ENOENT))) {
        descriptor = openDescriptor(path, O_RDWR | O_CREAT | O_EXCL);
        created = descriptor >= 0;
    }
    if (descriptor < 0)
        return failed("open", errno);
    auto file = std::make_unique<PosixFile>(descriptor);
    struct stat state = {};
    if (::fstat(descriptor, &state) != 0)
        return failed("open", errno);
    if (!S_ISREG(state.st_mode))
        return fail(Fault::Io, "not a regular file");
    if (created)
        MMM_CHECK(syncFolder(path));
    return file;
}

Status moveInPlace(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (std::rename(from.c_str(), to.c_str()) != 0)
        return failed("replace", errno);
    return syncFolder(to); // the new name is durable only then
}

} // namespace mmm::dare
