#include "peer_model.h"

#include "form_values.h"
#include "interchange/tunnel_values.h"
#include "text.h"

#include <algorithm>

namespace mmm::desktop {

QString PeerModel::errorOf(const Row& row, int role)
{
    switch (role) {
    case PublicKeyErrorRole:
        if (!interchange::isWireGuardKey(fromText(row.publicKey.trimmed())))
            return tr("A public key has 44 letters and digits, the last of which is “=”.");
        return {};
    case EndpointErrorRole:
        if (!row.endpoint.trimmed().isEmpty() && !interchange::isEndpoint(fromText(row.endpoint.trimmed())))
            return tr("An endpoint is a host with a port, such as vpn.example.org:51820.");
        return {};
    case AllowedErrorRole:
        if (!std::ranges::all_of(partsOfList(row.allowed), interchange::isIpPrefix))
            return tr("Addresses look like 10.0.0.0/8 or fd00::/8, separated by commas.");
        return {};
    case KeepAliveErrorRole: {
        bool isRight = true;
        (void)smallNumber(row.keepAlive, isRight);
        return isRight ? QString() : tr("A number of seconds, at most 65535.");
    }
    case SharedErrorRole:
        if (!row.shared.empty() && !interchange::isWireGuardKey(row.shared.text()))
            return tr("A key has 44 letters and digits, the last of which is “=”.");
        return {};
    default:
        return {};
    }
}

void PeerModel::setPeers(const std::vector<schema::WireGuardPeer>& peers)
{
    std::vector<Row> rows;
    for (const schema::WireGuardPeer& peer : peers) {
        rows.push_back({toText(peer.publicKey), toText(peer.endpoint), listOfParts(peer.allowedIps),
                        peer.keepAlive ? QString::number(*peer.keepAlive) : QString(),
                        peer.presharedKey.secret});
    }
    replaceRows(m_rows, std::move(rows));
}

std::vector<schema::WireGuardPeer> PeerModel::peers() const
{
    std::vector<schema::WireGuardPeer> all;
    for (const Row& row : m_rows) {
        schema::WireGuardPeer peer;
        bool isRight = true;
        peer.publicKey = fromText(row.publicKey.trimmed());
        peer.endpoint = fromText(row.endpoint.trimmed());
        peer.allowedIps = partsOfList(row.allowed);
        peer.keepAlive = smallNumber(row.keepAlive, isRight);
        peer.presharedKey.secret = row.shared;
        all.push_back(std::move(peer));
    }
    return all;
}

bool PeerModel::hasErrors() const
{
    return std::ranges::any_of(m_rows, [](const Row& row) {
        return std::ranges::any_of(std::array{PublicKeyErrorRole, EndpointErrorRole, AllowedErrorRole,
                                              KeepAliveErrorRole, SharedErrorRole},
                                   [&](int role) { return !errorOf(row, role).isEmpty(); });
    });
}

int PeerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PeerModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case PublicKeyRole:
        return row.publicKey;
    case EndpointRole:
        return row.endpoint;
    case AllowedRole:
        return row.allowed;
    case KeepAliveRole:
        return row.keepAlive;
    case SharedRole:
        return QVariant::fromValue(row.shared);
    case PublicKeyErrorRole:
        return row.publicKey.isEmpty() ? QString() : errorOf(row, role);
    case EndpointErrorRole:
    case AllowedErrorRole:
    case KeepAliveErrorRole:
    case SharedErrorRole:
        return errorOf(row, role);
    default:
        return {};
    }
}

QHash<int, QByteArray> PeerModel::roleNames() const
{
    return {{PublicKeyRole, "publicKey"}, {PublicKeyErrorRole, "publicKeyError"},
            {EndpointRole, "endpoint"},   {EndpointErrorRole, "endpointError"},
            {AllowedRole, "allowed"},     {AllowedErrorRole, "allowedError"},
            {KeepAliveRole, "keepAlive"}, {KeepAliveErrorRole, "keepAliveError"},
            {SharedRole, "shared"},       {SharedErrorRole, "sharedError"}};
}

void PeerModel::add()
{
    appendRows(m_rows, std::vector<Row>(1));
}

void PeerModel::setPublicKey(int row, const QString& text)
{
    setField(m_rows, row, &Row::publicKey, text);
}

void PeerModel::setEndpoint(int row, const QString& text)
{
    setField(m_rows, row, &Row::endpoint, text);
}

void PeerModel::setAllowed(int row, const QString& text)
{
    setField(m_rows, row, &Row::allowed, text);
}

void PeerModel::setKeepAlive(int row, const QString& text)
{
    setField(m_rows, row, &Row::keepAlive, text);
}

void PeerModel::setShared(int row, const SharedSecret& key)
{
    setField(m_rows, row, &Row::shared, key);
}

void PeerModel::removePeer(int row)
{
    removeRow(m_rows, row);
}

} // namespace mmm::desktop
