#include "scripted_applications.h"

#include "ssh/public_key.h"

namespace mmm::test {

const crypto::PrivateKey& ScriptedApplications::keyOf(const std::string& profileId)
{
    const std::lock_guard lock(m_mutex);
    return m_keys.try_emplace(profileId, crypto::PrivateKey::generate(crypto::Curve::Ed25519)).first->second;
}

Result<std::vector<mesh::SshDeviceKey>> ScriptedApplications::sshDevices(const std::string& profileId)
{
    MMM_CHECK(m_profiles.read(profileId));
    MMM_TRY(const ssh::PublicKey key, ssh::PublicKey::of(keyOf(profileId).publicKey()));
    return std::vector<mesh::SshDeviceKey>{
        {"MTHI-SDEV-ICE0", "This desktop", true, key.words() + " This desktop"},
        {"MOTH-ERDE-VICE", "Laptop", false, ""}};
}

Result<std::vector<mesh::SshOwnKey>> ScriptedApplications::sshKeys()
{
    std::vector<mesh::SshOwnKey> keys;
    std::vector<std::pair<std::string, std::string>> profiles;
    m_profiles.visit([&](const auto& row) { profiles.emplace_back(row.id, row.entry.title); });
    for (const auto& [id, title] : profiles) {
        MMM_TRY(ssh::PublicKey key, ssh::PublicKey::of(keyOf(id).publicKey()));
        keys.push_back({id, title, std::move(key.blob)});
    }
    return keys;
}

Result<Bytes> ScriptedApplications::signForSsh(const std::string& profileId, BytesView data)
{
    MMM_CHECK(m_profiles.read(profileId));
    return keyOf(profileId).sign(data, crypto::SignatureForm::Plain);
}

} // namespace mmm::test
