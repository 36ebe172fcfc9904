#include "vpn_text_model.h"

#include "interchange/wifi_network.h"
#include "network_text.h"
#include "text.h"

namespace mmm::desktop {

using interchange::NmMeaning;

namespace {

QString exampleOf(NmMeaning meaning)
{
    switch (meaning) {
    case NmMeaning::Ciphers:
        return QStringLiteral("AES-256-GCM:CHACHA20-POLY1305");
    case NmMeaning::FallbackCipher:
        return QStringLiteral("AES-256-CBC");
    case NmMeaning::Digest:
        return QStringLiteral("SHA256");
    case NmMeaning::KeyExchange:
        return QStringLiteral("aes256-sha256-modp2048");
    case NmMeaning::Encryption:
        return QStringLiteral("aes256gcm16");
    default:
        return {};
    }
}

} // namespace

void VpnTextModel::setNetwork(const schema::CatalogedNetwork& network)
{
    std::vector<Row> rows;
    if (const interchange::NmVpn* const vpn = interchange::nmVpnOf(network)) {
        for (const interchange::NmText& text : vpn->texts)
            rows.push_back({text, toText(interchange::settingText(network, "vpn", text.key))});
    }
    replaceRows(m_rows, std::move(rows));
}

void VpnTextModel::writeTo(schema::CatalogedNetwork& network) const
{
    for (const Row& row : m_rows) {
        const std::string value = fromText(row.value.trimmed());
        if (interchange::settingText(network, "vpn", row.text.key) != value)
            interchange::setSettingText(network, "vpn", row.text.key, value);
    }
}

int VpnTextModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant VpnTextModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return vpnTextLabel(row.text.meaning);
    case ValueRole:
        return row.value;
    case ExampleRole:
        return exampleOf(row.text.meaning);
    default:
        return {};
    }
}

QHash<int, QByteArray> VpnTextModel::roleNames() const
{
    return {{LabelRole, "caption"}, {ValueRole, "value"}, {ExampleRole, "example"}};
}

void VpnTextModel::setValue(int row, const QString& text)
{
    setField(m_rows, row, &Row::value, text);
}

} // namespace mmm::desktop
