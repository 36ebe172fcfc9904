#pragma once

#include "mesh/trust_chain.h"

#include <QString>

namespace mmm::desktop {

/// What a link of the chain of trust is called: "Device “Laptop”".
[[nodiscard]] QString trustTitle(const mesh::TrustLink& link);
/// Name of the structure that it is in the protocol, which is the same in every language: "ProfileDevice".
[[nodiscard]] QString trustTypeName(const mesh::TrustLink& link);
/// What it is for, in plain words.
[[nodiscard]] QString trustMeaning(mesh::TrustKind kind);
/// Why a link is not believed.
[[nodiscard]] QString trustFault(const Error& error);
[[nodiscard]] QString trustFault(const mesh::TrustLink& link, const Error& error);
/// Name of a catalog or spool as the pages call it; empty if no page shows it.
[[nodiscard]] QString catalogTitle(const std::string& container);
/// What a link says, and what surrounds it, as indented JSON.
[[nodiscard]] QString trustJson(const mesh::TrustLink& link);

} // namespace mmm::desktop
