#pragma once

#include "mesh/messaging.h"
#include "mesh_link.h"

#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// One message with what it brings, who speaks in it, and the answers that it can have.
class MessageReader : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /// Empty: nothing is shown.
    Q_PROPERTY(QString messageId READ messageId WRITE setMessageId NOTIFY messageIdChanged)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(mmm::desktop::MessageReader::Kind kind READ kind NOTIFY changed)
    Q_PROPERTY(mmm::desktop::MessageReader::Standing standing READ standing NOTIFY changed)
    /// Whether there is a speaker to show: not for what one sent oneself.
    Q_PROPERTY(bool hasSpeaker READ hasSpeaker NOTIFY changed)
    Q_PROPERTY(QString speakerName READ speakerName NOTIFY changed)
    Q_PROPERTY(QString speakerAddress READ speakerAddress NOTIFY changed)
    Q_PROPERTY(QString speakerFingerprint READ speakerFingerprint NOTIFY changed)
    Q_PROPERTY(QString speakerProof READ speakerProof NOTIFY changed)
    /// The organisation in whose name a contact speaks, if its card has it.
    Q_PROPERTY(QString organisation READ organisation NOTIFY changed)
    Q_PROPERTY(QString recipient READ recipient NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(bool held READ isHeld NOTIFY changed)
    Q_PROPERTY(bool needsAnswer READ needsAnswer NOTIFY changed)
    Q_PROPERTY(bool wantsReply READ wantsReply NOTIFY changed)
    /// This device may answer requests for confirmation.
    Q_PROPERTY(bool canConfirm READ canConfirm NOTIFY changed)
    Q_PROPERTY(bool canSendAgain READ canSendAgain NOTIFY changed)
    Q_PROPERTY(QString expiresText READ expiresText NOTIFY changed)
    /// The card in the message; names and lines of text.
    Q_PROPERTY(QString cardName READ cardName NOTIFY changed)
    Q_PROPERTY(QString cardText READ cardText NOTIFY changed)
    Q_PROPERTY(QString taskTitle READ taskTitle NOTIFY changed)
    Q_PROPERTY(QString taskText READ taskText NOTIFY changed)
    /// The group that an invitation is for, and whether it is to administer it.
    Q_PROPERTY(QString groupAddress READ groupAddress NOTIFY changed)
    Q_PROPERTY(bool appointment READ isAppointment NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
public:
    enum Kind
    {
        ConnectionRequest,
        PinIssued,
        ContactRequest,
        ContactReply,
        ConfirmationRequest,
        ConfirmationResponse,
        TaskProposal,
        GroupOffer,
        GroupInvitation,
        Other,
    };
    Q_ENUM(Kind)
    enum Standing
    {
        Own,
        Contact,
        Stranger,
        Refused,
    };
    Q_ENUM(Standing)
    /// Which version of one's own card goes out with an answer.
    enum Card
    {
        NoCard,
        PublicCard,
        FullCard,
    };
    Q_ENUM(Card)

    explicit MessageReader(QObject* parent = nullptr);
    explicit MessageReader(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString messageId() const { return m_id; }
    void setMessageId(const QString& id);
    [[nodiscard]] bool isLoaded() const { return m_detail.has_value(); }
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] Standing standing() const;
    [[nodiscard]] bool hasSpeaker() const;
    [[nodiscard]] QString speakerName() const;
    [[nodiscard]] QString speakerAddress() const;
    [[nodiscard]] QString speakerFingerprint() const;
    [[nodiscard]] QString speakerProof() const;
    [[nodiscard]] QString organisation() const;
    [[nodiscard]] QString recipient() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isHeld() const { return m_detail && m_detail->info.isHeld; }
    [[nodiscard]] bool needsAnswer() const { return m_detail && m_detail->info.needsAnswer; }
    [[nodiscard]] bool wantsReply() const { return m_detail && m_detail->info.wantsReply; }
    [[nodiscard]] bool canConfirm() const { return m_detail && m_detail->canConfirm; }
    [[nodiscard]] bool canSendAgain() const;
    [[nodiscard]] QString expiresText() const;
    [[nodiscard]] QString cardName() const;
    [[nodiscard]] QString cardText() const;
    [[nodiscard]] QString taskTitle() const;
    [[nodiscard]] QString taskText() const;
    [[nodiscard]] QString groupAddress() const;
    [[nodiscard]] bool isAppointment() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }

    Q_INVOKABLE void acceptContact(mmm::desktop::MessageReader::Card card);
    Q_INVOKABLE void acceptTask();
    /// Joins the group that invites, or becomes its administrator.
    Q_INVOKABLE void acceptGroup();
    Q_INVOKABLE void confirm(bool accepted);
    Q_INVOKABLE void reject();
    Q_INVOKABLE void sendAgain();

signals:
    void messageIdChanged();
    void changed();
    void contactAdded(const QString& contactId);
    void taskAdded(const QString& taskId);
    void groupJoined(const QString& groupId);
    void answered();

private:
    void load();
    template<typename Value>
    void act(std::function<Value(mesh::PersonalMesh&, std::stop_token)> work,
             std::function<void(const Value&)> done);

    MeshLink& m_link;
    QString m_id;
    int m_number = 0; ///< of the latest load; older answers do not count
    std::optional<mesh::MessageDetail> m_detail;
    bool m_isOutgoing = false;
    bool m_busy = false;
    QString m_errorText;
};

} // namespace mmm::desktop
