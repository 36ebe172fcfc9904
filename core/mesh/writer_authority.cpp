#include "mesh/writer_authority.h"

#include "schema/catalog.h"
#include "schema/key_check.h"

namespace mmm::mesh {

void WriterAuthority::setMesh(const schema::Verified<schema::ProfileMesh>& mesh)
{
    const std::scoped_lock lock(m_mutex);
    m_administrators.clear();
    for (const auto* keys : {&mesh->keysOnlineSignature, &mesh->keysFormerSignature}) {
        for (const schema::PublicKey& key : *keys) {
            if (const auto decoded = schema::keyOf(key))
                m_administrators.emplace(schema::udfOf(*decoded), *decoded);
        }
    }
}

void WriterAuthority::setDevice(const schema::VerifiedDevice& device, bool isConnected)
{
    const std::scoped_lock lock(m_mutex);
    for (const schema::VerifiedAccountEntry& account : device.accounts) {
        const auto key = schema::keyOf(account.connection->keySignature);
        if (!key)
            continue;
        Writer writer{*key, device.entry.name, isConnected, {}};
        for (const schema::ContainerMark& mark : device.entry.closed)
            writer.closed[mark.container] = mark.count;
        m_writers.insert_or_assign(schema::udfOf(*key), std::move(writer));
    }
}

Result<crypto::PublicKey> WriterAuthority::writer(std::string_view kid, std::string_view container,
                                                  std::int64_t, std::int64_t to) const
{
    const std::scoped_lock lock(m_mutex);
    if (container == schema::store_name::device) {
        const auto administrator = m_administrators.find(kid);
        if (administrator == m_administrators.end())
            return fail(Fault::NotAuthorised, "not the key of an administration device");
        return administrator->second;
    }
    const auto found = m_writers.find(kid);
    if (found == m_writers.end())
        return fail(Fault::NotYet, "not the key of a device known so far");
    const Writer& writer = found->second;
    if (!writer.isConnected) {
        const auto mark = writer.closed.find(container);
        if (mark == writer.closed.end() || to >= mark->second)
            return fail(Fault::NotAuthorised, "written by a device after it was disconnected");
    }
    return writer.key;
}

std::string WriterAuthority::deviceOf(std::string_view kid) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_writers.find(kid);
    return found == m_writers.end() ? std::string() : found->second.device;
}

} // namespace mmm::mesh
