#pragma once

#include <string_view>

/// The syntax of values that people type or import. Each function takes any octets and answers whether they
/// have the shape; nothing is looked up. All are bounded by the length of the text.
namespace mmm::schema::syntax {

/// UTF-8 without control characters other than those allowed.
[[nodiscard]] bool isLine(std::string_view text);
/// The same, with tabs and line ends.
[[nodiscard]] bool isText(std::string_view text);

/// An absolute URI or IRI (RFC 3986, RFC 3987): a scheme and something after it, no blanks; with http, https
/// and ftp also a host.
[[nodiscard]] bool isUri(std::string_view text);

/// An address as in RFC 5321, without quoted local parts and address literals; letters of any script.
[[nodiscard]] bool isEmail(std::string_view text);

/// DURATION of RFC 5545, such as PT30M or -P1D.
[[nodiscard]] bool isDuration(std::string_view text);

/// DATE or DATE-TIME of RFC 5545, such as 20260504 or 20260504T090000Z.
[[nodiscard]] bool isDateTime(std::string_view text);

/// RRULE value of RFC 5545 with every part within its bounds.
[[nodiscard]] bool isRecurrence(std::string_view text);

/// TRIGGER value of RFC 5545, `task:<key>` or `geo:<URI>` (WIRE F.2).
[[nodiscard]] bool isTrigger(std::string_view text);

/// The shape of a name in the IANA time zone database; it need not exist.
[[nodiscard]] bool isTimeZone(std::string_view text);

/// The URI scheme's characters (RFC 3986 §3.1): also what Protocol of a credential looks like.
[[nodiscard]] bool isScheme(std::string_view text);

} // namespace mmm::schema::syntax
