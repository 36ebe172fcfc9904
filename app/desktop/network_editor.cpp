#include "network_editor.h"

#include "clipboard.h"
#include "form_values.h"
#include "interchange/tunnel_values.h"
#include "interchange/wifi_code.h"
#include "interchange/wifi_network.h"
#include "network_text.h"
#include "qr_code.h"
#include "text.h"

#include <array>

namespace mmm::desktop {

namespace {

constexpr std::size_t longestSecret = 4096;
constexpr std::string_view signIn = "802-1x"; ///< group of the settings of an enterprise network

constexpr std::array<std::string_view, 4> protocols{"wifi", "ipsec", "tls", "wireguard"};
constexpr std::array<std::string_view, 5> securities{
    interchange::wifi_security::none, interchange::wifi_security::owe, interchange::wifi_security::wpa2,
    interchange::wifi_security::wpa3, interchange::wifi_security::enterprise};
/// Values of NetworkManager's 802-1x.eap and phase2-auth; the first leaves it open.
constexpr std::array<std::string_view, 4> eapMethods{"", "peap", "ttls", "pwd"};
constexpr std::array<std::string_view, 5> innerMethodNames{"", "mschapv2", "mschap", "pap", "gtc"};

template<typename Values>
int placeOf(const Values& values, std::string_view value)
{
    const auto found = std::ranges::find(values, value);
    return found == values.end() ? -1 : int(found - values.begin());
}

} // namespace

NetworkEditor::NetworkEditor(QObject* parent) : NetworkEditor(*MeshLink::instance(), parent) {}

NetworkEditor::NetworkEditor(MeshLink& link, QObject* parent)
    : EntryEditor(link, CatalogKind::Networks, parent)
{
    connect(&m_peers, &PeerModel::edited, this, [this] { touched("peers"); });
    connect(this, &EntryEditor::entryChanged, this, &NetworkEditor::hideCode);
    m_now = std::any_cast<schema::CatalogedNetwork>(NetworkEditor::emptyEntry());
}

QString NetworkEditor::toShown(const std::string& text)
{
    return toText(text);
}

void NetworkEditor::setText(std::string& member, const QString& text, const char* field)
{
    edit(member, fromText(text), field);
}

std::any NetworkEditor::emptyEntry() const
{
    schema::CatalogedNetwork network;
    network.protocol = "wifi";
    network.security = interchange::wifi_security::wpa2;
    return network;
}

void NetworkEditor::show(const std::any& entry)
{
    m_now = std::any_cast<const schema::CatalogedNetwork&>(entry);
    const schema::WireGuardTunnel tunnel = m_now.tunnel.value_or(schema::WireGuardTunnel());
    const auto numberText = [](const std::optional<std::int64_t>& number) {
        return number ? QString::number(*number) : QString();
    };
    m_tunnelAddresses = listOfParts(tunnel.addresses);
    m_dns = listOfParts(tunnel.dns);
    m_listenPort = numberText(tunnel.listenPort);
    m_mtu = numberText(tunnel.mtu);
    m_peers.setPeers(tunnel.peers);
}

std::any NetworkEditor::edited() const
{
    schema::CatalogedNetwork network = m_now;
    if (kind() == WireGuard) {
        if (!network.tunnel)
            network.tunnel.emplace();
        schema::WireGuardTunnel& tunnel = *network.tunnel;
        bool isRight = true;
        tunnel.addresses = partsOfList(m_tunnelAddresses);
        tunnel.dns = partsOfList(m_dns);
        tunnel.listenPort = smallNumber(m_listenPort, isRight);
        tunnel.mtu = smallNumber(m_mtu, isRight);
        tunnel.peers = m_peers.peers();
    }
    return network;
}

NetworkEditor::Kind NetworkEditor::kind() const
{
    const int place = placeOf(protocols, m_now.protocol);
    return place < 0 ? Other : Kind(place);
}

void NetworkEditor::setKind(Kind kind)
{
    if (kind == Other || kind == this->kind())
        return;
    m_now.protocol = protocols[std::size_t(kind)];
    m_now.security = kind == Wifi ? interchange::wifi_security::wpa2 : std::string_view();
    if (kind != WireGuard)
        m_now.tunnel.reset();
    m_now.ssid.clear();
    touched("kind");
}

QString NetworkEditor::kindText() const
{
    return networkKindText(m_now.protocol);
}

void NetworkEditor::setName(const QString& name)
{
    if (name == this->name())
        return;
    m_now.ssid.clear(); // what is typed is a text
    setText(m_now.service, name, "name");
}

NetworkEditor::Security NetworkEditor::security() const
{
    const int place = placeOf(securities, m_now.security);
    if (place < 0) // an older entry does not say
        return m_now.password.secret.empty() ? Open : Wpa2;
    return Security(place);
}

void NetworkEditor::setSecurity(Security security)
{
    if (security != this->security())
        edit(m_now.security, std::string(securities[std::size_t(security)]), "security");
}

void NetworkEditor::setHiddenNetwork(bool hidden)
{
    if (hidden != isHiddenNetwork())
        edit(m_now.hidden, hidden ? std::optional(true) : std::nullopt, "hidden");
}

QString NetworkEditor::setting(const char* name) const
{
    return toText(interchange::settingText(m_now, signIn, name));
}

void NetworkEditor::putSetting(const char* name, const QString& text)
{
    if (setting(name) == text)
        return;
    interchange::setSettingText(m_now, signIn, name, fromText(text));
    touched(name);
}

int NetworkEditor::method() const
{
    // NetworkManager has a list here: "peap;"
    return placeOf(eapMethods, fromText(setting("eap").section(QLatin1Char(';'), 0, 0)));
}

void NetworkEditor::setMethod(int row)
{
    if (row >= 0 && row < int(eapMethods.size()) && row != method())
        putSetting("eap", QString::fromUtf8(eapMethods[std::size_t(row)].data()) +
                              (row > 0 ? QStringLiteral(";") : QString()));
}

QStringList NetworkEditor::methods() const
{
    return {tr("Any"), QStringLiteral("PEAP"), QStringLiteral("TTLS"), QStringLiteral("PWD")};
}

int NetworkEditor::innerMethod() const
{
    return placeOf(innerMethodNames, fromText(setting("phase2-auth")));
}

void NetworkEditor::setInnerMethod(int row)
{
    if (row >= 0 && row < int(innerMethodNames.size()) && row != innerMethod())
        putSetting("phase2-auth", QString::fromUtf8(innerMethodNames[std::size_t(row)].data()));
}

QStringList NetworkEditor::innerMethods() const
{
    return {tr("Any"), QStringLiteral("MSCHAPv2"), QStringLiteral("MSCHAP"), QStringLiteral("PAP"),
            QStringLiteral("GTC")};
}

QString NetworkEditor::publicKey() const
{
    const auto key = kind() == WireGuard && !m_now.password.secret.empty()
                         ? interchange::wireGuardPublicKey(m_now.password.secret.text())
                         : fail(Fault::Missing);
    return key ? toText(*key) : QString();
}

int NetworkEditor::furtherCount() const
{
    static constexpr std::array<std::string_view, 4> shown{"eap", "phase2-auth", "anonymous-identity",
                                                           "domain-suffix-match"};
    return int(std::ranges::count_if(m_now.settings, [](const schema::NetworkSetting& one) {
        return one.group != signIn || placeOf(shown, one.name) < 0;
    }));
}

QHash<QString, QString> NetworkEditor::findings() const
{
    QHash<QString, QString> found;
    if (m_now.service.empty())
        found.insert(QStringLiteral("name"), tr("Say what the network is called."));
    else if (m_now.service.size() > std::size_t(fieldLimit))
        found.insert(QStringLiteral("name"), tr("This name is too long."));
    if (m_now.username.size() > std::size_t(fieldLimit))
        found.insert(QStringLiteral("username"), tr("This name is too long."));
    if (m_now.password.secret.size() > longestSecret)
        found.insert(QStringLiteral("password"), tr("This password is too long."));
    if (kind() == Wifi)
        checkWifi(found);
    else if (kind() == WireGuard)
        checkTunnel(found);
    else if (kind() != Other && m_now.address.empty())
        found.insert(QStringLiteral("address"),
                     tr("Say where the network is reached, such as vpn.example.org."));
    return found;
}

void NetworkEditor::checkWifi(QHash<QString, QString>& found) const
{
    constexpr std::size_t shortest = 8;
    constexpr std::size_t longest = 63;
    constexpr std::size_t rawKey = 64; // in hexadecimal digits
    if (interchange::ssidOf(m_now).size() > interchange::longestSsid)
        found.insert(QStringLiteral("name"),
                     tr("The name of a Wi-Fi network has at most 32 octets; this one has %1.")
                         .arg(interchange::ssidOf(m_now).size()));
    const std::string_view password = m_now.password.secret.text();
    const bool isRaw = password.size() == rawKey &&
                       password.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    if (security() == Wpa2 && !isRaw && (password.size() < shortest || password.size() > longest))
        found.insert(QStringLiteral("password"), tr("A password of WPA2 has 8 to 63 characters."));
    else if (security() == Wpa3 && password.empty())
        found.insert(QStringLiteral("password"), tr("This network needs a password."));
}

void NetworkEditor::checkTunnel(QHash<QString, QString>& found) const
{
    if (!interchange::isWireGuardKey(m_now.password.secret.text()))
        found.insert(QStringLiteral("password"),
                     tr("A private key has 44 letters and digits, the last of which is “=”."));
    if (!std::ranges::all_of(partsOfList(m_tunnelAddresses), interchange::isIpPrefix))
        found.insert(QStringLiteral("tunnelAddresses"),
                     tr("Addresses look like 10.0.0.2/32 or fd00::2/128, separated by commas."));
    for (const auto& [field, text] :
         {std::pair(QStringLiteral("listenPort"), m_listenPort), std::pair(QStringLiteral("mtu"), m_mtu)}) {
        bool isRight = true;
        (void)smallNumber(text, isRight);
        if (!isRight)
            found.insert(field, tr("A number, at most 65535."));
    }
    if (m_peers.hasErrors())
        found.insert(QStringLiteral("peers"), tr("One of the peers is not right."));
}

QList<FieldText> NetworkEditor::describe(const std::any& entry) const
{
    const auto& network = std::any_cast<const schema::CatalogedNetwork&>(entry);
    const schema::WireGuardTunnel tunnel = network.tunnel.value_or(schema::WireGuardTunnel());
    QStringList endpoints;
    for (const schema::WireGuardPeer& peer : tunnel.peers)
        endpoints.append(toText(peer.endpoint.empty() ? peer.publicKey : peer.endpoint));
    return {{tr("Kind"), networkKindText(network.protocol)},
            {tr("Name"), toText(network.service)},
            {tr("Protection"), wifiSecurityText(network.security)},
            {tr("Gateway"), toText(network.address)},
            {tr("User name"), toText(network.username)},
            {tr("Password"), QString(), network.password.secret},
            {tr("Addresses"), listOfParts(tunnel.addresses)},
            {tr("Peers"), endpoints.join(QStringLiteral(", "))}};
}

void NetworkEditor::copyPassword()
{
    if (!m_now.password.secret.empty())
        Clipboard::instance()->copySecret(m_now.password.secret);
}

void NetworkEditor::makeKey()
{
    setPassword(SharedSecret(interchange::newWireGuardKey()));
}

bool NetworkEditor::startFromCode(const QString& text)
{
    const SharedSecret code = secretFromText(text.trimmed());
    auto network = interchange::readWifiCode(code.text());
    if (!network)
        return false;
    startFrom(std::move(*network));
    return true;
}

bool NetworkEditor::hasCode() const
{
    return kind() == Wifi && isLoaded() && interchange::writeWifiCode(m_now).has_value();
}

void NetworkEditor::showCode()
{
    if (const auto text = interchange::writeWifiCode(m_now))
        m_code = qrModules(text->text());
    emit codeChanged();
}

void NetworkEditor::hideCode()
{
    if (m_code.isNull())
        return;
    m_code = {};
    emit codeChanged();
}

} // namespace mmm::desktop
