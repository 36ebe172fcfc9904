#pragma once

#include "schema/catalog_entries.h"

/// Entries of the application catalog and of a group's member catalog (security 03 §2.8.10–2.8.15). The
/// drafts name no fields for SSH, mail and network; those here are WIRE F.3.
namespace mmm::schema {

/// An application, or an account of the Mesh (security 03 §2.8.10).
struct CatalogedApplication : CatalogedEntry
{
    static constexpr std::string_view className = "CatalogedApplication";
    static constexpr auto legacyNames = olderNames("CatalogEntryApplication");
    std::string key;
    static constexpr auto fields()
    {
        return extend<CatalogedEntry>(field("Key", &CatalogedApplication::key));
    }
};

/// A member of a group (security 03 §2.8.11, WIRE E.20.2).
struct CatalogedMember : CatalogedEntry
{
    static constexpr std::string_view className = "CatalogedMember";
    static constexpr auto legacyNames = olderNames("CatalogEntryApplicationEntry");
    std::string udf;            ///< of the member's account
    std::string contactAddress; ///< such as bob@example.com
    Envelope envelopedConnectionGroup;
    Envelope envelopedServiceKey; ///< the service's share, encrypted to the service
    Envelope envelopedMemberKey;  ///< the member's share, encrypted to the member
    // ours
    std::string state;            ///< Accepted or Declined; empty: invited
    std::string invitation;       ///< MessageID of the GroupInvitation
    std::string administratorUdf; ///< the member's key in ProfileGroup.KeysOnlineSignature; empty: none
    static constexpr auto fields()
    {
        using C = CatalogedMember;
        return extend<CatalogedEntry>(field("UDF", &C::udf), field("ContactAddress", &C::contactAddress),
                                      field("EnvelopedConnectionGroup", &C::envelopedConnectionGroup),
                                      field("EnvelopedServiceKey", &C::envelopedServiceKey),
                                      field("EnvelopedMemberKey", &C::envelopedMemberKey),
                                      field("State", &C::state), field("InvitationID", &C::invitation),
                                      field("AdministratorUDF", &C::administratorUdf));
    }
};

/// A group that the owner administers or belongs to (security 03 §2.8.12).
struct CatalogedGroup : CatalogedApplication
{
    static constexpr std::string_view className = "CatalogedGroup";
    static constexpr auto legacyNames = olderNames("CatalogEntryApplicationRecryption");
    std::optional<ProfileGroup> profile; ///< as the seed has it; ours is the signed one
    // ours
    Envelope envelopedProfileGroup;
    Envelope envelopedActivationGroup; ///< encrypted to the account: its share, and what administration takes
    std::string serviceUdf;            ///< fingerprint of the group's service
    static constexpr auto fields()
    {
        using C = CatalogedGroup;
        return extend<CatalogedApplication>(field("Profile", &C::profile),
                                            field("EnvelopedProfileGroup", &C::envelopedProfileGroup),
                                            field("EnvelopedActivationGroup", &C::envelopedActivationGroup),
                                            field("ServiceUDF", &C::serviceUdf));
    }
};

/// Ours: a computer that SSH logs in to, as a Host block of OpenSSH's configuration says it.
struct SshHost : RecordBase
{
    static constexpr std::string_view className = "SshHost";
    std::string alias;    ///< what the person types
    std::string hostName; ///< empty: the alias is the name
    std::optional<std::int64_t> port;
    std::string userName; ///< empty: the profile's
    std::string jump;     ///< ProxyJump; empty: directly
    static constexpr auto fields()
    {
        return fieldTable(field("Alias", &SshHost::alias), field("HostName", &SshHost::hostName),
                          field("Port", &SshHost::port), field("UserName", &SshHost::userName),
                          field("Jump", &SshHost::jump));
    }
};

/// Settings of SSH for all devices (security 03 §2.8.13); each device's key is in its activation.
struct CatalogedApplicationSSH : CatalogedApplication
{
    static constexpr std::string_view className = "CatalogedApplicationSSH";
    static constexpr auto legacyNames = olderNames("CatalogEntryApplicationSSH");
    std::vector<std::string> knownHosts;     ///< lines as in OpenSSH's file
    std::vector<std::string> authorizedKeys; ///< lines as in OpenSSH's file
    std::string userName;
    std::string title;          ///< ours: what the person calls it
    std::vector<SshHost> hosts; ///< ours
    /// Ours: a ConnectionApplication for each device that has a key here. Only its key counts as a device's.
    std::vector<Envelope> connections;
    static constexpr auto fields()
    {
        return extend<CatalogedApplication>(field("KnownHosts", &CatalogedApplicationSSH::knownHosts),
                                            field("AuthorizedKeys", &CatalogedApplicationSSH::authorizedKeys),
                                            field("UserName", &CatalogedApplicationSSH::userName),
                                            field("Title", &CatalogedApplicationSSH::title),
                                            field("Hosts", &CatalogedApplicationSSH::hosts),
                                            field("Connections", &CatalogedApplicationSSH::connections));
    }
};

/// How to reach a mail server.
struct MailConnection : RecordBase
{
    static constexpr std::string_view className = "Connection";
    std::string serviceName; ///< of the host
    std::optional<std::int64_t> port;
    std::string prefix;                ///< of the protocol as DNS has it: imap, pop3, submission
    std::vector<std::string> security; ///< Direct (TLS from the start) or Upgrade (STARTTLS)
    std::string userName;
    SecretText password;
    std::string uri;
    std::string authentication;
    std::optional<std::int64_t> timeOut; ///< seconds
    std::optional<bool> polling;
    static constexpr auto fields()
    {
        return fieldTable(
            field("ServiceName", &MailConnection::serviceName), field("Port", &MailConnection::port),
            field("Prefix", &MailConnection::prefix), field("Security", &MailConnection::security),
            field("UserName", &MailConnection::userName), field("Password", &MailConnection::password),
            field("URI", &MailConnection::uri), field("Authentication", &MailConnection::authentication),
            field("TimeOut", &MailConnection::timeOut), field("Polling", &MailConnection::polling));
    }
};

/// Settings of a mail account (security 03 §2.8.14).
struct CatalogedApplicationMail : CatalogedApplication
{
    static constexpr std::string_view className = "CatalogedApplicationMail";
    static constexpr auto legacyNames = olderNames("CatalogEntryApplicationMail");
    std::vector<std::string> accountAddress;
    std::vector<MailConnection> inbound;
    std::vector<MailConnection> outbound;
    std::optional<PublicKey> smimeEncrypt; ///< with the certificate
    std::optional<PublicKey> openPgpEncrypt;
    // ours
    std::string displayName;         ///< the person's, as others see it
    encoding::SecretBinary smimeKey; ///< PKCS #8, DER; the same on all devices, which decrypt the same mail
    Bytes openPgpCertificate; ///< transferable public key (RFC 4880 §11.1); its UDF is in openPgpEncrypt
    encoding::SecretBinary openPgpKey; ///< transferable secret key (§11.2) without a passphrase of its own
    static constexpr auto fields()
    {
        return extend<CatalogedApplication>(
            field("AccountAddress", &CatalogedApplicationMail::accountAddress),
            field("Inbound", &CatalogedApplicationMail::inbound),
            field("Outbound", &CatalogedApplicationMail::outbound),
            field("SmimeEncrypt", &CatalogedApplicationMail::smimeEncrypt),
            field("OpenPgpEncrypt", &CatalogedApplicationMail::openPgpEncrypt),
            field("DisplayName", &CatalogedApplicationMail::displayName),
            field("SmimeKey", &CatalogedApplicationMail::smimeKey),
            field("OpenPgpCertificate", &CatalogedApplicationMail::openPgpCertificate),
            field("OpenPgpKey", &CatalogedApplicationMail::openPgpKey));
    }
};

/// Settings of a network for all devices (security 03 §2.8.15).
struct CatalogedApplicationNetwork : CatalogedApplication
{
    static constexpr std::string_view className = "CatalogedApplicationNetwork";
    static constexpr auto legacyNames = olderNames("CatalogEntryApplicationNetwork");
    std::string protocol; ///< wifi, ipsec or tls
    std::string service;
    std::string username;
    SecretText password;
    static constexpr auto fields()
    {
        return extend<CatalogedApplication>(field("Protocol", &CatalogedApplicationNetwork::protocol),
                                            field("Service", &CatalogedApplicationNetwork::service),
                                            field("Username", &CatalogedApplicationNetwork::username),
                                            field("Password", &CatalogedApplicationNetwork::password));
    }
};

} // namespace mmm::schema

MMM_RECORD_DECLARED(mmm::schema::CatalogedApplication)
MMM_RECORD_DECLARED(mmm::schema::CatalogedMember)
MMM_RECORD_DECLARED(mmm::schema::CatalogedGroup)
MMM_RECORD_DECLARED(mmm::schema::SshHost)
MMM_RECORD_DECLARED(mmm::schema::CatalogedApplicationSSH)
MMM_RECORD_DECLARED(mmm::schema::MailConnection)
MMM_RECORD_DECLARED(mmm::schema::CatalogedApplicationMail)
MMM_RECORD_DECLARED(mmm::schema::CatalogedApplicationNetwork)
