#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "store/file_system.h"
#include "store/seal.h"

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace mmm::store {

/// A local change of an entry that the service does not have yet. Its payload stays in the file.
struct PendingChange
{
    std::uint64_t number = 0; ///< counts up over the life of the container; 0: none
    std::int64_t base = -1;   ///< frame of the value that was changed; −1: there was none
    std::uint64_t after = 0;  ///< number of the waiting change of the same entry before this one
    bool isDeletion = false;
    TimePoint modified;
    std::uint64_t offset = 0; ///< of the record in the file
    std::uint32_t size = 0;   ///< of the sealed octets
};

/// The local changes of one container, in a file beside it. Every record is sealed and bound to account,
/// container and number; a record counts once it has reached the disk.
///
/// After a failed write the queue is as before. Lives on one thread.
class PendingQueue
{
public:
    struct Options
    {
        FileSystem* fileSystem = nullptr;
        std::string path;
        std::string account;
        std::string container;
        std::shared_ptr<const Seal> seal;
    };

    struct Report
    {
        std::uint64_t cutOctets = 0; ///< of a record whose writing was not finished
        std::int64_t damaged = 0;    ///< records that cannot be opened any more
    };

    /// Reads what waits. Changes that `isDone` says yes to are passed over; `through` is the largest number
    /// that was ever used, as far as the caller knows.
    [[nodiscard]] static Result<PendingQueue> open(Options options, std::uint64_t through,
                                                   const std::function<bool(std::uint64_t)>& isDone);

    [[nodiscard]] const Report& report() const { return m_report; }

    struct Draft
    {
        std::string id;
        std::int64_t base = -1;
        std::uint64_t after = 0;
        bool isDeletion = false;
        TimePoint modified{};
        BytesView payload{}; ///< JSON text; empty for a deletion
    };
    /// All or none; durable on success. The numbers given are consecutive; the answer is the first.
    [[nodiscard]] Result<std::uint64_t> append(const std::vector<Draft>& drafts);

    /// Waiting changes of an entry, the oldest first; only the last one counts.
    [[nodiscard]] const std::vector<PendingChange>* find(const std::string& id) const;
    [[nodiscard]] const std::unordered_map<std::string, std::vector<PendingChange>>& all() const
    {
        return m_changes;
    }
    [[nodiscard]] std::uint64_t lastNumber() const { return m_next - 1; }

    /// The payload of a change; empty for a deletion.
    [[nodiscard]] Result<Secret> read(const PendingChange& change) const;

    /// Forgets the changes of an entry up to that number. Whoever calls this has made sure that they are
    /// known to be done after a restart too.
    void drop(const std::string& id, std::uint64_t through);

    /// Notes, until the program ends, that the change that counts goes out from another frame.
    void setBase(const std::string& id, std::int64_t base);

    /// Gives back disk space that is no longer needed. Failing to do so harms nothing.
    void compact();

private:
    explicit PendingQueue(Options options) : m_options(std::move(options)) {}

    [[nodiscard]] Status load(const std::function<bool(std::uint64_t)>& isDone);
    [[nodiscard]] Status cutTail(std::uint64_t good, std::uint64_t size);
    [[nodiscard]] bool isWhole(std::uint64_t at, std::uint64_t size) const;
    [[nodiscard]] Status keepTail(std::uint64_t at, std::uint64_t size) const;
    [[nodiscard]] std::string context(std::uint64_t number) const;
    [[nodiscard]] Status encode(Bytes& out, std::uint64_t number, const Draft& draft) const;
    [[nodiscard]] Status rewrite(const Bytes& more);
    [[nodiscard]] Result<Bytes> recordOctets(const PendingChange& change) const;
    void takeIn(const Draft& draft, std::uint64_t number, std::uint64_t offset, std::uint32_t size);

    Options m_options;
    std::unique_ptr<dare::File> m_file;
    std::uint64_t m_end = 0;  ///< octets that are known to be good
    std::uint64_t m_next = 1; ///< number of the next change
    std::uint64_t m_garbage = 0;
    bool m_mustRewrite = false; ///< a write failed, and what the file holds after m_end is not known
    std::unordered_map<std::string, std::vector<PendingChange>> m_changes;
    Report m_report;
};

} // namespace mmm::store
