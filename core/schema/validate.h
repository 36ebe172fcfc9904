#pragma once

#include "schema/applications.h"
#include "schema/task.h"

/// Whether what a person entered makes sense, before it becomes an entry. What others wrote is read without
/// this: it may be older or wiser than we are.
namespace mmm::schema {

enum class FieldFault
{
    Required,         ///< must not be empty
    TooLong,          ///< longer than its limit
    ControlCharacter, ///< holds a control character, or is not UTF-8
    NotUri,
    NotEmail,
    NotProtocol,   ///< not the name of a protocol
    NotDuration,   ///< not such as PT30M
    NotRecurrence, ///< not a rule of RFC 5545
    NotTrigger,
    NotTimeZone,
    EndsBeforeStart,
    NotPort, ///< not from 1 to 65535
};

/// What is wrong, and where.
struct FieldError
{
    std::string field;     ///< name in the field table, such as "Uri"; of inner structures "Addresses.URI"
    std::size_t index = 0; ///< of the item, for lists
    FieldFault fault{};
    bool operator==(const FieldError&) const = default;
};

using FieldErrors = std::vector<FieldError>;

/// Octets of UTF-8 that a text may have.
inline constexpr std::size_t longestLine = 4096;
inline constexpr std::size_t longestUri = 16384;
inline constexpr std::size_t longestText = 262144;

/// Empty if all is well; at most one error per field and item.
[[nodiscard]] FieldErrors validate(const CatalogedBookmark& bookmark);
[[nodiscard]] FieldErrors validate(const CatalogedCredential& credential);
[[nodiscard]] FieldErrors validate(const CatalogedNetwork& network);
[[nodiscard]] FieldErrors validate(const Contact& contact);
[[nodiscard]] FieldErrors validate(const Task& task);
[[nodiscard]] FieldErrors validate(const MailConnection& connection);

} // namespace mmm::schema
