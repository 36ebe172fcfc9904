#include "mesh/group_card.h"
#include "mesh/locator_place.h"
#include "mesh/log_code.h"
#include "mesh/log_witness.h"
#include "mesh/message_flows.h"
#include "protocol/portal_transactions.h"
#include "schema/key_check.h"
#include "udf/locator.h"
#include "udf/witness.h"

#include <algorithm>
#include <variant>

namespace mmm::mesh {

namespace {

constexpr std::chrono::minutes displayTime{10};
constexpr std::size_t keyOctets = 16;
constexpr std::size_t codeNonceOctets = 16;
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
/// know it. A code for one display says as well what the service stated of its log: two people who meet can
/// compare that without the service between them (log_witness.h).
Secret codeText(MeshState& state, udf::Locator locator, const std::string& account, bool isPrinted)
{
    locator.query.push_back(item("a", account));
    addPlace(state, locator);
    if (const auto token = isPrinted ? std::nullopt : newestToken(state))
        locator.query.push_back(item(std::string(tokenItem), token->text()));
    return locator.print();
}

/// Where a published card is, and the key to it.
struct PublishedCard
{
    udf::SecretUdf key;
    udf::Locator locator;
};

/// Has the account's service keep a card for whoever has its key.
Result<PublishedCard> publishCard(MeshState& state, const dare::Envelope& self, std::stop_token stop)
{
    udf::SecretUdf key = udf::SecretUdf::key(keyOctets);
    udf::Locator locator;
    locator.kind = udf::Locator::Kind::Content;
    locator.udf = key.text();
    protocol::Identity identity;
    {
        const auto member = state.member();
        const std::scoped_lock lock(member->mutex);
        identity = member->keys->identity;
        locator.authority = domainOf(member->address());
    }
    protocol::OnlineEscrowEntry entry;
    MMM_TRY(entry.encryptedData, sealForKey(self, key));
    MMM_TRY(const udf::Udf identifier, udf::contentIdentifier(locator));
    entry.identifier = identifier.text();
    protocol::PublishRequest request;
    request.entry = std::move(entry);
    MMM_CHECK(state.serviceLink()->transact<protocol::PublishResponse>(identity, std::move(request), stop));
    return PublishedCard{std::move(key), std::move(locator)};
}

/// A code taken apart, and the card that its key opened: a person's or a group's.
struct OpenedCode
{
    std::string account;
    udf::SecretUdf key;
    dare::Envelope self;
    std::variant<VerifiedCard, GroupCard> card;
};

Result<std::variant<VerifiedCard, GroupCard>> openCard(const dare::Envelope& self, const std::string& address)
{
    constexpr auto isOther = "the card is another account's than the code says";
    if (auto person = verifyCard(self)) {
        if (!hasAddress(*person->account, address))
            return fail(Fault::Contradiction, isOther);
        return std::variant<VerifiedCard, GroupCard>(std::move(*person));
    } else if (person.error().fault != Fault::Missing) {
        return tl::unexpected<Error>(std::move(person).error());
    }
    MMM_TRY(GroupCard group, verifyGroupCard(self));
    if (group.address != address)
        return fail(Fault::Contradiction, isOther);
    return std::variant<VerifiedCard, GroupCard>(std::move(group));
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
    MMM_TRY(const ServicePlace place, placeOf(locator));
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
        MMM_TRY(auto card, openCard(self, person.address));
        return OpenedCode{person.address, std::move(key), std::move(self), std::move(card)};
    }
    return fail(Fault::NotFound, "there is no card behind the code");
}

} // namespace

Result<ContactCode> makeCode(MeshState& state, bool isPrinted, CardVersion version, std::stop_token stop)
{
    const auto member = state.member();
    dare::Envelope self;
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(self, signedVersion(*member, version));
    }
    MMM_TRY(PublishedCard published, publishCard(state, self, stop));
    ContactCode code;
    code.text = SharedSecret(codeText(state, std::move(published.locator), member->address(), isPrinted));
    if (isPrinted)
        return code;
    // who answers with this key has read it from the screen
    schema::MessagePIN pin;
    pin.messageId = udf::Udf::nonce().text();
    pin.sender = member->address();
    pin.recipient = member->address();
    pin.account = member->accountUdf;
    pin.expires = state.now() + displayTime;
    pin.pin = {SharedSecret(published.key.text())};
    schema::Reference use;
    use.relationship = contactRelationship;
    use.responseId = wordOf(version);
    pin.references.push_back(std::move(use));
    const std::scoped_lock lock(member->mutex);
    MMM_CHECK(member->containers->inbound().append(pin.messageId, encoding::toTaggedJson(pin)));
    code.expires = pin.expires;
    return code;
}

Result<SharedSecret> makeGroupCode(MeshState& state, const std::string& udf, std::stop_token stop)
{
    const auto member = state.member();
    dare::Envelope card;
    {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(card, cardToPassOn(*member, udf));
    }
    MMM_TRY(const GroupCard read, verifyGroupCard(card));
    MMM_TRY(PublishedCard published, publishCard(state, card, stop));
    return SharedSecret(codeText(state, std::move(published.locator), read.address, true));
}

Result<ScannedContact> readCode(MeshState& state, std::string_view text, std::stop_token stop)
{
    MMM_TRY(const OpenedCode code, open(state, text, stop));
    ScannedContact scanned;
    scanned.address = code.account;
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    if (const auto* group = std::get_if<GroupCard>(&code.card)) {
        scanned.isGroup = true;
        scanned.accountUdf = group->udf();
        scanned.card = group->card;
        if (const auto contact = findGroupContact(*member, group->udf()))
            scanned.contactId = contact->id;
        return scanned;
    }
    const auto& person = std::get<VerifiedCard>(code.card);
    scanned.accountUdf = person.account.udf();
    scanned.card = person.card;
    ContactBook book(*member);
    if (const ContactEntry* contact = book.byAccount(scanned.accountUdf))
        scanned.contactId = contact->id;
    return scanned;
}

Result<std::string> addByCode(MeshState& state, std::string_view text, CardVersion answer,
                              std::stop_token stop)
{
    MMM_TRY(const OpenedCode code, open(state, text, stop));
    const auto member = state.member();
    if (const auto* group = std::get_if<GroupCard>(&code.card)) {
        MMM_TRY(const Confirmed confirmed, confirmGroup(state, *group, stop));
        const std::scoped_lock lock(member->mutex);
        return takeGroupCard(*member, code.self, confirmed);
    }
    const auto& person = std::get<VerifiedCard>(code.card);
    MMM_TRY(crypto::PublicKey encryption, schema::keyOf(person.account->keyEncryption));
    std::string id;
    {
        const std::scoped_lock lock(member->mutex);
        schema::RequestContact message;
        message.messageId = udf::Udf::nonce().text();
        message.reply = false;
        message.version = wordOf(answer);
        MMM_TRY(message.self, signedVersion(*member, answer));
        const udf::PinProof proof(code.key.data(), udf::pinActionContact);
        message.clientNonce = crypto::randomBytes(codeNonceOctets);
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
        // the code may have been shown before the account came to its present service
        const std::vector<std::string> addresses = member.addresses();
        const auto shown = std::ranges::find_if(addresses, [&](const std::string& address) {
            return udf::sameText(proof.pinUdf(address).text(), request.pinUdf);
        });
        if (shown == addresses.end())
            continue;
        const auto digest = request.self.payloadDigest();
        if (!digest || !proof.verifyWitness(request.pinWitness, *shown, request.clientNonce, *digest))
            return std::nullopt;
        return AnsweredCode{candidate.id,
                            versionOf(issued->references.front().responseId).value_or(CardVersion::Public)};
    }
    return std::nullopt;
}

} // namespace mmm::mesh
