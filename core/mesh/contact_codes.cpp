#include "mesh/connection_offer.h"
#include "mesh/message_flows.h"
#include "protocol/portal_transactions.h"
#include "schema/key_check.h"
#include "udf/locator.h"
#include "udf/witness.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr std::chrono::minutes displayTime{10};
constexpr std::size_t keyOctets = 16;
constexpr std::size_t nonceOctets = 16;
constexpr std::string_view contactRelationship = "Contact";

/// Published under the name that follows from the key; only who has the key can read it (WIRE A.8.1).
Result<dare::Envelope> sealForKey(const dare::Envelope& self, const udf::SecretUdf& key)
{
    dare::SealOptions options;
    options.meta.emplace().contentType = "application/mmm";
    options.masterKey = SharedSecret(Secret(key.data()));
    options.digest = true;
    return dare::seal(self.toJson(), options);
}

udf::QueryItem item(std::string name, std::string value)
{
    return {std::move(name), std::move(value)};
}

/// The code's text: where the card is, its key, whose it is, and where the service is if the DNS does not
/// know it.
Secret codeText(MeshState& state, const std::string& account, const udf::SecretUdf& key)
{
    udf::Locator locator;
    locator.kind = udf::Locator::Kind::Content;
    locator.authority = domainOf(account);
    locator.udf = key.text();
    locator.query.push_back(item("a", account));
    const std::scoped_lock lock(state.mutex);
    if (!state.record.service.serviceUdf.empty())
        locator.query.push_back(item("s", state.record.service.serviceUdf));
    const auto add = [&](const std::string& host, std::int64_t port) {
        const bool isV6 = host.find(':') != std::string::npos;
        locator.query.push_back(item("h", (isV6 ? "[" + host + "]" : host) + ":" + std::to_string(port)));
    };
    if (state.hosted) {
        for (const protocol::Endpoint& endpoint : state.hosted->endpoints())
            add(endpoint.host, endpoint.port);
    } else {
        for (const EndpointRecord& endpoint : state.record.service.endpoints)
            add(endpoint.host, endpoint.port);
    }
    return locator.print();
}

/// A code taken apart, and the card that its key opened.
struct OpenedCode
{
    std::string account;
    udf::SecretUdf key;
    dare::Envelope self;
    VerifiedCard card;
};

Result<ServicePlace> placeOf(const udf::Locator& locator, const std::string& account)
{
    // the same spelling of hosts as in the codes that connect devices
    std::string offer = "mcu://" + account + "/";
    char separator = '?';
    for (const udf::QueryItem& one : locator.query) {
        if (one.name != "h" && one.name != "s")
            continue;
        if (one.value.find_first_of("&#?/%") != std::string::npos)
            return fail(Fault::Malformed, "not an address of a service");
        offer += separator + one.name + "=" + one.value;
        separator = '&';
    }
    MMM_TRY(const ConnectionOffer parsed, ConnectionOffer::parse(offer));
    return ServicePlace{locator.authority, parsed.endpoints, parsed.serviceUdf};
}

Result<OpenedCode> open(MeshState& state, std::string_view text, std::stop_token stop)
{
    MMM_TRY(const udf::Locator locator, udf::Locator::parse(text));
    if (locator.kind != udf::Locator::Kind::Content)
        return fail(Fault::Unsupported, "not the code of a contact");
    MMM_TRY(udf::SecretUdf key, locator.secretUdf());
    if (key.type() != udf::Type::Key || key.data().size() < keyOctets)
        return fail(Fault::Unsupported, "not the code of a contact");
    const auto account =
        std::ranges::find_if(locator.query, [](const udf::QueryItem& one) { return one.name == "a"; });
    if (account == locator.query.end())
        return fail(Fault::Unsupported, "not the code of a contact");
    MMM_TRY(const PersonAddress person, PersonAddress::parse(account->value));
    MMM_TRY(const ServicePlace place, placeOf(locator, person.address));
    MMM_TRY(const ServiceQuestion question, ServiceQuestion::to(state, place));
    protocol::GetRequest request;
    MMM_TRY(const udf::Udf identifier, udf::contentIdentifier(locator));
    request.identifier = identifier.text();
    MMM_TRY(const auto response, question.ask<protocol::GetResponse>(std::move(request), stop));
    for (const protocol::PortalEntry& entry : response.entries) {
        const auto* published = std::get_if<protocol::OnlineEscrowEntry>(&entry);
        if (!published)
            continue;
        MMM_TRY(const dare::Opened opened, published->encryptedData.openWith(key.data()));
        MMM_TRY(dare::Envelope self, dare::Envelope::parse(opened.payload));
        MMM_TRY(VerifiedCard card, verifyCard(self));
        if (!hasAddress(*card.account, person.address))
            return fail(Fault::Contradiction, "the card is another account's than the code says");
        return OpenedCode{person.address, std::move(key), std::move(self), std::move(card)};
    }
    return fail(Fault::NotFound, "there is no card behind the code");
}

} // namespace

Result<ContactCode> makeCode(MeshState& state, bool isPrinted, CardVersion version, std::stop_token stop)
{
    const auto member = state.member();
    const udf::SecretUdf key = udf::SecretUdf::key(keyOctets);
    protocol::Identity identity;
    protocol::OnlineEscrowEntry entry;
    {
        const std::scoped_lock lock(member->mutex);
        identity = member->keys->identity;
        MMM_TRY(const dare::Envelope self, signedVersion(*member, version));
        MMM_TRY(entry.encryptedData, sealForKey(self, key));
    }
    udf::Locator locator;
    locator.kind = udf::Locator::Kind::Content;
    locator.authority = domainOf(member->address);
    locator.udf = key.text();
    MMM_TRY(const udf::Udf identifier, udf::contentIdentifier(locator));
    entry.identifier = identifier.text();
    protocol::PublishRequest request;
    request.entry = std::move(entry);
    MMM_CHECK(state.serviceLink()->transact<protocol::PublishResponse>(identity, std::move(request), stop));
    ContactCode code;
    code.text = SharedSecret(codeText(state, member->address, key));
    if (isPrinted)
        return code;
    // who answers with this key has read it from the screen
    schema::MessagePIN pin;
    pin.messageId = udf::Udf::nonce().text();
    pin.sender = member->address;
    pin.recipient = member->address;
    pin.account = member->accountUdf;
    pin.expires = state.now() + displayTime;
    pin.pin = {SharedSecret(key.text())};
    schema::Reference use;
    use.relationship = contactRelationship;
    use.responseId = wordOf(version);
    pin.references.push_back(std::move(use));
    const std::scoped_lock lock(member->mutex);
    MMM_CHECK(member->containers->inbound().append(pin.messageId, encoding::toTaggedJson(pin)));
    code.expires = pin.expires;
    return code;
}

Result<ScannedContact> readCode(MeshState& state, std::string_view text, std::stop_token stop)
{
    MMM_TRY(const OpenedCode code, open(state, text, stop));
    ScannedContact scanned;
    scanned.address = code.account;
    scanned.accountUdf = code.card.account.udf();
    scanned.card = code.card.card;
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    ContactBook book(*member);
    if (const ContactEntry* contact = book.byAccount(scanned.accountUdf))
        scanned.contactId = contact->id;
    return scanned;
}

Result<std::string> addByCode(MeshState& state, std::string_view text, CardVersion answer,
                              std::stop_token stop)
{
    MMM_TRY(const OpenedCode code, open(state, text, stop));
    MMM_TRY(crypto::PublicKey encryption, schema::keyOf(code.card.account->keyEncryption));
    const auto member = state.member();
    std::string id;
    {
        const std::scoped_lock lock(member->mutex);
        schema::RequestContact message;
        message.messageId = udf::Udf::nonce().text();
        message.reply = false;
        message.version = wordOf(answer);
        MMM_TRY(message.self, signedVersion(*member, answer));
        const udf::PinProof proof(code.key.data(), udf::pinActionContact);
        message.clientNonce = crypto::randomBytes(nonceOctets);
        message.pinUdf = proof.pinUdf(code.account).text();
        MMM_TRY(const Bytes digest, message.self.payloadDigest());
        MMM_TRY(message.pinWitness, proof.witness(code.account, message.clientNonce, digest));
        MMM_TRY(const schema::Contact own, cardVersion(*member, answer));
        MMM_TRY(id,
                takeCard(*member, {code.self, message.messageId, Confirmed::InPerson, answer, own.updated}));
        MMM_CHECK(send(state, *member, message, {code.account, std::move(encryption)}));
    }
    state.observers.tell([](Observer& o) { o.messagesChanged(); });
    return id;
}

std::optional<AnsweredCode> answeredCode(MeshState& state, Membership& member,
                                         const schema::RequestContact& request)
{
    if (request.pinUdf.empty())
        return std::nullopt;
    store::Spool& inbound = member.containers->inbound();
    for (const store::SpooledMessage& candidate : inbound.messages()) {
        const bool isOver =
            candidate.state == store::MessageState::Accept || candidate.state == store::MessageState::Reject;
        if (candidate.className != schema::MessagePIN::className || !candidate.isOwn || isOver)
            continue;
        const auto payload = inbound.read(candidate.id);
        const auto issued = payload ? encoding::fromTaggedJson<schema::MessagePIN>(*payload)
                                    : Result<schema::MessagePIN>(fail(Fault::Missing));
        if (!issued || !issued->expires || *issued->expires < state.now() || issued->references.empty() ||
            issued->references.front().relationship != contactRelationship)
            continue;
        const auto key = udf::SecretUdf::parse(issued->pin.secret.text());
        if (!key)
            continue;
        const udf::PinProof proof(key->data(), udf::pinActionContact);
        if (!udf::sameText(proof.pinUdf(member.address).text(), request.pinUdf))
            continue;
        const auto digest = request.self.payloadDigest();
        if (!digest || !proof.verifyWitness(request.pinWitness, member.address, request.clientNonce, *digest))
            return std::nullopt;
        return AnsweredCode{candidate.id,
                            versionOf(issued->references.front().responseId).value_or(CardVersion::Public)};
    }
    return std::nullopt;
}

} // namespace mmm::mesh
