#include "mail_files.h"

#include "fault_text.h"
#include "keystore/small_file.h"
#include "local_file.h"
#include "mail/client_config.h"
#include "mail/openpgp.h"
#include "mail/smime.h"
#include "text.h"

#include <QFileInfo>

namespace mmm::desktop {

namespace {

using Account = schema::CatalogedApplicationMail;

Result<Secret> asSecret(const Result<std::string>& text)
{
    if (!text)
        return tl::unexpected<Error>(text.error());
    return Secret(bytesOf(*text));
}

} // namespace

MailFiles::MailFiles(QObject* parent) : MailFiles(*MeshLink::instance(), parent) {}

MailFiles::MailFiles(MeshLink& link, QObject* parent) : QObject(parent), m_link(link) {}

template<typename Make>
void MailFiles::write(const QString& entryId, const QUrl& file, const QString& remark, Make make)
{
    if (m_busy || m_link.catalog(CatalogKind::MailAccounts) == nullptr)
        return;
    const QString path = localPath(file);
    setBusy(true);
    m_link.runOnCatalog(
        CatalogKind::MailAccounts, this,
        [id = fromText(entryId), path = std::filesystem::path(path.toStdU16String()),
         make = std::move(make)](CatalogAccess& access) -> Status {
            MMM_TRY(const std::any entry, access.read(id));
            MMM_TRY(const Secret octets, make(std::any_cast<const Account&>(entry), path));
            return keystore::replaceSmallFile(path, octets);
        },
        [this, remark, name = QFileInfo(path).fileName()](const Status& status) {
            setBusy(false);
            if (status)
                emit written(tr("“%1” is written.").arg(name) + QLatin1Char(' ') + remark);
            else
                emit failed(faultText(status.error()));
        });
}

void MailFiles::writeConfig(const QString& entryId, const QUrl& file)
{
    write(entryId, file, tr("Passwords are not in it."),
          [](const Account& account, const std::filesystem::path& path) {
              return asSecret(path.extension() == ".mobileconfig" ? mail::appleProfile(account)
                                                                  : mail::autoconfig(account));
          });
}

void MailFiles::writeCertificate(const QString& entryId, const QUrl& file)
{
    write(entryId, file, tr("You may give it to everybody."),
          [](const Account& account, const std::filesystem::path&) -> Result<Secret> {
              if (!account.smimeEncrypt)
                  return fail(Fault::Missing, "no certificate");
              return Secret(bytesOf(mail::certificatePem(account.smimeEncrypt->x509Certificate)));
          });
}

void MailFiles::writeKey(const QString& entryId, const QUrl& file, const SharedSecret& passphrase)
{
    write(entryId, file,
          tr("Whoever has it and the passphrase reads your mail. Delete it when you no longer need it."),
          [passphrase](const Account& account, const std::filesystem::path&) -> Result<Secret> {
              if (!account.smimeEncrypt)
                  return fail(Fault::Missing, "no certificate");
              const mail::SmimeIdentity identity{account.smimeEncrypt->x509Certificate,
                                                 account.smimeEncrypt->x509Chain, account.smimeKey.secret};
              return mail::writePkcs12(
                  identity, account.accountAddress.empty() ? std::string() : account.accountAddress.front(),
                  passphrase);
          });
}

void MailFiles::writePgpCertificate(const QString& entryId, const QUrl& file)
{
    write(entryId, file, tr("You may give it to everybody."),
          [](const Account& account, const std::filesystem::path&) {
              return asSecret(mail::armouredCertificate(account.openPgpCertificate));
          });
}

void MailFiles::writePgpKey(const QString& entryId, const QUrl& file, const SharedSecret& passphrase)
{
    write(entryId, file,
          tr("Whoever has it and the passphrase reads your mail. Delete it when you no longer need it."),
          [passphrase](const Account& account, const std::filesystem::path&) {
              return mail::armouredKey({account.openPgpCertificate, account.openPgpKey.secret}, passphrase);
          });
}

QString MailFiles::passphraseError(const SharedSecret& passphrase, const SharedSecret& repeated)
{
    constexpr std::size_t shortest = 8;
    if (passphrase.size() < shortest)
        return tr("At least 8 characters, please.");
    return passphrase == repeated ? QString() : tr("The two passphrases are not the same.");
}

void MailFiles::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged();
}

} // namespace mmm::desktop
