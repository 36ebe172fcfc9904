#pragma once

#include "schema/verify.h"
#include "store/sync_types.h"

#include <map>
#include <mutex>

namespace mmm::mesh {

/// Who may have written what, according to the mesh's profile and the device catalog (WIRE K.2):
/// administration keys write the device catalog, connected devices everything else. A disconnected device's
/// frames count up to where the containers stood when it was disconnected; later ones are set aside. A former
/// administration key's frames count as far as a present one has signed what follows them, which whoever
/// disconnects a device does at once: so nobody who left can write the catalog's past anew.
class WriterAuthority final : public store::Authority
{
public:
    void setMesh(const schema::Verified<schema::ProfileMesh>& mesh);
    /// The fingerprint of an administration key that this device is taking away: until that is done it is
    /// this device that vouches for what was written with it. Empty for none.
    void setRetiring(std::string kid);
    /// A device as it is now; `closed` is empty while it is connected.
    void setDevice(const schema::VerifiedDevice& device, bool isConnected);

    [[nodiscard]] Result<store::Writer> writer(std::string_view kid, std::string_view container,
                                               std::int64_t from, std::int64_t to) const override;

    /// The name of the device that signs with a key; empty if it is not known.
    [[nodiscard]] std::string deviceOf(std::string_view kid) const;

private:
    struct Device
    {
        crypto::PublicKey key;
        std::string name;
        bool isConnected = true;
        std::map<std::string, std::int64_t, std::less<>> closed;
    };

    mutable std::mutex m_mutex;
    std::map<std::string, store::Writer, std::less<>> m_administrators;
    std::string m_retiring;
    std::map<std::string, Device, std::less<>> m_devices;
};

} // namespace mmm::mesh
