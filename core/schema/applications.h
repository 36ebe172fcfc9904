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
    static constexpr auto fields()
    {
        return extend<CatalogedEntry>(
            field("UDF", &CatalogedMember::udf), field("ContactAddress", &CatalogedMember::contactAddress),
            field("EnvelopedConnectionGroup", &CatalogedMember::envelopedConnectionGroup),
            field("EnvelopedServiceKey", &CatalogedMember::envelopedServiceKey),
            field("EnvelopedMemberKey", &CatalogedMember::envelopedMemberKey));
    }
};

/// A group that the owner administers or belongs to (security 03 §2.8.12).
struct CatalogedGroup : CatalogedApplication
{
    static constexpr std::string_view className = "CatalogedGroup";
    static constexpr auto legacyNames = olderNames("CatalogEntryApplicationRecryption");
    std::optional<ProfileGroup> profile;
    static constexpr auto fields()
    {
        return extend<CatalogedApplication>(field("Profile", &CatalogedGroup::profile));
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
    static constexpr auto fields()
    {
        return extend<CatalogedApplication>(field("KnownHosts", &CatalogedApplicationSSH::knownHosts),
                                            field("AuthorizedKeys", &CatalogedApplicationSSH::authorizedKeys),
                                            field("UserName", &CatalogedApplicationSSH::userName));
    }
};

/// How to reach a mail server.
struct MailConnection : RecordBase
{
    static constexpr std::string_view className = "Connection";
    std::string serviceName;
    std::optional<std::int64_t> port;
    std::string prefix;
    std::vector<std::string> security;
    std::string userName;
    SecretText password;
    std::string uri;
    std::string authentication;
    std::optional<std::int64_t> timeOut; ///< seconds
    std::optional<bool> polling;
    static constexpr auto fields()
    {
        return std::tuple(
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
    std::optional<PublicKey> smimeEncrypt;
    std::optional<PublicKey> openPgpEncrypt;
    static constexpr auto fields()
    {
        return extend<CatalogedApplication>(
            field("AccountAddress", &CatalogedApplicationMail::accountAddress),
            field("Inbound", &CatalogedApplicationMail::inbound),
            field("Outbound", &CatalogedApplicationMail::outbound),
            field("SmimeEncrypt", &CatalogedApplicationMail::smimeEncrypt),
            field("OpenPgpEncrypt", &CatalogedApplicationMail::openPgpEncrypt));
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
