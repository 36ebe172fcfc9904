#pragma once

#include "base/error.h"
#include "schema/catalog_entries.h"

namespace mmm::interchange {

/// The text of the QR code that lets a phone join a Wi-Fi network: `WIFI:T:WPA;S:name;P:password;;`, as ZXing
/// describes it ("Barcode Contents", Wi-Fi network config), with R:1 of the WPA3 specification (§7.1) for
/// networks that take WPA3 only. A backslash escapes \ ; , : and ". A name that is no UTF-8 is written in
/// hexadecimal digits (capitals), a name that could be taken for such digits in quotes.

/// Whether the text begins like one.
[[nodiscard]] bool isWifiCode(std::string_view text);

/// Malformed if it is none, TooLarge beyond 4 KiB; Unsupported for WEP, which protects nothing.
[[nodiscard]] Result<schema::CatalogedNetwork> readWifiCode(std::string_view text);

/// Unsupported for what is no Wi-Fi network, Missing without a password where one is needed.
[[nodiscard]] Result<Secret> writeWifiCode(const schema::CatalogedNetwork& network);

} // namespace mmm::interchange
