#pragma once

#include "keystore/key_store.h"
#include "keystore/keychain_thread.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QString>

namespace mmm::keystore {

/// What QtKeychain cannot tell or do on Linux: whether the collection is locked, and to have it unlocked
/// (Secret Service API 0.2). One object serves one
/// request. Lives in the keychain thread.
class SecretService
{
public:
    explicit SecretService(const Waiter& waiter);

    /// Without prompting anybody. A session without default collection counts as Locked.
    [[nodiscard]] Result<Availability> availability();

    /// Has the person asked to unlock the default collection, or to make one. KeychainRefused if the person
    /// dismisses the prompt. A prompt that is not answered in time is taken back.
    [[nodiscard]] Status unlock();

    /// Waits until the provider can take one more change; to be called before each. KeePassXC saves its whole
    /// database after every change in a second thread, and (2.7) crashes if the next change arrives
    /// meanwhile.
    [[nodiscard]] Status awaitSaved();

private:
    [[nodiscard]] Result<QDBusMessage> call(const QString& path, const QString& interface,
                                            const QString& method, const QVariantList& arguments);
    [[nodiscard]] Result<QString> defaultCollection();
    [[nodiscard]] Result<bool> isLocked(const QString& collection);
    [[nodiscard]] Result<QString> requestPrompt(const QString& collection);
    [[nodiscard]] Status answerPrompt(const QString& prompt);
    [[nodiscard]] bool hasOtherKeychain();
    [[nodiscard]] bool isKeePassXC();

    const Waiter m_waiter;
    QDBusConnection m_bus;
};

/// GLib ends a process whose session bus vanishes, unless told otherwise; QtKeychain's library uses GLib.
/// Call before each request. Has an effect only where GLib's I/O library is present. That library keeps a
/// lost connection for the life of the process, so a bus that comes back needs a restart of the program.
void surviveLossOfBus();

/// Has QtKeychain's library open a session anew: it goes on using that of a provider that has been restarted.
void forgetSession();

} // namespace mmm::keystore
