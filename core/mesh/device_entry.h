#pragma once

#include "mesh/member_keys.h"
#include "schema/make.h"

namespace mmm::mesh {

/// What an administration device puts into the entry of a device (WIRE E.11, E.12.2). Pure: nothing is
/// stored.
struct DeviceEntryPlan
{
    const schema::Verified<schema::ProfileDevice>& device;
    std::string name;
    const AdministrationKeys& administrator; ///< who signs
    const crypto::PublicKey& meshEncryption;
    std::string meshUdf;
    dare::Envelope profileAccount;
    std::string accountUdf;
    std::vector<std::string> serviceIds;
    std::shared_ptr<const crypto::PrivateKey> accountEncryption;
    std::vector<std::shared_ptr<const crypto::PrivateKey>> formerEncryption;
    /// Set to make it an administration device: the overlay of its administration key.
    const crypto::OverlayKey* administrationOverlay = nullptr;
    TimePoint now;
};

[[nodiscard]] Result<schema::CatalogedDevice> makeDeviceEntry(const DeviceEntryPlan& plan);

/// The same entry with the account's encryption key replaced; the device's other keys stay (WIRE F.4). The
/// mesh encryption key opens the activation that is there.
[[nodiscard]] Result<schema::CatalogedDevice> rekeyDeviceEntry(
    const schema::VerifiedDevice& device, const schema::Verified<schema::ProfileMesh>& mesh,
    const AdministrationKeys& administrator, const dare::Envelope& profileAccount,
    const std::string& accountUdf, const std::shared_ptr<const crypto::PrivateKey>& accountEncryption,
    const std::vector<std::shared_ptr<const crypto::PrivateKey>>& formerEncryption, TimePoint now);

/// The same entry with the rights of an administration device.
[[nodiscard]] Result<schema::CatalogedDevice>
promoteDeviceEntry(const schema::VerifiedDevice& device, const schema::Verified<schema::ProfileMesh>& mesh,
                   const AdministrationKeys& administrator, const crypto::OverlayKey& overlay, TimePoint now);

} // namespace mmm::mesh
