#include "mesh/mesh_state.h"

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

Stage stageOf(const LocalRecord& record)
{
    if (record.stage == "Ready")
        return Stage::Ready;
    if (record.stage == "Connecting")
        return Stage::Connecting;
    return record.stage == "Removed" ? Stage::Removed : Stage::New;
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

    auto fresh = std::make_shared<Membership>(known.account, known.accountUdf, mesh);
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
    const bool sameEncryption =
        current->keys->accountEncryption->publicKey() == member.accountEncryption->publicKey();
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
    who.authority.setMesh(who.mesh);
    store::Catalog& devices = who.containers->devices();
    const auto learn = [&](const Result<Secret>& payload, bool isConnected) {
        if (!payload)
            return;
        const auto entry = encoding::fromTaggedJson<schema::CatalogedDevice>(*payload);
        if (!entry)
            return;
        // the administrator who connected the device may be one no longer
        if (const auto verified =
                schema::verifyCatalogedDevice(*entry, who.mesh, schema::Administrators::PresentAndFormer))
            who.authority.setDevice(*verified, isConnected);
    };
    for (const std::string& id : devices.deletedIds()) {
        const auto versions = devices.history(id);
        if (!versions)
            continue;
        const auto last =
            std::ranges::find_if(*versions, [](const store::Version& v) { return !v.isDeletion; });
        if (last != versions->end())
            learn(devices.readVersion(id, last->version), false);
    }
    for (const std::string& id : devices.ids())
        learn(devices.read(id), true);

    const crypto::PublicKey account = who.keys->accountEncryption->publicKey();
    std::vector<dare::RecipientKey> withService{account};
    // the service reads the contact catalog, to know whose messages to accept (WIRE F.4)
    if (const auto host = crypto::PublicKey::decode(crypto::Curve::Ed448, hostKey))
        withService.emplace_back(*host);
    for (const std::string& name : who.containers->names()) {
        store::Catalog* container = who.containers->find(name);
        container->setRecipients(
            name == schema::store_name::contact ? withService : std::vector<dare::RecipientKey>{account});
    }
}

void MeshState::observe(Containers& containers)
{
    for (const std::string& name : containers.names()) {
        containers.find(name)->addObserver([this, name](const store::Changes& changes) {
            observers.tell([&](Observer& o) { o.entriesChanged(name, changes.ids); });
        });
    }
}

void MeshState::tellStage(Stage stage) const
{
    observers.tell([stage](Observer& o) { o.stageChanged(stage); });
}

} // namespace mmm::mesh
