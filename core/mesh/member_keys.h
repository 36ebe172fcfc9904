#pragma once

#include "dare/key_ring.h"
#include "keystore/key_vault.h"
#include "protocol/authentication.h"
#include "schema/make.h"
#include "schema/verify.h"

#include <functional>
#include <map>

namespace mmm::mesh {

/// The keys of this device's own profile, taken from the keystore.
struct DeviceKeys
{
    dare::Envelope profile;
    std::string udf;
    keystore::KeyHandle signature;
    keystore::KeyHandle encryption;
    keystore::KeyHandle authentication;
    std::optional<keystore::KeyHandle> application; ///< Ed25519; devices made by others may lack it
};

/// A device that is in memory only so far.
struct NewDevice
{
    schema::DeviceKeySet keys;
    crypto::PrivateKey application; ///< Ed25519
    dare::Envelope profile;
};
/// Makes the keys of a device and its profile (WIRE E.8, step 1). Nothing is kept.
[[nodiscard]] Result<NewDevice> prepareDevice(const std::string& description, TimePoint now);
/// Puts the four keys into the keystore, where they stay. Some keychains take seconds for each; `progress`
/// hears the share of them that is kept.
[[nodiscard]] Result<DeviceKeys> keepDevice(keystore::KeyVault& vault, const NewDevice& device,
                                            std::stop_token stop,
                                            const std::function<void(double)>& progress = {});
/// Both in one.
[[nodiscard]] Result<DeviceKeys> makeDevice(keystore::KeyVault& vault, const std::string& description,
                                            TimePoint now, std::stop_token stop,
                                            const std::function<void(double)>& progress = {});
/// The device of a profile. KeyNotFound if the keystore does not have its keys.
[[nodiscard]] Result<DeviceKeys> openDevice(const keystore::KeyVault& vault, const dare::Envelope& profile,
                                            std::stop_token stop);
/// Forgets the keys of a device that was never connected, or is not any more.
void forgetDevice(keystore::KeyVault& vault, const DeviceKeys& device);
/// The same for a device of which the profile is known and perhaps not all keys were kept.
void forgetDevice(keystore::KeyVault& vault, const dare::Envelope& profile);

/// What it takes to be an administration device.
struct AdministrationKeys
{
    std::shared_ptr<const crypto::PrivateKey> signature; ///< in ProfileMesh.KeysOnlineSignature
    std::shared_ptr<const crypto::PrivateKey> meshEncryption;
    std::shared_ptr<const crypto::PrivateKey> accountSignature;
    std::shared_ptr<const crypto::PrivateKey> accountOnlineSignature;
};

/// The keys with which this device takes part in its account.
struct MemberKeys
{
    std::shared_ptr<const crypto::PrivateKey> signature; ///< composite, of ConnectionAccount
    std::string signatureUdf;
    dare::Envelope connection; ///< ConnectionAccount: what accredits the signature
    dare::Envelope profile;    ///< ProfileAccount
    std::vector<schema::Permission> permissions;
    protocol::Identity identity;                                 ///< for the service
    std::shared_ptr<const crypto::PrivateKey> accountEncryption; ///< the present one
    std::vector<std::shared_ptr<const crypto::PrivateKey>> formerEncryption;
    /// The keys of what dies with the person (inheritance.h), the oldest first.
    std::vector<std::shared_ptr<const crypto::PrivateKey>> mortal;
    /// The last of them, for what is new; null where there is none, or not yet for this device.
    std::shared_ptr<const crypto::PrivateKey> mortalEncryption;
    std::shared_ptr<const dare::KeyRing> keyRing; ///< all encryption keys of the account
    std::optional<AdministrationKeys> administration;
    /// This device's own keys for SSH, by the Key of the CatalogedApplicationSSH.
    std::map<std::string, std::shared_ptr<const crypto::PrivateKey>> ssh;
};

/// Builds the keys from the device's own entry, after checking the whole chain from the mesh to the device
/// (WIRE E.14).
[[nodiscard]] Result<MemberKeys> openMember(const DeviceKeys& device, const schema::CatalogedDevice& entry,
                                            const schema::Verified<schema::ProfileMesh>& mesh,
                                            const std::string& accountUdf);

} // namespace mmm::mesh
