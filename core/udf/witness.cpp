#include "udf/witness.h"

#include "base/ascii.h"
#include "crypto/hash.h"
#include "encoding/base32.h"
#include "udf/fingerprint.h"

#include <algorithm>

namespace mmm::udf {

namespace {

constexpr std::size_t nonceSize = 16;
constexpr std::size_t witnessCharacters = 28;

SecretUdf saltedPinOf(BytesView pin, std::string_view action)
{
    return SecretUdf::present(Type::AuthenticatorSha2, crypto::hmacSha512(pin, bytesOf(action)), trustBits);
}

} // namespace

std::string connectionWitness(const crypto::PublicKey& mesh, BytesView serverNonce,
                              const crypto::PublicKey& device, BytesView clientNonce)
{
    return connectionWitness(fingerprintBytes64(mesh), serverNonce, fingerprintBytes64(device), clientNonce);
}

std::string connectionWitness(BytesView meshFingerprint64, BytesView serverNonce,
                              BytesView deviceFingerprint64, BytesView clientNonce)
{
    const Bytes meshPart = crypto::sha512({meshFingerprint64, serverNonce});
    const Bytes devicePart = crypto::sha512({deviceFingerprint64, clientNonce});
    const std::string characters = encoding::toBase32(crypto::sha512({meshPart, devicePart}));
    std::string witness;
    for (std::size_t i = 0; i < witnessCharacters; ++i) {
        if (i > 0 && i % 4 == 0)
            witness += '-';
        witness += characters[i];
    }
    return witness;
}

PinProof::PinProof(BytesView pin, std::string_view action) : m_saltedPin(saltedPinOf(pin, action)) {}

Result<PinProof> PinProof::fromSaltedPin(std::string_view saltedPin)
{
    MMM_TRY(SecretUdf parsed, SecretUdf::parse(saltedPin));
    if (parsed.type() != Type::AuthenticatorSha2 || parsed.data().size() < 16)
        return fail(Fault::Malformed, "not a salted PIN");
    return PinProof(std::move(parsed));
}

Udf PinProof::pinUdf(std::string_view account) const
{
    const Secret value = crypto::hmacSha512(key(), bytesOf(asciiLower(account)));
    return Udf::present(std::uint8_t(Type::AuthenticatorSha2), value, trustBits);
}

Result<Bytes> PinProof::witness(std::string_view account, BytesView clientNonce,
                                BytesView payloadDigest) const
{
    // A nonce of another length would let octets move between the parts.
    if (clientNonce.size() != nonceSize)
        return fail(Fault::Malformed, "wrong length of a nonce");
    return copyOf(crypto::hmacSha512(key(), {bytesOf(account), clientNonce, payloadDigest}));
}

Result<Bytes> PinProof::adminWitness(const crypto::PublicKey& mesh, BytesView clientNonce,
                                     BytesView serverNonce) const
{
    if (clientNonce.size() != nonceSize || serverNonce.size() != nonceSize)
        return fail(Fault::Malformed, "wrong length of a nonce");
    const Bytes meshFingerprint = fingerprintBytes64(mesh);
    return copyOf(crypto::hmacSha512(key(), {bytesOf("Accept"), meshFingerprint, clientNonce, serverNonce}));
}

bool PinProof::verifyWitness(BytesView given, std::string_view account, BytesView clientNonce,
                             BytesView payloadDigest) const
{
    const auto expected = witness(account, clientNonce, payloadDigest);
    return expected && equalConstantTime(given, *expected);
}

bool PinProof::verifyAdminWitness(BytesView given, const crypto::PublicKey& mesh, BytesView clientNonce,
                                  BytesView serverNonce) const
{
    const auto expected = adminWitness(mesh, clientNonce, serverNonce);
    return expected && equalConstantTime(given, *expected);
}

} // namespace mmm::udf
