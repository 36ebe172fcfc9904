#include "sync_status.h"

#include "fault_text.h"
#include "schema/catalog.h"
#include "text.h"

namespace mmm::desktop {

namespace {

QString areaText(const std::string& container)
{
    if (container == schema::store_name::contact)
        return ProblemModel::tr("Contacts");
    if (container == schema::store_name::bookmark)
        return ProblemModel::tr("Bookmarks");
    if (container == schema::store_name::task)
        return ProblemModel::tr("Tasks");
    if (container == schema::store_name::credential)
        return ProblemModel::tr("Passwords");
    if (container == schema::store_name::network)
        return ProblemModel::tr("Networks");
    if (container == schema::store_name::application)
        return ProblemModel::tr("Applications");
    if (container == schema::store_name::device)
        return ProblemModel::tr("Devices");
    if (container == schema::store_name::inbound || container == schema::store_name::outbound)
        return ProblemModel::tr("Messages");
    return {};
}

constexpr std::size_t mostProblems = 100;

} // namespace

void ProblemModel::add(const mesh::Problem& problem)
{
    Row row{faultText(problem.error), areaText(problem.container), nowForText(), ++m_number};
    std::vector<Row> rows = m_rows;
    // the same thing again is not news
    std::erase_if(rows, [&](const Row& known) { return known.text == row.text && known.area == row.area; });
    rows.insert(rows.begin(), std::move(row));
    if (rows.size() > mostProblems)
        rows.resize(mostProblems);
    updateRows(m_rows, std::move(rows), [](const Row& one) { return one.number; });
}

void ProblemModel::dismiss(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    std::vector<Row> rows = m_rows;
    rows.erase(rows.begin() + row);
    updateRows(m_rows, std::move(rows), [](const Row& one) { return one.number; });
}

void ProblemModel::clear()
{
    updateRows(m_rows, {}, [](const Row& one) { return one.number; });
}

int ProblemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return row.text;
    case AreaRole:
        return row.area;
    case WhenTextRole:
        return agoText(row.when, nowForText());
    default:
        return {};
    }
}

QHash<int, QByteArray> ProblemModel::roleNames() const
{
    return {{TextRole, "text"}, {AreaRole, "area"}, {WhenTextRole, "whenText"}};
}

SyncStatus::SyncStatus(MeshLink& link, QObject* parent)
    : QObject(parent),
      Published<SyncStatus>(this),
      m_link(link)
{
    connect(&link, &MeshLink::syncStateChanged, this, &SyncStatus::take);
    connect(&link, &MeshLink::problemFound, this, [this](const mesh::Problem& problem) {
        m_problems.add(problem);
        emit problemFound(faultText(problem.error));
    });
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (!available) {
            m_problems.clear();
            take({});
            return;
        }
        m_link.runOnMesh(
            Concern::Sync, this,
            [](mesh::PersonalMesh& mesh, const std::stop_token&) { return mesh.syncState(); },
            [this](const mesh::SyncState& state) { take(state); });
    });
}

void SyncStatus::take(const mesh::SyncState& state)
{
    m_state = state;
    emit changed();
}

SyncStatus::Phase SyncStatus::phase() const
{
    switch (m_state.phase) {
    case mesh::SyncPhase::Idle:
        return m_state.conflicts > 0 ? Attention : Idle; // the person has to decide
    case mesh::SyncPhase::Working:
        return Working;
    case mesh::SyncPhase::Offline:
        return Offline;
    case mesh::SyncPhase::Attention:
        break;
    }
    return Attention;
}

QString SyncStatus::text() const
{
    const int pending = pendingCount();
    switch (m_state.phase) {
    case mesh::SyncPhase::Idle:
        return m_state.conflicts > 0 ? tr("%n entries changed twice", nullptr, conflictCount())
                                     : tr("Up to date");
    case mesh::SyncPhase::Working:
        if (pending > 0)
            return tr("Sending %n changes", nullptr, pending);
        return m_state.progress > 0 && m_state.progress < 1
                   ? tr("Receiving, %1 %").arg(int(m_state.progress * 100))
                   : tr("Comparing");
    case mesh::SyncPhase::Offline:
        return pending > 0 ? tr("Offline, %n changes waiting", nullptr, pending) : tr("Offline");
    case mesh::SyncPhase::Attention:
        break;
    }
    return m_state.fault ? faultText(*m_state.fault) : tr("Needs attention");
}

bool SyncStatus::isReceiving() const
{
    return m_state.phase == mesh::SyncPhase::Working && m_state.progress > 0 && m_state.progress < 1;
}

QString SyncStatus::lastSuccessText() const
{
    return m_state.lastSuccess ? tr("Last time: %1").arg(agoText(*m_state.lastSuccess, nowForText()))
                               : QString();
}

void SyncStatus::syncNow()
{
    struct Done
    {};
    m_link.runOnMesh(
        Concern::Sync, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token&) {
            mesh.syncNow();
            return Done();
        },
        [](const Done&) {});
}

} // namespace mmm::desktop
