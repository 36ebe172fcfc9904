#include "mesh/mesh_state.h"

#include "mesh/device_knowledge.h"
#include "mesh/recipients.h"
#include "schema/key_check.h"

#include <algorithm>

namespace mmm::mesh {

void Observers::add(Observer* observer)
{
    const std::scoped_lock lock(m_mutex);
    m_observers.push_back(observer);
}

void Observers::remove(Observer* observer)
{
    const std::scoped_lock lock(m_mutex);
    std::erase(m_observers, observer);
}

std::string Membership::address() const
{
    const std::scoped_lock lock(m_addressMutex);
    return m_addresses.front();
}

std::vector<std::string> Membership::addresses() const
{
    const std::scoped_lock lock(m_addressMutex);
    return m_addresses;
}

void Membership::moveTo(std::string address, std::vector<std::string> formerAddresses)
{
    std::vector<std::string> addresses{std::move(address)};
    std::ranges::move(formerAddresses, std::back_inserter(addresses));
    const std::scoped_lock lock(m_addressMutex);
    m_addresses = std::move(addresses);
}

store::Catalog& Membership::applications() const
{
    return *containers->find(schema::store_name::application);
}

Stage stageOf(const LocalRecord& record)
{
    if (record.stage == "Ready")
        return Stage::Ready;
    if (record.stage == "Creating")
        return Stage::Creating;
    if (record.stage == "Connecting" || record.stage == "Hailing")
        return Stage::Connecting;
    // of an account that was deleted nothing is to be used any more
    return record.stage == "Removed" || record.stage == "Deleted" ? Stage::Removed : Stage::New;
}

TimePoint MeshState::now() const
{
    const auto known = serviceLink();
    return options.clock->now() + (known ? known->clockOffset() : std::chrono::seconds(0));
}

Status MeshState::changeRecord(const std::function<void(LocalRecord&)>& change)
{
    const std::scoped_lock lock(mutex);
    LocalRecord changed = record;
    change(changed);
    if (!file)
        return fail(Fault::KeychainLocked, "the keys are put away");
    const Secret json = encoding::toTaggedJson(changed);
    MMM_CHECK(file->write(json));
    record = std::move(changed);
    return {};
}

Status MeshState::rememberService()
{
    const ServiceRecord known = serviceLink()->record();
    {
        const std::scoped_lock lock(mutex);
        if (record.service == known)
            return {};
    }
    return changeRecord([&](LocalRecord& r) { r.service = known; });
}

std::shared_ptr<Membership> MeshState::member() const
{
    const std::scoped_lock lock(mutex);
    return membership;
}

std::shared_ptr<ServiceLink> MeshState::serviceLink() const
{
    const std::scoped_lock lock(mutex);
    return link;
}

protocol::DiscoveryOptions MeshState::discovery() const
{
    protocol::DiscoveryOptions discovery;
    for (const auto& [domain, endpoint] : options.knownServices)
        discovery.known[domain] = {endpoint};
    return discovery;
}

Status MeshState::openMembership(const std::function<void(double)>& progress, std::stop_token stop)
{
    LocalRecord known;
    {
        const std::scoped_lock lock(mutex);
        known = record;
    }
    if (!known.device)
        return fail(Fault::Damaged, "the data folder has no entry of this device");
    MMM_TRY(DeviceKeys keys, openDevice(vault, known.profileDevice, stop));
    MMM_TRY(auto mesh, schema::verifyProfileMesh(known.profileMesh));
    MMM_TRY(MemberKeys member, openMember(keys, *known.device, mesh, known.accountUdf));
    MMM_TRY(std::string directory, folder->accountDirectory(known.accountUdf));

    auto fresh = std::make_shared<Membership>(known.account, known.formerAddresses, known.accountUdf, mesh);
    fresh->keys = std::make_shared<const MemberKeys>(std::move(member));
    const Containers::Place place{std::move(directory), known.accountUdf, seal, options.clock.get()};
    MMM_TRY(fresh->containers, Containers::open(place, fresh->keys->keyRing, progress, stop));
    MMM_TRY(fresh->outbox, Outbox::open(place.directory, known.accountUdf, *sealKey));
    observe(*fresh->containers);
    settle(*fresh, known.service.hostKey);
    const std::scoped_lock lock(mutex);
    device = std::move(keys);
    membership = std::move(fresh);
    if (!link)
        link = std::make_shared<ServiceLink>(record.service, discovery(), options.clock);
    return {};
}

Status MeshState::reopenKeys(std::stop_token stop)
{
    const auto current = member();
    LocalRecord known;
    std::optional<DeviceKeys> keys;
    {
        const std::scoped_lock lock(mutex);
        known = record;
        keys = device;
    }
    MMM_TRY(auto mesh, schema::verifyProfileMesh(known.profileMesh));
    MMM_TRY(MemberKeys member, openMember(*keys, *known.device, mesh, known.accountUdf));
    MMM_TRY(std::string directory, folder->accountDirectory(known.accountUdf));
    const std::scoped_lock lock(current->mutex);
    const auto isSameKey = [](const auto& one, const auto& other) {
        return one->publicKey() == other->publicKey();
    };
    const bool sameEncryption = isSameKey(current->keys->accountEncryption, member.accountEncryption) &&
                                std::ranges::equal(current->keys->mortal, member.mortal, isSameKey);
    current->mesh = mesh;
    current->checked.clear(); // what no key opened may open now
    current->keys = std::make_shared<const MemberKeys>(std::move(member));
    if (!sameEncryption) {
        // a container keeps the keys that it was opened with
        const Containers::Place place{std::move(directory), known.accountUdf, seal, options.clock.get()};
        current->containers.reset();
        MMM_TRY(current->containers, Containers::open(place, current->keys->keyRing, {}, stop));
        observe(*current->containers);
    }
    settle(*current, known.service.hostKey);
    return {};
}

void MeshState::settle(Membership& who, BytesView hostKey)
{
    {
        const std::scoped_lock lock(mutex);
        who.authority.setRetiring(record.change ? record.change->retired : std::string());
    }
    who.authority.setMesh(who.mesh);
    learnDevices(who.containers->devices(), who.mesh, who.authority);
    for (const std::string& name : who.containers->names())
        settleRecipients(who, name, hostKey);
}

void MeshState::observe(Containers& containers)
{
    for (const std::string& name : containers.names()) {
        containers.find(name)->addObserver([this, name](const store::Changes& changes) {
            observers.tell([&](Observer& o) { o.entriesChanged(name, changes.ids); });
        });
    }
}

std::optional<ServiceRecord> MeshState::formerService(const std::string& domain) const
{
    const auto found = std::ranges::find(record.formerServices, domain, &ServiceRecord::domain);
    if (found == record.formerServices.end())
        return std::nullopt;
    ServiceRecord known = *found;
    if (hosted && domain == record.embeddedDomain)
        known.endpoints = hosted->knownEndpoints(); // it may have come up at another port
    return known;
}

void MeshState::tellStage(Stage stage) const
{
    observers.tell([stage](Observer& o) { o.stageChanged(stage); });
}

} // namespace mmm::mesh
