#pragma once

#include "schema/profiles.h"

/// Connections: one party vouches for another (security 03 §2.6.11–2.6.19).
namespace mmm::schema {

/// Something that a device or a contact may do (security 03 §2.6.13; names and roles in WIRE E.5).
struct Permission : RecordBase
{
    static constexpr std::string_view className = "Permission";
    std::string name;      ///< such as Administration, Catalog:*, Message:RequestContact
    std::string role;      ///< such as Read, Write, Accept, Reject
    Envelope capabilities; ///< keys that it takes, encrypted to the grantee
    static constexpr auto fields()
    {
        return fieldTable(field("Name", &Permission::name), field("Role", &Permission::role),
                          field("Capabilities", &Permission::capabilities));
    }
};

/// What all connections have (security 03 §2.6.12).
struct Connection : Assertion
{
    static constexpr std::string_view className = "Connection";
    std::string subjectUdf;
    std::string authorityUdf;
    static constexpr auto fields()
    {
        return extend<Assertion>(field("SubjectUDF", &Connection::subjectUdf),
                                 field("AuthorityUDF", &Connection::authorityUdf));
    }
};

/// Connects a device to a personal mesh under composite keys (security 03 §2.6.14); signed by an
/// administration key.
struct ConnectionDevice : Connection
{
    static constexpr std::string_view className = "ConnectionDevice";
    static constexpr auto legacyNames = olderNames("AssertionDeviceConnection", "ProfileMeshDevicePublic");
    std::vector<Permission> permissions;
    std::optional<PublicKey> keySignature;
    std::optional<PublicKey> keyEncryption;
    std::optional<PublicKey> keyAuthentication;
    Envelope deviceProfile; ///< schema 01 only
    static constexpr auto fields()
    {
        return extend<Connection>(field("Permissions", &ConnectionDevice::permissions),
                                  field("KeySignature", &ConnectionDevice::keySignature, "SignatureKey"),
                                  field("KeyEncryption", &ConnectionDevice::keyEncryption),
                                  field("KeyAuthentication", &ConnectionDevice::keyAuthentication),
                                  field("DeviceProfile", &ConnectionDevice::deviceProfile));
    }
};

/// Connects a device to an account (security 03 §2.6.15); signed by an online key of the account.
struct ConnectionAccount : Connection
{
    static constexpr std::string_view className = "ConnectionAccount";
    std::vector<std::string> serviceId;
    std::vector<Permission> permissions;
    std::optional<PublicKey> keySignature;
    std::optional<PublicKey> keyEncryption;
    std::optional<PublicKey> keyAuthentication;
    static constexpr auto fields()
    {
        return extend<Connection>(field("ServiceID", &ConnectionAccount::serviceId),
                                  field("Permissions", &ConnectionAccount::permissions),
                                  field("KeySignature", &ConnectionAccount::keySignature),
                                  field("KeyEncryption", &ConnectionAccount::keyEncryption),
                                  field("KeyAuthentication", &ConnectionAccount::keyAuthentication));
    }
};

/// Connects an account to a group (security 03 §2.6.16).
struct ConnectionGroup : Connection
{
    static constexpr std::string_view className = "ConnectionGroup";
    std::optional<KeyComposite> keyEncryption;
    static constexpr auto fields()
    {
        return extend<Connection>(field("KeyEncryption", &ConnectionGroup::keyEncryption));
    }
};

/// Accredits a service (security 03 §2.6.17): somebody says that he runs it. Signed by an online key of that
/// account or personal mesh; see service_accreditation.h.
struct ConnectionService : Connection
{
    static constexpr std::string_view className = "ConnectionService";
};

/// Connects a host to its service (security 03 §2.6.18); signed by the service.
struct ConnectionHost : Connection
{
    static constexpr std::string_view className = "ConnectionHost";
};

/// Connects an application to an account (security 03 §2.6.19); signed by an online key of the account. The
/// drafts name no fields. Ours say which device has which key for which application: the subject is that key.
struct ConnectionApplication : Connection
{
    static constexpr std::string_view className = "ConnectionApplication";
    std::string key;       ///< of the CatalogedApplication
    std::string deviceUdf; ///< of the ProfileDevice
    std::optional<PublicKey> keySignature;
    static constexpr auto fields()
    {
        return extend<Connection>(field("Key", &ConnectionApplication::key),
                                  field("DeviceUDF", &ConnectionApplication::deviceUdf),
                                  field("KeySignature", &ConnectionApplication::keySignature));
    }
};

} // namespace mmm::schema

MMM_RECORD_DECLARED(mmm::schema::Permission)
MMM_RECORD_DECLARED(mmm::schema::Connection)
MMM_RECORD_DECLARED(mmm::schema::ConnectionDevice)
MMM_RECORD_DECLARED(mmm::schema::ConnectionAccount)
MMM_RECORD_DECLARED(mmm::schema::ConnectionGroup)
MMM_RECORD_DECLARED(mmm::schema::ConnectionService)
MMM_RECORD_DECLARED(mmm::schema::ConnectionHost)
MMM_RECORD_DECLARED(mmm::schema::ConnectionApplication)
