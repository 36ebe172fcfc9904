#include "messages.h"

#include "fault_text.h"
#include "text.h"

namespace mmm::desktop {

namespace {

const auto keyOf = [](const mesh::MessageInfo& message) { return message.id; };

QString stateText(const mesh::MessageInfo& message)
{
    const QString by = toText(message.decidedBy);
    switch (message.state) {
    case mesh::MessageState::Unread:
        return MessageModel::tr("New");
    case mesh::MessageState::Read:
        return {};
    case mesh::MessageState::Accepted:
        return by.isEmpty() ? MessageModel::tr("Accepted") : MessageModel::tr("Accepted on %1").arg(by);
    case mesh::MessageState::Rejected:
        return by.isEmpty() ? MessageModel::tr("Rejected") : MessageModel::tr("Rejected on %1").arg(by);
    case mesh::MessageState::Deleted:
        return MessageModel::tr("Removed");
    case mesh::MessageState::Sent:
        return MessageModel::tr("Sent");
    case mesh::MessageState::Received:
        return MessageModel::tr("Received");
    case mesh::MessageState::Failed:
        return MessageModel::tr("Not delivered");
    case mesh::MessageState::Expired:
        break;
    }
    return MessageModel::tr("No longer valid");
}

} // namespace

MessageModel::MessageModel(MeshLink& link, Box box, QObject* parent)
    : RowModel(parent),
      m_link(link),
      m_box(box)
{
    connect(&link, &MeshLink::messageListChanged, this, &MessageModel::refresh);
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available) {
            refresh();
            return;
        }
        show({});
        m_loading = true;
        emit loadingChanged();
    });
}

int MessageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MessageModel::unreadCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const mesh::MessageInfo& message) {
        return message.state == mesh::MessageState::Unread;
    }));
}

bool MessageModel::needsDecision(const mesh::MessageInfo& message) const
{
    return m_box == Box::In && message.kind == mesh::MessageKind::ConnectionRequest &&
           (message.state == mesh::MessageState::Unread || message.state == mesh::MessageState::Read);
}

QString MessageModel::titleOf(const mesh::MessageInfo& message) const
{
    switch (message.kind) {
    case mesh::MessageKind::ConnectionRequest:
        return tr("“%1” asks to be connected")
            .arg(toText(message.subject.empty() ? message.from : message.subject));
    case mesh::MessageKind::PinIssued:
        return tr("PIN for a further device");
    case mesh::MessageKind::Other:
        break;
    }
    return message.subject.empty() ? tr("Message") : toText(message.subject);
}

QVariant MessageModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mesh::MessageInfo& message = m_rows[std::size_t(index.row())];
    switch (role) {
    case MessageIdRole:
        return toText(message.id);
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(message);
    case SubtitleRole:
        return message.from == message.subject ? QString() : toText(message.from);
    case StateTextRole:
        return stateText(message);
    case WhenTextRole:
        return agoText(message.when, nowForText());
    case IconNameRole:
        return message.kind == mesh::MessageKind::PinIssued           ? QStringLiteral("pin-code")
               : message.kind == mesh::MessageKind::ConnectionRequest ? QStringLiteral("laptop")
                                                                      : QStringLiteral("mail");
    case UnreadRole:
        return message.state == mesh::MessageState::Unread;
    case NeedsDecisionRole:
        return needsDecision(message);
    case WitnessRole:
        return toText(message.witness);
    default:
        return {};
    }
}

QHash<int, QByteArray> MessageModel::roleNames() const
{
    return {{MessageIdRole, "messageId"}, {TitleRole, "title"},
            {SubtitleRole, "subtitle"},   {StateTextRole, "stateText"},
            {WhenTextRole, "whenText"},   {IconNameRole, "iconName"},
            {UnreadRole, "unread"},       {NeedsDecisionRole, "needsDecision"},
            {WitnessRole, "witness"}};
}

void MessageModel::refresh()
{
    m_link.runOnMesh(
        Concern::Messages, this,
        [box = m_box](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return box == Box::In ? mesh.inbox() : mesh.outbox();
        },
        [this](Result<std::vector<mesh::MessageInfo>> messages) {
            if (!messages) {
                setError(faultText(messages.error()));
                return;
            }
            std::erase_if(*messages,
                          [](const auto& one) { return one.state == mesh::MessageState::Deleted; });
            std::stable_sort(messages->begin(), messages->end(),
                             [](const auto& a, const auto& b) { return a.when > b.when; });
            show(std::move(*messages));
        });
}

void MessageModel::show(std::vector<mesh::MessageInfo> messages)
{
    const int before = unreadCount();
    updateRows(m_rows, std::move(messages), keyOf);
    if (m_loading) {
        m_loading = false;
        emit loadingChanged();
    }
    if (unreadCount() != before)
        emit unreadCountChanged();
}

void MessageModel::mark(const QString& messageId, mesh::MessageState state)
{
    m_link.runOnMesh(
        Concern::Messages, this,
        [id = fromText(messageId), state](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.markMessage(id, state);
        },
        [this](const Status& status) {
            setError(status ? QString() : faultText(status.error()));
            refresh();
        });
}

void MessageModel::markRead(const QString& messageId)
{
    mark(messageId, mesh::MessageState::Read);
}

void MessageModel::markUnread(const QString& messageId)
{
    mark(messageId, mesh::MessageState::Unread);
}

void MessageModel::remove(const QString& messageId)
{
    mark(messageId, mesh::MessageState::Deleted);
}

void MessageModel::accept(const QString& messageId)
{
    decide(messageId, true);
}

void MessageModel::reject(const QString& messageId)
{
    decide(messageId, false);
}

void MessageModel::decide(const QString& messageId, bool accept)
{
    if (m_busy)
        return;
    setError({});
    m_busy = true;
    emit busyChanged();
    m_link.runOnMesh(
        Concern::Devices, this,
        [id = fromText(messageId), accept](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            return accept ? mesh.acceptRequest(id, stop) : mesh.rejectRequest(id, stop);
        },
        [this, accept, messageId](const Status& status) {
            m_busy = false;
            emit busyChanged();
            if (!status)
                setError(faultText(status.error()));
            else if (accept)
                emit accepted(messageId);
            else
                emit rejected(messageId);
            refresh();
        });
}

void MessageModel::setError(const QString& text)
{
    if (m_errorText == text)
        return;
    m_errorText = text;
    emit errorTextChanged();
}

} // namespace mmm::desktop
