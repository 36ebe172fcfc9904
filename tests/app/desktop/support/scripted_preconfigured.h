#pragma once

#include "mesh/preconfigured.h"

#include <mutex>
#include <optional>

namespace mmm::test {

/// One device that was made ready: its code is "udf://example.com/bell".
class ScriptedPreconfigured final : public mesh::Preconfigured
{
public:
    void failNext(Fault fault);
    [[nodiscard]] Result<mesh::ConnectionOffer> hailingAccount() const override;
    [[nodiscard]] Result<mesh::PreparedDevice> prepare(const mesh::ConnectionOffer&, const std::string&,
                                                       std::stop_token) override;
    [[nodiscard]] Status publish(const mesh::PreparedDevice&, std::stop_token) override;
    [[nodiscard]] Result<mesh::CodedDevice> look(std::string_view code, std::stop_token) override;
    [[nodiscard]] Status claim(std::string_view code, std::stop_token) override;

private:
    std::mutex m_mutex;
    std::optional<Fault> m_fault;
    bool m_isClaimed = false;
};

} // namespace mmm::test
