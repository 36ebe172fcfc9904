#pragma once

#include "dare/header.h"
#include "dare/key_ring.h"

/// A master key wrapped for the keys of its recipients (DARE 06 §3.4, WIRE B.6).
namespace mmm::dare {

/// A key to encrypt to.
struct RecipientKey
{
    crypto::PublicKey key;
    std::string kid{};     ///< empty: the key's fingerprint
    std::string account{}; ///< "rkd", for groups

    RecipientKey(crypto::PublicKey publicKey) : key(std::move(publicKey)) {} // NOLINT: a key is a recipient
    RecipientKey(crypto::PublicKey publicKey, std::string keyId, std::string groupAccount = {})
        : key(std::move(publicKey)),
          kid(std::move(keyId)),
          account(std::move(groupAccount))
    {}
};

/// Wraps the master key with a fresh ephemeral key.
[[nodiscard]] Result<Recipient> wrapMasterKey(BytesView masterKey, const RecipientKey& to,
                                              crypto::Random& random = crypto::systemRandom());

/// Opens with a private key. BadKey for an ephemeral key that must not be used, CannotDecrypt for another
/// recipient's key, Unsupported for an unknown `kwd`.
[[nodiscard]] Result<Secret> unwrapMasterKey(const Recipient& recipient, const crypto::PrivateKey& key);

/// Opens with an agreement value computed elsewhere, such as a sum of shares (recryption, WIRE D.6).
[[nodiscard]] Result<Secret> unwrapWithAgreement(const Recipient& recipient, BytesView agreement);

/// Opens with whatever key of the ring fits, or gives the ring's master key if there are no recipients.
/// CannotDecrypt if nothing fits.
[[nodiscard]] Result<Secret> findMasterKey(const std::vector<Recipient>& recipients, const KeyRing& keys);

/// With a key in two parts: this holder's part, and what the other holder contributes to the agreement
/// (crypto::partialAgreement). BadKey if that is no point, CannotDecrypt if it is another one than should be.
[[nodiscard]] Result<Secret> unwrapWithPartial(const Recipient& recipient, const crypto::PrivateKey& part,
                                               const Secret& partial);

/// A recipient's key identifier taken apart: `UDF`, or `UDF@domain` for a group (WIRE B.6.1).
struct RecipientName
{
    std::string udf;    ///< empty if the identifier is the address of an account
    std::string domain; ///< of a group's service
};
[[nodiscard]] RecipientName recipientName(const Recipient& recipient);

/// The old form in which nothing was encrypted and the wrapped key is that of nothing (WIRE B.6, item 6).
[[nodiscard]] bool isEmptyWrap(const Recipient& recipient);

} // namespace mmm::dare
