#include "dare/file.h"
#include "dare/replace.h"

#include <algorithm>
#include <system_error>

#define NOMINMAX
#include <windows.h>

namespace mmm::dare {

namespace {

constexpr std::size_t largestTransfer = std::size_t(1) << 30U;

tl::unexpected<Error> failed(const char* what)
{
    const DWORD code = ::GetLastError();
    Fault fault = Fault::Io;
    if (code == ERROR_DISK_FULL || code == ERROR_HANDLE_DISK_FULL || code == ERROR_DISK_QUOTA_EXCEEDED)
        fault = Fault::DiskFull;
    else if (code == ERROR_ACCESS_DENIED || code == ERROR_WRITE_PROTECT)
        fault = Fault::ReadOnly;
    else if (code == ERROR_FILE_NOT_FOUND || code == ERROR_PATH_NOT_FOUND)
        fault = Fault::NotFound;
    else if (code == ERROR_FILE_EXISTS || code == ERROR_ALREADY_EXISTS)
        fault = Fault::Exists;
    else if (code == ERROR_SHARING_VIOLATION || code == ERROR_LOCK_VIOLATION)
        fault = Fault::InUse;
    return fail(fault, std::string(what) + ": " + std::system_category().message(int(code)));
}

OVERLAPPED at(std::uint64_t offset)
{
    OVERLAPPED place = {};
    place.Offset = DWORD(offset);
    place.OffsetHigh = DWORD(offset >> 32U);
    return place;
}

class WindowsFile final : public File
{
public:
    explicit WindowsFile(HANDLE handle) : m_handle(handle) {}
    WindowsFile(const WindowsFile&) = delete;
    WindowsFile& operator=(const WindowsFile&) = delete;
    ~WindowsFile() override { ::CloseHandle(m_handle); }

    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::uint8_t> buffer) const override
    {
        std::size_t done = 0;
        while (done < buffer.size()) {
            OVERLAPPED place = at(offset + done);
            DWORD count = 0;
            if (!::ReadFile(m_handle, buffer.data() + done,
                            DWORD(std::min(buffer.size() - done, largestTransfer)), &count, &place)) {
                if (::GetLastError() == ERROR_HANDLE_EOF)
                    break;
                return failed("read");
            }
            if (count == 0)
                break;
            done += count;
        }
        return done;
    }

    Status writeAt(std::uint64_t offset, BytesView octets) override
    {
        while (!octets.empty()) {
            OVERLAPPED place = at(offset);
            DWORD count = 0;
            if (!::WriteFile(m_handle, octets.data(), DWORD(std::min(octets.size(), largestTransfer)), &count,
                             &place))
                return failed("write");
            if (count == 0)
                return fail(Fault::DiskFull, "write: nothing was written");
            offset += count;
            octets = octets.subspan(count);
        }
        return {};
    }

    Status sync() override
    {
        if (!::FlushFileBuffers(m_handle))
            return failed("sync");
        return {};
    }

    Status truncate(std::uint64_t size) override
    {
        FILE_END_OF_FILE_INFO end = {};
        end.EndOfFile.QuadPart = LONGLONG(size);
        if (!::SetFileInformationByHandle(m_handle, FileEndOfFileInfo, &end, sizeof end))
            return failed("truncate");
        return {};
    }

    Result<std::uint64_t> size() const override
    {
        LARGE_INTEGER size = {};
        if (!::GetFileSizeEx(m_handle, &size))
            return failed("size");
        return std::uint64_t(size.QuadPart);
    }

private:
    HANDLE m_handle;
};

DWORD disposition(OpenMode mode)
{
    if (mode == OpenMode::Create)
        return CREATE_NEW;
    return mode == OpenMode::OpenAlways ? OPEN_ALWAYS : OPEN_EXISTING;
}

} // namespace

Result<std::unique_ptr<File>> openFile(const std::filesystem::path& path, OpenMode mode)
{
    const DWORD access = mode == OpenMode::Read ? GENERIC_READ : GENERIC_READ | GENERIC_WRITE;
    const HANDLE handle = ::CreateFileW(path.c_str(), access, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                        disposition(mode), FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return failed("open");
    return std::make_unique<WindowsFile>(handle);
}

Status moveInPlace(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (!::MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return failed("replace");
    return {};
}

} // namespace mmm::dare
