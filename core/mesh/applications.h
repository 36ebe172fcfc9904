#pragma once

#include "base/bytes.h"
#include "base/error.h"

#include <string>
#include <vector>

namespace mmm::mesh {

/// A device's key in an SSH profile.
struct SshDeviceKey
{
    std::string deviceUdf;
    std::string deviceName;
    bool isThisDevice = false;
    std::string line;       ///< of authorized_keys; empty while the device has no key that is accredited
    bool canHaveKey = true; ///< false: the device was made by a program that gave it no base for one
};

/// A key of this device, for an agent.
struct SshOwnKey
{
    std::string profileId;    ///< of the CatalogedApplicationSSH
    std::string profileTitle; ///< as the person calls it
    Bytes blob;               ///< the public key as SSH has it
};

/// What applications get from the mesh: a key of its own for each device (WIRE F.3). Calls block and may come
/// from any thread; the stage must be Ready.
class Applications
{
public:
    virtual ~Applications() = default;
    /// The connected devices and their keys in a profile, this device first. Only keys that the account
    /// accredits for a device that is connected now have a line.
    [[nodiscard]] virtual Result<std::vector<SshDeviceKey>> sshDevices(const std::string& profileId) = 0;
    /// This device's keys in all profiles.
    [[nodiscard]] virtual Result<std::vector<SshOwnKey>> sshKeys() = 0;
    /// A plain Ed25519 signature, which any program verifies, by this device's key in the profile.
    /// KeyNotFound if it has none.
    [[nodiscard]] virtual Result<Bytes> signForSsh(const std::string& profileId, BytesView data) = 0;
};

} // namespace mmm::mesh
