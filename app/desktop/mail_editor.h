#pragma once

#include "entry_editor.h"
#include "mail/openpgp.h"
#include "mail/smime.h"
#include "mail_server.h"

#include <QUrl>
#include <stop_token>

namespace mmm::desktop {

/// The form of a mail account: its servers, and its keys for S/MIME and OpenPGP.
class MailEditor : public mmm::desktop::EntryEditor
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY fieldsChanged)
    Q_PROPERTY(QString addressError READ addressError NOTIFY fieldsChanged)
    /// The person's name as others see it.
    Q_PROPERTY(QString displayName READ displayName WRITE setDisplayName NOTIFY fieldsChanged)
    Q_PROPERTY(QString displayNameError READ displayNameError NOTIFY fieldsChanged)
    Q_PROPERTY(mmm::desktop::MailServer* incoming READ incoming CONSTANT)
    Q_PROPERTY(mmm::desktop::MailServer* outgoing READ outgoing CONSTANT)

    // S/MIME
    Q_PROPERTY(bool hasCertificate READ hasCertificate NOTIFY fieldsChanged)
    Q_PROPERTY(QString certificateOwner READ certificateOwner NOTIFY fieldsChanged)
    Q_PROPERTY(QString certificateIssuer READ certificateIssuer NOTIFY fieldsChanged)
    Q_PROPERTY(QString certificateTime READ certificateTime NOTIFY fieldsChanged)
    Q_PROPERTY(QString certificateFingerprint READ certificateFingerprint NOTIFY fieldsChanged)
    /// What speaks against it: another address, not valid now, nobody else vouches for it.
    Q_PROPERTY(QString certificateWarning READ certificateWarning NOTIFY fieldsChanged)

    // OpenPGP
    /// There is GnuPG, which makes and reads the keys.
    Q_PROPERTY(bool hasOpenPgp READ hasOpenPgp CONSTANT)
    Q_PROPERTY(bool hasPgpKey READ hasPgpKey NOTIFY fieldsChanged)
    // empty until the key was looked at
    Q_PROPERTY(QString pgpOwner READ pgpOwner NOTIFY pgpInfoChanged)
    Q_PROPERTY(QString pgpTime READ pgpTime NOTIFY pgpInfoChanged)
    Q_PROPERTY(QString pgpFingerprint READ pgpFingerprint NOTIFY pgpInfoChanged)
    /// What speaks against it: another address, expired, revoked.
    Q_PROPERTY(QString pgpWarning READ pgpWarning NOTIFY pgpInfoChanged)

    /// A key is being made or read.
    Q_PROPERTY(bool working READ isWorking NOTIFY workingChanged)
public:
    explicit MailEditor(QObject* parent = nullptr);
    explicit MailEditor(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString address() const { return m_address; }
    void setAddress(const QString& address) { edit(m_address, address, "address"); }
    [[nodiscard]] QString addressError() const { return finding("address"); }
    [[nodiscard]] QString displayName() const;
    void setDisplayName(const QString& name);
    [[nodiscard]] QString displayNameError() const { return finding("displayName"); }
    [[nodiscard]] MailServer* incoming() { return &m_incoming; }
    [[nodiscard]] MailServer* outgoing() { return &m_outgoing; }
    [[nodiscard]] bool hasCertificate() const { return m_info.has_value(); }
    [[nodiscard]] QString certificateOwner() const;
    [[nodiscard]] QString certificateIssuer() const;
    [[nodiscard]] QString certificateTime() const;
    [[nodiscard]] QString certificateFingerprint() const;
    [[nodiscard]] QString certificateWarning() const;
    [[nodiscard]] bool hasOpenPgp() const;
    [[nodiscard]] bool hasPgpKey() const { return !m_now.openPgpCertificate.empty(); }
    [[nodiscard]] QString pgpOwner() const;
    [[nodiscard]] QString pgpTime() const;
    [[nodiscard]] QString pgpFingerprint() const;
    [[nodiscard]] QString pgpWarning() const;
    [[nodiscard]] bool isWorking() const { return m_working; }

    // the person saves what these put into the form; keyFailed says why there is nothing new

    /// Makes a key with a certificate that it issues itself.
    Q_INVOKABLE void makeCertificate();
    /// Takes key and certificate from a PKCS #12 file.
    Q_INVOKABLE void importCertificate(const QUrl& file, const mmm::SharedSecret& passphrase);
    Q_INVOKABLE void removeCertificate();
    /// Makes a key for OpenPGP.
    Q_INVOKABLE void makePgpKey();
    /// Takes one from a file as GnuPG and mail programs write it; the passphrase may be empty.
    Q_INVOKABLE void importPgpKey(const QUrl& file, const mmm::SharedSecret& passphrase);
    Q_INVOKABLE void removePgpKey();
    /// Gives up what is being made or read; the form stays as it is.
    Q_INVOKABLE void cancelWork();

signals:
    void workingChanged();
    void pgpInfoChanged();
    void keyFailed(const QString& text);

protected:
    [[nodiscard]] std::any emptyEntry() const override;
    void show(const std::any& entry) override;
    [[nodiscard]] std::any edited() const override;
    [[nodiscard]] QHash<QString, QString> findings() const override;
    [[nodiscard]] QList<FieldText> describe(const std::any& entry) const override;

private:
    /// `take(result)` unless another form is open by then; the result is of what `make` answers.
    template<typename Work, typename Take>
    void work(Work make, Take take);
    void takeCertificate(mail::SmimeIdentity made);
    void takePgpKey(mail::OpenPgpKey made);
    void readPgpKey();
    void setWorking(bool working);
    void readCertificate();

    schema::CatalogedApplicationMail m_now; ///< with everything but what the texts and servers say
    QString m_address;
    MailServer m_incoming{false};
    MailServer m_outgoing{true};
    std::optional<mail::CertificateInfo> m_info;
    std::optional<mail::OpenPgpInfo> m_pgpInfo;
    bool m_working = false;
    std::stop_source m_work; ///< of what is being made or read
    int m_number = 0;        ///< of the form that is open; what was made for another one does not count
};

} // namespace mmm::desktop
