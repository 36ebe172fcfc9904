#pragma once

#include "crypto/key.h"
#include "udf/udf.h"

namespace mmm::udf {

/// The DER structure that fingerprints and OID sequences of a key are made of (WIRE A.4.1). Not the
/// SubjectPublicKeyInfo of RFC 8410: the Mesh has NULL parameters and an octet string within the bit string.
[[nodiscard]] Bytes keyInfo(const crypto::PublicKey& key);

/// The fingerprint of a public key: what the Mesh writes since November 2019.
[[nodiscard]] Udf fingerprint(const crypto::PublicKey& key, unsigned bits = trustBits);

/// The fingerprint of July 2019 (WIRE A.4.2): only read.
[[nodiscard]] Udf fingerprintLegacy(const crypto::PublicKey& key, unsigned bits = trustBits);

/// The fingerprint in its fixed form of 64 octets (WIRE A.4.3).
[[nodiscard]] Bytes fingerprintBytes64(const crypto::PublicKey& key);

/// Whether the fingerprint, of at least trustBits, is of the key by any of the rules in use: the present one,
/// that of July 2019, and for X448 the one that the reference program of January 2020 makes with the number
/// of Ed448.
[[nodiscard]] bool isFingerprintOf(const Udf& fingerprint, const crypto::PublicKey& key);

/// The fingerprint of any key given as a standard DER SubjectPublicKeyInfo: RSA and the P curves.
[[nodiscard]] Udf fingerprintOfSubjectPublicKeyInfo(BytesView der, unsigned bits = trustBits);

/// The fingerprint of an RSA key from its modulus and exponent, big-endian. BadKey for an impossible key.
[[nodiscard]] Result<Udf> fingerprintOfRsa(BytesView modulus, BytesView exponent, unsigned bits = trustBits);

/// A public key itself as text (WIRE A.9).
[[nodiscard]] Udf oidSequence(const crypto::PublicKey& key);

/// The public key in an OID sequence. Unsupported for other algorithms; BadKey for an unsafe key.
[[nodiscard]] Result<crypto::PublicKey> publicKeyOf(const Udf& oidSequence);

} // namespace mmm::udf
