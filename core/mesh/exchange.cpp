#include "mesh/exchange.h"

#include "crypto/hash.h"
#include "mesh/recipients.h"
#include "schema/key_check.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr int mostUploads = 5;
constexpr std::chrono::minutes uploadPatience{2};

/// Who signs frames of a container: an administration key the device catalog, the device's key the rest.
Result<std::pair<std::shared_ptr<const crypto::PrivateKey>, std::string>> signerOf(const MemberKeys& keys,
                                                                                   std::string_view container)
{
    if (container != schema::store_name::device)
        return std::pair(keys.signature, keys.signatureUdf);
    if (!keys.administration)
        return fail(Fault::NotAuthorised, "not an administration device");
    const auto& key = keys.administration->signature;
    return std::pair(key, schema::udfOf(key->publicKey()));
}

void tellFinding(MeshState& state, const std::string& container, const store::Finding& finding)
{
    Problem problem;
    problem.error = {finding.fault(), finding.detail};
    problem.container = container;
    problem.frame = static_cast<std::uint64_t>(std::max<std::int64_t>(0, finding.frame));
    state.observers.tell([&](Observer& o) { o.problem(problem); });
}

/// The mesh's profile where the service has a newer one. It is proved by the mesh's master key. With
/// member.mutex held.
Result<std::optional<schema::Verified<schema::ProfileMesh>>>
offeredMesh(const Membership& member, const protocol::StatusResponse& status)
{
    std::optional<schema::Verified<schema::ProfileMesh>> none;
    if (status.envelopedProfileMaster.isEmpty())
        return none;
    MMM_TRY(auto offered, schema::verifyProfileMesh(status.envelopedProfileMaster, member.mesh.udf()));
    MMM_CHECK(schema::checkSuccession(*member.mesh, *offered));
    return std::optional(std::move(offered));
}

Result<protocol::DownloadResponse> fetch(MeshState& state, Membership& member, const std::string& container,
                                         std::int64_t from, std::stop_token stop)
{
    protocol::DownloadRequest request;
    request.account = member.address();
    protocol::ConstraintsSelect select;
    select.container = container;
    select.indexMin = from;
    request.select.push_back(std::move(select));
    protocol::Identity identity;
    {
        const std::scoped_lock lock(member.mutex);
        identity = member.keys->identity;
    }
    return state.serviceLink()->transact<protocol::DownloadResponse>(identity, std::move(request), stop);
}

/// Two administration devices may have written the same entry, such as when both saw the same PIN proved.
/// Nobody has to be asked: the first one counts, except where a change of the mesh under way has renewed the
/// entry. With member.mutex held.
Status settleDevices(const MeshState& state, Membership& member)
{
    std::vector<std::string> renewed;
    {
        const std::scoped_lock lock(state.mutex);
        if (state.record.change) {
            for (const schema::CatalogedDevice& entry : state.record.change->entries)
                renewed.push_back(entry.deviceUdf);
        }
    }
    store::Catalog& devices = member.containers->devices();
    for (const std::string& id : devices.conflictIds()) {
        MMM_TRY(const store::Conflict conflict, devices.conflict(id));
        const bool isOurs = std::ranges::find(renewed, id) != renewed.end();
        MMM_CHECK(devices.resolve(id, isOurs ? conflict.ours : conflict.theirs));
    }
    return {};
}

} // namespace

Status download(MeshState& state, const std::string& container, std::stop_token stop,
                const std::function<void(double)>& progress)
{
    const auto member = state.member();
    bool areDevicesKnown = container == schema::store_name::device;
    {
        // a file that cannot be continued is set aside, now that the service can be asked for everything
        // again
        const std::scoped_lock lock(member->mutex);
        store::Catalog* catalog = member->containers->find(container);
        if (catalog->report().needsReset() && member->renewed.insert(container).second)
            MMM_CHECK(catalog->resetReplica());
    }
    for (;;) {
        std::int64_t from = 0;
        std::int64_t before = 0;
        {
            const std::scoped_lock lock(member->mutex);
            store::Catalog* catalog = member->containers->find(container);
            from = catalog->nextIndex();
            before = catalog->head().count;
        }
        MMM_TRY(const auto response, fetch(state, *member, container, from, stop));
        if (response.updates.empty())
            return fail(Fault::ProtocolViolation, "no answer about the container");
        const protocol::ContainerUpdate& update = response.updates.front();
        std::optional<store::Finding> finding;
        bool isComplete = false;
        bool isWriterUnknown = false;
        double share = 1;
        std::vector<store::FrameRange> setAside;
        {
            const std::scoped_lock lock(member->mutex);
            store::Catalog* catalog = member->containers->find(container);
            // what another thread has sent since the question is not in the answer
            if (update.index && catalog->head().count == before)
                finding = catalog->compare(*update.index, update.digest);
            if (!finding) {
                MMM_TRY(store::ApplyReport report,
                        catalog->applyDownloaded(update.envelopes, member->authority, update.index));
                finding = std::move(report.finding);
                isWriterUnknown = report.authorityPending;
                setAside = std::move(report.setAside);
            }
            if (!finding && container == schema::store_name::device)
                MMM_CHECK(settleDevices(state, *member));
            if (!finding && update.envelopes.empty() && update.index > catalog->nextIndex())
                finding = store::Finding{store::Deviation::Dropped, catalog->nextIndex(),
                                         "the service keeps frames back"};
            if (isWriterUnknown && areDevicesKnown)
                finding = store::Finding{store::Deviation::NotAuthorised, catalog->head().count,
                                         "written by somebody who is no device of this account"};
            const std::int64_t reached = catalog->nextIndex();
            const std::int64_t total = update.index.value_or(reached);
            isComplete = !isWriterUnknown && (reached >= total || reached == from);
            if (total > 0)
                share = static_cast<double>(reached) / static_cast<double>(total);
        }
        for (const store::FrameRange& range : setAside)
            tellFinding(state, container,
                        {store::Deviation::NotAuthorised, range.first,
                         "set aside: written by " + member->authority.deviceOf(range.kid) +
                             " after it was disconnected"});
        if (finding) {
            tellFinding(state, container, *finding);
            return fail(finding->fault(), finding->detail);
        }
        if (isWriterUnknown) {
            // a device that was connected since we last looked
            MMM_CHECK(download(state, std::string(schema::store_name::device), stop));
            MMM_CHECK(takeUpDevices(state, nullptr, stop));
            areDevicesKnown = true;
        }
        if (progress)
            progress(share); // without the lock: whoever shows it may look at the containers
        if (isComplete)
            return {};
    }
}

Status upload(MeshState& state, const std::string& container, std::stop_token stop)
{
    const auto member = state.member();
    for (int attempt = 0; attempt < mostUploads; ++attempt) {
        store::UploadBatch batch;
        protocol::Identity identity;
        protocol::UploadRequest request;
        Bytes hostKey;
        {
            const std::scoped_lock lock(state.mutex);
            hostKey = copyOf(state.record.service.hostKey);
        }
        {
            const std::scoped_lock lock(member->mutex);
            store::Catalog* catalog = member->containers->find(container);
            const auto marking = member->marking.find(container);
            const bool isMarked = marking != member->marking.end();
            const bool hasToMark = isMarked && marking->second != isMortal(*member, container);
            if (!catalog->hasPending() && !hasToMark)
                return {};
            MMM_TRY(const auto signer, signerOf(*member->keys, container));
            // what came in the meantime may say that it dies with the person, or does not
            settleRecipients(*member, container, hostKey);
            store::Catalog::UploadLimits limits;
            limits.evenIfEmpty = hasToMark;
            auto prepared = catalog->prepareUpload(*signer.first, signer.second, limits);
            if (!prepared && prepared.error().fault != Fault::Conflict)
                return tl::unexpected<Error>(prepared.error());
            if (prepared)
                batch = std::move(*prepared);
            identity = member->keys->identity;
        }
        if (!batch.isEmpty()) {
            protocol::ContainerUpdate update;
            update.container = container;
            update.index = batch.firstIndex;
            update.envelopes = batch.frames;
            request.account = member->address();
            request.updates.push_back(std::move(update));
            MMM_TRY(const auto response, state.serviceLink()->transact<protocol::UploadResponse>(
                                             identity, std::move(request), stop, uploadPatience));
            const bool accepted =
                !response.entries.empty() &&
                std::ranges::all_of(response.entries, [](const auto& e) { return e.result == "Accept"; });
            if (accepted) {
                const std::scoped_lock lock(member->mutex);
                const Status confirmed = member->containers->find(container)->confirmUploaded(batch);
                if (confirmed || confirmed.error().fault != Fault::Conflict)
                    return confirmed;
            }
        }
        // the service has frames that this device lacks: take them in, merge, sign again
        MMM_CHECK(download(state, container, stop));
    }
    return fail(Fault::Conflict, "other devices write faster than this one");
}

Status uploadAll(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    std::vector<std::string> names;
    {
        const std::scoped_lock lock(member->mutex);
        names = member->containers->names();
    }
    Status first;
    for (const std::string& name : names) {
        // one container that cannot be exchanged does not keep the others back
        const Status done = upload(state, name, stop);
        if (!done && (done.error().fault == Fault::Offline || done.error().fault == Fault::Cancelled))
            return done;
        if (!done && first)
            first = done;
    }
    return first;
}

Result<std::vector<std::string>> downloadAll(MeshState& state, const protocol::StatusResponse& status,
                                             std::stop_token stop,
                                             const std::function<void(double)>& progress)
{
    const auto member = state.member();
    std::vector<std::string> wanted;
    {
        const std::scoped_lock lock(member->mutex);
        // an administrator of whom this device has not heard may have written the frames that tell of it
        MMM_TRY(const auto offered, offeredMesh(*member, status));
        if (offered)
            member->authority.setMesh(*offered);
        for (const std::string& name : member->containers->names()) {
            store::Catalog* catalog = member->containers->find(name);
            const auto there =
                std::ranges::find_if(status.containerStatus, [&](const protocol::ContainerStatus& c) {
                    return schema::canonicalStoreName(c.container) == name;
                });
            const std::int64_t count = there == status.containerStatus.end() ? 0 : there->index.value_or(0);
            const Bytes digest = there == status.containerStatus.end() ? Bytes() : there->digest;
            // a status that does not fit is looked into: another thread may have sent something since
            if (catalog->compare(count, digest) || count > catalog->nextIndex() ||
                catalog->nextIndex() > catalog->head().count)
                wanted.push_back(name);
        }
    }
    std::vector<std::string> changed;
    double done = 0;
    Status trouble;
    for (const std::string& name : wanted) {
        const auto part = [&](double share) {
            if (progress)
                progress((done + share) / static_cast<double>(wanted.size()));
        };
        const Status fetched = download(state, name, stop, part);
        done += 1;
        if (fetched) {
            changed.push_back(name);
            if (name == schema::store_name::device)
                MMM_CHECK(takeUpDevices(state, &status, stop));
        } else if (fetched.error().fault == Fault::Offline || fetched.error().fault == Fault::Cancelled) {
            return tl::unexpected<Error>(fetched.error());
        } else if (trouble) {
            trouble = fetched;
        }
    }
    if (!trouble)
        return tl::unexpected<Error>(trouble.error());
    return changed;
}

Result<protocol::StatusResponse> askStatus(MeshState& state, std::chrono::seconds hold, std::stop_token stop)
{
    const auto member = state.member();
    protocol::StatusRequest request;
    request.account = member->address();
    protocol::Identity identity;
    {
        const std::scoped_lock lock(member->mutex);
        identity = member->keys->identity;
        request.profileMasterDigest = crypto::sha512(member->mesh.envelope().body());
        for (const std::string& name : member->containers->names()) {
            const store::Head head = member->containers->find(name)->head();
            protocol::ContainerStatus known;
            known.container = name;
            known.index = head.count;
            known.digest = head.treeDigest;
            request.known.push_back(std::move(known));
        }
    }
    if (hold.count() > 0)
        request.holdSeconds = hold.count();
    MMM_TRY(auto response, state.serviceLink()->transact<protocol::StatusResponse>(
                               identity, std::move(request), stop, hold + ServiceLink::patience));
    const std::scoped_lock lock(member->mutex);
    for (const protocol::DeviceSeen& seen : response.devices) {
        if (seen.lastSeen)
            member->lastSeen[seen.deviceUdf] = *seen.lastSeen;
    }
    return response;
}

Status takeUpDevices(MeshState& state, const protocol::StatusResponse* status, std::stop_token stop)
{
    const auto member = state.member();
    std::optional<DeviceKeys> device;
    LocalRecord known;
    {
        const std::scoped_lock lock(state.mutex);
        device = state.device;
        known = state.record;
    }
    dare::Envelope newMesh;
    if (status) {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(const auto offered, offeredMesh(*member, *status));
        if (offered)
            newMesh = offered->envelope();
    }
    std::optional<schema::CatalogedDevice> own;
    bool isRemoved = false;
    {
        const std::scoped_lock lock(member->mutex);
        store::Catalog& devices = member->containers->devices();
        if (devices.contains(device->udf)) {
            MMM_TRY(const Secret payload, devices.read(device->udf));
            MMM_TRY(own, encoding::fromTaggedJson<schema::CatalogedDevice>(payload));
        } else {
            const std::vector<std::string> gone = devices.deletedIds();
            isRemoved = std::ranges::find(gone, device->udf) != gone.end();
        }
    }
    if (isRemoved)
        return fail(Fault::Disconnected, "this device was disconnected");
    if (own || !newMesh.isEmpty()) {
        // both are taken up together or not at all: what is in the record must open at the next start
        MMM_TRY(const auto mesh, schema::verifyProfileMesh(newMesh.isEmpty() ? known.profileMesh : newMesh));
        if (!openMember(*device, own ? *own : *known.device, mesh, known.accountUdf))
            return fail(Fault::NotYet, "the mesh's profile and this device's entry do not fit so far");
        MMM_CHECK(state.changeRecord([&](LocalRecord& record) {
            if (!newMesh.isEmpty())
                record.profileMesh = newMesh;
            if (own) {
                record.device = *own;
                for (const schema::AccountEntry& account : own->accounts) {
                    if (account.accountUdf == record.accountUdf)
                        record.profileAccount = account.envelopedProfileAccount;
                }
            }
        }));
    }
    MMM_CHECK(state.reopenKeys(stop));
    state.observers.tell([](Observer& o) { o.devicesChanged(); });
    return {};
}

} // namespace mmm::mesh
