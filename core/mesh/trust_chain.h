#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "mesh/inbox.h"

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mmm::mesh {

/// What a link of the chain of trust is.
enum class TrustKind
{
    Mesh,                  ///< ProfileMesh: what everything else stands on
    Account,               ///< ProfileAccount
    Device,                ///< ProfileDevice
    DeviceConnection,      ///< ConnectionDevice
    AccountConnection,     ///< ConnectionAccount
    DeviceActivation,      ///< ActivationDevice: its envelope only
    AccountActivation,     ///< ActivationAccount: its envelope only
    ApplicationConnection, ///< ConnectionApplication: a device's key for SSH
    Group,                 ///< ProfileGroup
    GroupActivation,       ///< ActivationGroup: its envelope only
    Catalog,               ///< how far a catalog or spool is proved (WIRE K)
    Service,               ///< ProfileService
    Host,                  ///< ProfileHost
    HostConnection,        ///< ConnectionHost
    Operator,              ///< ProfileAccount or ProfileMesh of who says that he runs the service
    Accreditation,         ///< ConnectionService: that he does
    Checkpoint,            ///< what the service told a device of how far its log is (WIRE G.7.5)
};

/// A signature as the envelope carries it.
struct TrustSignature
{
    std::string keyUdf;  ///< as the signature states it; may be empty
    std::string signer;  ///< id of the link whose key it is; empty if no link has that key
    bool isGood = false; ///< that key made it, over these octets
};

/// What is known of the notary token that a thing states (security 03 §2.6.1, WIRE E.3).
enum class NotaryState
{
    None,    ///< it states none
    Proved,  ///< the service signed that state of its log, and what is remembered of its log fits
    Wrong,   ///< it does not fit what the service stated otherwise, or is not what it seems
    Unknown, ///< of a kind, or of a log, that nothing here can tell: neither good nor bad
};

/// Who runs a service, by a statement that he signed (security 03 §2.6.17). What he is called comes from the
/// person's own contacts and from nowhere else.
struct ServiceOperator
{
    std::string udf;    ///< of his account or personal mesh
    bool isOwn = false; ///< this account or mesh, or another account of it
    std::string name;   ///< of the contact; empty if nobody in the contacts has that account or mesh
    std::string contactId;
    Confirmed confirmed = Confirmed::No; ///< how it is known that the account is that contact's
};

/// One signed thing, and what became of checking it. Never holds private or secret octets: of what is
/// encrypted there is the envelope's header and trailer and nothing else.
struct TrustLink
{
    std::string id;     ///< stays the same from one reading to the next
    std::string parent; ///< id of the link that it belongs to, which stands before it; empty for a root
    TrustKind kind = TrustKind::Mesh;
    std::string name; ///< of the device, account, group or catalog
    std::string udf;  ///< of the profile's key or the connection's subject
    std::optional<TimePoint> updated;
    bool isThisDevice = false; ///< of a Device; of a Checkpoint: this one was told
    bool isCurrent = true;     ///< false if it states conditions, none of which is understood
    std::string notaryToken;   ///< as stated
    NotaryState notary = NotaryState::None;
    std::optional<TimePoint> notaryTime; ///< of the log's state: the thing was made no earlier
    std::optional<Error> notaryFault;    ///< why the token is wrong
    std::optional<Error> fault;          ///< why it is not believed
    /// Of an Accreditation: who runs the service, if that is believed; and who said so before, unless the
    /// person has accepted the change.
    std::optional<ServiceOperator> runBy;
    std::optional<ServiceOperator> formerlyRunBy;
    std::vector<TrustSignature> signatures;
    std::string payload;  ///< JSON object; empty if it is encrypted
    std::string envelope; ///< JSON of header and trailer; empty for a Catalog
};

/// What the service stated last of its log, as a code for another device at the same service.
struct LogCodeText
{
    std::string text;
    TimePoint stated;
};

/// What somebody else was told of the service's log, compared with all that is remembered here.
struct LogComparison
{
    std::string account;                ///< whose code it is, as it says itself; may be empty
    bool isOwn = false;                 ///< that is an address of this account
    TimePoint stated;                   ///< when the service stated it
    bool isSame = false;                ///< this account's devices were told exactly the same
    std::optional<Error> contradiction; ///< Forked or RolledBack: both cannot be true
};

/// Who signed what in this mesh (security 03 §7.1.5): every link is checked anew from what is stored here,
/// not repeated from an earlier check. Calls block, as those of PersonalMesh.
class TrustChain
{
public:
    virtual ~TrustChain() = default;
    /// The mesh, its accounts, devices, applications, groups and catalogs, and the service with its word
    /// about its log as far as it is remembered; each after the one it belongs to.
    [[nodiscard]] virtual Result<std::vector<TrustLink>> links() = 0;
    /// The service, its host, and who says that he runs it, as they show themselves now; WrongService if they
    /// are not those that are pinned, and faults of the network.
    [[nodiscard]] virtual Result<std::vector<TrustLink>> serviceLinks(std::stop_token) = 0;
    /// The person knows why the service's statements about its log contradict each other, such as that it was
    /// restored from a backup: what it stated last is the beginning of what is compared from now on, on all
    /// devices. NotFound if it stated nothing, and faults of the disk.
    [[nodiscard]] virtual Status acceptLog() = 0;
    /// The person knows that the service is run by somebody else now: `udf` as its operator showed it, or
    /// empty if nobody says so any more. It is what changes are compared with from now on, on this device.
    /// NotFound unless serviceLinks() showed just that.
    [[nodiscard]] virtual Status acceptOperator(std::string_view udf) = 0;
    /// States with the account's own signature that it runs the service of that fingerprint: the text of the
    /// file that the service is given. NotAuthorised on a device that does not manage the account; Malformed
    /// for what is no fingerprint.
    [[nodiscard]] virtual Result<std::string> accreditService(std::string_view serviceUdf) = 0;
    /// Asks the service if it can be asked. NotFound if it never stated anything; Unsupported if its
    /// statements do not fit into a code.
    [[nodiscard]] virtual Result<LogCodeText> logCode(std::stop_token) = 0;
    /// Compares such a code, or the one with which a contact is exchanged in person. What it says is
    /// remembered; a contradiction is told to the observers like any other. Malformed if it is no code,
    /// Missing if it says nothing of a log, WrongService if of another service's, BadSignature if the service
    /// did not sign it, NotFound if the service has told this device nothing yet.
    [[nodiscard]] virtual Result<LogComparison> compareLog(std::string_view code, std::stop_token) = 0;
};

} // namespace mmm::mesh
