#pragma once

#include "mesh/member_keys.h"
#include "mesh/message_check.h"
#include "schema/make.h"

namespace mmm::mesh {

/// Octets that a message may have as it is sent (WIRE F.5.3).
inline constexpr std::size_t longestMessage = 32768;
/// Of one that holds the entry of a device: what services take at all (ServicePolicy::postOctets).
inline constexpr std::size_t longestClaim = 65536;

/// Signed by this device, with what accredits it; in clear if there are no recipients.
template<encoding::Record T>
[[nodiscard]] Result<dare::Envelope> sealMessageFor(const T& message, const MemberKeys& keys,
                                                    std::vector<dare::RecipientKey> recipients, TimePoint now,
                                                    std::size_t longest)
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
    options.recipients = std::move(recipients);
    MMM_TRY(dare::Envelope envelope, dare::seal(encoding::toTaggedJson(message), options));
    if (envelope.toJson().size() > longest)
        return fail(Fault::TooLarge, "too long for a message");
    return envelope;
}

/// The message as it is posted: signed by this device, with what accredits it, and encrypted to the recipient
/// and to the own account, so that all of its devices can read what was sent. TooLarge if it does not fit.
template<encoding::Record T>
[[nodiscard]] Result<dare::Envelope> sealMessage(const T& message, const MemberKeys& keys,
                                                 const crypto::PublicKey& recipient, TimePoint now)
{
    return sealMessageFor(message, keys, {recipient, keys.accountEncryption->publicKey()}, now,
                          longestMessage);
}

/// The same message with what accredits its signer now: it may have waited while that was made anew. Neither
/// is part of what is signed.
[[nodiscard]] Result<dare::Envelope> accreditedAnew(const dare::Envelope& message, const MemberKeys& keys);

} // namespace mmm::mesh
