#pragma once

#include "base/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

/// Real processes of the system, with verbs of the domain: the service, and devices that use it.
namespace mmm::system_test {

inline const QString domain = QStringLiteral("example.com");

/// The program mesh-service with a data folder. Listens at the same place after every start.
class ServiceProcess
{
public:
    /// Keeps its data in a folder of its own, or in `folder`.
    explicit ServiceProcess(const QString& folder = {}, QString name = domain);
    ~ServiceProcess();
    ServiceProcess(const ServiceProcess&) = delete;
    ServiceProcess& operator=(const ServiceProcess&) = delete;

    /// Whether it serves; what it says otherwise is printed.
    [[nodiscard]] bool start();
    /// As an operator stops it. Whether it ended of its own accord, and well.
    [[nodiscard]] bool stop();
    void kill();

    /// How a program ended, and what it printed.
    struct Outcome
    {
        int code = -1;
        QByteArray out;
        QByteArray error;
    };
    /// The program with another command, on the same folder, as an operator gives it beside the service.
    [[nodiscard]] Outcome command(const QStringList& words) const;
    /// What the running service has said since it started.
    [[nodiscard]] QByteArray said();

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// From the next start on it finds the other one there.
    void meet(const ServiceProcess& other);
    /// Next time it listens there.
    void setPort(quint16 port) { m_port = port; }
    /// From the next start on it shows this certificate; files.
    void setCertificate(const QString& chain, const QString& key);
    /// From the next start on it has these options as well.
    void setOptions(const QStringList& options) { m_options = options; }

private:
    QTemporaryDir m_own;
    QString m_folder;
    QString m_name;
    QStringList m_peers;
    QStringList m_certificate;
    QStringList m_options;
    quint16 m_port = 0;
    QByteArray m_said;
    std::unique_ptr<QProcess> m_process;
};

/// What a device answered.
struct Answer
{
    QJsonValue value;
    std::optional<Fault> fault;
    QString detail;
    [[nodiscard]] bool isOk() const { return !fault; }
};

/// How a device's exchange with the service stands.
struct SyncReport
{
    bool isIdle = false;
    bool isOffline = false;
    int pending = 0;
    int conflicts = 0;
    std::optional<Fault> fault;
    QString detail;
    QJsonArray problems;
    /// Whether one of the problems is of that kind; `container` may be empty.
    [[nodiscard]] bool hasProblem(Fault fault, const QString& container = {}) const;
};

/// What was acknowledged to the person: every entry with the values that it may have now. An empty text
/// stands for no entry. A write that was not acknowledged may have happened or not.
class Ledger
{
public:
    void doing(const QString& name, const QString& value);
    void done(const QString& name, const QString& value);
    void add(const Ledger& other);
    /// Empty if the entries are what the ledger says; otherwise the first that is not.
    [[nodiscard]] QString compare(const std::map<QString, QString>& entries) const;
    /// From now on the entries must stay what they are; what was left open is decided.
    void settle(const std::map<QString, QString>& entries);
    [[nodiscard]] std::size_t acknowledged() const { return m_acknowledged; }

private:
    std::map<QString, std::set<QString>> m_allowed;
    std::size_t m_acknowledged = 0;
};

/// The program mesh-device with a data folder: a device of a personal mesh. Its keys are in a passphrase
/// file, or, where MESH_TEST_KEYCHAIN says so, in the keychain.
class DeviceProcess
{
public:
    explicit DeviceProcess(const ServiceProcess& service, const QString& folder = {});
    ~DeviceProcess();
    DeviceProcess(const DeviceProcess&) = delete;
    DeviceProcess& operator=(const DeviceProcess&) = delete;

    /// The stage that it is in, or why it does not open.
    Answer open();
    void setClock(qint64 secondsAhead) { m_clock = secondsAhead; }
    /// From the next opening on it finds this service too, for people there.
    void meet(const ServiceProcess& other) { m_others.push_back(&other); }
    /// As a person closes it; whether it ended well.
    bool close();
    void kill();
    [[nodiscard]] QString folder() const { return m_folder; }

    /// A command and its answer. Writes that a stream reports meanwhile go into the ledger.
    Answer ask(const QJsonArray& command);
    /// Sends a command without waiting; answer() waits.
    void begin(const QJsonArray& command);
    Answer answer();

    // in the words of a person
    Answer create(const QString& account);
    /// An offer for another device; empty if there is none.
    QString pin(int minutes = 60);
    Answer request(const QString& offer, const QString& name);
    Answer join(const QString& offer, const QString& name);
    Answer add(const QString& name, const QString& value);
    Answer edit(const QString& name, const QString& value);
    /// Entries by name; none and a message if one cannot be read.
    std::optional<std::map<QString, QString>> entries();
    SyncReport state();
    /// Waits until everything is exchanged.
    bool settles(int milliseconds = 60000);
    /// How the PIN of a pending request proved itself; empty without that request.
    QString proofOf(const QString& deviceName);
    Answer decide(const QString& deviceName, bool isAccepted);

    Ledger ledger;

private:
    /// One line; an answer if it is one, otherwise it goes into the ledger.
    std::optional<Answer> take(const QByteArray& line);

    const ServiceProcess& m_service;
    QTemporaryDir m_own;
    QString m_folder;
    qint64 m_clock = 0;
    std::vector<const ServiceProcess*> m_others;
    std::unique_ptr<QProcess> m_process;
};

/// Whether the condition comes true before the patience ends.
[[nodiscard]] bool eventually(const std::function<bool()>& condition, int milliseconds = 60000);

/// A random time, to be different in every run.
[[nodiscard]] int someMilliseconds(int least, int most);

} // namespace mmm::system_test

#define VERIFY_OK(...)                                                                                       \
    do {                                                                                                     \
        const mmm::system_test::Answer verified = (__VA_ARGS__);                                             \
        QVERIFY2(verified.isOk(), qPrintable(QStringLiteral("fault %1: %2")                                  \
                                                 .arg(verified.fault ? int(*verified.fault) : -1)            \
                                                 .arg(verified.detail)));                                    \
    } while (false)

/// The device holds what was acknowledged, and every entry can be read.
#define VERIFY_KEPT(device, ledger)                                                                          \
    do {                                                                                                     \
        const auto found = (device).entries();                                                               \
        QVERIFY2(found.has_value(), "an entry cannot be read");                                              \
        const QString difference = (ledger).compare(*found);                                                 \
        QVERIFY2(difference.isEmpty(), qPrintable(difference));                                              \
    } while (false)
