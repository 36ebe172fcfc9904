#include "mesh/service_log.h"

#include "mesh/log_witness.h"
#include "mesh/manage_devices.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr std::size_t mostRemembered = 32;
/// The other devices are shown a statement a day: often enough to be compared, too seldom to be a burden.
constexpr std::chrono::hours showInterval{24};
constexpr std::string_view idPrefix = "checkpoint:";

std::optional<CatalogedCheckpoint> readShown(Membership& member, const std::string& id)
{
    const auto payload = member.applications().read(id);
    if (!payload)
        return std::nullopt;
    auto entry = encoding::fromTaggedJson<CatalogedCheckpoint>(*payload);
    return entry ? std::optional(std::move(*entry)) : std::nullopt;
}

/// What the service says now; nothing while its log is empty.
Result<std::optional<std::string>> ask(MeshState& state, Membership& member, dare::Envelope& profile,
                                       std::stop_token stop)
{
    const auto link = state.serviceLink();
    MMM_TRY(const auto hello, link->hello(stop));
    MMM_TRY(const auto service, schema::verifyProfileService(hello.envelopedProfileService));
    profile = service.envelope();
    protocol::Identity identity;
    {
        const std::scoped_lock lock(member.mutex);
        identity = member.keys->identity;
    }
    protocol::StatusRequest request;
    request.portal = link->record().domain;
    MMM_TRY(const auto status,
            link->transact<protocol::PortalStatusResponse>(identity, std::move(request), stop));
    if (status.checkpointValue.empty())
        return std::nullopt;
    MMM_CHECK(protocol::verifyCheckpoint(status.checkpointValue, service));
    return status.checkpointValue;
}

Status remember(MeshState& state, const std::string& value, const dare::Envelope& profile)
{
    {
        const std::scoped_lock lock(state.mutex);
        if (!state.record.checkpoints.empty() && state.record.checkpoints.back() == value &&
            state.record.profileService == profile)
            return {};
    }
    return state.changeRecord([&](LocalRecord& record) {
        record.profileService = profile;
        // one that was said before and is said again stands where it is said last
        std::erase(record.checkpoints, value);
        record.checkpoints.push_back(value);
        if (record.checkpoints.size() > mostRemembered)
            record.checkpoints.erase(record.checkpoints.begin());
    });
}

/// Puts this device's word into the catalog, and takes out that of devices that left.
Status show(Membership& member, const std::string& ownUdf, const std::string& serviceUdf,
            const std::string& value, TimePoint now)
{
    const std::scoped_lock lock(member.mutex);
    store::Catalog& catalog = member.applications();
    const std::string ownId = std::string(idPrefix) + ownUdf;
    std::vector<std::string> left;
    for (const store::Row& row : catalog.rows()) {
        if (row.className == CatalogedCheckpoint::className && row.id.starts_with(idPrefix) &&
            row.id != ownId && !member.containers->devices().contains(row.id.substr(idPrefix.size())))
            left.push_back(row.id);
    }
    if (!left.empty())
        MMM_CHECK(catalog.removeMany(left));
    const auto shown = readShown(member, ownId);
    if (shown && shown->serviceUdf == serviceUdf) {
        const auto row = catalog.row(ownId);
        if (shown->checkpointValue == value || (row && row->modified + showInterval > now))
            return {};
    }
    CatalogedCheckpoint entry;
    entry.key = ownId;
    entry.deviceUdf = ownUdf;
    entry.serviceUdf = serviceUdf;
    entry.checkpointValue = value;
    if (shown && shown->serviceUdf == serviceUdf)
        entry.acceptedValue = shown->acceptedValue;
    return catalog.put(ownId, encoding::toTaggedJson(entry));
}

std::optional<HeardCheckpoint> verified(const std::string& value, const std::string& device,
                                        const schema::Verified<schema::ProfileService>& service)
{
    auto checkpoint = protocol::verifyCheckpoint(value, service);
    if (!checkpoint)
        return std::nullopt;
    return HeardCheckpoint{std::move(*checkpoint), value, device, {}};
}

/// Something is wrong with what the service answers.
bool isLie(Fault fault)
{
    return fault == Fault::BadSignature || fault == Fault::NotAuthorised || fault == Fault::Damaged ||
           fault == Fault::Malformed;
}

/// A full disk and the like: the entries are exchanged all the same.
bool isOurs(Fault fault)
{
    return fault == Fault::DiskFull || fault == Fault::ReadOnly || fault == Fault::Io;
}

void tell(const MeshState& state, const Error& error, std::string_view container = {})
{
    Problem problem;
    problem.container = container;
    problem.error = error;
    state.observers.tell([&](Observer& o) { o.problem(problem); });
}

} // namespace

Status compareHeard(const HeardCheckpoint& earlier, const HeardCheckpoint& later)
{
    const bool isOneListener = !earlier.deviceUdf.empty() && earlier.deviceUdf == later.deviceUdf;
    const bool isEitherOrder = !isOneListener && earlier.checkpoint.time == later.checkpoint.time;
    return isEitherOrder && later.checkpoint.index < earlier.checkpoint.index
               ? protocol::compareCheckpoints(later.checkpoint, earlier.checkpoint)
               : protocol::compareCheckpoints(earlier.checkpoint, later.checkpoint);
}

std::vector<std::optional<Error>> contradictions(std::span<const HeardCheckpoint> heard)
{
    std::vector<std::optional<Error>> found(heard.size());
    for (std::size_t later = 1; later < heard.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later && !found[later]; ++earlier) {
            const Status fits = compareHeard(heard[earlier], heard[later]);
            if (!fits)
                found[later] = fits.error();
        }
    }
    return found;
}

namespace {

/// Leaves out what was stated before the newest beginning that was accepted.
void beginAnew(std::vector<HeardCheckpoint>& heard, const std::vector<std::string>& accepted,
               const schema::Verified<schema::ProfileService>& service)
{
    std::optional<HeardCheckpoint> beginning;
    for (const std::string& value : accepted) {
        auto one = verified(value, {}, service);
        if (one && (!beginning || one->checkpoint.time > beginning->checkpoint.time))
            beginning = std::move(one);
    }
    if (!beginning)
        return;
    // times are whole seconds: of those in the same one, a shorter log can only have been stated afterwards
    const auto place = [](const protocol::Checkpoint& one) { return std::pair(one.time, -one.index); };
    std::erase_if(heard, [&](const HeardCheckpoint& one) {
        return one.value != beginning->value && place(one.checkpoint) <= place(beginning->checkpoint);
    });
}

} // namespace

LocalRecord logRecord(const MeshState& state)
{
    LocalRecord record;
    const std::scoped_lock lock(state.mutex);
    record.service = state.record.service;
    record.profileService = state.record.profileService;
    record.checkpoints = state.record.checkpoints;
    return record;
}

Result<schema::Verified<schema::ProfileService>> loggedService(const LocalRecord& record)
{
    if (record.profileService.isEmpty())
        return fail(Fault::NotFound, "the service has stated nothing yet");
    return schema::verifyProfileService(record.profileService, record.service.serviceUdf);
}

std::vector<HeardCheckpoint> heardCheckpoints(const LocalRecord& record, Membership& member,
                                              const std::string& ownUdf)
{
    std::vector<HeardCheckpoint> heard;
    const auto service = loggedService(record);
    if (!service)
        return heard; // nothing was heard yet
    for (const std::string& value : record.checkpoints) {
        if (auto own = verified(value, ownUdf, *service))
            heard.push_back(std::move(*own));
    }
    std::vector<std::string> accepted;
    for (const store::Row& row : member.applications().rows()) {
        if (row.className != CatalogedCheckpoint::className)
            continue;
        const auto entry = readShown(member, row.id);
        if (!entry || entry->serviceUdf != service->udf())
            continue;
        if (!entry->acceptedValue.empty())
            accepted.push_back(entry->acceptedValue);
        if (entry->deviceUdf == ownUdf)
            continue;
        if (auto other = verified(entry->checkpointValue, entry->deviceUdf, *service)) {
            other->toldBy = entry->toldBy;
            heard.push_back(std::move(*other));
        }
    }
    beginAnew(heard, accepted, *service);
    return heard;
}

Status acceptServiceLog(MeshState& state)
{
    const auto member = state.member();
    CatalogedCheckpoint entry;
    {
        const std::scoped_lock lock(state.mutex);
        if (state.record.checkpoints.empty())
            return fail(Fault::NotFound, "the service has stated nothing yet");
        entry.deviceUdf = state.device->udf;
        entry.serviceUdf = state.record.service.serviceUdf;
        entry.checkpointValue = state.record.checkpoints.back();
    }
    entry.key = std::string(idPrefix) + entry.deviceUdf;
    entry.acceptedValue = entry.checkpointValue;
    const std::scoped_lock lock(member->mutex);
    MMM_CHECK(member->applications().put(entry.key, encoding::toTaggedJson(entry)));
    // a service that was restored from a backup has an older device catalog, too
    return acceptDevices(*member, entry.deviceUdf);
}

Status hearServiceLog(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    dare::Envelope profile;
    MMM_TRY(const auto value, ask(state, *member, profile, stop));
    if (!value)
        return {};
    MMM_CHECK(remember(state, *value, profile));
    std::string ownUdf;
    std::string serviceUdf;
    {
        const std::scoped_lock lock(state.mutex);
        ownUdf = state.device->udf;
        serviceUdf = state.record.service.serviceUdf;
    }
    return show(*member, ownUdf, serviceUdf, *value, state.now());
}

void tellContradictions(MeshState& state)
{
    const auto member = state.member();
    std::string ownUdf;
    {
        const std::scoped_lock lock(state.mutex);
        ownUdf = state.device->udf;
    }
    const LocalRecord record = logRecord(state);
    std::vector<Error> news;
    std::optional<Error> devices;
    {
        const std::scoped_lock lock(member->mutex);
        const std::vector<HeardCheckpoint> heard = heardCheckpoints(record, *member, ownUdf);
        const auto found = contradictions(heard);
        for (std::size_t i = 0; i < heard.size(); ++i) {
            if (found[i] && member->logTold.insert(heard[i].value).second)
                news.push_back(*found[i]);
        }
        const Status continues = checkDevices(*member, ownUdf, record.service.serviceUdf);
        if (!continues && member->logTold.insert(std::string(schema::store_name::device)).second)
            devices = continues.error();
    }
    for (const Error& error : news)
        tell(state, error);
    if (devices)
        tell(state, *devices, schema::store_name::device);
}

Status watchServiceLog(MeshState& state, std::stop_token stop)
{
    const auto member = state.member();
    const TimePoint now = state.now();
    bool isDue = false;
    {
        const std::scoped_lock lock(member->mutex);
        // a clock that was set back does not silence this for longer than it should
        isDue = !member->logAsked || now >= *member->logAsked + logInterval || now < *member->logAsked;
        if (isDue)
            member->logAsked = now;
    }
    if (isDue) {
        if (const Status heard = hearServiceLog(state, stop); !heard) {
            if (heard.error().fault == Fault::Cancelled)
                return heard;
            // the exchange finds out by itself that the service cannot be asked
            if (isOurs(heard.error().fault) || isLie(heard.error().fault))
                tell(state, heard.error());
        }
        if (const Status noted = noteConnection(state); !noted)
            tell(state, noted.error());
    }
    {
        const std::scoped_lock lock(member->mutex);
        Bytes chain = member->applications().head().chain;
        if (!isDue && chain == member->logCompared)
            return {}; // nobody has told anything new
        member->logCompared = std::move(chain);
    }
    tellContradictions(state);
    return {};
}

} // namespace mmm::mesh

MMM_RECORD_COMPILED(mmm::mesh::CatalogedCheckpoint)
