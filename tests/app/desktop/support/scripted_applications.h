#pragma once

#include "scripted_catalog.h"

#include "mesh/applications.h"

namespace mmm::test {

/// Keys for SSH that are in memory: one for each profile.
class ScriptedApplications final : public mesh::Applications
{
public:
    explicit ScriptedApplications(ScriptedCatalog<schema::CatalogedApplicationSSH>& profiles)
        : m_profiles(profiles)
    {}
    [[nodiscard]] Result<std::vector<mesh::SshDeviceKey>> sshDevices(const std::string& profileId) override;
    [[nodiscard]] Result<std::vector<mesh::SshOwnKey>> sshKeys() override;
    [[nodiscard]] Result<Bytes> signForSsh(const std::string& profileId, BytesView data) override;

private:
    [[nodiscard]] const crypto::PrivateKey& keyOf(const std::string& profileId);

    ScriptedCatalog<schema::CatalogedApplicationSSH>& m_profiles;
    std::mutex m_mutex;
    std::map<std::string, crypto::PrivateKey> m_keys;
};

} // namespace mmm::test
