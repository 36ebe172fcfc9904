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
    static constexpr auto fields() { return encoding::fieldTable(); }
};

/// Ours: one generation of the key of what dies with the person, for one device.
struct MortalKey : RecordBase
{
    static constexpr std::string_view className = "MortalKey";
    std::string udf; ///< of the key, so that an administrator sees which devices have the same one
    Envelope envelopedActivationMortal;
    static constexpr auto fields()
    {
        return fieldTable(field("UDF", &MortalKey::udf),
                          field("EnvelopedActivationMortal", &MortalKey::envelopedActivationMortal));
    }
};

/// An account that a device is connected to (security 03 §2.8.3).
struct AccountEntry : RecordBase
{
    static constexpr std::string_view className = "AccountEntry";
    std::string accountUdf;
    Envelope envelopedProfileAccount;
    Envelope envelopedConnectionAccount;
    Envelope envelopedActivationAccount;
    std::vector<MortalKey> mortalKeys; ///< ours: the oldest first, the present one last; none until needed
    static constexpr auto fields()
    {
        return fieldTable(field("AccountUDF", &AccountEntry::accountUdf),
                          field("EnvelopedProfileAccount", &AccountEntry::envelopedProfileAccount),
                          field("EnvelopedConnectionAccount", &AccountEntry::envelopedConnectionAccount),
                          field("EnvelopedActivationAccount", &AccountEntry::envelopedActivationAccount),
                          field("MortalKeys", &AccountEntry::mortalKeys));
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
        return fieldTable(field("Container", &ContainerMark::container),
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

/// A setting of a network that has no field of its own, named as in a keyfile of NetworkManager. Ours.
struct NetworkSetting : RecordBase
{
    static constexpr std::string_view className = "NetworkSetting";
    std::string group; ///< such as vpn
    std::string name;  ///< such as cipher
    SecretText value;  ///< may be a secret, so all are
    static constexpr auto fields()
    {
        return fieldTable(field("Group", &NetworkSetting::group), field("Name", &NetworkSetting::name),
                          field("Value", &NetworkSetting::value));
    }
};

/// What a setting of a network names as a file, such as a certificate or a private key. Ours.
struct NetworkAttachment : RecordBase
{
    static constexpr std::string_view className = "NetworkAttachment";
    std::string group; ///< of the setting, such as vpn
    std::string name;  ///< of the setting, such as ca
    SecretText pem;    ///< may be a private key, so all are secrets
    static constexpr auto fields()
    {
        return fieldTable(field("Group", &NetworkAttachment::group), field("Name", &NetworkAttachment::name),
                          field("PEM", &NetworkAttachment::pem));
    }
};

/// The other end of a WireGuard tunnel. Ours; the members are those of WireGuard's own configuration.
struct WireGuardPeer : RecordBase
{
    static constexpr std::string_view className = "WireGuardPeer";
    std::string publicKey;                 ///< Base64
    SecretText presharedKey;               ///< Base64
    std::string endpoint;                  ///< host:port; empty if it is not known
    std::vector<std::string> allowedIps;   ///< such as 10.0.0.0/8
    std::optional<std::int64_t> keepAlive; ///< seconds
    static constexpr auto fields()
    {
        return fieldTable(
            field("PublicKey", &WireGuardPeer::publicKey),
            field("PresharedKey", &WireGuardPeer::presharedKey), field("Endpoint", &WireGuardPeer::endpoint),
            field("AllowedIPs", &WireGuardPeer::allowedIps), field("KeepAlive", &WireGuardPeer::keepAlive));
    }
};

/// A WireGuard tunnel without its private key, which is the network's password. Ours.
struct WireGuardTunnel : RecordBase
{
    static constexpr std::string_view className = "WireGuardTunnel";
    std::vector<std::string> addresses; ///< of this end, such as 10.0.0.2/32
    std::vector<std::string> dns;       ///< servers and search domains
    std::optional<std::int64_t> listenPort;
    std::optional<std::int64_t> mtu; ///< octets
    std::vector<WireGuardPeer> peers;
    static constexpr auto fields()
    {
        return fieldTable(field("Addresses", &WireGuardTunnel::addresses),
                          field("DNS", &WireGuardTunnel::dns),
                          field("ListenPort", &WireGuardTunnel::listenPort),
                          field("MTU", &WireGuardTunnel::mtu), field("Peers", &WireGuardTunnel::peers));
    }
};

/// Access to a network (security 03 §2.8.5).
struct CatalogedNetwork : CatalogedEntry
{
    static constexpr std::string_view className = "CatalogedNetwork";
    static constexpr auto legacyNames = olderNames("CatalogEntryNetwork");
    std::string protocol; ///< wifi, ipsec or tls; ours: wireguard
    std::string service;  ///< name of the network; of a Wi-Fi network its SSID
    std::string username;
    SecretText password; ///< of WireGuard the private key, Base64
    // ours
    Bytes ssid;           ///< of a Wi-Fi network whose SSID is not UTF-8; `service` then only resembles it
    std::string security; ///< of a Wi-Fi network: none, owe, wpa2, wpa3 or enterprise; empty is not known
    std::optional<bool> hidden; ///< the network does not announce itself
    std::string address;        ///< of a VPN: the gateway
    std::optional<WireGuardTunnel> tunnel;
    std::vector<NetworkSetting> settings;
    std::vector<NetworkAttachment> attachments;
    static constexpr auto fields()
    {
        using N = CatalogedNetwork;
        return extend<CatalogedEntry>(
            field("Protocol", &N::protocol), field("Service", &N::service), field("Username", &N::username),
            field("Password", &N::password), field("SSID", &N::ssid), field("WirelessSecurity", &N::security),
            field("Hidden", &N::hidden), field("Address", &N::address), field("Tunnel", &N::tunnel),
            field("Settings", &N::settings), field("Attachments", &N::attachments));
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

MMM_RECORD_DECLARED(mmm::schema::CatalogedEntry)
MMM_RECORD_DECLARED(mmm::schema::MortalKey)
MMM_RECORD_DECLARED(mmm::schema::AccountEntry)
MMM_RECORD_DECLARED(mmm::schema::ContainerMark)
MMM_RECORD_DECLARED(mmm::schema::CatalogedDevice)
MMM_RECORD_DECLARED(mmm::schema::CatalogedCredential)
MMM_RECORD_DECLARED(mmm::schema::NetworkSetting)
MMM_RECORD_DECLARED(mmm::schema::NetworkAttachment)
MMM_RECORD_DECLARED(mmm::schema::WireGuardPeer)
MMM_RECORD_DECLARED(mmm::schema::WireGuardTunnel)
MMM_RECORD_DECLARED(mmm::schema::CatalogedNetwork)
MMM_RECORD_DECLARED(mmm::schema::CatalogedContact)
MMM_RECORD_DECLARED(mmm::schema::CatalogedContactRecryption)
MMM_RECORD_DECLARED(mmm::schema::CatalogedBookmark)
MMM_RECORD_DECLARED(mmm::schema::CatalogedTask)
