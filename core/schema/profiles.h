#pragma once

#include "schema/keys.h"

/// Profiles: self-signed assertions that others trust (security 03 §2.6.1–2.6.10, schema 01 §7.2).
/// They are read from envelopes; verify.h says when they are valid.
namespace mmm::schema {

/// A condition under which an assertion is current. No class of conditions is defined, so an assertion that
/// has any is never current (security 03 §2.6.2).
struct Condition : RecordBase
{
    static constexpr std::string_view className = "Condition";
    static constexpr auto fields() { return encoding::fieldTable(); }
};

/// What all assertions have (security 03 §2.6.1).
struct Assertion : RecordBase
{
    static constexpr std::string_view className = "Assertion";
    std::vector<std::string> names; ///< fingerprints of index terms (WIRE E.3)
    std::optional<TimePoint> updated;
    std::string notaryToken;
    std::vector<Tagged<Condition>> conditions;
    static constexpr auto fields()
    {
        return fieldTable(field("Names", &Assertion::names), field("Updated", &Assertion::updated),
                          field("NotaryToken", &Assertion::notaryToken),
                          field("Conditions", &Assertion::conditions));
    }
};

/// What all profiles have (security 03 §2.6.4). A profile is identified by the fingerprint of its offline
/// key, which never changes.
struct Profile : Assertion
{
    static constexpr std::string_view className = "Profile";
    std::optional<PublicKey> keyOfflineSignature;
    std::vector<PublicKey> keysOnlineSignature;
    static constexpr auto fields()
    {
        return extend<Assertion>(
            field("KeyOfflineSignature", &Profile::keyOfflineSignature, "KeySignature", "SignatureKey",
                  "MasterSignatureKey", "DeviceSignatureKey"),
            field("KeysOnlineSignature", &Profile::keysOnlineSignature, "OnlineSignatureKeys"));
    }
};

/// The personal mesh: the axiom of trust of a person (security 03 §2.6.5). The online signature keys are
/// those of the administration devices.
struct ProfileMesh : Profile
{
    static constexpr std::string_view className = "ProfileMesh";
    static constexpr auto legacyNames = olderNames("ProfileMaster");
    /// In schema 01 "ProfileMesh" was the binding of an account; that is a ProfileAccount now.
    static bool recognises(std::string_view name, const encoding::JsonValue& object);
    std::vector<PublicKey> keysMasterEscrow;
    std::optional<PublicKey> keyEncryption;
    /// Ours: administration keys of the past. What they signed stays valid; they sign nothing new.
    std::vector<PublicKey> keysFormerSignature;
    static constexpr auto fields()
    {
        return extend<Profile>(field("KeysMasterEscrow", &ProfileMesh::keysMasterEscrow, "MasterEscrowKeys"),
                               field("KeyEncryption", &ProfileMesh::keyEncryption),
                               field("KeysFormerSignature", &ProfileMesh::keysFormerSignature));
    }
};

/// A device as it was made; never changed afterwards (security 03 §2.6.6).
struct ProfileDevice : Profile
{
    static constexpr std::string_view className = "ProfileDevice";
    std::string description;
    std::optional<PublicKey> keyEncryption;
    std::optional<PublicKey> keyAuthentication;
    /// Ours: Ed25519, the base of the keys that the device has for applications (WIRE F.3). Programs that are
    /// not of the Mesh know no Ed448.
    std::optional<PublicKey> keyApplication;
    static constexpr auto fields()
    {
        return extend<Profile>(
            field("Description", &ProfileDevice::description),
            field("KeyEncryption", &ProfileDevice::keyEncryption, "DeviceEncryptionKey",
                  "DeviceEncryptiontionKey"),
            field("KeyAuthentication", &ProfileDevice::keyAuthentication, "DeviceAuthenticationKey"),
            field("KeyApplication", &ProfileDevice::keyApplication));
    }
};

/// A Mesh service (security 03 §2.6.7).
struct ProfileService : Profile
{
    static constexpr std::string_view className = "ProfileService";
    std::optional<PublicKey> keyAuthentication;
    static constexpr auto fields()
    {
        return extend<Profile>(field("KeyAuthentication", &ProfileService::keyAuthentication));
    }
};

/// A machine that provides a Mesh service (security 03 §2.6.10).
struct ProfileHost : Profile
{
    static constexpr std::string_view className = "ProfileHost";
    std::optional<PublicKey> keyAuthentication;
    /// Ours: SHA-256 of the DER SubjectPublicKeyInfo of the host's TLS key, 32 octets. It lets a service
    /// vouch for a certificate that it made itself.
    Bytes tlsKeyDigest;
    static constexpr auto fields()
    {
        return extend<Profile>(field("KeyAuthentication", &ProfileHost::keyAuthentication),
                               field("TlsKeyDigest", &ProfileHost::tlsKeyDigest));
    }
};

/// An account of a personal mesh (security 03 §2.6.8).
struct ProfileAccount : Profile
{
    static constexpr std::string_view className = "ProfileAccount";
    static bool recognises(std::string_view name, const encoding::JsonValue& object);
    std::vector<std::string> serviceIds; ///< addresses such as alice@example.com
    std::string meshProfileUdf;          ///< the ProfileMesh that the account belongs to
    std::optional<PublicKey> keyEncryption;
    std::string account;    ///< schema 01 only; also in serviceIds
    Envelope masterProfile; ///< schema 01 only: the personal mesh itself
    static constexpr auto fields()
    {
        return extend<Profile>(field("ServiceIDs", &ProfileAccount::serviceIds),
                               field("MeshProfileUDF", &ProfileAccount::meshProfileUdf),
                               field("KeyEncryption", &ProfileAccount::keyEncryption, "AccountEncryptionKey"),
                               field("Account", &ProfileAccount::account),
                               field("MasterProfile", &ProfileAccount::masterProfile));
    }
    Status afterRead();
};

/// A group (security 03 §2.6.9); the online signature keys are the administrators'.
struct ProfileGroup : Profile
{
    static constexpr std::string_view className = "ProfileGroup";
    std::vector<std::string> serviceIds;
    std::optional<PublicKey> keyEncryption;
    /// Ours: administrators' keys of the past. What they signed stays valid; they sign nothing new.
    std::vector<PublicKey> keysFormerSignature;
    static constexpr auto fields()
    {
        return extend<Profile>(field("ServiceIDs", &ProfileGroup::serviceIds),
                               field("KeyEncryption", &ProfileGroup::keyEncryption),
                               field("KeysFormerSignature", &ProfileGroup::keysFormerSignature));
    }
};

/// The public description of an application (schema 01 §7.2.9); read only.
struct ProfileApplication : Profile
{
    static constexpr std::string_view className = "ProfileApplication";
};

} // namespace mmm::schema

MMM_RECORD_DECLARED(mmm::schema::Condition)
MMM_RECORD_DECLARED(mmm::schema::Assertion)
MMM_RECORD_DECLARED(mmm::schema::Profile)
MMM_RECORD_DECLARED(mmm::schema::ProfileMesh)
MMM_RECORD_DECLARED(mmm::schema::ProfileDevice)
MMM_RECORD_DECLARED(mmm::schema::ProfileService)
MMM_RECORD_DECLARED(mmm::schema::ProfileHost)
MMM_RECORD_DECLARED(mmm::schema::ProfileAccount)
MMM_RECORD_DECLARED(mmm::schema::ProfileGroup)
MMM_RECORD_DECLARED(mmm::schema::ProfileApplication)
