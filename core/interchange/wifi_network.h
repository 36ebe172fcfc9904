#pragma once

#include "schema/catalog_entries.h"

#include <optional>

/// What readers and writers of networks share.
namespace mmm::interchange {

/// Values of CatalogedNetwork::security.
namespace wifi_security {
inline constexpr std::string_view none = "none";             ///< open, in clear
inline constexpr std::string_view owe = "owe";               ///< open, encrypted (RFC 8110)
inline constexpr std::string_view wpa2 = "wpa2";             ///< WPA2 with a password; WPA3 where both can
inline constexpr std::string_view wpa3 = "wpa3";             ///< WPA3 with a password only
inline constexpr std::string_view enterprise = "enterprise"; ///< each person signs in (IEEE 802.1X)
} // namespace wifi_security

/// Octets of the longest SSID (IEEE 802.11).
inline constexpr std::size_t longestSsid = 32;

/// The octets that the network announces.
[[nodiscard]] BytesView ssidOf(const schema::CatalogedNetwork& network);
/// Sets the name to the octets: as they are if they are a line of UTF-8, else to what resembles them.
void setSsid(schema::CatalogedNetwork& network, BytesView ssid);

/// The value of a setting, as it stands in a keyfile; none if there is no such.
[[nodiscard]] std::optional<std::string_view> settingOf(const schema::CatalogedNetwork& network,
                                                        std::string_view group, std::string_view name);
/// Sets it, or takes it away if the value is empty.
void setSetting(schema::CatalogedNetwork& network, std::string_view group, std::string_view name,
                std::string_view value);
/// The same for what is one text and no secret, without the escapes of a keyfile.
[[nodiscard]] std::string settingText(const schema::CatalogedNetwork& network, std::string_view group,
                                      std::string_view name);
void setSettingText(schema::CatalogedNetwork& network, std::string_view group, std::string_view name,
                    std::string_view text);

/// What the setting names as a file, PEM; empty if there is no such.
[[nodiscard]] std::string_view attachmentOf(const schema::CatalogedNetwork& network, std::string_view group,
                                            std::string_view name);
/// Sets it in the place of the setting itself, or takes it away if it is empty.
void setAttachment(schema::CatalogedNetwork& network, std::string_view group, std::string_view name,
                   Secret pem);

} // namespace mmm::interchange
