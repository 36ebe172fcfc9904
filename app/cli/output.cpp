#include "output.h"

#include "encoding/utf8.h"

#include <algorithm>
#include <cstdio>

namespace mmm::cli {

namespace {

std::size_t widthOf(std::string_view text)
{
    return std::size_t(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

void pad(std::string& line, std::string_view text, std::size_t width)
{
    line += text;
    line.append(width - std::min(width, widthOf(text)), ' ');
}

void trimRight(std::string& line)
{
    line.erase(line.find_last_not_of(' ') + 1);
}

} // namespace

std::string printable(std::string_view text, std::size_t longest)
{
    std::string safe(text);
    if (!encoding::isUtf8(bytesOf(text)))
        std::ranges::replace_if(
            safe, [](char c) { return (c & 0x80) != 0; }, '?');
    for (std::size_t i = 0; i < safe.size(); ++i) {
        const auto octet = std::uint8_t(safe[i]);
        // C0, DEL, and C1 (which UTF-8 writes as C2 80 to C2 9F); also the marks that turn text around
        const bool isC1 = octet == 0xC2 && i + 1 < safe.size() && std::uint8_t(safe[i + 1]) < 0xA0;
        const bool isMark = octet == 0xE2 && i + 2 < safe.size() &&
                            (std::uint8_t(safe[i + 1]) == 0x80 || std::uint8_t(safe[i + 1]) == 0x81) &&
                            std::uint8_t(safe[i + 2]) >= 0x8B;
        if (octet < 0x20 || octet == 0x7F)
            safe[i] = '?';
        else if (isC1)
            safe.replace(i, 2, "?");
        else if (isMark)
            safe.replace(i, 3, "?");
    }
    if (safe.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (safe[end] & 0xC0) == 0x80)
            --end;
        safe = safe.substr(0, end) + "…";
    }
    return safe;
}

std::string table(const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            pad(line, row[i], widths[i]);
            line += "  ";
        }
        trimRight(line);
        text += line + '\n';
    }
    return text;
}

std::string list(const std::vector<std::pair<std::string, std::string>>& entries)
{
    std::size_t width = 0;
    for (const auto& [name, value] : entries)
        width = std::max(width, value.empty() ? 0 : widthOf(name));
    std::string text;
    for (const auto& [name, value] : entries) {
        if (value.empty())
            continue;
        pad(text, name, width);
        text += "  " + value + '\n';
    }
    return text;
}

bool print(BytesView octets)
{
    // what is empty may have no address, which fwrite must not be given
    return octets.empty() || std::fwrite(octets.data(), 1, octets.size(), stdout) == octets.size();
}

} // namespace mmm::cli
