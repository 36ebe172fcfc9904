#include "catalog_model.h"

#include "fault_text.h"
#include "row_ranges.h"
#include "text.h"

#include <algorithm>

namespace mmm::desktop {

namespace {

constexpr auto searchDelay = std::chrono::milliseconds(25);
constexpr auto changeDelay = std::chrono::milliseconds(10);
/// From this number of changed entries on everything is read again, in one go.
constexpr qsizetype fewChanges = 500;
/// More separate ranges of rows than this are shown as a new list.
constexpr std::size_t fewRanges = 200;

using RowPointer = std::shared_ptr<const CatalogRow>;

bool isBefore(const RowPointer& a, const RowPointer& b)
{
    return standsBefore(*a, *b);
}

/// What turns one sorted list into another.
struct Difference
{
    std::vector<RowRange> removed;  ///< rows of the old list
    std::vector<RowRange> inserted; ///< rows of the new list
    std::vector<RowRange> changed;  ///< rows of the new list
};

Difference difference(const std::vector<RowPointer>& before, const std::vector<RowPointer>& after)
{
    Difference found;
    std::size_t b = 0;
    std::size_t a = 0;
    while (b < before.size() || a < after.size()) {
        if (a == after.size() || (b < before.size() && isBefore(before[b], after[a]))) {
            extend(found.removed, int(b++));
        } else if (b == before.size() || isBefore(after[a], before[b])) {
            extend(found.inserted, int(a++));
        } else {
            if (before[b] != after[a] && !before[b]->looksLike(*after[a]))
                extend(found.changed, int(a));
            ++a;
            ++b;
        }
    }
    return found;
}

std::vector<std::string> toIds(const QStringList& ids)
{
    std::vector<std::string> texts;
    texts.reserve(std::size_t(ids.size()));
    for (const QString& id : ids)
        texts.push_back(fromText(id));
    return texts;
}

} // namespace

CatalogModel::CatalogModel(MeshLink& link, CatalogKind kind, QObject* parent)
    : QAbstractListModel(parent),
      m_link(link),
      m_kind(kind)
{
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(searchDelay);
    connect(&m_searchDelay, &QTimer::timeout, this, &CatalogModel::search);
    m_changeDelay.setSingleShot(true);
    m_changeDelay.setInterval(changeDelay);
    connect(&m_changeDelay, &QTimer::timeout, this, &CatalogModel::readChanged);
    connect(&link, &MeshLink::catalogsAvailable, this, &CatalogModel::setAvailable);
    connect(&link, &MeshLink::catalogChanged, this, [this](CatalogKind changed, const QStringList& ids) {
        if (changed == m_kind)
            noteChanged(ids);
    });
}

int CatalogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant CatalogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CatalogRow& row = *m_shown[std::size_t(index.row())];
    switch (role) {
    case EntryIdRole:
        return row.id;
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case SubtitleRole:
        return row.subtitle;
    case DetailRole:
        return row.detail;
    case SectionRole:
        return row.section;
    case IconNameRole:
        return row.iconName;
    case PendingRole:
        return row.isPending;
    case ConflictedRole:
        return row.isConflicted;
    case DoneRole:
        return false;
    default:
        return {};
    }
}

QHash<int, QByteArray> CatalogModel::roleNames() const
{
    return {{EntryIdRole, "entryId"}, {TitleRole, "title"},           {SubtitleRole, "subtitle"},
            {DetailRole, "detail"},   {SectionRole, "section"},       {IconNameRole, "iconName"},
            {PendingRole, "pending"}, {ConflictedRole, "conflicted"}, {DoneRole, "done"}};
}

int CatalogModel::indexOfEntry(const QString& id) const
{
    const RowPointer row = m_byId.value(id);
    if (!row)
        return -1;
    const auto place = std::lower_bound(m_shown.begin(), m_shown.end(), row, isBefore);
    return place != m_shown.end() && *place == row ? int(place - m_shown.begin()) : -1;
}

QString CatalogModel::entryAt(int row) const
{
    return row >= 0 && row < count() ? m_shown[std::size_t(row)]->id : QString();
}

void CatalogModel::setAvailable(bool available)
{
    if (available) {
        load();
        return;
    }
    setQuery({});
    setError({});
    ++m_loadNumber;
    m_changed.clear();
    m_byId.clear();
    m_sorted.clear();
    m_conflicts = 0;
    m_removed.clear();
    show({});
    m_loading = true;
    emit loadingChanged();
    emit canUndoRemoveChanged();
    entriesWereChanged();
}

void CatalogModel::load()
{
    const int number = ++m_loadNumber;
    m_link.runOnCatalog(
        m_kind, this,
        [](CatalogAccess& access) {
            std::vector<CatalogRow> rows = access.rows();
            std::vector<RowPointer> sorted;
            sorted.reserve(rows.size());
            for (CatalogRow& row : rows)
                sorted.push_back(std::make_shared<const CatalogRow>(std::move(row)));
            std::sort(sorted.begin(), sorted.end(), isBefore);
            return sorted;
        },
        [this, number](std::vector<RowPointer> rows) {
            if (number == m_loadNumber)
                loaded(std::move(rows));
        });
}

void CatalogModel::loaded(std::vector<RowPointer> rows)
{
    m_byId.clear();
    m_byId.reserve(qsizetype(rows.size()));
    m_conflicts = 0;
    for (const RowPointer& row : rows) {
        m_byId.insert(row->id, row);
        m_conflicts += int(row->isConflicted);
    }
    m_sorted = std::move(rows);
    applyFilter();
    if (m_loading) {
        m_loading = false;
        emit loadingChanged();
    }
    entriesWereChanged();
    emit countChanged();
    if (m_searching)
        search();
}

void CatalogModel::noteChanged(const QStringList& ids)
{
    m_reload = m_reload || ids.isEmpty() || m_changed.size() + ids.size() > fewChanges;
    if (m_reload)
        m_changed.clear();
    else
        m_changed.unite(QSet<QString>(ids.begin(), ids.end()));
    if (!m_changeDelay.isActive())
        m_changeDelay.start();
}

void CatalogModel::readChanged()
{
    if (m_reload) {
        m_reload = false;
        load();
        return;
    }
    const QStringList ids = m_changed.values();
    m_changed.clear();
    m_link.runOnCatalog(
        m_kind, this,
        [ids](CatalogAccess& access) {
            std::vector<Change> changes;
            for (const QString& id : ids) {
                std::optional<CatalogRow> row = access.row(fromText(id));
                changes.push_back({id, row ? std::make_shared<const CatalogRow>(std::move(*row)) : nullptr});
            }
            return changes;
        },
        [this](const std::vector<Change>& changes) {
            for (const Change& change : changes)
                apply(change);
            entriesWereChanged();
            emit countChanged();
            if (m_searching)
                m_searchDelay.start();
        });
}

void CatalogModel::apply(const Change& change)
{
    const RowPointer before = m_byId.value(change.id);
    const RowPointer& after = change.row;
    if (before && after && before->looksLike(*after) && before->folder == after->folder &&
        before->rank == after->rank)
        return;
    const auto at = [](std::vector<RowPointer>& rows, const RowPointer& row) {
        return std::lower_bound(rows.begin(), rows.end(), row, isBefore);
    };

    int from = -1;
    if (before) {
        from = indexOfEntry(change.id);
        m_sorted.erase(at(m_sorted, before));
        m_conflicts -= int(before->isConflicted);
        m_byId.remove(change.id);
    }
    if (after) {
        m_sorted.insert(at(m_sorted, after), after);
        m_conflicts += int(after->isConflicted);
        m_byId.insert(change.id, after);
    }
    const bool shown = after && isShown(*after);

    if (from >= 0 && !shown) {
        beginRemoveRows({}, from, from);
        m_shown.erase(m_shown.begin() + from);
        endRemoveRows();
    } else if (from < 0 && shown) {
        const auto place = at(m_shown, after);
        const int to = int(place - m_shown.begin());
        beginInsertRows({}, to, to);
        m_shown.insert(place, after);
        endInsertRows();
    } else if (from >= 0) {
        // where it goes, counted as beginMoveRows does: in the list that still has the old row
        std::size_t to = 0;
        const auto old = m_shown.begin() + from;
        if (const auto left = std::lower_bound(m_shown.begin(), old, after, isBefore); left != old)
            to = std::size_t(left - m_shown.begin());
        else
            to = std::size_t(std::lower_bound(old + 1, m_shown.end(), after, isBefore) - m_shown.begin());
        if (int(to) != from && int(to) != from + 1) {
            beginMoveRows({}, from, from, {}, int(to));
            m_shown.erase(m_shown.begin() + from);
            const std::size_t place = int(to) > from ? to - 1 : to;
            m_shown.insert(m_shown.begin() + std::ptrdiff_t(place), after);
            endMoveRows();
            from = int(place);
        }
        m_shown[std::size_t(from)] = after;
        emit dataChanged(index(from), index(from));
    }
}

bool CatalogModel::isShown(const CatalogRow& row) const
{
    return accepts(row) && (!m_searching || m_matches.contains(row.id));
}

void CatalogModel::applyFilter()
{
    std::vector<RowPointer> rows;
    for (const RowPointer& row : m_sorted) {
        if (isShown(*row))
            rows.push_back(row);
    }
    show(std::move(rows));
}

void CatalogModel::show(std::vector<RowPointer> rows)
{
    const Difference found = difference(m_shown, rows);
    if (found.removed.size() + found.inserted.size() > fewRanges) {
        beginResetModel();
        m_shown = std::move(rows);
        endResetModel();
        emit countChanged();
        return;
    }
    for (auto range = found.removed.rbegin(); range != found.removed.rend(); ++range) {
        beginRemoveRows({}, range->first, range->last);
        m_shown.erase(m_shown.begin() + range->first, m_shown.begin() + range->last + 1);
        endRemoveRows();
    }
    for (const RowRange& range : found.inserted) {
        beginInsertRows({}, range.first, range.last);
        m_shown.insert(m_shown.begin() + range.first, rows.begin() + range.first,
                       rows.begin() + range.last + 1);
        endInsertRows();
    }
    m_shown = std::move(rows); // the same rows; the changed ones anew
    for (const RowRange& range : found.changed)
        emit dataChanged(index(range.first), index(range.last));
    if (!found.removed.empty() || !found.inserted.empty())
        emit countChanged();
}

void CatalogModel::setQuery(const QString& query)
{
    if (m_query == query)
        return;
    m_query = query;
    emit queryChanged();
    m_searchDelay.start();
}

void CatalogModel::search()
{
    const int number = ++m_searchNumber;
    const std::string words = fromText(m_query.simplified());
    if (words.empty()) {
        m_searching = false;
        m_matches.clear();
        applyFilter();
        return;
    }
    m_link.runOnCatalog(
        m_kind, Concern::Search, this,
        [words](CatalogAccess& access) {
            const std::vector<std::string> ids = access.search(words);
            QSet<QString> matches;
            matches.reserve(qsizetype(ids.size()));
            for (const std::string& id : ids)
                matches.insert(toText(id));
            return matches;
        },
        [this, number](QSet<QString> matches) {
            if (number != m_searchNumber) // the person has typed on
                return;
            m_searching = true;
            m_matches = std::move(matches);
            applyFilter();
        });
}

void CatalogModel::removeEntries(const QStringList& ids)
{
    if (ids.isEmpty())
        return;
    m_link.runOnCatalog(
        m_kind, this, [ids](CatalogAccess& access) { return access.remove(toIds(ids)); },
        [this, ids](const Status& status) {
            if (!status) {
                setError(faultText(status.error()));
                emit failed(m_errorText);
                return;
            }
            setError({});
            m_removed = ids;
            emit canUndoRemoveChanged();
            emit removed(int(ids.size()));
        });
}

void CatalogModel::undoRemove()
{
    const QStringList ids = std::exchange(m_removed, {});
    if (ids.isEmpty())
        return;
    emit canUndoRemoveChanged();
    m_link.runOnCatalog(
        m_kind, this,
        [ids](CatalogAccess& access) -> Status {
            Status first;
            for (const QString& id : ids) {
                // one that cannot come back must not keep the others away
                if (const Status status = access.undoRemove(fromText(id)); !status && first)
                    first = status;
            }
            return first;
        },
        [this, count = int(ids.size())](const Status& status) {
            if (!status) {
                setError(faultText(status.error()));
                emit failed(m_errorText);
                return;
            }
            setError({});
            emit restored(count);
        });
}

void CatalogModel::setError(const QString& text)
{
    if (m_errorText == text)
        return;
    m_errorText = text;
    emit errorTextChanged();
}

} // namespace mmm::desktop
