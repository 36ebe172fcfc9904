#include "ssh/marked_block.h"

#include "ssh/public_key.h"

namespace mmm::ssh {

namespace {

/// Where the line that is exactly this stands; npos if nowhere.
std::size_t findLine(std::string_view text, std::string_view line, std::size_t from)
{
    for (std::size_t at = text.find(line, from); at != std::string_view::npos; at = text.find(line, at + 1)) {
        const std::string_view behind = text.substr(at + line.size());
        const bool begins = at == 0 || text[at - 1] == '\n';
        const bool ends =
            behind.empty() || behind == "\r" || behind.starts_with('\n') || behind.starts_with("\r\n");
        if (begins && ends)
            return at;
    }
    return std::string_view::npos;
}

} // namespace

Result<std::string> replaceBlock(std::string_view text, std::string_view id, std::string_view lines)
{
    const std::string name = oneLine(id);
    const std::string first = "# >>> Mesh Desktop " + name + ": changed by the program, not by hand >>>";
    const std::string last = "# <<< Mesh Desktop " + name + " <<<";
    const std::string block =
        lines.empty() ? std::string()
                      : first + "\n" + std::string(lines) + (lines.ends_with('\n') ? "" : "\n") + last + "\n";

    const std::size_t begin = findLine(text, first, 0);
    const std::size_t end = findLine(text, last, 0);
    if (begin == std::string_view::npos && end == std::string_view::npos) {
        std::string all(text);
        if (!block.empty() && !all.empty() && all.back() != '\n')
            all += '\n';
        return all + block;
    }
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin ||
        findLine(text, first, begin + 1) != std::string_view::npos ||
        findLine(text, last, end + 1) != std::string_view::npos)
        return fail(Fault::Malformed, "the marks of our block are not a pair");
    std::size_t behind = text.find('\n', end);
    behind = behind == std::string_view::npos ? text.size() : behind + 1;
    return std::string(text.substr(0, begin)) + block + std::string(text.substr(behind));
}

} // namespace mmm::ssh
