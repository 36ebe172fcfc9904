#pragma once

#include "mesh/groups.h"
#include "mesh_link.h"

#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// Encrypts a text to a group, or opens one that somebody has sent.
class GroupTexts : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// What became of it; empty while nothing did.
    Q_PROPERTY(QString resultText READ resultText NOTIFY changed)
    /// Of a text that was opened: for which group it was, and who vouches for it.
    Q_PROPERTY(QString originText READ originText NOTIFY changed)
    Q_PROPERTY(bool proved READ isProved NOTIFY changed)
public:
    explicit GroupTexts(QObject* parent = nullptr);
    explicit GroupTexts(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString resultText() const { return m_resultText; }
    [[nodiscard]] QString originText() const { return m_originText; }
    [[nodiscard]] bool isProved() const { return m_isProved; }

    Q_INVOKABLE void encrypt(const QString& groupId, const QString& text);
    Q_INVOKABLE void open(const QString& text);
    /// What was opened is a secret on the clipboard, what was encrypted is none.
    Q_INVOKABLE void copyResult();
    Q_INVOKABLE void clear();

signals:
    void changed();

private:
    void begin();
    void fail(const QString& text);

    MeshLink& m_link;
    int m_number = 0; ///< answers of before the last clear() do not count
    bool m_busy = false;
    bool m_isOpened = false; ///< the result was opened, not encrypted
    bool m_isProved = false;
    QString m_errorText;
    QString m_resultText;
    QString m_originText;
    std::stop_source m_stop;
};

} // namespace mmm::desktop
