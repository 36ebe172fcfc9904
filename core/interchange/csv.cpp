#include "interchange/csv.h"

#include "interchange/beginning.h"

#include <string>
#include <utility>

namespace mmm::interchange {

CsvReader::CsvReader(BytesView text, const CsvLimits& limits)
    : m_text(withoutMark(textOf(text))),
      m_limits(limits)
{}

bool CsvReader::takeLineEnd()
{
    if (m_text.substr(m_position, 2) == "\r\n")
        m_position += 2;
    else if (m_text.substr(m_position, 1) == "\n")
        m_position += 1;
    else
        return false;
    ++m_line;
    return true;
}

Result<Secret> CsvReader::quotedField()
{
    const std::size_t opened = m_line;
    Botan::secure_vector<std::uint8_t> octets;
    for (++m_position; m_position < m_text.size(); ++m_position) {
        const char character = m_text[m_position];
        if (character == '"') {
            if (m_text.substr(m_position + 1, 1) != "\"") {
                ++m_position;
                return Secret(std::move(octets));
            }
            ++m_position;
        }
        m_line += character == '\n' ? 1 : 0;
        if (octets.size() >= m_limits.fieldOctets)
            return fail(Fault::TooLarge, "line " + std::to_string(m_line) + ": the field is too long");
        octets.push_back(std::uint8_t(character));
    }
    return fail(Fault::Malformed, "line " + std::to_string(opened) + ": the quote is not closed");
}

Result<Secret> CsvReader::field()
{
    if (m_text.substr(m_position, 1) == "\"")
        return quotedField();
    const std::size_t end = std::min(m_text.find_first_of(",\n", m_position), m_text.size());
    std::string_view plain = m_text.substr(m_position, end - m_position);
    if (end < m_text.size() && m_text[end] == '\n' && plain.ends_with('\r'))
        plain.remove_suffix(1);
    if (plain.size() > m_limits.fieldOctets)
        return fail(Fault::TooLarge, "line " + std::to_string(m_line) + ": the field is too long");
    m_position += plain.size();
    return Secret(bytesOf(plain));
}

Result<CsvRow> CsvReader::next()
{
    while (takeLineEnd()) {
    }
    m_rowLine = m_line;
    CsvRow row;
    if (atEnd())
        return row;
    if (++m_rows > m_limits.rows)
        return fail(Fault::TooLarge, "too many rows");
    for (;;) {
        if (row.size() >= m_limits.fields)
            return fail(Fault::TooLarge, "line " + std::to_string(m_line) + ": too many fields");
        MMM_TRY(Secret value, field());
        row.push_back(std::move(value));
        if (atEnd() || takeLineEnd())
            return row;
        if (m_text[m_position] != ',')
            return fail(Fault::Malformed, "line " + std::to_string(m_line) + ": text after a closing quote");
        ++m_position;
        if (atEnd()) { // a comma at the very end: an empty field follows it
            row.emplace_back();
            return row;
        }
    }
}

void appendCsvRow(Botan::secure_vector<std::uint8_t>& text, std::initializer_list<std::string_view> fields)
{
    const auto append = [&text](std::string_view part) { text.insert(text.end(), part.begin(), part.end()); };
    bool isFirst = true;
    for (const std::string_view field : fields) {
        append(std::exchange(isFirst, false) ? "\"" : ",\"");
        for (const char c : field)
            append(c == '"' ? "\"\"" : std::string_view(&c, 1));
        append("\"");
    }
    append("\r\n");
}

} // namespace mmm::interchange
