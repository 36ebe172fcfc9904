#pragma once

#include "dare/key_ring.h"
#include "schema/accreditation.h"
#include "schema/any.h"

/// Whether a message from outside is what it says it is (WIRE E.21, K.4). Pure functions.
namespace mmm::mesh {

using schema::Accreditation;
using schema::accreditationOf;
namespace accreditation_key = schema::accreditation_key;

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
/// The same where several addresses are one's own.
[[nodiscard]] Result<CheckedMessage> checkMessage(const dare::Envelope& envelope, const dare::KeyRing& keys,
                                                  const std::vector<std::string>& recipients);

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
