#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/secret.h"
#include "protocol/endpoint.h"

#include <string>
#include <vector>

namespace mmm::mesh {

/// What a new device needs in order to ask for connection: the content of the QR code, of the text to paste,
/// or of what a person typed (WIRE E.10.1).
struct ConnectionOffer
{
    std::string account;                       ///< name@domain, or a strong internet name
    SharedSecret pin;                          ///< UDF text; empty for a connection by comparing witnesses
    std::vector<protocol::Endpoint> endpoints; ///< where to reach a service that the DNS does not know
    std::string serviceUdf;                    ///< fingerprint of the ProfileService; empty if not known

    /// Reads `mcu://account/PIN?…`. Fault::Malformed with what is wrong for everything else; never trusts.
    [[nodiscard]] static Result<ConnectionOffer> parse(std::string_view text);
    [[nodiscard]] Secret toText() const;
};

/// The part of an account's address after the last @; empty if there is none.
[[nodiscard]] std::string domainOf(std::string_view account);

/// A PIN that was issued on this device.
struct PinOffer
{
    std::string messageId;
    SharedSecret pin;  ///< UDF text in groups of four
    SharedSecret text; ///< the whole offer, for the QR code and for pasting
    TimePoint expires;
};

/// This device's own request.
struct OwnRequest
{
    std::string account;
    std::string witness; ///< to be compared with the one on the other screen
    std::string meshUdf;
    bool withPin = false;
    bool isHailing = false; ///< made ready in advance: nothing but the account is known, and nothing expires
    TimePoint expires;
};

} // namespace mmm::mesh
