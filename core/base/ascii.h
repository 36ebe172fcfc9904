#pragma once

#include <string>
#include <string_view>

/// Letters of names that are compared without regard to case in ASCII alone: domains, schemes, header fields.
namespace mmm {

[[nodiscard]] constexpr char asciiLowerLetter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The same text with A to Z in lower case; all other octets stay as they are.
[[nodiscard]] inline std::string asciiLower(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        c = asciiLowerLetter(c);
    return result;
}

} // namespace mmm
