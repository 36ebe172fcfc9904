#include "group_members.h"

#include "group_text.h"
#include "mesh/account.h"
#include "text.h"

namespace mmm::desktop {

GroupMembers::GroupMembers(QObject* parent) : GroupMembers(*MeshLink::instance(), parent) {}

GroupMembers::GroupMembers(MeshLink& link, QObject* parent) : RowModel(parent), m_link(link)
{
    // an answer to an invitation may have come
    connect(&link, &MeshLink::messageListChanged, this, [this] {
        if (m_isAdministrator)
            list(true);
    });
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        clear();
        if (available)
            refresh();
    });
}

void GroupMembers::clear()
{
    ++m_number;
    m_asking.request_stop();
    m_isAsking = false;
    m_askAgain = false;
    m_busy = false;
    m_isShutOut = false;
    m_errorText.clear();
    m_listErrorText.clear();
    m_membershipText.clear();
    m_candidates.clear();
    m_areCandidatesKnown = false;
    updateRows(m_rows, {}, [](const mesh::GroupMember& member) { return member.accountUdf; });
    emit candidatesChanged();
    emit changed();
}

void GroupMembers::setGroupId(const QString& id)
{
    if (m_groupId == id)
        return;
    m_groupId = id;
    clear();
    emit groupIdChanged();
    refresh();
}

void GroupMembers::setAdministrator(bool administrator)
{
    if (m_isAdministrator == administrator)
        return;
    m_isAdministrator = administrator;
    clear();
    emit groupIdChanged();
    refresh();
}

void GroupMembers::refresh()
{
    if (m_groupId.isEmpty())
        return;
    if (m_isAdministrator) {
        list(false);
        list(true);
    } else {
        checkMembership();
    }
}

void GroupMembers::checkMembership()
{
    m_asking = m_link.runOnMesh(
        Concern::Members, this,
        [id = fromText(m_groupId)](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.groups().checkMembership(id, stop);
        },
        [this, number = m_number](const Status& status) {
            if (number != m_number)
                return;
            m_isShutOut = false;
            if (status) {
                m_membershipText = tr("You are a member: you can open what is encrypted to this group. Only "
                                      "its administrators see who else belongs to it.");
            } else if (status.error().fault == Fault::NotAuthorised) {
                m_isShutOut = true;
                m_membershipText = tr("You are no longer a member. What is encrypted to this group stays "
                                      "closed to you.");
            } else if (status.error().fault == Fault::NotFound) {
                m_isShutOut = true;
                m_membershipText = tr("This group has ended. What was encrypted to it stays closed.");
            } else {
                m_membershipText = tr("It is not known now whether you are still a member. %1")
                                       .arg(groupFaultText(status.error()));
            }
            emit changed();
        });
}

void GroupMembers::list(bool ask)
{
    if (m_groupId.isEmpty())
        return;
    if (ask && m_isAsking) {
        m_askAgain = true;
        return;
    }
    std::stop_source asking = m_link.runOnMesh(
        Concern::Members, this,
        [id = fromText(m_groupId), ask](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.groups().members(id, ask, stop);
        },
        [this, ask, number = m_number](Result<std::vector<mesh::GroupMember>> members) {
            if (number == m_number)
                take(std::move(members), ask);
        });
    if (ask) {
        m_asking = std::move(asking);
        m_isAsking = true;
    }
}

void GroupMembers::take(Result<std::vector<mesh::GroupMember>> members, bool wasAsked)
{
    if (members) {
        const QCollator collator = listCollator();
        std::ranges::sort(*members, [&](const mesh::GroupMember& a, const mesh::GroupMember& b) {
            return a.isOwn != b.isOwn ? a.isOwn : collator.compare(nameOf(a), nameOf(b)) < 0;
        });
        updateRows(m_rows, std::move(*members),
                   [](const mesh::GroupMember& member) { return member.accountUdf; });
        if (wasAsked)
            m_listErrorText.clear();
    } else if (wasAsked) {
        m_listErrorText = groupFaultText(members.error());
        if (members.error().fault == Fault::NotAuthorised)
            emit administrationLost();
    }
    emit changed();
    if (!wasAsked)
        return;
    m_isAsking = false;
    if (std::exchange(m_askAgain, false))
        list(true);
}

QString GroupMembers::nameOf(const mesh::GroupMember& member)
{
    return toText(member.name.empty() ? member.address : member.name);
}

const mesh::GroupMember* GroupMembers::find(const QString& memberId) const
{
    const auto found = std::ranges::find(m_rows, fromText(memberId), &mesh::GroupMember::accountUdf);
    return found == m_rows.end() ? nullptr : &*found;
}

int GroupMembers::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant GroupMembers::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mesh::GroupMember& member = m_rows[std::size_t(index.row())];
    const bool isSettled = member.standing == mesh::MemberStanding::Accepted;
    switch (role) {
    case MemberIdRole:
        return toText(member.accountUdf);
    case Qt::DisplayRole:
    case NameRole:
        return member.isOwn ? tr("You") : nameOf(member);
    case AddressRole:
        return toText(member.address);
    case StateTextRole:
        switch (member.standing) {
        case mesh::MemberStanding::Accepted:
            return QString();
        case mesh::MemberStanding::Declined:
            return tr("Declined");
        case mesh::MemberStanding::Undeliverable:
            return tr("Not delivered");
        case mesh::MemberStanding::Invited:
            break;
        }
        return tr("Invited");
    case IsAdministratorRole:
        return member.isAdministrator;
    case IsOwnRole:
        return member.isOwn;
    case CanAppointRole:
        return !member.isOwn && !member.isAdministrator && isSettled && !member.contactId.empty();
    case CanInviteRole:
        return !member.isOwn && !member.isAdministrator && !member.contactId.empty() &&
               (member.standing == mesh::MemberStanding::Declined ||
                member.standing == mesh::MemberStanding::Undeliverable);
    default:
        return {};
    }
}

QHash<int, QByteArray> GroupMembers::roleNames() const
{
    return {{MemberIdRole, "memberId"},
            {NameRole, "name"},
            {AddressRole, "address"},
            {StateTextRole, "stateText"},
            {IsAdministratorRole, "isAdministrator"},
            {IsOwnRole, "isOwn"},
            {CanAppointRole, "canAppoint"},
            {CanInviteRole, "canInvite"}};
}

bool GroupMembers::hasOtherAdministrator() const
{
    return std::ranges::any_of(
        m_rows, [](const mesh::GroupMember& member) { return member.isAdministrator && !member.isOwn; });
}

QStringList GroupMembers::candidates() const
{
    QStringList names;
    for (const Candidate& candidate : m_candidates)
        names.append(tr("%1 · %2").arg(candidate.name, toText(candidate.address)));
    return names;
}

void GroupMembers::findCandidates()
{
    std::vector<std::string> present;
    for (const mesh::GroupMember& member : m_rows)
        present.push_back(member.accountUdf);
    m_link.runOnMesh(
        Concern::Members, this,
        [present](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            std::vector<Candidate> found;
            std::vector<std::pair<std::string, std::string>> contacts;
            mesh.account()->contacts().visit(
                [&](const auto& row) { contacts.emplace_back(row.id, row.entry.fullName); });
            for (const auto& [id, name] : contacts) {
                if (stop.stop_requested())
                    break;
                const auto trust = mesh.messaging().trust(id);
                if (trust && trust->isVerified && !trust->isOwn && !trust->isGroup &&
                    !trust->address.empty() && std::ranges::find(present, trust->accountUdf) == present.end())
                    found.push_back({toText(name.empty() ? trust->address : name), trust->address});
            }
            return found;
        },
        [this, number = m_number](std::vector<Candidate> found) {
            if (number != m_number)
                return;
            const QCollator collator = listCollator();
            std::ranges::sort(found, [&](const Candidate& a, const Candidate& b) {
                return collator.compare(a.name, b.name) < 0;
            });
            m_candidates = std::move(found);
            m_areCandidatesKnown = true;
            emit candidatesChanged();
        });
}

template<typename Work, typename Done>
void GroupMembers::change(Work work, Done done)
{
    if (m_busy || m_groupId.isEmpty())
        return;
    m_busy = true;
    m_errorText.clear();
    emit changed();
    m_link.runOnMesh(
        Concern::Members, this,
        [work = std::move(work), id = fromText(m_groupId)](
            mesh::PersonalMesh& mesh, const std::stop_token& stop) { return work(mesh.groups(), id, stop); },
        [this, done = std::move(done), number = m_number](const Status& status) {
            if (number != m_number)
                return;
            m_busy = false;
            if (status)
                done();
            else
                m_errorText = groupFaultText(status.error());
            emit changed();
            list(false);
        });
}

void GroupMembers::inviteAddress(const std::string& address, const QString& name, const QString& text)
{
    change([address, text = fromText(text.trimmed())](
               mesh::Groups& groups, const std::string& id,
               const std::stop_token& stop) { return groups.invite(id, address, text, stop); },
           [this, name] { emit invited(name); });
}

void GroupMembers::invite(int candidate, const QString& text)
{
    if (candidate < 0 || std::size_t(candidate) >= m_candidates.size())
        return;
    const Candidate& chosen = m_candidates[std::size_t(candidate)];
    inviteAddress(chosen.address, chosen.name, text);
}

void GroupMembers::inviteAgain(const QString& memberId)
{
    if (const mesh::GroupMember* member = find(memberId))
        inviteAddress(member->address, nameOf(*member), {});
}

void GroupMembers::remove(const QString& memberId)
{
    const mesh::GroupMember* member = find(memberId);
    if (!member)
        return;
    change([udf = member->accountUdf](mesh::Groups& groups, const std::string& id,
                                      const std::stop_token& stop) { return groups.remove(id, udf, stop); },
           [this, name = nameOf(*member)] { emit removed(name); });
}

void GroupMembers::appoint(const QString& memberId)
{
    const mesh::GroupMember* member = find(memberId);
    if (!member)
        return;
    change([udf = member->accountUdf](mesh::Groups& groups, const std::string& id,
                                      const std::stop_token& stop) { return groups.appoint(id, udf, stop); },
           [this, name = nameOf(*member)] { emit appointed(name); });
}

} // namespace mmm::desktop
