#pragma once

#include "mesh/mesh_state.h"
#include "mesh/personas.h"
#include "schema/applications.h"

#include <span>

/// What the parts of Personas share.
namespace mmm::mesh {

using encoding::field;

/// Ours, in the home account's application catalog, under the UDF of the account: where a further account is.
struct CatalogedAccount : schema::CatalogedApplication
{
    static constexpr std::string_view className = "CatalogedAccount";
    std::string address; ///< name@domain
    ServiceRecord service;
    static constexpr auto fields()
    {
        return extend<schema::CatalogedApplication>(field("Address", &CatalogedAccount::address),
                                                    field("Service", &CatalogedAccount::service));
    }
};

/// The inside of a mesh that PersonalMesh::open gave.
class MeshInside
{
public:
    virtual ~MeshInside() = default;
    [[nodiscard]] virtual MeshState& inside() = 0;
    /// Something waits to be sent.
    virtual void wake() = 0;
};

/// UDFs of the further accounts that have a folder below that of the home account.
[[nodiscard]] std::vector<std::string> personaFolders(const Options& home);

/// What the home account says of the mesh's devices.
struct MeshLead
{
    schema::Verified<schema::ProfileMesh> mesh;
    AdministrationKeys administration; ///< of this device, with the home account's keys
    std::vector<schema::CatalogedDevice> devices;
};

/// None on other than administration devices.
[[nodiscard]] std::optional<MeshLead> leadOf(Membership& home);

/// The keys of a further account.
struct PersonaKeys
{
    AdministrationKeys administrator; ///< this device's, with the account's own
    std::shared_ptr<const crypto::PrivateKey> encryption;
    std::vector<std::shared_ptr<const crypto::PrivateKey>> formerEncryption;
    std::vector<std::shared_ptr<const crypto::PrivateKey>> mortal;
    dare::Envelope profile;
    std::string accountUdf;
    std::string address;
};

/// A device's entry in a further account, with the rights that it has in the mesh. `device` is its entry in
/// the home account.
[[nodiscard]] Result<schema::CatalogedDevice> makePersonaEntry(const schema::CatalogedDevice& device,
                                                               const MeshLead& lead, const PersonaKeys& keys,
                                                               TimePoint now);

/// The overlay of the administration key that the home account's entry gives a device; none for others.
[[nodiscard]] Result<std::optional<crypto::OverlayKey>>
administrationOverlay(const schema::VerifiedDevice& device, const MeshLead& lead);

// persona_follow.cpp
/// Brings the devices of a further account in line; its entries afterwards.
[[nodiscard]] Result<std::vector<schema::CatalogedDevice>>
followDevices(MeshState& persona, const MeshLead& lead, std::stop_token stop);

// persona_announce.cpp
/// Writes a further account into the entries of the home account's devices, where it is not as given.
[[nodiscard]] Status announcePersona(Membership& home, const CatalogedAccount& account,
                                     std::span<const schema::CatalogedDevice> entries);
/// Takes it out of them.
[[nodiscard]] Status retractPersona(Membership& home, const std::string& accountUdf);

} // namespace mmm::mesh

MMM_RECORD_DECLARED(mmm::mesh::CatalogedAccount)
