#pragma once

#include "mesh/trust_chain.h"

#include <atomic>
#include <mutex>

namespace mmm::test {

/// A mesh with its account, this device and another one, a catalog and a group, and the service with two
/// statements of its log at the end.
[[nodiscard]] std::vector<mesh::TrustLink> exampleLinks();
/// The same with that many devices beside.
[[nodiscard]] std::vector<mesh::TrustLink> manyLinks(int devices);
/// A service with its host.
[[nodiscard]] std::vector<mesh::TrustLink> exampleServiceLinks();

/// Somebody's word that he runs that service, and his profile: `who` as it is believed, if it is.
[[nodiscard]] std::vector<mesh::TrustLink> exampleOperator(const std::optional<mesh::ServiceOperator>& who);

/// A chain of trust that says what a test wants; the examples at first.
class ScriptedTrust final : public mesh::TrustChain
{
public:
    ScriptedTrust();

    void setLinks(Result<std::vector<mesh::TrustLink>> links);
    void setService(Result<std::vector<mesh::TrustLink>> links);

    [[nodiscard]] Result<std::vector<mesh::TrustLink>> links() override;
    [[nodiscard]] Result<std::vector<mesh::TrustLink>> serviceLinks(std::stop_token) override;
    /// What comparing with whatever code comes to; without it a code is none.
    void setComparison(Result<mesh::LogComparison> comparison);
    [[nodiscard]] Result<mesh::LogCodeText> logCode(std::stop_token) override;
    [[nodiscard]] Result<mesh::LogComparison> compareLog(std::string_view code, std::stop_token) override;

    /// The operator of before is forgotten afterwards.
    [[nodiscard]] Status acceptOperator(std::string_view udf) override;
    /// Of that fingerprint; NotAuthorised after refuseToSign().
    [[nodiscard]] Result<std::string> accreditService(std::string_view serviceUdf) override;
    void refuseToSign() { m_signs = false; }

    /// No statement is disputed afterwards.
    [[nodiscard]] Status acceptLog() override;

private:
    std::mutex m_mutex;
    std::atomic<bool> m_signs = true;
    Result<std::vector<mesh::TrustLink>> m_links;
    Result<std::vector<mesh::TrustLink>> m_service;
    Result<mesh::LogComparison> m_comparison = fail(Fault::Malformed, "scripted");
};

} // namespace mmm::test
