#include "keystore/secret_service.h"

#include "keystore/prompt_listener.h"

#include <QDBusConnectionInterface>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

namespace mmm::keystore {

using namespace std::chrono_literals;

namespace {

const QString serviceName = QStringLiteral("org.freedesktop.secrets");
const QString servicePath = QStringLiteral("/org/freedesktop/secrets");
const QString serviceInterface = QStringLiteral("org.freedesktop.Secret.Service");
const QString collectionInterface = QStringLiteral("org.freedesktop.Secret.Collection");
const QString promptInterface = QStringLiteral("org.freedesktop.Secret.Prompt");
const QString none = QStringLiteral("/");

/// The longest that a provider may take for an answer for which nobody is asked.
constexpr auto answerTime = 10s;

/// KeePassXC derives its key anew for each saving, which takes one second unless the person chose otherwise.
constexpr auto saveTime = 1500ms;

Fault faultOf(const QDBusMessage& reply)
{
    switch (QDBusError(reply).type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::NoServer:
    case QDBusError::Disconnected:
    case QDBusError::UnknownObject:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownMethod:
        return Fault::NoKeychain;
    case QDBusError::AccessDenied:
        return Fault::KeychainRefused;
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return Fault::KeychainTimeout;
    default:
        // A provider that cannot be started counts as none.
        return reply.errorName().startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn"))
                   ? Fault::NoKeychain
                   : Fault::KeychainFailed;
    }
}

/// A connection that no other part of the process shares, made anew when the last one has been lost. It is
/// kept between requests, because providers do work for each client that comes and goes.
QDBusConnection sessionBus()
{
    static int generation = 0;
    const auto name = [] { return QStringLiteral("keychain-%1").arg(generation); };
    const QDBusConnection last(name());
    if (last.isConnected())
        return last;
    QDBusConnection::disconnectFromBus(name());
    ++generation;
    return QDBusConnection::connectToBus(QDBusConnection::SessionBus, name());
}

} // namespace

SecretService::SecretService(const Waiter& waiter) : m_waiter(waiter), m_bus(sessionBus()) {}

Result<QDBusMessage> SecretService::call(const QString& path, const QString& interface, const QString& method,
                                         const QVariantList& arguments)
{
    if (!m_bus.isConnected())
        return fail(Fault::NoKeychain, "there is no D-Bus session");
    auto message = QDBusMessage::createMethodCall(serviceName, path, interface, method);
    message.setArguments(arguments);
    const Waiter waiter = m_waiter.within(answerTime);
    const QDBusPendingCallWatcher pending(
        m_bus.asyncCall(message, static_cast<int>(waiter.remaining().count() + 1000)));
    MMM_CHECK(waiter.until([this, &pending] { return pending.isFinished() || !m_bus.isConnected(); }));
    if (!pending.isFinished())
        return fail(Fault::NoKeychain, "the D-Bus session has ended");
    QDBusMessage reply = pending.reply();
    if (reply.type() != QDBusMessage::ReplyMessage)
        return fail(faultOf(reply), method.toStdString() + ": " + reply.errorMessage().toStdString());
    return reply;
}

Result<QString> SecretService::defaultCollection()
{
    MMM_TRY(const QDBusMessage reply,
            call(servicePath, serviceInterface, QStringLiteral("ReadAlias"), {QStringLiteral("default")}));
    const QString path = reply.arguments().value(0).value<QDBusObjectPath>().path();
    return path.isEmpty() ? none : path;
}

Result<bool> SecretService::isLocked(const QString& collection)
{
    MMM_TRY(const QDBusMessage reply,
            call(collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                 {collectionInterface, QStringLiteral("Locked")}));
    const QVariant locked = reply.arguments().value(0).value<QDBusVariant>().variant();
    if (locked.typeId() != QMetaType::Bool)
        return fail(Fault::KeychainFailed, "the keychain does not say whether it is locked");
    return locked.toBool();
}

bool SecretService::hasOtherKeychain()
{
    // Old versions of KWallet offer no Secret Service; QtKeychain speaks to them directly, and a wallet that
    // is closed says so itself.
    if (!m_bus.isConnected() || !qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains(QLatin1String("KDE")))
        return false;
    for (const auto& name : {QStringLiteral("org.kde.kwalletd5"), QStringLiteral("org.kde.kwalletd6")}) {
        if (m_bus.interface()->isServiceRegistered(name).value())
            return true;
    }
    return false;
}

bool SecretService::isKeePassXC()
{
    const QString owner = m_bus.interface()->serviceOwner(serviceName).value();
    return !owner.isEmpty() &&
           owner ==
               m_bus.interface()->serviceOwner(QStringLiteral("org.keepassxc.KeePassXC.MainWindow")).value();
}

Status SecretService::awaitSaved()
{
    static Deadline nextChange; // only the keychain thread touches it
    if (m_bus.isConnected() && isKeePassXC())
        MMM_CHECK(m_waiter.until([] { return std::chrono::steady_clock::now() >= nextChange; }));
    nextChange = std::chrono::steady_clock::now() + saveTime;
    return {};
}

Result<Availability> SecretService::availability()
{
    const auto collection = defaultCollection();
    if (!collection) {
        if (collection.error().fault == Fault::NoKeychain)
            return hasOtherKeychain() ? Availability::Ready : Availability::NoService;
        if (collection.error().fault == Fault::KeychainRefused)
            return Availability::Refused;
        return tl::unexpected(collection.error());
    }
    if (*collection == none)
        return Availability::Locked;
    MMM_TRY(const bool locked, isLocked(*collection));
    return locked ? Availability::Locked : Availability::Ready;
}

Result<QString> SecretService::requestPrompt(const QString& collection)
{
    if (collection == none) {
        const QVariantMap properties{
            {collectionInterface + QStringLiteral(".Label"), QStringLiteral("Login")}};
        MMM_TRY(const QDBusMessage reply,
                call(servicePath, serviceInterface, QStringLiteral("CreateCollection"),
                     {properties, QStringLiteral("default")}));
        return reply.arguments().value(1).value<QDBusObjectPath>().path();
    }
    const QList<QDBusObjectPath> collections{QDBusObjectPath(collection)};
    MMM_TRY(const QDBusMessage reply, call(servicePath, serviceInterface, QStringLiteral("Unlock"),
                                           {QVariant::fromValue(collections)}));
    return reply.arguments().value(1).value<QDBusObjectPath>().path();
}

Status SecretService::answerPrompt(const QString& prompt)
{
    PromptListener listener;
    if (!m_bus.connect(serviceName, prompt, promptInterface, QStringLiteral("Completed"), &listener,
                       SLOT(completed(bool, QDBusVariant))))
        return fail(Fault::KeychainFailed, "the keychain's prompt cannot be followed");
    MMM_CHECK(call(prompt, promptInterface, QStringLiteral("Prompt"), {QString()}).map([](const auto&) {}));

    const Status answered = m_waiter.until([this, &listener] {
        return listener.isCompleted() || !m_bus.isConnected() ||
               !m_bus.interface()->isServiceRegistered(serviceName).value();
    });
    if (!answered) {
        m_bus.send(
            QDBusMessage::createMethodCall(serviceName, prompt, promptInterface, QStringLiteral("Dismiss")));
        return answered;
    }
    if (!listener.isCompleted())
        return fail(Fault::NoKeychain, "the keychain ended before the prompt was answered");
    if (listener.isDismissed())
        return fail(Fault::KeychainRefused, "the prompt was dismissed");
    return {};
}

Status SecretService::unlock()
{
    MMM_TRY(const Availability before, availability());
    if (before == Availability::Ready)
        return {};
    if (before == Availability::NoService)
        return fail(Fault::NoKeychain, "there is no Secret Service");
    if (before == Availability::Refused)
        return fail(Fault::KeychainRefused, "the Secret Service refuses to talk to this program");
    MMM_TRY(const QString collection, defaultCollection());
    MMM_TRY(const QString prompt, requestPrompt(collection));
    if (!prompt.isEmpty() && prompt != none)
        MMM_CHECK(answerPrompt(prompt));
    MMM_TRY(const Availability after, availability());
    if (after != Availability::Ready)
        return fail(Fault::KeychainLocked, "the keychain stayed locked");
    return {};
}

} // namespace mmm::keystore
