#include "mesh/ceremonies.h"
#include "mesh/exchange.h"
#include "mesh/hold_pause.h"
#include "mesh/people.h"
#include "protocol/portal_transactions.h"
#include "schema/any.h"
#include "schema/key_check.h"
#include "udf/witness.h"

namespace mmm::mesh {

namespace {

constexpr std::chrono::seconds approvalHold{25};
constexpr std::size_t clientNonceSize = 16;

/// What was asked and acknowledged, read back from the record.
struct Asked
{
    schema::AcknowledgeConnection acknowledgement;
    schema::RequestConnection request;
};

Result<Asked> readAsked(const dare::Envelope& envelope)
{
    MMM_TRY(auto acknowledgement, schema::payloadOf<schema::AcknowledgeConnection>(envelope));
    MMM_TRY(auto request,
            schema::payloadOf<schema::RequestConnection>(acknowledgement.envelopedRequestConnection));
    return Asked{std::move(acknowledgement), std::move(request)};
}

Result<dare::Envelope> makeRequest(const DeviceKeys& device, const ConnectionOffer& offer,
                                   const std::optional<udf::PinProof>& pin)
{
    schema::RequestConnection request;
    request.messageId = udf::Udf::nonce().text();
    request.serviceId = offer.account;
    request.envelopedProfileDevice = device.profile;
    request.clientNonce = crypto::randomBytes(clientNonceSize);
    if (pin) {
        MMM_TRY(const Bytes digest, device.profile.payloadDigest());
        request.pinUdf = pin->pinUdf(offer.account).text();
        MMM_TRY(request.pinWitness, pin->witness(offer.account, request.clientNonce, digest));
    }
    dare::SealOptions options;
    options.meta.emplace();
    options.meta->uniqueId = request.messageId;
    options.meta->messageType = schema::RequestConnection::className;
    options.meta->contentType = "application/mmm";
    options.signers = {device.authentication.keyInUse().get()};
    return dare::seal(encoding::toTaggedJson(request), options);
}

/// The service's answer must be about our request and state the witness that follows from it.
Status checkAcknowledgement(const protocol::ConnectResponse& response, const dare::Envelope& request,
                            const DeviceKeys& device)
{
    MMM_TRY(const Asked asked, readAsked(response.envelopedConnectionResponse));
    if (!(asked.acknowledgement.envelopedRequestConnection == request))
        return fail(Fault::ProtocolViolation, "the service acknowledges another request");
    MMM_TRY(const auto mesh, schema::verifyProfileMesh(response.envelopedProfileMaster));
    MMM_TRY(const crypto::PublicKey meshKey, schema::keyOf(mesh->keyOfflineSignature));
    const std::string witness = udf::connectionWitness(
        meshKey, asked.acknowledgement.serverNonce, device.signature.publicKey(), asked.request.clientNonce);
    if (witness != asked.acknowledgement.witness)
        return fail(Fault::ProtocolViolation, "the service states a wrong witness");
    return schema::verifyProfileAccount(response.envelopedAccountAssertion, &mesh)
               ? Status()
               : fail(Fault::ProtocolViolation, "the account does not belong to the mesh");
}

/// What the service shows under the address must be what a strong name demands (WIRE A.12).
Status checkSubject(const PersonAddress& wanted, const dare::Envelope& profile)
{
    MMM_TRY(const auto account, schema::verifyProfileAccount(profile));
    return !wanted.subject || isSubject(*wanted.subject, account)
               ? Status()
               : fail(Fault::Contradiction, "the account is not the one that the address demands");
}

/// Before anything is asked of another account than the one that a strong name demands.
Status checkPublished(ServiceLink& link, const protocol::Identity& identity, const PersonAddress& wanted,
                      std::stop_token stop)
{
    protocol::GetRequest request;
    request.account = wanted.address;
    request.multiple = true;
    MMM_TRY(const auto response,
            link.transact<protocol::GetResponse>(identity, std::move(request), std::move(stop)));
    for (const protocol::PortalEntry& entry : response.entries) {
        const auto* published = std::get_if<protocol::SignedProfile>(&entry);
        if (published && schema::payloadOf<schema::ProfileAccount>(published->signedData))
            return checkSubject(wanted, published->signedData);
    }
    return fail(Fault::NotFound, "the service has no profile of that account");
}

/// The administrator's proof that it knows the PIN too (WIRE E.10.3).
Status checkAdministrator(const LocalRecord& record, const protocol::StatusResponse& response,
                          const schema::CatalogedDevice& entry)
{
    if (record.saltedPin.secret.empty())
        return {}; // the person has compared the witnesses
    MMM_TRY(const Asked asked, readAsked(record.acknowledgement));
    MMM_TRY(const auto mesh, schema::verifyProfileMesh(record.profileMesh));
    MMM_TRY(const crypto::PublicKey meshKey, schema::keyOf(mesh->keyOfflineSignature));
    MMM_TRY(const udf::PinProof pin, udf::PinProof::fromSaltedPin(record.saltedPin.secret.text()));
    for (const Bytes& witness : {entry.pinWitness, response.pinWitness}) {
        if (pin.verifyAdminWitness(witness, meshKey, asked.request.clientNonce,
                                   asked.acknowledgement.serverNonce))
            return {};
    }
    return fail(Fault::WrongPin, "whoever accepted this device does not know the PIN");
}

Result<Stage> takeUp(MeshState& state, const protocol::StatusResponse& response, const Progress& progress,
                     std::stop_token stop)
{
    LocalRecord known;
    {
        const std::scoped_lock lock(state.mutex);
        known = state.record;
    }
    // the mesh must be the one that was there when the device asked
    MMM_TRY(const auto before, schema::verifyProfileMesh(known.profileMesh));
    MMM_TRY(const auto mesh, schema::verifyProfileMesh(response.envelopedProfileMaster, before.udf()));
    MMM_TRY(const auto entry,
            schema::payloadOf<schema::CatalogedDevice>(response.envelopedCatalogEntryDevice));
    MMM_CHECK(checkAdministrator(known, response, entry));
    if (progress)
        progress(Step::CollectingKeys, 0.5);
    MMM_TRY(const DeviceKeys device, openDevice(state.vault, known.profileDevice, stop));
    MMM_CHECK(openMember(device, entry, mesh, known.accountUdf));
    MMM_CHECK(state.changeRecord([&](LocalRecord& record) {
        record.stage = "Ready";
        record.profileMesh = response.envelopedProfileMaster;
        record.device = entry;
        for (const schema::AccountEntry& account : entry.accounts) {
            if (account.accountUdf == record.accountUdf)
                record.profileAccount = account.envelopedProfileAccount;
        }
        record.acknowledgement = {};
        record.saltedPin = {};
    }));
    MMM_CHECK(state.openMembership({}, stop));
    state.tellStage(Stage::Ready);
    return Stage::Ready;
}

} // namespace

ServiceRecord placeOf(const MeshState& state, const ConnectionOffer& offer)
{
    ServiceRecord place;
    place.domain = domainOf(offer.account);
    place.serviceUdf = offer.serviceUdf;
    std::vector<protocol::Endpoint> endpoints = offer.endpoints;
    if (const auto known = state.options.knownServices.find(place.domain);
        known != state.options.knownServices.end())
        endpoints.push_back(known->second);
    // a service embedded in another desktop is not in the DNS: on this computer, or under its name in the
    // network
    if (endpoints.empty() && place.domain.ends_with(".local")) {
        for (const std::string& host : {std::string("127.0.0.1"), place.domain}) {
            protocol::Endpoint endpoint;
            endpoint.host = host;
            endpoint.port = state.options.embeddedPort;
            endpoints.push_back(std::move(endpoint));
        }
    }
    for (const protocol::Endpoint& endpoint : endpoints) {
        EndpointRecord record;
        record.host = endpoint.host;
        record.port = endpoint.port;
        record.portal = place.domain;
        place.endpoints.push_back(std::move(record));
    }
    return place;
}

Status requestConnection(MeshState& state, const ConnectionOffer& given, const std::string& deviceName,
                         const Progress& progress, std::stop_token stop)
{
    // the service and the PIN know the plain address only
    MMM_TRY(const PersonAddress wanted, PersonAddress::parse(given.account));
    ConnectionOffer offer = given;
    offer.account = wanted.address;
    std::optional<udf::PinProof> pin;
    if (!offer.pin.empty()) {
        MMM_TRY(const udf::SecretUdf parsed, udf::SecretUdf::parse(offer.pin.text()));
        pin.emplace(parsed.data(), udf::pinActionDevice);
    }
    if (progress)
        progress(Step::FindingService, 0.1);
    const auto link =
        std::make_shared<ServiceLink>(placeOf(state, offer), state.discovery(), state.options.clock);
    MMM_CHECK(link->hello(stop));
    if (progress)
        progress(Step::MakingKeys, 0.3);
    MMM_TRY(const DeviceKeys device,
            makeDevice(state.vault, deviceName, state.now(), stop, [&](double share) {
                if (progress)
                    progress(Step::MakingKeys, 0.3 + share * 0.4);
            }));
    const auto ask = [&]() -> Status {
        const protocol::Identity identity{device.authentication.keyInUse(),
                                          {{"ProfileDevice", device.profile}}};
        if (progress)
            progress(Step::Asking, 0.7);
        if (wanted.subject)
            MMM_CHECK(checkPublished(*link, identity, wanted, stop));
        MMM_TRY(const dare::Envelope request, makeRequest(device, offer, pin));
        protocol::ConnectRequest connect;
        connect.messageConnectionRequestClient = request;
        MMM_TRY(const auto response,
                link->transact<protocol::ConnectResponse>(identity, std::move(connect), stop));
        MMM_CHECK(checkAcknowledgement(response, request, device));
        MMM_CHECK(checkSubject(wanted, response.envelopedAccountAssertion));
        MMM_TRY(const auto account, schema::verifyProfileAccount(response.envelopedAccountAssertion));
        return state.changeRecord([&](LocalRecord& record) {
            record.stage = "Connecting";
            record.account = offer.account;
            record.accountUdf = account.udf();
            record.deviceName = deviceName;
            record.embedded = false;
            record.service = link->record();
            record.profileDevice = device.profile;
            record.profileMesh = response.envelopedProfileMaster;
            record.profileAccount = response.envelopedAccountAssertion;
            record.device.reset();
            record.acknowledgement = response.envelopedConnectionResponse;
            record.saltedPin =
                pin ? encoding::SecretText{SharedSecret(pin->saltedPin())} : encoding::SecretText{};
        });
    };
    if (const Status asked = ask(); !asked) {
        forgetDevice(state.vault, device);
        return asked.error().fault == Fault::NotFound
                   ? fail(Fault::NotFound, "the service has no such account")
                   : asked;
    }
    {
        const std::scoped_lock lock(state.mutex);
        state.link = link;
        state.device = device;
    }
    state.tellStage(Stage::Connecting);
    return {};
}

std::optional<OwnRequest> ownRequest(const MeshState& state)
{
    const TimePoint now = state.now();
    const std::scoped_lock lock(state.mutex);
    if (stageOf(state.record) != Stage::Connecting)
        return std::nullopt;
    if (state.record.acknowledgement.isEmpty()) {
        OwnRequest request;
        request.account = state.record.account;
        request.isHailing = true;
        return request;
    }
    const auto asked = readAsked(state.record.acknowledgement);
    const auto mesh = schema::verifyProfileMesh(state.record.profileMesh);
    if (!asked || !mesh)
        return std::nullopt;
    OwnRequest request;
    request.account = state.record.account;
    request.witness = asked->acknowledgement.witness;
    request.meshUdf = mesh->udf();
    request.withPin = !state.record.saltedPin.secret.empty();
    const auto meta = state.record.acknowledgement.contentMeta();
    request.expires = (meta && meta->created ? *meta->created : now) + requestLifetime;
    return request;
}

Result<Stage> awaitConnection(MeshState& state, const Progress& progress, std::stop_token stop)
{
    LocalRecord known;
    std::shared_ptr<ServiceLink> link;
    {
        const std::scoped_lock lock(state.mutex);
        known = state.record;
    }
    if (known.stage == "Hailing")
        MMM_CHECK(awaitClaim(state, progress, stop));
    {
        const std::scoped_lock lock(state.mutex);
        known = state.record;
        if (!state.link)
            state.link = std::make_shared<ServiceLink>(known.service, state.discovery(), state.options.clock);
        link = state.link;
    }
    if (stageOf(known) != Stage::Connecting)
        return stageOf(known);
    MMM_TRY(const DeviceKeys device, openDevice(state.vault, known.profileDevice, stop));
    const protocol::Identity identity{device.authentication.keyInUse(), {{"ProfileDevice", device.profile}}};
    for (HoldPause rest;;) {
        const Stopwatch asked;
        protocol::CompleteRequest request;
        request.serviceId = known.account;
        request.deviceUdf = device.udf;
        request.holdSeconds = approvalHold.count();
        const auto response = link->transact<protocol::StatusResponse>(identity, std::move(request), stop,
                                                                       approvalHold + ServiceLink::patience);
        if (response)
            return takeUp(state, *response, progress, stop);
        const Error& error = response.error();
        if (error.fault == Fault::NotYet) {
            if (!pauseFor(rest.after(asked.elapsed(), false), stop))
                return fail(Fault::Cancelled);
            continue;
        }
        if (error.fault == Fault::NotFound)
            return fail(Fault::Expired, "nobody decided about the request in time");
        return tl::unexpected<Error>(error);
    }
}

Status abandonConnection(MeshState& state)
{
    std::optional<DeviceKeys> device;
    {
        const std::scoped_lock lock(state.mutex);
        device = std::exchange(state.device, std::nullopt);
        if (state.record.isFurther)
            device.reset();
        state.link.reset();
    }
    if (device)
        forgetDevice(state.vault, *device);
    MMM_CHECK(state.changeRecord([](LocalRecord& record) { record = LocalRecord(); }));
    state.tellStage(Stage::New);
    return {};
}

} // namespace mmm::mesh
