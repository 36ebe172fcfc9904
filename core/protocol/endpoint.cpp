#include "protocol/endpoint.h"

#include "base/ascii.h"

#include <QHostAddress>
#include <algorithm>

namespace mmm::protocol {

namespace {

bool isAsciiAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isPort(std::string_view text)
{
    return text.size() <= 5 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string bracketed(std::string_view host)
{
    if (host.find(':') == host.npos)
        return std::string(host);
    std::string text = "[";
    text += host;
    text += ']';
    return text;
}

} // namespace

std::string Endpoint::portalName() const
{
    return asciiLower(hostHeader.empty() ? host : hostHeader);
}

std::string Endpoint::hostField() const
{
    const std::string name = bracketed(portalName());
    return port == 443 ? name : name + ":" + std::to_string(port);
}

std::string Endpoint::url(std::string_view scheme) const
{
    return std::string(scheme) + "://" + bracketed(host) + ":" + std::to_string(port) + path;
}

bool isDnsName(std::string_view text)
{
    if (text.ends_with('.'))
        text.remove_suffix(1);
    if (text.empty() || text.size() > 253)
        return false;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find('.', start), text.size());
        const std::string_view label = text.substr(start, end - start);
        if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
            return false;
        if (!std::ranges::all_of(label,
                                 [](char c) { return isAsciiAlphanumeric(c) || c == '-' || c == '_'; }))
            return false;
        start = end + 1;
    }
    return true;
}

bool isAddressLiteral(std::string_view text)
{
    if (text.empty() || text.size() > 64 || text.find_first_not_of("0123456789.") != text.npos) {
        if (text.find(':') == text.npos || text.size() > 64)
            return false;
    }
    QHostAddress address;
    return address.setAddress(QString::fromLatin1(text.data(), qsizetype(text.size())));
}

Result<std::string> nameOfHostField(std::string_view field)
{
    std::string_view name = field;
    std::string_view port;
    if (field.starts_with('[')) {
        const std::size_t close = field.find(']');
        if (close == field.npos)
            return fail(Fault::Malformed, "host: bracket not closed");
        name = field.substr(1, close - 1);
        const std::string_view rest = field.substr(close + 1);
        if (!rest.empty() && rest.front() != ':')
            return fail(Fault::Malformed, "host: text after the address");
        port = rest.empty() ? rest : rest.substr(1);
        if (name.find(':') == name.npos || !isAddressLiteral(name))
            return fail(Fault::Malformed, "host: not an address");
    } else {
        const std::size_t colon = field.find(':');
        name = field.substr(0, colon);
        port = colon == field.npos ? std::string_view() : field.substr(colon + 1);
        if (!isDnsName(name))
            return fail(Fault::Malformed, "host: not a name");
    }
    if (!isPort(port))
        return fail(Fault::Malformed, "host: bad port");
    return asciiLower(name);
}

} // namespace mmm::protocol
