#pragma once

#include "mesh/inbox.h"

#include <QString>

/// Words about who speaks in a message and by what that is known (the security signal of security 03 §7.2.3).
namespace mmm::desktop {

/// A name to call the speaker by: one's own name for a contact, otherwise the account's address.
[[nodiscard]] QString speakerName(const mesh::Speaker& speaker);
/// One sentence: by what it is known, or why it is not.
[[nodiscard]] QString speakerProof(const mesh::Speaker& speaker);
[[nodiscard]] QString confirmedText(mesh::Confirmed confirmed);
/// Letters in groups of four, shortened to what people compare.
[[nodiscard]] QString shortFingerprint(const std::string& udf);

} // namespace mmm::desktop
