#pragma once

#include "mesh/messaging.h"
#include "mesh_link.h"

#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// The account behind a contact: whether it is proved and by what, and what its messages may do.
class ContactAccount : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString contactId READ contactId WRITE setContactId NOTIFY contactIdChanged)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(bool own READ isOwn NOTIFY changed)
    /// The card of a group: one can encrypt to it, and it sends nothing.
    Q_PROPERTY(bool group READ isGroup NOTIFY changed)
    Q_PROPERTY(QString groupId READ groupId NOTIFY changed)
    Q_PROPERTY(bool member READ isMember NOTIFY changed)
    Q_PROPERTY(bool verified READ isVerified NOTIFY changed)
    /// One sentence on what the card is worth.
    Q_PROPERTY(QString proof READ proof NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed)
    /// Which version of one's own card the contact has.
    Q_PROPERTY(QString sharedText READ sharedText NOTIFY changed)
    Q_PROPERTY(bool blocked READ isBlocked WRITE setBlocked NOTIFY changed)
    /// 0 as for all, 1 accept, 2 hold, 3 reject. While the contact is blocked, what counts again afterwards.
    Q_PROPERTY(int confirmationRight READ confirmationRight WRITE setConfirmationRight NOTIFY changed)
    Q_PROPERTY(int taskRight READ taskRight WRITE setTaskRight NOTIFY changed)
    Q_PROPERTY(int groupRight READ groupRight WRITE setGroupRight NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
public:
    explicit ContactAccount(QObject* parent = nullptr);
    explicit ContactAccount(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString contactId() const { return m_id; }
    void setContactId(const QString& id);
    [[nodiscard]] bool isLoaded() const { return m_trust.has_value(); }
    [[nodiscard]] bool isOwn() const { return m_trust && m_trust->isOwn; }
    [[nodiscard]] bool isGroup() const { return m_trust && m_trust->isGroup; }
    [[nodiscard]] QString groupId() const;
    [[nodiscard]] bool isMember() const { return m_trust && m_trust->isMember; }
    [[nodiscard]] bool isVerified() const { return m_trust && m_trust->isVerified; }
    [[nodiscard]] QString proof() const;
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString fingerprint() const;
    [[nodiscard]] QString sharedText() const;
    [[nodiscard]] bool isBlocked() const { return m_trust && m_trust->rights.isBlocked; }
    void setBlocked(bool blocked);
    [[nodiscard]] int confirmationRight() const;
    void setConfirmationRight(int right);
    [[nodiscard]] int taskRight() const;
    void setTaskRight(int right);
    [[nodiscard]] int groupRight() const;
    void setGroupRight(int right);
    [[nodiscard]] QString errorText() const { return m_errorText; }

signals:
    void contactIdChanged();
    void changed();

private:
    void load();
    [[nodiscard]] int right(std::string_view className) const;
    void setRight(std::string_view className, int right);
    void write();

    MeshLink& m_link;
    QString m_id;
    int m_number = 0;
    std::optional<mesh::ContactTrust> m_trust;
    QString m_errorText;
};

} // namespace mmm::desktop
