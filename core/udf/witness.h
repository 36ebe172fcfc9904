#pragma once

#include "crypto/key.h"
#include "udf/udf.h"

namespace mmm::udf {

/// What both screens show when a device is connected (WIRE E.9): 28 characters in fours. The keys are the
/// offline signature keys of the personal mesh and of the device; nonces are 16 octets each.
[[nodiscard]] std::string connectionWitness(const crypto::PublicKey& mesh, BytesView serverNonce,
                                            const crypto::PublicKey& device, BytesView clientNonce);

/// The same from the fingerprints in their form of 64 octets.
[[nodiscard]] std::string connectionWitness(BytesView meshFingerprint64, BytesView serverNonce,
                                            BytesView deviceFingerprint64, BytesView clientNonce);

/// What a PIN is used for.
inline constexpr std::string_view pinActionDevice = "Device";
inline constexpr std::string_view pinActionContact = "Contact";

/// The formulas by which a PIN proves itself (WIRE E.10.2). Holds the key derived from the PIN, never the
/// PIN.
class PinProof
{
public:
    /// The PIN is the octets after the type octet of its UDF: SecretUdf::data().
    PinProof(BytesView pin, std::string_view action);

    /// From a salted PIN that was kept. Malformed unless it is an authenticator of at least 16 octets.
    [[nodiscard]] static Result<PinProof> fromSaltedPin(std::string_view saltedPin);

    /// The salted PIN as text: 28 characters in fours, to be kept secret.
    [[nodiscard]] Secret saltedPin() const { return m_saltedPin.text(); }

    /// The name of the PIN that a request carries (PinUDF); the account address is lower-cased.
    [[nodiscard]] Udf pinUdf(std::string_view account) const;

    /// The proof in a request: 64 octets, over the account address as it stands. Malformed unless the nonce
    /// has 16 octets.
    [[nodiscard]] Result<Bytes> witness(std::string_view account, BytesView clientNonce,
                                        BytesView payloadDigest) const;

    /// The administrator's proof in the answer: 64 octets. Malformed unless both nonces have 16 octets.
    [[nodiscard]] Result<Bytes> adminWitness(const crypto::PublicKey& mesh, BytesView clientNonce,
                                             BytesView serverNonce) const;

    /// Constant time.
    [[nodiscard]] bool verifyWitness(BytesView given, std::string_view account, BytesView clientNonce,
                                     BytesView payloadDigest) const;
    [[nodiscard]] bool verifyAdminWitness(BytesView given, const crypto::PublicKey& mesh,
                                          BytesView clientNonce, BytesView serverNonce) const;

private:
    explicit PinProof(SecretUdf saltedPin) : m_saltedPin(std::move(saltedPin)) {}
    [[nodiscard]] BytesView key() const { return m_saltedPin.data().first(16); }

    SecretUdf m_saltedPin;
};

} // namespace mmm::udf
