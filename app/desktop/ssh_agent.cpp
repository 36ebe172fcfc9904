#include "ssh_agent.h"

#include "fault_text.h"
#include "ssh/known_host.h"
#include "text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

namespace mmm::desktop {

namespace {

constexpr auto enabledKey = "ssh/agent";
constexpr auto askKey = "ssh/ask";
constexpr std::chrono::seconds signPatience{60};
constexpr qint64 readAtOnce = 65536;
constexpr qsizetype longestShownName = 100;

/// A name that somebody else chose, so that it cannot pass for anything else in a sentence.
QString foreignName(const std::string& text)
{
    QString name;
    for (const QChar c : toText(text).left(longestShownName))
        name += c.isPrint() && c.category() != QChar::Other_Format ? c : QChar(u'�');
    return name;
}

template<typename Work>
auto withProfiles(mesh::PersonalMesh& mesh, Work work)
{
    std::vector<std::string> ids;
    if (mesh::Account* account = mesh.account()) {
        account->sshProfiles().visit([&](const auto& row) { ids.push_back(row.id); });
        for (const std::string& id : ids) {
            if (const auto row = account->sshProfiles().read(id))
                work(row->entry);
        }
    }
}

Result<mesh::SshOwnKey> findKey(mesh::PersonalMesh& mesh, const Bytes& blob)
{
    MMM_TRY(const auto keys, mesh.applications().sshKeys());
    const auto found = std::ranges::find(keys, blob, &mesh::SshOwnKey::blob);
    if (found == keys.end())
        return fail(Fault::KeyNotFound, "not a key of this device");
    return *found;
}

/// `work(PersonalMesh&)` in each of the accounts, side by side; then `done` with what each of them said,
/// nothing for a failure.
template<typename Value, typename Work, typename Done>
void askEach(const std::vector<OpenAccount>& accounts, QObject* receiver, Work work, Done done)
{
    using Answers = std::vector<std::optional<Value>>;
    const auto answers = std::make_shared<Answers>(accounts.size());
    if (accounts.empty())
        done(*answers);
    const auto missing = std::make_shared<std::size_t>(accounts.size());
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        accounts[i].queue->run(
            receiver,
            [work, mesh = accounts[i].mesh](const std::stop_token&) -> Result<Value> { return work(*mesh); },
            [done, answers, missing, i](const Result<Value>& value) {
                if (value)
                    (*answers)[i] = *value;
                if (--*missing == 0)
                    done(*answers);
            });
    }
}

} // namespace

SshAgent::SshAgent(Accounts& accounts, Preferences& preferences, const QString& dataFolder,
                   const QString& runtimeFolder, QObject* parent)
    : QObject(parent),
      Published<SshAgent>(this),
      m_accounts(accounts),
      m_preferences(preferences)
{
    const QByteArray mark =
        QCryptographicHash::hash(dataFolder.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    const QString name = QStringLiteral("ssh-agent-") + QString::fromLatin1(mark);
#ifdef Q_OS_WIN
    Q_UNUSED(runtimeFolder)
    m_path = QStringLiteral("\\\\.\\pipe\\mesh-desktop-") + name;
#else
    m_folder = (runtimeFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)
                                        : runtimeFolder) +
               QStringLiteral("/mesh-desktop");
    m_path = m_folder + QLatin1Char('/') + name;
#endif
    m_patience.setSingleShot(true);
    m_patience.setInterval(signPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { answer(questionNumber(), false); });
    connect(&accounts, &Accounts::changed, this, &SshAgent::startOrStop);
}

SshAgent::~SshAgent()
{
    stop();
}

bool SshAgent::isEnabled() const
{
    return m_preferences.value(QLatin1String(enabledKey), false).toBool();
}

void SshAgent::setEnabled(bool enabled)
{
    if (enabled == isEnabled())
        return;
    m_preferences.setValue(QLatin1String(enabledKey), enabled);
    startOrStop();
    emit changed();
}

bool SshAgent::asksEachTime() const
{
    return m_preferences.value(QLatin1String(askKey), true).toBool();
}

void SshAgent::setAsksEachTime(bool asks)
{
    if (asks == asksEachTime())
        return;
    m_preferences.setValue(QLatin1String(askKey), asks);
    emit changed();
}

bool SshAgent::isRunning() const
{
    return m_server != nullptr;
}

QString SshAgent::shellLine() const
{
    QString quoted = m_path;
#ifdef Q_OS_WIN
    quoted.replace(QLatin1Char('\''), QLatin1String("''"));
    return QStringLiteral("$env:SSH_AUTH_SOCK = '%1'").arg(quoted);
#else
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QStringLiteral("export SSH_AUTH_SOCK='%1'").arg(quoted);
#endif
}

QString SshAgent::question() const
{
    return m_questions.empty() ? QString() : m_questions.front().text;
}

QString SshAgent::warning() const
{
    return m_questions.empty() ? QString() : m_questions.front().warning;
}

/// The folder must be this person's alone: who can put a socket there speaks for the agent.
bool SshAgent::prepareFolder() const
{
#ifndef Q_OS_WIN
    const QFileDevice::Permissions own =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, own))
        return false;
    const QFileInfo folder(m_folder);
    return folder.isDir() && !folder.isSymLink() && folder.ownerId() == geteuid();
#else
    return true;
#endif
}

void SshAgent::startOrStop()
{
    if (isEnabled() && !m_accounts.homeId().isEmpty())
        start();
    else
        stop();
}

void SshAgent::start()
{
    if (m_server)
        return;
    m_errorText.clear();
    auto server = std::make_unique<QLocalServer>();
    server->setSocketOptions(QLocalServer::UserAccessOption);
    server->setMaxPendingConnections(mostClients);
    // the data folder is this process's alone, so what is there is left from one that ended
    QLocalServer::removeServer(m_path);
    if (!prepareFolder() || !server->listen(m_path)) {
        m_errorText =
            tr("The SSH agent cannot be started: %1")
                .arg(server->errorString().isEmpty() ? tr("its folder “%1” is not safe.").arg(m_folder)
                                                     : server->errorString());
        emit changed();
        return;
    }
    m_server = std::move(server);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SshAgent::take);
    emit changed();
}

void SshAgent::stop()
{
    if (!m_server)
        return;
    while (!m_clients.empty())
        drop(m_clients.begin()->first);
    m_server->close();
    m_server.reset();
    emit changed();
}

void SshAgent::take()
{
    while (m_server && m_server->hasPendingConnections()) {
        QLocalSocket* socket = m_server->nextPendingConnection();
        // when there are too many, the one that has been silent for longest makes room
        if (int(m_clients.size()) >= mostClients)
            drop(m_clients.begin()->first);
        const int number = ++m_lastNumber;
        Client& client = m_clients[number];
        client.socket = socket;
        client.peer = peerOf(socket->socketDescriptor());
        if (!client.peer.isOwn) {
            drop(number);
            continue;
        }
        socket->setReadBufferSize(readAtOnce);
        connect(socket, &QLocalSocket::readyRead, this, [this, number] { read(number); });
        connect(socket, &QLocalSocket::disconnected, this, [this, number] { drop(number); });
        read(number);
    }
}

void SshAgent::read(int number)
{
    const auto client = m_clients.find(number);
    if (client == m_clients.end() || client->second.isBusy)
        return; // what it sends meanwhile waits in its socket
    const QByteArray octets = client->second.socket->read(readAtOnce);
    if (!client->second.cutter.add(
            BytesView(reinterpret_cast<const std::uint8_t*>(octets.data()), std::size_t(octets.size())))) {
        drop(number);
        return;
    }
    proceed(number);
}

void SshAgent::proceed(int number)
{
    const auto client = m_clients.find(number);
    if (client == m_clients.end() || client->second.isBusy)
        return;
    if (const auto message = client->second.cutter.next()) {
        client->second.isBusy = true;
        const auto request = ssh::readRequest(*message);
        if (request)
            handle(number, *request);
        else
            send(number, ssh::failureAnswer());
    } else if (client->second.socket->bytesAvailable() > 0) {
        QMetaObject::invokeMethod(
            this, [this, number] { read(number); }, Qt::QueuedConnection);
    }
}

void SshAgent::handle(int number, const ssh::AgentRequest& request)
{
    Client& client = m_clients.at(number);
    if (std::holds_alternative<ssh::ListKeys>(request)) {
        list(number);
    } else if (const auto* bind = std::get_if<ssh::SessionBind>(&request)) {
        send(number, client.said.bind(*bind) ? ssh::successAnswer() : ssh::extensionFailureAnswer());
    } else if (const auto* wanted = std::get_if<ssh::SignRequest>(&request)) {
        auto checked = client.said.check(*wanted);
        if (checked)
            consider(number, std::move(*checked));
        else
            send(number, ssh::failureAnswer());
    } else {
        send(number, std::get<ssh::OtherRequest>(request).isExtension ? ssh::extensionFailureAnswer()
                                                                      : ssh::failureAnswer());
    }
}

void SshAgent::send(int number, const Bytes& answer)
{
    const auto client = m_clients.find(number);
    if (client == m_clients.end())
        return;
    client->second.socket->write(reinterpret_cast<const char*>(answer.data()), qint64(answer.size()));
    client->second.isBusy = false;
    QMetaObject::invokeMethod(
        this, [this, number] { proceed(number); }, Qt::QueuedConnection);
}

void SshAgent::drop(int number)
{
    auto client = m_clients.extract(number);
    if (client.empty())
        return;
    client.mapped().socket->disconnect(this);
    client.mapped().socket->abort();
    client.mapped().socket->deleteLater();
    const bool wasFirst = !m_questions.empty() && m_questions.front().client == number;
    std::erase_if(m_questions, [&](const Question& question) {
        if (question.client == number)
            emit answered(question.number);
        return question.client == number;
    });
    if (wasFirst)
        questionsChanged();
}

/// As the person calls it, and whose it is where that is in question.
std::string SshAgent::keyName(const std::string& profile, const std::string& account) const
{
    const std::string title = profile.empty() ? fromText(tr("SSH")) : profile;
    return m_accounts.count() < 2 ? title
                                  : title + " (" + fromText(m_accounts.addressOf(toText(account))) + ")";
}

void SshAgent::list(int number)
{
    using Keys = std::vector<mesh::SshOwnKey>;
    const std::vector<OpenAccount> accounts = m_accounts.openOnes();
    askEach<Keys>(
        accounts, this, [](mesh::PersonalMesh& mesh) { return mesh.applications().sshKeys(); },
        [this, number, accounts](const std::vector<std::optional<Keys>>& answers) {
            std::vector<ssh::ListedKey> listed;
            for (std::size_t i = 0; i < accounts.size(); ++i) {
                for (const mesh::SshOwnKey& key : answers[i].value_or(Keys()))
                    listed.push_back({key.blob, ssh::oneLine(keyName(key.profileTitle, accounts[i].udf))});
            }
            send(number, ssh::keysAnswer(listed));
        });
}

void SshAgent::consider(int number, ssh::WantedSignature wanted)
{
    const Bytes blob = wanted.blob;
    const Bytes hostKey = wanted.server ? wanted.server->hostKey : Bytes();
    const std::vector<OpenAccount> accounts = m_accounts.openOnes();
    askEach<Known>(
        accounts, this,
        [blob, hostKey](mesh::PersonalMesh& mesh) -> Result<Known> {
            MMM_TRY(const mesh::SshOwnKey key, findKey(mesh, blob));
            Known known;
            known.profile = key.profileTitle;
            withProfiles(mesh, [&](const schema::CatalogedApplicationSSH& profile) {
                for (const std::string& line : profile.knownHosts) {
                    const auto host = ssh::KnownHost::parse(line);
                    if (known.host.isEmpty() && host && host->marker.empty() && host->key.blob == hostKey)
                        known.host = toText(host->shownName());
                }
            });
            return known;
        },
        [this, number, accounts, wanted = std::move(wanted)](std::vector<std::optional<Known>>& answers) {
            for (std::size_t i = 0; i < accounts.size(); ++i) {
                if (!answers[i])
                    continue;
                answers[i]->account = accounts[i].udf;
                if (asksEachTime() || wanted.isForwarded)
                    ask(number, wanted, *answers[i]);
                else
                    sign(number, answers[i]->account, wanted);
                return;
            }
            send(number, ssh::failureAnswer());
        });
}

void SshAgent::ask(int number, ssh::WantedSignature wanted, const Known& known)
{
    const auto client = m_clients.find(number);
    if (client == m_clients.end())
        return;
    if (m_questions.size() >= mostQuestions) {
        send(number, ssh::failureAnswer());
        return;
    }
    Question question;
    question.number = ++m_lastNumber;
    question.client = number;
    question.account = known.account;
    question.text = questionText(client->second, wanted, known);
    if (wanted.isForwarded)
        question.warning = tr("The request does not come from this computer, but from a server that you have "
                              "lent your keys. Refuse unless you are logging in from there right now.");
    else if (wanted.server && !wanted.server->isVerified)
        question.warning = tr("Whether the server is what it says could not be checked here.");
    question.wanted = std::move(wanted);
    m_questions.push_back(std::move(question));
    emit asked(m_questions.back().number, m_questions.back().text);
    if (m_questions.size() == 1)
        questionsChanged();
}

QString SshAgent::questionText(const Client& client, const ssh::WantedSignature& wanted,
                               const Known& known) const
{
    const QString program =
        client.peer.name.isEmpty()
            ? tr("A program")
            : tr("“%1” (process %2)").arg(foreignName(fromText(client.peer.name))).arg(client.peer.id);
    const QString profile = foreignName(keyName(known.profile, known.account));
    if (wanted.purpose.kind == ssh::Purpose::Kind::Signed)
        return tr("%1 wants to sign data for “%2” with the key of “%3”.")
            .arg(program, foreignName(wanted.purpose.nameSpace), profile);
    QString server = tr("a server that it does not name");
    if (wanted.server) {
        const auto key = ssh::PublicKey::fromBlob(wanted.server->hostKey);
        if (!known.host.isEmpty())
            server = QStringLiteral("“%1”").arg(foreignName(fromText(known.host)));
        else if (key)
            server = tr("an unknown server with the key %1").arg(toText(key->fingerprint()));
        else
            server = tr("an unknown server");
    }
    return tr("%1 wants to log in as “%2” at %3 with the key of “%4”.")
        .arg(program, foreignName(wanted.purpose.userName), server, profile);
}

void SshAgent::sign(int number, const std::string& account, const ssh::WantedSignature& wanted)
{
    std::vector<OpenAccount> accounts = m_accounts.openOnes();
    std::erase_if(accounts, [&](const OpenAccount& open) { return open.udf != account; });
    askEach<Bytes>(
        accounts, this,
        [wanted](mesh::PersonalMesh& mesh) -> Result<Bytes> {
            MMM_TRY(const mesh::SshOwnKey key, findKey(mesh, wanted.blob));
            return mesh.applications().signForSsh(key.profileId, wanted.data);
        },
        [this, number](const std::vector<std::optional<Bytes>>& answers) {
            const bool isSigned = !answers.empty() && answers.front();
            send(number, isSigned ? ssh::signatureAnswer(*answers.front()) : ssh::failureAnswer());
        });
}

bool SshAgent::isWaiting(int number) const
{
    return std::ranges::find(m_questions, number, &Question::number) != m_questions.end();
}

void SshAgent::answer(int number, bool isAllowed)
{
    const auto found = std::ranges::find(m_questions, number, &Question::number);
    if (found == m_questions.end())
        return;
    const bool wasFirst = found == m_questions.begin();
    const Question question = std::move(*found);
    m_questions.erase(found);
    if (isAllowed)
        sign(question.client, question.account, question.wanted);
    else
        send(question.client, ssh::failureAnswer());
    emit answered(number);
    if (wasFirst)
        questionsChanged();
}

void SshAgent::questionsChanged()
{
    if (m_questions.empty())
        m_patience.stop();
    else
        m_patience.start();
    emit askingChanged();
}

} // namespace mmm::desktop
