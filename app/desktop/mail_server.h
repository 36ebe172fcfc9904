#pragma once

#include "base/secret.h"
#include "schema/applications.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// One server of a mail account, as a form edits it.
class MailServer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of MailEditor")
    Q_PROPERTY(bool outgoing READ isOutgoing CONSTANT)
    Q_PROPERTY(Protocol protocol READ protocol WRITE setProtocol NOTIFY changed)
    Q_PROPERTY(QString host READ host WRITE setHost NOTIFY changed)
    /// What is wrong, once the person has been there; the same for the port.
    Q_PROPERTY(QString hostError READ hostError NOTIFY changed)
    Q_PROPERTY(QString port READ port WRITE setPort NOTIFY changed)
    Q_PROPERTY(QString portError READ portError NOTIFY changed)
    /// What stands for no port.
    Q_PROPERTY(QString usualPort READ usualPort NOTIFY changed)
    /// Encrypted from the start; otherwise the connection is upgraded.
    Q_PROPERTY(bool direct READ isDirect WRITE setDirect NOTIFY changed)
    /// Empty: the address.
    Q_PROPERTY(QString userName READ userName WRITE setUserName NOTIFY changed)
    Q_PROPERTY(mmm::SharedSecret password READ password WRITE setPassword NOTIFY changed)
public:
    enum Protocol
    {
        Imap,
        Pop,
        Submission,
    };
    Q_ENUM(Protocol)

    explicit MailServer(bool isOutgoing, QObject* parent = nullptr);

    /// Nothing: a server that is to be filled in.
    void setServer(const std::vector<schema::MailConnection>& servers);
    /// The first server as the form says; the others stay.
    void writeTo(std::vector<schema::MailConnection>& servers) const;
    [[nodiscard]] bool isValid() const;
    /// From now on what is missing is wrong.
    void showMissing();

    [[nodiscard]] bool isOutgoing() const { return m_outgoing; }
    [[nodiscard]] Protocol protocol() const;
    void setProtocol(Protocol protocol);
    [[nodiscard]] QString host() const { return m_host; }
    void setHost(const QString& host);
    [[nodiscard]] QString hostError() const;
    [[nodiscard]] QString port() const { return m_port; }
    void setPort(const QString& port);
    [[nodiscard]] QString portError() const;
    [[nodiscard]] QString usualPort() const;
    [[nodiscard]] bool isDirect() const;
    void setDirect(bool direct);
    [[nodiscard]] QString userName() const;
    void setUserName(const QString& name);
    [[nodiscard]] SharedSecret password() const { return m_now.password.secret; }
    void setPassword(const SharedSecret& password);

    /// Puts the password on the clipboard, which forgets it after a while.
    Q_INVOKABLE void copyPassword();

signals:
    void changed();
    /// The person changed something.
    void edited();

private:
    void touched();

    const bool m_outgoing;
    schema::MailConnection m_now; ///< with everything but what the texts below say
    QString m_host;
    QString m_port;
    bool m_missingShown = false;
};

} // namespace mmm::desktop
