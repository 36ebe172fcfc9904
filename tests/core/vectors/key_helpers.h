#pragma once

// What the checks of keys need again and again.

#include "crypto/key.h"
#include "vector_registry.h"

#include <botan/bigint.h>

#include <algorithm>

namespace mmm::vectors {

inline QString toQt(std::string_view octets)
{
    return QString::fromUtf8(octets.data(), qsizetype(octets.size()));
}

inline QString member(const QJsonObject& object, const char* name)
{
    return object[QLatin1String(name)].toString();
}

/// The corrected value where the published one is wrong.
inline QString corrected(const Vector& vector, const char* published, const char* correction)
{
    return vector.all.contains(QLatin1String(correction)) ? member(vector.all, correction)
                                                          : member(vector.expected, published);
}

/// A decimal number, little-endian, in at least so many octets.
inline Secret littleEndian(const QString& number, std::size_t size)
{
    const Botan::BigInt value(number.toStdString());
    Bytes octets = value.serialize<Bytes>(std::max(size, value.bytes()));
    std::ranges::reverse(octets);
    return Secret(BytesView(octets));
}

/// The decimal number of little-endian octets.
inline QString decimal(BytesView littleEndianOctets)
{
    const Bytes reversed(littleEndianOctets.rbegin(), littleEndianOctets.rend());
    return toQt(Botan::BigInt::from_bytes(reversed).to_dec_string());
}

/// The scalar that RFC 8032 or RFC 7748 clamps, as its decimal number modulo the order of the group.
inline QString reduced(crypto::Curve curve, const QString& number)
{
    const auto key = crypto::PrivateKey::fromScalar(curve, littleEndian(number, crypto::scalarSize(curve)));
    return key ? decimal(key->scalar()) : QString();
}

/// The key of a decimal scalar; a failed test if there is none.
inline crypto::PrivateKey keyOfScalar(crypto::Curve curve, const QString& number)
{
    auto key = crypto::PrivateKey::fromScalar(curve, littleEndian(number, crypto::scalarSize(curve)));
    if (key)
        return std::move(*key);
    QTest::qFail(qPrintable("not a scalar: " + number), __FILE__, __LINE__);
    return crypto::PrivateKey::generate(curve);
}

inline crypto::PrivateKey keyOfSeed(crypto::Curve curve, const Bytes& seed)
{
    auto key = crypto::PrivateKey::fromSeed(curve, Secret(BytesView(seed)));
    if (key)
        return std::move(*key);
    QTest::qFail("not a private key", __FILE__, __LINE__);
    return crypto::PrivateKey::generate(curve);
}

inline crypto::PublicKey publicKeyOf(crypto::Curve curve, const Bytes& raw)
{
    const auto key = crypto::PublicKey::decode(curve, raw);
    if (key)
        return *key;
    QTest::qFail("not a public key", __FILE__, __LINE__);
    return crypto::PrivateKey::generate(curve).publicKey();
}

/// The curve of a signature key by the length of its encoding.
inline crypto::Curve signingCurve(const Bytes& publicKey)
{
    return publicKey.size() == 57 ? crypto::Curve::Ed448 : crypto::Curve::Ed25519;
}

} // namespace mmm::vectors
