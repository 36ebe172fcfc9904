#pragma once

#include "base/error.h"
#include "base/secret.h"

/// Certificates and keys that a network refers to, as PEM.
namespace mmm::interchange {

/// What is expected in such a file.
enum class KeyMaterial
{
    Certificates,   ///< one or several (X.509)
    PrivateKey,     ///< PKCS #8, also encrypted with a passphrase; PKCS #1 and SEC 1 in clear
    RevocationList, ///< of certificates (X.509)
    OpenVpnKey,     ///< a static key of OpenVPN, or its key for tls-crypt-v2
};

/// Octets of the largest that is taken.
inline constexpr std::size_t largestKeyMaterial = 64U << 10U;

/// Reads a file in PEM or DER. What comes back is PEM with nothing in it but what is expected: of a file that
/// holds a certificate and its key, each is taken where it belongs. TooLarge; Missing if it is readable but
/// holds something else; Unsupported for containers (PKCS #12); Malformed, BadKey.
[[nodiscard]] Result<Secret> readKeyMaterial(KeyMaterial kind, BytesView file);

/// The first certificate of such a text, DER. Missing, Malformed.
[[nodiscard]] Result<Bytes> firstCertificate(std::string_view pem);

/// Whether a passphrase protects the private key in such a text.
[[nodiscard]] bool isEncryptedKey(std::string_view pem);

} // namespace mmm::interchange
