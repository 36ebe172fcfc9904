#include "ssh/config.h"

#include <algorithm>

namespace mmm::ssh {

namespace {

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool consistsOf(std::string_view text, std::string_view others)
{
    constexpr std::size_t longest = 255;
    return !text.empty() && text.size() <= longest && text.front() != '-' &&
           std::ranges::all_of(text, [others](char c) {
               return isLetterOrDigit(c) || others.find(c) != std::string_view::npos;
           });
}

/// A path as an argument. OpenSSH expands % and ${} in these.
Result<std::string> quotedPath(std::string_view path)
{
    std::string quoted = "\"";
    for (const char c : path) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '"' || c == '$' || c == '\\')
            return fail(Fault::Malformed, "a path that OpenSSH's configuration cannot hold");
        quoted += c;
        if (c == '%')
            quoted += '%';
    }
    return quoted + '"';
}

} // namespace

bool isAlias(std::string_view text)
{
    return consistsOf(text, "._-+:@");
}

bool isHostName(std::string_view text)
{
    return consistsOf(text, "._-:%");
}

bool isUserName(std::string_view text)
{
    return consistsOf(text, "._-+@$\\") && text.find('\\') == std::string_view::npos;
}

bool isJump(std::string_view text)
{
    return consistsOf(text, "._-+:@,[]");
}

bool isHost(const schema::SshHost& host)
{
    return isAlias(host.alias) && (host.hostName.empty() || isHostName(host.hostName)) &&
           (!host.port || isPort(*host.port)) && (host.userName.empty() || isUserName(host.userName)) &&
           (host.jump.empty() || isJump(host.jump));
}

Result<std::string> configText(const ConfigPlan& plan)
{
    if (!plan.userName.empty() && !isUserName(plan.userName))
        return fail(Fault::Malformed, "not the name of a user");
    std::string text;
    for (const schema::SshHost& host : plan.hosts) {
        if (!isHost(host))
            return fail(Fault::Malformed, "not a host");
        text += "Host " + host.alias + "\n";
        if (!host.hostName.empty())
            text += "    HostName " + host.hostName + "\n";
        if (host.port)
            text += "    Port " + std::to_string(*host.port) + "\n";
        const std::string& user = host.userName.empty() ? plan.userName : host.userName;
        if (!user.empty())
            text += "    User " + user + "\n";
        if (!host.jump.empty())
            text += "    ProxyJump " + host.jump + "\n";
        if (!plan.agentSocket.empty()) {
            MMM_TRY(const std::string path, quotedPath(plan.agentSocket));
            text += "    IdentityAgent " + path + "\n";
        }
        if (!plan.knownHostsFile.empty()) {
            MMM_TRY(const std::string path, quotedPath(plan.knownHostsFile));
            text += "    UserKnownHostsFile ~/.ssh/known_hosts " + path + "\n";
        }
    }
    // what follows is not about the last host
    return text + "Host *\n";
}

} // namespace mmm::ssh
