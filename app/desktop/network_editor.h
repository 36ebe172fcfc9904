#pragma once

#include "entry_editor.h"
#include "network_file_model.h"
#include "peer_model.h"
#include "vpn_text_model.h"

#include <QImage>
#include <QUrl>

namespace mmm::desktop {

/// The form of a Wi-Fi or virtual private network. Passwords and keys are SharedSecrets, as in
/// CredentialEditor. Settings that the form does not show are kept.
class NetworkEditor : public mmm::desktop::EntryEditor
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(mmm::desktop::NetworkEditor::Kind kind READ kind WRITE setKind NOTIFY fieldsChanged)
    /// In words; also of a kind that is not known here.
    Q_PROPERTY(QString kindText READ kindText NOTIFY fieldsChanged)
    /// Of a Wi-Fi network its SSID.
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY fieldsChanged)
    Q_PROPERTY(QString nameError READ nameError NOTIFY fieldsChanged)
    /// The SSID is no text; the name only resembles it.
    Q_PROPERTY(bool octets READ isOctets NOTIFY fieldsChanged)
    Q_PROPERTY(QString username READ username WRITE setUsername NOTIFY fieldsChanged)
    Q_PROPERTY(QString usernameError READ usernameError NOTIFY fieldsChanged)
    /// Of WireGuard the private key.
    Q_PROPERTY(mmm::SharedSecret password READ password WRITE setPassword NOTIFY fieldsChanged)
    Q_PROPERTY(QString passwordError READ passwordError NOTIFY fieldsChanged)

    // Wi-Fi
    Q_PROPERTY(
        mmm::desktop::NetworkEditor::Security security READ security WRITE setSecurity NOTIFY fieldsChanged)
    Q_PROPERTY(bool hiddenNetwork READ isHiddenNetwork WRITE setHiddenNetwork NOTIFY fieldsChanged)
    /// How a person signs in: a row of `methods`; 0 leaves it to the network.
    Q_PROPERTY(int method READ method WRITE setMethod NOTIFY fieldsChanged)
    Q_PROPERTY(QStringList methods READ methods CONSTANT)
    Q_PROPERTY(int innerMethod READ innerMethod WRITE setInnerMethod NOTIFY fieldsChanged)
    Q_PROPERTY(QStringList innerMethods READ innerMethods CONSTANT)
    Q_PROPERTY(QString outerName READ outerName WRITE setOuterName NOTIFY fieldsChanged)
    Q_PROPERTY(QString server READ server WRITE setServer NOTIFY fieldsChanged)
    /// Whether showCode() would show one.
    Q_PROPERTY(bool hasCode READ hasCode NOTIFY fieldsChanged)
    /// The QR code that lets a phone join; null while none is shown.
    Q_PROPERTY(QImage code READ code NOTIFY codeChanged)
    Q_PROPERTY(bool codeShown READ isCodeShown NOTIFY codeChanged)

    // virtual private networks
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY fieldsChanged)
    Q_PROPERTY(QString addressError READ addressError NOTIFY fieldsChanged)
    /// Of this end of a WireGuard tunnel, separated by commas.
    Q_PROPERTY(QString tunnelAddresses READ tunnelAddresses WRITE setTunnelAddresses NOTIFY fieldsChanged)
    Q_PROPERTY(QString tunnelAddressesError READ tunnelAddressesError NOTIFY fieldsChanged)
    Q_PROPERTY(QString dns READ dns WRITE setDns NOTIFY fieldsChanged)
    Q_PROPERTY(QString listenPort READ listenPort WRITE setListenPort NOTIFY fieldsChanged)
    Q_PROPERTY(QString listenPortError READ listenPortError NOTIFY fieldsChanged)
    Q_PROPERTY(QString mtu READ mtu WRITE setMtu NOTIFY fieldsChanged)
    Q_PROPERTY(QString mtuError READ mtuError NOTIFY fieldsChanged)
    Q_PROPERTY(mmm::desktop::PeerModel* peers READ peers CONSTANT)
    /// What the other end has to know; empty without a private key.
    Q_PROPERTY(QString publicKey READ publicKey NOTIFY fieldsChanged)

    /// Of IPsec and TLS: a row of `programs`, whose way of doing it the network has; -1 is none of them.
    Q_PROPERTY(int program READ program WRITE setProgram NOTIFY fieldsChanged)
    Q_PROPERTY(QStringList programs READ programs NOTIFY fieldsChanged)
    /// How a person proves who it is: a row of `proofs`; there may be none to choose.
    Q_PROPERTY(int proof READ proof WRITE setProof NOTIFY fieldsChanged)
    Q_PROPERTY(QStringList proofs READ proofs NOTIFY fieldsChanged)
    Q_PROPERTY(bool hasUsername READ hasUsername NOTIFY fieldsChanged)
    Q_PROPERTY(bool hasPassword READ hasPassword NOTIFY fieldsChanged)
    /// Of everybody who uses the network.
    Q_PROPERTY(bool hasSharedKey READ hasSharedKey NOTIFY fieldsChanged)
    Q_PROPERTY(mmm::SharedSecret sharedKey READ sharedKey WRITE setSharedKey NOTIFY fieldsChanged)
    /// That protects the private key.
    Q_PROPERTY(bool hasPassphrase READ hasPassphrase NOTIFY fieldsChanged)
    Q_PROPERTY(mmm::SharedSecret passphrase READ passphrase WRITE setPassphrase NOTIFY fieldsChanged)
    Q_PROPERTY(mmm::desktop::VpnTextModel* texts READ texts CONSTANT)
    Q_PROPERTY(mmm::desktop::NetworkFileModel* files READ files CONSTANT)

    /// Settings that have no field here.
    Q_PROPERTY(int furtherCount READ furtherCount NOTIFY fieldsChanged)

public:
    enum Kind
    {
        Wifi,
        Ipsec,
        Tls,
        WireGuard,
        Other,
    };
    Q_ENUM(Kind)
    enum Security
    {
        Open,
        OpenEncrypted,
        Wpa2,
        Wpa3,
        Enterprise,
    };
    Q_ENUM(Security)

    explicit NetworkEditor(QObject* parent = nullptr);
    explicit NetworkEditor(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] Kind kind() const;
    void setKind(Kind kind);
    [[nodiscard]] QString kindText() const;
    [[nodiscard]] QString name() const { return toShown(m_now.service); }
    void setName(const QString& name);
    [[nodiscard]] QString nameError() const { return finding("name"); }
    [[nodiscard]] bool isOctets() const { return !m_now.ssid.empty(); }
    [[nodiscard]] QString username() const { return toShown(m_now.username); }
    void setUsername(const QString& username) { setText(m_now.username, username, "username"); }
    [[nodiscard]] QString usernameError() const { return finding("username"); }
    [[nodiscard]] SharedSecret password() const { return m_now.password.secret; }
    void setPassword(const SharedSecret& password) { edit(m_now.password.secret, password, "password"); }
    [[nodiscard]] QString passwordError() const { return finding("password"); }

    [[nodiscard]] Security security() const;
    void setSecurity(Security security);
    [[nodiscard]] bool isHiddenNetwork() const { return m_now.hidden.value_or(false); }
    void setHiddenNetwork(bool hidden);
    [[nodiscard]] int method() const;
    void setMethod(int row);
    [[nodiscard]] QStringList methods() const;
    [[nodiscard]] int innerMethod() const;
    void setInnerMethod(int row);
    [[nodiscard]] QStringList innerMethods() const;
    [[nodiscard]] QString outerName() const { return setting("anonymous-identity"); }
    void setOuterName(const QString& text) { putSetting("anonymous-identity", text); }
    [[nodiscard]] QString server() const { return setting("domain-suffix-match"); }
    void setServer(const QString& text) { putSetting("domain-suffix-match", text); }
    [[nodiscard]] bool hasCode() const;
    [[nodiscard]] QImage code() const { return m_code; }
    [[nodiscard]] bool isCodeShown() const { return !m_code.isNull(); }

    [[nodiscard]] QString address() const { return toShown(m_now.address); }
    void setAddress(const QString& address) { setText(m_now.address, address, "address"); }
    [[nodiscard]] QString addressError() const { return finding("address"); }
    [[nodiscard]] QString tunnelAddresses() const { return m_tunnelAddresses; }
    void setTunnelAddresses(const QString& text) { edit(m_tunnelAddresses, text, "tunnelAddresses"); }
    [[nodiscard]] QString tunnelAddressesError() const { return finding("tunnelAddresses"); }
    [[nodiscard]] QString dns() const { return m_dns; }
    void setDns(const QString& text) { edit(m_dns, text, "dns"); }
    [[nodiscard]] QString listenPort() const { return m_listenPort; }
    void setListenPort(const QString& text) { edit(m_listenPort, text, "listenPort"); }
    [[nodiscard]] QString listenPortError() const { return finding("listenPort"); }
    [[nodiscard]] QString mtu() const { return m_mtu; }
    void setMtu(const QString& text) { edit(m_mtu, text, "mtu"); }
    [[nodiscard]] QString mtuError() const { return finding("mtu"); }
    [[nodiscard]] PeerModel* peers() { return &m_peers; }
    [[nodiscard]] QString publicKey() const;
    [[nodiscard]] int program() const;
    void setProgram(int row);
    [[nodiscard]] QStringList programs() const;
    [[nodiscard]] int proof() const;
    void setProof(int row);
    [[nodiscard]] QStringList proofs() const;
    [[nodiscard]] bool hasUsername() const;
    [[nodiscard]] bool hasPassword() const;
    [[nodiscard]] bool hasSharedKey() const { return secretName(&interchange::NmVpn::sharedKey).has_value(); }
    [[nodiscard]] SharedSecret sharedKey() const { return secretSetting(&interchange::NmVpn::sharedKey); }
    void setSharedKey(const SharedSecret& key) { putSecret(&interchange::NmVpn::sharedKey, key); }
    [[nodiscard]] bool hasPassphrase() const
    {
        return secretName(&interchange::NmVpn::passphrase).has_value();
    }
    [[nodiscard]] SharedSecret passphrase() const { return secretSetting(&interchange::NmVpn::passphrase); }
    void setPassphrase(const SharedSecret& text) { putSecret(&interchange::NmVpn::passphrase, text); }
    [[nodiscard]] VpnTextModel* texts() { return &m_texts; }
    [[nodiscard]] NetworkFileModel* files() { return &m_files; }
    [[nodiscard]] int furtherCount() const;

    /// Puts the password or private key on the clipboard, which forgets it after a while.
    Q_INVOKABLE void copyPassword();
    /// Makes a new private key for this end of a tunnel.
    Q_INVOKABLE void makeKey();
    /// Begins a new network with what the code of a Wi-Fi network says; false if it is none.
    Q_INVOKABLE bool startFromCode(const QString& text);
    /// Puts what is in the file in the place of a row of `files`; `fileFailed` says why not.
    Q_INVOKABLE void replaceFile(int row, const QUrl& file);
    Q_INVOKABLE void showCode();
    Q_INVOKABLE void hideCode();

signals:
    void codeChanged();
    void fileFailed(const QString& text);

protected:
    [[nodiscard]] std::any emptyEntry() const override;
    void show(const std::any& entry) override;
    [[nodiscard]] std::any edited() const override;
    [[nodiscard]] QHash<QString, QString> findings() const override;
    [[nodiscard]] QList<FieldText> describe(const std::any& entry) const override;

private:
    [[nodiscard]] static QString toShown(const std::string& text);
    void setText(std::string& member, const QString& text, const char* field);
    [[nodiscard]] QString setting(const char* name) const;
    void putSetting(const char* name, const QString& text);
    /// Of a secret that the network's plug-in has a name for, as a setting.
    using SecretName = std::string_view interchange::NmVpn::*;
    struct SettingName
    {
        std::string_view group;
        std::string_view name;
    };
    [[nodiscard]] std::optional<SettingName> secretName(SecretName secret) const;
    [[nodiscard]] SharedSecret secretSetting(SecretName secret) const;
    void putSecret(SecretName secret, const SharedSecret& value);
    /// The network with what the lists say.
    [[nodiscard]] schema::CatalogedNetwork withLists() const;
    void showLists();
    /// Sets what decides which rows the lists have.
    void chooseSetting(std::string_view group, std::string_view name, std::string_view value);
    [[nodiscard]] bool isShown(const schema::NetworkSetting& setting) const;
    void checkWifi(QHash<QString, QString>& found) const;
    void checkTunnel(QHash<QString, QString>& found) const;

    schema::CatalogedNetwork m_now; ///< with everything but what the texts below say
    QString m_tunnelAddresses;
    QString m_dns;
    QString m_listenPort;
    QString m_mtu;
    PeerModel m_peers;
    VpnTextModel m_texts;
    NetworkFileModel m_files;
    QImage m_code;
    int m_number = 0; ///< of what the form shows; a file that was read for another form does not count
};

} // namespace mmm::desktop
