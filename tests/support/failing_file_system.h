#pragma once

#include "store/file_system.h"

#include <algorithm>
#include <functional>
#include <map>

namespace mmm::test {

/// A file system in memory that knows what a computer's disk would hold after a loss of power, and that can
/// fail at any one of its operations that change something.
///
/// Every write, sync, truncate, open that makes a file, replace and remove is one point, counted from 1.
class FailingFileSystem final : public store::FileSystem
{
public:
    enum class Failure
    {
        Refuse,    ///< the operation does nothing and fails; later ones work
        Short,     ///< a write writes half and fails; other operations take effect and fail; later ones work
        DiskFull,  ///< from here on nothing that needs space works
        PowerLoss, ///< from here on nothing works; restart() brings back what the disk holds
        Tear,      ///< as PowerLoss, but half of what was not synchronised has reached the disk, too
    };

    void failAt(std::size_t point, Failure failure)
    {
        m_failPoint = point;
        m_failure = failure;
    }
    [[nodiscard]] std::size_t points() const { return m_points; }
    [[nodiscard]] bool hasFailed() const { return m_failPoint != 0 && m_points >= m_failPoint; }

    /// The computer starts again: files hold what was on the disk, and everything works.
    void restart()
    {
        const bool tears = hasFailed() && m_failure == Failure::Tear;
        for (auto& [path, content] : m_files)
            content->restart(tears);
        repair();
    }

    /// Ends the failing, without a restart.
    void repair()
    {
        m_failPoint = 0;
        m_points = 0;
    }

    [[nodiscard]] Bytes* octets(const std::string& path)
    {
        const auto found = m_files.find(path);
        return found == m_files.end() ? nullptr : &found->second->now;
    }
    /// Changes a file as if behind the program's back, on the disk too.
    void overwrite(const std::string& path, const Bytes& octets)
    {
        auto content = std::make_shared<Content>();
        content->now = content->onDisk = octets;
        m_files[path] = content;
    }
    void erase(const std::string& path) { m_files.erase(path); }

    Result<std::unique_ptr<dare::File>> open(const std::string& path, dare::OpenMode mode) override
    {
        auto found = m_files.find(path);
        const bool mayMake = mode == dare::OpenMode::Create || mode == dare::OpenMode::OpenAlways;
        if (found == m_files.end() && !mayMake)
            return fail(Fault::NotFound, "no such file");
        if (found != m_files.end() && mode == dare::OpenMode::Create)
            return fail(Fault::Exists, "file exists");
        if (found == m_files.end()) {
            const auto step = next(true);
            if (step == Step::Refuse)
                return failure();
            found = m_files.emplace(path, std::make_shared<Content>()).first;
            if (step == Step::Half)
                return failure();
        }
        return std::make_unique<OpenFile>(*this, found->second);
    }

    Result<bool> exists(const std::string& path) override { return m_files.contains(path); }

    Status replace(const std::string& from, const std::string& to) override
    {
        const auto step = next(false);
        if (step == Step::Refuse)
            return failure();
        const auto found = m_files.find(from);
        if (found == m_files.end())
            return fail(Fault::NotFound, "no such file");
        m_files[to] = found->second;
        m_files.erase(from);
        return step == Step::Half ? Status(failure()) : Status();
    }

    Status remove(const std::string& path) override
    {
        const auto step = next(false);
        if (step == Step::Refuse)
            return failure();
        m_files.erase(path);
        return step == Step::Half ? Status(failure()) : Status();
    }

    Status makeDirectory(const std::string&) override { return {}; }

private:
    struct Content
    {
        Bytes now;
        Bytes onDisk;

        void restart(bool tears)
        {
            if (tears && now != onDisk) {
                // the first half of what differs has made it
                std::size_t same = 0;
                while (same < now.size() && same < onDisk.size() && now[same] == onDisk[same])
                    ++same;
                if (now.size() > onDisk.size()) {
                    const std::size_t reached = same + (now.size() - same) / 2;
                    onDisk.assign(now.begin(), now.begin() + static_cast<std::ptrdiff_t>(reached));
                }
            }
            now = onDisk;
        }
    };

    enum class Step
    {
        Work,
        Half,
        Refuse
    };

    Step next(bool needsSpace)
    {
        ++m_points;
        if (m_failPoint == 0 || m_points < m_failPoint)
            return Step::Work;
        const bool isFirst = m_points == m_failPoint;
        switch (m_failure) {
        case Failure::Refuse:
            return isFirst ? Step::Refuse : Step::Work;
        case Failure::Short:
            return isFirst ? Step::Half : Step::Work;
        case Failure::DiskFull:
            return !needsSpace ? Step::Work : isFirst ? Step::Half : Step::Refuse;
        case Failure::PowerLoss:
        case Failure::Tear:
            return isFirst ? Step::Half : Step::Refuse;
        }
        return Step::Work;
    }

    [[nodiscard]] tl::unexpected<Error> failure() const
    {
        return fail(m_failure == Failure::DiskFull ? Fault::DiskFull : Fault::Io, "as the test wants it");
    }

    class OpenFile final : public dare::File
    {
    public:
        OpenFile(FailingFileSystem& owner, std::shared_ptr<Content> content)
            : m_owner(owner),
              m_content(std::move(content))
        {}

        Result<std::size_t> readAt(std::uint64_t offset, std::span<std::uint8_t> buffer) const override
        {
            const Bytes& octets = m_content->now;
            if (offset >= octets.size())
                return 0;
            const std::size_t count = std::min<std::size_t>(buffer.size(), octets.size() - offset);
            std::copy_n(octets.begin() + static_cast<std::ptrdiff_t>(offset), count, buffer.begin());
            return count;
        }

        Status writeAt(std::uint64_t offset, BytesView octets) override
        {
            const auto step = m_owner.next(true);
            if (step == Step::Refuse)
                return m_owner.failure();
            if (step == Step::Half)
                octets = octets.first(octets.size() / 2);
            Bytes& now = m_content->now;
            if (now.size() < offset + octets.size())
                now.resize(offset + octets.size());
            std::copy(octets.begin(), octets.end(), now.begin() + static_cast<std::ptrdiff_t>(offset));
            return step == Step::Half ? Status(m_owner.failure()) : Status();
        }

        Status sync() override
        {
            const auto step = m_owner.next(false);
            if (step == Step::Refuse)
                return m_owner.failure();
            // a sync that fails half-way may have written or not; here it has not
            if (step == Step::Half)
                return m_owner.failure();
            m_content->onDisk = m_content->now;
            return {};
        }

        Status truncate(std::uint64_t size) override
        {
            const auto step = m_owner.next(false);
            if (step == Step::Refuse)
                return m_owner.failure();
            m_content->now.resize(size);
            return step == Step::Half ? Status(m_owner.failure()) : Status();
        }

        Result<std::uint64_t> size() const override { return m_content->now.size(); }

    private:
        FailingFileSystem& m_owner;
        std::shared_ptr<Content> m_content;
    };

    std::map<std::string, std::shared_ptr<Content>> m_files;
    std::size_t m_points = 0;
    std::size_t m_failPoint = 0;
    Failure m_failure = Failure::Refuse;
};

} // namespace mmm::test
