#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace mmm::desktop {

/// Does blocking work in order, one piece at a time, in a thread of its own, so that the thread of the user
/// interface never waits. Lives in that thread; results come back to it.
///
/// Work that has begun is asked to stop when the queue is destroyed, and is waited for.
class WorkQueue : public QObject
{
    Q_OBJECT
public:
    explicit WorkQueue(QObject* parent = nullptr);
    ~WorkQueue() override;

    /// Calls `work(std::stop_token)` in the queue's thread and then `done(result)` in the thread of the user
    /// interface, unless `receiver` is gone by then. The source that is returned stops this piece alone.
    template<typename Work, typename Done>
    std::stop_source run(QObject* receiver, Work work, Done done)
    {
        using Value = std::invoke_result_t<Work, std::stop_token>;
        std::stop_source task;
        start([this, receiver = QPointer<QObject>(receiver), work = std::make_shared<Work>(std::move(work)),
               done = std::make_shared<Done>(std::move(done)), task,
               shutdown = m_shutdown.get_token()]() mutable {
            const std::stop_callback stopWithQueue(shutdown, [&task] { task.request_stop(); });
            auto value = std::make_shared<Value>((*work)(task.get_token()));
            // what the work holds may belong to the other thread's objects: let go of it before they hear
            work.reset();
            deliver([receiver = std::move(receiver), done = std::move(done), value = std::move(value)] {
                if (receiver)
                    (*done)(std::move(*value));
            });
        });
        return task;
    }

    /// Asks the running piece to stop, forgets those that have not begun, and waits.
    void finish();
    /// Asks all pieces to stop, but has each begin, so that every one gives its result: what can be done
    /// without waiting for others, such as to save an entry, is still done. Waits; nothing more is taken.
    void settle();

private:
    void start(std::function<void()> job);
    void deliver(std::function<void()> call);

    QThreadPool m_pool;
    std::stop_source m_shutdown;
};

} // namespace mmm::desktop
