#include "ssh/known_host.h"

#include <algorithm>

namespace mmm::ssh {

namespace {

std::string_view takeWord(std::string_view& rest)
{
    rest = trimmed(rest);
    const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest = trimmed(rest.substr(end));
    return word;
}

/// Names, addresses and patterns: what OpenSSH itself writes there.
bool isHosts(std::string_view text)
{
    return !text.empty() && text.size() <= 4096 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view(".-_:[]*?!,|/+=%").find(c) != std::string_view::npos ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

} // namespace

Result<KnownHost> KnownHost::parse(std::string_view line)
{
    if (line.size() > longestLine)
        return fail(Fault::TooLarge, "a line that is too long");
    if (hasControls(line))
        return fail(Fault::Malformed, "a line with control characters");
    std::string_view rest = line;
    KnownHost found;
    std::string_view word = takeWord(rest);
    if (word.starts_with('@')) {
        if (word != "@cert-authority" && word != "@revoked")
            return fail(Fault::Unsupported, "a marker that is not known");
        found.marker = word;
        word = takeWord(rest);
    }
    if (!isHosts(word))
        return fail(Fault::Malformed, "not names of hosts");
    found.hosts = word;
    const std::string_view type = takeWord(rest);
    MMM_TRY(found.key, PublicKey::fromWords(type, takeWord(rest)));
    found.comment = rest;
    return found;
}

std::string KnownHost::line() const
{
    return (marker.empty() ? std::string() : marker + " ") + hosts + " " + key.words() +
           (comment.empty() ? std::string() : " " + comment);
}

std::string KnownHost::shownName() const
{
    return hosts.starts_with('|') ? std::string() : hosts.substr(0, hosts.find(','));
}

} // namespace mmm::ssh
