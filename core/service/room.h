#pragma once

#include "service/call.h"

namespace mmm::service {

/// For whom room in an account is wanted.
enum class RoomFor
{
    Owner, ///< up to the quota
    /// What ends, forgets or decides something: up to an eighth more, so that it is possible in a full
    /// account.
    Order,
    Others, ///< what others put there: up to the quota, and no more than half of it, which stays the owner's
};

/// Fault::AccountFull unless the account has room for that many octets more, or the policy sets no quota.
/// What was refused for that is noted in the call.
[[nodiscard]] Status checkRoom(Call& call, const AccountRecord& account, std::size_t octets, RoomFor whom);

/// What an envelope occupies as a frame, nearly.
[[nodiscard]] std::size_t octetsOf(const dare::Envelope& envelope);

} // namespace mmm::service
