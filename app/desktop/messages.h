#pragma once

#include "mesh_link.h"
#include "row_model.h"

#include <set>

namespace mmm::desktop {

/// The messages of one spool, the newest first.
class MessageModel : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Base of Inbox and Outbox")
    Q_PROPERTY(int unreadCount READ unreadCount NOTIFY unreadCountChanged)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)
public:
    enum Role
    {
        MessageIdRole = Qt::UserRole + 1,
        TitleRole,
        SubtitleRole,
        StateTextRole,
        WhenTextRole,
        IconNameRole,
        UnreadRole,
        NeedsDecisionRole, ///< about a device, which is decided among the devices
        NeedsAnswerRole,   ///< of a person
        RefusedRole,       ///< forged: nothing of it is shown
        KindRole,          ///< mesh::MessageKind
        SpeakerRole,       ///< who speaks, as far as it is proved
        WitnessRole,       ///< of a connection request
    };

    [[nodiscard]] int unreadCount() const;
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void accept(const QString& messageId);
    Q_INVOKABLE void reject(const QString& messageId);
    Q_INVOKABLE void markRead(const QString& messageId);
    Q_INVOKABLE void markUnread(const QString& messageId);
    Q_INVOKABLE void remove(const QString& messageId);
    Q_INVOKABLE void refresh();
    /// Row of a message; −1 if it is not listed.
    Q_INVOKABLE int indexOfMessage(const QString& messageId) const;

signals:
    void unreadCountChanged();
    void loadingChanged();
    void busyChanged();
    void errorTextChanged();
    void accepted(const QString& messageId);
    void rejected(const QString& messageId);
    /// A message that was not there before and waits for an answer.
    void answerWanted(const QString& messageId, const QString& title, const QString& subtitle);

protected:
    enum class Box
    {
        In,
        Out,
    };
    MessageModel(MeshLink& link, Box box, QObject* parent);

private:
    void show(std::vector<mesh::MessageInfo> messages);
    void mark(const QString& messageId, mesh::MessageState state);
    void decide(const QString& messageId, bool accept);
    [[nodiscard]] QString titleOf(const mesh::MessageInfo& message) const;
    [[nodiscard]] bool needsDecision(const mesh::MessageInfo& message) const;
    void setError(const QString& text);

    MeshLink& m_link;
    const Box m_box;
    std::vector<mesh::MessageInfo> m_rows;
    std::set<std::string> m_known; ///< ids of all that was ever listed
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
        : MessageModel(link, Box::In, parent),
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
        : MessageModel(link, Box::Out, parent),
          Published<Outbox>(this)
    {}
};

} // namespace mmm::desktop
