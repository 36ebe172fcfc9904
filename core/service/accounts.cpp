#include "schema/any.h"
#include "schema/catalog.h"
#include "schema/verify.h"
#include "service/transactions.h"

#include <algorithm>

namespace mmm::service {

namespace {

const std::string notAvailable = "That name is not available";

/// The address under this service's domain; a bare name gets the first domain.
Result<AccountAddress> localAddress(const Call& call, const std::string& account)
{
    const std::string full =
        account.find('@') == std::string::npos ? account + "@" + call.policy.domains.front() : account;
    MMM_TRY(AccountAddress address, parseAddress(full));
    if (!call.policy.serves(address.domain))
        return fail(Fault::NotServed, "that domain is not served here");
    return address;
}

struct Profiles
{
    schema::Verified<schema::ProfileMesh> mesh;
    schema::Verified<schema::ProfileAccount> account;
};

/// Both profiles, valid and belonging to each other and to the address.
Result<Profiles> checkProfiles(const protocol::CreateRequest& request)
{
    MMM_TRY(schema::Verified<schema::ProfileMesh> mesh, schema::verifyProfileMesh(request.signedProfileMesh));
    MMM_TRY(schema::Verified<schema::ProfileAccount> account,
            schema::verifyProfileAccount(request.signedAssertionAccount, &mesh));
    const auto same = [&request](const std::string& id) {
        return asciiLower(id) == asciiLower(request.serviceId);
    };
    if (std::ranges::none_of(account->serviceIds, same))
        return fail(Fault::Contradiction, "the account's profile does not name this address");
    return Profiles{std::move(mesh), std::move(account)};
}

/// Whether the account left this service for another one and comes back: nobody else gets its name. Its newer
/// profile shows that its owner wants so, since an administration key has signed it.
bool isReturning(const AccountRecord& account, const Profiles& profiles)
{
    if (account.state != AccountState::Closed || account.meshUdf != profiles.mesh.udf() ||
        account.accountUdf != profiles.account.udf() || isAtHome(account))
        return false;
    const auto envelope = dare::Envelope::parse(account.profileAccount);
    const auto before = envelope ? schema::payloadOf<schema::ProfileAccount>(*envelope)
                                 : Result<schema::ProfileAccount>(tl::unexpected<Error>(envelope.error()));
    return before && before->updated < profiles.account->updated &&
           schema::verifyByAny(profiles.account.envelope(), profiles.mesh->keysOnlineSignature);
}

/// Newer profiles of the same mesh and account replace the stored ones: a change of administrators or keys,
/// or a recovery (WIRE G.8.2). The mesh's is proved by its master key and the account's by an administration
/// key, so anybody may bring them. The account's own key alone does not do: former administrators knew it.
Result<protocol::CreateResponse> replaceProfiles(Call& call, AccountRecord stored,
                                                 const protocol::CreateRequest& request,
                                                 const Profiles& profiles)
{
    MMM_TRY(const dare::Envelope oldMesh, dare::Envelope::parse(stored.profileMesh));
    MMM_TRY(const schema::ProfileMesh mesh, schema::payloadOf<schema::ProfileMesh>(oldMesh));
    MMM_TRY(const dare::Envelope oldAccount, dare::Envelope::parse(stored.profileAccount));
    MMM_TRY(const schema::ProfileAccount account, schema::payloadOf<schema::ProfileAccount>(oldAccount));
    if (profiles.mesh->updated < mesh.updated || profiles.account->updated < account.updated)
        return fail(Fault::Conflict, "the profiles are older than those stored");
    const bool same = request.signedProfileMesh == oldMesh && request.signedAssertionAccount == oldAccount;
    protocol::CreateResponse response;
    response.status = static_cast<std::int64_t>(protocol::StatusCode::Updated);
    if (same)
        return response;
    if (!(request.signedAssertionAccount == oldAccount))
        MMM_CHECK(schema::verifyByAny(request.signedAssertionAccount, profiles.mesh->keysOnlineSignature));
    if (profiles.mesh->updated == mesh.updated && !(request.signedProfileMesh == oldMesh))
        return fail(Fault::Conflict, "another profile of the same time");
    stored.profileMesh = request.signedProfileMesh.toJson();
    stored.profileAccount = request.signedAssertionAccount.toJson();
    stored.modified = call.now;
    // all that it had elsewhere has come over: it is at home here now, or here as well
    if (stored.state == AccountState::Awaited)
        stored.state = AccountState::Open;
    MMM_CHECK(call.storage.updateAccount(stored));
    MMM_CHECK(publishProfile(call, stored, request.signedProfileMesh, stored.meshUdf, profiles.mesh->names,
                             profiles.mesh->updated));
    call.changedAccounts.insert(stored.id);
    return response;
}

} // namespace

Result<protocol::ValidateResponse> validateAccount(Call& call, const protocol::ValidateRequest& request)
{
    protocol::ValidateResponse response;
    response.minimum = static_cast<std::int64_t>(call.policy.names.minimum);
    response.maximum = static_cast<std::int64_t>(call.policy.names.maximum);
    response.invalidCharacters = call.policy.names.invalidCharacters;
    response.valid = false;
    const auto address = localAddress(call, request.account);
    if (!address) {
        response.reason = address.error().detail;
        return response;
    }
    if (const Status name = checkName(address->name, call.policy.names); !name) {
        response.reason = name.error().detail;
        return response;
    }
    MMM_TRY(const auto existing, call.storage.account(address->canonical()));
    response.valid = !existing;
    if (existing)
        response.reason = notAvailable;
    return response;
}

Result<protocol::CreateResponse> createAccount(Call& call, const protocol::CreateRequest& request)
{
    MMM_TRY(const AccountAddress address, localAddress(call, request.serviceId));
    if (schema::payloadOf<schema::ProfileGroup>(request.signedAssertionAccount)) {
        MMM_CHECK(checkName(address.name, call.policy.names));
        return createGroup(call, address.canonical(), request);
    }
    MMM_TRY(const Profiles profiles, checkProfiles(request));
    const std::string meshUdf = profiles.mesh.udf();
    const std::string accountUdf = profiles.account.udf();
    MMM_TRY(auto existing, call.storage.account(address.canonical()));
    if (existing && isReturning(*existing, profiles)) {
        MMM_CHECK(call.storage.eraseAccount(existing->id));
        existing.reset();
    }
    if (existing) {
        if (existing->meshUdf != meshUdf || existing->accountUdf != accountUdf ||
            (existing->state != AccountState::Open && existing->state != AccountState::Awaited))
            return fail(Fault::NameTaken, notAvailable);
        return replaceProfiles(call, *existing, request, profiles);
    }
    if (!call.policy.openRegistration)
        return fail(Fault::Refused, "this service does not take new accounts");
    if (call.caller.mode != CallerMode::Device)
        return fail(Fault::NotAuthorised, "a device authenticates its account's creation");
    MMM_CHECK(checkName(address.name, call.policy.names));

    AccountRecord account;
    account.address = address.canonical();
    account.meshUdf = meshUdf;
    account.accountUdf = accountUdf;
    account.profileMesh = request.signedProfileMesh.toJson();
    account.profileAccount = request.signedAssertionAccount.toJson();
    if (!isAtHome(account))
        account.state = AccountState::Awaited;
    account.created = call.now;
    account.modified = call.now;
    MMM_TRY(account.id, call.storage.createAccount(account));
    MMM_CHECK(publishProfile(call, account, request.signedProfileMesh, meshUdf, profiles.mesh->names,
                             profiles.mesh->updated));
    return protocol::CreateResponse();
}

Result<protocol::CreateResponse> createPortalAccount(Call& call, const protocol::PortalCreateRequest& request)
{
    MMM_TRY(const AccountAddress address, localAddress(call, request.account));
    MMM_CHECK(checkName(address.name, call.policy.names));
    const auto* profile = std::get_if<protocol::SignedProfile>(&request.profile);
    if (!profile)
        return fail(Fault::Missing, "CreateAccount without a profile");
    MMM_TRY(const schema::Verified<schema::ProfileMesh> mesh, schema::verifyProfileMesh(profile->signedData));
    const std::string udf = mesh.udf();
    if (profile->identifier != udf)
        return fail(Fault::Contradiction, "Identifier is not the profile's");
    if (!call.policy.openRegistration)
        return fail(Fault::Refused, "this service does not take new accounts");
    if (call.caller.mode != CallerMode::Device)
        return fail(Fault::NotAuthorised, "a device authenticates its account's creation");
    MMM_TRY(const auto existing, call.storage.account(address.canonical()));
    if (existing)
        return fail(Fault::NameTaken, notAvailable);
    AccountRecord account;
    account.address = address.canonical();
    account.meshUdf = udf;
    account.profileMesh = profile->signedData.toJson();
    account.created = call.now;
    account.modified = call.now;
    MMM_TRY(account.id, call.storage.createAccount(account));
    MMM_CHECK(publishProfile(call, account, profile->signedData, udf, mesh->names, mesh->updated));
    return protocol::CreateResponse();
}

Result<protocol::DeleteResponse> deleteAccount(Call& call, const protocol::DeleteRequest& request)
{
    MMM_TRY(AccountRecord account, call.ownAccount(request.account));
    if (!call.caller.isAdministrator())
        return fail(Fault::NotAuthorised, "only an administration device may delete the account");
    MMM_TRY(const auto catalog, call.storage.container(account.id, std::string(schema::store_name::device)));
    if (!account.isGroup && (account.state == AccountState::Awaited || !catalog || catalog->frames == 0)) {
        // nobody has ever used it, such as when its making was given up: there is nothing to keep
        MMM_CHECK(call.storage.eraseAccount(account.id));
        call.changedAccounts.insert(account.id);
        return protocol::DeleteResponse();
    }
    account.state = AccountState::Closed;
    account.modified = call.now;
    MMM_CHECK(call.storage.updateAccount(account));
    if (account.isGroup)
        MMM_CHECK(call.storage.removeMember(account.id, std::nullopt));
    call.changedAccounts.insert(account.id);
    return protocol::DeleteResponse();
}

} // namespace mmm::service
