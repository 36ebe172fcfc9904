#pragma once

#include "base/error.h"
#include "mesh/groups.h"

#include <QString>

/// Words about groups and what was encrypted to them.
namespace mmm::desktop {

/// The part of a group's address before the @.
[[nodiscard]] QString groupName(const std::string& address);
/// A sentence for what went wrong with a group: what people can do about it.
[[nodiscard]] QString groupFaultText(const Error& error);
/// The same where something was to be opened.
[[nodiscard]] QString openFaultText(const Error& error);
/// The same where a group was to be left, or the account deleted, which leaves all groups.
[[nodiscard]] QString leaveFaultText(const Error& error);
[[nodiscard]] QString deletionFaultText(const Error& error);
/// Who vouches for a content that was opened.
[[nodiscard]] QString signerText(const mesh::Decrypted& content);
/// Oneself or a contact.
[[nodiscard]] bool isSignerKnown(const mesh::Decrypted& content);

} // namespace mmm::desktop
