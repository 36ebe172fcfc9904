#pragma once

#include "entry_editor.h"
#include "peer_model.h"

#include <QImage>

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
    [[nodiscard]] int furtherCount() const;

    /// Puts the password or private key on the clipboard, which forgets it after a while.
    Q_INVOKABLE void copyPassword();
    /// Makes a new private key for this end of a tunnel.
    Q_INVOKABLE void makeKey();
    /// Begins a new network with what the code of a Wi-Fi network says; false if it is none.
    Q_INVOKABLE bool startFromCode(const QString& text);
    Q_INVOKABLE void showCode();
    Q_INVOKABLE void hideCode();

signals:
    void codeChanged();

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
    void checkWifi(QHash<QString, QString>& found) const;
    void checkTunnel(QHash<QString, QString>& found) const;

    schema::CatalogedNetwork m_now; ///< with everything but what the texts below say
    QString m_tunnelAddresses;
    QString m_dns;
    QString m_listenPort;
    QString m_mtu;
    PeerModel m_peers;
    QImage m_code;
};

} // namespace mmm::desktop
