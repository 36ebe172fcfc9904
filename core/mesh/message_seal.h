#pragma once

#include "mesh/member_keys.h"
#include "mesh/message_check.h"
#include "schema/make.h"

namespace mmm::mesh {

/// Octets that a message may have as it is sent (WIRE F.5.3).
inline constexpr std::size_t longestMessage = 32768;

/// The message as it is posted: signed by this device, with what accredits it, and encrypted to the recipient
/// and to the own account, so that all of its devices can read what was sent. TooLarge if it does not fit.
template<encoding::Record T>
[[nodiscard]] Result<dare::Envelope> sealMessage(const T& message, const MemberKeys& keys,
                                                 const crypto::PublicKey& recipient, TimePoint now)
{
    dare::SealOptions options;
    dare::ContentMeta& meta = options.meta.emplace();
    meta.uniqueId = message.messageId;
    meta.messageType = std::string(T::className);
    meta.contentType = "application/mmm";
    meta.created = now;
    const auto carry = [&meta](std::string_view key, const dare::Envelope& envelope) {
        dare::KeyValue pair;
        pair.key = key;
        pair.value = encoding::toBase64url(envelope.toJson());
        meta.keyValues.push_back(std::move(pair));
    };
    carry(accreditation_key::connection, keys.connection);
    carry(accreditation_key::profile, keys.profile);
    options.signers = {keys.signature.get()};
    options.recipients = {recipient, keys.accountEncryption->publicKey()};
    MMM_TRY(dare::Envelope envelope, dare::seal(encoding::toTaggedJson(message), options));
    if (envelope.toJson().size() > longestMessage)
        return fail(Fault::TooLarge, "too long for a message");
    return envelope;
}

} // namespace mmm::mesh
