#pragma once

#include "base/secret.h"
#include "published.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// The system's clipboard, which forgets secrets after a while and asks clipboard histories not to keep them.
class Clipboard : public QObject, public Published<Clipboard>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    /// Seconds after which a secret is taken off the clipboard; 0 leaves it there.
    Q_PROPERTY(int seconds READ seconds WRITE setSeconds NOTIFY secondsChanged)
    /// Whether a secret of ours is on the clipboard now.
    Q_PROPERTY(bool holdsSecret READ holdsSecret NOTIFY holdsSecretChanged)
    /// Seconds until it is taken off; 0 if there is none.
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY secondsLeftChanged)
public:
    explicit Clipboard(QObject* parent = nullptr);
    /// Takes a secret of ours off the clipboard.
    ~Clipboard() override;

    [[nodiscard]] int seconds() const { return m_seconds; }
    void setSeconds(int seconds);
    [[nodiscard]] bool holdsSecret() const;
    [[nodiscard]] int secondsLeft() const { return m_secondsLeft; }

    /// For anything that others may see.
    Q_INVOKABLE void copy(const QString& text);
    void copySecret(const SharedSecret& secret);
    /// For secrets that are shown as a text anyway, such as a PIN.
    Q_INVOKABLE void copySecretText(const QString& text);
    /// Takes a secret of ours off the clipboard now; what others put there stays.
    Q_INVOKABLE void clearSecret();

signals:
    /// Something of ours is on the clipboard from now on.
    void copied(bool isSecret);
    void secondsChanged();
    void holdsSecretChanged();
    void secondsLeftChanged();

private:
    void tick();
    void contentChanged();

    int m_seconds = 20;
    int m_secondsLeft = 0;
    bool m_held = false;
    QTimer m_ticks;
    QString m_mark; ///< tells what we put there from what others did, without keeping the secret
};

} // namespace mmm::desktop
