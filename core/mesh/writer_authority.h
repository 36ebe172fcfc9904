#pragma once

#include "schema/verify.h"
#include "store/sync_types.h"

#include <map>
#include <mutex>

namespace mmm::mesh {

/// Who may have written what, according to the mesh's profile and the device catalog (WIRE K.2):
/// administration keys write the device catalog, connected devices everything else. A disconnected device's
/// frames count up to where the containers stood when it was disconnected.
class WriterAuthority final : public store::Authority
{
public:
    void setMesh(const schema::Verified<schema::ProfileMesh>& mesh);
    /// A device as it is now; `closed` is empty while it is connected.
    void setDevice(const schema::VerifiedDevice& device, bool isConnected);

    [[nodiscard]] Result<crypto::PublicKey> writer(std::string_view kid, std::string_view container,
                                                   std::int64_t from, std::int64_t to) const override;

    /// The name of the device that signs with a key; empty if it is not known.
    [[nodiscard]] std::string deviceOf(std::string_view kid) const;

private:
    struct Writer
    {
        crypto::PublicKey key;
        std::string device;
        bool isConnected = true;
        std::map<std::string, std::int64_t, std::less<>> closed;
    };

    mutable std::mutex m_mutex;
    std::map<std::string, crypto::PublicKey, std::less<>> m_administrators;
    std::map<std::string, Writer, std::less<>> m_writers;
};

} // namespace mmm::mesh
