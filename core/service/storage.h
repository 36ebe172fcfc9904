#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/error.h"
#include "schema/connections.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mmm::service {

enum class AccountState
{
    Open = 0,
    Closed = 1,    ///< deleted by its owner; the data is erased some time later
    Suspended = 2, ///< by the operator: it reads and sends nothing, and nobody finds it
    Awaited = 3,   ///< made ahead: its owner is still at another service and brings it here (WIRE E.12.3)
};

/// An account of this service (WIRE G.8.9). The profiles are the envelopes as they were received.
struct AccountRecord
{
    std::int64_t id = 0;
    std::string address; ///< name@domain, ASCII lower case
    AccountState state = AccountState::Open;
    std::string meshUdf;
    std::string accountUdf;
    Bytes profileMesh;
    Bytes profileAccount;
    TimePoint created;
    TimePoint modified;
    bool isGroup = false; ///< then profileAccount is a ProfileGroup, and profileMesh its maker's
};

/// A request that was seen: what of it is kept (replay_guard.h).
using RequestMark = std::array<std::uint8_t, 32>;

/// A member of a group: what it takes to help with a decryption (WIRE E.20.2, G.8.11).
struct MemberRecord
{
    std::string memberUdf; ///< the member's account
    std::string address;   ///< ASCII lower case
    Bytes serviceKey;      ///< the service's share: an envelope encrypted to the host
    Bytes memberKey;       ///< the member's share: an envelope encrypted to the member; may be empty
    TimePoint added;
    /// Of the newest profile that a device of an account elsewhere has shown: older ones count no more.
    std::optional<TimePoint> profileUpdated;
};

/// A DARE sequence of an account: a catalog or a spool.
struct ContainerRecord
{
    std::int64_t id = 0;
    std::string name;         ///< canonical (WIRE F.1)
    std::uint64_t frames = 0; ///< also the next index
    std::uint64_t octets = 0; ///< length of the sequence as a file; the position of the next frame
    Bytes treeDigest;         ///< of the last frame; empty without frames
};

/// A frame as its author made it, or as the service made it in a spool.
struct FrameRecord
{
    std::uint64_t index = 0;
    std::uint64_t position = 0; ///< octet offset in the sequence as a file
    TimePoint arrived;
    Bytes header; ///< JSON text
    Bytes body;
    Bytes trailer; ///< JSON text, may be empty
    Bytes treeDigest;
};

/// Where an object of a catalog stands in the event state machine (DARE 06 §7.1).
struct ObjectRecord
{
    bool live = false;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// A connected device, as the account's device catalog says.
struct DeviceRecord
{
    std::string deviceUdf;
    std::string authenticationUdf; ///< of ConnectionAccount.KeyAuthentication
    std::string signatureUdf;      ///< of ConnectionAccount.KeySignature
    Bytes connection;              ///< the ConnectionAccount's envelope
    Bytes entry;                   ///< the envelope of the CatalogedDevice, as in the catalog's frame
    std::uint64_t frame = 0;       ///< the index of that frame
    std::optional<TimePoint> lastSeen;
};

enum class RequestState
{
    Pending = 0,
    Accepted = 1,
    Rejected = 2,
};

/// A device's request to be connected (WIRE E.9).
struct ConnectionRequestRecord
{
    std::string deviceUdf;
    std::string messageId; ///< of the AcknowledgeConnection
    RequestState state = RequestState::Pending;
    TimePoint created;
    Bytes request;         ///< the RequestConnection's envelope
    Bytes acknowledgement; ///< the AcknowledgeConnection's envelope
    Bytes result;          ///< SignedConnectionResult of the portal form, if that form was used
};

/// Somebody has claimed a device that hails an account (WIRE E.18).
struct ClaimRecord
{
    std::string deviceUdf;
    std::string messageId;
    std::string sender; ///< address of the account that claims it
    TimePoint created;
    Bytes message; ///< the RespondConnection's envelope
};

/// A published object: a profile or an escrow record (WIRE G.7).
struct EntryRecord
{
    std::string identifier;
    std::string className; ///< SignedProfile, OfflineEscrowEntry, …
    Bytes data;            ///< the JSON text of the whole entry
    TimePoint added;
    std::optional<TimePoint> updated;
    std::vector<std::pair<std::string, std::string>> terms;
};

/// The contact "*" of an account stands for everybody whom it does not know (WIRE F.7).
inline constexpr std::string_view everybody = "*";

/// An address from which the account's owner knows somebody, and what may come from there.
struct KnownSender
{
    std::string contact; ///< the contact's entry
    std::string address; ///< ASCII lower case
    std::string accountUdf;
    std::vector<schema::Permission> permissions;
};

/// A message on its way to another service.
struct DeliveryRecord
{
    std::int64_t id = 0;
    std::string sender;    ///< address of an account of this service
    std::string recipient; ///< address
    std::string messageId;
    Bytes message; ///< the envelope
    TimePoint created;
    TimePoint nextTry;
    std::int64_t tries = 0;
};

/// What the service keeps. One object is used by one thread; several objects may work on the same data, and
/// every change is atomic and durable when transaction() has returned success. Failures are Fault::Io,
/// DiskFull, ReadOnly or Damaged.
class Storage
{
public:
    virtual ~Storage() = default;

    /// Runs the work as one atomic change; rolls back if it fails or throws. Inside another one it undoes
    /// only its own part.
    [[nodiscard]] virtual Status transaction(const std::function<Status()>& work) = 0;

    [[nodiscard]] virtual Result<std::optional<AccountRecord>> account(const std::string& address) = 0;
    /// What the account keeps counts for `payer` as well, if that is the id of another account.
    [[nodiscard]] virtual Result<std::int64_t> createAccount(const AccountRecord& account,
                                                             std::int64_t payer = 0) = 0;
    /// Replaces the profiles, the state and the time of modification.
    [[nodiscard]] virtual Status updateAccount(const AccountRecord& account) = 0;
    /// Erases an account and its data, so that its address is free again.
    [[nodiscard]] virtual Status eraseAccount(std::int64_t account) = 0;
    /// Erases the data of accounts that were closed, or last awaited, before the moment; says how many.
    [[nodiscard]] virtual Result<int> eraseClosed(TimePoint before) = 0;

    /// How many octets are kept because of the account, or of the one that pays for it: profiles, catalogs
    /// and spools whoever wrote there, requests, claims, members, what waits for other services, and what
    /// count() was told of. Known at every moment; asking costs nothing.
    [[nodiscard]] virtual Result<std::uint64_t> storedOctets(std::int64_t account) = 0;
    /// The account has caused that many more to be kept, for good, where nothing says whose they are.
    [[nodiscard]] virtual Status count(std::int64_t account, std::uint64_t octets) = 0;

    [[nodiscard]] virtual Result<std::optional<ContainerRecord>> container(std::int64_t account,
                                                                           const std::string& name) = 0;
    [[nodiscard]] virtual Result<std::vector<ContainerRecord>> containers(std::int64_t account) = 0;
    [[nodiscard]] virtual Result<ContainerRecord> createContainer(std::int64_t account,
                                                                  const std::string& name) = 0;
    /// Gives the container another name of its account's; one that has that name is erased.
    [[nodiscard]] virtual Status renameContainer(std::int64_t container, const std::string& name) = 0;
    /// Appends frames whose indices continue the container's and updates the record.
    [[nodiscard]] virtual Status append(ContainerRecord& container,
                                        const std::vector<FrameRecord>& frames) = 0;
    /// Frames from `from` to `to` inclusive, at most `maxFrames`, stopping after `maxOctets` of content, but
    /// at least one if there is one.
    [[nodiscard]] virtual Result<std::vector<FrameRecord>> frames(std::int64_t container, std::uint64_t from,
                                                                  std::uint64_t to, std::size_t maxFrames,
                                                                  std::size_t maxOctets) = 0;
    [[nodiscard]] virtual Result<std::optional<FrameRecord>> frame(std::int64_t container,
                                                                   std::uint64_t index) = 0;
    /// The frame that begins at an octet of the sequence.
    [[nodiscard]] virtual Result<std::optional<FrameRecord>> frameAt(std::int64_t container,
                                                                     std::uint64_t position) = 0;

    [[nodiscard]] virtual Result<ObjectRecord> object(std::int64_t container,
                                                      const std::string& uniqueId) = 0;
    [[nodiscard]] virtual Status setObject(std::int64_t container, const std::string& uniqueId,
                                           const ObjectRecord& object) = 0;

    [[nodiscard]] virtual Result<std::vector<DeviceRecord>> devices(std::int64_t account) = 0;
    /// The device of whatever account that authenticates with the key of that fingerprint.
    [[nodiscard]] virtual Result<std::optional<std::pair<AccountRecord, DeviceRecord>>>
    deviceByKey(const std::string& udf) = 0;
    [[nodiscard]] virtual Status putDevice(std::int64_t account, const DeviceRecord& device) = 0;
    [[nodiscard]] virtual Status removeDevice(std::int64_t account, const std::string& deviceUdf) = 0;
    [[nodiscard]] virtual Status touchDevice(std::int64_t account, const std::string& deviceUdf,
                                             TimePoint seen) = 0;

    [[nodiscard]] virtual Result<std::vector<ConnectionRequestRecord>> requests(std::int64_t account) = 0;
    [[nodiscard]] virtual Result<std::optional<ConnectionRequestRecord>>
    request(std::int64_t account, const std::string& deviceUdf) = 0;
    [[nodiscard]] virtual Status putRequest(std::int64_t account, const ConnectionRequestRecord& request) = 0;
    [[nodiscard]] virtual Status removeRequestsBefore(std::int64_t account, TimePoint before) = 0;

    [[nodiscard]] virtual Result<std::optional<ClaimRecord>> claim(std::int64_t account,
                                                                   const std::string& deviceUdf) = 0;
    /// Conflict if the device is claimed.
    [[nodiscard]] virtual Status addClaim(std::int64_t account, const ClaimRecord& claim) = 0;
    /// How many there are; of one sender, if one is named.
    [[nodiscard]] virtual Result<std::size_t> claimCount(std::int64_t account, const std::string& sender) = 0;
    [[nodiscard]] virtual Status removeClaimsBefore(std::int64_t account, TimePoint before) = 0;

    /// By its identifier, or by one that is longer or shorter but begins the same, of at least 28 characters
    /// without separators (WIRE A.8).
    [[nodiscard]] virtual Result<std::optional<EntryRecord>> entry(const std::string& identifier) = 0;
    /// By exactly its identifier: what has another one is no version of it.
    [[nodiscard]] virtual Result<std::optional<EntryRecord>> exactEntry(const std::string& identifier) = 0;
    [[nodiscard]] virtual Status putEntry(const EntryRecord& entry) = 0;
    /// Versions of an entry that were replaced, oldest first.
    [[nodiscard]] virtual Result<std::vector<EntryRecord>> formerEntries(const std::string& identifier) = 0;
    [[nodiscard]] virtual Status keepFormerEntry(const EntryRecord& entry) = 0;
    /// Entries that have every term, oldest first, from `offset`.
    [[nodiscard]] virtual Result<std::vector<EntryRecord>>
    entries(const std::vector<std::pair<std::string, std::string>>& terms, std::size_t offset,
            std::size_t maxEntries) = 0;

    [[nodiscard]] virtual Result<std::optional<MemberRecord>> member(std::int64_t group,
                                                                     const std::string& memberUdf) = 0;
    [[nodiscard]] virtual Status putMember(std::int64_t group, const MemberRecord& member) = 0;
    /// Erases the member's share; of every member if none is named.
    [[nodiscard]] virtual Status removeMember(std::int64_t group,
                                              const std::optional<std::string>& memberUdf) = 0;

    /// Replaces what is known through a contact; nothing for a contact that is gone.
    [[nodiscard]] virtual Status putSenders(std::int64_t account, const std::string& contact,
                                            const std::vector<KnownSender>& senders) = 0;
    /// Who is known under an address.
    [[nodiscard]] virtual Result<std::vector<KnownSender>> senders(std::int64_t account,
                                                                   const std::string& address) = 0;

    /// The account has sent a request of that class to the address.
    [[nodiscard]] virtual Status expectAnswer(std::int64_t account, const std::string& className,
                                              const std::string& recipient, TimePoint sent) = 0;
    [[nodiscard]] virtual Result<bool> isAnswerExpected(std::int64_t account, const std::string& className,
                                                        const std::string& sender, TimePoint since) = 0;

    /// Nothing if the same message waits already for the same recipient.
    [[nodiscard]] virtual Status addDelivery(const DeliveryRecord& delivery) = 0;
    /// Of each recipients' domain the delivery whose time came first, the longest waiting first.
    [[nodiscard]] virtual Result<std::vector<DeliveryRecord>> dueDeliveries(TimePoint now,
                                                                            std::size_t most) = 0;
    /// Sets the time and number of tries.
    [[nodiscard]] virtual Status postponeDelivery(const DeliveryRecord& delivery) = 0;
    [[nodiscard]] virtual Status removeDelivery(std::int64_t id) = 0;

    /// Remembers a request that was made later than it came, by the clock of who made it.
    [[nodiscard]] virtual Status keepSeen(const RequestMark& mark, TimePoint created) = 0;
    /// Those that were made after the moment.
    [[nodiscard]] virtual Result<std::vector<RequestMark>> seenAfter(TimePoint moment) = 0;
    [[nodiscard]] virtual Status forgetSeenBefore(TimePoint moment) = 0;

    /// What is remembered of other services, by their domain in lower case: JSON of whoever writes it.
    [[nodiscard]] virtual Result<std::optional<Bytes>> peer(const std::string& name) = 0;
    [[nodiscard]] virtual Status putPeer(const std::string& name, BytesView record) = 0;

    /// Small values of the service itself, such as its profiles.
    [[nodiscard]] virtual Result<std::optional<Bytes>> setting(const std::string& name) = 0;
    [[nodiscard]] virtual Status setSetting(const std::string& name, BytesView value) = 0;
};

/// Opens the same data again for another thread.
using StorageFactory = std::function<Result<std::unique_ptr<Storage>>()>;

/// A factory for a SQLite file, which is made with its tables if it is missing.
[[nodiscard]] StorageFactory sqliteStorage(std::string file);

} // namespace mmm::service
