#pragma once

#include "base/error.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace mmm::keystore {

using Deadline = std::chrono::steady_clock::time_point;

/// Lets a task wait for what arrives through the event loop of the keychain thread.
class Waiter
{
public:
    Waiter(Deadline deadline, std::stop_token stop) : m_deadline(deadline), m_stop(std::move(stop)) {}

    /// Handles events until done() says so. KeychainTimeout at the deadline, Cancelled when asked to stop.
    [[nodiscard]] Status until(const std::function<bool()>& done) const;

    [[nodiscard]] std::chrono::milliseconds remaining() const;
    [[nodiscard]] const std::stop_token& stop() const { return m_stop; }

    /// The same token with an earlier deadline.
    [[nodiscard]] Waiter within(std::chrono::milliseconds limit) const;

private:
    Deadline m_deadline;
    std::stop_token m_stop;
};

/// The one thread that talks to the keychain: QtKeychain keeps one queue of jobs per process, which belongs
/// to the thread that used it first. Tasks run one after the other. The thread starts with the first task and
/// ends with the QCoreApplication.
class KeychainThread
{
public:
    /// Has the task done there and waits for its result. The caller is released at the deadline or when asked
    /// to stop, even if the task could not begin; so the task must own all that it uses.
    template<typename T>
    [[nodiscard]] static Result<T> run(std::chrono::milliseconds patience, std::stop_token stop,
                                       std::function<Result<T>(const Waiter&)> task);

private:
    /// What a caller and its task share.
    struct Call
    {
        std::mutex mutex;
        std::condition_variable_any finished;
        bool isFinished = false;
    };
    static bool post(std::function<void()> task);
    static Status await(Call& call, Deadline deadline, const std::stop_token& stop);
    static void finish(Call& call);
};

template<typename T>
Result<T> KeychainThread::run(std::chrono::milliseconds patience, std::stop_token stop,
                              std::function<Result<T>(const Waiter&)> task)
{
    struct ResultCall : Call
    {
        std::optional<Result<T>> result;
    };
    const auto call = std::make_shared<ResultCall>();
    const Deadline deadline = std::chrono::steady_clock::now() + patience;
    const bool posted = post([call, deadline, stop, task = std::move(task)] {
        const Waiter waiter(deadline, stop);
        const Status inTime = waiter.until([] { return true; });
        Result<T> result = inTime ? task(waiter) : Result<T>(tl::unexpected(inTime.error()));
        {
            const std::lock_guard guard(call->mutex);
            call->result.emplace(std::move(result));
        }
        finish(*call);
    });
    if (!posted)
        return fail(Fault::KeychainFailed, "the program is ending");
    MMM_CHECK(await(*call, deadline, stop));
    const std::lock_guard guard(call->mutex);
    return std::move(*call->result);
}

} // namespace mmm::keystore
