#pragma once

#include "schema/connections.h"
#include "schema/recryption.h"

/// Entries of catalogs (security 03 §2.8.1–2.8.9); applications.h has the rest. catalog.h gives their
/// primary keys.
namespace mmm::schema {

/// What all entries are (security 03 §2.8.1).
struct CatalogedEntry : RecordBase
{
    static constexpr std::string_view className = "CatalogedEntry";
    static constexpr auto legacyNames = olderNames("CatalogEntry");
    static constexpr auto fields() { return std::tuple<>(); }
};

/// An account that a device is connected to (security 03 §2.8.3).
struct AccountEntry : RecordBase
{
    static constexpr std::string_view className = "AccountEntry";
    std::string accountUdf;
    Envelope envelopedProfileAccount;
    Envelope envelopedConnectionAccount;
    Envelope envelopedActivationAccount;
    static constexpr auto fields()
    {
        return std::tuple(field("AccountUDF", &AccountEntry::accountUdf),
                          field("EnvelopedProfileAccount", &AccountEntry::envelopedProfileAccount),
                          field("EnvelopedConnectionAccount", &AccountEntry::envelopedConnectionAccount),
                          field("EnvelopedActivationAccount", &AccountEntry::envelopedActivationAccount));
    }
};

/// Ours: where a container stood when a device was disconnected; what the device wrote before stays valid.
struct ContainerMark : RecordBase
{
    static constexpr std::string_view className = "ContainerMark";
    std::string container;
    std::int64_t count = 0; ///< frames
    static constexpr auto fields()
    {
        return std::tuple(field("Container", &ContainerMark::container),
                          field("Count", &ContainerMark::count));
    }
};

/// A device of the personal mesh (security 03 §2.8.2).
struct CatalogedDevice : CatalogedEntry
{
    static constexpr std::string_view className = "CatalogedDevice";
    static constexpr auto legacyNames = olderNames("CatalogEntryDevice");
    std::string udf;       ///< of the device's composite signature key
    std::string deviceUdf; ///< of its ProfileDevice
    Envelope envelopedProfileDevice;
    Envelope envelopedConnectionDevice;
    Envelope envelopedActivationDevice;
    std::vector<AccountEntry> accounts;
    std::string name;                  ///< ours: what the person calls the device
    Bytes pinWitness;                  ///< ours: the administrator's proof of the PIN (WIRE E.10.3)
    std::vector<ContainerMark> closed; ///< ours: in the last entry before the device is disconnected
    std::string account;               ///< schema 01 only
    std::vector<DeviceRecryptionKey> deviceRecryptionKeys; ///< schema 01 only
    static constexpr auto fields()
    {
        return extend<CatalogedEntry>(
            field("UDF", &CatalogedDevice::udf), field("DeviceUDF", &CatalogedDevice::deviceUdf, "AuthUDF"),
            field("EnvelopedProfileDevice", &CatalogedDevice::envelopedProfileDevice),
            field("EnvelopedConnectionDevice", &CatalogedDevice::envelopedConnectionDevice,
                  "EnvelopedDeviceConnection", "ProfileMeshDevicePublicSigned"),
            field("EnvelopedActivationDevice", &CatalogedDevice::envelopedActivationDevice,
                  "EnvelopedDevicePrivate", "ProfileMeshDevicePrivateEncrypted"),
            field("Accounts", &CatalogedDevice::accounts), field("Account", &CatalogedDevice::account),
            field("DeviceRecryptionKeys", &CatalogedDevice::deviceRecryptionKeys),
            field("Name", &CatalogedDevice::name), field("PinWitness", &CatalogedDevice::pinWitness),
            field("Closed", &CatalogedDevice::closed));
    }
};

/// A password for a service (security 03 §2.8.4).
struct CatalogedCredential : CatalogedEntry
{
    static constexpr std::string_view className = "CatalogedCredential";
    static constexpr auto legacyNames = olderNames("CatalogEntryCredential");
    std::string protocol; ///< such as http
    std::string service;  ///< such as example.com
    std::string username;
    SecretText password;
    static constexpr auto fields()
    {
        return extend<CatalogedEntry>(field("Protocol", &CatalogedCredential::protocol),
                                      field("Service", &CatalogedCredential::service),
                                      field("Username", &CatalogedCredential::username),
                                      field("Password", &CatalogedCredential::password));
    }
};

/// Access to a network (security 03 §2.8.5).
struct CatalogedNetwork : CatalogedEntry
{
    static constexpr std::string_view className = "CatalogedNetwork";
    static constexpr auto legacyNames = olderNames("CatalogEntryNetwork");
    std::string protocol; ///< wifi, ipsec or tls
    std::string service;  ///< name of the network
    std::string username;
    SecretText password;
    static constexpr auto fields()
    {
        return extend<CatalogedEntry>(
            field("Protocol", &CatalogedNetwork::protocol), field("Service", &CatalogedNetwork::service),
            field("Username", &CatalogedNetwork::username), field("Password", &CatalogedNetwork::password));
    }
};

/// A contact (security 03 §2.8.6).
struct CatalogedContact : CatalogedEntry
{
    static constexpr std::string_view className = "CatalogedContact";
    static constexpr auto legacyNames = olderNames("CatalogEntryContact");
    std::optional<bool> self; ///< the owner of the catalog; must be signed by an administration key
    std::string key;          ///< a nonce UDF
    std::vector<Permission> permissions;
    Envelope envelopedContact; ///< of a tagged Contact; as its owner signed it, if it came from there
    // ours (WIRE E.21)
    std::optional<Contact> local;           ///< the person's own version of a card that its owner signed
    std::string shared;                     ///< Public or Restricted: the version of our card that they have
    std::optional<TimePoint> sharedUpdated; ///< Updated of the one that was sent last
    std::string confirmed; ///< by what the account was found to be theirs: InPerson or Service
    static constexpr auto fields()
    {
        using C = CatalogedContact;
        return extend<CatalogedEntry>(
            field("Self", &C::self), field("Key", &C::key), field("Permissions", &C::permissions),
            field("EnvelopedContact", &C::envelopedContact, "Contact"), field("Local", &C::local),
            field("Shared", &C::shared), field("SharedUpdated", &C::sharedUpdated),
            field("Confirmed", &C::confirmed));
    }
};

/// The contact of a group (security 03 §2.8.7).
struct CatalogedContactRecryption : CatalogedContact
{
    static constexpr std::string_view className = "CatalogedContactRecryption";
    static constexpr auto legacyNames = olderNames("CatalogEntryContactRecryption");
};

/// A bookmark (security 03 §2.8.8).
struct CatalogedBookmark : CatalogedEntry
{
    static constexpr std::string_view className = "CatalogedBookmark";
    static constexpr auto legacyNames = olderNames("CatalogEntryBookmark");
    std::string uri;
    std::string title;
    std::string path; ///< place in the tree of folders, parts separated by "/"; the primary key
    static constexpr auto fields()
    {
        return extend<CatalogedEntry>(field("Uri", &CatalogedBookmark::uri),
                                      field("Title", &CatalogedBookmark::title),
                                      field("Path", &CatalogedBookmark::path));
    }
};

/// A task (security 03 §2.8.9).
struct CatalogedTask : CatalogedEntry
{
    static constexpr std::string_view className = "CatalogedTask";
    static constexpr auto legacyNames = olderNames("CatalogEntryTask");
    Envelope envelopedTask; ///< of a tagged Task
    std::string title;
    std::string key; ///< a nonce UDF
    static constexpr auto fields()
    {
        return extend<CatalogedEntry>(field("EnvelopedTask", &CatalogedTask::envelopedTask, "Task"),
                                      field("Title", &CatalogedTask::title),
                                      field("Key", &CatalogedTask::key));
    }
};

} // namespace mmm::schema
