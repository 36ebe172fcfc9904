#include "contact_account.h"

#include "fault_text.h"
#include "schema/messages.h"
#include "speaker_text.h"
#include "text.h"

namespace mmm::desktop {

namespace {

constexpr std::string_view confirmations = schema::RequestConfirmation::className;
constexpr std::string_view tasks = schema::RequestTask::className;
constexpr std::string_view invitations = schema::GroupInvitation::className;

} // namespace

ContactAccount::ContactAccount(QObject* parent) : ContactAccount(*MeshLink::instance(), parent) {}

ContactAccount::ContactAccount(MeshLink& link, QObject* parent) : QObject(parent), m_link(link)
{
    connect(&link, &MeshLink::catalogChanged, this, [this](CatalogKind kind, const QStringList& ids) {
        if (kind == CatalogKind::Contacts && (ids.isEmpty() || ids.contains(m_id)))
            load();
    });
}

void ContactAccount::setContactId(const QString& id)
{
    if (m_id == id)
        return;
    m_id = id;
    m_trust.reset();
    m_errorText.clear();
    emit contactIdChanged();
    emit changed();
    load();
}

void ContactAccount::load()
{
    const int number = ++m_number;
    if (m_id.isEmpty())
        return;
    m_link.runOnMesh(
        Concern::Contacts, this,
        [id = fromText(m_id)](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.messaging().trust(id);
        },
        [this, number](Result<mesh::ContactTrust> trust) {
            if (number != m_number)
                return;
            if (trust)
                m_trust = std::move(*trust);
            else
                m_trust.reset();
            emit changed();
        });
}

QString ContactAccount::groupId() const
{
    return isGroup() ? toText(m_trust->accountUdf) : QString();
}

QString ContactAccount::proof() const
{
    if (!m_trust)
        return {};
    if (m_trust->isGroup) {
        const QString origin =
            !m_trust->isVerified ? tr("The group’s key is proved, but no administrator has signed this card.")
            : m_trust->confirmed == mesh::Confirmed::Service
                ? tr("Signed by an administrator. The service of the address confirms it.")
                : tr("Signed by an administrator. The service of the address could not be "
                     "asked.");
        return m_trust->isMember ? tr("You belong to this group. %1").arg(origin) : origin;
    }
    if (m_trust->isOwn)
        return m_trust->isVerified
                   ? tr("This is your own card. Contacts who have it get your changes.")
                   : tr("This is your own card, but no device that manages your mesh has signed it.");
    if (!m_trust->isVerified)
        return tr("You wrote this entry yourself. No account vouches for it.");
    return tr("Signed by the account itself. %1").arg(confirmedText(m_trust->confirmed));
}

QString ContactAccount::address() const
{
    return m_trust ? toText(m_trust->address) : QString();
}

QString ContactAccount::fingerprint() const
{
    return m_trust ? shortFingerprint(m_trust->accountUdf) : QString();
}

QString ContactAccount::sharedText() const
{
    if (!m_trust || !m_trust->shared)
        return {};
    return *m_trust->shared == mesh::CardVersion::Public ? tr("Has the public part of your card.")
                                                         : tr("Has your card.");
}

void ContactAccount::setBlocked(bool blocked)
{
    if (!m_trust || m_trust->rights.isBlocked == blocked)
        return;
    m_trust->rights.isBlocked = blocked;
    write();
}

int ContactAccount::right(std::string_view className) const
{
    if (!m_trust)
        return 0;
    const auto found = m_trust->rights.classes.find(std::string(className));
    return found == m_trust->rights.classes.end() ? 0 : int(found->second);
}

void ContactAccount::setRight(std::string_view className, int value)
{
    if (!m_trust || right(className) == value || value < 0 || value > int(mesh::Right::Reject))
        return;
    m_trust->rights.classes[std::string(className)] = mesh::Right(value);
    write();
}

int ContactAccount::confirmationRight() const
{
    return right(confirmations);
}

void ContactAccount::setConfirmationRight(int value)
{
    setRight(confirmations, value);
}

int ContactAccount::taskRight() const
{
    return right(tasks);
}

void ContactAccount::setTaskRight(int value)
{
    setRight(tasks, value);
}

int ContactAccount::groupRight() const
{
    return right(invitations);
}

void ContactAccount::setGroupRight(int value)
{
    setRight(invitations, value);
}

void ContactAccount::write()
{
    emit changed();
    m_link.runOnMesh(
        Concern::Contacts, this,
        [id = fromText(m_id), rights = m_trust->rights](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.messaging().setRights(id, rights);
        },
        [this](const Status& status) {
            m_errorText = status ? QString() : faultText(status.error());
            load();
        });
}

} // namespace mmm::desktop
