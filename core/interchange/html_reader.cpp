#include "interchange/html_reader.h"

#include "encoding/utf8.h"

#include <array>
#include <charconv>

namespace mmm::interchange {

namespace {

constexpr std::size_t mostAttributes = 64;
constexpr std::size_t longestText = 64U << 10U;

bool isSpace(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r' ||
           character == '\f';
}

bool isLetter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/// At most `longestText` octets, not in the middle of a character.
std::string_view bounded(std::string_view text)
{
    if (text.size() <= longestText)
        return text;
    std::size_t end = longestText;
    while (end > 0 && (std::uint8_t(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end);
}

/// Appends what a reference such as "amp" or "#x20AC" stands for; false if nothing.
bool appendReference(std::string& out, std::string_view reference)
{
    static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 6> named = {
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}}};
    for (const auto& [name, codePoint] : named) {
        if (reference == name) {
            encoding::appendUtf8(out, codePoint);
            return true;
        }
    }
    if (!reference.starts_with('#'))
        return false;
    reference.remove_prefix(1);
    const bool isHex = reference.starts_with('x') || reference.starts_with('X');
    if (isHex)
        reference.remove_prefix(1);
    std::uint32_t codePoint = 0;
    const auto [end, error] =
        std::from_chars(reference.data(), reference.data() + reference.size(), codePoint, isHex ? 16 : 10);
    if (error != std::errc() || end != reference.data() + reference.size())
        return false;
    if (codePoint == 0 || codePoint > 0x10FFFF || (codePoint >= 0xD800 && codePoint <= 0xDFFF))
        return false;
    encoding::appendUtf8(out, codePoint);
    return true;
}

} // namespace

std::string resolveReferences(std::string_view text)
{
    constexpr std::size_t longestReference = 10;
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '&') {
            const std::size_t end = text.substr(i, longestReference + 2).find(';');
            if (end != std::string_view::npos && appendReference(out, text.substr(i + 1, end - 1))) {
                i += end;
                continue;
            }
        }
        out.push_back(text[i]);
    }
    return out;
}

const std::string* HtmlToken::attribute(std::string_view wanted) const
{
    for (const auto& [attributeName, value] : attributes) {
        if (attributeName == wanted)
            return &value;
    }
    return nullptr;
}

void HtmlReader::skipSpace()
{
    while (m_position < m_text.size() && isSpace(m_text[m_position]))
        ++m_position;
}

std::string HtmlReader::name()
{
    std::string found;
    while (m_position < m_text.size()) {
        const char character = m_text[m_position];
        if (isSpace(character) || character == '=' || character == '>' || character == '/')
            break;
        if (found.size() < 64)
            found.push_back(character >= 'A' && character <= 'Z' ? char(character - 'A' + 'a') : character);
        ++m_position;
    }
    return found;
}

bool HtmlReader::skipDeclaration()
{
    const std::string_view rest = m_text.substr(m_position);
    std::string_view end;
    if (rest.starts_with("<!--"))
        end = "-->";
    else if (rest.starts_with("<!") || rest.starts_with("<?"))
        end = ">";
    else
        return false;
    const std::size_t found = m_text.find(end, m_position + 2);
    m_position = found == std::string_view::npos ? m_text.size() : found + end.size();
    return true;
}

void HtmlReader::attribute(HtmlToken& tag)
{
    std::string key = name();
    std::string_view value;
    skipSpace();
    if (m_text.substr(m_position, 1) == "=") {
        ++m_position;
        skipSpace();
        const char first = m_position < m_text.size() ? m_text[m_position] : '\0';
        if (first == '"' || first == '\'') {
            const std::size_t end = std::min(m_text.find(first, m_position + 1), m_text.size());
            value = m_text.substr(m_position + 1, end - m_position - 1);
            m_position = std::min(end + 1, m_text.size());
        } else {
            const std::size_t end = std::min(m_text.find_first_of(" \t\r\n\f>", m_position), m_text.size());
            value = m_text.substr(m_position, end - m_position);
            m_position = end;
        }
    }
    if (tag.attributes.size() < mostAttributes)
        tag.attributes.emplace_back(std::move(key), resolveReferences(bounded(value)));
}

HtmlToken HtmlReader::tag()
{
    HtmlToken token;
    ++m_position; // the angle bracket
    token.kind = HtmlToken::Kind::Open;
    if (m_text[m_position] == '/') {
        token.kind = HtmlToken::Kind::Close;
        ++m_position;
    }
    token.name = name();
    for (;;) {
        skipSpace();
        if (m_position >= m_text.size())
            return token;
        const char character = m_text[m_position];
        if (character == '>') {
            ++m_position;
            return token;
        }
        if (character == '/' || character == '=') {
            ++m_position;
            continue;
        }
        attribute(token);
    }
}

std::optional<HtmlToken> HtmlReader::next()
{
    while (m_position < m_text.size()) {
        if (m_text[m_position] == '<') {
            if (skipDeclaration())
                continue;
            const char first = m_position + 1 < m_text.size() ? m_text[m_position + 1] : '\0';
            if (isLetter(first) || first == '/')
                return tag();
        }
        // an angle bracket that opens no tag is text
        const std::size_t end = std::min(m_text.find('<', m_position + 1), m_text.size());
        HtmlToken token;
        token.text = resolveReferences(bounded(m_text.substr(m_position, end - m_position)));
        m_position = end;
        return token;
    }
    return std::nullopt;
}

} // namespace mmm::interchange
