#pragma once

#include "dare/key_ring.h"
#include "schema/any.h"
#include "schema/verify.h"

/// Whether a message from outside is what it says it is (WIRE E.21, K.4). Pure functions.
namespace mmm::mesh {

/// Names of what a message carries in its ContentMeta so that anybody can verify it.
namespace accreditation_key {
inline constexpr std::string_view connection = "Connection";
inline constexpr std::string_view profile = "Profile";
} // namespace accreditation_key

/// The account in whose name a device signed.
struct Accreditation
{
    schema::Verified<schema::ProfileAccount> account;
    schema::Verified<schema::ConnectionAccount> connection;
};

/// Verifies the chain from the account to the device that signed the envelope, without opening it. Whose
/// account it is, is another question. Missing, BadSignature, NotAuthorised, Contradiction.
[[nodiscard]] Result<Accreditation> accreditationOf(const dare::Envelope& envelope);

struct CheckedMessage
{
    schema::AnyMessage message;
    Accreditation sender;
    [[nodiscard]] const schema::Message& base() const { return *schema::asBase<schema::Message>(message); }
};

/// Opens and checks: encrypted to us with the signer's knowledge, signed by a device of the account that
/// Sender names, meant for `recipient`, of a class that people send each other, and under its own MessageID.
[[nodiscard]] Result<CheckedMessage> checkMessage(const dare::Envelope& envelope, const dare::KeyRing& keys,
                                                  std::string_view recipient);

/// A card that the account which it names has signed (WIRE F.2, F.5.2).
struct VerifiedCard
{
    schema::Contact card;
    schema::Verified<schema::ProfileAccount> account;
};
[[nodiscard]] Result<VerifiedCard> verifyCard(const dare::Envelope& envelope);

/// Whether an account has that address.
[[nodiscard]] bool hasAddress(const schema::ProfileAccount& account, std::string_view address);

} // namespace mmm::mesh
