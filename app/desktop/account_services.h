#pragma once

#include "mesh_link.h"
#include "service_list_model.h"

namespace mmm::desktop {

/// The account on several services at once, as a dialog and a section of the settings show it.
class AccountServices : public QObject, public Published<AccountServices>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(mmm::desktop::ServiceListModel* services READ services CONSTANT)
    /// There can be no more of them.
    Q_PROPERTY(bool full READ isFull NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// 0 to 1; less than 0 where that is not known.
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
public:
    explicit AccountServices(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] ServiceListModel* services() { return &m_services; }
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] QString errorText() const { return m_errorText; }

    /// `place` as "host:port", or empty.
    Q_INVOKABLE void add(const QString& address, const QString& place);
    /// Stops what is under way.
    Q_INVOKABLE void stop();
    /// While the service cannot be asked, unreachable() is emitted; with `evenIfItStays` it keeps its copy.
    Q_INVOKABLE void remove(const QString& address, bool evenIfItStays);
    /// While the present first service cannot be asked, firstLost() is emitted; with `evenIfLost` what only
    /// that one has stays there.
    Q_INVOKABLE void makeFirst(const QString& address, bool evenIfLost);
    Q_INVOKABLE void forgetError();
    Q_INVOKABLE void refresh();

signals:
    void changed();
    void added(const QString& address);
    void removed(const QString& address);
    void firstChanged(const QString& address);
    void unreachable(const QString& address);
    void firstLost(const QString& address);

private:
    using Work = std::function<Status(mesh::FurtherServices&, const std::stop_token&)>;
    /// `done` hears of the outcome, and says whether the person shall read of a failure.
    using Done = std::function<bool(const Status&)>;

    void perform(Work work, Done done);
    void show(double progress);
    [[nodiscard]] static QString textOf(const Error& error);

    MeshLink& m_link;
    ServiceListModel m_services;
    bool m_busy = false;
    double m_progress = -1;
    int m_number = 0; ///< of the work under way; news of another one does not count
    std::stop_source m_running;
    QString m_errorText;
};

} // namespace mmm::desktop
