#pragma once

#include "protocol/notary_token.h"

#include <string_view>

namespace mmm::mesh {

/// What a service stated of its log, on its way from one person's screen to another's camera, where the
/// service cannot change it (security 03 §7.1.7): `mlog:TOKEN?a=ACCOUNT`. The token is the signed one of
/// notary_token.h; the account is whose code it is, as it says itself, and may be left out.
struct LogCode
{
    protocol::NotaryToken token;
    std::string account;

    /// Reads that form and, since people who meet exchange their contacts anyway, the code of a contact
    /// (`udf://…?n=TOKEN`, WIRE E.19). Malformed for everything else, Missing for the code of a contact
    /// without a token.
    [[nodiscard]] static Result<LogCode> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
};

/// The query item of a contact's code that holds the token.
inline constexpr std::string_view tokenItem = "n";

} // namespace mmm::mesh
