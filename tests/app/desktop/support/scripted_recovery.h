#pragma once

#include "mesh/recovery.h"

#include <mutex>

namespace mmm::test {

/// Escrow of a seed that is in memory.
class ScriptedRecovery final : public mesh::Recovery
{
public:
    ScriptedRecovery();
    [[nodiscard]] mesh::RecoveryState state() const override;
    [[nodiscard]] Result<mesh::MadeShares> makeShares(const mesh::NewShares&, std::stop_token) override;
    [[nodiscard]] mesh::ShareCheck checkShare(const mesh::EscrowShare&) const override;
    [[nodiscard]] Status forgetSet(const std::string&) override;
    [[nodiscard]] Status moveMasterAway(const std::vector<mesh::EscrowShare>&, BytesView,
                                        std::stop_token) override;
    [[nodiscard]] Status lendMaster(const std::vector<mesh::EscrowShare>&, BytesView,
                                    std::stop_token) override;

private:
    mutable std::mutex m_mutex;
    mesh::RecoveryState m_state;
    std::vector<mesh::EscrowShare> m_shares;
};

} // namespace mmm::test
