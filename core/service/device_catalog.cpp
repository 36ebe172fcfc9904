#include "dare/event_rules.h"
#include "schema/any.h"
#include "schema/catalog.h"
#include "schema/key_check.h"
#include "schema/verify.h"
#include "service/batch_chain.h"
#include "service/room.h"
#include "service/sequence_log.h"
#include "service/transactions.h"

#include <algorithm>
#include <map>

namespace mmm::service {

namespace {

/// Whether an administration key itself, and no device, brings what is at another service.
bool isCarriedOver(const Call& call)
{
    return !call.caller.device;
}

/// The batch must be signed by an administration key of the account's personal mesh (WIRE K.2, security 03
/// §7.1.5). An administration key itself, which carries the catalog from another service, brings several
/// batches, each signed so, or by a former administrator: a present one vouches for those by having signed
/// what follows them.
Status checkAdministrator(Call& call, const AccountRecord& account, const std::vector<dare::Envelope>& frames)
{
    const bool isCarried = isCarriedOver(call);
    MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(account.profileMesh));
    MMM_TRY(const schema::Verified<schema::ProfileMesh> mesh, schema::verifyProfileMesh(envelope));
    std::int64_t from = frames.front().header().index();
    MMM_TRY(BatchChain chain, BatchChain::before(call.storage, account.id, account.accountUdf,
                                                 schema::store_name::device, from));
    bool isVouchedFor = false;
    for (const dare::Envelope& frame : frames) {
        isVouchedFor = false;
        MMM_CHECK(chain.add(frame));
        const bool isLast = &frame == &frames.back();
        if (!isLast && (!isCarried || std::ranges::all_of(frame.signatures(), [](const dare::Signature& s) {
                return s.manifest.empty();
            })))
            continue; // the batch goes on
        const dare::Manifest batch = chain.manifest(from);
        isVouchedFor = isSignedByAny(mesh->keysOnlineSignature, frame, batch);
        if (!isVouchedFor && !(isCarried && isSignedByAny(mesh->keysFormerSignature, frame, batch)))
            break;
        from = frame.header().index() + 1;
    }
    return isVouchedFor
               ? Status()
               : fail(Fault::NotAuthorised, "the device catalog is written by administration devices only");
}

/// Whether the leaving device has written beyond the marks. Whoever disconnects it must see that first, or
/// these frames would belong to nobody; from now on the device writes nothing.
Status checkMarks(Call& call, const AccountRecord& account, const schema::CatalogedDevice& entry)
{
    MMM_TRY(const auto devices, call.storage.devices(account.id));
    const auto device = std::ranges::find(devices, entry.deviceUdf, &DeviceRecord::deviceUdf);
    if (device == devices.end())
        return {};
    MMM_TRY(const auto containers, call.storage.containers(account.id));
    for (const ContainerRecord& container : containers) {
        const auto mark = std::ranges::find(entry.closed, container.name, &schema::ContainerMark::container);
        if (mark == entry.closed.end() || mark->count < 0)
            continue; // one that this device does not keep is not its to judge
        constexpr std::size_t mostFrames = 256;
        constexpr std::size_t mostOctets = 16U << 20U;
        for (auto from = static_cast<std::uint64_t>(mark->count); from < container.frames;) {
            MMM_TRY(const auto frames,
                    call.storage.frames(container.id, from, container.frames - 1, mostFrames, mostOctets));
            for (const FrameRecord& frame : frames) {
                MMM_TRY(const dare::Trailer trailer, dare::parseTrailer(frame.trailer));
                if (std::ranges::any_of(trailer.signatures, [&](const dare::Signature& signature) {
                        return !signature.manifest.empty() && signature.kid == device->signatureUdf;
                    }))
                    return fail(Fault::Conflict, "the device has written meanwhile");
            }
            if (frames.empty())
                return fail(Fault::Damaged, "a frame is missing");
            from = frames.back().index + 1;
        }
    }
    return {};
}

Status applyEntry(Call& call, const AccountRecord& account,
                  const schema::Verified<schema::ProfileAccount>& profile, const dare::Envelope& frame)
{
    MMM_TRY(const dare::ContentMeta meta, frame.contentMeta());
    if (meta.event.empty())
        return {};
    MMM_TRY(const dare::Event event, dare::eventByName(meta.event));
    if (event == dare::Event::Delete)
        return call.storage.removeDevice(account.id, meta.uniqueId);
    MMM_TRY(const schema::CatalogedDevice entry, schema::payloadOf<schema::CatalogedDevice>(frame));
    if (entry.deviceUdf != meta.uniqueId)
        return fail(Fault::Contradiction, "UniqueID is not the DeviceUDF");
    // the last entry of a device that leaves; its connection is one of the past
    if (!entry.closed.empty()) {
        MMM_CHECK(checkMarks(call, account, entry));
        return call.storage.removeDevice(account.id, entry.deviceUdf);
    }
    for (const schema::AccountEntry& connected : entry.accounts) {
        if (connected.accountUdf != account.accountUdf)
            continue;
        MMM_TRY(const schema::Verified<schema::ConnectionAccount> connection,
                schema::verifyConnectionAccount(connected.envelopedConnectionAccount, profile));
        if (!connection->keyAuthentication || !connection->keySignature)
            return fail(Fault::Missing, "ConnectionAccount without its keys");
        DeviceRecord device;
        device.deviceUdf = entry.deviceUdf;
        device.authenticationUdf = connection->keyAuthentication->udf;
        device.signatureUdf = connection->keySignature->udf;
        device.connection = connected.envelopedConnectionAccount.toJson();
        device.entry = frame.toJson();
        device.frame = static_cast<std::uint64_t>(frame.header().index());
        // whose request it is follows from the key, so nobody may claim a key that is another device's
        MMM_TRY(const auto holder, call.storage.deviceByKey(device.authenticationUdf));
        const bool isOfBefore = holder && holder->first.id != account.id &&
                                holder->first.state == AccountState::Closed &&
                                holder->first.accountUdf == account.accountUdf;
        if (isOfBefore)
            MMM_CHECK(call.storage.removeDevice(holder->first.id, holder->second.deviceUdf));
        else if (holder && (holder->first.id != account.id || holder->second.deviceUdf != device.deviceUdf))
            return fail(Fault::Exists, "the key is that of another device");
        return call.storage.putDevice(account.id, device);
    }
    // a device of the mesh that has no part in this account
    return call.storage.removeDevice(account.id, entry.deviceUdf);
}

} // namespace

Status appendDevices(Call& call, const AccountRecord& account, const std::vector<dare::Envelope>& frames)
{
    const std::string name(schema::store_name::device);
    MMM_TRY(auto catalog, call.storage.container(account.id, name));
    if (!catalog) {
        MMM_TRY(catalog, call.storage.createContainer(account.id, name));
    }
    for (const dare::Envelope& frame : frames)
        MMM_CHECK(checkRoom(call, account, octetsOf(frame), RoomFor::Order));
    MMM_CHECK(appendWritten(call.storage, *catalog, true, frames, call.now));
    return applyDeviceCatalog(call, account, frames);
}

Status applyDeviceCatalog(Call& call, const AccountRecord& account, const std::vector<dare::Envelope>& frames)
{
    if (frames.empty())
        return {};
    MMM_CHECK(checkAdministrator(call, account, frames));
    MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(account.profileAccount));
    MMM_TRY(const schema::Verified<schema::ProfileAccount> profile, schema::verifyProfileAccount(envelope));
    std::map<std::string, const dare::Envelope*> latest;
    for (const dare::Envelope& frame : frames) {
        MMM_TRY(const dare::ContentMeta meta, frame.contentMeta());
        // of what comes over, and of a whole catalog, the keys may be those of before
        if (isCarriedOver(call) || frames.front().header().index() == 0)
            latest[meta.uniqueId] = &frame;
        else
            MMM_CHECK(applyEntry(call, account, profile, frame));
    }
    for (const auto& [id, frame] : latest)
        MMM_CHECK(applyEntry(call, account, profile, *frame));
    return {};
}

} // namespace mmm::service
