#include "keystore/keychain_thread.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <deque>

namespace mmm::keystore {

using namespace std::chrono_literals;

namespace {

/// Some losses (a bus that vanishes) raise no event, so a waiting task looks around from time to time.
constexpr auto lookAround = 100ms;

/// A caller leaves a little after its task should have noticed the deadline itself: the task's own answer
/// says more, and it dismisses the prompt that nobody answered.
constexpr auto grace = 500ms;

class Worker final : public QThread
{
public:
    bool post(std::function<void()> task)
    {
        const std::lock_guard guard(m_mutex);
        if (m_ending)
            return false;
        if (!isRunning()) {
            setObjectName(QStringLiteral("keychain"));
            start();
        }
        m_tasks.push_back(std::move(task));
        wake();
        return true;
    }

    void end()
    {
        {
            const std::lock_guard guard(m_mutex);
            m_ending = true;
            wake();
        }
        wait();
    }

    [[nodiscard]] bool isEnding() const { return m_ending; }

protected:
    void run() override
    {
        QEventLoop loop;
        {
            const std::lock_guard guard(m_mutex);
            m_dispatcher = eventDispatcher();
        }
        while (!m_ending) {
            if (const auto task = next())
                task();
            else
                loop.processEvents(QEventLoop::WaitForMoreEvents);
        }
        const std::lock_guard guard(m_mutex);
        m_dispatcher = nullptr;
        m_tasks.clear();
    }

private:
    void wake()
    {
        if (m_dispatcher)
            m_dispatcher->wakeUp();
    }

    std::function<void()> next()
    {
        const std::lock_guard guard(m_mutex);
        if (m_tasks.empty())
            return {};
        auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        return task;
    }

    std::mutex m_mutex;
    std::deque<std::function<void()>> m_tasks;
    QAbstractEventDispatcher* m_dispatcher = nullptr;
    std::atomic<bool> m_ending = false;
};

// Never destroyed, because QtKeychain's queue belongs to it; it ends before the QCoreApplication does.
Worker& worker()
{
    static Worker* const instance = [] {
        auto* made = new Worker;
        qAddPostRoutine([] { worker().end(); });
        return made;
    }();
    return *instance;
}

} // namespace

Status Waiter::until(const std::function<bool()>& done) const
{
    QEventLoop loop;
    QTimer ticks;
    ticks.start(lookAround);
    QAbstractEventDispatcher* dispatcher = QAbstractEventDispatcher::instance();
    const std::stop_callback wake(m_stop, [dispatcher] { dispatcher->wakeUp(); });
    while (!done()) {
        if (m_stop.stop_requested() || worker().isEnding())
            return fail(Fault::Cancelled);
        if (std::chrono::steady_clock::now() >= m_deadline)
            return fail(Fault::KeychainTimeout, "the keychain did not answer in time");
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
    return {};
}

std::chrono::milliseconds Waiter::remaining() const
{
    const auto left = m_deadline - std::chrono::steady_clock::now();
    return std::max(std::chrono::duration_cast<std::chrono::milliseconds>(left), 1ms);
}

Waiter Waiter::within(std::chrono::milliseconds limit) const
{
    return {std::min(m_deadline, std::chrono::steady_clock::now() + limit), m_stop};
}

bool KeychainThread::post(std::function<void()> task)
{
    return QCoreApplication::instance() && worker().post(std::move(task));
}

Status KeychainThread::await(Call& call, Deadline deadline, const std::stop_token& stop)
{
    std::unique_lock lock(call.mutex);
    const auto finished = [&call] { return call.isFinished; };
    // First as long as nobody asks to stop, then the moment that the task needs to clean up.
    if (call.finished.wait_until(lock, stop, deadline + grace, finished) ||
        call.finished.wait_for(lock, grace, finished))
        return {};
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    return fail(Fault::KeychainTimeout, "the keychain is busy with an earlier request");
}

void KeychainThread::finish(Call& call)
{
    const std::lock_guard guard(call.mutex);
    call.isFinished = true;
    call.finished.notify_all();
}

} // namespace mmm::keystore
