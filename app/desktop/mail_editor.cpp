#include "mail_editor.h"

#include "fault_text.h"
#include "keystore/small_file.h"
#include "local_file.h"
#include "mail/client_config.h"
#include "text.h"
#include "udf/digest.h"

namespace mmm::desktop {

namespace {

constexpr std::size_t longestName = 200;

/// In groups, as people compare it.
QString fingerprintText(const std::string& fingerprint)
{
    constexpr qsizetype group = 4;
    QString text = toText(fingerprint);
    for (qsizetype i = text.size() - text.size() % group; i > 0; i -= group) {
        if (i < text.size())
            text.insert(i, QLatin1Char(' '));
    }
    return text;
}

} // namespace

MailEditor::MailEditor(QObject* parent) : MailEditor(*MeshLink::instance(), parent) {}

MailEditor::MailEditor(MeshLink& link, QObject* parent) : EntryEditor(link, CatalogKind::MailAccounts, parent)
{
    connect(&m_incoming, &MailServer::edited, this, [this] { touched("incoming"); });
    connect(&m_outgoing, &MailServer::edited, this, [this] { touched("outgoing"); });
    connect(this, &EntryEditor::fieldsChanged, this, [this] {
        emit pgpInfoChanged(); // it may be for another address now
        if (!finding("incoming").isEmpty())
            m_incoming.showMissing();
        if (!finding("outgoing").isEmpty())
            m_outgoing.showMissing();
    });
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool isAvailable) {
        if (!isAvailable)
            setWorking(false); // what was under way is not answered any more
    });
}

QString MailEditor::displayName() const
{
    return toText(m_now.displayName);
}

void MailEditor::setDisplayName(const QString& name)
{
    edit(m_now.displayName, fromText(name), "displayName");
}

std::any MailEditor::emptyEntry() const
{
    return schema::CatalogedApplicationMail();
}

void MailEditor::show(const std::any& entry)
{
    ++m_number;
    m_now = std::any_cast<const schema::CatalogedApplicationMail&>(entry);
    m_address = m_now.accountAddress.empty() ? QString() : toText(m_now.accountAddress.front());
    m_incoming.setServer(m_now.inbound);
    m_outgoing.setServer(m_now.outbound);
    readCertificate();
    readPgpKey();
}

void MailEditor::readCertificate()
{
    m_info.reset();
    if (m_now.smimeEncrypt) {
        if (auto info = mail::describeCertificate(m_now.smimeEncrypt->x509Certificate))
            m_info = std::move(*info);
    }
}

void MailEditor::readPgpKey()
{
    m_pgpInfo.reset();
    emit pgpInfoChanged();
    if (!hasPgpKey() || !hasOpenPgp())
        return;
    link().run(
        Concern::MailAccounts, this,
        [certificate = m_now.openPgpCertificate](const std::stop_token& stop) {
            return mail::describeOpenPgp(certificate, stop);
        },
        [this, certificate = m_now.openPgpCertificate](Result<mail::OpenPgpInfo> info) {
            if (certificate != m_now.openPgpCertificate)
                return; // another one by now
            m_pgpInfo = info ? std::optional(std::move(*info)) : std::nullopt;
            emit pgpInfoChanged();
        });
}

std::any MailEditor::edited() const
{
    schema::CatalogedApplicationMail account = m_now;
    const std::string address = fromText(m_address.trimmed());
    if (account.accountAddress.empty()) {
        if (!address.empty())
            account.accountAddress.push_back(address);
    } else {
        account.accountAddress.front() = address;
    }
    // a form that nobody has touched says what was in the entry
    if (!account.inbound.empty() || !m_incoming.host().isEmpty() || !m_incoming.password().empty())
        m_incoming.writeTo(account.inbound);
    if (!account.outbound.empty() || !m_outgoing.host().isEmpty() || !m_outgoing.password().empty())
        m_outgoing.writeTo(account.outbound);
    return account;
}

QHash<QString, QString> MailEditor::findings() const
{
    QHash<QString, QString> found;
    if (!mail::isMailAddress(fromText(m_address.trimmed())))
        found.insert(QStringLiteral("address"), tr("An address looks like alice@example.org."));
    if (m_now.displayName.size() > longestName)
        found.insert(QStringLiteral("displayName"), tr("This name is too long."));
    if (!m_incoming.isValid())
        found.insert(QStringLiteral("incoming"), tr("The server for incoming mail is not right."));
    if (!m_outgoing.isValid())
        found.insert(QStringLiteral("outgoing"), tr("The server for outgoing mail is not right."));
    return found;
}

QList<FieldText> MailEditor::describe(const std::any& entry) const
{
    const auto& account = std::any_cast<const schema::CatalogedApplicationMail&>(entry);
    const auto hostOf = [](const std::vector<schema::MailConnection>& servers) {
        return servers.empty() ? QString() : toText(servers.front().serviceName);
    };
    const auto secretOf = [](const std::vector<schema::MailConnection>& servers) {
        return servers.empty() ? SharedSecret() : servers.front().password.secret;
    };
    const QString pgpKey = account.openPgpEncrypt ? toText(account.openPgpEncrypt->udf) : QString();
    QString fingerprint;
    if (account.smimeEncrypt) {
        if (const auto info = mail::describeCertificate(account.smimeEncrypt->x509Certificate))
            fingerprint = toText(info->fingerprint);
    }
    return {
        {tr("Address"), account.accountAddress.empty() ? QString() : toText(account.accountAddress.front())},
        {tr("Your name"), toText(account.displayName)},
        {tr("Incoming mail"), hostOf(account.inbound)},
        {tr("Password for incoming mail"), QString(), secretOf(account.inbound)},
        {tr("Outgoing mail"), hostOf(account.outbound)},
        {tr("Password for outgoing mail"), QString(), secretOf(account.outbound)},
        {tr("Certificate"), fingerprint},
        {tr("OpenPGP key"), pgpKey}};
}

QString MailEditor::certificateOwner() const
{
    if (!m_info)
        return {};
    QStringList parts{toText(m_info->subject)};
    for (const std::string& address : m_info->addresses)
        parts.append(toText(address));
    parts.removeDuplicates();
    return parts.join(QStringLiteral(", "));
}

QString MailEditor::certificateIssuer() const
{
    if (!m_info)
        return {};
    return m_info->isSelfIssued ? tr("Itself") : toText(m_info->issuer);
}

QString MailEditor::certificateTime() const
{
    return m_info ? tr("%1 to %2").arg(momentText(m_info->validFrom), momentText(m_info->validUntil))
                  : QString();
}

QString MailEditor::certificateFingerprint() const
{
    return m_info ? toText(m_info->fingerprint) : QString();
}

QString MailEditor::certificateWarning() const
{
    if (!m_info)
        return {};
    const std::string address = fromText(m_address.trimmed());
    const auto isSame = [&](const std::string& one) {
        return toText(one).compare(toText(address), Qt::CaseInsensitive) == 0;
    };
    if (std::ranges::none_of(m_info->addresses, isSame))
        return tr("The certificate is for another address.");
    if (m_info->validUntil < nowForText())
        return tr("The certificate is no longer valid. It still opens old mail.");
    if (m_info->validFrom > nowForText())
        return tr("The certificate is not valid yet.");
    if (m_info->isSelfIssued)
        return tr("Nobody else vouches for this certificate: people you write to must accept it themselves.");
    return {};
}

bool MailEditor::hasOpenPgp() const
{
    return mail::hasOpenPgp();
}

QString MailEditor::pgpOwner() const
{
    QStringList names;
    if (m_pgpInfo) {
        for (const std::string& id : m_pgpInfo->userIds)
            names.append(toText(id));
    }
    return names.join(QStringLiteral(", "));
}

QString MailEditor::pgpTime() const
{
    if (!m_pgpInfo)
        return {};
    const QString made = momentText(m_pgpInfo->created);
    return m_pgpInfo->expires ? tr("%1 to %2").arg(made, momentText(*m_pgpInfo->expires))
                              : tr("Since %1, without an end").arg(made);
}

QString MailEditor::pgpFingerprint() const
{
    return m_pgpInfo ? fingerprintText(m_pgpInfo->fingerprint) : QString();
}

QString MailEditor::pgpWarning() const
{
    if (!m_pgpInfo)
        return {};
    const QString address = m_address.trimmed();
    const auto isSame = [&](const std::string& one) {
        return toText(one).compare(address, Qt::CaseInsensitive) == 0;
    };
    if (m_pgpInfo->isRevoked)
        return tr("The key was revoked by its owner. It still opens old mail.");
    if (m_pgpInfo->expires && *m_pgpInfo->expires < nowForText())
        return tr("The key is no longer valid. It still opens old mail.");
    if (std::ranges::none_of(m_pgpInfo->addresses, isSame))
        return tr("The key is for another address.");
    return m_pgpInfo->canEncrypt ? QString() : tr("Nobody can encrypt to this key: it only signs.");
}

template<typename Work, typename Take>
void MailEditor::work(Work make, Take take)
{
    if (m_working || !isLoaded())
        return;
    setWorking(true);
    m_work = link().run(Concern::MailAccounts, this, std::move(make),
                        [this, take = std::move(take), number = m_number](auto made) {
                            setWorking(false);
                            if (number != m_number || m_work.stop_requested())
                                return; // another entry is open, or the person does not want it any more
                            if (!made) {
                                emit keyFailed(made.error().fault == Fault::Missing
                                                   ? tr("There is no private key in this file.")
                                                   : faultText(made.error()));
                                return;
                            }
                            take(std::move(*made));
                        });
}

void MailEditor::takeCertificate(mail::SmimeIdentity made)
{
    m_now.smimeEncrypt.emplace();
    m_now.smimeEncrypt->x509Certificate = std::move(made.certificate);
    m_now.smimeEncrypt->x509Chain = std::move(made.chain);
    m_now.smimeKey.secret = std::move(made.key);
    readCertificate();
    touched("certificate");
}

void MailEditor::takePgpKey(mail::OpenPgpKey made)
{
    m_now.openPgpEncrypt.emplace();
    m_now.openPgpEncrypt->udf = udf::contentDigest(made.certificate, "application/pgp-keys").text();
    m_now.openPgpCertificate = std::move(made.certificate);
    m_now.openPgpKey.secret = std::move(made.key);
    readPgpKey();
    touched("pgpKey");
}

void MailEditor::makeCertificate()
{
    const std::string address = fromText(m_address.trimmed());
    if (!mail::isMailAddress(address)) {
        emit keyFailed(tr("Fill in the address first."));
        return;
    }
    work([name = m_now.displayName,
          address](const std::stop_token&) { return mail::makeSmime(name, address, SystemClock().now()); },
         [this](mail::SmimeIdentity made) { takeCertificate(std::move(made)); });
}

void MailEditor::importCertificate(const QUrl& file, const SharedSecret& passphrase)
{
    const QString path = localPath(file);
    work(
        [path = std::filesystem::path(path.toStdU16String()),
         passphrase](const std::stop_token&) -> Result<mail::SmimeIdentity> {
            MMM_TRY(const Bytes octets, keystore::readSmallFile(path, mail::largestFile));
            return mail::readPkcs12(octets, passphrase);
        },
        [this](mail::SmimeIdentity made) { takeCertificate(std::move(made)); });
}

void MailEditor::removeCertificate()
{
    m_now.smimeEncrypt.reset();
    m_now.smimeKey = {};
    readCertificate();
    touched("certificate");
}

void MailEditor::makePgpKey()
{
    const std::string address = fromText(m_address.trimmed());
    if (!mail::isMailAddress(address)) {
        emit keyFailed(tr("Fill in the address first."));
        return;
    }
    work([name = m_now.displayName,
          address](const std::stop_token& stop) { return mail::makeOpenPgp(name, address, stop); },
         [this](mail::OpenPgpKey made) { takePgpKey(std::move(made)); });
}

void MailEditor::importPgpKey(const QUrl& file, const SharedSecret& passphrase)
{
    const QString path = localPath(file);
    work(
        [path = std::filesystem::path(path.toStdU16String()),
         passphrase](const std::stop_token& stop) -> Result<mail::OpenPgpKey> {
            MMM_TRY(const Bytes octets, keystore::readSmallFile(path, mail::largestOpenPgpFile));
            return mail::readOpenPgp(octets, passphrase, stop);
        },
        [this](mail::OpenPgpKey made) { takePgpKey(std::move(made)); });
}

void MailEditor::removePgpKey()
{
    m_now.openPgpEncrypt.reset();
    m_now.openPgpCertificate.clear();
    m_now.openPgpKey = {};
    readPgpKey();
    touched("pgpKey");
}

void MailEditor::cancelWork()
{
    m_work.request_stop();
}

void MailEditor::setWorking(bool working)
{
    if (m_working == working)
        return;
    m_working = working;
    emit workingChanged();
}

} // namespace mmm::desktop
