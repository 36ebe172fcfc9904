#include "network_file_model.h"

#include "interchange/wifi_network.h"
#include "network_text.h"
#include "text.h"

#include <algorithm>

namespace mmm::desktop {

using interchange::KeyMaterial;
using interchange::NmFile;

namespace {

/// Whether people who sign in as the network says have such a file.
bool isUsual(const NmFile& file, const schema::CatalogedNetwork& network)
{
    const auto all = interchange::nmFilesOf(network);
    // an authority, a certificate and a key come first; of phase 2 and of OpenVPN there are further ones
    if (&file - all.data() >= 3)
        return false;
    if (!file.isOwn)
        return true;
    if (network.protocol == "wifi")
        return interchange::settingText(network, "802-1x", "eap").starts_with("tls");
    const interchange::NmVpn& vpn = *interchange::nmVpnOf(network);
    const std::string chosen = interchange::settingText(network, "vpn", vpn.method);
    const auto method = std::ranges::find(vpn.methods, chosen, &interchange::NmMethod::value);
    return method == vpn.methods.end() ? vpn.methods.front().hasCertificate : method->hasCertificate;
}

} // namespace

std::optional<mail::CertificateInfo> certificateIn(std::string_view pem)
{
    const auto certificate = interchange::firstCertificate(pem);
    auto info = certificate ? mail::describeCertificate(*certificate)
                            : Result<mail::CertificateInfo>(fail(Fault::Missing));
    return info ? std::optional(std::move(*info)) : std::nullopt;
}

void NetworkFileModel::describe(Row& row)
{
    row.info = row.file.kind == KeyMaterial::Certificates ? certificateIn(row.pem.text()) : std::nullopt;
}

void NetworkFileModel::setNetwork(const schema::CatalogedNetwork& network)
{
    std::vector<Row> rows;
    m_further.clear();
    for (const NmFile& file : interchange::nmFilesOf(network)) {
        Row row{file, {}, toText(interchange::settingText(network, file.group, file.key))};
        const std::string_view pem = interchange::attachmentOf(network, file.group, file.key);
        if (!pem.empty())
            row.pem = SharedSecret(Secret(bytesOf(pem)));
        describe(row);
        const bool isThere = !row.pem.empty() || !row.elsewhere.isEmpty();
        (isThere || isUsual(file, network) ? rows : m_further).push_back(std::move(row));
    }
    m_hasMore = !m_further.empty();
    replaceRows(m_rows, std::move(rows));
    emit countChanged();
}

void NetworkFileModel::writeTo(schema::CatalogedNetwork& network) const
{
    for (const Row& row : m_rows) {
        const std::string_view before = interchange::attachmentOf(network, row.file.group, row.file.key);
        if (before != row.pem.text())
            interchange::setAttachment(network, row.file.group, row.file.key, Secret(row.pem.view()));
        if (row.elsewhere.isEmpty())
            interchange::setSetting(network, row.file.group, row.file.key, {});
    }
}

std::optional<KeyMaterial> NetworkFileModel::kindOf(int row) const
{
    return row >= 0 && row < count() ? std::optional(m_rows[std::size_t(row)].file.kind) : std::nullopt;
}

void NetworkFileModel::setPem(int row, SharedSecret pem)
{
    if (row < 0 || row >= count())
        return;
    Row& one = m_rows[std::size_t(row)];
    one.elsewhere.clear();
    one.pem = std::move(pem);
    describe(one);
    emit dataChanged(index(row), index(row));
    emit edited();
}

void NetworkFileModel::remove(int row)
{
    setPem(row, {});
}

void NetworkFileModel::showAll()
{
    if (m_further.empty())
        return;
    beginInsertRows({}, count(), count() + int(m_further.size()) - 1);
    m_rows.insert(m_rows.end(), m_further.begin(), m_further.end());
    m_further.clear();
    m_hasMore = false;
    endInsertRows();
    emit countChanged();
}

int NetworkFileModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant NetworkFileModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return networkFileLabel(row.file);
    case PresentRole:
        return !row.pem.empty();
    case OwnerRole:
        if (row.pem.empty())
            return QString();
        if (row.info)
            return toText(row.info->subject);
        if (row.file.kind != KeyMaterial::PrivateKey)
            return tr("Kept");
        return interchange::isEncryptedKey(row.pem.text()) ? tr("Kept, protected by a passphrase")
                                                           : tr("Kept");
    case TimeRole:
        return row.info
                   ? tr("%1 to %2").arg(momentText(row.info->validFrom), momentText(row.info->validUntil))
                   : QString();
    case FingerprintRole:
        return row.info ? toText(row.info->fingerprint) : QString();
    case WarningRole:
        if (row.info && row.info->validUntil < nowForText())
            return tr("It is no longer valid.");
        return row.info && row.info->validFrom > nowForText() ? tr("It is not valid yet.") : QString();
    case ElsewhereRole:
        return row.pem.empty() ? row.elsewhere : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> NetworkFileModel::roleNames() const
{
    return {{LabelRole, "label"},        {PresentRole, "present"},         {OwnerRole, "owner"},
            {TimeRole, "time"},          {FingerprintRole, "fingerprint"}, {WarningRole, "warning"},
            {ElsewhereRole, "elsewhere"}};
}

} // namespace mmm::desktop
