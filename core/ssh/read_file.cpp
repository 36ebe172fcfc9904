#include "ssh/read_file.h"

#include "base/ascii.h"
#include "ssh/config.h"
#include "ssh/known_host.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace mmm::ssh {

namespace {

constexpr std::array<std::string_view, 23> optionNames{"agent-forwarding",
                                                       "cert-authority",
                                                       "command",
                                                       "environment",
                                                       "expiry-time",
                                                       "from",
                                                       "no-agent-forwarding",
                                                       "no-port-forwarding",
                                                       "no-pty",
                                                       "no-touch-required",
                                                       "no-user-rc",
                                                       "no-x11-forwarding",
                                                       "permitlisten",
                                                       "permitopen",
                                                       "port-forwarding",
                                                       "principals",
                                                       "pty",
                                                       "restrict",
                                                       "tunnel",
                                                       "user-rc",
                                                       "verify-required",
                                                       "x11-forwarding",
                                                       "zos-key-ring-label"};

/// Whether a line of authorized_keys begins so, and not one of known_hosts.
bool isOptions(std::string_view text)
{
    const std::string name = asciiLower(text.substr(0, text.find_first_of(",= \t")));
    return std::ranges::find(optionNames, name) != optionNames.end();
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        line = trimmed(line);
        if (!line.empty() && line.front() != '#')
            lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// The keyword of a directive in lower case, and its value without quotes.
std::pair<std::string, std::string_view> directive(std::string_view line)
{
    const std::size_t end = std::min(line.find_first_of(" \t="), line.size());
    std::string_view value = trimmed(line.substr(end));
    if (value.starts_with('='))
        value = trimmed(value.substr(1));
    if (value.size() >= 2 && value.front() == '"' && value.find('"', 1) == value.size() - 1)
        value = value.substr(1, value.size() - 2);
    return {asciiLower(line.substr(0, end)), value};
}

FileKind kindOf(const std::vector<std::string_view>& lines)
{
    for (const std::string_view line : lines) {
        const std::string_view first = line.substr(0, std::min(line.find_first_of(" \t"), line.size()));
        if (isKeyType(first) || (isOptions(line) && AuthorizedKey::parse(line)))
            return FileKind::AuthorizedKeys;
        if (KnownHost::parse(line))
            return FileKind::KnownHosts;
    }
    return FileKind::Config;
}

/// One directive of the host that is being read. False if it says nothing that a profile holds.
bool take(schema::SshHost& host, const std::string& keyword, std::string_view value)
{
    if (keyword == "hostname" && isHostName(value))
        host.hostName = host.hostName.empty() ? std::string(value) : host.hostName;
    else if (keyword == "user" && isUserName(value))
        host.userName = host.userName.empty() ? std::string(value) : host.userName;
    else if (keyword == "proxyjump" && isJump(value))
        host.jump = host.jump.empty() ? std::string(value) : host.jump;
    else if (keyword == "port") {
        int port = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), port);
        if (error != std::errc() || end != value.data() + value.size() || !isPort(port))
            return false;
        host.port = host.port.value_or(port);
    } else
        return false;
    return true;
}

Result<ReadFile> readConfig(const std::vector<std::string_view>& lines)
{
    ReadFile file;
    bool isConfig = false;
    std::size_t open = 0; // hosts of the block that is being read
    for (const std::string_view line : lines) {
        if (line.size() > longestLine || hasControls(line)) {
            ++file.leftOut;
            continue;
        }
        const auto [keyword, value] = directive(line);
        if (keyword == "match") {
            open = 0;
            ++file.leftOut;
            isConfig = true;
        } else if (keyword == "host") {
            open = 0;
            isConfig = true;
            std::string_view rest = value;
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
                const std::string_view alias = rest.substr(0, end);
                rest = trimmed(rest.substr(end));
                if (!isAlias(alias)) {
                    ++file.leftOut; // a pattern
                    continue;
                }
                if (file.hosts.size() == mostLines)
                    return fail(Fault::TooLarge, "more hosts than a profile holds");
                schema::SshHost host;
                host.alias = alias;
                file.hosts.push_back(std::move(host));
                ++open;
            }
        } else {
            bool isTaken = false;
            for (std::size_t i = file.hosts.size() - open; i < file.hosts.size(); ++i)
                isTaken |= take(file.hosts[i], keyword, value);
            file.leftOut += isTaken ? 0 : 1;
        }
    }
    if (!isConfig)
        return fail(Fault::Unsupported, "neither keys nor hosts of SSH");
    return file;
}

} // namespace

Result<ReadFile> readFile(BytesView content)
{
    if (content.size() > largestFile)
        return fail(Fault::TooLarge, "a file that is too large");
    const std::vector<std::string_view> lines = linesOf(textOf(content));
    const FileKind kind = kindOf(lines);
    if (kind == FileKind::Config)
        return readConfig(lines);
    ReadFile file;
    file.kind = kind;
    for (const std::string_view line : lines) {
        std::string read;
        if (kind == FileKind::AuthorizedKeys) {
            if (const auto key = AuthorizedKey::parse(line))
                read = key->line();
        } else if (const auto host = KnownHost::parse(line)) {
            read = host->line();
        }
        if (read.empty()) {
            ++file.leftOut;
            continue;
        }
        if (file.lines.size() == mostLines)
            return fail(Fault::TooLarge, "more lines than a profile holds");
        file.lines.push_back(std::move(read));
    }
    std::ranges::sort(file.lines);
    file.lines.erase(std::unique(file.lines.begin(), file.lines.end()), file.lines.end());
    return file;
}

} // namespace mmm::ssh
