#include "credential_editor.h"

#include "clipboard.h"
#include "password_maker.h"
#include "text.h"

#include <QDesktopServices>
#include <QRegularExpression>
#include <QUrl>

namespace mmm::desktop {

namespace {

constexpr std::size_t passwordLimit = 16384;

} // namespace

CredentialEditor::CredentialEditor(QObject* parent) : CredentialEditor(*MeshLink::instance(), parent) {}

CredentialEditor::CredentialEditor(MeshLink& link, QObject* parent)
    : EntryEditor(link, CatalogKind::Credentials, parent)
{}

std::any CredentialEditor::emptyEntry() const
{
    return schema::CatalogedCredential();
}

void CredentialEditor::show(const std::any& entry)
{
    m_shown = std::any_cast<const schema::CatalogedCredential&>(entry);
    m_service = toText(m_shown.service);
    m_protocol = toText(m_shown.protocol);
    m_username = toText(m_shown.username);
    m_password = m_shown.password.secret;
}

std::any CredentialEditor::edited() const
{
    schema::CatalogedCredential credential = m_shown;
    if (m_service != toText(m_shown.service))
        credential.service = fromText(m_service.trimmed());
    if (m_protocol != toText(m_shown.protocol))
        credential.protocol = fromText(m_protocol.trimmed());
    if (m_username != toText(m_shown.username))
        credential.username = fromText(m_username.trimmed());
    credential.password.secret = m_password;
    return credential;
}

QHash<QString, QString> CredentialEditor::findings() const
{
    static const QRegularExpression schemePattern(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*$"));
    QHash<QString, QString> found;
    if (m_service.trimmed().isEmpty())
        found.insert(QStringLiteral("service"), tr("Say what the password is for, such as example.com."));
    else if (m_service.size() > fieldLimit)
        found.insert(QStringLiteral("service"), tr("This name is too long."));
    if (!m_protocol.trimmed().isEmpty() && !schemePattern.match(m_protocol.trimmed()).hasMatch())
        found.insert(QStringLiteral("protocol"), tr("Use letters and digits only, such as https."));
    if (m_username.size() > fieldLimit)
        found.insert(QStringLiteral("username"), tr("This name is too long."));
    if (m_password.size() > passwordLimit)
        found.insert(QStringLiteral("password"), tr("This password is too long."));
    return found;
}

QList<FieldText> CredentialEditor::describe(const std::any& entry) const
{
    const auto& credential = std::any_cast<const schema::CatalogedCredential&>(entry);
    return {{tr("Service"), toText(credential.service)},
            {tr("User name"), toText(credential.username)},
            {tr("Protocol"), toText(credential.protocol)},
            {tr("Password"), QString(), credential.password.secret}};
}

void CredentialEditor::setPassword(const QString& text)
{
    setPasswordSecret(secretFromText(text));
}

void CredentialEditor::reveal()
{
    emit revealed(QString::fromUtf8(m_password.text().data(), qsizetype(m_password.size())));
}

void CredentialEditor::copyPassword()
{
    if (hasPassword())
        Clipboard::instance()->copySecret(m_password);
}

void CredentialEditor::generatePassword(int length, bool symbols)
{
    setPasswordSecret(makePassword(std::size_t(qBound(8, length, 128)), symbols));
}

bool CredentialEditor::openInBrowser() const
{
    const QUrl address(completedAddress(m_service));
    return (address.scheme() == QLatin1String("https") || address.scheme() == QLatin1String("http")) &&
           !address.host().isEmpty() && QDesktopServices::openUrl(address);
}

} // namespace mmm::desktop
