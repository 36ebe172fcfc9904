#include "dare/binding.h"
#include "dare/event_rules.h"
#include "schema/any.h"
#include "schema/catalog.h"
#include "schema/key_check.h"
#include "schema/verify.h"
#include "service/sequence_log.h"
#include "service/transactions.h"

#include <algorithm>

namespace mmm::service {

namespace {

/// The batch must be signed by an administration key of the account's personal mesh (WIRE K.2, security 03
/// §7.1.5).
Status checkAdministrator(const AccountRecord& account, const std::vector<dare::Envelope>& frames)
{
    MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(account.profileMesh));
    MMM_TRY(const schema::Verified<schema::ProfileMesh> mesh, schema::verifyProfileMesh(envelope));
    for (const dare::Signature& signature : frames.back().signatures()) {
        for (const schema::PublicKey& administrator : mesh->keysOnlineSignature) {
            MMM_TRY(const crypto::PublicKey key, schema::keyOf(administrator));
            const auto manifest = dare::verifyManifest(signature, key);
            if (manifest && manifest->account == account.accountUdf &&
                manifest->container == schema::store_name::device &&
                manifest->from == frames.front().header().index() &&
                manifest->to == frames.back().header().index())
                return {};
        }
    }
    return fail(Fault::NotAuthorised, "the device catalog is written by administration devices only");
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
    if (!entry.closed.empty())
        return call.storage.removeDevice(account.id, entry.deviceUdf);
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
        if (holder && (holder->first.id != account.id || holder->second.deviceUdf != device.deviceUdf))
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
    MMM_CHECK(appendWritten(call.storage, *catalog, true, frames, call.now));
    return applyDeviceCatalog(call, account, frames);
}

Status applyDeviceCatalog(Call& call, const AccountRecord& account, const std::vector<dare::Envelope>& frames)
{
    if (frames.empty())
        return {};
    MMM_CHECK(checkAdministrator(account, frames));
    MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(account.profileAccount));
    MMM_TRY(const schema::Verified<schema::ProfileAccount> profile, schema::verifyProfileAccount(envelope));
    for (const dare::Envelope& frame : frames)
        MMM_CHECK(applyEntry(call, account, profile, frame));
    return {};
}

} // namespace mmm::service
