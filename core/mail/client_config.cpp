#include "mail/client_config.h"

#include <QByteArray>
#include <QString>
#include <QUuid>
#include <QXmlStreamWriter>
#include <algorithm>

namespace mmm::mail {

namespace {

using Account = schema::CatalogedApplicationMail;
using Connection = schema::MailConnection;

QString text(std::string_view utf8)
{
    QString all = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    // what XML cannot hold
    all.removeIf(
        [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0xfffe || c.unicode() == 0xffff; });
    return all;
}

/// `protocol`: what a connection that does not say is for.
QString portOf(const Connection& connection, std::string_view protocol)
{
    const std::string_view known = connection.prefix.empty() ? protocol : std::string_view(connection.prefix);
    return QString::number(connection.port.value_or(usualPort(known, isDirect(connection))));
}

QString userOf(const Connection& connection, const Account& account)
{
    return text(connection.userName.empty() ? account.accountAddress.front() : connection.userName);
}

Status check(const Account& account)
{
    if (account.accountAddress.empty() || !isMailAddress(account.accountAddress.front()) ||
        account.inbound.empty() || account.outbound.empty())
        return fail(Fault::Missing, "an account without an address or a server");
    return {};
}

void writeServer(QXmlStreamWriter& xml, const char* element, const QString& type, const Connection& server,
                 const Account& account)
{
    xml.writeStartElement(QLatin1String(element));
    xml.writeAttribute(QStringLiteral("type"), type);
    xml.writeTextElement(QStringLiteral("hostname"), text(server.serviceName));
    xml.writeTextElement(QStringLiteral("port"),
                         portOf(server, type == QLatin1String("smtp") ? prefix::submission : prefix::imap));
    xml.writeTextElement(QStringLiteral("socketType"),
                         isDirect(server) ? QStringLiteral("SSL") : QStringLiteral("STARTTLS"));
    xml.writeTextElement(QStringLiteral("authentication"), QStringLiteral("password-cleartext"));
    xml.writeTextElement(QStringLiteral("username"), userOf(server, account));
    xml.writeEndElement();
}

/// Entries of a property list.
class Dictionary
{
public:
    explicit Dictionary(QXmlStreamWriter& xml) : m_xml(xml)
    {
        m_xml.writeStartElement(QStringLiteral("dict"));
    }
    ~Dictionary() { m_xml.writeEndElement(); }
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    void key(const char* name) { m_xml.writeTextElement(QStringLiteral("key"), QLatin1String(name)); }
    void put(const char* name, const QString& value)
    {
        key(name);
        m_xml.writeTextElement(QStringLiteral("string"), value);
    }
    void number(const char* name, const QString& value)
    {
        key(name);
        m_xml.writeTextElement(QStringLiteral("integer"), value);
    }
    void flag(const char* name, bool value)
    {
        key(name);
        m_xml.writeEmptyElement(value ? QStringLiteral("true") : QStringLiteral("false"));
    }

private:
    QXmlStreamWriter& m_xml;
};

/// What all dictionaries of a profile have.
void putIdentity(Dictionary& dictionary, const QString& type, const QString& name, const QString& address)
{
    dictionary.put("PayloadType", type);
    dictionary.number("PayloadVersion", QStringLiteral("1"));
    dictionary.put("PayloadIdentifier", QStringLiteral("org.meshdesktop.mail.") + name);
    // the same again replaces what an earlier profile set up
    const QUuid space(QStringLiteral("{8f0d3b5e-6a55-4c0b-9f6d-1d0f5c3a7e21}"));
    dictionary.put(
        "PayloadUUID",
        QUuid::createUuidV5(space, type + QLatin1Char(' ') + address).toString(QUuid::WithoutBraces));
}

} // namespace

bool isDirect(const Connection& connection)
{
    return std::ranges::find(connection.security, security::upgrade) == connection.security.end();
}

int usualPort(std::string_view prefix, bool isDirect)
{
    if (prefix == prefix::submission)
        return isDirect ? 465 : 587;
    if (prefix == prefix::pop)
        return isDirect ? 995 : 110;
    return isDirect ? 993 : 143;
}

bool isMailAddress(std::string_view text)
{
    constexpr std::size_t longest = 254; // RFC 5321
    const std::size_t at = text.rfind('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@') == at &&
           text.size() <= longest && std::ranges::none_of(text, [](char c) {
               return static_cast<unsigned char>(c) <= ' ' || c == 0x7f || c == '<' || c == '>' || c == ',';
           });
}

Result<std::string> autoconfig(const Account& account)
{
    MMM_CHECK(check(account));
    const std::string& address = account.accountAddress.front();
    const QString domain = text(std::string_view(address).substr(address.rfind('@') + 1));
    QByteArray octets;
    QXmlStreamWriter xml(&octets);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("clientConfig"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.1"));
    xml.writeStartElement(QStringLiteral("emailProvider"));
    xml.writeAttribute(QStringLiteral("id"), domain);
    xml.writeTextElement(QStringLiteral("domain"), domain);
    xml.writeTextElement(QStringLiteral("displayName"), text(address));
    xml.writeTextElement(QStringLiteral("displayShortName"), domain);
    for (const Connection& server : account.inbound)
        writeServer(xml, "incomingServer",
                    server.prefix == prefix::pop ? QStringLiteral("pop3") : QStringLiteral("imap"), server,
                    account);
    for (const Connection& server : account.outbound)
        writeServer(xml, "outgoingServer", QStringLiteral("smtp"), server, account);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return octets.toStdString();
}

Result<std::string> appleProfile(const Account& account)
{
    MMM_CHECK(check(account));
    const Connection& in = account.inbound.front();
    const Connection& out = account.outbound.front();
    const QString address = text(account.accountAddress.front());
    QByteArray octets;
    QXmlStreamWriter xml(&octets);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeDTD(QStringLiteral("<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                                "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"));
    xml.writeStartElement(QStringLiteral("plist"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.0"));
    {
        Dictionary profile(xml);
        putIdentity(profile, QStringLiteral("Configuration"), QStringLiteral("profile"), address);
        profile.put("PayloadDisplayName", address);
        profile.key("PayloadContent");
        xml.writeStartElement(QStringLiteral("array"));
        {
            Dictionary mail(xml);
            putIdentity(mail, QStringLiteral("com.apple.mail.managed"), QStringLiteral("account"), address);
            mail.put("EmailAccountDescription", address);
            mail.put("EmailAccountName", text(account.displayName));
            mail.put("EmailAccountType", in.prefix == prefix::pop ? QStringLiteral("EmailTypePOP")
                                                                  : QStringLiteral("EmailTypeIMAP"));
            mail.put("EmailAddress", address);
            mail.put("IncomingMailServerAuthentication", QStringLiteral("EmailAuthPassword"));
            mail.put("IncomingMailServerHostName", text(in.serviceName));
            mail.number("IncomingMailServerPortNumber", portOf(in, prefix::imap));
            mail.flag("IncomingMailServerUseSSL", true);
            mail.put("IncomingMailServerUsername", userOf(in, account));
            mail.put("OutgoingMailServerAuthentication", QStringLiteral("EmailAuthPassword"));
            mail.put("OutgoingMailServerHostName", text(out.serviceName));
            mail.number("OutgoingMailServerPortNumber", portOf(out, prefix::submission));
            mail.flag("OutgoingMailServerUseSSL", true);
            mail.put("OutgoingMailServerUsername", userOf(out, account));
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return octets.toStdString();
}

} // namespace mmm::mail
