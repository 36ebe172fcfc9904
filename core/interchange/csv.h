#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace mmm::interchange {

/// How much of a file is taken.
struct CsvLimits
{
    std::size_t rows = 1000000;
    std::size_t fields = 256; ///< in one row
    std::size_t fieldOctets = 1U << 20U;
};

using CsvRow = std::vector<Secret>;

/// Puts a row to a CSV text (RFC 4180). Each field is quoted, so that it is read back as it is.
void appendCsvRow(Botan::secure_vector<std::uint8_t>& text, std::initializer_list<std::string_view> fields);

/// The rows of a CSV text (RFC 4180), one at a time. Any field may be a password, so all are secrets.
///
/// Lines end with CRLF or LF; quotes inside of quoted fields are doubled. A byte order mark at the beginning
/// is left out. The text must outlive the reader.
class CsvReader
{
public:
    explicit CsvReader(BytesView text, const CsvLimits& limits = {});

    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    /// The next row; empty lines are skipped, and an empty row is the end. Malformed for a quote that is not
    /// closed or stands where none may be, TooLarge beyond the limits.
    [[nodiscard]] Result<CsvRow> next();

    /// Number of the line that the last row began on, from 1.
    [[nodiscard]] std::size_t line() const { return m_rowLine; }

private:
    [[nodiscard]] Result<Secret> field();
    [[nodiscard]] Result<Secret> quotedField();
    [[nodiscard]] bool takeLineEnd();

    std::string_view m_text;
    const CsvLimits m_limits;
    std::size_t m_position = 0;
    std::size_t m_rows = 0;
    std::size_t m_line = 1;
    std::size_t m_rowLine = 1;
};

} // namespace mmm::interchange
