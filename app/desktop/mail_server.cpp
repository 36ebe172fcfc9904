#include "mail_server.h"

#include "clipboard.h"
#include "form_values.h"
#include "mail/client_config.h"
#include "ssh/config.h"
#include "text.h"

namespace mmm::desktop {

MailServer::MailServer(bool isOutgoing, QObject* parent) : QObject(parent), m_outgoing(isOutgoing)
{
    setServer({});
}

void MailServer::setServer(const std::vector<schema::MailConnection>& servers)
{
    m_now = servers.empty() ? schema::MailConnection() : servers.front();
    if (servers.empty()) {
        m_now.prefix = m_outgoing ? mail::prefix::submission : mail::prefix::imap;
        m_now.security = {std::string(mail::security::direct)};
    }
    m_host = toText(m_now.serviceName);
    m_port = m_now.port ? QString::number(*m_now.port) : QString();
    m_missingShown = false;
    emit changed();
}

void MailServer::writeTo(std::vector<schema::MailConnection>& servers) const
{
    schema::MailConnection server = m_now;
    bool isRight = true;
    server.serviceName = fromText(m_host.trimmed());
    server.port = smallNumber(m_port, isRight);
    if (servers.empty())
        servers.emplace_back();
    servers.front() = std::move(server);
}

bool MailServer::isValid() const
{
    return !m_host.trimmed().isEmpty() && ssh::isHostName(fromText(m_host.trimmed())) &&
           portError().isEmpty();
}

void MailServer::showMissing()
{
    if (m_missingShown)
        return;
    m_missingShown = true;
    emit changed();
}

MailServer::Protocol MailServer::protocol() const
{
    if (m_outgoing)
        return Submission;
    return m_now.prefix == mail::prefix::pop ? Pop : Imap;
}

void MailServer::setProtocol(Protocol protocol)
{
    if (m_outgoing || protocol == Submission || protocol == this->protocol())
        return;
    m_now.prefix = protocol == Pop ? mail::prefix::pop : mail::prefix::imap;
    touched();
}

void MailServer::setHost(const QString& host)
{
    if (m_host == host)
        return;
    m_host = host;
    touched();
}

QString MailServer::hostError() const
{
    if (m_host.trimmed().isEmpty())
        return m_missingShown ? tr("Say which server it is, such as mail.example.org.") : QString();
    return ssh::isHostName(fromText(m_host.trimmed()))
               ? QString()
               : tr("A name or an address of a server, such as mail.example.org.");
}

void MailServer::setPort(const QString& port)
{
    if (m_port == port)
        return;
    m_port = port;
    touched();
}

QString MailServer::portError() const
{
    bool isRight = true;
    const auto port = smallNumber(m_port, isRight);
    return isRight && port.value_or(1) != 0 ? QString() : tr("A number from 1 to 65535.");
}

QString MailServer::usualPort() const
{
    return QString::number(
        mail::usualPort(m_outgoing ? mail::prefix::submission : std::string_view(m_now.prefix), isDirect()));
}

bool MailServer::isDirect() const
{
    return mail::isDirect(m_now);
}

void MailServer::setDirect(bool direct)
{
    if (direct == isDirect())
        return;
    m_now.security = {std::string(direct ? mail::security::direct : mail::security::upgrade)};
    touched();
}

QString MailServer::userName() const
{
    return toText(m_now.userName);
}

void MailServer::setUserName(const QString& name)
{
    if (name == userName())
        return;
    m_now.userName = fromText(name);
    touched();
}

void MailServer::setPassword(const SharedSecret& password)
{
    if (password == m_now.password.secret)
        return;
    m_now.password.secret = password;
    touched();
}

void MailServer::copyPassword()
{
    if (!m_now.password.secret.empty())
        Clipboard::instance()->copySecret(m_now.password.secret);
}

void MailServer::touched()
{
    emit changed();
    emit edited();
}

} // namespace mmm::desktop
