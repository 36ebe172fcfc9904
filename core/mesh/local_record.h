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
        return fieldTable(field("MessageID", &PinAttempts::messageId),
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
    dare::Envelope place;     ///< the word about the account's place, if it is signed anew
    std::string leaving;      ///< DeviceUDF of the device to be removed then, if any
    std::string retired;      ///< fingerprint of its administration key, if it has one
    bool isPublished = false; ///< the service has the profiles
    bool isWritten = false;   ///< the entries are in this device's catalog
    static constexpr auto fields()
    {
        using M = MeshChange;
        return fieldTable(field("EnvelopedProfileMaster", &M::profileMesh),
                          field("EnvelopedAccountAssertion", &M::profileAccount),
                          field("Entries", &M::entries), field("EnvelopedPlace", &M::place),
                          field("Leaving", &M::leaving), field("Retired", &M::retired),
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
    std::vector<Bytes> digests;       ///< SHA-512 of each share's octets, in order
    std::vector<std::string> holders; ///< names of those who have them, as far as the person said
    static constexpr auto fields()
    {
        using S = ShareSetRecord;
        return fieldTable(field("Set", &S::set), field("Threshold", &S::threshold),
                          field("NeedsRecord", &S::needsRecord), field("Made", &S::made),
                          field("Digests", &S::digests), field("Holders", &S::holders));
    }
};

/// The file in a data folder, and what it is sealed as.
inline constexpr auto recordFile = "mesh.sealed";
inline constexpr auto recordContext = "mesh:local-record";

/// The account goes to another service (change_service.h). Each step is written down before it is begun, so
/// that one that was interrupted is done again.
struct MoveRecord : encoding::RecordBase
{
    static constexpr std::string_view className = "AccountMove";
    std::string step;    ///< Copying, Closing, Telling or Leaving
    std::string address; ///< at the new service
    ServiceRecord service;
    std::string formerAddress;
    ServiceRecord formerService;
    dare::Envelope announced;  ///< the account's profile for the new service until everything is there
    dare::Envelope profile;    ///< the account's profile, at the new address, for both services
    std::int64_t lateFrom = 0; ///< frames of late messages that have come over from the former service
    std::int64_t seen = 0;     ///< messages at the former service that came over before it was left
    bool isFormerLost = false; ///< as the person has said; until it is reached again
    // of the service on this computer (service_here.h), so that calling it off undoes it
    bool isStartedHere = false; ///< for this move
    bool isShownHere = false;   ///< in the local network, for this move
    static constexpr auto fields()
    {
        using M = MoveRecord;
        return fieldTable(field("Step", &M::step), field("Address", &M::address),
                          field("Service", &M::service), field("FormerAddress", &M::formerAddress),
                          field("FormerService", &M::formerService), field("Announced", &M::announced),
                          field("EnvelopedAccountAssertion", &M::profile), field("LateFrom", &M::lateFrom),
                          field("Seen", &M::seen), field("FormerIsLost", &M::isFormerLost),
                          field("StartedHere", &M::isStartedHere), field("ShownHere", &M::isShownHere));
    }
};

/// Who said last that he runs a service, as this device has seen it: somebody else is a change that is told.
struct OperatorRecord : encoding::RecordBase
{
    static constexpr std::string_view className = "ServiceOperator";
    std::string serviceUdf;
    dare::Envelope profile; ///< ProfileAccount or ProfileMesh
    static constexpr auto fields()
    {
        return fieldTable(field("ServiceUDF", &OperatorRecord::serviceUdf),
                          field("EnvelopedProfileAuthority", &OperatorRecord::profile));
    }
};

struct LocalRecord : encoding::RecordBase
{
    static constexpr std::string_view className = "CatalogedMachine";
    std::string stage; ///< Preparing, Creating, Hailing, Connecting, Ready, Removed, Deleted; empty: New
    std::string account;
    std::string accountUdf;
    bool isFurther = false; ///< not the home account (personas.h): the device's keys are not this folder's
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
    // what the service has said of its log (service_log.h)
    dare::Envelope profileService;
    std::vector<std::string> checkpoints; ///< CheckpointValues of Status, each once, the newest last
    std::optional<OperatorRecord> serviceOperator;
    // while a mesh is made: all of the above is what it will be, and
    std::string fullName; ///< for the person's own card
    // while connecting
    dare::Envelope acknowledgement;
    encoding::SecretText saltedPin;
    // while hailing: account and service are those of its maker, and
    encoding::SecretText code; ///< key of the locator that is printed on the device
    // administration
    std::vector<PinAttempts> pinAttempts;
    std::optional<MeshChange> change; ///< under way
    // where the account is, and was
    std::optional<MoveRecord> move;           ///< under way, from this device
    std::vector<std::string> formerAddresses; ///< what is written to them is for this account, too
    std::vector<ServiceRecord> formerServices;
    std::optional<TimePoint> placeUpdated; ///< of the last word about the account's place
    std::string embeddedDomain; ///< of the service on this computer, if the account is elsewhere now
    static constexpr auto fields()
    {
        using L = LocalRecord;
        return fieldTable(
            field("Stage", &L::stage), field("Account", &L::account), field("AccountUDF", &L::accountUdf),
            field("Further", &L::isFurther), field("DeviceName", &L::deviceName),
            field("Embedded", &L::embedded), field("NetworkVisible", &L::networkVisible),
            field("EmbeddedPort", &L::embeddedPort), field("Service", &L::service),
            field("EnvelopedProfileDevice", &L::profileDevice),
            field("EnvelopedProfileMaster", &L::profileMesh),
            field("EnvelopedAccountAssertion", &L::profileAccount), field("CatalogedDevice", &L::device),
            field("MasterKeyUDF", &L::masterKeyUdf), field("MasterSeed", &L::masterSeed),
            field("ShareSets", &L::shareSets), field("EnvelopedProfileService", &L::profileService),
            field("Checkpoints", &L::checkpoints), field("ServiceOperator", &L::serviceOperator),
            field("FullName", &L::fullName), field("EnvelopedMessageConnectionResponse", &L::acknowledgement),
            field("SaltedPin", &L::saltedPin), field("Code", &L::code), field("PinAttempts", &L::pinAttempts),
            field("Change", &L::change), field("Move", &L::move),
            field("FormerAddresses", &L::formerAddresses), field("FormerServices", &L::formerServices),
            field("PlaceUpdated", &L::placeUpdated), field("EmbeddedDomain", &L::embeddedDomain));
    }
};

/// Whether the account is at the service on this computer.
[[nodiscard]] inline bool isEmbedded(const LocalRecord& record)
{
    return record.embedded && record.embeddedDomain.empty();
}

} // namespace mmm::mesh

MMM_RECORD_DECLARED(mmm::mesh::PinAttempts)
MMM_RECORD_DECLARED(mmm::mesh::MeshChange)
MMM_RECORD_DECLARED(mmm::mesh::ShareSetRecord)
MMM_RECORD_DECLARED(mmm::mesh::MoveRecord)
MMM_RECORD_DECLARED(mmm::mesh::OperatorRecord)
MMM_RECORD_DECLARED(mmm::mesh::LocalRecord)
