#pragma once

#include "mesh_link.h"
#include "preferences.h"
#include "row_model.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <map>

namespace mmm::desktop {

/// An account that is open, for work that must not wait for what takes long. Both pointers are valid until
/// the next return to the event loop; what is given to the queue by then is done before the account closes.
struct OpenAccount
{
    std::string udf;
    QString address;
    mesh::PersonalMesh* mesh = nullptr;
    WorkQueue* queue = nullptr;
};

/// The accounts of the personal mesh: the home account, which the session opens, and the further ones, which
/// are opened, kept and closed here. All that are open exchange with their services; one of them is shown.
///
/// The further ones are opened once the home account is there, and closed before it is locked or closed.
/// Which one was shown is remembered. Where this device administers the mesh, the further accounts are made
/// to follow the devices of the home account (mesh::Personas::align) whenever these have changed.
///
/// An account whose making was interrupted is gone on with by itself: when it is opened, when a service is
/// there again, and after a while that doubles up to an hour; unless the person has stopped it or its service
/// has said no.
class Accounts : public mmm::desktop::RowModel, public Published<Accounts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString currentId READ currentId NOTIFY changed)
    Q_PROPERTY(QString currentAddress READ currentAddress NOTIFY changed)
    Q_PROPERTY(QString homeId READ homeId NOTIFY changed)
    Q_PROPERTY(QString homeAddress READ homeAddress NOTIFY changed)
    /// The home account is the one that is shown.
    Q_PROPERTY(bool showsHome READ showsHome NOTIFY changed)
    /// One account is hidden and the other is not there yet: nothing of either may be seen.
    Q_PROPERTY(bool switching READ isSwitching NOTIFY switchingChanged)
    /// Messages that were not read, in the accounts that are not shown.
    Q_PROPERTY(int unreadElsewhere READ unreadElsewhere NOTIFY changed)
    /// This device may make and end accounts.
    Q_PROPERTY(bool mayManage READ mayManage NOTIFY changed)
    /// An account is made or ended.
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString busyText READ busyText NOTIFY busyChanged)
    /// 0 to 1; below 0 when not known.
    Q_PROPERTY(double progress READ progress NOTIFY busyChanged)
    /// Why the last attempt failed; empty again with the next one.
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)
public:
    enum Role
    {
        AccountIdRole = Qt::UserRole + 1,
        AddressRole, ///< or words for an account that has none
        PlaceTextRole,
        StateTextRole, ///< empty while all is well
        ProblemTextRole,
        StandingRole,
        IsHomeRole,
        IsCurrentRole,
        UnreadRole,
    };

    enum Standing
    {
        Opening,
        Open,
        Collecting, ///< its keys are fetched from its service
        Elsewhere,  ///< not on this device yet: tryAgain()
        Making,     ///< its service has not said yet that it has the account: tryAgain() or forget()
        Deleted,    ///< or this device was taken out of it: forget()
        Failed,     ///< tryAgain()
    };
    Q_ENUM(Standing)

    Accounts(MeshLink& link, Preferences& preferences, QObject* parent = nullptr);
    ~Accounts() override;

    [[nodiscard]] QString currentId() const;
    [[nodiscard]] QString currentAddress() const { return addressOf(currentId()); }
    [[nodiscard]] QString homeId() const;
    [[nodiscard]] QString homeAddress() const { return addressOf(homeId()); }
    [[nodiscard]] bool showsHome() const { return m_current == m_home; }
    [[nodiscard]] bool isSwitching() const { return m_switching; }
    [[nodiscard]] int unreadElsewhere() const;
    [[nodiscard]] bool mayManage() const { return m_mayManage; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString busyText() const { return m_busyText; }
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    Q_INVOKABLE QString addressOf(const QString& accountId) const;

    /// The one that is shown first.
    [[nodiscard]] std::vector<OpenAccount> openOnes();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Shows another account that is open.
    Q_INVOKABLE void switchTo(const QString& accountId);
    /// What is wrong with the name of a service; empty if nothing is, or nothing was entered.
    Q_INVOKABLE QString domainError(const QString& domain) const;
    /// Makes an account, at the service of the home account for an empty domain, and shows it.
    Q_INVOKABLE void add(const QString& accountName, const QString& fullName, const QString& serviceDomain,
                         const QString& serviceAddress);
    /// Stops what makes or ends an account.
    Q_INVOKABLE void cancel() { m_wish.request_stop(); }
    /// Stops what opens an account or collects its keys.
    Q_INVOKABLE void stopOpening(const QString& accountId);
    /// Goes on with an account that is not open.
    Q_INVOKABLE void tryAgain(const QString& accountId);
    /// Ends a further account at its service, for all devices and for good.
    Q_INVOKABLE void deleteAccount(const QString& accountId);
    /// Takes what this device has of an account away: of a deleted one, or of one that is being made.
    Q_INVOKABLE void forget(const QString& accountId);
    Q_INVOKABLE void forgetError() { setError({}); }
    /// Answers a request for confirmation in any account; `failed` follows if it could not be done.
    void answerConfirmation(const QString& accountId, const QString& messageId, bool accepted,
                            std::function<void()> failed);

signals:
    void changed();
    void switchingChanged();
    void busyChanged();
    void errorTextChanged();
    void added(const QString& address);
    void ended(const QString& address);
    /// Tasks of an account that is open, whether it is shown or not.
    void tasksChanged(const std::string& udf);
    /// A message in an account that is not shown was not there before and waits for an answer.
    void answerWanted(const QString& accountId, const QString& messageId, const QString& title,
                      const QString& text, bool isConfirmation);
    /// Something of an account that is not shown, or of the joining of all, is wrong.
    void problemFound(const QString& address, const QString& text);

private:
    /// Work that is done once more when it was wanted again meanwhile.
    struct Turn
    {
        bool isUnderWay = false;
        bool isWanted = false;
        [[nodiscard]] bool begin();
        [[nodiscard]] bool end();
    };
    struct State
    {
        mesh::PersonaInfo info;
        bool isEmbedded = false;
        Standing standing = Opening;
        bool isBegun = false;  ///< it was tried to open it
        bool isEnding = false; ///< it is about to be closed
        int unread = 0;
        int failures = 0; ///< to follow the home account's devices, in a row
        QString problem;
        Turn reading;
        Turn following;
        std::stop_source opening;
        bool isGoingOn = false; ///< with its making, without being asked
        bool isStopped = false; ///< its making, by the person
        std::stop_source goingOn;
    };
    struct Row
    {
        std::string udf;
        QString address;
        QString place;
        QString state;
        QString problem;
        Standing standing = Opening;
        bool isHome = false;
        bool isCurrent = false;
        int unread = 0;
    };
    class Ear;
    struct One;
    struct Held;
    struct Made
    {
        Status status;
        mesh::Stage stage = mesh::Stage::New; ///< New: its service has refused it
    };
    struct Place
    {
        mesh::Stage stage = mesh::Stage::New;
        std::string address;
        bool isEmbedded = false;
    };

    // the life of all
    void begin();
    [[nodiscard]] std::function<void()> putAway();
    void refresh();
    void take(const std::vector<mesh::PersonaInfo>& listed);
    void publish();
    [[nodiscard]] State* find(const std::string& udf);
    [[nodiscard]] One& hold(const std::string& udf);
    void letGo(const std::string& udf);
    // the life of one
    void open(const std::string& udf);
    void opened(const std::string& udf, const Result<Place>& place);
    void enter(State& state, const Place& place);
    void lose(const std::string& udf);
    void show(const std::string& udf, std::function<void()> then = {});
    void stopWaiting();
    // one whose making was interrupted
    [[nodiscard]] std::stop_source makeOn(const std::string& udf, mesh::Progress progress,
                                          std::function<void(State&, const Made&)> done);
    void goOn(const std::string& udf);
    void goOnWithAll();
    void goOnLater();
    void serviceIsBack();
    // what an open one says; Ear calls these
    void stageChanged(const std::string& udf, mesh::Stage stage);
    void devicesChanged(const std::string& udf);
    void applicationsChanged(const std::string& udf);
    void read(const std::string& udf);
    void problem(const std::string& udf, const mesh::Problem& problem);
    // following the devices of the home account
    void followAll();
    void follow(const std::string& udf);
    // wishes
    [[nodiscard]] bool beginWish(const QString& text);
    void endWish();
    void setSwitching(bool switching);
    void setError(const QString& text);
    [[nodiscard]] mesh::Progress reporter();

    MeshLink& m_link;
    Preferences& m_preferences;
    std::shared_ptr<Held> m_held;
    std::map<std::string, State> m_states;
    std::vector<Row> m_rows;
    std::string m_home;
    std::string m_current;
    std::string m_remembered; ///< to be shown as soon as it is open
    QTimer m_patience;        ///< with the one to be shown
    QTimer m_again;           ///< those that could not be collected or not follow
    QTimer* m_goingOn;        ///< those that are being made
    std::chrono::milliseconds m_wait{};
    Turn m_listing;
    bool m_mayManage = false;
    bool m_isMaking = false;
    bool m_isStopped = false; ///< the making of one that is not listed yet
    bool m_switching = false;
    bool m_busy = false;
    QString m_busyText;
    double m_progress = -1;
    QString m_errorText;
    std::stop_source m_wish;
};

} // namespace mmm::desktop
