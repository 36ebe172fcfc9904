#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QObject>
#include <QThread>
#include <QVariantMap>

#include <atomic>
#include <memory>

/// What the person does with a prompt.
enum class Answer
{
    Unlock,
    Dismiss,
    Nothing,
    Vanish, ///< the provider ends while the prompt is shown
};

/// The part of a Secret Service that says whether a collection is locked and unlocks it by prompt. It keeps
/// no items and never answers a request to open a session. Lives in a thread of its own on the session bus.
class FakeSecretService
{
public:
    explicit FakeSecretService(Answer answer, bool locked = true);
    ~FakeSecretService();

    std::atomic<int> prompts = 0;
    std::atomic<int> dismissals = 0;
    std::atomic<int> sessions = 0;
    std::atomic<bool> locked;
    const Answer answer;

    void vanish();

private:
    void publish();

    QThread m_thread;
    QObject* m_root = nullptr;
};

class FakeCollection : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Collection")
    Q_PROPERTY(bool Locked READ isLocked)
public:
    FakeCollection(FakeSecretService& service, QObject* parent) : QObject(parent), m_service(service) {}
    bool isLocked() const { return m_service.locked; }

private:
    FakeSecretService& m_service;
};

class FakePrompt : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Prompt")
public:
    FakePrompt(FakeSecretService& service, QObject* parent) : QObject(parent), m_service(service) {}

public slots:
    void Prompt(const QString& window);
    void Dismiss();

signals:
    void Completed(bool dismissed, const QDBusVariant& result);

private:
    FakeSecretService& m_service;
};

class FakeService : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Service")
public:
    FakeService(FakeSecretService& service, QObject* parent) : QObject(parent), m_service(service) {}

public slots:
    QDBusObjectPath ReadAlias(const QString& name);
    QList<QDBusObjectPath> Unlock(const QList<QDBusObjectPath>& objects, QDBusObjectPath& prompt);
    QDBusVariant OpenSession(const QString& algorithm, const QDBusVariant& input, QDBusObjectPath& session);

private:
    FakeSecretService& m_service;
};
