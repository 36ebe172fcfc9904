#pragma once

#include "mesh_link.h"
#include "row_model.h"

#include <functional>
#include <memory>
#include <set>

namespace mmm::desktop {

/// Messages, the newest first, narrowed by what they are about and by a search: those of one spool, or the
/// confirmations of both. Those that the person has deleted are a list of their own, from which they come
/// back.
class MessageModel : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Base of Inbox, Outbox and Confirmations")
    /// Of all, whatever is shown.
    Q_PROPERTY(int unreadCount READ unreadCount NOTIFY unreadCountChanged)
    /// People who ask for contact and have no answer so far.
    Q_PROPERTY(int askingCount READ askingCount NOTIFY askingCountChanged)
    /// Messages that wait for this person's answer and are not held.
    Q_PROPERTY(int waitingCount READ waitingCount NOTIFY waitingCountChanged)
    Q_PROPERTY(mmm::desktop::MessageModel::Filter filter READ filter WRITE setFilter NOTIFY filterChanged)
    /// Words that all must occur in title, speaker or text; case and accents do not matter.
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    /// Something is left out by the filter or the search.
    Q_PROPERTY(bool narrowed READ isNarrowed NOTIFY narrowedChanged)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)
public:
    enum Filter
    {
        Everything,
        AboutContacts,
        AboutConfirmations,
        AboutTasks,
        AboutGroups,
        AboutDevices,
        Deleted,      ///< what the person has deleted, and nothing else
        WaitingForMe, ///< of the confirmations: those that this person has still to answer,
        DecidedByMe,  ///< those that were answered here or on another device,
        AskedByMe,    ///< and the own questions with the answers to them
    };
    Q_ENUM(Filter)
    enum Role
    {
        MessageIdRole = Qt::UserRole + 1,
        TitleRole,
        SubtitleRole,
        StateTextRole,
        WhenTextRole,
        IconNameRole,
        UnreadRole,
        SeenRole,          ///< read, and nothing more came of it: it can be marked as unread
        NeedsDecisionRole, ///< about a device, which is decided among the devices
        NeedsAnswerRole,   ///< of a person
        RefusedRole,       ///< forged: nothing of it is shown
        KindRole,          ///< mesh::MessageKind
        SpeakerRole,       ///< who speaks, as far as it is proved
        WitnessRole,       ///< of a connection request
    };

    enum class Box
    {
        In,
        Out,
    };
    /// What a model lists.
    enum class Scope
    {
        Received,
        Sent,
        Confirmations, ///< the questions of both spools, and the answers to the own ones
    };
    [[nodiscard]] static QString titleOf(const mesh::MessageInfo& message, Box box);

    [[nodiscard]] int unreadCount() const { return m_unread; }
    [[nodiscard]] int askingCount() const { return m_asking; }
    [[nodiscard]] int waitingCount() const { return m_waiting; }
    [[nodiscard]] Filter filter() const { return m_filter; }
    void setFilter(Filter filter);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] bool isNarrowed() const { return m_filter != Everything || !m_words.empty(); }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void accept(const QString& messageId);
    Q_INVOKABLE void reject(const QString& messageId);
    /// Of those that are unread.
    Q_INVOKABLE void markRead(const QStringList& messageIds);
    /// Of those that were read.
    Q_INVOKABLE void markUnread(const QStringList& messageIds);
    /// Deletes messages, but not those about which something is to be decided among the devices; `removed` or
    /// `failed` follows. What waits here to be sent is not sent then.
    Q_INVOKABLE void remove(const QStringList& messageIds);
    /// Brings back what remove() took away last; `restored` or `failed` follows.
    Q_INVOKABLE void undoRemove();
    /// Brings deleted messages back; `restored` or `failed` follows.
    Q_INVOKABLE void restore(const QStringList& messageIds);
    Q_INVOKABLE void refresh();
    /// Row of a message; −1 if it is not listed.
    Q_INVOKABLE int indexOfMessage(const QString& messageId) const;
    /// The id of the message in a row; empty for no such row.
    Q_INVOKABLE QString messageAt(int row) const;
    /// Shows everything if the message is left out; gives its row, −1 if there is no such message.
    Q_INVOKABLE int reveal(const QString& messageId);
    /// Whether a message waits for an answer, and of what kind it is, whatever is shown.
    [[nodiscard]] bool needsAnswer(const QString& messageId) const;
    [[nodiscard]] std::optional<mesh::MessageKind> kindOf(const QString& messageId) const;

signals:
    void unreadCountChanged();
    void askingCountChanged();
    void waitingCountChanged();
    void filterChanged();
    void queryChanged();
    void narrowedChanged();
    /// The messages were read anew, whatever of them is shown.
    void refreshed();
    void removed(int count);
    void restored(int count);
    void failed(const QString& text);
    void loadingChanged();
    void busyChanged();
    void errorTextChanged();
    void accepted(const QString& messageId);
    void rejected(const QString& messageId);
    /// A message that was not there before and waits for an answer.
    void answerWanted(const QString& messageId, const QString& title, const QString& subtitle);

protected:
    MessageModel(MeshLink& link, Scope scope, QObject* parent);

private:
    struct Letter
    {
        mesh::MessageInfo info;
        Box box = Box::In;
        std::string folded; ///< what the search looks into
    };
    [[nodiscard]] static bool needsDecision(const Letter& letter);
    using LetterPointer = std::shared_ptr<const Letter>;
    /// What was read at once; the deleted ones only if they are shown.
    struct Lists
    {
        std::vector<LetterPointer> present;
        std::vector<LetterPointer> deleted;
    };

    [[nodiscard]] static Result<Lists> read(mesh::PersonalMesh& mesh, Scope scope, bool withDeleted);
    [[nodiscard]] const std::vector<LetterPointer>& source() const;
    /// By the filter, and by the search too.
    [[nodiscard]] bool passes(const Letter& letter) const;
    [[nodiscard]] bool accepts(const Letter& letter) const;
    [[nodiscard]] std::vector<LetterPointer> accepted() const;
    [[nodiscard]] const Letter* find(const QString& messageId) const;
    [[nodiscard]] QStringList those(const QStringList& messageIds,
                                    const std::function<bool(const Letter&)>& are) const;
    void take(Lists lists);
    void tally();
    /// After the filter or the search has changed.
    void narrow(bool wasNarrowed);
    void mark(const QStringList& messageIds, mesh::MessageState state);
    void decide(const QString& messageId, bool accept);
    void setError(const QString& text);

    MeshLink& m_link;
    const Scope m_scope;
    Lists m_lists;
    std::vector<LetterPointer> m_rows;
    std::set<std::string> m_known; ///< ids of all that was ever listed
    Filter m_filter = Everything;
    QString m_query;
    std::vector<std::string> m_words; ///< of the search, folded
    QStringList m_removed;
    int m_unread = 0;
    int m_asking = 0;
    int m_waiting = 0;
    bool m_loading = true;
    bool m_busy = false;
    QString m_errorText;
};

/// What others have sent to this account.
class Inbox : public mmm::desktop::MessageModel, public Published<Inbox>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    explicit Inbox(MeshLink& link, QObject* parent = nullptr)
        : MessageModel(link, Scope::Received, parent),
          Published<Inbox>(this)
    {}
};

/// What this account has sent, and what became of it.
class Outbox : public mmm::desktop::MessageModel, public Published<Outbox>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    explicit Outbox(MeshLink& link, QObject* parent = nullptr)
        : MessageModel(link, Scope::Sent, parent),
          Published<Outbox>(this)
    {}
};

/// What others ask this person to confirm, and what this person asks others, with the answers.
class Confirmations : public mmm::desktop::MessageModel, public Published<Confirmations>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    explicit Confirmations(MeshLink& link, QObject* parent = nullptr)
        : MessageModel(link, Scope::Confirmations, parent),
          Published<Confirmations>(this)
    {}
};

} // namespace mmm::desktop
