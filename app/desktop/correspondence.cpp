#include "correspondence.h"

#include "address_text.h"
#include "fault_text.h"
#include "reminder.h"
#include "speaker_text.h"
#include "text.h"

namespace mmm::desktop {

Correspondence::Correspondence(MeshLink& link, QObject* parent)
    : QObject(parent),
      Published<Correspondence>(this),
      m_link(link)
{}

QString Correspondence::foundAddress() const
{
    return m_found ? toText(m_found->address) : QString();
}

QString Correspondence::foundFingerprint() const
{
    return m_found ? shortFingerprint(m_found->accountUdf) : QString();
}

QString Correspondence::foundText() const
{
    if (!m_found)
        return {};
    if (!m_found->contactId.empty())
        return tr("This account is among your contacts already.");
    return m_found->isStrong ? tr("The address itself carries this account's fingerprint, and it is right.")
                             : tr("Only the service of the address says that this is the account.");
}

QStringList Correspondence::reminderTexts()
{
    return offeredTriggerTexts();
}

void Correspondence::setBusy(bool busy)
{
    m_busy = busy;
    emit changed();
}

void Correspondence::begin()
{
    m_errorText.clear();
    m_found.reset();
    emit changed();
    m_link.runOnMesh(
        Concern::Contacts, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token&) { return mesh.messaging().ownCard(); },
        [this](const Result<schema::Contact>& card) {
            m_organisations.clear();
            if (card) {
                for (const schema::Role& role : card->roles) {
                    if (!role.companyName.empty())
                        m_organisations.append(toText(role.companyName));
                }
            }
            emit changed();
        });
}

QString Correspondence::addressError(const QString& address) const
{
    const QString whole = address.trimmed();
    const qsizetype at = whole.lastIndexOf(QLatin1Char('@'));
    if (whole.isEmpty())
        return {};
    if (at <= 0 || !protocol::isDnsName(fromText(whole.mid(at + 1))))
        return tr("The address of an account looks like alice@example.com.");
    return accountNameError(whole.left(at));
}

void Correspondence::find(const QString& address)
{
    if (m_busy)
        return;
    m_errorText.clear();
    m_found.reset();
    setBusy(true);
    m_link.runOnMesh(
        Concern::Messages, this,
        [address = fromText(address.trimmed())](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return mesh.messaging().find(address, stop);
        },
        [this](Result<mesh::FoundAccount> found) {
            if (found)
                m_found = std::move(*found);
            else if (found.error().fault == Fault::NotFound)
                m_errorText = tr("There is no account with this address.");
            else
                m_errorText = faultText(found.error());
            setBusy(false);
        });
}

template<typename Work>
void Correspondence::send(const QString& address, Work work)
{
    if (m_busy)
        return;
    m_errorText.clear();
    setBusy(true);
    m_link.runOnMesh(
        Concern::Messages, this,
        [work = std::move(work)](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return work(mesh.messaging(), stop);
        },
        [this, address](const Result<std::string>& id) {
            if (!id) {
                m_errorText = id.error().fault == Fault::NotFound
                                  ? tr("There is no account with this address, or it is not among your "
                                       "contacts yet.")
                                  : faultText(id.error());
            }
            setBusy(false);
            if (id)
                emit sent(address);
        });
}

void Correspondence::askForContact(const QString& address, const QString& subject, bool fullCard,
                                   const QString& organisation)
{
    mesh::ContactWish wish;
    wish.address = fromText(address.trimmed());
    wish.subject = fromText(subject.trimmed());
    wish.version = fullCard ? mesh::CardVersion::Restricted : mesh::CardVersion::Public;
    wish.role = fromText(organisation);
    send(address.trimmed(), [wish](mesh::Messaging& messaging, const std::stop_token& stop) {
        return messaging.askForContact(wish, stop);
    });
}

void Correspondence::askConfirmation(const QString& address, const QString& text, const QString& organisation)
{
    mesh::ConfirmationQuestion question;
    question.address = fromText(address.trimmed());
    question.text = fromText(text.trimmed());
    question.role = fromText(organisation);
    send(address.trimmed(), [question](mesh::Messaging& messaging, const std::stop_token& stop) {
        return messaging.askConfirmation(question, stop);
    });
}

void Correspondence::proposeTask(const QString& address, const QString& title, const QString& description,
                                 const QString& place, const QDateTime& start, const QDateTime& finish,
                                 int reminder, const QString& organisation)
{
    schema::Task task;
    task.title = fromText(title.trimmed());
    task.description = fromText(description.trimmed());
    task.location = fromText(place.trimmed());
    if (start.isValid())
        task.start = fromDateTime(start);
    if (finish.isValid())
        task.finish = fromDateTime(finish);
    const auto offers = offeredTriggers();
    if ((task.start || task.finish) && reminder >= 0 && reminder < int(offers.size()))
        task.trigger.emplace_back(offers[std::size_t(reminder)]);
    send(address.trimmed(), [task, to = fromText(address.trimmed()), role = fromText(organisation)](
                                mesh::Messaging& messaging, const std::stop_token& stop) {
        return messaging.proposeTask(to, task, role, stop);
    });
}

} // namespace mmm::desktop
