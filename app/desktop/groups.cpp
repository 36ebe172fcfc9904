#include "groups.h"

#include "address_text.h"
#include "group_text.h"
#include "text.h"

namespace mmm::desktop {

Groups::Groups(MeshLink& link, QObject* parent) : RowModel(parent), Published<Groups>(this), m_link(link)
{
    connect(&link, &MeshLink::groupsChanged, this, &Groups::refresh);
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available) {
            refresh();
            return;
        }
        m_listed = false;
        m_busy = false;
        m_errorText.clear();
        updateRows(m_rows, {}, [](const mesh::GroupInfo& group) { return group.udf; });
        emit changed();
    });
}

int Groups::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant Groups::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mesh::GroupInfo& group = m_rows[std::size_t(index.row())];
    switch (role) {
    case GroupIdRole:
        return toText(group.udf);
    case Qt::DisplayRole:
    case TitleRole:
        return groupName(group.address);
    case SubtitleRole:
        return toText(group.address);
    case IsAdministratorRole:
        return group.isAdministrator;
    default:
        return {};
    }
}

QHash<int, QByteArray> Groups::roleNames() const
{
    return {{GroupIdRole, "groupId"},
            {TitleRole, "title"},
            {SubtitleRole, "subtitle"},
            {IsAdministratorRole, "isAdministrator"}};
}

int Groups::indexOfGroup(const QString& groupId) const
{
    const auto found = std::ranges::find(m_rows, fromText(groupId), &mesh::GroupInfo::udf);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void Groups::refresh()
{
    m_link.runOnMesh(
        Concern::Groups, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token&) { return mesh.groups().list(); },
        [this](Result<std::vector<mesh::GroupInfo>> list) {
            if (!list) {
                setError(groupFaultText(list.error()));
                return;
            }
            m_listed = true;
            const QCollator collator = listCollator();
            std::ranges::sort(*list, [&](const mesh::GroupInfo& a, const mesh::GroupInfo& b) {
                return collator.compare(toText(a.address), toText(b.address)) < 0;
            });
            updateRows(m_rows, std::move(*list), [](const mesh::GroupInfo& group) { return group.udf; });
            emit changed();
        });
}

QString Groups::nameError(const QString& name) const
{
    return name.trimmed().isEmpty() ? QString() : accountNameError(name.trimmed());
}

template<typename Work, typename Done>
void Groups::change(Work work, Done done, Explanation explain)
{
    if (m_busy)
        return;
    m_busy = true;
    m_errorText.clear();
    emit changed();
    m_link.runOnMesh(
        Concern::Members, this,
        [work = std::move(work)](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return work(mesh.groups(), stop);
        },
        [this, done = std::move(done), explain](const auto& result) {
            m_busy = false;
            if (result)
                done(result);
            else
                m_errorText = explain(result.error());
            emit changed();
            refresh();
        });
}

void Groups::make(const QString& name)
{
    change([name = fromText(name.trimmed())](
               mesh::Groups& groups, const std::stop_token& stop) { return groups.create(name, stop); },
           [this](const Result<std::string>& id) { emit created(toText(*id)); }, groupFaultText);
}

void Groups::leave(const QString& groupId)
{
    change([id = fromText(groupId)](mesh::Groups& groups,
                                    const std::stop_token& stop) { return groups.leave(id, stop); },
           [this, name = nameOf(groupId)](const Status&) { emit left(name); }, leaveFaultText);
}

void Groups::dissolve(const QString& groupId)
{
    change([id = fromText(groupId)](mesh::Groups& groups,
                                    const std::stop_token& stop) { return groups.dissolve(id, stop); },
           [this, name = nameOf(groupId)](const Status&) { emit dissolved(name); }, groupFaultText);
}

QString Groups::nameOf(const QString& groupId) const
{
    const int row = indexOfGroup(groupId);
    return row < 0 ? QString() : groupName(m_rows[std::size_t(row)].address);
}

void Groups::clearError()
{
    setError({});
}

void Groups::setError(const QString& text)
{
    if (m_errorText == text)
        return;
    m_errorText = text;
    emit changed();
}

} // namespace mmm::desktop
