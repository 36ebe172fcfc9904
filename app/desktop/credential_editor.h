#pragma once

#include "base/secret.h"
#include "entry_editor.h"

#include <QTimer>

namespace mmm::desktop {

/// The form of a name and password for a service.
///
/// The password is a SharedSecret, which SecretEntry of Mesh.Controls takes and gives. It becomes a text only
/// on reveal() and stays one as long as the receiver of `revealed` shows it.
class CredentialEditor : public mmm::desktop::EntryEditor
{
    Q_OBJECT
    QML_ELEMENT

    /// Name or address of the service, such as example.com.
    Q_PROPERTY(QString service READ service WRITE setService NOTIFY fieldsChanged)
    Q_PROPERTY(QString serviceError READ serviceError NOTIFY fieldsChanged)
    /// Such as http; empty if it does not matter.
    Q_PROPERTY(QString protocol READ protocol WRITE setProtocol NOTIFY fieldsChanged)
    Q_PROPERTY(QString protocolError READ protocolError NOTIFY fieldsChanged)
    Q_PROPERTY(QString username READ username WRITE setUsername NOTIFY fieldsChanged)
    Q_PROPERTY(QString usernameError READ usernameError NOTIFY fieldsChanged)
    Q_PROPERTY(mmm::SharedSecret password READ password WRITE setPasswordSecret NOTIFY fieldsChanged)
    Q_PROPERTY(QString passwordError READ passwordError NOTIFY fieldsChanged)
    Q_PROPERTY(bool hasPassword READ hasPassword NOTIFY fieldsChanged)

public:
    explicit CredentialEditor(QObject* parent = nullptr);
    explicit CredentialEditor(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString service() const { return m_service; }
    void setService(const QString& service) { edit(m_service, service, "service"); }
    [[nodiscard]] QString serviceError() const { return finding("service"); }
    [[nodiscard]] QString protocol() const { return m_protocol; }
    void setProtocol(const QString& protocol) { edit(m_protocol, protocol, "protocol"); }
    [[nodiscard]] QString protocolError() const { return finding("protocol"); }
    [[nodiscard]] QString username() const { return m_username; }
    void setUsername(const QString& username) { edit(m_username, username, "username"); }
    [[nodiscard]] QString usernameError() const { return finding("username"); }
    [[nodiscard]] SharedSecret password() const { return m_password; }
    void setPasswordSecret(const SharedSecret& password) { edit(m_password, password, "password"); }
    [[nodiscard]] QString passwordError() const { return finding("password"); }
    [[nodiscard]] bool hasPassword() const { return !m_password.empty(); }

    /// For forms that have the password as a text.
    Q_INVOKABLE void setPassword(const QString& text);
    /// Hands the password out as a text, in `revealed`.
    Q_INVOKABLE void reveal();
    /// Puts the password on the clipboard, which forgets it after a while.
    Q_INVOKABLE void copyPassword();
    /// Makes a password of that many characters (8 to 128) with letters and digits, at least one of each
    /// sort, and symbols if wanted.
    Q_INVOKABLE void generatePassword(int length, bool symbols);
    /// Opens the service's page in the browser; false if the service is no address.
    Q_INVOKABLE bool openInBrowser() const;

signals:
    void revealed(const QString& text);

protected:
    [[nodiscard]] std::any emptyEntry() const override;
    void show(const std::any& entry) override;
    [[nodiscard]] std::any edited() const override;
    [[nodiscard]] QHash<QString, QString> findings() const override;
    [[nodiscard]] QList<FieldText> describe(const std::any& entry) const override;

private:
    schema::CatalogedCredential m_shown;
    QString m_service;
    QString m_protocol;
    QString m_username;
    SharedSecret m_password;
};

} // namespace mmm::desktop
