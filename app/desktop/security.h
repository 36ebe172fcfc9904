#pragma once

#include "mesh_link.h"
#include "preferences.h"
#include "safeguard_model.h"
#include "session.h"
#include "sync_status.h"
#include "trust_graph.h"
#include "trust_model.h"

namespace mmm::desktop {

/// What protects this mesh now, in plain words, and for an expert the chain of trust link by link.
class Security : public QObject, public Published<Security>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(mmm::desktop::SafeguardModel* safeguards READ safeguards CONSTANT)
    /// All of them in one sentence, and the worst level among them.
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(mmm::desktop::SafeguardModel::Level level READ level NOTIFY changed)
    Q_PROPERTY(mmm::desktop::TrustModel* chain READ chain CONSTANT)
    Q_PROPERTY(mmm::desktop::TrustGraph* graph READ graph CONSTANT)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)

    /// Who runs the service, by what they signed, in a sentence or two; empty if nobody says so.
    Q_PROPERTY(QString operatorText READ operatorText NOTIFY changed)

    // the link that is looked at
    Q_PROPERTY(QString linkTitle READ linkTitle NOTIFY linkChanged)
    Q_PROPERTY(QString linkMeaning READ linkMeaning NOTIFY linkChanged)
    Q_PROPERTY(mmm::desktop::TrustModel::State linkState READ linkState NOTIFY linkChanged)
    /// Whether it is believed, and why not.
    Q_PROPERTY(QString linkStateText READ linkStateText NOTIFY linkChanged)
    Q_PROPERTY(QString linkFingerprint READ linkFingerprint NOTIFY linkChanged)
    Q_PROPERTY(QString linkUpdated READ linkUpdated NOTIFY linkChanged)
    /// The token of a notary as stated, what it is worth, and whether that is a warning.
    Q_PROPERTY(QString linkNotary READ linkNotary NOTIFY linkChanged)
    Q_PROPERTY(QString linkNotaryText READ linkNotaryText NOTIFY linkChanged)
    Q_PROPERTY(bool linkNotaryWrong READ isLinkNotaryWrong NOTIFY linkChanged)
    Q_PROPERTY(QStringList linkSigners READ linkSigners NOTIFY linkChanged)
    Q_PROPERTY(QString linkJson READ linkJson NOTIFY linkChanged)
    /// A statement of the service about its log that does not fit another one.
    Q_PROPERTY(bool linkDisputed READ isLinkDisputed NOTIFY linkChanged)
    /// The service, or a statement of it about its log: other devices can be asked what they were told.
    Q_PROPERTY(bool linkComparable READ isLinkComparable NOTIFY linkChanged)
    /// The service: the person may say that it, or another one, is theirs.
    Q_PROPERTY(bool linkAccreditable READ isLinkAccreditable NOTIFY linkChanged)
    /// Who runs the service, if the link is about that, and whether somebody else did before.
    Q_PROPERTY(QString linkOperator READ linkOperator NOTIFY linkChanged)
    Q_PROPERTY(bool linkOperatorChanged READ isLinkOperatorChanged NOTIFY linkChanged)
public:
    Security(MeshLink& link, const Session& session, const Preferences& preferences, SyncStatus& sync,
             QObject* parent = nullptr);

    [[nodiscard]] SafeguardModel* safeguards() { return &m_safeguards; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] SafeguardModel::Level level() const;
    [[nodiscard]] TrustModel* chain() { return &m_chain; }
    [[nodiscard]] TrustGraph* graph() { return &m_graph; }
    [[nodiscard]] bool isBusy() const { return m_running > 0; }
    [[nodiscard]] QString errorText() const { return m_errorText; }

    [[nodiscard]] QString linkTitle() const;
    [[nodiscard]] QString linkMeaning() const;
    [[nodiscard]] TrustModel::State linkState() const;
    [[nodiscard]] QString linkStateText() const;
    [[nodiscard]] QString linkFingerprint() const;
    [[nodiscard]] QString linkUpdated() const;
    [[nodiscard]] QString linkNotary() const;
    [[nodiscard]] QString linkNotaryText() const;
    [[nodiscard]] bool isLinkNotaryWrong() const;
    [[nodiscard]] QStringList linkSigners() const;
    [[nodiscard]] QString linkJson() const;
    [[nodiscard]] bool isLinkDisputed() const;
    [[nodiscard]] bool isLinkComparable() const;

    [[nodiscard]] QString operatorText() const;
    [[nodiscard]] bool isLinkAccreditable() const;
    [[nodiscard]] QString linkOperator() const;
    [[nodiscard]] bool isLinkOperatorChanged() const;

    /// Checks everything anew, with the service too.
    Q_INVOKABLE void refresh();
    /// The link to look at.
    Q_INVOKABLE void look(const QString& linkId);
    /// Takes what the service stated last of its log as a new beginning, and checks everything anew.
    Q_INVOKABLE void acceptLog();
    /// Takes the operator whom the service shows now, or that it shows none, as what changes are compared
    /// with.
    Q_INVOKABLE void acceptOperator();

signals:
    void changed();
    void linkChanged();

private:
    /// What was found out about the mesh without asking the service.
    struct Findings
    {
        Result<std::vector<mesh::TrustLink>> links;
        Result<std::vector<mesh::DeviceInfo>> devices;
        mesh::RecoveryState recovery;
        mesh::ServiceInfo service;
    };

    void askService();
    /// Does something on the mesh, and checks everything anew.
    void accept(std::function<Status(mesh::TrustChain&)> change);
    void take(Findings findings);
    void showChain();
    /// Says everything anew from what is known.
    void tell();
    void clear();
    [[nodiscard]] SafeguardModel::Row aboutSignatures() const;
    [[nodiscard]] SafeguardModel::Row aboutProblems() const;
    [[nodiscard]] SafeguardModel::Row aboutKeys() const;
    [[nodiscard]] SafeguardModel::Row aboutLock() const;
    [[nodiscard]] SafeguardModel::Row aboutDevices() const;
    [[nodiscard]] SafeguardModel::Row aboutEscrow() const;
    [[nodiscard]] SafeguardModel::Row aboutService() const;
    /// None if the service is on this computer, or has not been asked.
    [[nodiscard]] std::optional<SafeguardModel::Row> aboutOperator() const;
    [[nodiscard]] SafeguardModel::Row aboutLog() const;
    [[nodiscard]] SafeguardModel::Row aboutSecrecy() const;
    [[nodiscard]] const mesh::TrustLink* looked() const { return m_chain.find(m_looked); }

    MeshLink& m_link;
    const Session& m_session;
    const Preferences& m_preferences;
    SyncStatus& m_sync;
    std::optional<Findings> m_findings;                            ///< none before the first look
    std::optional<Result<std::vector<mesh::TrustLink>>> m_service; ///< none before it has answered
    SafeguardModel m_safeguards;
    TrustModel m_chain;
    TrustGraph m_graph;
    std::string m_looked;
    QString m_errorText;
    int m_running = 0;
    int m_number = 0; ///< of the look whose answers count
};

} // namespace mmm::desktop
