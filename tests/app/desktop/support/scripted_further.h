#pragma once

#include "mesh/further_services.h"

#include <algorithm>
#include <mutex>

namespace mmm::test {

/// Further services that do what a test says.
class ScriptedFurther final : public mesh::FurtherServices
{
public:
    // what a test does
    void setServices(std::vector<mesh::AccountService> services)
    {
        const std::scoped_lock lock(m_mutex);
        m_services = std::move(services);
    }
    void failNext(Fault fault)
    {
        const std::scoped_lock lock(m_mutex);
        m_fault = fault;
    }

    // what the application does
    [[nodiscard]] std::vector<mesh::AccountService> services() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_services;
    }
    [[nodiscard]] Status add(const mesh::NewService& wanted, const std::function<void(double)>& progress,
                             std::stop_token) override
    {
        const std::scoped_lock lock(m_mutex);
        if (m_fault)
            return fail(*std::exchange(m_fault, std::nullopt), "as the test says");
        if (progress)
            progress(1);
        mesh::AccountService added;
        added.address = "alice@" + wanted.address;
        added.state = mesh::ServiceState::InStep;
        added.inStep = SystemClock().now();
        m_services.push_back(std::move(added));
        return {};
    }
    [[nodiscard]] Status remove(const std::string& address, bool evenIfItStays, std::stop_token) override
    {
        const std::scoped_lock lock(m_mutex);
        if (m_fault && !evenIfItStays)
            return fail(*std::exchange(m_fault, std::nullopt), "as the test says");
        std::erase_if(m_services, [&](const auto& service) { return service.address == address; });
        return {};
    }
    [[nodiscard]] Status makeFirst(const std::string& address, bool evenIfLost, const mesh::MoveProgress&,
                                   std::stop_token) override
    {
        const std::scoped_lock lock(m_mutex);
        if (m_fault && !evenIfLost)
            return fail(*std::exchange(m_fault, std::nullopt), "as the test says");
        const auto found = std::ranges::find(m_services, address, &mesh::AccountService::address);
        if (found == m_services.end())
            return fail(Fault::NotFound);
        for (mesh::AccountService& service : m_services)
            service.isFirst = service.address == address;
        std::rotate(m_services.begin(), found, found + 1);
        return {};
    }

private:
    mutable std::mutex m_mutex;
    std::vector<mesh::AccountService> m_services{first()};
    std::optional<Fault> m_fault;

    static mesh::AccountService first()
    {
        mesh::AccountService service;
        service.address = "alice@example.com";
        service.isFirst = true;
        return service;
    }
};

} // namespace mmm::test
