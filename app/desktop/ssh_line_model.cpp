#include "ssh_line_model.h"

#include "ssh/known_host.h"
#include "text.h"

#include <algorithm>
#include <unordered_set>

namespace mmm::desktop {

namespace {

constexpr qsizetype mostOfALine = 200;

struct Shown
{
    QString title;
    QString detail;
};

QString detailOf(const ssh::PublicKey& key, const QString& remark)
{
    const QString text = QStringLiteral("%1 · %2").arg(toText(key.type), toText(key.fingerprint()));
    return remark.isEmpty() ? text : QStringLiteral("%1 · %2").arg(remark, text);
}

Shown shownOf(ssh::FileKind kind, const std::string& line)
{
    if (kind == ssh::FileKind::KnownHosts) {
        if (const auto host = ssh::KnownHost::parse(line)) {
            const std::string name = host->shownName();
            return {name.empty() ? SshLineModel::tr("A name that is not shown (hashed)")
                                 : toText(name).left(mostOfALine),
                    detailOf(host->key, host->marker == "@revoked"          ? SshLineModel::tr("Revoked")
                                        : host->marker == "@cert-authority" ? SshLineModel::tr("Authority")
                                                                            : QString())};
        }
    } else if (const auto key = ssh::AuthorizedKey::parse(line)) {
        const QString comment = toText(key->comment).left(mostOfALine);
        return {comment.isEmpty() ? SshLineModel::tr("A key without a name") : comment,
                detailOf(key->key, toText(key->options).left(mostOfALine))};
    }
    return {toText(ssh::oneLine(line)).left(mostOfALine), SshLineModel::tr("Not understood; kept as it is")};
}

/// What the lines are known by: their keys, not their comments.
std::string identityOf(ssh::FileKind kind, const std::string& line)
{
    if (kind == ssh::FileKind::KnownHosts) {
        if (const auto host = ssh::KnownHost::parse(line))
            return host->marker + " " + host->hosts + " " + host->key.words();
    } else if (const auto key = ssh::AuthorizedKey::parse(line)) {
        return key->key.words();
    }
    return line;
}

} // namespace

SshLineModel::SshLineModel(ssh::FileKind kind, QObject* parent) : QAbstractListModel(parent), m_kind(kind) {}

void SshLineModel::setLines(std::vector<std::string> lines)
{
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = std::move(lines);
    m_shown = std::min(total(), pageSize);
    endResetModel();
    emit totalChanged();
}

int SshLineModel::merge(const std::vector<std::string>& lines)
{
    std::unordered_set<std::string> known;
    for (const std::string& line : m_lines)
        known.insert(identityOf(m_kind, line));
    std::vector<std::string> fresh;
    for (const std::string& line : lines) {
        if (known.insert(identityOf(m_kind, line)).second)
            fresh.push_back(line);
    }
    if (fresh.empty())
        return 0;
    // at the top, where they are seen
    if (int(fresh.size()) > pageSize) {
        beginResetModel();
        m_lines.insert(m_lines.begin(), fresh.begin(), fresh.end());
        m_shown = std::max(m_shown, pageSize);
        endResetModel();
    } else {
        beginInsertRows({}, 0, int(fresh.size()) - 1);
        m_lines.insert(m_lines.begin(), fresh.begin(), fresh.end());
        m_shown += int(fresh.size());
        endInsertRows();
    }
    emit totalChanged();
    emit edited();
    return int(fresh.size());
}

int SshLineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_shown;
}

QVariant SshLineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::string& line = m_lines[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return shownOf(m_kind, line).title;
    case DetailRole:
        return shownOf(m_kind, line).detail;
    default:
        return {};
    }
}

QHash<int, QByteArray> SshLineModel::roleNames() const
{
    return {{TitleRole, "title"}, {DetailRole, "detail"}};
}

QString SshLineModel::addText(const QString& text)
{
    const std::string octets = fromText(text);
    const auto read = ssh::readFile(bytesOf(octets));
    if (!read || read->kind != m_kind || read->lines.empty() || read->leftOut > 0)
        return m_kind == ssh::FileKind::KnownHosts
                   ? tr("A line begins with the name of the host, then come the type of the key and the key.")
                   : tr("A line is what stands in a file that ends in .pub: the type of the key, the key, "
                        "and a name.");
    merge(read->lines);
    return {};
}

void SshLineModel::removeLine(int row)
{
    if (row < 0 || row >= m_shown)
        return;
    beginRemoveRows({}, row, row);
    m_lines.erase(m_lines.begin() + row);
    --m_shown;
    endRemoveRows();
    if (hiddenCount() > 0) {
        beginInsertRows({}, m_shown, m_shown);
        ++m_shown;
        endInsertRows();
    }
    emit totalChanged();
    emit edited();
}

void SshLineModel::showMore()
{
    const int more = std::min(hiddenCount(), 5 * pageSize);
    if (more <= 0)
        return;
    beginInsertRows({}, m_shown, m_shown + more - 1);
    m_shown += more;
    endInsertRows();
    emit totalChanged();
}

} // namespace mmm::desktop
