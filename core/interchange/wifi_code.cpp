#include "interchange/wifi_code.h"

#include "base/ascii.h"
#include "encoding/utf8.h"
#include "interchange/wifi_network.h"

#include <algorithm>
#include <array>
#include <map>

namespace mmm::interchange {

namespace {

constexpr std::size_t longestCode = 4096;
constexpr std::string_view scheme = "WIFI:";
constexpr std::string_view special = "\\;,:\"";
constexpr std::string_view eap = "802-1x"; ///< group of the settings

using Octets = Botan::secure_vector<std::uint8_t>;

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; };
    return std::ranges::equal(a, b, {}, upper, upper);
}

/// A field without its escapes; quotes around it are gone, and that they were there is remembered.
struct Field
{
    Secret value;
    bool isQuoted = false;
};

/// Takes "K:value;" off the text.
Result<std::pair<std::string, Field>> takeField(std::string_view& rest)
{
    const std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 8)
        return fail(Fault::Malformed, "a field of a Wi-Fi code has no name");
    std::string name(rest.substr(0, colon));
    rest.remove_prefix(colon + 1);
    Octets value;
    std::size_t escapedAt = std::string_view::npos; // where the last escaped octet is
    bool firstIsEscaped = false;
    for (;;) {
        if (rest.empty())
            return fail(Fault::Malformed, "a field of a Wi-Fi code does not end");
        char character = rest.front();
        rest.remove_prefix(1);
        if (character == ';')
            break;
        if (character == '\\') {
            if (rest.empty())
                return fail(Fault::Malformed, "a Wi-Fi code ends in the middle of an escape");
            character = rest.front();
            rest.remove_prefix(1);
            escapedAt = value.size();
            firstIsEscaped = firstIsEscaped || value.empty();
        }
        value.push_back(std::uint8_t(character));
    }
    Field field;
    field.isQuoted = value.size() >= 2 && value.front() == '"' && value.back() == '"' && !firstIsEscaped &&
                     escapedAt != value.size() - 1;
    if (field.isQuoted) {
        value.erase(value.begin());
        value.pop_back();
    }
    field.value = Secret(std::move(value));
    return std::pair(std::move(name), std::move(field));
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

bool isHex(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isHexDigit);
}

std::uint8_t digitOf(char c)
{
    return std::uint8_t(c <= '9' ? c - '0' : c - 'A' + 10);
}

/// Digits, in capitals, that stand for octets which are no text; everything else is the name itself, since
/// most programs write names like "cafe" without quotes.
std::optional<Bytes> octetsOfName(std::string_view text)
{
    const bool isSmall = std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!isHex(text) || isSmall || text.size() % 2 != 0)
        return std::nullopt;
    Bytes octets;
    for (std::size_t i = 0; i < text.size(); i += 2)
        octets.push_back(std::uint8_t(digitOf(text[i]) << 4 | digitOf(text[i + 1])));
    return encoding::isUtf8(octets) ? std::nullopt : std::optional(octets);
}

void putEscaped(Octets& out, std::string_view text)
{
    for (const char character : text) {
        if (special.find(character) != std::string_view::npos)
            out.push_back('\\');
        out.push_back(std::uint8_t(character));
    }
}

void put(Octets& out, std::string_view text)
{
    out.insert(out.end(), text.begin(), text.end());
}

void putField(Octets& out, std::string_view name, std::string_view value)
{
    if (value.empty())
        return;
    put(out, name);
    out.push_back(':');
    putEscaped(out, value);
    out.push_back(';');
}

std::string uppered(std::string_view text)
{
    std::string upper(text);
    std::ranges::transform(upper, upper.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    return upper;
}

} // namespace

bool isWifiCode(std::string_view text)
{
    return text.size() > scheme.size() && equalsIgnoringCase(text.substr(0, scheme.size()), scheme);
}

Result<schema::CatalogedNetwork> readWifiCode(std::string_view text)
{
    if (text.size() > longestCode)
        return fail(Fault::TooLarge, "the Wi-Fi code is too long");
    if (!isWifiCode(text) || !encoding::isUtf8(bytesOf(text)))
        return fail(Fault::Malformed, "no Wi-Fi code");
    std::string_view rest = text.substr(scheme.size());
    std::map<std::string, Field, std::less<>> fields;
    while (!rest.empty() && rest != ";") {
        MMM_TRY(auto field, takeField(rest));
        if (!fields.emplace(std::move(field)).second)
            return fail(Fault::Malformed, "a field of a Wi-Fi code is there twice");
    }
    const auto textOfField = [&](std::string_view name) {
        const auto found = fields.find(name);
        return found == fields.end() ? std::string_view() : found->second.value.text();
    };

    schema::CatalogedNetwork network;
    network.protocol = "wifi";
    const auto name = fields.find("S");
    if (name == fields.end() || name->second.value.empty())
        return fail(Fault::Missing, "a Wi-Fi code without a name");
    const auto octets = name->second.isQuoted ? std::nullopt : octetsOfName(name->second.value.text());
    if ((octets ? octets->size() : name->second.value.size()) > longestSsid)
        return fail(Fault::Malformed, "the name of a Wi-Fi network is too long");
    setSsid(network, octets ? BytesView(*octets) : name->second.value.view());

    // an empty type with a password is what some programs write for WPA
    const std::string type = uppered(textOfField("T"));
    const bool isWpa3Only = type == "SAE" || textOfField("R") == "1";
    if (type.starts_with("WPA2-EAP") || type == "EAP" || !textOfField("E").empty())
        network.security = wifi_security::enterprise;
    else if (type == "WPA" || type == "WPA2" || type == "WPA3" || type == "SAE" ||
             (type.empty() && !textOfField("P").empty()))
        network.security = isWpa3Only ? wifi_security::wpa3 : wifi_security::wpa2;
    else if (type == "NOPASS" || type.empty())
        network.security = wifi_security::none;
    else
        return fail(Fault::Unsupported, "a Wi-Fi network of an unknown kind");
    if (network.security != wifi_security::none) {
        if (const auto password = fields.find("P"); password != fields.end())
            network.password.secret = SharedSecret(password->second.value.clone());
    }
    if (network.security == wifi_security::enterprise) {
        network.username = textOfField("I");
        setSettingText(network, eap, "eap", asciiLower(textOfField("E")));
        setSettingText(network, eap, "phase2-auth", asciiLower(textOfField("PH2")));
        setSettingText(network, eap, "anonymous-identity", textOfField("A"));
    }
    if (equalsIgnoringCase(textOfField("H"), "true"))
        network.hidden = true;
    return network;
}

Result<Secret> writeWifiCode(const schema::CatalogedNetwork& network)
{
    if (network.protocol != "wifi")
        return fail(Fault::Unsupported, "only a Wi-Fi network has a code");
    const std::string& security = network.security;
    const bool isOpen = security == wifi_security::none || security == wifi_security::owe;
    const std::string_view password = network.password.secret.text();
    if (!isOpen && password.empty())
        return fail(Fault::Missing, "no password");
    const BytesView ssid = ssidOf(network);
    if (ssid.empty())
        return fail(Fault::Missing, "no name");

    Octets out;
    put(out, scheme);
    putField(out, "T", isOpen ? "nopass" : security == wifi_security::enterprise ? "WPA2-EAP" : "WPA");
    if (security == wifi_security::wpa3)
        putField(out, "R", "1");
    if (security == wifi_security::enterprise) {
        const auto setting = [&](std::string_view name) { return settingText(network, eap, name); };
        const std::string method = setting("eap");
        putField(out, "E", uppered(method.substr(0, method.find(';'))));
        putField(out, "PH2", uppered(setting("phase2-auth")));
        putField(out, "A", setting("anonymous-identity"));
        putField(out, "I", network.username);
    }
    put(out, "S:");
    if (!encoding::isUtf8(ssid)) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        for (const std::uint8_t octet : ssid) {
            out.push_back(std::uint8_t(digits[octet >> 4]));
            out.push_back(std::uint8_t(digits[octet & 0xF]));
        }
    } else if (isHex(textOf(ssid))) {
        out.push_back('"');
        put(out, textOf(ssid));
        out.push_back('"');
    } else {
        putEscaped(out, textOf(ssid));
    }
    put(out, ";");
    if (!isOpen)
        putField(out, "P", password);
    if (network.hidden.value_or(false))
        putField(out, "H", "true");
    put(out, ";");
    return Secret(std::move(out));
}

} // namespace mmm::interchange
