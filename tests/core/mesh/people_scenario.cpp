#include "core/mesh/people_scenario.h"

#include "crypto/hash.h"
#include "mesh/messaging.h"
#include "schema/key_check.h"

namespace scenario {

namespace {

std::shared_ptr<const crypto::PrivateKey> freshKey()
{
    return std::make_shared<const crypto::PrivateKey>(crypto::PrivateKey::generate(crypto::Curve::Ed448));
}

constexpr auto address = "mallory@example.com";

} // namespace

Status openAliceAndBob(Desktop& alice, Desktop& bob)
{
    MMM_CHECK(alice.open());
    MMM_CHECK(bob.open());
    MMM_CHECK(alice.createMesh("alice", "Alice Example"));
    return bob.createMesh("bob", "Bob Sample");
}

std::optional<mesh::SharedCatalog<schema::Contact>::Row> contactOf(Desktop& desktop, const std::string& name)
{
    std::optional<std::string> id;
    desktop.account().contacts().visit([&](const auto& row) {
        if (row.entry.fullName == name)
            id = row.id;
    });
    if (!id)
        return std::nullopt;
    const auto row = desktop.account().contacts().read(*id);
    return row ? std::optional(*row) : std::nullopt;
}

std::optional<mesh::MessageInfo> awaitMessage(Desktop& desktop, mesh::MessageKind kind,
                                              const std::string& from)
{
    std::optional<mesh::MessageInfo> found;
    const bool isThere = eventually([&] {
        const auto list = desktop->inbox();
        if (!list)
            return false;
        for (const mesh::MessageInfo& message : *list) {
            if (message.kind == kind && (from.empty() || message.from == from)) {
                found = message;
                return true;
            }
        }
        return false;
    });
    return isThere ? found : std::nullopt;
}

bool acquaint(Desktop& asker, Desktop& other)
{
    mesh::ContactWish wish;
    wish.address = other.account().address();
    wish.version = mesh::CardVersion::Restricted;
    if (!asker->messaging().askForContact(wish))
        return false;
    const auto request = awaitMessage(other, mesh::MessageKind::ContactRequest, asker.account().address());
    const auto knows = [](Desktop& one, Desktop& whom) {
        const auto found = one->messaging().find(whom.account().address());
        return found && !found->contactId.empty();
    };
    return request &&
           other->messaging().acceptContact(request->id, mesh::CardVersion::Restricted).has_value() &&
           eventually([&] { return knows(asker, other) && knows(other, asker); }) && asker.settles() &&
           other.settles();
}

std::optional<mesh::MessageState> stateIn(const Result<std::vector<mesh::MessageInfo>>& list,
                                          const std::string& id)
{
    if (!list)
        return std::nullopt;
    for (const mesh::MessageInfo& message : *list) {
        if (message.id == id)
            return message.state;
    }
    return std::nullopt;
}

Forger::Forger(std::string recipient)
    : m_recipient(std::move(recipient)),
      m_recipientKey(freshKey()),
      m_account(freshKey()),
      m_device(freshKey())
{
    m_ring.add(m_recipientKey);
    const TimePoint now = SystemClock().now();
    const schema::ProfileAccount profile = schema::makeProfileAccount(
        m_account->publicKey(), {m_account->publicKey()}, freshKey()->publicKey(), {}, {address}, now);
    m_profile = schema::sealRecord(profile, {m_account.get()}).value();
    const crypto::PublicKey device = m_device->publicKey();
    const schema::ConnectionAccount connection = schema::makeConnectionAccount(
        {device, device, device}, schema::udfOf(m_account->publicKey()), {address}, {}, now);
    m_connection = schema::sealRecord(connection, {m_account.get()}).value();
}

schema::RequestContact Forger::request() const
{
    schema::RequestContact message;
    message.messageId = udf::Udf::nonce().text();
    message.sender = address;
    message.recipient = m_recipient;
    message.self = card("Mallory");
    return message;
}

dare::SealOptions Forger::options(const schema::RequestContact& message,
                                  const dare::Envelope& connection) const
{
    dare::SealOptions options;
    dare::ContentMeta& meta = options.meta.emplace();
    meta.uniqueId = message.messageId;
    for (const auto& [key, envelope] : {std::pair(mesh::accreditation_key::profile, &m_profile),
                                        std::pair(mesh::accreditation_key::connection, &connection)}) {
        dare::KeyValue pair;
        pair.key = key;
        pair.value = encoding::toBase64url(envelope->toJson());
        meta.keyValues.push_back(std::move(pair));
    }
    options.signers = {m_device.get()};
    options.recipients = {m_recipientKey->publicKey()};
    return options;
}

dare::Envelope Forger::seal(const schema::RequestContact& message, const std::string& uniqueId) const
{
    dare::SealOptions how = options(message, m_connection);
    if (!uniqueId.empty())
        how.meta->uniqueId = uniqueId;
    return dare::seal(encoding::toTaggedJson(message), how).value();
}

Result<mesh::CheckedMessage> Forger::check(const dare::Envelope& envelope) const
{
    return mesh::checkMessage(envelope, m_ring, m_recipient);
}

Result<mesh::CheckedMessage> Forger::checked(const schema::RequestContact& message) const
{
    return check(seal(message));
}

Result<mesh::CheckedMessage> Forger::checkedInClear(const schema::RequestContact& message) const
{
    dare::SealOptions how = options(message, m_connection);
    how.recipients.clear();
    return check(dare::seal(encoding::toTaggedJson(message), how).value());
}

Result<mesh::CheckedMessage> Forger::checkedWithout(const schema::RequestContact& message) const
{
    dare::SealOptions how = options(message, m_connection);
    how.meta->keyValues.clear();
    return check(dare::seal(encoding::toTaggedJson(message), how).value());
}

Result<mesh::CheckedMessage> Forger::checkedAny(const schema::RequestContact& message,
                                                const Secret& payload) const
{
    return check(dare::seal(payload, options(message, m_connection)).value());
}

Result<mesh::CheckedMessage> Forger::checkedAs(const schema::RequestContact& message,
                                               const dare::Envelope& connection) const
{
    return check(dare::seal(encoding::toTaggedJson(message), options(message, connection)).value());
}

dare::Envelope Forger::card(const std::string& name) const
{
    schema::Contact contact;
    contact.fullName = name;
    contact.meshAccounts = {m_profile};
    return schema::sealRecord(contact, {m_account.get()}).value();
}

dare::Envelope Forger::unsignedCard(const std::string& name) const
{
    schema::Contact contact;
    contact.fullName = name;
    contact.meshAccounts = {m_profile};
    return schema::sealRecord(contact, {}).value();
}

dare::Envelope Forger::cardOf(const Forger& other) const
{
    schema::Contact contact;
    contact.fullName = "Somebody else";
    contact.meshAccounts = {other.m_profile};
    return schema::sealRecord(contact, {m_account.get()}).value();
}

dare::Envelope altered(const dare::Envelope& envelope)
{
    Bytes body = copyOf(envelope.body());
    body[body.size() / 2] ^= 1;
    dare::Trailer trailer = envelope.trailer();
    trailer.payloadDigest = crypto::sha512(body);
    return dare::Envelope::assemble(envelope.header(), std::move(body), trailer);
}

} // namespace scenario
