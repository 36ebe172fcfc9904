#include "mesh/new_first.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr int mostRejoins = 3;
constexpr std::int64_t framesAtOnce = 256;

/// How far this device's frames of a container are those of the service.
struct Overlap
{
    std::int64_t common = 0;
    std::int64_t here = 0;
    std::int64_t there = 0;
    /// Neither has anything but what the other has, or what comes after it.
    [[nodiscard]] bool isStraight() const { return common == std::min(here, there); }
};

class Rejoining
{
public:
    Rejoining(Membership& member, const AccountEnd& end, std::string name, std::stop_token stop)
        : m_member(member),
          m_end(end),
          m_name(std::move(name)),
          m_stop(std::move(stop))
    {}

    Status run()
    {
        Status done;
        for (int attempt = 0; attempt < mostRejoins; ++attempt) {
            MMM_TRY(const Overlap overlap, compare());
            if (overlap.isStraight() && overlap.here <= overlap.there)
                return {};
            if (!overlap.isStraight() || !mayCarry())
                return goBack(overlap.common);
            done = carry(overlap);
            if (done || meansUnreachable(done.error().fault) || done.error().fault == Fault::Cancelled)
                return done;
            if (done.error().fault != Fault::Conflict)
                return goBack(overlap.common); // what it does not take as it is
        }
        return done;
    }

private:
    store::Catalog& container() { return *m_member.containers->find(m_name); }

    Result<Overlap> compare()
    {
        MMM_TRY(const Inventory there, inventory(m_end, m_stop));
        const auto found = there.find(m_name);
        Overlap overlap;
        overlap.there = found == there.end() ? 0 : found->second.first;
        {
            const std::scoped_lock lock(m_member.mutex);
            overlap.here = container().head().count;
        }
        // frames are the same up to some place, and none is afterwards
        std::int64_t same = 0;
        std::int64_t other = std::min(overlap.here, overlap.there) + 1;
        for (std::int64_t count = other - 1; count > same; count = same + (other - same) / 2) {
            MMM_TRY(const bool isOurs, isSame(count - 1));
            (isOurs ? same : other) = count;
        }
        overlap.common = same;
        return overlap;
    }

    Result<bool> isSame(std::int64_t index)
    {
        MMM_TRY(const auto theirs, fetchFrames(m_end, m_name, index, index, m_stop));
        const std::scoped_lock lock(m_member.mutex);
        MMM_TRY(const dare::Envelope ours, container().frameAt(index));
        // the digests of the tree and of the payload are in the trailer, with the signatures
        return std::ranges::equal(ours.trailerOctets(), theirs.front().trailerOctets());
    }

    /// The device catalog is an administrator's to write.
    bool mayCarry()
    {
        const std::scoped_lock lock(m_member.mutex);
        return m_name != schema::store_name::device || m_member.keys->administration;
    }

    Status carry(const Overlap& overlap)
    {
        // what is signed as a batch goes at once where the service judges the signature
        const std::int64_t most = m_name == schema::store_name::device ? overlap.here : framesAtOnce;
        for (std::int64_t next = overlap.there; next < overlap.here;) {
            std::vector<dare::Envelope> frames;
            {
                const std::scoped_lock lock(m_member.mutex);
                for (std::int64_t i = next; i < std::min(overlap.here, next + most); ++i) {
                    MMM_TRY(dare::Envelope frame, container().frameAt(i));
                    frames.push_back(std::move(frame));
                }
            }
            const auto count = static_cast<std::int64_t>(frames.size());
            MMM_CHECK(appendFrames(m_end, m_name, next, std::move(frames), m_stop));
            next += count;
        }
        return {};
    }

    Status goBack(std::int64_t common)
    {
        if (m_name == schema::store_name::inbound)
            MMM_CHECK(deliverAgain(common));
        const bool isLetGo = !mayCarry();
        const std::scoped_lock lock(m_member.mutex);
        return container().goBack(common, isLetGo);
    }

    /// Messages of others that only this device has go into the spool as they came.
    Status deliverAgain(std::int64_t common)
    {
        std::vector<dare::Envelope> messages;
        {
            const std::scoped_lock lock(m_member.mutex);
            for (std::int64_t i = common; i < container().head().count; ++i) {
                MMM_TRY(dare::Envelope frame, container().frameAt(i));
                const auto meta = frame.contentMeta();
                if (meta && !meta->uniqueId.empty() && !container().isWrittenByDevice(meta->uniqueId))
                    messages.push_back(std::move(frame));
            }
        }
        for (const dare::Envelope& message : messages)
            MMM_CHECK(deliver(m_end, message, m_stop));
        return {};
    }

    Membership& m_member;
    const AccountEnd& m_end;
    const std::string m_name;
    const std::stop_token m_stop;
};

} // namespace

Status rejoin(Membership& member, const AccountEnd& end, std::stop_token stop)
{
    std::vector<std::string> names;
    {
        const std::scoped_lock lock(member.mutex);
        names = member.containers->names(); // the device catalog first: it says who may write the others
    }
    for (const std::string& name : names)
        MMM_CHECK(Rejoining(member, end, name, stop).run());
    return {};
}

} // namespace mmm::mesh
