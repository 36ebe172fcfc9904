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

/// Verifies the chain from the account to the device that signed the envelope. Whose account it is, is
/// another question. Missing, BadSignature, NotAuthorised, Contradiction.
[[nodiscard]] Result<Accreditation> accreditationOf(const Envelope& message);

} // namespace mmm::schema
