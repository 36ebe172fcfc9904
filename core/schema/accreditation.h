#pragma once

#include "schema/verify.h"

/// Who signed a message, as anybody can find out without opening it (WIRE E.21, F.6).
namespace mmm::schema {

/// Names of what a message carries in ContentMeta.KeyValues.
namespace accreditation_key {
inline constexpr std::string_view connection = "Connection"; ///< the signing device's ConnectionAccount
inline constexpr std::string_view profile = "Profile";       ///< the ProfileAccount that vouches for it
} // namespace accreditation_key

/// The account in whose name a device signed.
struct Accreditation
{
    Verified<ProfileAccount> account;
    Verified<ConnectionAccount> connection;
};

/// The connection of a device to an account, good enough to accredit what the device signs: it names its
/// parties (otherwise it would fit wherever it is put, WIRE K.5) and stands under no conditions.
[[nodiscard]] Result<Verified<ConnectionAccount>>
accreditingConnection(const Verified<ProfileAccount>& account, const Envelope& connection);

/// The chain from the account to the device that a body's description names: whose signature it must be is
/// known then, and still to be checked. The errors are those of accreditationOf().
[[nodiscard]] Result<Accreditation> accreditedSigner(const dare::ContentMeta& meta);

/// Verifies the chain from the account to the device that signed the envelope. Whose account it is, is
/// another question. Missing, BadSignature, NotAuthorised, Contradiction.
[[nodiscard]] Result<Accreditation> accreditationOf(const Envelope& message);

} // namespace mmm::schema
