#include "messages.h"

#include "fault_text.h"
#include "mesh/messaging.h"
#include "names.h"
#include "row_ranges.h"
#include "speaker_text.h"
#include "store/folded_text.h"
#include "text.h"

namespace mmm::desktop {

namespace {

/// What was sent to an own account is in both spools, under the same id.
const auto keyOf = [](const auto& letter) {
    return std::pair(letter->box, std::string_view(letter->info.id));
};

std::vector<std::string> toIds(const QStringList& ids)
{
    std::vector<std::string> texts;
    texts.reserve(std::size_t(ids.size()));
    for (const QString& id : ids)
        texts.push_back(fromText(id));
    return texts;
}

MessageModel::Filter filterOf(mesh::MessageKind kind)
{
    switch (kind) {
    case mesh::MessageKind::ConnectionRequest:
    case mesh::MessageKind::PinIssued:
        return MessageModel::AboutDevices;
    case mesh::MessageKind::ContactRequest:
    case mesh::MessageKind::ContactReply:
        return MessageModel::AboutContacts;
    case mesh::MessageKind::ConfirmationRequest:
    case mesh::MessageKind::ConfirmationResponse:
        return MessageModel::AboutConfirmations;
    case mesh::MessageKind::TaskProposal:
        return MessageModel::AboutTasks;
    case mesh::MessageKind::GroupOffer:
    case mesh::MessageKind::GroupInvitation:
        return MessageModel::AboutGroups;
    case mesh::MessageKind::Other:
        break;
    }
    return MessageModel::Everything;
}

QString stateText(const mesh::MessageInfo& message)
{
    const QString by = toText(message.decidedBy);
    if (message.kind == mesh::MessageKind::PinIssued && message.state == mesh::MessageState::Accepted)
        return MessageModel::tr("Used");
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
        return MessageModel::tr("Deleted");
    case mesh::MessageState::Waiting:
        return MessageModel::tr("Waiting to be sent");
    case mesh::MessageState::Sent:
        return MessageModel::tr("Sent");
    case mesh::MessageState::Received:
        return MessageModel::tr("Received");
    case mesh::MessageState::Failed:
        return MessageModel::tr("Not delivered");
    case mesh::MessageState::RecipientFull:
        return MessageModel::tr("Waiting: the recipient's account is full");
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
    case mesh::MessageKind::GroupOffer:
    case mesh::MessageKind::GroupInvitation:
        return QStringLiteral("group");
    default:
        return QStringLiteral("mail");
    }
}

/// Whether a confirmation is one of those that the page Confirmations lists: an answer that was given is told
/// by the state of its question.
bool isListedConfirmation(const mesh::MessageInfo& message, MessageModel::Box box)
{
    return message.kind == mesh::MessageKind::ConfirmationRequest ||
           (message.kind == mesh::MessageKind::ConfirmationResponse && box == MessageModel::Box::In);
}

bool isAskedByMe(const mesh::MessageInfo& message, MessageModel::Box box)
{
    return message.kind == mesh::MessageKind::ConfirmationResponse ? box == MessageModel::Box::In
                                                                   : box == MessageModel::Box::Out;
}

} // namespace

MessageModel::MessageModel(MeshLink& link, Scope scope, QObject* parent)
    : RowModel(parent),
      m_link(link),
      m_scope(scope)
{
    connect(&link, &MeshLink::messageListChanged, this, &MessageModel::refresh);
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available) {
            refresh();
            return;
        }
        setQuery({});
        setFilter(Everything);
        m_removed.clear();
        take({});
        m_busy = false;
        setError({});
        m_loading = true;
        emit loadingChanged();
    });
}

int MessageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

bool MessageModel::needsDecision(const Letter& letter)
{
    const mesh::MessageInfo& message = letter.info;
    return letter.box == Box::In && message.kind == mesh::MessageKind::ConnectionRequest &&
           (message.state == mesh::MessageState::Unread || message.state == mesh::MessageState::Read);
}

QString MessageModel::titleOf(const mesh::MessageInfo& message, Box box)
{
    const bool isOut = box == Box::Out;
    if (message.speaker.standing == mesh::Standing::Refused)
        return tr("A message that was refused");
    const QString who = isolated(isOut ? toText(message.from) : speakerName(message.speaker));
    switch (message.kind) {
    case mesh::MessageKind::ConnectionRequest:
        return tr("“%1” asks to be connected")
            .arg(isolated(toText(message.subject.empty() ? message.from : message.subject)));
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
        if (!message.answer)
            return tr("%1 offers a place in a group").arg(who);
        if (*message.answer)
            return isOut ? tr("You joined the group of %1").arg(who) : tr("%1 joined your group").arg(who);
        return isOut ? tr("You declined the group of %1").arg(who) : tr("%1 declined your group").arg(who);
    case mesh::MessageKind::GroupInvitation:
        return isOut ? tr("You invited %1 to a group").arg(who) : tr("%1 invites you to a group").arg(who);
    case mesh::MessageKind::Other:
        break;
    }
    return message.subject.empty() ? tr("Message") : toText(message.subject);
}

QVariant MessageModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Letter& letter = *m_rows[std::size_t(index.row())];
    const mesh::MessageInfo& message = letter.info;
    switch (role) {
    case MessageIdRole:
        return toText(message.id);
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(message, letter.box);
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
    case SeenRole:
        return message.state == mesh::MessageState::Read;
    case NeedsDecisionRole:
        return needsDecision(letter);
    case NeedsAnswerRole:
        return message.needsAnswer;
    case RefusedRole:
        return message.speaker.standing == mesh::Standing::Refused;
    case KindRole:
        return int(message.kind);
    case SpeakerRole:
        return letter.box == Box::In ? speakerName(message.speaker) : toText(message.from);
    case WitnessRole:
        return toText(message.witness);
    default:
        return {};
    }
}

QHash<int, QByteArray> MessageModel::roleNames() const
{
    return {{MessageIdRole, "messageId"},
            {TitleRole, "title"},
            {SubtitleRole, "subtitle"},
            {StateTextRole, "stateText"},
            {WhenTextRole, "whenText"},
            {IconNameRole, "iconName"},
            {UnreadRole, "unread"},
            {NeedsDecisionRole, "needsDecision"},
            {SeenRole, "seen"},
            {WitnessRole, "witness"},
            {NeedsAnswerRole, "needsAnswer"},
            {RefusedRole, "refused"},
            {SpeakerRole, "speaker"}};
}

Result<MessageModel::Lists> MessageModel::read(mesh::PersonalMesh& mesh, Scope scope, bool withDeleted)
{
    const auto add = [scope](std::vector<LetterPointer>& list, std::vector<mesh::MessageInfo> messages,
                             Box box) {
        for (mesh::MessageInfo& message : messages) {
            if (scope == Scope::Confirmations && !isListedConfirmation(message, box))
                continue;
            Letter letter;
            letter.box = box;
            // nothing of a forged message is shown, so nothing of it is found
            letter.folded = store::folded(fromText(titleOf(message, box)));
            if (message.speaker.standing != mesh::Standing::Refused) {
                for (const std::string* text :
                     {&message.from, &message.speaker.name, &message.speaker.address,
                      &message.speaker.organisation, &message.text}) {
                    letter.folded += '\n';
                    store::appendFolded(letter.folded, *text);
                }
            }
            letter.info = std::move(message);
            list.push_back(std::make_shared<const Letter>(std::move(letter)));
        }
    };
    Lists lists;
    for (const Box box : {Box::In, Box::Out}) {
        const bool isIn = box == Box::In;
        if (scope == (isIn ? Scope::Sent : Scope::Received))
            continue;
        MMM_TRY(std::vector<mesh::MessageInfo> present, isIn ? mesh.inbox() : mesh.outbox());
        add(lists.present, std::move(present), box);
        if (withDeleted) {
            MMM_TRY(std::vector<mesh::MessageInfo> deleted, mesh.messaging().deleted(isIn));
            add(lists.deleted, std::move(deleted), box);
        }
    }
    for (std::vector<LetterPointer>* list : {&lists.present, &lists.deleted})
        std::stable_sort(list->begin(), list->end(),
                         [](const auto& a, const auto& b) { return a->info.when > b->info.when; });
    return lists;
}

void MessageModel::refresh()
{
    m_link.runOnMesh(
        Concern::Messages, this,
        [scope = m_scope, withDeleted = m_filter == Deleted](
            mesh::PersonalMesh& mesh, const std::stop_token&) { return read(mesh, scope, withDeleted); },
        [this, withDeleted = m_filter == Deleted](Result<Lists> lists) {
            if (!lists) {
                setError(faultText(lists.error()));
                return;
            }
            if (!withDeleted && m_filter == Deleted) // the person has chosen them meanwhile
                lists->deleted = std::move(m_lists.deleted);
            take(std::move(*lists));
        });
}

void MessageModel::take(Lists lists)
{
    std::vector<LetterPointer> wanted;
    for (const LetterPointer& letter : lists.present) {
        const mesh::MessageInfo& message = letter->info;
        const bool isNew = m_known.insert(message.id).second && !m_loading;
        if (isNew && letter->box == Box::In && message.needsAnswer && !message.isHeld)
            wanted.push_back(letter);
    }
    m_lists = std::move(lists);
    updateRows(m_rows, accepted(), keyOf);
    if (m_loading) {
        m_loading = false;
        emit loadingChanged();
    }
    tally();
    emit refreshed();
    for (const LetterPointer& letter : wanted)
        emit answerWanted(toText(letter->info.id), titleOf(letter->info, letter->box),
                          toText(letter->info.text).simplified());
}

void MessageModel::tally()
{
    std::set<std::string> asking;
    int unread = 0;
    int waiting = 0;
    for (const LetterPointer& letter : m_lists.present) {
        const mesh::MessageInfo& message = letter->info;
        unread += int(message.state == mesh::MessageState::Unread);
        waiting += int(message.needsAnswer && !message.isHeld);
        if (message.kind == mesh::MessageKind::ContactRequest && message.needsAnswer && message.wantsReply)
            asking.insert(message.speaker.accountUdf);
    }
    if (std::exchange(m_unread, unread) != unread)
        emit unreadCountChanged();
    if (std::exchange(m_waiting, waiting) != waiting)
        emit waitingCountChanged();
    if (const int people = int(asking.size()); std::exchange(m_asking, people) != people)
        emit askingCountChanged();
}

const std::vector<MessageModel::LetterPointer>& MessageModel::source() const
{
    return m_filter == Deleted ? m_lists.deleted : m_lists.present;
}

bool MessageModel::passes(const Letter& letter) const
{
    const bool isMine = isAskedByMe(letter.info, letter.box);
    switch (m_filter) {
    case Everything:
    case Deleted:
        return true;
    case WaitingForMe:
        return letter.info.needsAnswer;
    case DecidedByMe:
        return !isMine && (letter.info.state == mesh::MessageState::Accepted ||
                           letter.info.state == mesh::MessageState::Rejected);
    case AskedByMe:
        return isMine;
    default:
        return filterOf(letter.info.kind) == m_filter;
    }
}

bool MessageModel::accepts(const Letter& letter) const
{
    if (!passes(letter))
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&](const std::string& word) {
        return letter.folded.find(word) != std::string::npos;
    });
}

std::vector<MessageModel::LetterPointer> MessageModel::accepted() const
{
    std::vector<LetterPointer> rows;
    std::copy_if(source().begin(), source().end(), std::back_inserter(rows),
                 [this](const LetterPointer& letter) { return accepts(*letter); });
    return rows;
}

void MessageModel::narrow(bool wasNarrowed)
{
    std::vector<LetterPointer> next = accepted();
    // both lists are parts of the same one, or have nothing in common
    std::vector<RowRange> gone;
    std::vector<RowRange> come;
    const std::set<LetterPointer> stays(next.begin(), next.end());
    const std::set<LetterPointer> stood(m_rows.begin(), m_rows.end());
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (!stays.contains(m_rows[row]))
            extend(gone, int(row));
    }
    for (std::size_t row = 0; row < next.size(); ++row) {
        if (!stood.contains(next[row]))
            extend(come, int(row));
    }
    for (auto range = gone.rbegin(); range != gone.rend(); ++range) {
        beginRemoveRows({}, range->first, range->last);
        m_rows.erase(m_rows.begin() + range->first, m_rows.begin() + range->last + 1);
        endRemoveRows();
    }
    for (const RowRange& range : come) {
        beginInsertRows({}, range.first, range.last);
        m_rows.insert(m_rows.begin() + range.first, next.begin() + range.first,
                      next.begin() + range.last + 1);
        endInsertRows();
    }
    if (!gone.empty() || !come.empty())
        emit countChanged();
    if (wasNarrowed != isNarrowed())
        emit narrowedChanged();
}

void MessageModel::setFilter(Filter filter)
{
    if (m_filter == filter)
        return;
    const bool wasNarrowed = isNarrowed();
    m_filter = filter;
    m_lists.deleted.clear();
    narrow(wasNarrowed);
    emit filterChanged();
    if (m_filter == Deleted)
        refresh();
}

void MessageModel::setQuery(const QString& query)
{
    if (m_query == query)
        return;
    const bool wasNarrowed = isNarrowed();
    m_query = query;
    m_words.clear();
    for (const QString& word : query.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        m_words.push_back(store::folded(fromText(word)));
    narrow(wasNarrowed);
    emit queryChanged();
}

int MessageModel::indexOfMessage(const QString& messageId) const
{
    const std::string id = fromText(messageId);
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const LetterPointer& letter) { return letter->info.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QString MessageModel::messageAt(int row) const
{
    return row >= 0 && row < rowCount() ? toText(m_rows[std::size_t(row)]->info.id) : QString();
}

int MessageModel::reveal(const QString& messageId)
{
    if (indexOfMessage(messageId) < 0) {
        setQuery({});
        setFilter(Everything);
    }
    return indexOfMessage(messageId);
}

const MessageModel::Letter* MessageModel::find(const QString& messageId) const
{
    const std::string id = fromText(messageId);
    for (const auto* list : {&m_lists.present, &m_lists.deleted}) {
        for (const LetterPointer& letter : *list) {
            if (letter->info.id == id)
                return letter.get();
        }
    }
    return nullptr;
}

bool MessageModel::needsAnswer(const QString& messageId) const
{
    const Letter* letter = find(messageId);
    return letter != nullptr && letter->info.needsAnswer;
}

std::optional<mesh::MessageKind> MessageModel::kindOf(const QString& messageId) const
{
    const Letter* letter = find(messageId);
    return letter != nullptr ? std::optional(letter->info.kind) : std::nullopt;
}

QStringList MessageModel::those(const QStringList& messageIds,
                                const std::function<bool(const Letter&)>& are) const
{
    QStringList found;
    for (const QString& id : messageIds) {
        const Letter* letter = find(id);
        if (letter != nullptr && are(*letter))
            found.append(id);
    }
    return found;
}

void MessageModel::mark(const QStringList& messageIds, mesh::MessageState state)
{
    if (messageIds.isEmpty())
        return;
    m_link.runOnMesh(
        Concern::Messages, this,
        [ids = toIds(messageIds), state](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.messaging().mark(ids, state);
        },
        [this](const Status& status) {
            setError(status ? QString() : faultText(status.error()));
            refresh();
        });
}

void MessageModel::markRead(const QStringList& messageIds)
{
    mark(those(messageIds, [](const auto& one) { return one.info.state == mesh::MessageState::Unread; }),
         mesh::MessageState::Read);
}

void MessageModel::markUnread(const QStringList& messageIds)
{
    mark(those(messageIds, [](const auto& one) { return one.info.state == mesh::MessageState::Read; }),
         mesh::MessageState::Unread);
}

void MessageModel::remove(const QStringList& messageIds)
{
    const QStringList ids = those(messageIds, [](const Letter& one) {
        return one.info.state != mesh::MessageState::Deleted && !needsDecision(one);
    });
    if (ids.isEmpty())
        return;
    m_link.runOnMesh(
        Concern::Messages, this,
        [ids = toIds(ids)](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.messaging().mark(ids, mesh::MessageState::Deleted);
        },
        [this, ids](const Status& status) {
            setError(status ? QString() : faultText(status.error()));
            if (status) {
                m_removed = ids;
                emit removed(int(ids.size()));
            } else {
                emit failed(m_errorText);
            }
            refresh();
        });
}

void MessageModel::undoRemove()
{
    restore(std::exchange(m_removed, {}));
}

void MessageModel::restore(const QStringList& messageIds)
{
    if (messageIds.isEmpty())
        return;
    m_link.runOnMesh(
        Concern::Messages, this,
        [ids = toIds(messageIds)](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.messaging().restore(ids);
        },
        [this, count = int(messageIds.size())](const Status& status) {
            setError(status ? QString() : faultText(status.error()));
            if (status)
                emit restored(count);
            else
                emit failed(m_errorText);
            refresh();
        });
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
