#include "crypto/random.h"
#include "mesh/ceremonies.h"
#include "mesh/device_entry.h"
#include "mesh/exchange.h"
#include "mesh/master_key.h"
#include "mesh/shared_key.h"
#include "schema/key_check.h"
#include "service/account_name.h"
#include "udf/udf.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace mmm::mesh {

namespace {

/// Keys and structures of a new mesh, in memory until they are kept.
struct NewKeys
{
    Secret seed = makeMasterSeed();
    MasterKeys master;
    AdministrationKeys administration;
    std::shared_ptr<const crypto::PrivateKey> accountEncryption;
    dare::Envelope profileMesh;
    dare::Envelope profileAccount;
    std::string meshUdf;
    std::string accountUdf;
    schema::CatalogedDevice entry;
};

Result<NewKeys> makeKeys(const NewDevice& device, const std::string& address, const std::string& name,
                         TimePoint now)
{
    NewKeys keys;
    MMM_TRY(keys.master, keysOfSeed(keys.seed));
    const crypto::OverlayKey overlay = crypto::generateOverlay(crypto::Curve::Ed448);
    MMM_TRY(crypto::CompositeKey administration, crypto::cogenerate(device.keys.signature, overlay));
    keys.administration.signature = share(std::move(administration.key));
    keys.administration.meshEncryption = keys.master.encryption;
    keys.administration.accountSignature = freshKey();
    keys.administration.accountOnlineSignature = freshKey();
    keys.accountEncryption = freshKey();

    const schema::ProfileMesh mesh = schema::makeProfileMesh(
        keys.master.signature->publicKey(), {keys.administration.signature->publicKey()},
        keys.master.encryption->publicKey(), now, {keys.master.escrow->publicKey()});
    MMM_TRY(keys.profileMesh, schema::sealRecord(mesh, {keys.master.signature.get()}));
    keys.meshUdf = schema::udfOf(keys.master.signature->publicKey());
    const std::string& meshUdf = keys.meshUdf;
    const schema::ProfileAccount account =
        schema::makeProfileAccount(keys.administration.accountSignature->publicKey(),
                                   {keys.administration.accountOnlineSignature->publicKey()},
                                   keys.accountEncryption->publicKey(), meshUdf, {address}, now);
    MMM_TRY(keys.profileAccount, schema::sealRecord(account, {keys.administration.accountSignature.get(),
                                                              keys.administration.signature.get()}));
    keys.accountUdf = schema::udfOf(keys.administration.accountSignature->publicKey());
    MMM_TRY(const auto profile, schema::verifyProfileDevice(device.profile));
    const crypto::PublicKey meshEncryption = keys.administration.meshEncryption->publicKey();
    const DeviceEntryPlan plan{profile,
                               name,
                               keys.administration,
                               meshEncryption,
                               meshUdf,
                               keys.profileAccount,
                               keys.accountUdf,
                               {address},
                               keys.accountEncryption,
                               {},
                               &overlay,
                               now};
    MMM_TRY(keys.entry, makeDeviceEntry(plan));
    return keys;
}

Result<ServiceRecord> servicePlace(MeshState& state, const ServiceChoice& choice, const std::string& domain)
{
    ServiceRecord record;
    record.domain = domain;
    const auto add = [&record](const protocol::Endpoint& endpoint) {
        EndpointRecord entry;
        entry.host = endpoint.host;
        entry.port = endpoint.port;
        entry.portal = record.domain;
        record.endpoints.push_back(std::move(entry));
    };
    if (choice.embedded) {
        MMM_TRY(state.hosted, HostedService::start(state.options, domain, state.options.embeddedPort, false));
        record.endpoints = state.hosted->knownEndpoints();
        record.serviceUdf = state.hosted->serviceUdf();
    } else if (!choice.address.empty()) {
        MMM_TRY(const auto offer, ConnectionOffer::parse("mcu://x@" + domain + "/?h=" + choice.address));
        for (const protocol::Endpoint& endpoint : offer.endpoints)
            add(endpoint);
    } else if (const auto known = state.options.knownServices.find(domain);
               known != state.options.knownServices.end()) {
        add(known->second);
    }
    return record;
}

/// May be repeated: the service takes the same profiles as often as they come.
Status createAccount(ServiceLink& link, const DeviceKeys& device, const LocalRecord& draft,
                     std::stop_token stop)
{
    protocol::CreateRequest request;
    request.serviceId = draft.account;
    request.signedProfileMesh = draft.profileMesh;
    request.signedAssertionAccount = draft.profileAccount;
    const protocol::Identity identity{device.authentication.keyInUse(), {{"ProfileDevice", device.profile}}};
    return link.transact<protocol::CreateResponse>(identity, std::move(request), stop).map([](const auto&) {
    });
}

/// Whether the service has no such account. After any other failure it may have made it.
bool isRefusal(Fault fault)
{
    constexpr std::array refusals{Fault::NameTaken, Fault::NameInvalid, Fault::NotServed, Fault::Refused};
    return std::ranges::find(refusals, fault) != refusals.end();
}

/// The person's own card (security 03 §2.8.6: signed by an administration key).
Status addOwnContact(Membership& member, const std::string& fullName, TimePoint now)
{
    const std::scoped_lock lock(member.mutex);
    schema::Contact card;
    card.updated = now;
    card.fullName = fullName;
    schema::Address address;
    address.uri = "mesh:" + member.address();
    card.addresses.push_back(std::move(address));
    schema::CatalogedContact entry;
    entry.self = true;
    entry.key = udf::Udf::nonce().text();
    MMM_TRY(entry.envelopedContact, schema::sealRecord(card, {member.keys->administration->signature.get()}));
    return member.containers->find(schema::store_name::contact)
        ->put(entry.key, encoding::toTaggedJson(entry));
}

/// May be repeated.
Status putFirstEntries(MeshState& state, const LocalRecord& draft)
{
    const auto member = state.member();
    bool hasCard = false;
    {
        const std::scoped_lock lock(member->mutex);
        store::Catalog& devices = member->containers->devices();
        if (!devices.contains(draft.device->deviceUdf))
            MMM_CHECK(devices.put(draft.device->deviceUdf, encoding::toTaggedJson(*draft.device)));
        hasCard = member->containers->find(schema::store_name::contact)->size() > 0;
        // an account is an application too (WIRE E.12.1, step 6)
        store::Catalog& applications = member->applications();
        schema::CatalogedApplication account;
        account.key = member->accountUdf;
        if (!applications.contains(account.key))
            MMM_CHECK(applications.put(account.key, encoding::toTaggedJson(account)));
    }
    return draft.fullName.empty() || hasCard ? Status() : addOwnContact(*member, draft.fullName, state.now());
}

LocalRecord recordOf(const MeshState& state)
{
    const std::scoped_lock lock(state.mutex);
    return state.record;
}

/// To the service, as it was pinned when the mesh was made.
std::shared_ptr<ServiceLink> linkOf(MeshState& state)
{
    const std::scoped_lock lock(state.mutex);
    if (!state.link)
        state.link =
            std::make_shared<ServiceLink>(state.record.service, state.discovery(), state.options.clock);
    return state.link;
}

/// All that the mesh will be, kept before anybody hears of it.
Status keepDraft(MeshState& state, const LocalRecord& draft, const NewDevice& device, const NewKeys& keys,
                 const std::function<void(double)>& progress, std::stop_token stop)
{
    // what goes into the keystore is written down first, so that nothing stays there unknown
    MMM_CHECK(state.changeRecord([&](LocalRecord& record) { record = draft; }));
    MMM_CHECK(keepDevice(state.vault, device, stop, progress));
    MMM_CHECK(keepSeed(state.options, keys.meshUdf, keys.seed, stop));
    return state.changeRecord([](LocalRecord& record) { record.stage = "Creating"; });
}

/// From the draft to the account.
Status finishCreation(MeshState& state, const std::function<void(Step, double)>& report, std::stop_token stop)
{
    const LocalRecord draft = recordOf(state);
    const auto link = linkOf(state);
    report(Step::MakingAccount, 0.6);
    MMM_TRY(const DeviceKeys device, openDevice(state.vault, draft.profileDevice, stop));
    if (const Status created = createAccount(*link, device, draft, stop); !created) {
        if (isRefusal(created.error().fault))
            MMM_CHECK(forgetDraft(state));
        return created;
    }
    report(Step::LoadingEntries, 0.8);
    MMM_CHECK(state.rememberService());
    MMM_CHECK(state.openMembership({}, stop));
    Status done = putFirstEntries(state, draft);
    if (done)
        done = state.changeRecord([](LocalRecord& record) {
            record.stage = "Ready";
            record.fullName.clear();
        });
    if (!done) {
        const std::scoped_lock lock(state.mutex);
        state.membership.reset();
        return done;
    }
    report(Step::Uploading, 0.9);
    // from here on everything is on this disk; what does not reach the service now will later
    (void)uploadAll(state, stop);
    return {};
}

std::function<void(Step, double)> reporter(const Progress& progress)
{
    return [&progress](Step step, double share) {
        if (progress)
            progress(step, share);
    };
}

/// Has the service forget an account of which nothing was ever used.
Status deleteAccount(ServiceLink& link, const DeviceKeys& device, const LocalRecord& draft,
                     std::stop_token stop)
{
    MMM_TRY(const auto mesh, schema::verifyProfileMesh(draft.profileMesh));
    MMM_TRY(const MemberKeys keys, openMember(device, *draft.device, mesh, draft.accountUdf));
    if (!keys.administration)
        return fail(Fault::Damaged, "the maker of a mesh does not administer it");
    const protocol::Identity identity{keys.administration->signature,
                                      {{"ProfileAccount", draft.profileAccount}}};
    protocol::DeleteRequest request;
    request.account = draft.account;
    const auto deleted = link.transact<protocol::DeleteResponse>(identity, std::move(request), stop);
    if (deleted)
        return {};
    // the name is free, or somebody else's
    constexpr std::array unknown{Fault::NotFound, Fault::Disconnected, Fault::NotAuthorised,
                                 Fault::AccountClosed};
    return std::ranges::find(unknown, deleted.error().fault) != unknown.end()
               ? Status()
               : tl::unexpected<Error>(deleted.error());
}

} // namespace

Status createMesh(MeshState& state, const NewMesh& choice, const Progress& progress, std::stop_token stop)
{
    const auto report = reporter(progress);
    const std::string domain =
        asciiLower(choice.service.embedded ? HostedService::domainOfThisComputer() : choice.service.domain);
    if (!protocol::isDnsName(domain))
        return fail(Fault::NameInvalid, "not the name of a service");
    MMM_CHECK(service::checkName(choice.accountName, {}));
    if (recordOf(state).stage == "Preparing")
        MMM_CHECK(forgetDraft(state));

    report(Step::FindingService, 0.1);
    MMM_TRY(const ServiceRecord place, servicePlace(state, choice.service, domain));
    const auto link = std::make_shared<ServiceLink>(place, state.discovery(), state.options.clock);
    MMM_CHECK(link->hello(stop));

    report(Step::MakingKeys, 0.2);
    const TimePoint now = state.now();
    LocalRecord draft;
    draft.stage = "Preparing";
    draft.account = asciiLower(choice.accountName) + "@" + domain;
    MMM_TRY(const NewDevice device, prepareDevice(choice.deviceName, now));
    MMM_TRY(const NewKeys keys, makeKeys(device, draft.account, choice.deviceName, now));
    draft.accountUdf = keys.accountUdf;
    draft.deviceName = choice.deviceName;
    draft.fullName = choice.fullName;
    draft.embedded = choice.service.embedded;
    draft.embeddedPort = state.hosted ? state.hosted->port() : 0;
    draft.service = link->record();
    draft.profileDevice = device.profile;
    draft.profileMesh = keys.profileMesh;
    draft.profileAccount = keys.profileAccount;
    draft.device = keys.entry;
    draft.masterSeed = seedName(keys.meshUdf);
    const auto keep = [&](double share) { report(Step::MakingKeys, 0.2 + share * 0.3); };
    if (const Status kept = keepDraft(state, draft, device, keys, keep, stop); !kept) {
        (void)forgetDraft(state);
        return kept;
    }
    {
        const std::scoped_lock lock(state.mutex);
        state.link = link;
    }
    const Status done = finishCreation(state, report, stop);
    state.tellStage(stageOf(recordOf(state)));
    return done;
}

Status resumeCreation(MeshState& state, const Progress& progress, std::stop_token stop)
{
    const Status done = finishCreation(state, reporter(progress), stop);
    state.tellStage(stageOf(recordOf(state)));
    return done;
}

Status abandonCreation(MeshState& state, bool evenIfTaken, std::stop_token stop)
{
    const LocalRecord draft = recordOf(state);
    const auto free = [&]() -> Status {
        MMM_TRY(const DeviceKeys device, openDevice(state.vault, draft.profileDevice, stop));
        return deleteAccount(*linkOf(state), device, draft, stop);
    };
    if (const Status freed = free(); !freed && !evenIfTaken)
        return freed;
    MMM_CHECK(forgetDraft(state));
    state.tellStage(Stage::New);
    return {};
}

Status forgetDraft(MeshState& state)
{
    const LocalRecord draft = recordOf(state);
    {
        const std::scoped_lock lock(state.mutex);
        state.membership.reset();
        state.link.reset();
    }
    // the record goes last: as long as it is there, this is done again
    if (const auto directory = state.folder->accountDirectory(draft.accountUdf)) {
        std::error_code ignored;
        std::filesystem::remove_all(*directory, ignored);
    }
    if (!draft.isFurther)
        forgetDevice(state.vault, draft.profileDevice);
    if (!draft.masterSeed.empty())
        (void)state.options.keyStore->remove(draft.masterSeed);
    if (!draft.masterKeyUdf.empty())
        (void)state.vault.remove(draft.masterKeyUdf);
    return state.changeRecord([](LocalRecord& record) { record = LocalRecord(); });
}

} // namespace mmm::mesh
