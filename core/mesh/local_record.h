#pragma once

#include "protocol/known_service.h"
#include "schema/catalog_entries.h"

#include <cstdint>

/// What a data folder remembers about itself, besides the containers: kept in one sealed file. It is not
/// exchanged with anybody (WIRE E.17).
namespace mmm::mesh {

using encoding::field;

using EndpointRecord = protocol::KnownEndpoint;
using ServiceRecord = protocol::KnownService;

/// Wrong attempts with a PIN that this device issued.
struct PinAttempts : encoding::RecordBase
{
    static constexpr std::string_view className = "PinAttempts";
    std::string messageId;             ///< of the MessagePIN
    std::vector<std::string> requests; ///< each counts once
    static constexpr auto fields()
    {
        return std::tuple(field("MessageID", &PinAttempts::messageId),
                          field("Requests", &PinAttempts::requests));
    }
};

/// A change of the mesh that concerns its profiles and the entries of its devices: carried out in steps, each
/// of which is remembered, so that one that was interrupted is continued (mesh_change.h). Its secrets are in
/// the entries, encrypted to their devices.
struct MeshChange : encoding::RecordBase
{
    static constexpr std::string_view className = "MeshChange";
    dare::Envelope profileMesh;
    dare::Envelope profileAccount;
    std::vector<schema::CatalogedDevice> entries; ///< to be written into the device catalog
    std::string leaving;                          ///< DeviceUDF of the device to be removed then, if any
    bool isPublished = false;                     ///< the service has the profiles
    bool isWritten = false;                       ///< the entries are in this device's catalog
    static constexpr auto fields()
    {
        using M = MeshChange;
        return std::tuple(field("EnvelopedProfileMaster", &M::profileMesh),
                          field("EnvelopedAccountAssertion", &M::profileAccount),
                          field("Entries", &M::entries), field("Leaving", &M::leaving),
                          field("Published", &M::isPublished), field("Written", &M::isWritten));
    }
};

/// Shares of the master secret that were made on this device: enough to recognise one, nothing of the secret.
struct ShareSetRecord : encoding::RecordBase
{
    static constexpr std::string_view className = "ShareSet";
    std::string set;
    std::int64_t threshold = 0;
    bool needsRecord = false;
    TimePoint made;
    std::vector<Bytes> digests; ///< SHA-512 of each share's octets, in order
    static constexpr auto fields()
    {
        using S = ShareSetRecord;
        return std::tuple(field("Set", &S::set), field("Threshold", &S::threshold),
                          field("NeedsRecord", &S::needsRecord), field("Made", &S::made),
                          field("Digests", &S::digests));
    }
};

struct LocalRecord : encoding::RecordBase
{
    static constexpr std::string_view className = "CatalogedMachine";
    std::string stage; ///< Connecting, Ready or Removed; empty: New
    std::string account;
    std::string accountUdf;
    std::string deviceName;
    bool embedded = false; ///< this device holds the service itself
    bool networkVisible = false;
    std::int64_t embeddedPort = 0;
    ServiceRecord service;
    dare::Envelope profileDevice;
    dare::Envelope profileMesh;
    dare::Envelope profileAccount;
    std::optional<schema::CatalogedDevice> device;
    std::string masterKeyUdf; ///< in the keystore, on a device that made a mesh without a seed
    std::string masterSeed;   ///< name of the seed in the keystore, until it is moved off
    std::vector<ShareSetRecord> shareSets;
    // while connecting
    dare::Envelope acknowledgement;
    encoding::SecretText saltedPin;
    // administration
    std::vector<PinAttempts> pinAttempts;
    std::optional<MeshChange> change; ///< under way
    static constexpr auto fields()
    {
        using L = LocalRecord;
        return std::tuple(field("Stage", &L::stage), field("Account", &L::account),
                          field("AccountUDF", &L::accountUdf), field("DeviceName", &L::deviceName),
                          field("Embedded", &L::embedded), field("NetworkVisible", &L::networkVisible),
                          field("EmbeddedPort", &L::embeddedPort), field("Service", &L::service),
                          field("EnvelopedProfileDevice", &L::profileDevice),
                          field("EnvelopedProfileMaster", &L::profileMesh),
                          field("EnvelopedAccountAssertion", &L::profileAccount),
                          field("CatalogedDevice", &L::device), field("MasterKeyUDF", &L::masterKeyUdf),
                          field("MasterSeed", &L::masterSeed), field("ShareSets", &L::shareSets),
                          field("EnvelopedMessageConnectionResponse", &L::acknowledgement),
                          field("SaltedPin", &L::saltedPin), field("PinAttempts", &L::pinAttempts),
                          field("Change", &L::change));
    }
};

} // namespace mmm::mesh
