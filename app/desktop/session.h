#pragma once

#include "fault_text.h"
#include "key_place.h"
#include "mesh_link.h"
#include "share_collector.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <functional>

namespace mmm::desktop {

/// What is being done, for the person.
[[nodiscard]] QString stepText(mesh::Step step);

/// How far the program has come with its data folder, and the ceremonies that lead further: reach the keys,
/// make a mesh or connect this device to one.
class Session : public QObject, public Published<Session>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

    Q_PROPERTY(mmm::desktop::Session::Stage stage READ stage NOTIFY stageChanged)
    /// Entries of an account are there, so Opening will most likely lead to Ready: what that stage shows can
    /// be made meanwhile.
    Q_PROPERTY(bool likelyReady READ isLikelyReady NOTIFY stageChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString busyText READ busyText NOTIFY progressChanged)
    /// Why it takes long, once it does; otherwise empty.
    Q_PROPERTY(QString busyNote READ busyNote NOTIFY progressChanged)
    /// 0 to 1; below 0 when not known.
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
    /// The last failure of the form that is shown; empty again with the next attempt.
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)

    Q_PROPERTY(QString accountAddress READ accountAddress NOTIFY identityChanged)
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY identityChanged)
    Q_PROPERTY(QString suggestedAccountName READ suggestedAccountName CONSTANT)
    Q_PROPERTY(QString suggestedDeviceName READ suggestedDeviceName CONSTANT)

    // while Connecting
    /// In groups, to be compared with the other screen.
    Q_PROPERTY(QString witness READ witness NOTIFY connectingChanged)
    Q_PROPERTY(QString connectingAccount READ connectingAccount NOTIFY connectingChanged)
    Q_PROPERTY(bool connectingWithPin READ isConnectingWithPin NOTIFY connectingChanged)
    /// It was made ready by the account's owner, and waits to be claimed.
    Q_PROPERTY(bool connectingHailing READ isConnectingHailing NOTIFY connectingChanged)
    Q_PROPERTY(QString connectingExpires READ connectingExpires NOTIFY connectingChanged)

    // while Creating
    /// The name may be taken and the service could not be asked to free it.
    Q_PROPERTY(bool nameHeld READ isNameHeld NOTIFY identityChanged)

    // while KeychainTrouble
    Q_PROPERTY(mmm::desktop::Session::Trouble trouble READ trouble NOTIFY stageChanged)
    Q_PROPERTY(QString troubleText READ troubleText NOTIFY stageChanged)

    /// While Locked: whether unlock() needs the passphrase; otherwise unlockMesh() has the keychain decide.
    Q_PROPERTY(bool locksWithPassphrase READ locksWithPassphrase NOTIFY stageChanged)

public:
    enum Stage
    {
        Opening,
        New,
        Connecting,
        Ready,
        Removed,
        KeychainTrouble,
        Failed,
        Locked,
        Creating, ///< a mesh was made whose service has not said yet that it has the account
    };
    Q_ENUM(Stage)

    /// What stands between the program and its keys.
    enum Trouble
    {
        NoTrouble,
        NoKeychain,      ///< a new folder: choose a passphrase file, or start a keychain and try again
        KeychainMissing, ///< the keys are in a keychain that is not there: start it and try again
        KeychainLocked,
        KeychainRefused,
        KeychainSilent,   ///< no answer in time
        KeysMissing,      ///< the keychain is there and the keys are not
        PassphraseNeeded, ///< unlock()
        OtherTrouble,
    };
    Q_ENUM(Trouble)

    /// `options` without a key store, which is found here.
    Session(MeshLink& link, mesh::Options options, QObject* parent = nullptr);
    ~Session() override;

    /// With the key store of a test.
    void openWith(std::shared_ptr<keystore::KeyStore> store);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] bool isLikelyReady() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString busyText() const { return m_busyText; }
    [[nodiscard]] QString busyNote() const;
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString accountAddress() const { return m_account; }
    [[nodiscard]] QString deviceName() const { return m_deviceName; }
    [[nodiscard]] static QString suggestedAccountName();
    [[nodiscard]] static QString suggestedDeviceName();
    [[nodiscard]] QString witness() const;
    [[nodiscard]] QString connectingAccount() const;
    [[nodiscard]] bool isConnectingWithPin() const;
    [[nodiscard]] bool isConnectingHailing() const;
    [[nodiscard]] QString connectingExpires() const;
    [[nodiscard]] bool isNameHeld() const { return m_isNameHeld; }
    [[nodiscard]] Trouble trouble() const { return m_trouble; }
    [[nodiscard]] QString troubleText() const { return m_troubleText; }
    [[nodiscard]] bool locksWithPassphrase() const;
    /// Where the keys of the mesh are; to be asked while it is open.
    [[nodiscard]] keystore::Backend keyBackend() const;

    /// What is wrong with a name before the @, as far as can be said here; empty if nothing is.
    Q_INVOKABLE QString accountNameError(const QString& name) const;
    /// What is wrong with a "host:port"; empty is right.
    Q_INVOKABLE QString serviceAddressError(const QString& address) const;
    /// What is wrong with the text of an offer; empty if nothing is.
    Q_INVOKABLE QString offerError(const QString& text) const;

    Q_INVOKABLE void createMesh(const QString& fullName, const QString& accountName,
                                const QString& deviceName, bool embedded, const QString& serviceDomain,
                                const QString& serviceAddress);
    /// While Creating: goes on with the mesh that was begun.
    Q_INVOKABLE void resumeCreation();
    /// While Creating: gives the name back and forgets the keys; a second time, when the name is held,
    /// without giving it back.
    Q_INVOKABLE void giveUpCreation();
    /// With the text of a QR code, or what was pasted.
    Q_INVOKABLE void connectWithText(const QString& text, const QString& deviceName);
    /// With what was typed; without a PIN the two witnesses are compared.
    Q_INVOKABLE void connectWithPin(const QString& account, const QString& pin, const QString& serviceAddress,
                                    const QString& deviceName);
    /// What is wrong with an account's address; empty if nothing is. Strong internet names are taken.
    Q_INVOKABLE QString addressError(const QString& address) const;
    /// Makes this device an administration device of the mesh whose shares were brought together.
    Q_INVOKABLE void recoverMesh(mmm::desktop::ShareCollector* shares, const QString& account,
                                 const QString& serviceAddress, const QString& deviceName);
    Q_INVOKABLE void abandonConnection();
    /// Waits again after a failure while Connecting.
    Q_INVOKABLE void keepWaiting();
    /// Stops what is under way.
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void retryOpen();
    /// For a computer without keychain: keys in a file under a passphrase, given twice.
    Q_INVOKABLE void usePassphraseFile(const mmm::SharedSecret& passphrase,
                                       const mmm::SharedSecret& repeated);
    /// Opens the passphrase file, at the start or while Locked.
    Q_INVOKABLE void unlock(const mmm::SharedSecret& passphrase);
    /// Hides everything and puts the keys away; nothing happens unless the stage is Ready.
    Q_INVOKABLE void lock();
    /// Whether a form has something that would be lost with the window.
    Q_INVOKABLE bool hasUnsaved() const { return m_link.hasUnsaved(); }
    /// While Locked: opens the mesh again with the keychain.
    Q_INVOKABLE void unlockMesh();
    /// While Ready and the home account is shown: deletes the account at its service, then what is here of
    /// it, and begins anew.
    Q_INVOKABLE void deleteAccount();
    /// After this device was removed from its mesh: sets its data aside and begins anew.
    Q_INVOKABLE void forgetMesh();

public slots:
    /// Begins. Called once; what it comes to is told when the event loop runs.
    void open();

signals:
    /// Everything is about to be hidden.
    void locked();
    void stageChanged();
    void busyChanged();
    void progressChanged();
    void errorTextChanged();
    void identityChanged();
    void connectingChanged();

private:
    using Opened = Result<std::unique_ptr<mesh::PersonalMesh>>;
    /// What to tell the person of a failure.
    using Explanation = QString (*)(const Error&);

    void opened(Opened mesh);
    void keysFound(const Result<KeyPlace>& place);
    /// Makes or opens a file of keys off this thread and goes on with it.
    void takeKeyFile(std::function<Result<KeyPlace>()> take);
    void enter(mesh::Stage stage);
    void setStage(Stage stage, Trouble trouble = NoTrouble, const QString& troubleText = {});
    void failToOpen(const Error& error);
    void request(mesh::ConnectionOffer offer, const QString& deviceName);
    void await();
    void forgetIdentity();
    void reopen(std::function<Status()> prepare);
    void begin(const QString& text);
    void end();
    void fail(const Error& error, Explanation explain = faultText);
    void setError(const QString& text);
    [[nodiscard]] mesh::Progress reporter();
    template<typename Work>
    void perform(const QString& text, Work work, Explanation explain = faultText);

    MeshLink& m_link;
    mesh::Options m_options;
    std::shared_ptr<keystore::KeyStore> m_keyStore; ///< of the mesh that is open
    Stage m_stage = Opening;
    Trouble m_trouble = NoTrouble;
    QString m_troubleText;
    bool m_busy = false;
    QString m_busyText;
    double m_progress = -1;
    std::optional<mesh::Step> m_step;
    QTimer m_slow; ///< runs out when something takes long
    QString m_errorText;
    QString m_account;
    QString m_deviceName;
    bool m_isNameHeld = false;
    std::optional<mesh::OwnRequest> m_request;
    std::stop_source m_running;
    int m_number = 0; ///< of the piece of work whose outcome counts
};

} // namespace mmm::desktop
