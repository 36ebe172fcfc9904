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
    /// What of the keys that die with the person the device shall have, the oldest first.
    std::vector<std::shared_ptr<const crypto::PrivateKey>> mortal = {};
    // what the device is to find when it comes, sealed in its activations (log_witness.h); may be empty
    std::string serviceToken = {}; ///< how far the service said that its log is
    std::string devicesToken = {}; ///< how far the device catalog is
};

[[nodiscard]] Result<schema::CatalogedDevice> makeDeviceEntry(const DeviceEntryPlan& plan);

/// What an entry is renewed with when a device leaves (WIRE F.4).
struct RenewedKeys
{
    AdministrationKeys administrator; ///< of the signer: same signature keys, the others may be new
    std::shared_ptr<const crypto::PrivateKey> accountEncryption;
    std::vector<std::shared_ptr<const crypto::PrivateKey>> formerEncryption;
    dare::Envelope profileAccount;
    std::string accountUdf;
    std::shared_ptr<const crypto::PrivateKey> mortal = {}; ///< a further one, if there were some before
};

/// The same entry under the renewed keys; the device's own keys and rights stay. The mesh encryption key of
/// before opens the activations that are there.
[[nodiscard]] Result<schema::CatalogedDevice>
renewDeviceEntry(const schema::VerifiedDevice& device, const schema::Verified<schema::ProfileMesh>& mesh,
                 const std::shared_ptr<const crypto::PrivateKey>& meshEncryption, const RenewedKeys& keys,
                 TimePoint now);

/// The same entry with the rights of an administration device.
[[nodiscard]] Result<schema::CatalogedDevice>
promoteDeviceEntry(const schema::VerifiedDevice& device, const schema::Verified<schema::ProfileMesh>& mesh,
                   const AdministrationKeys& administrator, const crypto::OverlayKey& overlay, TimePoint now);

/// The same entry with another list of activations for applications; the rest of its activation stays.
[[nodiscard]] Result<schema::CatalogedDevice>
activateDeviceEntry(const schema::VerifiedDevice& device, const schema::Verified<schema::ProfileMesh>& mesh,
                    const AdministrationKeys& administrator, schema::ActivationDevice activation,
                    TimePoint now);

/// The same entry with a further key of what dies with the person.
[[nodiscard]] Result<schema::CatalogedDevice> giveMortalKey(const schema::VerifiedDevice& device,
                                                            const AdministrationKeys& administrator,
                                                            const std::string& accountUdf,
                                                            const crypto::PrivateKey& key, TimePoint now);

/// The same entry with a right more or less. The other rights stay, those that go without saying too.
[[nodiscard]] Result<schema::CatalogedDevice> permitDeviceEntry(const schema::VerifiedDevice& device,
                                                                const AdministrationKeys& administrator,
                                                                const std::string& permission, bool isAllowed,
                                                                TimePoint now);

} // namespace mmm::mesh
