#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/secret.h"
#include "protocol/portal_transactions.h"

namespace mmm::service {

/// A search that goes on: what was asked, and from where to continue.
struct Page : encoding::RecordBase
{
    static constexpr std::string_view className = "Page";
    std::string transaction; ///< Get, Transfer or ConnectPending
    std::string account;     ///< or whatever identifier is looked for
    std::string address;     ///< of the account, if that was asked for
    std::vector<protocol::PortalKeyValue> keyValues;
    std::optional<TimePoint> notBefore;
    std::optional<TimePoint> before;
    bool multiple = false;
    bool full = false;
    std::int64_t next = 0;
    TimePoint expires;
    static constexpr auto fields()
    {
        using P = Page;
        using encoding::field;
        return fieldTable(field("T", &P::transaction), field("A", &P::account), field("D", &P::address),
                          field("K", &P::keyValues), field("N", &P::notBefore), field("B", &P::before),
                          field("M", &P::multiple), field("F", &P::full), field("I", &P::next),
                          field("E", &P::expires));
    }
};

/// Makes and reads PageKeys (WIRE G.7). All that is needed to go on is inside, sealed with a key that lives
/// as long as this object, so the service remembers no searches. May be called from any thread.
class PageKeys
{
public:
    static constexpr std::chrono::minutes lifetime{15};

    PageKeys();
    /// Stamps the page with its end and seals it.
    [[nodiscard]] Result<std::string> issue(Page page, TimePoint now) const;
    /// NotFound for a key that is over, that another process issued, or that belongs to another transaction.
    [[nodiscard]] Result<Page> read(const std::string& text, std::string_view transaction,
                                    TimePoint now) const;

private:
    Secret m_key;
};

} // namespace mmm::service
