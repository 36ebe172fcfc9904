#pragma once

#include "interchange/key_material.h"
#include "schema/catalog_entries.h"

#include <span>
#include <string_view>

/// What NetworkManager and its VPN plug-ins call things: the only description of them, which reader, writer
/// and forms share.
namespace mmm::interchange {

/// A setting that names a file.
struct NmFile
{
    std::string_view group;
    std::string_view key;
    KeyMaterial kind;
    bool isOwn; ///< the person's, not one that the other end is known by
};

/// A way in which a person proves who it is.
struct NmMethod
{
    std::string_view value; ///< of the setting; empty: where there is no such setting
    bool hasPassword;
    bool hasCertificate;
};

/// What a setting means to people.
enum class NmMeaning
{
    OwnName,  ///< by which this end calls itself
    PeerName, ///< by which the other end must call itself
    Port,
    Ciphers,        ///< of the data
    FallbackCipher, ///< of the data, where the other end does not negotiate
    Digest,
    KeyExchange, ///< proposals of IKE
    Encryption,  ///< proposals of ESP
};

/// A setting of group vpn that is one text.
struct NmText
{
    std::string_view key;
    NmMeaning meaning;
};

/// How a VPN plug-in of NetworkManager calls what every VPN has.
struct NmVpn
{
    std::string_view service;  ///< its name on the bus
    std::string_view protocol; ///< of CatalogedNetwork
    std::string_view address;
    std::string_view username;         ///< empty: the plug-in keeps none
    std::string_view password;         ///< among the secrets
    std::string_view method;           ///< empty: none is chosen
    std::string_view sharedKey;        ///< of everybody who uses the VPN, among the secrets
    std::string_view passphrase;       ///< of the private key, among the secrets
    std::span<const NmMethod> methods; ///< the first is usual
    std::span<const NmText> texts;
    std::span<const NmFile> files;
};

/// Those that are known; the first of a protocol is what a new VPN of that protocol becomes.
[[nodiscard]] std::span<const NmVpn> nmVpns();
/// The one that the network is of; null for other networks and unknown plug-ins.
[[nodiscard]] const NmVpn* nmVpnOf(const schema::CatalogedNetwork& network);

/// Where people sign in by IEEE 802.1X; the first two are what most need.
[[nodiscard]] std::span<const NmFile> enterpriseFiles();
/// The files that settings of the network may name.
[[nodiscard]] std::span<const NmFile> nmFilesOf(const schema::CatalogedNetwork& network);

/// The setting that says who keeps a secret; "0" is the keyfile.
[[nodiscard]] std::string nmFlagsOf(std::string_view secret);

} // namespace mmm::interchange
