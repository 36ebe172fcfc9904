#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/secret.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

/// Keys of mail accounts for OpenPGP (RFC 4880), made and read by GnuPG. It works in a folder of its own that
/// is made for each call and wiped after it: the keys that the person has with GnuPG are neither seen nor
/// touched. Calls block, some for seconds; Cancelled when they are stopped.
namespace mmm::mail {

/// A key as two transferable keys, octets without armour.
struct OpenPgpKey
{
    Bytes certificate; ///< the public key: RFC 4880 §11.1
    SharedSecret key;  ///< the secret key, without a passphrase of its own: §11.2
};

/// What a key says of itself. Nobody vouches for it.
struct OpenPgpInfo
{
    std::string fingerprint;            ///< hexadecimal, upper case
    std::vector<std::string> userIds;   ///< such as "Alice Example <alice@example.com>"
    std::vector<std::string> addresses; ///< of mail, of these
    TimePoint created;
    std::optional<TimePoint> expires;
    bool isRevoked = false;
    bool canSign = false;
    bool canEncrypt = false;
};

/// Octets of the largest file, and how much there may be in it.
inline constexpr std::size_t largestOpenPgpFile = 1U << 18U;
inline constexpr std::size_t mostUserIds = 50;
inline constexpr std::size_t mostSubkeys = 30;

/// Whether GnuPG is on this computer; without it the rest answers Unsupported.
[[nodiscard]] bool hasOpenPgp();

/// A new key that signs, and one under it that decrypts (Ed25519 and Curve25519), for three years.
[[nodiscard]] Result<OpenPgpKey> makeOpenPgp(const std::string& name, const std::string& address,
                                             std::stop_token = {});

/// From a file with one secret key, with armour or without. WrongPassphrase; Malformed if it is no OpenPGP
/// file; Missing if there is no secret key in it; TooLarge if it is, or there are several keys in it.
[[nodiscard]] Result<OpenPgpKey> readOpenPgp(BytesView file, const SharedSecret& passphrase,
                                             std::stop_token = {});

/// Of a certificate. Malformed, TooLarge.
[[nodiscard]] Result<OpenPgpInfo> describeOpenPgp(BytesView certificate, std::stop_token = {});

/// The certificate with armour, for everybody.
[[nodiscard]] Result<std::string> armouredCertificate(BytesView certificate, std::stop_token = {});
/// The secret key with armour, encrypted with the passphrase as other programs read it. Missing for an empty
/// passphrase, TooLarge for one of more than 100 octets.
[[nodiscard]] Result<Secret> armouredKey(const OpenPgpKey& key, const SharedSecret& passphrase,
                                         std::stop_token = {});

} // namespace mmm::mail
