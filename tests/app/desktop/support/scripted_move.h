#pragma once

#include "support/scripted_further.h"

#include <condition_variable>
#include <mutex>

namespace mmm::test {

/// A change of service that goes as far as a test says.
class ScriptedMove final : public mesh::ServiceChange
{
public:
    // what a test does
    void setState(std::optional<mesh::MoveState> state)
    {
        const std::scoped_lock lock(m_mutex);
        m_state = std::move(state);
    }
    void failNext(Fault fault)
    {
        const std::scoped_lock lock(m_mutex);
        m_fault = fault;
    }
    /// The service on this computer; empty: there is none to go to.
    void setDomainHere(std::string domain)
    {
        const std::scoped_lock lock(m_mutex);
        m_domainHere = std::move(domain);
    }
    /// Copying does not end before it is stopped, or release().
    void hold()
    {
        const std::scoped_lock lock(m_mutex);
        m_held = true;
    }
    void release()
    {
        const std::scoped_lock lock(m_mutex);
        m_held = false;
        m_changed.notify_all();
    }
    [[nodiscard]] mesh::NewService wanted() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_wanted;
    }

    // what the application does
    [[nodiscard]] std::optional<mesh::MoveState> state() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_state;
    }
    [[nodiscard]] std::string domainHere() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_domainHere;
    }
    [[nodiscard]] Status begin(const mesh::NewService& wanted, const mesh::MoveProgress& progress,
                               std::stop_token stop) override
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_wanted = wanted;
            if (m_fault)
                return fail(*std::exchange(m_fault, std::nullopt), "as the test says");
            m_state = mesh::MoveState{"alice@example.com",
                                      "alice@" + (wanted.isHere ? m_domainHere : wanted.address),
                                      mesh::MoveStep::Copying,
                                      {}};
        }
        return resume(progress, std::move(stop));
    }
    [[nodiscard]] Status resume(const mesh::MoveProgress& progress, std::stop_token stop) override
    {
        constexpr double half = 0.5;
        if (progress)
            progress(mesh::MoveStep::Copying, half);
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [this] { return !m_held; });
        if (stop.stop_requested())
            return fail(Fault::Cancelled);
        if (m_fault)
            return fail(*std::exchange(m_fault, std::nullopt), "as the test says");
        m_state->step = mesh::MoveStep::Leaving;
        m_state->waitingFor = {"Laptop"};
        return {};
    }
    [[nodiscard]] Status cancel(std::stop_token) override
    {
        setState(std::nullopt);
        return {};
    }
    [[nodiscard]] Status leave(std::stop_token) override
    {
        setState(std::nullopt);
        return {};
    }
    [[nodiscard]] Status goOnWithoutFormer(const mesh::MoveProgress&, std::stop_token) override
    {
        const std::scoped_lock lock(m_mutex);
        if (m_fault)
            return fail(*std::exchange(m_fault, std::nullopt), "as the test says");
        if (m_state->step == mesh::MoveStep::Leaving) {
            m_state.reset();
        } else {
            m_state->step = mesh::MoveStep::Leaving;
            m_state->isWithoutFormer = true;
        }
        return {};
    }
    [[nodiscard]] ScriptedFurther& further() override { return m_further; }

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<mesh::MoveState> m_state;
    std::optional<Fault> m_fault;
    mesh::NewService m_wanted;
    std::string m_domainHere;
    bool m_held = false;
    ScriptedFurther m_further;
};

} // namespace mmm::test
