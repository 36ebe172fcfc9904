#pragma once

#include "service/call.h"

/// The part of an account's contact catalog that the service reads, in order to know whose messages to let
/// through: addresses, account profiles and permissions; nothing else of it is kept (WIRE F.4, F.7).
namespace mmm::service {

/// Takes frames of the contact catalog in. What is not encrypted to this service is a contact that it does
/// not know.
[[nodiscard]] Status applyContacts(Call& call, const AccountRecord& account, const ContainerRecord& catalog,
                                   const std::vector<dare::Envelope>& frames);

/// What the account says about messages of a class.
enum class Right
{
    Unsaid,
    Accept,
    Reject,
    Hold, ///< accept, but do not show before the person looks for it
};
/// `Message:<class>` counts before `Message:*`.
[[nodiscard]] Right rightTo(const std::vector<schema::Permission>& permissions, std::string_view className);

} // namespace mmm::service
