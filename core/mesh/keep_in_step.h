#pragma once

#include "mesh/account_move.h"
#include "mesh/further_services.h"

#include <atomic>
#include <condition_variable>
#include <thread>

namespace mmm::mesh {

/// Keeps the account's further services in step with the first one (WIRE E.12.3): its profile, new frames as
/// they are, the device catalog first, and the other way what was sent to the address there. Two
/// administration devices may do so at the same time, since a service takes only what comes next.
class KeepInStep
{
public:
    explicit KeepInStep(MeshState& state) : m_state(state) {}

    /// Looks at those that are due: when something is new, after a while in any case, and after a failure
    /// later and later. A device that administers nothing only asks whether the first service is another one
    /// now. From one thread at a time.
    void look(bool isNews, std::stop_token stop);
    /// Looks at one of them, and says what came of it. From the same thread.
    [[nodiscard]] Status lookAt(const FurtherPlace& place, std::stop_token stop);
    /// It is none any more.
    void forget(const std::string& address);

    /// Whether one of them was found to be the account's first service now; said once.
    [[nodiscard]] bool hasFoundAnotherFirst() { return m_isFirstElsewhere.exchange(false); }

    /// How they stand. From any thread.
    [[nodiscard]] AccountService standing(const std::string& address) const;

private:
    struct Known
    {
        std::shared_ptr<ServiceLink> link;
        Bytes published;           ///< digest of the profiles that it has
        std::int64_t lateFrom = 0; ///< frames of late messages that are dealt with
        std::optional<TimePoint> tried;
        std::chrono::seconds wait{}; ///< after a failure
        AccountService shown;
    };

    void askForFirst(std::stop_token stop);
    [[nodiscard]] bool isDue(const std::string& address, bool isNews) const;
    [[nodiscard]] Status bring(const FurtherPlace& place, std::stop_token stop);
    [[nodiscard]] Status publish(const AccountEnd& end, std::stop_token stop);
    void note(const std::string& address, const Status& done);
    [[nodiscard]] Known& known(const std::string& address) { return m_known[address]; }

    MeshState& m_state;
    std::atomic<bool> m_isFirstElsewhere = false;
    std::optional<TimePoint> m_firstAsked;
    mutable std::mutex m_mutex; ///< guards the map and what is shown
    std::map<std::string, Known> m_known;
};

/// Does that on a thread of its own, so that a service that cannot be reached holds up nothing else.
class InStepThread
{
public:
    explicit InStepThread(KeepInStep& inStep) : m_inStep(inStep), m_thread([this] { run(); }) {}
    ~InStepThread();
    InStepThread(const InStepThread&) = delete;
    InStepThread& operator=(const InStepThread&) = delete;

    /// There was an exchange with the first service; `isNews` if it brought or sent something.
    void wake(bool isNews);

private:
    void run();

    KeepInStep& m_inStep;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = false;
    bool m_isNews = false;
    std::stop_source m_stop;
    std::thread m_thread;
};

} // namespace mmm::mesh
