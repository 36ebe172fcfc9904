#include "mesh/ceremonies.h"
#include "mesh/exchange.h"
#include "schema/any.h"
#include "schema/key_check.h"
#include "udf/witness.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr std::size_t mostPinAttempts = 5;

/// Counts a wrong attempt, each request once. True if the PIN is locked now.
bool countAttempt(MeshState& state, const std::string& pinId, const std::string& requestId)
{
    bool locked = false;
    (void)state.changeRecord([&](LocalRecord& record) {
        auto attempts =
            std::ranges::find_if(record.pinAttempts, [&](const auto& a) { return a.messageId == pinId; });
        if (attempts == record.pinAttempts.end()) {
            PinAttempts fresh;
            fresh.messageId = pinId;
            attempts = record.pinAttempts.insert(attempts, std::move(fresh));
        }
        if (std::ranges::find(attempts->requests, requestId) == attempts->requests.end())
            attempts->requests.push_back(requestId);
        locked = attempts->requests.size() >= mostPinAttempts;
    });
    return locked;
}

bool isLocked(MeshState& state, const std::string& pinId)
{
    const std::scoped_lock lock(state.mutex);
    return std::ranges::any_of(state.record.pinAttempts, [&](const PinAttempts& a) {
        return a.messageId == pinId && a.requests.size() >= mostPinAttempts;
    });
}

} // namespace

Result<PinOffer> issuePin(MeshState& state, std::chrono::minutes validity, std::stop_token stop)
{
    const auto member = state.member();
    // where this computer's clock is far off, only the service can tell until when the PIN is good
    if (const auto link = state.serviceLink(); link && !link->hasAnswered())
        (void)askStatus(state, std::chrono::seconds(0), stop);
    const udf::SecretUdf pin = udf::SecretUdf::pin();
    schema::MessagePIN message;
    message.messageId = udf::Udf::nonce().text();
    message.sender = member->address();
    message.recipient = member->address();
    message.account = member->accountUdf;
    message.expires = state.now() + validity;
    message.pin = {SharedSecret(pin.text())};
    {
        const std::scoped_lock lock(member->mutex);
        if (!member->keys->administration)
            return fail(Fault::NotAuthorised, "only an administration device can connect others");
        MMM_CHECK(member->containers->inbound().append(message.messageId, encoding::toTaggedJson(message)));
    }
    ConnectionOffer offer = ownOffer(state);
    offer.pin = message.pin.secret;
    return PinOffer{message.messageId, message.pin.secret, SharedSecret(offer.toText()), *message.expires};
}

ConnectionOffer ownOffer(const MeshState& state)
{
    const std::scoped_lock lock(state.mutex);
    ConnectionOffer offer;
    offer.account = state.record.account;
    offer.serviceUdf = state.record.service.serviceUdf;
    if (state.hosted && isEmbedded(state.record)) {
        offer.endpoints = state.hosted->endpoints();
        return offer;
    }
    for (const EndpointRecord& known : state.record.service.endpoints) {
        protocol::Endpoint endpoint;
        endpoint.host = known.host;
        endpoint.port = static_cast<std::uint16_t>(known.port);
        offer.endpoints.push_back(std::move(endpoint));
    }
    return offer;
}

Status cancelPin(MeshState& state, const std::string& messageId)
{
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    const auto known = member->containers->inbound().state(messageId);
    if (!known || *known == store::MessageState::Accept)
        return {};
    return member->containers->inbound().setState({messageId}, store::MessageState::Reject);
}

PinCheck checkPin(MeshState& state, Membership& membership, const schema::AcknowledgeConnection& message,
                  const schema::RequestConnection& request)
{
    PinCheck check;
    if (request.pinUdf.empty())
        return check;
    check.proof = PinProof::Wrong;
    store::Spool& inbound = membership.containers->inbound();
    for (const store::SpooledMessage& candidate : inbound.messages()) {
        // a PIN that somebody else sent proves nothing
        if (candidate.className != schema::MessagePIN::className || !candidate.isOwn)
            continue;
        const auto payload = inbound.read(candidate.id);
        if (!payload)
            continue;
        const auto issued = encoding::fromTaggedJson<schema::MessagePIN>(*payload);
        const auto pin = issued ? udf::SecretUdf::parse(issued->pin.secret.text())
                                : Result<udf::SecretUdf>(fail(Fault::Malformed));
        if (!pin)
            continue;
        const udf::PinProof proof(pin->data(), udf::pinActionDevice);
        if (!udf::sameText(proof.pinUdf(request.serviceId).text(), request.pinUdf))
            continue;
        check.pinMessageId = candidate.id;
        if (candidate.state == store::MessageState::Accept ||
            candidate.state == store::MessageState::Reject) {
            check.proof = PinProof::Used;
        } else if (!issued->expires || *issued->expires < state.now()) {
            check.proof = PinProof::Expired;
        } else if (isLocked(state, candidate.id)) {
            check.proof = PinProof::Locked;
        } else {
            const auto digest = request.envelopedProfileDevice.payloadDigest();
            check.isProved = digest && proof.verifyWitness(request.pinWitness, request.serviceId,
                                                           request.clientNonce, *digest);
            if (!check.isProved && countAttempt(state, candidate.id, message.messageId))
                check.proof = PinProof::Locked;
        }
        if (check.isProved) {
            const auto mesh = schema::keyOf(membership.mesh->keyOfflineSignature);
            const auto witness = mesh ? proof.adminWitness(*mesh, request.clientNonce, message.serverNonce)
                                      : Result<Bytes>(fail(Fault::BadKey));
            check.isProved = witness.has_value();
            if (witness)
                check.adminWitness = *witness;
        }
        return check;
    }
    return check;
}

} // namespace mmm::mesh
