#include "fuzz/fuzz_input.h"
#include "mesh/group_card.h"
#include "mesh/message_check.h"
#include "schema/key_check.h"
#include "schema/make.h"

using namespace mmm;

namespace {

constexpr auto sender = "mallory@example.com";
constexpr auto recipient = "alice@example.com";

/// A sender who may sign anything, and what the recipient opens with.
struct People
{
    crypto::PrivateKey account = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    crypto::PrivateKey device = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    std::shared_ptr<const crypto::PrivateKey> recipientKey =
        std::make_shared<const crypto::PrivateKey>(crypto::PrivateKey::generate(crypto::Curve::Ed448));
    dare::KeyRing ring;
    dare::SealOptions options;

    People()
    {
        ring.add(recipientKey);
        const TimePoint now{};
        const schema::ProfileAccount profile = schema::makeProfileAccount(
            account.publicKey(), {account.publicKey()}, account.publicKey(), {}, {sender}, now);
        const crypto::PublicKey key = device.publicKey();
        const schema::ConnectionAccount connection = schema::makeConnectionAccount(
            {key, key, key}, schema::udfOf(account.publicKey()), {sender}, {}, now);
        carry(mesh::accreditation_key::profile, schema::sealRecord(profile, {&account}).value());
        carry(mesh::accreditation_key::connection, schema::sealRecord(connection, {&account}).value());
        options.signers = {&device};
        options.recipients = {recipientKey->publicKey()};
    }
    void carry(std::string_view key, const dare::Envelope& envelope)
    {
        if (!options.meta)
            options.meta.emplace().uniqueId = "NAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AA";
        dare::KeyValue pair;
        pair.key = key;
        pair.value = encoding::toBase64url(envelope.toJson());
        options.meta->keyValues.push_back(std::move(pair));
    }
};

} // namespace

/// The input once as a message as it arrives, and once as what somebody who may sign has signed and
/// encrypted: whatever is accepted names the signer's account, is for the recipient, and is written and read
/// back.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const People people;
    const BytesView input(data, size);
    if (const auto envelope = dare::Envelope::parse(input)) {
        (void)mesh::accreditationOf(*envelope);
        (void)mesh::checkMessage(*envelope, people.ring, recipient);
        (void)mesh::verifyCard(*envelope);
        (void)mesh::readGroupCard(*envelope);
    }
    const auto sealed = dare::seal(input, people.options);
    fuzz::mustHold(sealed.has_value());
    const auto message = mesh::checkMessage(*sealed, people.ring, recipient);
    if (!message)
        return 0;
    fuzz::mustHold(mesh::hasAddress(*message->sender.account, message->base().sender));
    fuzz::mustHold(!message->base().messageId.empty());
    if (const auto* contact = schema::asBase<schema::RequestContact>(message->message))
        (void)mesh::verifyCard(contact->self);
    const Secret written = schema::toJson(message->message);
    fuzz::mustHold(schema::readMessage(written).has_value());
    return 0;
}
