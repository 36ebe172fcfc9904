#pragma once

#include "base/bytes.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mmm::interchange {

/// A tag with its attributes, or the text between two tags.
struct HtmlToken
{
    enum class Kind
    {
        Open,  ///< <NAME attribute="value">
        Close, ///< </NAME>
        Text,
    };
    Kind kind = Kind::Text;
    std::string name;                                            ///< of the tag, lower case
    std::string text;                                            ///< with character references resolved
    std::vector<std::pair<std::string, std::string>> attributes; ///< names in lower case

    [[nodiscard]] const std::string* attribute(std::string_view wanted) const;
};

/// Takes HTML apart the way browsers' bookmark files need it: tolerant of everything, in one pass, without
/// recursion. Comments, declarations and processing instructions are left out. At most 64 attributes of a tag
/// and 64 KiB of an attribute or text are kept. The text must outlive the reader.
class HtmlReader
{
public:
    explicit HtmlReader(BytesView text) : m_text(textOf(text)) {}

    /// Empty at the end.
    [[nodiscard]] std::optional<HtmlToken> next();

private:
    [[nodiscard]] bool skipDeclaration();
    [[nodiscard]] HtmlToken tag();
    void attribute(HtmlToken& tag);
    void skipSpace();
    [[nodiscard]] std::string name();

    std::string_view m_text;
    std::size_t m_position = 0;
};

/// The text with &amp; &lt; &gt; &quot; &apos; &nbsp; and numeric references replaced, as UTF-8. References
/// that mean nothing stay as they are.
[[nodiscard]] std::string resolveReferences(std::string_view text);

} // namespace mmm::interchange
