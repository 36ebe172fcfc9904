#pragma once

#include "mesh/change_service.h"
#include "mesh_link.h"

#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Taking the account to another service, as a dialog and a section of the settings show it.
class ServiceMove : public QObject, public Published<ServiceMove>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(mmm::desktop::ServiceMove::Stage stage READ stage NOTIFY changed)
    /// What is done now, in plain words.
    Q_PROPERTY(QString stageText READ stageText NOTIFY changed)
    /// Where the account comes from and where it goes to.
    Q_PROPERTY(QString from READ from NOTIFY changed)
    Q_PROPERTY(QString to READ to NOTIFY changed)
    /// 0 to 1, of all steps.
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    /// This program is at it; otherwise it was interrupted, or goes on along with the exchange.
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// The account can still stay where it is.
    Q_PROPERTY(bool cancellable READ isCancellable NOTIFY changed)
    /// Which devices have not come to the new service yet.
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed)
    /// A service was not there when it was asked last, and the account cannot stay: goOnWithoutFormer().
    Q_PROPERTY(bool dispensable READ isDispensable NOTIFY changed)
    /// The former service was given up; it is still looked for.
    Q_PROPERTY(bool withoutFormer READ isWithoutFormer NOTIFY changed)
    /// The account can go to this computer, so that no other service has it.
    Q_PROPERTY(bool homePossible READ isHomePossible NOTIFY changed)
    /// The name of the account, which it keeps unless another one is taken.
    Q_PROPERTY(QString accountName READ accountName NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
public:
    enum Stage
    {
        None,
        Copying,
        Closing,
        Telling,
        Leaving,
    };
    Q_ENUM(Stage)

    explicit ServiceMove(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] Stage stage() const;
    [[nodiscard]] QString stageText() const;
    [[nodiscard]] QString from() const;
    [[nodiscard]] QString to() const;
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isCancellable() const { return stage() == Copying || (stage() == None && m_busy); }
    [[nodiscard]] QString waitingText() const;
    [[nodiscard]] bool isDispensable() const { return !m_busy && m_isUnreachable && stage() > Copying; }
    [[nodiscard]] bool isWithoutFormer() const
    {
        return m_standing.state && m_standing.state->isWithoutFormer;
    }
    [[nodiscard]] bool isHomePossible() const { return !m_standing.domainHere.empty(); }
    [[nodiscard]] QString accountName() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }

    /// What is wrong with the name of a service or an address there; empty if nothing is.
    Q_INVOKABLE QString addressError(const QString& address) const;
    /// `place` as "host:port", or empty.
    Q_INVOKABLE void begin(const QString& address, const QString& place);
    /// To this computer, where the account is called `name`.
    Q_INVOKABLE void beginHere(const QString& name);
    /// Goes on with one that was interrupted.
    Q_INVOKABLE void resume();
    /// The account stays where it is.
    Q_INVOKABLE void cancel();
    /// Does not wait for the other devices.
    Q_INVOKABLE void leave();
    /// Goes on, and does not wait for the former service either.
    Q_INVOKABLE void goOnWithoutFormer();
    Q_INVOKABLE void forgetError();
    Q_INVOKABLE void refresh();

signals:
    void changed();
    /// The account is at its new service.
    void arrived(const QString& address);
    void cancelled();
    /// The former service is left for good.
    void left();

private:
    using Work = Status (*)(mesh::ServiceChange&, const mesh::NewService&, const mesh::MoveProgress&,
                            std::stop_token);

    void perform(const mesh::NewService& wanted, Work work);
    /// How things stand, as it is asked on a worker thread.
    struct Standing
    {
        std::optional<mesh::MoveState> state;
        std::string domainHere;
        std::string account; ///< address
    };
    [[nodiscard]] static Standing standingOf(mesh::PersonalMesh& mesh);
    struct Outcome
    {
        Status status;
        Standing standing;
    };
    void take(Standing standing);
    [[nodiscard]] mesh::MoveProgress reporter();
    [[nodiscard]] QString textOf(const Error& error) const;

    MeshLink& m_link;
    Standing m_standing;
    double m_progress = 0;
    bool m_busy = false;
    bool m_isCancelling = false; ///< as soon as what is under way has stopped
    int m_number = 0;            ///< of the work under way; news of another one does not count
    std::stop_source m_running;
    bool m_isUnreachable = false;
    QString m_errorText;
};

} // namespace mmm::desktop
