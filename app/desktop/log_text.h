#pragma once

#include "mesh/trust_chain.h"

#include <QString>

namespace mmm::desktop {

/// Why the code of another device could not be compared, and what to do.
[[nodiscard]] QString logCodeFault(const Error& error);

/// What the code of a contact says of the service's log as well, compared; empty if that is not worth a word,
/// such as with somebody at another service.
[[nodiscard]] QString contactLogText(const Result<mesh::LogComparison>& found);
/// Whether that is a warning.
[[nodiscard]] bool isLogWarning(const Result<mesh::LogComparison>& found);

/// What the notary token of a link is worth; empty if it states none.
[[nodiscard]] QString notaryText(const mesh::TrustLink& link);

} // namespace mmm::desktop
