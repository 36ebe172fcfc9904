#include "protocol/request_head.h"

#include <algorithm>
#include <string>

namespace mmm::protocol {

namespace {

/// Goes through JSON text from value to value, without understanding what is in them.
class Walk
{
public:
    explicit Walk(std::string_view text) : m_rest(text) {}

    /// Whether that comes next; it is passed then.
    bool passes(char wanted)
    {
        skipSpace();
        if (m_rest.empty() || m_rest.front() != wanted)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    bool isAtEnd()
    {
        skipSpace();
        return m_rest.empty();
    }
    /// A string; empty if there is none or it does not end.
    std::string_view string()
    {
        skipSpace();
        return m_rest.empty() || m_rest.front() != '"' ? std::string_view() : take(endOfString(0));
    }
    /// An object, up to the brace that closes it; empty if there is none or it does not end.
    std::string_view object()
    {
        skipSpace();
        if (m_rest.empty() || m_rest.front() != '{')
            return {};
        std::size_t depth = 0;
        for (std::size_t i = 0; i < m_rest.size(); ++i) {
            if (m_rest[i] == '"') {
                const std::size_t end = endOfString(i);
                if (end == 0)
                    return {};
                i = end - 1;
            } else if (m_rest[i] == '{') {
                ++depth;
            } else if (m_rest[i] == '}' && --depth == 0) {
                return take(i + 1);
            }
        }
        return {};
    }

private:
    void skipSpace() { m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\r\n"), m_rest.size())); }
    std::string_view take(std::size_t count)
    {
        const std::string_view taken = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return taken;
    }
    /// After the quotation mark that ends the string which begins there; 0 if none does.
    [[nodiscard]] std::size_t endOfString(std::size_t begin) const
    {
        for (std::size_t i = begin + 1;; ++i) {
            i = m_rest.find_first_of("\"\\", i);
            if (i == std::string_view::npos)
                return 0;
            if (m_rest[i] == '"')
                return i + 1;
            ++i; // whatever is escaped
        }
    }

    std::string_view m_rest;
};

tl::unexpected<Error> noEnvelope()
{
    return fail(Fault::Malformed, "not an envelope");
}

} // namespace

Result<Bytes> withoutBody(BytesView envelope, std::size_t most)
{
    Walk walk(textOf(envelope));
    if (!walk.passes('['))
        return noEnvelope();
    const std::string_view header = walk.object();
    if (header.empty() || !walk.passes(',') || walk.string().empty())
        return noEnvelope();
    const bool hasTrailer = walk.passes(',');
    const std::string_view trailer = hasTrailer ? walk.object() : std::string_view();
    if (hasTrailer == trailer.empty() || !walk.passes(']') || !walk.isAtEnd())
        return noEnvelope();
    if (header.size() > most || trailer.size() > most - header.size())
        return fail(Fault::TooLarge, "what is said about a request is larger than requests usually are");
    std::string text = "[" + std::string(header) + ",\"\"";
    if (hasTrailer)
        text += "," + std::string(trailer);
    return copyOf(bytesOf(text + "]"));
}

} // namespace mmm::protocol
