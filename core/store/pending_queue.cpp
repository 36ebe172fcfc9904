#include "store/pending_queue.h"

#include "encoding/json_value.h"
#include "encoding/json_writer.h"

#include <algorithm>

// The file is a row of records: 4 octets, the size of the sealed part; 8 octets, the number; the sealed part.
// All numbers are big-endian. The sealed part is a JSON object, with the payload as its last member.

namespace mmm::store {
namespace {

constexpr std::size_t prefixSize = 12;
constexpr std::uint32_t maxRecord = 64U << 20U;
constexpr std::uint64_t maxFile = 4ULL << 30U;
constexpr std::uint64_t maxNumber = 1ULL << 48U;
constexpr std::uint64_t worthCompacting = 1U << 20U;

void putNumber(Bytes& out, std::uint64_t value, int octets)
{
    for (int i = octets - 1; i >= 0; --i)
        out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

std::uint64_t takeNumber(BytesView octets)
{
    std::uint64_t value = 0;
    for (const std::uint8_t octet : octets)
        value = value << 8 | octet;
    return value;
}

struct OpenedRecord
{
    std::string id;
    PendingChange change;
    Secret payload;
};

Result<OpenedRecord> parseRecord(const Secret& json)
{
    MMM_TRY(const auto document, encoding::JsonDocument::parse(json));
    OpenedRecord record;
    const auto root = document.root();
    const auto id = root.find("Id");
    const auto base = root.find("Base");
    const auto after = root.find("After");
    const auto modified = root.find("Modified");
    if (!id || !base || !after || !modified)
        return fail(Fault::Damaged, "a waiting change is incomplete");
    MMM_TRY(record.id, id->string());
    MMM_TRY(record.change.base, base->integer());
    MMM_TRY(const std::int64_t previous, after->integer());
    record.change.after = static_cast<std::uint64_t>(previous);
    MMM_TRY(const std::int64_t seconds, modified->integer());
    record.change.modified = TimePoint(std::chrono::seconds(seconds));
    const auto payload = root.find("Payload");
    record.change.isDeletion = !payload;
    if (payload)
        record.payload = Secret(payload->source());
    return record;
}

} // namespace

Result<PendingQueue> PendingQueue::open(Options options, std::uint64_t through,
                                        const std::function<bool(std::uint64_t)>& isDone)
{
    PendingQueue queue(std::move(options));
    queue.m_next = through + 1;
    MMM_TRY(queue.m_file, queue.m_options.fileSystem->open(queue.m_options.path, dare::OpenMode::OpenAlways));
    MMM_CHECK(queue.load(isDone));
    return queue;
}

std::string PendingQueue::context(std::uint64_t number) const
{
    return "change:" + m_options.account + ":" + m_options.container + ":" + std::to_string(number);
}

Status PendingQueue::load(const std::function<bool(std::uint64_t)>& isDone)
{
    MMM_TRY(const std::uint64_t size, m_file->size());
    if (size > maxFile)
        return fail(Fault::TooLarge, "too many waiting changes");
    std::uint64_t at = 0;
    std::uint64_t good = 0; // after the last record that opened
    Bytes prefix(prefixSize);
    Bytes sealed;
    while (at + prefixSize <= size) {
        MMM_TRY(const std::size_t got, m_file->readAt(at, prefix));
        const auto length = static_cast<std::uint32_t>(takeNumber(BytesView(prefix).first(4)));
        const std::uint64_t number = takeNumber(BytesView(prefix).subspan(4));
        Result<OpenedRecord> record = fail(Fault::Damaged);
        if (got == prefixSize && length > 0 && length <= maxRecord && at + prefixSize + length <= size &&
            number > 0 && number < maxNumber) {
            sealed.resize(length);
            MMM_TRY(const std::size_t count, m_file->readAt(at + prefixSize, sealed));
            const auto json = m_options.seal->open(context(number), BytesView(sealed).first(count));
            if (json)
                record = parseRecord(*json);
        }
        if (!record) {
            ++at; // the next record is where one opens
            continue;
        }
        m_report.damaged += at > good ? 1 : 0;
        m_next = std::max(m_next, number + 1);
        if (isDone(number)) {
            m_garbage += prefixSize + length;
        } else {
            record->change.number = number;
            record->change.offset = at;
            record->change.size = length;
            m_changes[record->id].push_back(record->change);
        }
        at += prefixSize + length;
        good = at;
    }
    // what does not open at the end of the file was being written when the program ended
    m_end = good;
    if (good < size)
        MMM_CHECK(cutTail(good, size));
    return {};
}

/// Keeps a copy: should the seal key be the wrong one, nothing may be lost.
Status PendingQueue::cutTail(std::uint64_t good, std::uint64_t size)
{
    m_report.cutOctets = size - good;
    // A write that was not finished is shorter than it says. What is whole and does not open is something
    // else, and stays where it is unless there is a copy of it; on a full disk only the former is given up.
    if (const Status kept = keepTail(good, size); !kept && isWhole(good, size))
        return kept;
    if (!m_file->truncate(good) || !m_file->sync())
        m_mustRewrite = true;
    return {};
}

bool PendingQueue::isWhole(std::uint64_t at, std::uint64_t size) const
{
    Bytes prefix(prefixSize);
    const auto got = m_file->readAt(at, prefix);
    const std::uint64_t length = takeNumber(BytesView(prefix).first(4));
    return got && *got == prefixSize && length > 0 && at + prefixSize + length <= size;
}

/// Into a file of its own beside the queue, whatever is there already.
Status PendingQueue::keepTail(std::uint64_t at, std::uint64_t size) const
{
    FileSystem& files = *m_options.fileSystem;
    std::string path = m_options.path + ".cut";
    for (int number = 2;; ++number) {
        MMM_TRY(const bool isTaken, files.exists(path));
        if (!isTaken)
            break;
        path = m_options.path + ".cut" + std::to_string(number);
    }
    MMM_TRY(const auto file, files.open(path, dare::OpenMode::Create));
    const auto copy = [&]() -> Status {
        Bytes part(std::size_t(1) << 20U);
        for (std::uint64_t from = at; from < size; from += part.size()) {
            part.resize(std::size_t(std::min<std::uint64_t>(size - from, part.size())));
            MMM_TRY(const std::size_t count, m_file->readAt(from, part));
            MMM_CHECK(file->writeAt(from - at, BytesView(part).first(count)));
        }
        return file->sync();
    };
    Status copied = copy();
    if (!copied)
        (void)files.remove(path);
    return copied;
}

Status PendingQueue::encode(Bytes& out, std::uint64_t number, const Draft& draft) const
{
    encoding::JsonWriter writer;
    writer.openObject();
    writer.name("Id").string(draft.id);
    writer.name("Base").integer(draft.base);
    writer.name("After").integer(static_cast<std::int64_t>(draft.after));
    writer.name("Modified").integer(draft.modified.time_since_epoch().count());
    if (!draft.isDeletion)
        writer.name("Payload").raw(textOf(draft.payload));
    writer.closeObject();
    MMM_TRY(const Bytes sealed, m_options.seal->seal(context(number), writer.take()));
    if (sealed.size() > maxRecord)
        return fail(Fault::TooLarge, "entry is too large");
    putNumber(out, sealed.size(), 4);
    putNumber(out, number, 8);
    out.insert(out.end(), sealed.begin(), sealed.end());
    return {};
}

void PendingQueue::takeIn(const Draft& draft, std::uint64_t number, std::uint64_t offset, std::uint32_t size)
{
    m_changes[draft.id].push_back({.number = number,
                                   .base = draft.base,
                                   .after = draft.after,
                                   .isDeletion = draft.isDeletion,
                                   .modified = draft.modified,
                                   .offset = offset,
                                   .size = size});
}

Result<std::uint64_t> PendingQueue::append(const std::vector<Draft>& drafts)
{
    Bytes octets;
    std::vector<std::uint32_t> sizes;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const std::size_t before = octets.size();
        MMM_CHECK(encode(octets, m_next + i, drafts[i]));
        sizes.push_back(static_cast<std::uint32_t>(octets.size() - before - prefixSize));
    }
    if (m_end + octets.size() > maxFile)
        return fail(Fault::TooLarge, "too many waiting changes");
    if (m_mustRewrite) {
        MMM_CHECK(rewrite(octets));
    } else {
        Status written = m_file->writeAt(m_end, octets);
        if (written)
            written = m_file->sync();
        if (!written) {
            // after a failed write or sync nobody knows what the disk holds: start a new file next time
            m_mustRewrite = true;
            (void)m_file->truncate(m_end);
            return tl::unexpected(written.error());
        }
        m_end += octets.size();
    }
    const std::uint64_t first = m_next;
    std::uint64_t offset = m_end - octets.size();
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        takeIn(drafts[i], m_next++, offset, sizes[i]);
        offset += prefixSize + sizes[i];
    }
    return first;
}

const std::vector<PendingChange>* PendingQueue::find(const std::string& id) const
{
    const auto found = m_changes.find(id);
    return found == m_changes.end() ? nullptr : &found->second;
}

Result<Bytes> PendingQueue::recordOctets(const PendingChange& change) const
{
    Bytes octets(prefixSize + change.size);
    MMM_TRY(const std::size_t count, m_file->readAt(change.offset, octets));
    if (count < octets.size() || takeNumber(BytesView(octets).subspan(4, 8)) != change.number)
        return fail(Fault::Damaged, "a waiting change is damaged");
    return octets;
}

Result<Secret> PendingQueue::read(const PendingChange& change) const
{
    MMM_TRY(const Bytes octets, recordOctets(change));
    auto json = m_options.seal->open(context(change.number), BytesView(octets).subspan(prefixSize));
    if (!json)
        return fail(Fault::Damaged, "a waiting change is damaged");
    MMM_TRY(OpenedRecord record, parseRecord(*json));
    return std::move(record.payload);
}

void PendingQueue::drop(const std::string& id, std::uint64_t through)
{
    const auto found = m_changes.find(id);
    if (found == m_changes.end())
        return;
    std::erase_if(found->second, [&](const PendingChange& change) {
        const bool gone = change.number <= through;
        m_garbage += gone ? prefixSize + change.size : 0;
        return gone;
    });
    if (found->second.empty())
        m_changes.erase(found);
}

void PendingQueue::setBase(const std::string& id, std::int64_t base)
{
    const auto found = m_changes.find(id);
    if (found == m_changes.end())
        return;
    found->second.back().base = base;
    found->second.back().after = 0;
}

/// Writes the waiting changes and the new octets to a new file and goes on with that.
Status PendingQueue::rewrite(const Bytes& more)
{
    std::vector<PendingChange*> order;
    for (auto& [id, changes] : m_changes) {
        for (PendingChange& change : changes)
            order.push_back(&change);
    }
    std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->number < b->number; });
    Bytes octets;
    std::vector<std::uint64_t> offsets;
    for (const PendingChange* change : order) {
        offsets.push_back(octets.size());
        // a change that cannot be read any more must not hold up the others
        if (const auto record = recordOctets(*change))
            octets.insert(octets.end(), record->begin(), record->end());
    }
    octets.insert(octets.end(), more.begin(), more.end());
    m_mustRewrite = true; // should any of this fail, nobody knows which file has the name
    const std::string fresh = m_options.path + ".new";
    MMM_TRY(auto file, m_options.fileSystem->open(fresh, dare::OpenMode::OpenAlways));
    MMM_CHECK(file->truncate(0));
    MMM_CHECK(file->writeAt(0, octets));
    MMM_CHECK(file->sync());
    MMM_CHECK(m_options.fileSystem->replace(fresh, m_options.path));
    m_file = std::move(file);
    m_mustRewrite = false;
    m_end = octets.size();
    m_garbage = 0;
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i]->offset = offsets[i];
    return {};
}

void PendingQueue::compact()
{
    if (m_changes.empty() && m_end > 0) {
        if (m_file->truncate(0) && m_file->sync())
            m_mustRewrite = false;
        else
            m_mustRewrite = true;
        m_end = 0;
        m_garbage = 0;
    } else if (m_garbage > worthCompacting && m_garbage > m_end / 2) {
        (void)rewrite({});
    }
}

} // namespace mmm::store
