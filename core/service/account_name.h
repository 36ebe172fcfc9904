#pragma once

#include "base/ascii.h"
#include "base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace mmm::service {

/// The rules for the part of an account's address before the @ (WIRE G.7.1). Lengths in octets of UTF-8.
struct NamePolicy
{
    std::size_t minimum = 1;
    std::size_t maximum = 64;
    std::string invalidCharacters = ".,:;{}()[]<>?|\\@#";
};

/// An address taken apart: `name@domain`.
struct AccountAddress
{
    std::string name;
    std::string domain;

    /// The form that accounts are stored under: ASCII lower case.
    [[nodiscard]] std::string canonical() const;
};

/// Splits at the last @. Malformed if a part is empty or longer than 253 octets, or the domain has octets
/// that no domain has.
[[nodiscard]] Result<AccountAddress> parseAddress(std::string_view address);

/// Fault::NameInvalid, with the reason in English, if the name breaks the rules.
[[nodiscard]] Status checkName(std::string_view name, const NamePolicy& policy);

} // namespace mmm::service
