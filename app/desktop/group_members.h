#pragma once

#include "mesh/groups.h"
#include "mesh_link.h"
#include "row_model.h"

namespace mmm::desktop {

/// The members of one group, and what its administrators do with them. Others see whether they belong to it.
class GroupMembers : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString groupId READ groupId WRITE setGroupId NOTIFY groupIdChanged)
    Q_PROPERTY(bool administrator READ isAdministrator WRITE setAdministrator NOTIFY groupIdChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// Whether the service lets this account decrypt, in words; empty while that is not known.
    Q_PROPERTY(QString membershipText READ membershipText NOTIFY changed)
    /// Whether the service says that this account is no member any more.
    Q_PROPERTY(bool shutOut READ isShutOut NOTIFY changed)
    /// Whether another member administers the group, so that this account can leave it.
    Q_PROPERTY(bool hasOtherAdministrator READ hasOtherAdministrator NOTIFY changed)
    /// Contacts who can be invited: what they are called, and their addresses. Follows findCandidates().
    Q_PROPERTY(QStringList candidates READ candidates NOTIFY candidatesChanged)
    Q_PROPERTY(bool candidatesKnown READ areCandidatesKnown NOTIFY candidatesChanged)
public:
    enum Role
    {
        MemberIdRole = Qt::UserRole + 1,
        NameRole,
        AddressRole,
        StateTextRole,
        IsAdministratorRole,
        IsOwnRole,
        CanAppointRole,
        CanInviteRole, ///< anew: the invitation was declined or did not arrive
    };

    explicit GroupMembers(QObject* parent = nullptr);
    explicit GroupMembers(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString groupId() const { return m_groupId; }
    void setGroupId(const QString& id);
    [[nodiscard]] bool isAdministrator() const { return m_isAdministrator; }
    void setAdministrator(bool administrator);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText.isEmpty() ? m_listErrorText : m_errorText; }
    [[nodiscard]] QString membershipText() const { return m_membershipText; }
    [[nodiscard]] bool isShutOut() const { return m_isShutOut; }
    [[nodiscard]] bool hasOtherAdministrator() const;
    [[nodiscard]] QStringList candidates() const;
    [[nodiscard]] bool areCandidatesKnown() const { return m_areCandidatesKnown; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Reads what this device knows, then asks the service.
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void findCandidates();
    Q_INVOKABLE void invite(int candidate, const QString& text);
    Q_INVOKABLE void inviteAgain(const QString& memberId);
    Q_INVOKABLE void remove(const QString& memberId);
    Q_INVOKABLE void appoint(const QString& memberId);

signals:
    void groupIdChanged();
    void candidatesChanged();
    void changed();
    /// The service says that this account is no administrator any more.
    void administrationLost();
    void invited(const QString& name);
    void removed(const QString& name);
    void appointed(const QString& name);

private:
    struct Candidate
    {
        QString name;
        std::string address;
    };
    void checkMembership();
    void list(bool ask);
    void take(Result<std::vector<mesh::GroupMember>> members, bool wasAsked);
    void clear();
    void inviteAddress(const std::string& address, const QString& name, const QString& text);
    template<typename Work, typename Done>
    void change(Work work, Done done);
    [[nodiscard]] static QString nameOf(const mesh::GroupMember& member);
    [[nodiscard]] const mesh::GroupMember* find(const QString& memberId) const;

    MeshLink& m_link;
    QString m_groupId;
    bool m_isAdministrator = false;
    int m_number = 0; ///< of the latest group; answers about others do not count
    std::vector<mesh::GroupMember> m_rows;
    std::vector<Candidate> m_candidates;
    bool m_areCandidatesKnown = false;
    std::stop_source m_asking; ///< of the latest question to the service
    bool m_isAsking = false;
    bool m_askAgain = false; ///< once the present question is answered
    bool m_busy = false;
    bool m_isShutOut = false;
    QString m_errorText;     ///< of what the person wanted
    QString m_listErrorText; ///< of the question
    QString m_membershipText;
};

} // namespace mmm::desktop
