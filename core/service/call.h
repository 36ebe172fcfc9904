#pragma once

#include "protocol/transactions.h"
#include "schema/connections.h"
#include "service/account_name.h"
#include "service/page_keys.h"
#include "service/rate_guard.h"
#include "service/service_identity.h"
#include "service/storage.h"

#include <set>

namespace mmm::service {

/// Who is asking.
enum class CallerMode
{
    Anonymous, ///< nobody that is known: Hello, and what carries its own signature
    Device,    ///< a device by its own profile, before it is connected
    Member,    ///< a device that is connected to an account
    Service,   ///< another service, by its host
    Guest,     ///< a device of an account elsewhere, which that account vouches for
};

struct Caller
{
    CallerMode mode = CallerMode::Anonymous;
    std::string keyUdf;
    std::string deviceUdf;                       ///< Device, and Member once it is in the catalog
    std::optional<AccountRecord> account;        ///< Member
    std::optional<DeviceRecord> device;          ///< Member, once it is in the device catalog
    bool isBeforeCatalog = false;                ///< Member by its connection: nobody is in the catalog yet
    std::vector<schema::Permission> permissions; ///< of its ConnectionAccount
    std::string serviceUdf; ///< Service: fingerprint of its ProfileService, which vouches for the host
    std::string guestUdf;   ///< Guest: fingerprint of its account
    std::optional<TimePoint> guestUpdated; ///< Guest: of the account's profile that it shows

    /// Whether the device may read or write a catalog or spool (WIRE E.5). Without any such permission
    /// listed, it may.
    [[nodiscard]] bool may(std::string_view role, std::string_view container) const;
    [[nodiscard]] bool isAdministrator() const;
};

/// What the operator sets.
struct ServicePolicy
{
    std::vector<std::string> domains; ///< lower case; the first is the portal's own name
    NamePolicy names;
    std::size_t updateOctets = 64U << 20U; ///< of one Upload
    std::size_t postOctets = 65536;        ///< of one message
    std::size_t downloadFrames = 1000;
    std::size_t downloadOctets = 4U << 20U;
    std::size_t pendingRequests = 16; ///< per account
    std::chrono::seconds longestHold{300};
    /// What an account, with its groups, may cause to be stored; 0: anything. See room.h.
    std::uint64_t quotaOctets = std::uint64_t(1) << 30U;
    // Requests within an hour, of an account, or of one address of somebody without one; 0: any number.
    std::size_t validationsPerHour = 300;  ///< ValidateAccount
    std::size_t getsPerHour = 6000;        ///< Get; as many locators by their path
    std::size_t accountsPerHour = 30;      ///< CreateAccount, of who has no account yet
    std::size_t connectionsPerHour = 60;   ///< Connect, ConnectStart; twice as many to one account
    std::size_t publicationsPerHour = 600; ///< Publish
    /// Fingerprints of ProfileServices, or of the operators' keys, that may read the log of publications.
    std::set<std::string> peers;
    bool openRegistration = true; ///< anybody may create an account
    // messages (WIRE F.7)
    std::size_t messagesPerHour = 100; ///< of an account; every recipient counts
    std::size_t recipientsPerPost = 20;
    std::size_t messagesPerPost = 32;
    std::size_t messagesFromService = 2000;          ///< per hour
    std::size_t refusalsPerHour = 600;               ///< of strangers that are noted, all of them together
    std::size_t incidentLines = 10000;               ///< kept for certain; no more than twice as many
    std::set<std::string> blockedServices;           ///< fingerprints of ProfileServices
    std::chrono::hours deliveryTime{48};             ///< after which a message for another service has failed
    std::chrono::milliseconds courierInterval{5000}; ///< between looks at what waits for other services
    std::set<std::string> deniedLabels;              ///< of ContentMeta: such messages are not sent
    // groups (WIRE G.8.11)
    std::size_t groupsPerHour = 20;        ///< made by an account
    std::size_t recryptionsPerHour = 3600; ///< of a member, in all groups

    [[nodiscard]] bool serves(std::string_view domain) const;
};

/// One request being worked on. Lives on a worker's thread.
struct Call
{
    Storage& storage;
    const ServicePolicy& policy;
    const ServiceIdentity& identity;
    const PageKeys& pages;
    RateGuard& rates;
    Caller caller; ///< as the storage knows it inside the change (see dispatcher.h)
    TimePoint now;
    std::string host;
    std::string
        peer{}; ///< the address or network that asks; empty for this computer, where nobody is counted
    std::set<std::int64_t> changedAccounts{}; ///< whose devices are to be woken afterwards
    bool hasDeliveries = false;               ///< something waits to be sent to another service
    std::string fullAccount{};                ///< which had no room for something that was asked for
    bool servesSuspended = false;             ///< what is asked for is for suspended accounts, too
    /// What was refused to strangers, a line each for the operator's log, once the change is made.
    std::vector<std::string> incidentLines{};
    /// Set by a transaction that would rather wait for a change in that account before it answers.
    struct Hold
    {
        std::int64_t account = 0;
        bool isMember = false; ///< a device of the account waits
        std::chrono::seconds time{};
    };
    std::optional<Hold> hold{};

    /// The caller's account, if `address` is empty or names it. NotAuthorised otherwise.
    [[nodiscard]] Result<AccountRecord> ownAccount(const std::string& address) const;
    /// The same to write to. ReadOnly for devices while the account's profile says that it is at another
    /// service, be it already or still: then only an administration key itself writes, which carries what is
    /// at the one to the other.
    [[nodiscard]] Result<AccountRecord> ownAccountToWrite(const std::string& address) const;
    /// An open account of a person. NotFound if there is none.
    [[nodiscard]] Result<AccountRecord> openAccount(const std::string& address) const;
    /// The same of a group.
    [[nodiscard]] Result<AccountRecord> openGroup(const std::string& address) const;
    /// Whichever of them it is.
    [[nodiscard]] Result<AccountRecord> openAddress(const std::string& address) const;
    /// The same, and an account that was deleted here because it is at another service now.
    [[nodiscard]] Result<AccountRecord> knownAddress(const std::string& address) const;
};

/// Whether the operator has suspended the caller's account.
[[nodiscard]] bool isSuspended(const Caller& caller);

/// Whether the account's own profile says that it is here: the first of its addresses is this one. Of one
/// without a profile, and of a group, nothing else is known.
[[nodiscard]] bool isAtHome(const AccountRecord& account);

/// A limit that a client asks for, within the service's own.
[[nodiscard]] std::size_t limitOf(const std::optional<std::int64_t>& asked, std::size_t most);

} // namespace mmm::service
