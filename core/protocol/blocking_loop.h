#pragma once

#include <QEventLoop>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

namespace mmm::protocol {

/// Waits in a nested event loop for something asynchronous of Qt, on a thread that need not run one itself.
/// Ends early when the time is over or when somebody asks to stop. Belongs to one thread.
class BlockingLoop
{
public:
    BlockingLoop(std::chrono::milliseconds timeout, const std::stop_token& stop)
        : m_stop(stop),
          m_callback(stop, Wake{&m_loop})
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_context, [this] {
            m_isTimedOut = true;
            m_loop.quit();
        });
        m_timer.start(timeout);
    }

    /// The object to connect signals to, so that none arrives after this loop is gone.
    [[nodiscard]] QObject* context() { return &m_context; }

    /// Makes runUntil look again.
    void wake() { m_loop.quit(); }

    /// Returns true as soon as `isDone` says so, false when time is over or the wait was cancelled.
    bool runUntil(const std::function<bool()>& isDone)
    {
        while (!isDone()) {
            if (m_isTimedOut || m_stop.stop_requested())
                return false;
            m_loop.exec(QEventLoop::ExcludeUserInputEvents);
        }
        return true;
    }

    [[nodiscard]] bool isTimedOut() const { return m_isTimedOut; }
    [[nodiscard]] bool isCancelled() const { return m_stop.stop_requested(); }

private:
    struct Wake
    {
        QEventLoop* loop;
        // Queued, because the request to stop comes from another thread and may come before the loop runs.
        void operator()() const { QMetaObject::invokeMethod(loop, &QEventLoop::quit, Qt::QueuedConnection); }
    };

    std::stop_token m_stop;
    bool m_isTimedOut = false;
    QObject m_context;
    QEventLoop m_loop;
    QTimer m_timer;
    std::stop_callback<Wake> m_callback; // last: gone before the loop that it wakes
};

} // namespace mmm::protocol
