#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/secret.h"

#include <string>
#include <vector>

namespace mmm::mail {

/// A certificate for S/MIME (RFC 8551) and its private key.
struct SmimeIdentity
{
    Bytes certificate;        ///< X.509, DER
    std::vector<Bytes> chain; ///< of who issued it, DER; without the certificate itself
    SharedSecret key;         ///< PKCS #8, DER
};

/// What a certificate says.
struct CertificateInfo
{
    std::string subject; ///< its common name, or the whole name
    std::string issuer;
    std::vector<std::string> addresses; ///< of mail
    TimePoint validFrom;
    TimePoint validUntil;
    std::string fingerprint; ///< SHA-256, in hexadecimal pairs with colons
    bool isSelfIssued = false;
};

/// Octets of the largest certificate and of the largest file.
inline constexpr std::size_t largestFile = 1U << 20U;

/// Malformed, TooLarge. Nothing is verified.
[[nodiscard]] Result<CertificateInfo> describeCertificate(BytesView certificate);

/// A new RSA key of 3072 bits with a certificate that it issues itself, for three years. Takes a second.
[[nodiscard]] Result<SmimeIdentity> makeSmime(const std::string& name, const std::string& address,
                                              TimePoint now);

/// From a PKCS #12 file (RFC 7292). WrongPassphrase; Missing without a key or its certificate; Unsupported
/// for keys other than RSA and elliptic curves.
[[nodiscard]] Result<SmimeIdentity> readPkcs12(BytesView file, const SharedSecret& passphrase);
/// As a PKCS #12 file that is encrypted with the passphrase. Contradiction if the key is not the
/// certificate's.
[[nodiscard]] Result<Secret> writePkcs12(const SmimeIdentity& identity, const std::string& name,
                                         const SharedSecret& passphrase);

/// As OpenSSL and mail programs read it.
[[nodiscard]] std::string certificatePem(BytesView certificate);

} // namespace mmm::mail
