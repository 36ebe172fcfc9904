#pragma once

#include "service/call.h"

/// Who may send what to whom (WIRE F.7, security 03 §7.2).
namespace mmm::service {

/// Whether an account of this service may send the message. Malformed, BadSignature, TooLarge, NotAuthorised,
/// Overloaded.
[[nodiscard]] Status checkEgress(Call& call, const AccountRecord& sender, const dare::Envelope& message,
                                 std::size_t recipients);

/// Where a message comes from.
struct Origin
{
    std::string service; ///< fingerprint of the sending service; empty for an account of this one
    std::string address; ///< of the sender, which that service vouches for
};

enum class Admission
{
    Accept,
    Hold,
    Reject,
    Full, ///< it would get there if there were room; only who may write to the account hears of that
};
/// Whether a message gets into the recipient's spool, which may have no room for it; logged as an incident in
/// any case. A failure is one of this service.
[[nodiscard]] Result<Admission> admit(Call& call, const AccountRecord& recipient, const Origin& origin,
                                      const dare::Envelope& message, bool hasRoom);

/// Notes that the account waits for an answer to the message, so that the answer gets through.
[[nodiscard]] Status expectAnswer(Call& call, const AccountRecord& sender, const dare::Envelope& message,
                                  const std::string& recipient);

} // namespace mmm::service
