#include "interchange/wireguard_conf.h"

#include "base/ascii.h"
#include "encoding/utf8.h"
#include "interchange/tunnel_values.h"
#include "schema/syntax.h"

#include <charconv>

namespace mmm::interchange {

namespace {

constexpr std::size_t largestFile = 256U << 10U;
constexpr std::size_t mostPeers = 1024;
constexpr std::size_t mostItems = 1024; ///< of one list
constexpr std::int64_t highest = 65535; ///< port, seconds and octets alike

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// One line at a time, without its comment.
class Lines
{
public:
    explicit Lines(BytesView text) : m_rest(textOf(text)) {}

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] std::string_view next()
    {
        const std::size_t end = m_rest.find('\n');
        const std::string_view line = m_rest.substr(0, end);
        m_rest = end == std::string_view::npos ? std::string_view() : m_rest.substr(end + 1);
        return trimmed(line.substr(0, line.find('#')));
    }

private:
    std::string_view m_rest;
};

/// Appends the parts between commas.
Status addItems(std::vector<std::string>& items, std::string_view list)
{
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        const std::string_view item = trimmed(list.substr(0, comma));
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
        if (item.empty())
            continue;
        if (items.size() == mostItems)
            return fail(Fault::TooLarge, "a list is too long");
        items.emplace_back(item);
    }
    return {};
}

Status addPrefixes(std::vector<std::string>& items, std::string_view list)
{
    MMM_CHECK(addItems(items, list));
    for (const std::string& item : items) {
        if (!isIpPrefix(item))
            return fail(Fault::Malformed, "not an address with the length of its prefix");
    }
    return {};
}

Result<std::int64_t> numberOf(std::string_view digits)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size() || number < 0 ||
        number > highest)
        return fail(Fault::Malformed, "not a number that may stand here");
    return number;
}

Result<encoding::SecretText> keyOf(std::string_view text)
{
    if (!isWireGuardKey(text))
        return fail(Fault::BadKey, "not a key of WireGuard");
    return encoding::SecretText{SharedSecret(Secret(bytesOf(text)))};
}

class TunnelReader
{
public:
    Result<NetworkFile> read(BytesView text, const std::string& name)
    {
        m_network.protocol = "wireguard";
        m_network.service = name;
        m_network.tunnel.emplace();
        for (Lines lines(text); !lines.atEnd();) {
            const std::string_view line = lines.next();
            if (line.empty())
                continue;
            if (line.front() == '[') {
                MMM_CHECK(begin(asciiLower(line)));
                continue;
            }
            const std::size_t equals = line.find('=');
            if (equals == std::string_view::npos || m_section == Section::None)
                return fail(Fault::Malformed, "a line that says nothing");
            const std::string key = asciiLower(trimmed(line.substr(0, equals)));
            const std::string_view value = trimmed(line.substr(equals + 1));
            MMM_CHECK(m_section == Section::Interface ? interface(key, value) : peer(key, value));
        }
        for (const schema::WireGuardPeer& one : m_network.tunnel->peers) {
            if (one.publicKey.empty())
                return fail(Fault::Missing, "a peer without its public key");
        }
        NetworkFile file;
        file.source = NetworkSource::WireGuard;
        file.skipped = m_skipped;
        file.withoutSecret = m_network.password.secret.empty() ? 1 : 0;
        file.networks.push_back(std::move(m_network));
        return file;
    }

private:
    enum class Section
    {
        None,
        Interface,
        Peer,
    };

    Status begin(const std::string& line)
    {
        if (line == "[interface]") {
            if (m_hasInterface)
                return fail(Fault::Malformed, "two interfaces");
            m_section = Section::Interface;
            m_hasInterface = true;
            return {};
        }
        if (line != "[peer]")
            return fail(Fault::Malformed, "neither an interface nor a peer");
        if (m_network.tunnel->peers.size() == mostPeers)
            return fail(Fault::TooLarge, "too many peers");
        m_section = Section::Peer;
        m_network.tunnel->peers.emplace_back();
        return {};
    }

    Status interface(const std::string& key, std::string_view value)
    {
        schema::WireGuardTunnel& tunnel = *m_network.tunnel;
        if (key == "privatekey") {
            MMM_TRY(m_network.password, keyOf(value));
        } else if (key == "address") {
            MMM_CHECK(addPrefixes(tunnel.addresses, value));
        } else if (key == "dns") {
            MMM_CHECK(addItems(tunnel.dns, value));
        } else if (key == "listenport") {
            MMM_TRY(tunnel.listenPort, numberOf(value));
        } else if (key == "mtu") {
            MMM_TRY(tunnel.mtu, numberOf(value));
        } else if (key == "preup" || key == "postup" || key == "predown" || key == "postdown" ||
                   key == "table" || key == "fwmark" || key == "saveconfig") {
            ++m_skipped;
        } else {
            return fail(Fault::Malformed, "an interface has no such setting");
        }
        return {};
    }

    Status peer(const std::string& key, std::string_view value)
    {
        schema::WireGuardPeer& one = m_network.tunnel->peers.back();
        if (key == "publickey") {
            MMM_CHECK(keyOf(value));
            one.publicKey = value;
        } else if (key == "presharedkey") {
            MMM_TRY(one.presharedKey, keyOf(value));
        } else if (key == "allowedips") {
            MMM_CHECK(addPrefixes(one.allowedIps, value));
        } else if (key == "endpoint") {
            if (!isEndpoint(value))
                return fail(Fault::Malformed, "not a host with a port");
            one.endpoint = value;
        } else if (key == "persistentkeepalive") {
            if (asciiLower(value) == "off") {
                one.keepAlive = 0;
            } else {
                MMM_TRY(one.keepAlive, numberOf(value));
            }
        } else {
            return fail(Fault::Malformed, "a peer has no such setting");
        }
        return {};
    }

    schema::CatalogedNetwork m_network;
    Section m_section = Section::None;
    bool m_hasInterface = false;
    std::size_t m_skipped = 0;
};

/// The lines of a configuration, each checked to be one.
class TunnelWriter
{
public:
    void section(std::string_view name)
    {
        if (!m_text.empty())
            put("\n");
        put("[");
        put(name);
        put("]\n");
    }
    Status line(std::string_view key, std::string_view value)
    {
        if (value.empty())
            return {};
        if (!schema::syntax::isLine(value) || value.find('#') != std::string_view::npos)
            return fail(Fault::Malformed, "a configuration of WireGuard cannot hold this");
        put(key);
        put(" = ");
        put(value);
        put("\n");
        return {};
    }
    Status list(std::string_view key, const std::vector<std::string>& values)
    {
        std::string joined;
        for (const std::string& value : values)
            joined += (joined.empty() ? "" : ", ") + value;
        return line(key, joined);
    }
    Status number(std::string_view key, const std::optional<std::int64_t>& value)
    {
        return value ? line(key, std::to_string(*value)) : Status();
    }
    Status key(std::string_view name, std::string_view value)
    {
        if (!isWireGuardKey(value))
            return fail(Fault::BadKey, "not a key of WireGuard");
        return line(name, value);
    }
    Secret take() { return Secret(std::move(m_text)); }

private:
    void put(std::string_view text) { m_text.insert(m_text.end(), text.begin(), text.end()); }

    Botan::secure_vector<std::uint8_t> m_text;
};

} // namespace

bool isWireGuardConf(BytesView text)
{
    constexpr std::size_t glance = 4096;
    for (Lines lines(text.first(std::min(text.size(), glance))); !lines.atEnd();) {
        if (const std::string_view line = lines.next(); !line.empty())
            return asciiLower(line) == "[interface]";
    }
    return false;
}

Result<NetworkFile> readWireGuardConf(BytesView text, const std::string& name)
{
    if (text.size() > largestFile)
        return fail(Fault::TooLarge, "the configuration is too large");
    if (!encoding::isUtf8(text) || !isWireGuardConf(text))
        return fail(Fault::Malformed, "no configuration of WireGuard");
    return TunnelReader().read(text, name);
}

Result<Secret> writeWireGuardConf(const schema::CatalogedNetwork& network)
{
    if (!network.tunnel || network.password.secret.empty())
        return fail(Fault::Missing, "no tunnel, or no private key");
    const schema::WireGuardTunnel& tunnel = *network.tunnel;
    TunnelWriter writer;
    writer.section("Interface");
    MMM_CHECK(writer.key("PrivateKey", network.password.secret.text()));
    MMM_CHECK(writer.list("Address", tunnel.addresses));
    MMM_CHECK(writer.list("DNS", tunnel.dns));
    MMM_CHECK(writer.number("ListenPort", tunnel.listenPort));
    MMM_CHECK(writer.number("MTU", tunnel.mtu));
    for (const schema::WireGuardPeer& peer : tunnel.peers) {
        writer.section("Peer");
        MMM_CHECK(writer.key("PublicKey", peer.publicKey));
        if (!peer.presharedKey.secret.empty())
            MMM_CHECK(writer.key("PresharedKey", peer.presharedKey.secret.text()));
        MMM_CHECK(writer.list("AllowedIPs", peer.allowedIps));
        MMM_CHECK(writer.line("Endpoint", peer.endpoint));
        MMM_CHECK(writer.number("PersistentKeepalive", peer.keepAlive));
    }
    return writer.take();
}

} // namespace mmm::interchange
