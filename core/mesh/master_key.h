#pragma once

#include "mesh/escrow_share.h"
#include "mesh/mesh_state.h"
#include "udf/authenticator.h"

namespace mmm::mesh {

/// The keys of the personal mesh itself (WIRE E.16): those that recovery brings back.
struct MasterKeys
{
    std::shared_ptr<const crypto::PrivateKey> signature;  ///< ProfileMesh.KeyOfflineSignature
    std::shared_ptr<const crypto::PrivateKey> encryption; ///< ProfileMesh.KeyEncryption
    std::shared_ptr<const crypto::PrivateKey> escrow;     ///< KeysMasterEscrow[0]; null for older meshes
};

/// A fresh seed for the keys of a mesh: type octet, specifier and 32 random octets (WIRE E.16.1).
[[nodiscard]] Secret makeMasterSeed();
/// The keys of a seed. WrongType for the seed of something else.
[[nodiscard]] Result<MasterKeys> keysOfSeed(BytesView seed);

/// The mesh's encryption key after so many administration devices have left, each of which knew the one
/// before (WIRE F.4): it follows from the master key, so that shares made at any time bring it back. At least
/// 1; the first one of all is MasterKeys::encryption.
[[nodiscard]] Result<std::shared_ptr<const crypto::PrivateKey>>
meshEncryptionOf(const crypto::PrivateKey& masterSignature, std::size_t departures);

/// The keys of a mesh without a seed as the record that is kept in escrow (WIRE E.16.3), and back. The record
/// is encrypted with the key whose UDF is given.
[[nodiscard]] Result<dare::Envelope> sealEscrowRecord(const MasterKeys& keys, const udf::SecretUdf& key);
[[nodiscard]] Result<MasterKeys> openEscrowRecord(const dare::Envelope& record, const udf::SecretUdf& key);

/// The keys that shares make, with the escrow record that belongs to them if they are those of a record: the
/// one given, or the one that the service has. NotYet if they are too few, BadShare if they make nothing.
[[nodiscard]] Result<MasterKeys> keysOfShares(const std::vector<EscrowShare>& shares, BytesView record,
                                              ServiceLink& link, const protocol::Identity& identity,
                                              std::stop_token stop);

/// The name of the seed of a mesh in the keystore.
[[nodiscard]] keystore::KeyId seedName(const std::string& meshUdf);
/// Keeps the seed of a new or recovered mesh in the keystore; the result is its name there.
[[nodiscard]] Result<keystore::KeyId> keepSeed(const Options& options, const std::string& meshUdf,
                                               const Secret& seed, std::stop_token stop);

/// The seed as this device keeps it, or as shares brought it back for the moment. NotAuthorised if there is
/// neither.
[[nodiscard]] Result<Secret> ownSeed(const MeshState& state, std::stop_token stop);
/// The master signature key: that of this device, or the one that shares brought back for the moment.
/// NotAuthorised if there is neither.
[[nodiscard]] Result<std::shared_ptr<const crypto::PrivateKey>> masterSignature(MeshState& state,
                                                                                std::stop_token stop);

} // namespace mmm::mesh
