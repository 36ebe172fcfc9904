#include "store/data_folder.h"

#include "store/file_system.h"

#include <algorithm>
#include <cerrno>

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace mmm::store {

namespace {

constexpr const char* accountsFolder = "accounts";

} // namespace

#ifdef _WIN32

struct DataFolder::Lock
{
    HANDLE handle = INVALID_HANDLE_VALUE;
    ~Lock() { CloseHandle(handle); }

    static Result<std::unique_ptr<Lock>> take(const std::string& path)
    {
        const std::filesystem::path place(std::u8string(path.begin(), path.end()));
        auto lock = std::make_unique<Lock>();
        lock->handle = CreateFileW(place.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS,
                                   FILE_ATTRIBUTE_NORMAL, nullptr);
        if (lock->handle == INVALID_HANDLE_VALUE)
            return fail(GetLastError() == ERROR_SHARING_VIOLATION ? Fault::InUse : Fault::Io, "lock file");
        return lock;
    }
};

#else

struct DataFolder::Lock
{
    int descriptor = -1;
    ~Lock()
    {
        if (descriptor >= 0)
            ::close(descriptor);
    }

    static Result<std::unique_ptr<Lock>> take(const std::string& path)
    {
        auto lock = std::make_unique<Lock>();
        lock->descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
        if (lock->descriptor < 0) {
            const bool readOnly = errno == EACCES || errno == EROFS || errno == EPERM;
            return fail(readOnly          ? Fault::ReadOnly
                        : errno == ENOSPC ? Fault::DiskFull
                                          : Fault::Io,
                        "lock file");
        }
        while (::flock(lock->descriptor, LOCK_EX | LOCK_NB) != 0) {
            if (errno == EINTR)
                continue;
            return fail(errno == EWOULDBLOCK ? Fault::InUse : Fault::Io, "lock file");
        }
        return lock;
    }
};

#endif

DataFolder::DataFolder(std::string path, std::unique_ptr<Lock> lock)
    : m_path(std::move(path)),
      m_lock(std::move(lock))
{}
DataFolder::DataFolder(DataFolder&&) noexcept = default;
DataFolder& DataFolder::operator=(DataFolder&&) noexcept = default;
DataFolder::~DataFolder() = default;

Result<DataFolder> DataFolder::lock(const std::string& path)
{
    MMM_CHECK(localFileSystem().makeDirectory(path));
    MMM_TRY(auto lock, Lock::take(path + "/lock"));
    return DataFolder(path, std::move(lock));
}

Result<std::string> DataFolder::accountDirectory(const std::string& accountUdf) const
{
    const auto isAllowed = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7') || c == '-';
    };
    if (accountUdf.size() < 10 || accountUdf.size() > 200 ||
        !std::all_of(accountUdf.begin(), accountUdf.end(), isAllowed))
        return fail(Fault::NameInvalid, "not the fingerprint of an account");
    return m_path + "/" + accountsFolder + "/" + accountUdf;
}

bool DataFolder::holdsAccounts(const std::filesystem::path& path)
{
    std::error_code ignored;
    return std::filesystem::is_directory(path / accountsFolder, ignored);
}

} // namespace mmm::store
