#include "core/keystore/fake_secret_service.h"

#include <QTimer>

namespace {

const QString busName = QStringLiteral("fake-secret-service");
const QString serviceName = QStringLiteral("org.freedesktop.secrets");

} // namespace

FakeSecretService::FakeSecretService(Answer answer_, bool locked_) : locked(locked_), answer(answer_)
{
    m_root = new QObject;
    m_root->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_root, [this] { publish(); }, Qt::BlockingQueuedConnection);
}

FakeSecretService::~FakeSecretService()
{
    vanish();
    m_thread.quit();
    m_thread.wait();
    delete m_root;
}

void FakeSecretService::publish()
{
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName);
    const auto contents = QDBusConnection::ExportAllContents;
    bus.registerObject(QStringLiteral("/org/freedesktop/secrets"), new FakeService(*this, m_root), contents);
    bus.registerObject(QStringLiteral("/org/freedesktop/secrets/collection/login"),
                       new FakeCollection(*this, m_root), contents);
    bus.registerObject(QStringLiteral("/org/freedesktop/secrets/prompt/p1"), new FakePrompt(*this, m_root),
                       contents);
    bus.registerService(serviceName);
}

void FakeSecretService::vanish()
{
    QDBusConnection::disconnectFromBus(busName);
}

void FakePrompt::Prompt(const QString&)
{
    ++m_service.prompts;
    switch (m_service.answer) {
    case Answer::Unlock:
        QTimer::singleShot(50, this, [this] {
            m_service.locked = false;
            emit Completed(false, QDBusVariant(QVariant::fromValue(QList<QDBusObjectPath>())));
        });
        break;
    case Answer::Dismiss:
        QTimer::singleShot(50, this, [this] {
            emit Completed(true, QDBusVariant(QVariant::fromValue(QList<QDBusObjectPath>())));
        });
        break;
    case Answer::Vanish:
        QTimer::singleShot(50, this, [this] { m_service.vanish(); });
        break;
    case Answer::Nothing:
        break;
    }
}

void FakePrompt::Dismiss()
{
    ++m_service.dismissals;
}

QDBusObjectPath FakeService::ReadAlias(const QString& name)
{
    return QDBusObjectPath(name == QLatin1String("default") ? "/org/freedesktop/secrets/collection/login"
                                                            : "/");
}

QList<QDBusObjectPath> FakeService::Unlock(const QList<QDBusObjectPath>&, QDBusObjectPath& prompt)
{
    prompt = QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/prompt/p1"));
    return {};
}

QDBusVariant FakeService::OpenSession(const QString&, const QDBusVariant&, QDBusObjectPath&)
{
    setDelayedReply(true);
    ++m_service.sessions;
    return {};
}
