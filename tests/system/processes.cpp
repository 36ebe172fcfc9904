#include "system/processes.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

namespace mmm::system_test {

namespace {

constexpr int patience = 120000; // milliseconds

QString textOf(const QJsonValue& value)
{
    return value.isNull() ? QString() : value.toString();
}

QString mapOf(const ServiceProcess& service)
{
    return QStringLiteral("%1=127.0.0.1:%2").arg(service.name()).arg(service.port());
}

} // namespace

bool eventually(const std::function<bool()>& condition, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > milliseconds)
            return false;
        QTest::qWait(50);
    }
    return true;
}

int someMilliseconds(int least, int most)
{
    return QRandomGenerator::global()->bounded(least, most);
}

// the service

ServiceProcess::ServiceProcess(const QString& folder, QString name)
    : m_folder(folder.isEmpty() ? m_own.filePath(QStringLiteral("service")) : folder),
      m_name(std::move(name))
{
    QFile passphrase(m_own.filePath(QStringLiteral("passphrase")));
    if (!passphrase.open(QIODevice::WriteOnly) || passphrase.write("correct horse battery staple\n") < 0)
        qFatal("no passphrase file");
}

ServiceProcess::~ServiceProcess()
{
    kill();
}

void ServiceProcess::meet(const ServiceProcess& other)
{
    m_peers +=
        {QStringLiteral("--peer"), QStringLiteral("%1=127.0.0.1:%2").arg(other.name()).arg(other.port())};
}

void ServiceProcess::setCertificate(const QString& chain, const QString& key)
{
    m_certificate = {QStringLiteral("--certificate"), chain, QStringLiteral("--certificate-key"), key};
}

bool ServiceProcess::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->start(qEnvironmentVariable("MESH_SERVICE"),
                     QStringList{QStringLiteral("--data"), m_folder, QStringLiteral("--domain"), m_name,
                                 QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port),
                                 QStringLiteral("--passphrase-file"),
                                 m_own.filePath(QStringLiteral("passphrase"))} +
                         m_peers + m_certificate + m_options);
    m_said.clear();
    const QByteArray& said = m_said;
    const bool serves = eventually([&] {
        m_process->waitForReadyRead(100);
        m_said += m_process->readAll();
        return said.contains("fingerprint of the service") || m_process->state() == QProcess::NotRunning;
    });
    const qsizetype at = said.indexOf("serving at https://127.0.0.1:");
    if (!serves || m_process->state() == QProcess::NotRunning || at < 0) {
        qWarning("mesh-service does not serve: %s", said.constData());
        return false;
    }
    const QByteArray rest = said.mid(at + qsizetype(qstrlen("serving at https://127.0.0.1:")));
    m_port = rest.left(rest.indexOf('/')).toUShort();
    return m_port != 0;
}

ServiceProcess::Outcome ServiceProcess::command(const QStringList& words) const
{
    QProcess process;
    process.start(qEnvironmentVariable("MESH_SERVICE"),
                  words + QStringList{QStringLiteral("--data"), m_folder});
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray ServiceProcess::said()
{
    m_process->waitForReadyRead(10);
    m_said += m_process->readAll();
    return m_said;
}

bool ServiceProcess::stop()
{
    m_process->terminate();
    const bool ended = m_process->waitForFinished(patience) &&
                       m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
    kill();
    return ended;
}

void ServiceProcess::kill()
{
    if (!m_process)
        return;
    if (m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished(patience);
    }
    m_process.reset();
}

// what was acknowledged

void Ledger::doing(const QString& name, const QString& value)
{
    auto& allowed = m_allowed[name];
    if (allowed.empty())
        allowed.insert(QString());
    allowed.insert(value);
}

void Ledger::done(const QString& name, const QString& value)
{
    m_allowed[name] = {value};
    ++m_acknowledged;
}

void Ledger::add(const Ledger& other)
{
    for (const auto& [name, allowed] : other.m_allowed)
        m_allowed[name] = allowed;
    m_acknowledged += other.m_acknowledged;
}

QString Ledger::compare(const std::map<QString, QString>& entries) const
{
    for (const auto& [name, allowed] : m_allowed) {
        const auto found = entries.find(name);
        const QString value = found == entries.end() ? QString() : found->second;
        if (!allowed.contains(value))
            return QStringLiteral("%1 is '%2'").arg(name, value);
    }
    for (const auto& [name, value] : entries) {
        if (!m_allowed.contains(name))
            return name + QStringLiteral(" has appeared");
    }
    return {};
}

void Ledger::settle(const std::map<QString, QString>& entries)
{
    for (auto& [name, allowed] : m_allowed) {
        const auto found = entries.find(name);
        allowed = {found == entries.end() ? QString() : found->second};
    }
}

// a device

DeviceProcess::DeviceProcess(const ServiceProcess& service, const QString& folder)
    : m_service(service),
      m_folder(folder.isEmpty() ? m_own.filePath(QStringLiteral("device")) : folder)
{}

DeviceProcess::~DeviceProcess()
{
    kill();
}

Answer DeviceProcess::open()
{
    kill();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{QStringLiteral("--data-folder"), m_folder,
                          QStringLiteral("--service-map"), mapOf(m_service),
                          QStringLiteral("--clock"),       QString::number(m_clock)};
    for (const ServiceProcess* other : m_others)
        arguments += {QStringLiteral("--service-map"), mapOf(*other)};
    if (qEnvironmentVariableIsSet("MESH_TEST_KEYCHAIN"))
        arguments.append(QStringLiteral("--keychain"));
    m_process->start(qEnvironmentVariable("MESH_DEVICE"), arguments);
    return answer();
}

bool DeviceProcess::close()
{
    m_process->closeWriteChannel();
    const bool ended = m_process->waitForFinished(patience) &&
                       m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
    kill();
    return ended;
}

void DeviceProcess::kill()
{
    if (!m_process)
        return;
    if (m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished(patience);
    }
    // what it said before it ended was said
    while (m_process->canReadLine())
        take(m_process->readLine());
    m_process.reset();
}

std::optional<Answer> DeviceProcess::take(const QByteArray& line)
{
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    for (const char* event : {"doing", "done"}) {
        const QJsonArray write = said.value(QLatin1String(event)).toArray();
        if (write.size() != 2)
            continue;
        if (qstrcmp(event, "doing") == 0)
            ledger.doing(write.at(0).toString(), textOf(write.at(1)));
        else
            ledger.done(write.at(0).toString(), textOf(write.at(1)));
        return std::nullopt;
    }
    Answer answer;
    answer.value = said.value(QStringLiteral("value"));
    if (!said.contains(QStringLiteral("value"))) {
        answer.fault = Fault(said.value(QStringLiteral("fault")).toInt(int(Fault::Internal)));
        answer.detail = said.value(QStringLiteral("detail")).toString(QString::fromUtf8(line));
    }
    return answer;
}

void DeviceProcess::begin(const QJsonArray& command)
{
    m_process->write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    m_process->waitForBytesWritten(patience);
}

Answer DeviceProcess::answer()
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        while (m_process->canReadLine()) {
            if (auto answer = take(m_process->readLine()))
                return *answer;
        }
        if (m_process->state() == QProcess::NotRunning)
            return {{}, Fault::Internal, QStringLiteral("the device has ended")};
        if (timer.elapsed() > patience)
            return {{}, Fault::Timeout, QStringLiteral("the device does not answer")};
        m_process->waitForReadyRead(1000);
    }
}

Answer DeviceProcess::ask(const QJsonArray& command)
{
    begin(command);
    return answer();
}

Answer DeviceProcess::create(const QString& account)
{
    return ask({QStringLiteral("create"), account, m_service.name()});
}

QString DeviceProcess::pin(int minutes)
{
    return ask({QStringLiteral("pin"), minutes}).value.toString();
}

Answer DeviceProcess::request(const QString& offer, const QString& name)
{
    return ask({QStringLiteral("request"), offer, name});
}

Answer DeviceProcess::join(const QString& offer, const QString& name)
{
    const Answer asked = request(offer, name);
    return asked.isOk() ? ask({QStringLiteral("await")}) : asked;
}

Answer DeviceProcess::add(const QString& name, const QString& value)
{
    ledger.doing(name, value);
    const Answer added = ask({QStringLiteral("add"), name, value});
    if (added.isOk())
        ledger.done(name, value);
    return added;
}

Answer DeviceProcess::edit(const QString& name, const QString& value)
{
    ledger.doing(name, value);
    const Answer edited = ask({QStringLiteral("edit"), name, value});
    if (edited.isOk())
        ledger.done(name, value);
    return edited;
}

std::optional<std::map<QString, QString>> DeviceProcess::entries()
{
    const Answer listed = ask({QStringLiteral("list")});
    if (!listed.isOk()) {
        qWarning("fault %d: %s", int(*listed.fault), qPrintable(listed.detail));
        return std::nullopt;
    }
    std::map<QString, QString> entries;
    const QJsonArray all = listed.value.toArray();
    for (const QJsonValue& entry : all)
        entries.emplace(entry.toArray().at(0).toString(), entry.toArray().at(1).toString());
    return entries;
}

bool SyncReport::hasProblem(Fault kind, const QString& container) const
{
    return std::ranges::any_of(problems, [&](const QJsonValue& problem) {
        const QJsonObject found = problem.toObject();
        return found.value(QStringLiteral("fault")).toInt() == int(kind) &&
               (container.isEmpty() || found.value(QStringLiteral("container")).toString() == container);
    });
}

SyncReport DeviceProcess::state()
{
    const QJsonObject said = ask({QStringLiteral("state")}).value.toObject();
    SyncReport report;
    report.isIdle = said.value(QStringLiteral("idle")).toBool();
    report.isOffline = said.value(QStringLiteral("offline")).toBool();
    report.pending = said.value(QStringLiteral("pending")).toInt();
    report.conflicts = said.value(QStringLiteral("conflicts")).toInt();
    report.problems = said.value(QStringLiteral("problems")).toArray();
    if (said.contains(QStringLiteral("fault")))
        report.fault = Fault(said.value(QStringLiteral("fault")).toInt());
    report.detail = said.value(QStringLiteral("detail")).toString();
    return report;
}

bool DeviceProcess::settles(int milliseconds)
{
    ask({QStringLiteral("sync")});
    SyncReport last;
    const bool settled = eventually(
        [&] {
            last = state();
            return last.isIdle && last.pending == 0;
        },
        milliseconds);
    if (!settled)
        qWarning("%d pending, fault %d: %s", last.pending, last.fault ? int(*last.fault) : -1,
                 qPrintable(last.detail));
    return settled;
}

QString DeviceProcess::proofOf(const QString& deviceName)
{
    const QJsonArray requests = ask({QStringLiteral("pending")}).value.toArray();
    for (const QJsonValue& request : requests) {
        if (request.toArray().at(1).toString() == deviceName)
            return request.toArray().at(2).toString();
    }
    return {};
}

Answer DeviceProcess::decide(const QString& deviceName, bool isAccepted)
{
    const QJsonArray requests = ask({QStringLiteral("pending")}).value.toArray();
    for (const QJsonValue& request : requests) {
        if (request.toArray().at(1).toString() == deviceName)
            return ask({QStringLiteral("decide"), request.toArray().at(0), isAccepted});
    }
    return {{}, Fault::NotFound, QStringLiteral("no such request")};
}

} // namespace mmm::system_test
