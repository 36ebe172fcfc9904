#include "message_reader.h"

#include "catalog_row.h"
#include "fault_text.h"
#include "group_text.h"
#include "mesh/groups.h"
#include "reminder.h"
#include "speaker_text.h"
#include "text.h"

namespace mmm::desktop {

MessageReader::MessageReader(QObject* parent) : MessageReader(*MeshLink::instance(), parent) {}

MessageReader::MessageReader(MeshLink& link, QObject* parent) : QObject(parent), m_link(link)
{
    connect(&link, &MeshLink::messageListChanged, this, &MessageReader::load);
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available)
            return;
        ++m_number;
        m_detail.reset();
        m_busy = false;
        emit changed();
    });
}

void MessageReader::setMessageId(const QString& id)
{
    if (m_id == id)
        return;
    m_id = id;
    m_detail.reset();
    m_errorText.clear();
    emit messageIdChanged();
    emit changed();
    load();
}

void MessageReader::load()
{
    const int number = ++m_number;
    if (m_id.isEmpty())
        return;
    m_link.runOnMesh(
        Concern::Messages, this,
        [id = fromText(m_id)](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.messaging().read(id);
        },
        [this, number](Result<mesh::MessageDetail> detail) {
            if (number != m_number)
                return;
            if (detail)
                m_detail = std::move(*detail);
            else
                m_detail.reset(); // it was deleted meanwhile
            emit changed();
        });
}

MessageReader::Kind MessageReader::kind() const
{
    return m_detail ? Kind(m_detail->info.kind) : Other;
}

MessageReader::Standing MessageReader::standing() const
{
    return m_detail ? Standing(m_detail->info.speaker.standing) : Own;
}

bool MessageReader::hasSpeaker() const
{
    return m_detail && m_detail->info.speaker.standing != mesh::Standing::Own;
}

QString MessageReader::speakerName() const
{
    return m_detail ? desktop::speakerName(m_detail->info.speaker) : QString();
}

QString MessageReader::speakerAddress() const
{
    return m_detail ? toText(m_detail->info.speaker.address) : QString();
}

QString MessageReader::speakerFingerprint() const
{
    return m_detail ? shortFingerprint(m_detail->info.speaker.accountUdf) : QString();
}

QString MessageReader::speakerProof() const
{
    return m_detail ? desktop::speakerProof(m_detail->info.speaker) : QString();
}

QString MessageReader::organisation() const
{
    return m_detail ? toText(m_detail->info.speaker.organisation) : QString();
}

QString MessageReader::recipient() const
{
    return m_detail && !hasSpeaker() ? toText(m_detail->info.from) : QString();
}

QString MessageReader::text() const
{
    if (!m_detail || m_detail->info.kind == mesh::MessageKind::TaskProposal)
        return {};
    return toText(m_detail->info.text);
}

bool MessageReader::canSendAgain() const
{
    return m_detail && m_detail->info.state == mesh::MessageState::Failed;
}

QString MessageReader::expiresText() const
{
    return m_detail && m_detail->info.expires && needsAnswer()
               ? untilText(*m_detail->info.expires, nowForText())
               : QString();
}

QString MessageReader::cardName() const
{
    return m_detail && m_detail->card ? displayName(*m_detail->card) : QString();
}

QString MessageReader::cardText() const
{
    if (!m_detail || !m_detail->card)
        return {};
    const schema::Contact& card = *m_detail->card;
    QStringList lines;
    for (const schema::Role& role : card.roles)
        lines.append(toText(role.companyName));
    for (const schema::Address& address : card.addresses)
        lines.append(toText(address.uri));
    for (const schema::Location& place : card.locations) {
        QStringList parts;
        for (const std::string* part : {&place.street, &place.postcode, &place.locality, &place.country}) {
            if (!part->empty())
                parts.append(toText(*part));
        }
        lines.append(parts.join(QStringLiteral(", ")));
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString MessageReader::taskTitle() const
{
    return m_detail && m_detail->task ? toText(m_detail->task->title) : QString();
}

QString MessageReader::taskText() const
{
    if (!m_detail || !m_detail->task)
        return {};
    const schema::Task& task = *m_detail->task;
    QStringList lines;
    if (task.start)
        lines.append(task.finish ? tr("%1 to %2").arg(momentText(*task.start), momentText(*task.finish))
                                 : momentText(*task.start));
    lines.append(toText(task.location));
    lines.append(toText(task.description));
    QStringList reminders;
    for (const std::string& trigger : task.trigger)
        reminders.append(triggerText(trigger));
    if (!reminders.isEmpty())
        lines.append(tr("Reminder: %1").arg(reminders.join(QStringLiteral(", "))));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QString MessageReader::groupAddress() const
{
    return m_detail && m_detail->group ? toText(m_detail->group->address) : QString();
}

bool MessageReader::isAppointment() const
{
    return m_detail && m_detail->group && m_detail->group->isAdministration;
}

template<typename Value>
void MessageReader::act(std::function<Value(mesh::PersonalMesh&, std::stop_token)> work,
                        std::function<void(const Value&)> done)
{
    if (m_busy || m_id.isEmpty())
        return;
    m_busy = true;
    m_errorText.clear();
    emit changed();
    m_link.runOnMesh(
        Concern::Messages, this,
        [work = std::move(work)](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return work(mesh, stop);
        },
        [this, done = std::move(done)](const Value& value) {
            m_busy = false;
            if (value) {
                done(value);
                emit answered();
            } else {
                m_errorText =
                    kind() == GroupInvitation ? groupFaultText(value.error()) : faultText(value.error());
            }
            emit changed();
            load();
        });
}

void MessageReader::acceptContact(Card card)
{
    std::optional<mesh::CardVersion> answer;
    if (card != NoCard)
        answer = card == PublicCard ? mesh::CardVersion::Public : mesh::CardVersion::Restricted;
    act<Result<std::string>>(
        [id = fromText(m_id), answer](mesh::PersonalMesh& mesh, std::stop_token stop) {
            return mesh.messaging().acceptContact(id, answer, std::move(stop));
        },
        [this](const Result<std::string>& id) { emit contactAdded(toText(*id)); });
}

void MessageReader::acceptTask()
{
    act<Result<std::string>>(
        [id = fromText(m_id)](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.messaging().acceptTask(id);
        },
        [this](const Result<std::string>& id) { emit taskAdded(toText(*id)); });
}

void MessageReader::confirm(bool accepted)
{
    act<Status>(
        [id = fromText(m_id), accepted](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.messaging().answerConfirmation(id, accepted);
        },
        [](const Status&) {});
}

void MessageReader::acceptGroup()
{
    act<Result<std::string>>(
        [id = fromText(m_id)](mesh::PersonalMesh& mesh, std::stop_token stop) {
            return mesh.groups().accept(id, std::move(stop));
        },
        [this](const Result<std::string>& id) { emit groupJoined(toText(*id)); });
}

void MessageReader::reject()
{
    act<Status>(
        [id = fromText(m_id), isGroup = kind() == GroupInvitation](mesh::PersonalMesh& mesh,
                                                                   const std::stop_token&) {
            return isGroup ? mesh.groups().decline(id) : mesh.messaging().reject(id);
        },
        [](const Status&) {});
}

void MessageReader::sendAgain()
{
    act<Status>([id = fromText(m_id)](mesh::PersonalMesh& mesh,
                                      const std::stop_token&) { return mesh.messaging().sendAgain(id); },
                [](const Status&) {});
}

} // namespace mmm::desktop
