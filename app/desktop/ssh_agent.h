#pragma once

#include "accounts.h"
#include "peer_process.h"
#include "ssh/agent.h"

#include <QPointer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <deque>
#include <map>
#include <memory>

class QLocalServer;
class QLocalSocket;

namespace mmm::desktop {

/// Lets stock ssh log in with this device's keys: an SSH agent at a socket that only this person's programs
/// reach. It is off until the person switches it on, and listens only while the mesh is open. It has the keys
/// of all accounts that are open, whichever is shown; those of the one that is shown come first, since
/// servers take but a few. The keys themselves stay in core/mesh, which makes the signatures.
///
/// Unless the person wants otherwise each signature is asked for; one that a server wants to which the person
/// has forwarded the agent is always asked for. What cannot be understood is refused.
class SshAgent : public QObject, public Published<SshAgent>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool enabled READ isEnabled WRITE setEnabled NOTIFY changed)
    Q_PROPERTY(bool asksEachTime READ asksEachTime WRITE setAsksEachTime NOTIFY changed)
    Q_PROPERTY(bool running READ isRunning NOTIFY changed)
    /// What IdentityAgent and SSH_AUTH_SOCK take.
    Q_PROPERTY(QString socketPath READ socketPath CONSTANT)
    /// For a shell: sets SSH_AUTH_SOCK.
    Q_PROPERTY(QString shellLine READ shellLine CONSTANT)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// The question that waits for answer(); 0 for none.
    Q_PROPERTY(int questionNumber READ questionNumber NOTIFY askingChanged)
    /// Who wants what; plain text.
    Q_PROPERTY(QString question READ question NOTIFY askingChanged)
    /// What speaks against it; may be empty.
    Q_PROPERTY(QString warning READ warning NOTIFY askingChanged)
public:
    /// `dataFolder` tells the agents of several data folders apart; `runtimeFolder` is a folder of this
    /// person's alone, the system's if empty.
    SshAgent(Accounts& accounts, Preferences& preferences, const QString& dataFolder,
             const QString& runtimeFolder = {}, QObject* parent = nullptr);
    ~SshAgent() override;

    [[nodiscard]] bool isEnabled() const;
    void setEnabled(bool enabled);
    [[nodiscard]] bool asksEachTime() const;
    void setAsksEachTime(bool asks);
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QString socketPath() const { return m_path; }
    [[nodiscard]] QString shellLine() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] int questionNumber() const { return m_questions.empty() ? 0 : m_questions.front().number; }
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString warning() const;

    /// Whether a question still waits for an answer.
    [[nodiscard]] bool isWaiting(int number) const;
    /// Answers a question, which may be over or not the one that is shown.
    Q_INVOKABLE void answer(int number, bool isAllowed);

    static constexpr int mostClients = 32;
    static constexpr std::size_t mostQuestions = 8;

signals:
    void changed();
    void askingChanged();
    /// For the desktop's notifications.
    void asked(int number, const QString& question);
    void answered(int number);

private:
    struct Client
    {
        QLocalSocket* socket = nullptr;
        PeerProcess peer;
        ssh::MessageCutter cutter;
        ssh::AgentClient said;
        bool isBusy = false; ///< its request is being answered
    };
    struct Question
    {
        int number = 0;
        int client = 0;
        std::string account;
        ssh::WantedSignature wanted;
        QString text;
        QString warning;
    };
    /// What an account that has the key knows about a signature that is wanted.
    struct Known
    {
        std::string profile; ///< title
        QString host;        ///< name; empty if it is in no profile's known hosts of that account
        std::string account;
    };

    void startOrStop();
    void start();
    void stop();
    [[nodiscard]] bool prepareFolder() const;
    void take();
    void read(int number);
    void proceed(int number);
    void handle(int number, const ssh::AgentRequest& request);
    void send(int number, const Bytes& answer);
    void drop(int number);
    void list(int number);
    void consider(int number, ssh::WantedSignature wanted);
    void ask(int number, ssh::WantedSignature wanted, const Known& known);
    void sign(int number, const std::string& account, const ssh::WantedSignature& wanted);
    [[nodiscard]] std::string keyName(const std::string& profile, const std::string& account) const;
    void questionsChanged();
    [[nodiscard]] QString questionText(const Client& client, const ssh::WantedSignature& wanted,
                                       const Known& known) const;

    Accounts& m_accounts;
    Preferences& m_preferences;
    QString m_folder;
    QString m_path;
    std::unique_ptr<QLocalServer> m_server;
    std::map<int, Client> m_clients;
    std::deque<Question> m_questions;
    QTimer m_patience; ///< for the first question
    int m_lastNumber = 0;
    QString m_errorText;
};

} // namespace mmm::desktop
