#include "store/container_kind.h"

#include "schema/catalog.h"

#include <algorithm>
#include <vector>

namespace mmm::store {
namespace {

/// What the forms show of an entry, except for secrets, so that search finds all of it. Codecs and the
/// address book know the first paths by their places: further ones come last.
const std::vector<ContainerKind>& kinds()
{
    namespace names = schema::store_name;
    const Projection messages{{"MessageID", "Sender", "Recipient", "Subject", "Text"}};
    static const std::vector<ContainerKind> all{
        {.name = names::device,
         .isEncrypted = false,
         .hasLookupTerms = true,
         .projection = {{"DeviceUDF", "UDF"}}},
        {.name = names::inbound, .isSpool = true, .isSignedThroughout = false, .projection = messages},
        {.name = names::contact,
         .hasLookupTerms = true,
         .projection = {{"EnvelopedContact/FullName",
                         "EnvelopedContact/Email",
                         "EnvelopedContact/First",
                         "EnvelopedContact/Middle",
                         "EnvelopedContact/Last",
                         "EnvelopedContact/Title",
                         "EnvelopedContact/Labels",
                         "EnvelopedContact/Addresses/URI",
                         "EnvelopedContact/Roles/CompanyName",
                         "EnvelopedContact/Locations/Street",
                         "EnvelopedContact/Locations/Locality",
                         "EnvelopedContact/Locations/Postcode",
                         "EnvelopedContact/Locations/Country",
                         "Self",
                         "EnvelopedContact/MeshAccounts/KeyOfflineSignature/UDF",
                         "EnvelopedContact/MeshAccounts/ServiceIDs",
                         "Local/FullName",
                         "Local/Email",
                         "Local/First",
                         "Local/Middle",
                         "Local/Last",
                         "Local/Title",
                         "Local/Labels",
                         "Local/Addresses/URI",
                         "Local/Roles/CompanyName",
                         "Local/Locations/Locality",
                         "EnvelopedContact/Suffix",
                         "EnvelopedContact/Locations/Appartment",
                         "EnvelopedContact/Locations/County",
                         "Local/Suffix",
                         "Local/Locations/Appartment",
                         "Local/Locations/Street",
                         "Local/Locations/County",
                         "Local/Locations/Postcode",
                         "Local/Locations/Country"}}},
        {.name = names::bookmark, .projection = {{"Title", "Uri", "Path"}}},
        {.name = names::task,
         .projection = {{"Title", "EnvelopedTask/Title", "EnvelopedTask/Description",
                         "EnvelopedTask/Location", "EnvelopedTask/Start", "EnvelopedTask/Finish",
                         "EnvelopedTask/Conference", "EnvelopedTask/Repeat"}}},
        {.name = names::credential, .projection = {{"Service", "Username", "Protocol"}}},
        {.name = names::network,
         // of the further settings, any of which may be a secret, those that are none
         .projection = {{"Service", "Username", "Protocol", "WirelessSecurity", "Address", "Tunnel/Addresses",
                         "Tunnel/DNS", "Tunnel/ListenPort", "Tunnel/MTU", "Tunnel/Peers/PublicKey",
                         "Tunnel/Peers/Endpoint", "Tunnel/Peers/AllowedIPs", "Tunnel/Peers/KeepAlive",
                         "Settings?Name=anonymous-identity/Value",
                         "Settings?Name=domain-suffix-match/Value"}}},
        {.name = names::application,
         .hasLookupTerms = true,
         .projection = {{"Key",
                         "AccountAddress",
                         "UserName",
                         "Service",
                         "Protocol",
                         "Title",
                         "Hosts/Alias",
                         "Hosts/HostName",
                         "Hosts/Port",
                         "Hosts/UserName",
                         "Hosts/Jump",
                         "KnownHosts",
                         "AuthorizedKeys",
                         "DisplayName",
                         "Inbound/ServiceName",
                         "Inbound/Port",
                         "Inbound/UserName",
                         "Outbound/ServiceName",
                         "Outbound/Port",
                         "Outbound/UserName",
                         "OpenPgpEncrypt/UDF"}}},
        {.name = names::outbound, .isSpool = true, .isSignedThroughout = false, .projection = messages},
        {.name = names::archive, .isSpool = true, .projection = messages},
        {.name = names::member, .projection = {{"ContactAddress", "UDF"}}},
    };
    return all;
}

} // namespace

const ContainerKind* containerKind(std::string_view canonicalName)
{
    const auto& all = kinds();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const ContainerKind& kind) { return kind.name == canonicalName; });
    return found == all.end() ? nullptr : &*found;
}

std::span<const ContainerKind> containerKinds()
{
    // members are a group's, not a person's
    return std::span(kinds()).first(kinds().size() - 1);
}

} // namespace mmm::store
