#include "mesh/writer_authority.h"

#include "schema/catalog.h"
#include "schema/key_check.h"

namespace mmm::mesh {

void WriterAuthority::setMesh(const schema::Verified<schema::ProfileMesh>& mesh)
{
    const std::scoped_lock lock(m_mutex);
    m_administrators.clear();
    const auto learn = [this](const std::vector<schema::PublicKey>& keys, store::Standing standing) {
        for (const schema::PublicKey& key : keys) {
            if (const auto decoded = schema::keyOf(key))
                m_administrators.emplace(schema::udfOf(*decoded), store::Writer{*decoded, standing});
        }
    };
    learn(mesh->keysOnlineSignature, store::Standing::Entitled);
    learn(mesh->keysFormerSignature, store::Standing::Vouchable);
}

void WriterAuthority::setRetiring(std::string kid)
{
    const std::scoped_lock lock(m_mutex);
    m_retiring = std::move(kid);
}

void WriterAuthority::setDevice(const schema::VerifiedDevice& device, bool isConnected)
{
    const std::scoped_lock lock(m_mutex);
    for (const schema::VerifiedAccountEntry& account : device.accounts) {
        const auto key = schema::keyOf(account.connection->keySignature);
        if (!key)
            continue;
        Device known{*key, device.entry.name, isConnected, {}};
        for (const schema::ContainerMark& mark : device.entry.closed)
            known.closed[mark.container] = mark.count;
        m_devices.insert_or_assign(schema::udfOf(*key), std::move(known));
    }
}

Result<store::Writer> WriterAuthority::writer(std::string_view kid, std::string_view container, std::int64_t,
                                              std::int64_t to) const
{
    const std::scoped_lock lock(m_mutex);
    if (container == schema::store_name::device) {
        const auto administrator = m_administrators.find(kid);
        if (administrator == m_administrators.end())
            return fail(Fault::NotAuthorised, "not the key of an administration device");
        return kid == m_retiring ? store::Writer{administrator->second.key} : administrator->second;
    }
    const auto found = m_devices.find(kid);
    if (found == m_devices.end())
        return fail(Fault::NotYet, "not the key of a device known so far");
    const Device& device = found->second;
    if (!device.isConnected) {
        const auto mark = device.closed.find(container);
        if (mark == device.closed.end() || to >= mark->second)
            return store::Writer{device.key, store::Standing::SetAside};
    }
    return store::Writer{device.key};
}

std::string WriterAuthority::deviceOf(std::string_view kid) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_devices.find(kid);
    return found == m_devices.end() ? std::string() : found->second.name;
}

} // namespace mmm::mesh
