#include "crypto/random.h"
#include "mesh/ceremonies.h"
#include "mesh/device_entry.h"
#include "mesh/exchange.h"
#include "mesh/master_key.h"
#include "schema/key_check.h"
#include "service/account_name.h"
#include "udf/udf.h"

namespace mmm::mesh {

namespace {

/// Keys and structures of a new mesh, in memory until everything is done.
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

std::shared_ptr<const crypto::PrivateKey> freshKey()
{
    return std::make_shared<const crypto::PrivateKey>(crypto::PrivateKey::generate(crypto::Curve::Ed448));
}

Result<NewKeys> makeKeys(const DeviceKeys& device, const std::string& address, const std::string& name,
                         TimePoint now)
{
    NewKeys keys;
    MMM_TRY(keys.master, keysOfSeed(keys.seed));
    const crypto::OverlayKey overlay = crypto::generateOverlay(crypto::Curve::Ed448);
    MMM_TRY(crypto::CompositeKey administration,
            crypto::cogenerate(crypto::DeviceKey{device.signature.keyInUse()->clone()}, overlay));
    keys.administration.signature = std::make_shared<const crypto::PrivateKey>(std::move(administration.key));
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
        for (const protocol::Endpoint& endpoint : state.hosted->endpoints())
            add(endpoint);
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

Status createAccount(ServiceLink& link, const DeviceKeys& device, const NewKeys& keys,
                     const std::string& address, std::stop_token stop)
{
    protocol::CreateRequest request;
    request.serviceId = address;
    request.signedProfileMesh = keys.profileMesh;
    request.signedAssertionAccount = keys.profileAccount;
    const protocol::Identity identity{device.authentication.keyInUse(), {{"ProfileDevice", device.profile}}};
    return link.transact<protocol::CreateResponse>(identity, std::move(request), stop).map([](const auto&) {
    });
}

/// The person's own card (security 03 §2.8.6: signed by an administration key).
Status addOwnContact(Membership& member, const std::string& fullName, TimePoint now)
{
    const std::scoped_lock lock(member.mutex);
    schema::Contact card;
    card.updated = now;
    card.fullName = fullName;
    schema::Address address;
    address.uri = "mesh:" + member.address;
    card.addresses.push_back(std::move(address));
    schema::CatalogedContact entry;
    entry.self = true;
    entry.key = udf::Udf::nonce().text();
    MMM_TRY(entry.envelopedContact, schema::sealRecord(card, {member.keys->administration->signature.get()}));
    return member.containers->find(schema::store_name::contact)
        ->put(entry.key, encoding::toTaggedJson(entry));
}

Status putFirstEntries(MeshState& state, const schema::CatalogedDevice& entry, const std::string& fullName)
{
    const auto member = state.member();
    {
        const std::scoped_lock lock(member->mutex);
        MMM_CHECK(member->containers->devices().put(entry.deviceUdf, encoding::toTaggedJson(entry)));
    }
    return fullName.empty() ? Status() : addOwnContact(*member, fullName, state.now());
}

} // namespace

Status createMesh(MeshState& state, const NewMesh& choice, const Progress& progress, std::stop_token stop)
{
    const auto report = [&progress](Step step, double share) {
        if (progress)
            progress(step, share);
    };
    const std::string domain = service::asciiLower(
        choice.service.embedded ? HostedService::domainOfThisComputer() : choice.service.domain);
    if (!protocol::isDnsName(domain))
        return fail(Fault::NameInvalid, "not the name of a service");
    MMM_CHECK(service::checkName(choice.accountName, {}));
    const std::string address = service::asciiLower(choice.accountName) + "@" + domain;

    report(Step::FindingService, 0.1);
    MMM_TRY(const ServiceRecord place, servicePlace(state, choice.service, domain));
    const auto link = std::make_shared<ServiceLink>(place, state.discovery(), state.options.clock);
    MMM_CHECK(link->hello(stop));

    report(Step::MakingKeys, 0.2);
    const TimePoint now = state.now();
    MMM_TRY(const DeviceKeys device, makeDevice(state.vault, choice.deviceName, now, stop, [&](double share) {
                report(Step::MakingKeys, 0.2 + share * 0.3);
            }));
    const auto undo = [&](const Error& error) {
        forgetDevice(state.vault, device);
        return tl::unexpected<Error>(error);
    };
    auto keys = makeKeys(device, address, choice.deviceName, now);
    if (!keys)
        return undo(keys.error());
    const auto seed = keepSeed(state.options, keys->meshUdf, keys->seed, stop);
    if (!seed)
        return undo(seed.error());

    report(Step::MakingAccount, 0.6);
    if (const Status created = createAccount(*link, device, *keys, address, stop); !created) {
        (void)state.options.keyStore->remove(*seed);
        return undo(created.error());
    }
    MMM_CHECK(state.changeRecord([&](LocalRecord& record) {
        record.stage = "Ready";
        record.account = address;
        record.accountUdf = keys->accountUdf;
        record.deviceName = choice.deviceName;
        record.embedded = choice.service.embedded;
        record.embeddedPort = state.hosted ? state.hosted->port() : 0;
        record.service = link->record();
        record.profileDevice = device.profile;
        record.profileMesh = keys->profileMesh;
        record.profileAccount = keys->profileAccount;
        record.device = keys->entry;
        record.masterSeed = *seed;
    }));
    {
        const std::scoped_lock lock(state.mutex);
        state.link = link;
    }
    report(Step::LoadingEntries, 0.8);
    MMM_CHECK(state.openMembership({}, stop));
    MMM_CHECK(putFirstEntries(state, keys->entry, choice.fullName));
    report(Step::Uploading, 0.9);
    // from here on everything is on this disk; what does not reach the service now will later
    (void)uploadAll(state, stop);
    state.tellStage(Stage::Ready);
    return {};
}

} // namespace mmm::mesh
