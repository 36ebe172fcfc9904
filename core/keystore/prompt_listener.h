#pragma once

#include <QDBusVariant>
#include <QObject>

namespace mmm::keystore {

/// Receives the answer to a prompt of the Secret Service, in the thread that made it.
class PromptListener final : public QObject
{
    Q_OBJECT
public:
    [[nodiscard]] bool isCompleted() const { return m_completed; }
    [[nodiscard]] bool isDismissed() const { return m_dismissed; }

public slots:
    void completed(bool dismissed, const QDBusVariant& result)
    {
        Q_UNUSED(result)
        m_completed = true;
        m_dismissed = dismissed;
    }

private:
    bool m_completed = false;
    bool m_dismissed = false;
};

} // namespace mmm::keystore
