#include "udf/fingerprint.h"

#include "udf/digest.h"

#include <botan/bigint.h>
#include <botan/exceptn.h>
#include <botan/rsa.h>

#include <algorithm>
#include <array>

namespace mmm::udf {

namespace {

using crypto::Curve;

/// The last octet of the object identifier 1.3.101.n.
std::uint8_t identifierOf(Curve curve)
{
    switch (curve) {
    case Curve::X25519:
        return 110;
    case Curve::X448:
        return 111;
    case Curve::Ed25519:
        return 112;
    case Curve::Ed448:
        break;
    }
    return 113;
}

/// SEQUENCE { SEQUENCE { OID 1.3.101.n, NULL }, BIT STRING { OCTET STRING raw } }
Bytes keyInfoWith(std::uint8_t identifier, BytesView raw)
{
    const auto size = std::uint8_t(raw.size());
    const std::array<std::uint8_t, 16> header{
        0x30, std::uint8_t(size + 14), 0x30, 0x07, 0x06, 0x03, 0x2B, 0x65, identifier, 0x05, 0x00,
        0x03, std::uint8_t(size + 3),  0x00, 0x04, size};
    // not concat(): g++ 12 sees an overflow there that is none
    Bytes info(header.size() + raw.size());
    std::ranges::copy(raw, std::ranges::copy(header, info.begin()).out);
    return info;
}

ContentDigest keyDigest(BytesView der)
{
    return ContentDigest(der, keyContentType);
}

Bytes octetString(BytesView raw)
{
    return concat(std::array<std::uint8_t, 2>{0x04, std::uint8_t(raw.size())}, raw);
}

} // namespace

Bytes keyInfo(const crypto::PublicKey& key)
{
    return keyInfoWith(identifierOf(key.curve()), key.raw());
}

Udf fingerprint(const crypto::PublicKey& key, unsigned bits)
{
    return keyDigest(keyInfo(key)).present(bits);
}

Udf fingerprintLegacy(const crypto::PublicKey& key, unsigned bits)
{
    return keyDigest(octetString(key.raw())).present(bits);
}

Bytes fingerprintBytes64(const crypto::PublicKey& key)
{
    return keyDigest(keyInfo(key)).octets64();
}

bool isFingerprintOf(const Udf& fingerprint, const crypto::PublicKey& key)
{
    if (fingerprint.bits() < trustBits)
        return false;
    if (keyDigest(keyInfo(key)).verifies(fingerprint) ||
        keyDigest(octetString(key.raw())).verifies(fingerprint))
        return true;
    return key.curve() == Curve::X448 &&
           keyDigest(keyInfoWith(identifierOf(Curve::Ed448), key.raw())).verifies(fingerprint);
}

Udf fingerprintOfSubjectPublicKeyInfo(BytesView der, unsigned bits)
{
    return keyDigest(der).present(bits);
}

Result<Udf> fingerprintOfRsa(BytesView modulus, BytesView exponent, unsigned bits)
{
    if (modulus.size() > 2048 || exponent.size() > 2048)
        return fail(Fault::TooLarge, "too large an RSA key");
    try {
        const Botan::RSA_PublicKey key(Botan::BigInt::from_bytes(modulus),
                                       Botan::BigInt::from_bytes(exponent));
        return fingerprintOfSubjectPublicKeyInfo(key.subject_public_key(), bits);
    } catch (const Botan::Exception&) {
        return fail(Fault::BadKey, "not an RSA key");
    }
}

Udf oidSequence(const crypto::PublicKey& key)
{
    return Udf::whole(Type::Oid, keyInfo(key));
}

Result<crypto::PublicKey> publicKeyOf(const Udf& oidSequence)
{
    if (oidSequence.type() != Type::Oid)
        return fail(Fault::WrongType, "not an OID sequence");
    const BytesView der = oidSequence.data();
    for (Curve curve : {Curve::Ed25519, Curve::Ed448, Curve::X25519, Curve::X448}) {
        const std::size_t size = crypto::publicSize(curve);
        if (der.size() < size)
            continue;
        const BytesView raw = der.last(size);
        if (std::ranges::equal(der, keyInfoWith(identifierOf(curve), raw)))
            return crypto::PublicKey::decode(curve, raw);
    }
    return fail(Fault::Unsupported, "not a key of a known curve");
}

} // namespace mmm::udf
