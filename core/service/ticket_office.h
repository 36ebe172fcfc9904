#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/secret.h"
#include "crypto/random.h"

#include <string>

namespace mmm::service {

/// What a ticket stands for.
struct TicketContent
{
    std::string account;           ///< address
    std::string authenticationUdf; ///< of the device's key
    std::uint64_t entryFrame = 0;  ///< of the device's entry: the ticket ends with any change of it
    TimePoint expires;
    SharedSecret master;
};

/// Issues and reads tickets (WIRE G.5): everything is inside the ticket, encrypted with a key that lives as
/// long as this object. May be called from any thread.
class TicketOffice
{
public:
    static constexpr std::chrono::hours lifetime{12};

    TicketOffice();

    /// At most 512 octets; empty if the address is too long for that.
    [[nodiscard]] Bytes issue(const TicketContent& content) const;
    /// Fault::Expired for a ticket that is over or that another process issued.
    [[nodiscard]] Result<TicketContent> read(BytesView token, TimePoint now) const;

private:
    Secret m_key;
};

} // namespace mmm::service
