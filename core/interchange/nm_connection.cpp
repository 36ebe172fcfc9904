#include "interchange/nm_connection.h"

#include "interchange/keyfile.h"
#include "interchange/nm_vpn.h"
#include "interchange/tunnel_values.h"
#include "interchange/wifi_network.h"

#include <algorithm>
#include <array>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <botan/base64.h>
#include <charconv>

namespace mmm::interchange {

namespace {

constexpr std::size_t longestValue = 16384;
constexpr std::string_view peerGroup = "wireguard-peer.";

/// "a;b;" and "a,b" as their parts.
std::vector<std::string> partsOf(std::string_view list)
{
    std::vector<std::string> parts;
    while (!list.empty()) {
        const std::size_t end = list.find_first_of(";, ");
        if (const std::string_view part = list.substr(0, end); !part.empty())
            parts.emplace_back(part);
        list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
    }
    return parts;
}

/// NetworkManager writes an SSID as text, with "\;" for a semicolon, or as a list of octets: "97;59;98;".
std::optional<Bytes> octetList(std::string_view text)
{
    if (text.find(';') == std::string_view::npos)
        return std::nullopt;
    Bytes octets;
    for (const std::string& part : partsOf(text)) {
        unsigned octet = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), octet);
        if (error != std::errc() || end != part.data() + part.size() || octet > 255)
            return std::nullopt;
        octets.push_back(std::uint8_t(octet));
    }
    return octets;
}

Bytes ssidFromText(std::string_view text)
{
    Bytes octets;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == ';')
            ++i;
        octets.push_back(std::uint8_t(text[i]));
    }
    return octets;
}

Result<std::optional<std::int64_t>> numberOf(const Keyfile& file, const std::string& group,
                                             const std::string& key)
{
    if (!file.has(group, key))
        return std::optional<std::int64_t>();
    const std::string text = file.text(group, key);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || number < 0 ||
        number > 65535)
        return fail(Fault::Malformed, "not a number that may stand here");
    return std::optional(number);
}

/// Groups that had a longer name once.
std::string currentName(const std::string& group)
{
    if (group == "802-11-wireless")
        return "wifi";
    if (group == "802-11-wireless-security")
        return "wifi-security";
    return group;
}

struct Name
{
    std::string_view group;
    std::string_view key;
};

/// What has a field of its own, or belongs to the computer that the file comes from.
bool isNoSetting(std::string_view group, std::string_view key)
{
    static constexpr std::array names{Name{"connection", "id"},
                                      Name{"connection", "uuid"},
                                      Name{"connection", "type"},
                                      Name{"connection", "interface-name"},
                                      Name{"connection", "timestamp"},
                                      Name{"connection", "permissions"},
                                      Name{"connection", "master"},
                                      Name{"connection", "controller"},
                                      Name{"connection", "slave-type"},
                                      Name{"connection", "port-type"},
                                      Name{"wifi", "ssid"},
                                      Name{"wifi", "mode"},
                                      Name{"wifi", "hidden"},
                                      Name{"wifi", "bssid"},
                                      Name{"wifi", "security"},
                                      Name{"wifi", "mac-address"},
                                      Name{"wifi", "cloned-mac-address"},
                                      Name{"wifi", "mac-address-blacklist"},
                                      Name{"wifi", "mac-address-denylist"},
                                      Name{"wifi", "seen-bssids"},
                                      Name{"wifi-security", "key-mgmt"},
                                      Name{"wifi-security", "psk"},
                                      Name{"wifi-security", "psk-flags"},
                                      Name{"802-1x", "identity"},
                                      Name{"802-1x", "password"},
                                      Name{"802-1x", "password-flags"},
                                      Name{"wireguard", "private-key"},
                                      Name{"wireguard", "private-key-flags"},
                                      Name{"wireguard", "listen-port"},
                                      Name{"wireguard", "mtu"}};
    return std::ranges::any_of(names,
                               [&](const Name& name) { return name.group == group && name.key == key; });
}

/// How NetworkManager fills in what nobody has chosen.
bool isUsual(std::string_view group, std::string_view key, std::string_view value)
{
    return ((group == "ipv4" || group == "ipv6") && key == "method" && value == "auto") ||
           (group == "ipv6" && key == "addr-gen-mode" && (value == "default" || value == "stable-privacy"));
}

bool isFile(std::string_view value)
{
    return value.starts_with('/') || value.starts_with("file:");
}

class Reader
{
public:
    Reader(const Keyfile& file, const NamedFileReader& files) : m_file(file), m_files(files) {}

    Result<NetworkFile> read()
    {
        const std::string type = m_file.text("connection", "type");
        m_network.service = m_file.text("connection", "id");
        if (type == "wifi" || type == "802-11-wireless") {
            MMM_CHECK(wifi());
        } else if (type == "wireguard") {
            MMM_CHECK(wireGuard());
        } else if (type == "vpn") {
            MMM_CHECK(vpn());
        } else {
            return fail(Fault::Unsupported, "a connection of another kind");
        }
        if (m_network.service.empty())
            return fail(Fault::Missing, "a connection without a name");
        MMM_CHECK(settings());
        m_result.withoutSecret = m_needsSecret && m_network.password.secret.empty() ? 1 : 0;
        m_result.networks.push_back(std::move(m_network));
        return std::move(m_result);
    }

private:
    /// The group under its present or its former name.
    std::string group(const std::string& name) const
    {
        for (const std::string& one : m_file.groups()) {
            if (currentName(one) == name)
                return one;
        }
        return name;
    }
    Status takePassword(const std::string& inGroup, const std::string& key)
    {
        m_needsSecret = true;
        if (std::optional<Secret> secret = m_file.string(inGroup, key))
            m_network.password.secret = SharedSecret(std::move(*secret));
        else if (m_file.has(inGroup, key))
            return fail(Fault::Malformed, "a password with an escape that means nothing");
        return {};
    }

    Status wifi()
    {
        m_network.protocol = "wifi";
        const std::string radio = group("wifi");
        const std::string mode = m_file.text(radio, "mode");
        if (!mode.empty() && mode != "infrastructure")
            return fail(Fault::Unsupported, "no network to join");
        const std::optional<Secret> ssid = m_file.string(radio, "ssid");
        if (!ssid || ssid->empty())
            return fail(Fault::Missing, "a Wi-Fi network without a name");
        const Bytes octets = octetList(ssid->text()).value_or(ssidFromText(ssid->text()));
        if (octets.empty() || octets.size() > longestSsid)
            return fail(Fault::Malformed, "the name of a Wi-Fi network is too long");
        setSsid(m_network, octets);
        if (m_file.text(radio, "hidden") == "true")
            m_network.hidden = true;

        const std::string protection = group("wifi-security");
        const std::string keys = m_file.text(protection, "key-mgmt");
        if (keys.empty()) {
            m_network.security = wifi_security::none;
        } else if (keys == "owe") {
            m_network.security = wifi_security::owe;
        } else if (keys == "wpa-psk" || keys == "sae") {
            m_network.security = keys == "sae" ? wifi_security::wpa3 : wifi_security::wpa2;
            MMM_CHECK(takePassword(protection, "psk"));
        } else if (keys == "wpa-eap" || keys == "wpa-eap-suite-b-192") {
            m_network.security = wifi_security::enterprise;
            if (keys != "wpa-eap")
                setSetting(m_network, "wifi-security", "key-mgmt", keys);
            m_network.username = m_file.text("802-1x", "identity");
            MMM_CHECK(takePassword("802-1x", "password"));
            m_needsSecret = m_file.text("802-1x", "eap") != "tls;";
        } else {
            return fail(Fault::Unsupported, "a Wi-Fi network of an unknown or unsafe kind");
        }
        return {};
    }

    Status vpn()
    {
        const std::string service = m_file.text("vpn", "service-type");
        const auto known = std::ranges::find(nmVpns(), service, &NmVpn::service);
        if (known == nmVpns().end())
            return fail(Fault::Unsupported, "a VPN of an unknown kind");
        m_vpn = &*known;
        setSetting(m_network, "vpn", "service-type", service);
        m_network.protocol = known->protocol;
        m_network.address = m_file.text("vpn", std::string(known->address));
        if (!known->username.empty())
            m_network.username = m_file.text("vpn", std::string(known->username));
        if (!known->password.empty()) {
            MMM_CHECK(takePassword("vpn-secrets", std::string(known->password)));
            const std::string flags = m_file.text("vpn", nmFlagsOf(known->password));
            m_needsSecret = !flags.empty() && flags != "0" && flags != "4";
        }
        return {};
    }

    Status wireGuard()
    {
        m_network.protocol = "wireguard";
        MMM_CHECK(takePassword("wireguard", "private-key"));
        if (!m_network.password.secret.empty() && !isWireGuardKey(m_network.password.secret.text()))
            return fail(Fault::BadKey, "not a key of WireGuard");
        schema::WireGuardTunnel& tunnel = m_network.tunnel.emplace();
        MMM_TRY(tunnel.listenPort, numberOf(m_file, "wireguard", "listen-port"));
        MMM_TRY(tunnel.mtu, numberOf(m_file, "wireguard", "mtu"));
        for (const std::string& protocol : {std::string("ipv4"), std::string("ipv6")})
            MMM_CHECK(addresses(protocol));
        for (const std::string& name : m_file.groups()) {
            if (name.starts_with(peerGroup))
                MMM_CHECK(peer(name));
        }
        return {};
    }

    Status addresses(const std::string& protocol)
    {
        schema::WireGuardTunnel& tunnel = *m_network.tunnel;
        for (const std::string& key : m_file.keys(protocol)) {
            const std::string value = m_file.text(protocol, key);
            const std::vector<std::string> parts = partsOf(value);
            if (isAddressKey(key) && !parts.empty()) {
                if (!isIpPrefix(parts.front()))
                    return fail(Fault::Malformed, "not an address with the length of its prefix");
                tunnel.addresses.push_back(parts.front());
            } else if (key == "dns" || key == "dns-search") {
                for (const std::string& part : parts) { // a domain may be there for both protocols
                    if (std::ranges::find(tunnel.dns, part) == tunnel.dns.end())
                        tunnel.dns.push_back(part);
                }
            }
        }
        return {};
    }
    static bool isAddressKey(std::string_view key)
    {
        constexpr std::string_view prefix = "address";
        return key.starts_with(prefix) &&
               key.find_first_not_of("0123456789", prefix.size()) == std::string_view::npos;
    }

    Status peer(const std::string& name)
    {
        schema::WireGuardPeer one;
        one.publicKey = name.substr(peerGroup.size());
        one.endpoint = m_file.text(name, "endpoint");
        if (std::optional<Secret> key = m_file.string(name, "preshared-key"))
            one.presharedKey.secret = SharedSecret(std::move(*key));
        const std::string_view shared = one.presharedKey.secret.text();
        if (!isWireGuardKey(one.publicKey) || (!shared.empty() && !isWireGuardKey(shared)))
            return fail(Fault::BadKey, "not a key of WireGuard");
        if (!one.endpoint.empty() && !isEndpoint(one.endpoint))
            return fail(Fault::Malformed, "not a host with a port");
        one.allowedIps = partsOf(m_file.text(name, "allowed-ips"));
        if (!std::ranges::all_of(one.allowedIps, isIpPrefix))
            return fail(Fault::Malformed, "not an address with the length of its prefix");
        MMM_TRY(one.keepAlive, numberOf(m_file, name, "persistent-keepalive"));
        m_network.tunnel->peers.push_back(std::move(one));
        return {};
    }

    Status settings()
    {
        for (const std::string& inFile : m_file.groups()) {
            const std::string group = currentName(inFile);
            if (group.starts_with(peerGroup))
                continue;
            for (const std::string& key : m_file.keys(inFile)) {
                if (isNoSetting(group, key) || isOfTunnel(group, key) || isOfVpn(group, key))
                    continue;
                const std::optional<Secret> value = m_file.raw(inFile, key);
                if (!value || value->empty() || isUsual(group, key, value->text()) ||
                    takeFile(group, key, inFile))
                    continue;
                if (value->size() > longestValue)
                    return fail(Fault::TooLarge, "a setting is too long");
                setSetting(m_network, group, key, value->text());
            }
        }
        return {};
    }
    /// Takes along what the setting names; false if it stays a setting.
    bool takeFile(const std::string& group, const std::string& key, const std::string& inFile)
    {
        const auto known = nmFilesOf(m_network);
        const auto named = std::ranges::find_if(
            known, [&](const NmFile& one) { return one.group == group && one.key == key; });
        const std::optional<Secret> value = m_file.string(inFile, key);
        if (named == known.end()) {
            if (value && isFile(value->text()))
                note(std::string(value->text()), Fault::Unsupported);
            return false;
        }
        // what is on a card stays there
        if (!value || value->empty() || value->text().starts_with("pkcs11:"))
            return false;
        std::string name = key;
        const Result<Secret> content = contentOf(value->text(), name);
        Result<Secret> pem = content ? readKeyMaterial(named->kind, *content)
                                     : Result<Secret>(tl::unexpected<Error>(content.error()));
        if (!pem) {
            note(name, pem.error().fault);
            return false;
        }
        note(name, std::nullopt);
        setAttachment(m_network, group, key, std::move(*pem));
        return true;
    }
    /// A certificate stands in the value itself, also as a list of octets, or the value says in which file.
    Result<Secret> contentOf(std::string_view value, std::string& name) const
    {
        constexpr std::string_view inside = "data:;base64,";
        constexpr std::string_view scheme = "file://";
        if (value.starts_with(inside)) {
            try {
                return Secret(
                    Botan::base64_decode(value.data() + inside.size(), value.size() - inside.size()));
            } catch (const std::exception&) {
                return fail(Fault::Malformed, "no Base64");
            }
        }
        const std::optional<Bytes> octets = octetList(value);
        std::string_view path = octets ? textOf(*octets) : value;
        if (path.starts_with(scheme))
            path.remove_prefix(scheme.size());
        else if (octets)
            return Secret(BytesView(*octets));
        name = path.substr(0, path.find('\0'));
        return m_files ? m_files(name) : fail(Fault::NotFound, "no files here");
    }
    void note(std::string name, std::optional<Fault> fault)
    {
        const auto isSame = [&](const NamedFile& one) { return one.name == name && one.fault == fault; };
        if (std::ranges::none_of(m_result.files, isSame))
            m_result.files.push_back({std::move(name), fault});
    }
    bool isOfTunnel(std::string_view group, std::string_view key) const
    {
        return m_network.tunnel && (group == "ipv4" || group == "ipv6") &&
               (isAddressKey(key) || key == "dns" || key == "dns-search" || key == "method");
    }
    bool isOfVpn(const std::string& group, const std::string& key) const
    {
        if (m_vpn == nullptr)
            return false;
        if (group == "vpn-secrets")
            return key == m_vpn->password;
        return group == "vpn" && (key == m_vpn->address || (!key.empty() && key == m_vpn->username) ||
                                  key == nmFlagsOf(m_vpn->password));
    }

    const Keyfile& m_file;
    const NamedFileReader& m_files;
    schema::CatalogedNetwork m_network;
    NetworkFile m_result;
    const NmVpn* m_vpn = nullptr;
    bool m_needsSecret = false;
};

/// A name of an interface that Linux takes.
std::string interfaceName(const std::string& service)
{
    constexpr std::size_t longest = 15;
    std::string name;
    for (const char character : service) {
        const bool isPlain = (character >= 'a' && character <= 'z') ||
                             (character >= 'A' && character <= 'Z') ||
                             (character >= '0' && character <= '9') || character == '-' || character == '_';
        if (isPlain && name.size() < longest)
            name.push_back(character);
    }
    return name.empty() ? "wg0" : name;
}

std::string uuidOf(const schema::CatalogedNetwork& network)
{
    const boost::uuids::name_generator_sha1 generator(boost::uuids::ns::url());
    return boost::uuids::to_string(
        generator(network.protocol + ":" + network.service + ":" + network.username));
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string list;
    for (const std::string& part : parts)
        list += part + ";";
    return list;
}

class Writer
{
public:
    Writer(const schema::CatalogedNetwork& network, const std::filesystem::path& place)
        : m_network(network),
          m_place(place)
    {}

    Result<NmConnection> write()
    {
        MMM_CHECK(set("connection", "id", m_network.service));
        MMM_CHECK(set("connection", "uuid", uuidOf(m_network)));
        if (m_network.protocol == "wifi") {
            MMM_CHECK(wifi());
        } else if (m_network.protocol == "wireguard") {
            MMM_CHECK(wireGuard());
        } else {
            MMM_CHECK(vpn());
        }
        for (const schema::NetworkSetting& setting : m_network.settings) {
            // the names of the fields are theirs, whatever a setting says
            if (!isNoSetting(setting.group, setting.name) || setting.name == "key-mgmt")
                MMM_CHECK(m_file.setRaw(setting.group, setting.name, setting.value.secret.text()));
        }
        MMM_CHECK(keptSecrets());
        MMM_CHECK(attachments());
        for (const char* protocol : {"ipv4", "ipv6"}) {
            if (!m_file.has(protocol, "method"))
                MMM_CHECK(set(protocol, "method", "auto"));
        }
        m_result.keyfile = m_file.toText();
        return std::move(m_result);
    }

private:
    Status set(const std::string& group, const std::string& key, std::string_view value)
    {
        return value.empty() ? Status() : m_file.setString(group, key, value);
    }
    Status set(const std::string& group, const std::string& key, const std::optional<std::int64_t>& value)
    {
        return value ? m_file.setString(group, key, std::to_string(*value)) : Status();
    }

    Status ssid()
    {
        const BytesView octets = ssidOf(m_network);
        if (octets.empty() || octets.size() > longestSsid)
            return fail(Fault::Malformed, "no name that a Wi-Fi network can have");
        std::string list;
        std::string text;
        bool isPlain = true;
        for (const std::uint8_t octet : octets) {
            list += std::to_string(octet) + ";";
            isPlain = isPlain && octet >= 0x20 && octet < 0x7F;
            if (octet == ';')
                text.push_back('\\');
            text.push_back(char(octet));
        }
        return isPlain ? m_file.setString("wifi", "ssid", text) : m_file.setRaw("wifi", "ssid", list);
    }
    Status wifi()
    {
        MMM_CHECK(set("connection", "type", "wifi"));
        MMM_CHECK(set("wifi", "mode", "infrastructure"));
        MMM_CHECK(ssid());
        if (m_network.hidden.value_or(false))
            MMM_CHECK(set("wifi", "hidden", "true"));
        const std::string& security = m_network.security;
        const std::string_view password = m_network.password.secret.text();
        if (security == wifi_security::owe) {
            MMM_CHECK(set("wifi-security", "key-mgmt", "owe"));
        } else if (security == wifi_security::enterprise) {
            MMM_CHECK(set("wifi-security", "key-mgmt", "wpa-eap"));
            MMM_CHECK(set("802-1x", "identity", m_network.username));
            MMM_CHECK(set("802-1x", "password", password));
        } else if (security == wifi_security::wpa3) {
            MMM_CHECK(set("wifi-security", "key-mgmt", "sae"));
            MMM_CHECK(set("wifi-security", "psk", password));
        } else if (security == wifi_security::wpa2 || (security.empty() && !password.empty())) {
            MMM_CHECK(set("wifi-security", "key-mgmt", "wpa-psk"));
            MMM_CHECK(set("wifi-security", "psk", password));
        }
        return {};
    }

    Status vpn()
    {
        const NmVpn* const known = nmVpnOf(m_network);
        if (known == nullptr)
            return fail(Fault::Unsupported, "NetworkManager does not know this kind of network");
        MMM_CHECK(set("connection", "type", "vpn"));
        MMM_CHECK(set("vpn", "service-type", known->service));
        MMM_CHECK(set("vpn", std::string(known->address), m_network.address));
        if (!known->username.empty())
            MMM_CHECK(set("vpn", std::string(known->username), m_network.username));
        const bool isChosen = !known->method.empty() && settingOf(m_network, "vpn", known->method);
        if (!known->method.empty() && !isChosen)
            MMM_CHECK(set("vpn", std::string(known->method), known->methods.front().value));
        if (known->service.ends_with("strongswan")) {
            if (!isChosen)
                MMM_CHECK(set("vpn", "virtual", "yes"));
            if (settingOf(m_network, "vpn", "ike") || settingOf(m_network, "vpn", "esp"))
                MMM_CHECK(set("vpn", "proposal", "yes")); // they count for nothing otherwise
        }
        if (!known->password.empty() && !m_network.password.secret.empty()) {
            MMM_CHECK(set("vpn", nmFlagsOf(known->password), "0"));
            MMM_CHECK(set("vpn-secrets", std::string(known->password), m_network.password.secret.text()));
        }
        return {};
    }

    /// NetworkManager looks for a secret elsewhere unless it is told that the secret is here.
    Status keptSecrets()
    {
        const NmVpn* const vpn = nmVpnOf(m_network);
        for (const std::string_view secret : {vpn ? vpn->sharedKey : "", vpn ? vpn->passphrase : ""}) {
            if (!secret.empty() && settingOf(m_network, "vpn-secrets", secret))
                MMM_CHECK(set("vpn", nmFlagsOf(secret), "0"));
        }
        return {};
    }

    Status attachments()
    {
        for (const NmFile& file : nmFilesOf(m_network)) {
            const std::string_view pem = attachmentOf(m_network, file.group, file.key);
            if (pem.empty())
                continue;
            std::filesystem::path path = m_place;
            path.replace_filename(m_place.stem().concat("-" + std::string(file.key) + ".pem"));
            const std::u8string text = path.u8string();
            MMM_CHECK(
                set(std::string(file.group), std::string(file.key), std::string(text.begin(), text.end())));
            m_result.files.push_back({std::move(path), Secret(bytesOf(pem))});
        }
        return {};
    }

    Status wireGuard()
    {
        if (!m_network.tunnel)
            return fail(Fault::Missing, "no tunnel");
        const schema::WireGuardTunnel& tunnel = *m_network.tunnel;
        MMM_CHECK(set("connection", "type", "wireguard"));
        MMM_CHECK(set("connection", "interface-name", interfaceName(m_network.service)));
        MMM_CHECK(set("wireguard", "private-key", m_network.password.secret.text()));
        MMM_CHECK(set("wireguard", "listen-port", tunnel.listenPort));
        MMM_CHECK(set("wireguard", "mtu", tunnel.mtu));
        for (const schema::WireGuardPeer& peer : tunnel.peers) {
            if (!isWireGuardKey(peer.publicKey))
                return fail(Fault::BadKey, "not a key of WireGuard");
            const std::string group = std::string(peerGroup) + peer.publicKey;
            MMM_CHECK(set(group, "endpoint", peer.endpoint));
            if (!peer.presharedKey.secret.empty()) {
                MMM_CHECK(set(group, "preshared-key", peer.presharedKey.secret.text()));
                MMM_CHECK(set(group, "preshared-key-flags", "0"));
            }
            MMM_CHECK(set(group, "persistent-keepalive", peer.keepAlive));
            // also without any, so that the peer is there
            MMM_CHECK(m_file.setString(group, "allowed-ips", joined(peer.allowedIps)));
        }
        MMM_CHECK(addresses("ipv4", false));
        return addresses("ipv6", true);
    }
    Status addresses(const std::string& group, bool isSix)
    {
        const schema::WireGuardTunnel& tunnel = *m_network.tunnel;
        int number = 0;
        for (const std::string& address : tunnel.addresses) {
            if (isIpv6(address) == isSix)
                MMM_CHECK(set(group, "address" + std::to_string(++number), address));
        }
        MMM_CHECK(set(group, "method", number > 0 ? "manual" : "disabled"));
        if (number == 0)
            return {};
        std::vector<std::string> servers;
        std::vector<std::string> domains;
        for (const std::string& one : tunnel.dns) {
            if (!isIpPrefix(one))
                domains.push_back(one);
            else if (isIpv6(one) == isSix)
                servers.push_back(one);
        }
        MMM_CHECK(set(group, "dns", joined(servers)));
        return set(group, "dns-search", joined(domains));
    }

    const schema::CatalogedNetwork& m_network;
    const std::filesystem::path& m_place;
    Keyfile m_file;
    NmConnection m_result;
};

} // namespace

bool isNmConnection(BytesView text)
{
    const auto file = Keyfile::parse(text);
    return file && file->has("connection", "type");
}

Result<NetworkFile> readNmConnection(BytesView text, const NamedFileReader& files)
{
    MMM_TRY(const Keyfile file, Keyfile::parse(text));
    return Reader(file, files).read();
}

Result<NmConnection> writeNmConnection(const schema::CatalogedNetwork& network,
                                       const std::filesystem::path& place)
{
    return Writer(network, place).write();
}

} // namespace mmm::interchange
