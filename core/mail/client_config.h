#pragma once

#include "schema/applications.h"

/// The servers of a mail account as configurations of mail programs. Without passwords: the program asks.
namespace mmm::mail {

namespace prefix {
inline constexpr std::string_view imap = "imap";
inline constexpr std::string_view pop = "pop3";
inline constexpr std::string_view submission = "submission";
} // namespace prefix

namespace security {
inline constexpr std::string_view direct = "Direct";   ///< TLS from the start
inline constexpr std::string_view upgrade = "Upgrade"; ///< STARTTLS
} // namespace security

/// The port that a protocol has with this security (RFC 8314, RFC 6409).
[[nodiscard]] int usualPort(std::string_view prefix, bool isDirect);
[[nodiscard]] bool isDirect(const schema::MailConnection& connection);

/// Something with one @ and a domain, without spaces.
[[nodiscard]] bool isMailAddress(std::string_view text);

/// config-v1.1.xml of Thunderbird's autoconfiguration, which other programs read too. Missing without an
/// address or a server.
[[nodiscard]] Result<std::string> autoconfig(const schema::CatalogedApplicationMail& account);
/// A configuration profile (*.mobileconfig) for Apple's devices.
[[nodiscard]] Result<std::string> appleProfile(const schema::CatalogedApplicationMail& account);

} // namespace mmm::mail
