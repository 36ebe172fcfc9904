#include "network_editor.h"

#include "clipboard.h"
#include "form_values.h"
#include "interchange/import_file.h"
#include "interchange/keyfile.h"
#include "interchange/tunnel_values.h"
#include "interchange/wifi_code.h"
#include "interchange/wifi_network.h"
#include "local_file.h"
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
constexpr std::array<std::string_view, 5> eapMethods{"", "peap", "ttls", "pwd", "tls"};
constexpr std::array<std::string_view, 5> innerMethodNames{"", "mschapv2", "mschap", "pap", "gtc"};

template<typename Values, typename Value>
int placeOf(const Values& values, const Value& value)
{
    const auto found = std::ranges::find(values, value);
    return found == values.end() ? -1 : int(found - values.begin());
}

/// The plug-ins for networks of the kind.
std::vector<const interchange::NmVpn*> programsOf(const schema::CatalogedNetwork& network)
{
    std::vector<const interchange::NmVpn*> all;
    for (const interchange::NmVpn& one : interchange::nmVpns()) {
        if (one.protocol == network.protocol)
            all.push_back(&one);
    }
    return all;
}

/// Of each certificate that the network has what tells it from others.
QString certificatesOf(const schema::CatalogedNetwork& network)
{
    QStringList all;
    for (const schema::NetworkAttachment& one : network.attachments) {
        if (const auto info = certificateIn(one.pem.secret.text()))
            all.append(toText(info->subject + " " + info->fingerprint));
    }
    return all.join(QStringLiteral(", "));
}

SharedSecret privateKeyOf(const schema::CatalogedNetwork& network)
{
    for (const interchange::NmFile& file : interchange::nmFilesOf(network)) {
        const std::string_view pem = interchange::attachmentOf(network, file.group, file.key);
        if (file.kind == interchange::KeyMaterial::PrivateKey && !pem.empty())
            return SharedSecret(Secret(bytesOf(pem)));
    }
    return {};
}

} // namespace

NetworkEditor::NetworkEditor(QObject* parent) : NetworkEditor(*MeshLink::instance(), parent) {}

NetworkEditor::NetworkEditor(MeshLink& link, QObject* parent)
    : EntryEditor(link, CatalogKind::Networks, parent)
{
    connect(&m_peers, &PeerModel::edited, this, [this] { touched("peers"); });
    connect(&m_texts, &VpnTextModel::edited, this, [this] { touched("texts"); });
    connect(&m_files, &NetworkFileModel::edited, this, [this] { touched("files"); });
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
    ++m_number;
    m_now = std::any_cast<const schema::CatalogedNetwork&>(entry);
    showLists();
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
    schema::CatalogedNetwork network = withLists();
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
    // of another kind of network
    m_now.settings.clear();
    m_now.attachments.clear();
    showLists();
    touched("kind");
}

schema::CatalogedNetwork NetworkEditor::withLists() const
{
    schema::CatalogedNetwork network = m_now;
    m_texts.writeTo(network);
    m_files.writeTo(network);
    return network;
}

void NetworkEditor::showLists()
{
    m_texts.setNetwork(m_now);
    m_files.setNetwork(m_now);
}

void NetworkEditor::chooseSetting(std::string_view group, std::string_view name, std::string_view value)
{
    m_now = withLists();
    interchange::setSetting(m_now, group, name, value);
    showLists();
    touched("method");
}

int NetworkEditor::program() const
{
    const interchange::NmVpn* const vpn = interchange::nmVpnOf(m_now);
    return vpn != nullptr ? placeOf(programsOf(m_now), vpn) : -1;
}

void NetworkEditor::setProgram(int row)
{
    const auto all = programsOf(m_now);
    if (row >= 0 && row < int(all.size()) && row != program())
        chooseSetting("vpn", "service-type", all[std::size_t(row)]->service);
}

QStringList NetworkEditor::programs() const
{
    QStringList names;
    for (const interchange::NmVpn* const one : programsOf(m_now))
        names.append(vpnProgramText(*one));
    return names;
}

int NetworkEditor::proof() const
{
    const interchange::NmVpn* const vpn = interchange::nmVpnOf(m_now);
    if (vpn == nullptr || vpn->method.empty())
        return -1;
    const std::string chosen = interchange::settingText(m_now, "vpn", vpn->method);
    if (chosen.empty())
        return 0;
    const auto method = std::ranges::find(vpn->methods, chosen, &interchange::NmMethod::value);
    return int(method - vpn->methods.begin()); // one that is not known comes after the others
}

void NetworkEditor::setProof(int row)
{
    const interchange::NmVpn* const vpn = interchange::nmVpnOf(m_now);
    if (vpn != nullptr && !vpn->method.empty() && row >= 0 && row < int(vpn->methods.size()) &&
        row != proof())
        chooseSetting("vpn", vpn->method, vpn->methods[std::size_t(row)].value);
}

QStringList NetworkEditor::proofs() const
{
    QStringList names;
    const interchange::NmVpn* const vpn = interchange::nmVpnOf(m_now);
    if (vpn == nullptr || vpn->method.empty())
        return names;
    for (const interchange::NmMethod& one : vpn->methods)
        names.append(vpnMethodText(one.value));
    if (proof() == int(vpn->methods.size()))
        names.append(vpnMethodText(interchange::settingText(m_now, "vpn", vpn->method)));
    return names;
}

bool NetworkEditor::hasUsername() const
{
    const interchange::NmVpn* const vpn = interchange::nmVpnOf(m_now);
    return vpn == nullptr || !m_now.username.empty() || (!vpn->username.empty() && hasPassword());
}

bool NetworkEditor::hasPassword() const
{
    const interchange::NmVpn* const vpn = interchange::nmVpnOf(m_now);
    if (vpn == nullptr || !m_now.password.secret.empty())
        return true;
    const int row = std::max(proof(), 0);
    return row >= int(vpn->methods.size()) || vpn->methods[std::size_t(row)].hasPassword;
}

std::optional<NetworkEditor::SettingName> NetworkEditor::secretName(SecretName secret) const
{
    if (const interchange::NmVpn* const vpn = interchange::nmVpnOf(m_now))
        return (vpn->*secret).empty() ? std::nullopt
                                      : std::optional(SettingName{"vpn-secrets", vpn->*secret});
    const bool hasKey = kind() == Wifi && security() == Enterprise && method() >= 0 &&
                        eapMethods[std::size_t(method())] == "tls";
    return secret == &interchange::NmVpn::passphrase && hasKey
               ? std::optional(SettingName{signIn, "private-key-password"})
               : std::nullopt;
}

SharedSecret NetworkEditor::secretSetting(SecretName secret) const
{
    const auto name = secretName(secret);
    const auto value = name ? interchange::settingOf(m_now, name->group, name->name) : std::nullopt;
    auto text = value ? interchange::textOfKeyfileValue(*value) : std::nullopt;
    return text ? SharedSecret(std::move(*text)) : SharedSecret();
}

void NetworkEditor::putSecret(SecretName secret, const SharedSecret& value)
{
    const auto name = secretName(secret);
    if (!name || secretSetting(secret) == value)
        return;
    interchange::setSettingText(m_now, name->group, name->name, value.text());
    touched("secret");
}

void NetworkEditor::replaceFile(int row, const QUrl& file)
{
    const auto kind = m_files.kindOf(row);
    if (!kind)
        return;
    const QString path = localPath(file);
    link().run(
        Concern::Networks, this,
        [kind = *kind, path = std::filesystem::path(path.toStdU16String())](const std::stop_token&) {
            return interchange::readKeyFile(kind, path);
        },
        [this, row, kind, number = m_number, name = path.section(QLatin1Char('/'), -1)](Result<Secret> pem) {
            if (number != m_number || m_files.kindOf(row) != kind)
                return; // the form shows something else by now
            if (pem)
                m_files.setPem(row, SharedSecret(std::move(*pem)));
            else
                emit fileFailed(tr("“%1” %2.").arg(name, namedFileText(pem.error().fault)));
        });
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
    if (security == this->security())
        return;
    m_now = withLists();
    m_now.security = securities[std::size_t(security)];
    showLists();
    touched("security");
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
        chooseSetting(signIn, "eap", std::string(eapMethods[std::size_t(row)]) + (row > 0 ? ";" : ""));
}

QStringList NetworkEditor::methods() const
{
    return {tr("Any"), QStringLiteral("PEAP"), QStringLiteral("TTLS"), QStringLiteral("PWD"),
            tr("Certificate (TLS)")};
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

bool NetworkEditor::isShown(const schema::NetworkSetting& setting) const
{
    static constexpr std::array<std::string_view, 5> signInFields{
        "eap", "phase2-auth", "anonymous-identity", "domain-suffix-match", "private-key-password"};
    if (setting.group == signIn && placeOf(signInFields, setting.name) >= 0)
        return true;
    const auto names = [&](const interchange::NmFile& file) {
        return file.group == setting.group && file.key == setting.name;
    };
    if (std::ranges::any_of(interchange::nmFilesOf(m_now), names))
        return true;
    const interchange::NmVpn* const vpn = interchange::nmVpnOf(m_now);
    if (vpn == nullptr)
        return false;
    if (setting.group == "vpn-secrets")
        return setting.name == vpn->sharedKey || setting.name == vpn->passphrase;
    const auto isText = [&](const interchange::NmText& text) { return text.key == setting.name; };
    return setting.group == "vpn" && (setting.name == "service-type" || setting.name == vpn->method ||
                                      std::ranges::any_of(vpn->texts, isText));
}

int NetworkEditor::furtherCount() const
{
    return int(std::ranges::count_if(m_now.settings,
                                     [this](const schema::NetworkSetting& one) { return !isShown(one); }));
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
            {tr("Peers"), endpoints.join(QStringLiteral(", "))},
            {tr("Certificates"), certificatesOf(network)},
            {tr("Private key"), QString(), privateKeyOf(network)}};
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
