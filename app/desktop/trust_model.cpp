#include "trust_model.h"

#include "text.h"
#include "trust_text.h"

namespace mmm::desktop {

void TrustModel::setLinks(std::vector<mesh::TrustLink> links)
{
    // a link whose own is missing stands at the root rather than nowhere
    std::vector<Row> rows;
    for (mesh::TrustLink& link : links) {
        const auto isParent = [&](const Row& row) { return row.link.id == link.parent; };
        const auto parent = std::ranges::find_if(rows, isParent);
        if (parent == rows.end()) {
            rows.push_back({std::move(link), 0});
            continue;
        }
        const int depth = parent->depth + 1;
        const auto isOutside = [depth](const Row& row) { return row.depth < depth; };
        const auto end = std::find_if(parent + 1, rows.end(), isOutside);
        rows.insert(end, {std::move(link), depth});
    }
    updateRows(m_rows, std::move(rows), [](const Row& row) { return row.link.id; });
}

const mesh::TrustLink* TrustModel::find(const std::string& id) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const Row& row) { return row.link.id == id; });
    return found == m_rows.end() ? nullptr : &found->link;
}

TrustModel::State TrustModel::stateOf(const mesh::TrustLink& link)
{
    if (link.fault)
        return Bad;
    if (!link.isCurrent)
        return Limited;
    return link.payload.empty() ? Sealed : Good;
}

QStringList TrustModel::signersOf(const mesh::TrustLink& link) const
{
    QStringList texts;
    for (const mesh::TrustSignature& signature : link.signatures) {
        const mesh::TrustLink* signer = find(signature.signer);
        if (signer == nullptr)
            texts.append(tr("A key that is not known here"));
        else if (!signature.isGood)
            texts.append(tr("%1, but the signature is wrong").arg(trustTitle(*signer)));
        else if (signer->id == link.id)
            texts.append(tr("Its own key"));
        else
            texts.append(trustTitle(*signer));
    }
    return texts;
}

const mesh::TrustLink* TrustModel::accreditation() const
{
    const auto found = std::ranges::find_if(
        m_rows, [](const Row& row) { return row.link.kind == mesh::TrustKind::Accreditation; });
    return found == m_rows.end() ? nullptr : &found->link;
}

int TrustModel::countOf(State state) const
{
    return int(std::ranges::count_if(m_rows, [state](const Row& row) {
        const mesh::TrustKind kind = row.link.kind;
        return kind != mesh::TrustKind::Checkpoint && kind != mesh::TrustKind::Operator &&
               kind != mesh::TrustKind::Accreditation && stateOf(row.link) == state;
    }));
}

int TrustModel::checkpointsOf(State state) const
{
    return int(std::ranges::count_if(m_rows, [state](const Row& row) {
        return row.link.kind == mesh::TrustKind::Checkpoint && stateOf(row.link) == state;
    }));
}

int TrustModel::wrongNotaries() const
{
    return int(std::ranges::count_if(
        m_rows, [](const Row& row) { return row.link.notary == mesh::NotaryState::Wrong; }));
}

QString TrustModel::detailOf(const mesh::TrustLink& link) const
{
    if (link.fault)
        return trustFault(link, *link.fault);
    if (link.kind == mesh::TrustKind::Catalog)
        return tr("Proved by signatures of your devices");
    const QStringList signers = signersOf(link);
    if (!signers.isEmpty())
        return tr("Signed by: %1").arg(signers.join(QStringLiteral(", ")));
    // what is not there any more has nothing around it either
    return link.kind == mesh::TrustKind::Accreditation ? QString() : tr("Sealed for its recipient");
}

int TrustModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TrustModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case LinkIdRole:
        return toText(row.link.id);
    case Qt::DisplayRole:
    case TitleRole:
        return trustTitle(row.link);
    case DetailRole:
        return detailOf(row.link);
    case DepthRole:
        return row.depth;
    case StateRole:
        return stateOf(row.link);
    default:
        return {};
    }
}

QHash<int, QByteArray> TrustModel::roleNames() const
{
    return {{LinkIdRole, "linkId"},
            {TitleRole, "title"},
            {DetailRole, "detail"},
            {DepthRole, "depth"},
            {StateRole, "standing"}};
}

} // namespace mmm::desktop
