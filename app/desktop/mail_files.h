#pragma once

#include "mesh_link.h"

#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Writes a mail account, as it is in the catalog, as files of mail programs where the person says.
class MailFiles : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
public:
    explicit MailFiles(QObject* parent = nullptr);
    explicit MailFiles(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }

    // `written` or `failed` follows

    /// The servers: what ends in .mobileconfig for Apple's devices, everything else as Thunderbird's
    /// autoconfiguration.
    Q_INVOKABLE void writeConfig(const QString& entryId, const QUrl& file);
    /// The certificate alone, as PEM.
    Q_INVOKABLE void writeCertificate(const QString& entryId, const QUrl& file);
    /// Key and certificate as a PKCS #12 file with this passphrase.
    Q_INVOKABLE void writeKey(const QString& entryId, const QUrl& file, const mmm::SharedSecret& passphrase);

    /// The key for OpenPGP, with armour: the public part, or all of it with this passphrase.
    Q_INVOKABLE void writePgpCertificate(const QString& entryId, const QUrl& file);
    Q_INVOKABLE void writePgpKey(const QString& entryId, const QUrl& file,
                                 const mmm::SharedSecret& passphrase);

    /// What is wrong with a passphrase that was typed twice; empty if nothing is.
    Q_INVOKABLE static QString passphraseError(const mmm::SharedSecret& passphrase,
                                               const mmm::SharedSecret& repeated);

signals:
    void busyChanged();
    void written(const QString& report);
    void failed(const QString& text);

private:
    /// `make(account)` gives the octets.
    template<typename Make>
    void write(const QString& entryId, const QUrl& file, const QString& remark, Make make);
    void setBusy(bool busy);

    MeshLink& m_link;
    bool m_busy = false;
};

} // namespace mmm::desktop
