#pragma once

#include "base/error.h"
#include "base/secret.h"
#include "mesh/connection_offer.h"

#include <stop_token>
#include <string>

namespace mmm::mesh {

/// A device that was made ready before anybody had it (WIRE E.18).
struct PreparedDevice
{
    SharedSecret code; ///< what is printed on it: a locator, and a secret
    Bytes description; ///< what is to be published under the code, sealed with its key
};

/// What the code of a device says.
struct CodedDevice
{
    std::string name; ///< as its maker called it
    std::string deviceUdf;
    std::string hailing;      ///< the account at which it waits
    bool isConnected = false; ///< to this mesh already
};

/// Devices whose keys are made in advance, and which whoever has read their code connects (WIRE E.18). The
/// maker has an account, the hailing account, at whose service a device waits to be claimed; neither the
/// maker nor that service learns a secret of the device or of the mesh that it joins. Whoever has the code
/// can claim the device, and the first one does: the code is kept like a key until then.
///
/// Calls block, as those of PersonalMesh.
class Preconfigured
{
public:
    virtual ~Preconfigured() = default;

    // the maker

    /// The account of this mesh as the one that devices hail.
    [[nodiscard]] virtual Result<ConnectionOffer> hailingAccount() const = 0;
    /// Makes the keys of a device in a folder in which there is nothing yet. The stage is Connecting
    /// afterwards: awaitConnection() waits until somebody claims it, however long that takes.
    [[nodiscard]] virtual Result<PreparedDevice> prepare(const ConnectionOffer& hailing,
                                                         const std::string& name, std::stop_token = {}) = 0;
    /// Has the service of this mesh's account keep the description. It cannot be taken back.
    [[nodiscard]] virtual Status publish(const PreparedDevice&, std::stop_token = {}) = 0;

    // the one who has the device

    /// What is behind a code. Malformed or WrongType if it is none; NotFound if there is nothing;
    /// BadSignature, CannotDecrypt or Damaged if it was altered.
    [[nodiscard]] virtual Result<CodedDevice> look(std::string_view code, std::stop_token = {}) = 0;
    /// Connects the device to this account, and tells it so at the account that it hails. NotAuthorised
    /// unless this is an administration device; Refused if somebody else was first: then nothing has changed.
    /// Where the hailing account's service cannot be reached now, it is told later.
    [[nodiscard]] virtual Status claim(std::string_view code, std::stop_token = {}) = 0;
};

} // namespace mmm::mesh
