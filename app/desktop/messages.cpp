#include "messages.h"

#include "fault_text.h"
#include "speaker_text.h"
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
    case mesh::MessageState::Waiting:
        return MessageModel::tr("Waiting to be sent");
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

QString iconName(const mesh::MessageInfo& message)
{
    switch (message.kind) {
    case mesh::MessageKind::ConnectionRequest:
        return QStringLiteral("laptop");
    case mesh::MessageKind::PinIssued:
        return QStringLiteral("pin-code");
    case mesh::MessageKind::ContactRequest:
    case mesh::MessageKind::ContactReply:
        return QStringLiteral("contact");
    case mesh::MessageKind::ConfirmationRequest:
    case mesh::MessageKind::ConfirmationResponse:
        return QStringLiteral("shield");
    case mesh::MessageKind::TaskProposal:
        return QStringLiteral("task");
    default:
        return QStringLiteral("mail");
    }
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
    const bool isOut = m_box == Box::Out;
    if (message.speaker.standing == mesh::Standing::Refused)
        return tr("A message that was refused");
    const QString who = isOut ? toText(message.from) : speakerName(message.speaker);
    switch (message.kind) {
    case mesh::MessageKind::ConnectionRequest:
        return tr("“%1” asks to be connected")
            .arg(toText(message.subject.empty() ? message.from : message.subject));
    case mesh::MessageKind::PinIssued:
        return tr("PIN or code that was shown");
    case mesh::MessageKind::ContactRequest:
        if (isOut)
            return message.wantsReply ? tr("You asked %1 for contact").arg(who)
                                      : tr("Your card for %1").arg(who);
        return message.wantsReply ? tr("%1 asks for contact").arg(who) : tr("%1 sends a card").arg(who);
    case mesh::MessageKind::ContactReply:
        return isOut ? tr("Your card for %1").arg(who) : tr("%1 sends a card").arg(who);
    case mesh::MessageKind::ConfirmationRequest:
        return isOut ? tr("You asked %1 to confirm").arg(who) : tr("%1 asks you to confirm").arg(who);
    case mesh::MessageKind::ConfirmationResponse:
        if (message.answer.value_or(false))
            return isOut ? tr("You confirmed for %1").arg(who) : tr("%1 confirmed").arg(who);
        return isOut ? tr("You refused %1").arg(who) : tr("%1 refused").arg(who);
    case mesh::MessageKind::TaskProposal:
        return isOut ? tr("You proposed a task to %1").arg(who) : tr("%1 proposes a task").arg(who);
    case mesh::MessageKind::GroupOffer:
        return tr("%1 offers a place in a group").arg(who);
    case mesh::MessageKind::GroupInvitation:
        return tr("%1 sends the key of a group").arg(who);
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
        if (message.kind == mesh::MessageKind::ConnectionRequest)
            return message.from == message.subject ? QString() : toText(message.from);
        return toText(message.text).simplified();
    case StateTextRole:
        return stateText(message);
    case WhenTextRole:
        return agoText(message.when, nowForText());
    case IconNameRole:
        return iconName(message);
    case UnreadRole:
        return message.state == mesh::MessageState::Unread;
    case NeedsDecisionRole:
        return needsDecision(message);
    case NeedsAnswerRole:
        return message.needsAnswer;
    case RefusedRole:
        return message.speaker.standing == mesh::Standing::Refused;
    case KindRole:
        return int(message.kind);
    case SpeakerRole:
        return m_box == Box::In ? speakerName(message.speaker) : toText(message.from);
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
            {WitnessRole, "witness"},     {NeedsAnswerRole, "needsAnswer"},
            {RefusedRole, "refused"},     {SpeakerRole, "speaker"}};
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
    std::vector<mesh::MessageInfo> wanted;
    for (const mesh::MessageInfo& message : messages) {
        const bool isNew = m_known.insert(message.id).second && !m_loading;
        if (isNew && m_box == Box::In && message.needsAnswer && !message.isHeld)
            wanted.push_back(message);
    }
    updateRows(m_rows, std::move(messages), keyOf);
    if (m_loading) {
        m_loading = false;
        emit loadingChanged();
    }
    if (unreadCount() != before)
        emit unreadCountChanged();
    for (const mesh::MessageInfo& message : wanted)
        emit answerWanted(toText(message.id), titleOf(message), toText(message.text).simplified());
}

int MessageModel::indexOfMessage(const QString& messageId) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const mesh::MessageInfo& message) {
        return toText(message.id) == messageId;
    });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
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
