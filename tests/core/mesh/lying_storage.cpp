#include "core/mesh/lying_storage.h"

#include "dare/envelope.h"

#include <algorithm>
#include <limits>

namespace scenario {

using namespace mmm;
using service::FrameRecord;

void Lies::tell(const std::string& container, Lie lie)
{
    const std::scoped_lock lock(m_mutex);
    m_lies[container] = std::move(lie);
}

void Lies::tellOfMembers(MemberLie lie)
{
    const std::scoped_lock lock(m_mutex);
    m_memberLie = std::move(lie);
}

MemberLie Lies::aboutMembers() const
{
    const std::scoped_lock lock(m_mutex);
    return m_memberLie;
}

void Lies::noteAppended(const std::string& container) const
{
    const std::scoped_lock lock(m_mutex);
    m_appended.push_back(container);
}

std::vector<std::string> Lies::appended() const
{
    const std::scoped_lock lock(m_mutex);
    return m_appended;
}

void Lies::end()
{
    const std::scoped_lock lock(m_mutex);
    m_lies.clear();
    m_memberLie = nullptr;
}

Lie Lies::about(const std::string& container) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_lies.find(container);
    return found == m_lies.end() ? Lie() : found->second;
}

namespace {

using Frames = std::vector<FrameRecord>;

class LyingStorage final : public service::Storage
{
public:
    LyingStorage(std::unique_ptr<Storage> honest, std::shared_ptr<const Lies> lies)
        : m_honest(std::move(honest)),
          m_lies(std::move(lies))
    {}

    Status transaction(const std::function<Status()>& work) override { return m_honest->transaction(work); }

    Result<std::optional<service::AccountRecord>> account(const std::string& address) override
    {
        return m_honest->account(address);
    }
    Result<std::int64_t> createAccount(const service::AccountRecord& account, std::int64_t payer) override
    {
        return m_honest->createAccount(account, payer);
    }
    Status updateAccount(const service::AccountRecord& account) override
    {
        return m_honest->updateAccount(account);
    }
    Status eraseAccount(std::int64_t account) override { return m_honest->eraseAccount(account); }
    Result<int> eraseClosed(TimePoint before) override { return m_honest->eraseClosed(before); }
    Result<std::uint64_t> storedOctets(std::int64_t account) override
    {
        return m_honest->storedOctets(account);
    }
    Status count(std::int64_t account, std::uint64_t octets) override
    {
        return m_honest->count(account, octets);
    }
    Status keepSeen(const service::RequestMark& mark, TimePoint created) override
    {
        return m_honest->keepSeen(mark, created);
    }
    Result<std::vector<service::RequestMark>> seenAfter(TimePoint moment) override
    {
        return m_honest->seenAfter(moment);
    }
    Status forgetSeenBefore(TimePoint moment) override { return m_honest->forgetSeenBefore(moment); }

    Result<std::optional<service::ContainerRecord>> container(std::int64_t account,
                                                              const std::string& name) override
    {
        MMM_TRY(auto found, m_honest->container(account, name));
        if (found)
            MMM_CHECK(embellish(*found));
        return found;
    }
    Result<std::vector<service::ContainerRecord>> containers(std::int64_t account) override
    {
        MMM_TRY(auto all, m_honest->containers(account));
        for (service::ContainerRecord& one : all)
            MMM_CHECK(embellish(one));
        return all;
    }
    Result<service::ContainerRecord> createContainer(std::int64_t account, const std::string& name) override
    {
        return m_honest->createContainer(account, name);
    }
    Status renameContainer(std::int64_t container, const std::string& name) override
    {
        return m_honest->renameContainer(container, name);
    }
    Status append(service::ContainerRecord& container, const Frames& frames) override
    {
        MMM_CHECK(m_honest->append(container, frames));
        m_lies->noteAppended(container.name);
        return {};
    }

    Result<Frames> frames(std::int64_t container, std::uint64_t from, std::uint64_t to, std::size_t maxFrames,
                          std::size_t maxOctets) override
    {
        const auto name = m_names.find(container);
        const Lie lie = name == m_names.end() ? Lie() : m_lies->about(name->second);
        if (!lie)
            return m_honest->frames(container, from, to, maxFrames, maxOctets);
        MMM_TRY(Frames all, everything(container));
        lie(all);
        Frames wanted;
        for (std::size_t index = from; index < all.size() && index <= to && wanted.size() < maxFrames;
             ++index)
            wanted.push_back(std::move(all[index]));
        return wanted;
    }
    Result<std::optional<FrameRecord>> frame(std::int64_t container, std::uint64_t index) override
    {
        return m_honest->frame(container, index);
    }

    Result<service::ObjectRecord> object(std::int64_t container, const std::string& uniqueId) override
    {
        return m_honest->object(container, uniqueId);
    }
    Status setObject(std::int64_t container, const std::string& uniqueId,
                     const service::ObjectRecord& object) override
    {
        return m_honest->setObject(container, uniqueId, object);
    }

    Result<std::vector<service::DeviceRecord>> devices(std::int64_t account) override
    {
        return m_honest->devices(account);
    }
    Result<std::optional<std::pair<service::AccountRecord, service::DeviceRecord>>>
    deviceByKey(const std::string& udf) override
    {
        return m_honest->deviceByKey(udf);
    }
    Status putDevice(std::int64_t account, const service::DeviceRecord& device) override
    {
        return m_honest->putDevice(account, device);
    }
    Status removeDevice(std::int64_t account, const std::string& deviceUdf) override
    {
        return m_honest->removeDevice(account, deviceUdf);
    }
    Status touchDevice(std::int64_t account, const std::string& deviceUdf, TimePoint seen) override
    {
        return m_honest->touchDevice(account, deviceUdf, seen);
    }

    Result<std::vector<service::ConnectionRequestRecord>> requests(std::int64_t account) override
    {
        return m_honest->requests(account);
    }
    Result<std::optional<service::ConnectionRequestRecord>> request(std::int64_t account,
                                                                    const std::string& deviceUdf) override
    {
        return m_honest->request(account, deviceUdf);
    }
    Status putRequest(std::int64_t account, const service::ConnectionRequestRecord& request) override
    {
        return m_honest->putRequest(account, request);
    }
    Status removeRequestsBefore(std::int64_t account, TimePoint before) override
    {
        return m_honest->removeRequestsBefore(account, before);
    }

    Result<std::optional<service::ClaimRecord>> claim(std::int64_t account,
                                                      const std::string& deviceUdf) override
    {
        return m_honest->claim(account, deviceUdf);
    }
    Status addClaim(std::int64_t account, const service::ClaimRecord& claim) override
    {
        return m_honest->addClaim(account, claim);
    }
    Result<std::size_t> claimCount(std::int64_t account, const std::string& sender) override
    {
        return m_honest->claimCount(account, sender);
    }
    Status removeClaimsBefore(std::int64_t account, TimePoint before) override
    {
        return m_honest->removeClaimsBefore(account, before);
    }

    Result<std::optional<service::EntryRecord>> entry(const std::string& identifier) override
    {
        return m_honest->entry(identifier);
    }
    Result<std::optional<service::EntryRecord>> exactEntry(const std::string& identifier) override
    {
        return m_honest->exactEntry(identifier);
    }
    Status putEntry(const service::EntryRecord& entry) override { return m_honest->putEntry(entry); }
    Result<std::vector<service::EntryRecord>>
    entries(const std::vector<std::pair<std::string, std::string>>& terms, std::size_t offset,
            std::size_t maxEntries) override
    {
        return m_honest->entries(terms, offset, maxEntries);
    }

    Result<std::optional<Bytes>> setting(const std::string& name) override
    {
        // what was signed of the log is forgotten, so that the lie is signed
        if (name == "checkpoint" && m_lies->about("mmm_MeshLog"))
            return std::optional<Bytes>();
        return m_honest->setting(name);
    }
    Status setSetting(const std::string& name, BytesView value) override
    {
        return m_honest->setSetting(name, value);
    }

    Result<std::optional<service::FrameRecord>> frameAt(std::int64_t container,
                                                        std::uint64_t position) override
    {
        return m_honest->frameAt(container, position);
    }
    Result<std::vector<service::EntryRecord>> formerEntries(const std::string& identifier) override
    {
        return m_honest->formerEntries(identifier);
    }
    Status keepFormerEntry(const service::EntryRecord& entry) override
    {
        return m_honest->keepFormerEntry(entry);
    }
    Result<std::optional<service::MemberRecord>> member(std::int64_t group,
                                                        const std::string& memberUdf) override
    {
        auto member = m_honest->member(group, memberUdf);
        if (const auto swap = m_lies->aboutMembers(); member && *member && swap)
            swap(**member);
        return member;
    }
    Status putMember(std::int64_t group, const service::MemberRecord& member) override
    {
        return m_honest->putMember(group, member);
    }
    Status removeMember(std::int64_t group, const std::optional<std::string>& memberUdf) override
    {
        return m_honest->removeMember(group, memberUdf);
    }
    Status putSenders(std::int64_t account, const std::string& contact,
                      const std::vector<service::KnownSender>& senders) override
    {
        return m_honest->putSenders(account, contact, senders);
    }
    Result<std::vector<service::KnownSender>> senders(std::int64_t account,
                                                      const std::string& address) override
    {
        return m_honest->senders(account, address);
    }
    Status expectAnswer(std::int64_t account, const std::string& className, const std::string& recipient,
                        TimePoint sent) override
    {
        return m_honest->expectAnswer(account, className, recipient, sent);
    }
    Result<bool> isAnswerExpected(std::int64_t account, const std::string& className,
                                  const std::string& sender, TimePoint since) override
    {
        return m_honest->isAnswerExpected(account, className, sender, since);
    }
    Status addDelivery(const service::DeliveryRecord& delivery) override
    {
        return m_honest->addDelivery(delivery);
    }
    Result<std::vector<service::DeliveryRecord>> dueDeliveries(TimePoint now, std::size_t most) override
    {
        return m_honest->dueDeliveries(now, most);
    }
    Status postponeDelivery(const service::DeliveryRecord& delivery) override
    {
        return m_honest->postponeDelivery(delivery);
    }
    Status removeDelivery(std::int64_t id) override { return m_honest->removeDelivery(id); }
    Result<std::optional<Bytes>> peer(const std::string& name) override { return m_honest->peer(name); }
    Status putPeer(const std::string& name, BytesView record) override
    {
        return m_honest->putPeer(name, record);
    }

private:
    Result<Frames> everything(std::int64_t container)
    {
        constexpr std::size_t unlimited = std::numeric_limits<std::int32_t>::max();
        return m_honest->frames(container, 0, unlimited, unlimited, unlimited);
    }

    /// The container looks as if it had the frames that are told of it.
    Status embellish(service::ContainerRecord& container)
    {
        m_names[container.id] = container.name;
        const Lie lie = m_lies->about(container.name);
        if (!lie)
            return {};
        MMM_TRY(Frames all, everything(container.id));
        lie(all);
        if (all.size() == container.frames && (all.empty() || all.back().treeDigest == container.treeDigest))
            return {};
        container.frames = all.size();
        container.treeDigest = all.empty() ? Bytes() : all.back().treeDigest;
        return {};
    }

    std::unique_ptr<Storage> m_honest;
    std::shared_ptr<const Lies> m_lies;
    std::map<std::int64_t, std::string> m_names;
};

template<typename Change>
void changeHeader(FrameRecord& frame, Change change)
{
    dare::Header header = dare::parseHeader(frame.header).value();
    change(header);
    frame.header = dare::toOctets(header);
}

void number(Frames& frames)
{
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (frames[i].index == i)
            continue;
        frames[i].index = i;
        changeHeader(frames[i], [i](dare::Header& header) {
            header.containerInfo->index = static_cast<std::int64_t>(i);
        });
    }
}

template<typename Change>
void changeTrailer(FrameRecord& frame, Change change)
{
    dare::Trailer trailer = dare::parseTrailer(frame.trailer).value();
    change(trailer);
    frame.trailer = dare::toOctets(trailer);
}

} // namespace

service::StorageFactory lyingStorage(service::StorageFactory honest, std::shared_ptr<const Lies> lies)
{
    return
        [honest = std::move(honest), lies = std::move(lies)]() -> Result<std::unique_ptr<service::Storage>> {
            MMM_TRY(auto storage, honest());
            return std::make_unique<LyingStorage>(std::move(storage), lies);
        };
}

Lie alterBody(std::size_t frame)
{
    return [=](Frames& frames) {
        if (frame < frames.size())
            frames[frame].body.front() ^= 1U;
    };
}

Lie drop(std::size_t frame)
{
    return [=](Frames& frames) {
        if (frame >= frames.size())
            return;
        frames.erase(frames.begin() + static_cast<std::ptrdiff_t>(frame));
        number(frames);
    };
}

Lie swapFrames(std::size_t one, std::size_t other)
{
    return [=](Frames& frames) {
        if (std::max(one, other) >= frames.size())
            return;
        std::swap(frames[one], frames[other]);
        number(frames);
    };
}

Lie replay(std::size_t frame, std::size_t place)
{
    return [=](Frames& frames) {
        if (frame >= frames.size() || place > frames.size())
            return;
        const FrameRecord copy = frames[frame];
        if (place == frames.size())
            frames.push_back(copy);
        else
            frames[place] = copy;
        number(frames);
    };
}

Lie relabel(std::size_t frame, const std::string& to)
{
    return [=](Frames& frames) {
        if (frame >= frames.size())
            return;
        changeHeader(frames[frame], [&to](dare::Header& header) {
            dare::ContentMeta meta = header.contentMeta().value();
            meta.uniqueId = to;
            header.setContentMeta(meta);
        });
    };
}

Lie move(const FrameRecord& from, std::size_t place)
{
    return [=](Frames& frames) {
        if (place >= frames.size())
            return;
        frames[place] = from;
        number(frames);
    };
}

Lie rollBack(std::size_t count)
{
    return [=](Frames& frames) { frames.resize(std::min(frames.size(), count)); };
}

Lie stripSignature(std::size_t frame)
{
    return [=](Frames& frames) {
        if (frame < frames.size())
            changeTrailer(frames[frame], [](dare::Trailer& trailer) { trailer.signatures.clear(); });
    };
}

Lie renameSigner(std::size_t frame, const std::string& kid)
{
    return [=](Frames& frames) {
        if (frame < frames.size())
            changeTrailer(frames[frame], [&kid](dare::Trailer& trailer) {
                for (dare::Signature& signature : trailer.signatures)
                    signature.kid = kid;
            });
    };
}

Lie add(const std::vector<FrameRecord>& more)
{
    return [=](Frames& frames) {
        frames.insert(frames.end(), more.begin(), more.end());
        number(frames);
    };
}

} // namespace scenario
