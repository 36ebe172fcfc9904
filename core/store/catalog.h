#pragma once

#include "base/clock.h"
#include "dare/file.h"
#include "dare/key_ring.h"
#include "store/container_kind.h"
#include "store/file_system.h"
#include "store/seal.h"
#include "store/search_index.h"
#include "store/sync_types.h"

#include <functional>
#include <stop_token>

namespace mmm::store {

/// What a container needs to open.
struct ContainerOptions
{
    std::string directory; ///< the account's; made if it is not there
    std::string name;      ///< canonical name of the container (WIRE F.1)
    std::string account;   ///< UDF of the account, upper case with dashes

    /// Private encryption keys of the account, all generations. May be empty for a container in clear.
    std::shared_ptr<const dare::KeyRing> keys;
    std::shared_ptr<const Seal> seal;

    /// By default what is known of the name; must be given for containers of other applications.
    const ContainerKind* kind = nullptr;

    FileSystem* fileSystem = nullptr; ///< borrowed; by default the computer's own
    const Clock* clock = nullptr;     ///< borrowed; by default the system's

    /// Called on the thread that opens, some ten times, with the share that is done (0 to 1).
    std::function<void(double)> progress;
    std::stop_token stop;
    std::size_t threads = 0; ///< for verifying and decrypting; 0: as many as there are processors
};

/// What opening found. All false and empty: everything is as it was left.
struct OpenReport
{
    std::uint64_t cutOctets = 0; ///< of a write that was not finished; fetched again or never acknowledged
    std::uint64_t cutPendingOctets = 0;      ///< of a local change whose writing was not finished
    std::vector<std::int64_t> damagedFrames; ///< not readable, or not proved to be what they were
    std::int64_t damagedPending = 0;         ///< local changes that cannot be read any more
    std::int64_t unreadable = 0;             ///< proved, but no key of ours opens them
    bool isRolledBack = false; ///< the file ends before the place that was sealed: the rest is fetched again
    bool isHeadLost = false;   ///< the sealed head is missing or not ours: nothing in the file is proved

    /// The file cannot be continued: resetReplica() and fetch everything again.
    [[nodiscard]] bool needsReset() const { return isHeadLost || !damagedFrames.empty(); }
    [[nodiscard]] bool isGood() const;
};

/// An entry as lists show it.
struct Row
{
    std::string id;
    std::string className;          ///< of the payload, such as CatalogedContact
    std::vector<std::string> shown; ///< one text per path of the container's Projection
    std::int64_t version = 0;       ///< see Version
    TimePoint created;
    TimePoint modified;
    bool isPending = false;    ///< changed here, not yet with the service
    bool isConflicted = false; ///< see conflicts()
};

/// One value that an entry had.
struct Version
{
    std::int64_t version = 0; ///< frame number; or minus the number of a local change that waits
    bool isDeletion = false;
    TimePoint modified;
    std::string
        signerKid; ///< who signed the batch with this frame; empty for local changes and unsigned frames
};

/// Which entries are other than before.
struct Changes
{
    std::vector<std::string> ids;
    bool all = false; ///< too much to list: read everything again
};

/// A catalog of an account: the service's frames, kept on disk exactly as they are there, and on top of them
/// the local changes that the service does not have yet (WIRE C.10, F.8, K).
///
/// A change is durable when put, putMany, remove, restore or resolve return success. After a failure the
/// catalog is as before, and stays usable.
///
/// Lives on one thread, that of its account; observers are called there. searchSnapshot() gives what may be
/// used anywhere.
class Catalog
{
public:
    /// Verifies, decrypts and indexes everything. Damage, and what no key opens, is in the report and no
    /// failure. Fails with Missing for incomplete options, NameInvalid, Cancelled, DiskFull, ReadOnly or Io.
    [[nodiscard]] static Result<std::unique_ptr<Catalog>> open(ContainerOptions options);
    ~Catalog();
    Catalog(const Catalog&) = delete;
    Catalog& operator=(const Catalog&) = delete;

    [[nodiscard]] const OpenReport& report() const;
    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] const ContainerKind& kind() const;

    // reading

    [[nodiscard]] std::size_t size() const;
    /// In a stable order: new ones come last.
    [[nodiscard]] std::vector<std::string> ids() const;
    [[nodiscard]] std::vector<Row> rows() const;
    [[nodiscard]] std::optional<Row> row(const std::string& id) const;
    [[nodiscard]] bool contains(const std::string& id) const;
    /// The tagged JSON object. NotFound, Damaged, CannotDecrypt.
    [[nodiscard]] Result<Secret> read(const std::string& id) const;

    /// Whether the present value is from a device of the account: a local change, or in a batch that one
    /// signed. Others can only append to spools.
    [[nodiscard]] bool isWrittenByDevice(const std::string& id) const;

    /// All values, the newest first; also of a deleted entry.
    [[nodiscard]] Result<std::vector<Version>> history(const std::string& id) const;
    [[nodiscard]] Result<Secret> readVersion(const std::string& id, std::int64_t version) const;
    /// Deleted entries that can be restored.
    [[nodiscard]] std::vector<std::string> deletedIds() const;
    /// Entries whose present value cannot be read here, such as with the keys that there are. They are not
    /// among ids().
    [[nodiscard]] std::vector<std::string> unreadableIds() const;

    /// The texts to search in as they are now. The snapshot may be queried on any thread.
    [[nodiscard]] SearchSnapshot searchSnapshot() const;

    // changing

    /// Adds an entry or replaces its value. The payload is a tagged JSON object (Malformed otherwise).
    [[nodiscard]] Status put(const std::string& id, const Secret& payload);

    struct Item
    {
        std::string id;
        Secret payload;
    };
    /// All or none, with one wait for the disk.
    [[nodiscard]] Status putMany(std::vector<Item> items);
    /// NotFound if there is no such entry.
    [[nodiscard]] Status remove(const std::string& id);
    [[nodiscard]] Status removeMany(const std::vector<std::string>& ids);
    /// Makes an earlier value the current one; undoes a deletion.
    [[nodiscard]] Status restore(const std::string& id, std::int64_t version);

    // conflicts

    [[nodiscard]] std::vector<std::string> conflictIds() const;
    [[nodiscard]] Result<Conflict> conflict(const std::string& id) const;
    /// The person's choice: a payload (one of the two, or mixed), or none to delete.
    [[nodiscard]] Status resolve(const std::string& id, const std::optional<Secret>& chosen);

    // synchronising

    [[nodiscard]] Head head() const;
    /// The first frame to ask the service for. Larger than head().count while frames wait for the signature
    /// of their batch.
    [[nodiscard]] std::int64_t nextIndex() const;
    /// Whether there are changes to upload (conflicts do not count).
    [[nodiscard]] bool hasPending() const;
    [[nodiscard]] std::size_t pendingCount() const;

    /// Compares with what the service says it has (Status, WIRE G.8.3). None if it has what this catalog has,
    /// and perhaps more.
    [[nodiscard]] std::optional<Finding> compare(std::int64_t serviceCount,
                                                 BytesView serviceTreeDigest) const;

    /// To whom new frames are encrypted: the account's encryption key, and others where WIRE F.4 says so.
    /// When the keys differ from those of the last exchange, the next batch starts with a frame that changes
    /// them. Not needed for containers in clear.
    void setRecipients(std::vector<dare::RecipientKey> recipients);

    /// To whom the frames of the last exchange are encrypted: key identifiers, none while there is no
    /// exchange.
    [[nodiscard]] const std::vector<std::string>& exchangeKids() const;
    /// Entries whose present value the service has from before the last exchange.
    [[nodiscard]] std::vector<std::string> idsBeforeExchange() const;

    struct UploadLimits
    {
        std::size_t changes = 100000;
        std::size_t octets = 256U << 20U;
        bool evenIfEmpty = false; ///< also where nothing waits but other recipients
    };
    /// Frames for the waiting changes, the oldest first, signed as one batch. Empty if nothing waits.
    /// Conflict while frames of others wait for their signature. The key is not kept.
    [[nodiscard]] Result<UploadBatch> prepareUpload(const crypto::PrivateKey& signer, const std::string& kid,
                                                    const UploadLimits& limits);
    [[nodiscard]] Result<UploadBatch> prepareUpload(const crypto::PrivateKey& signer, const std::string& kid)
    {
        return prepareUpload(signer, kid, UploadLimits());
    }

    /// The service has accepted the batch: its frames become part of the container, its changes wait no
    /// longer. Conflict if the container has moved on since; the frames then come back by download.
    [[nodiscard]] Status confirmUploaded(const UploadBatch& batch);

    /// Takes frames from the service, in order, starting at nextIndex() or before it. Fails only for reasons
    /// of this computer (DiskFull, Io…); what is wrong with the frames is in the report. `serviceCount` is
    /// how many frames the service has, if it said so: since batches reach it whole, the last of them ends
    /// with a signature, and one that is missing is withheld.
    [[nodiscard]] Result<ApplyReport>
    applyDownloaded(const std::vector<dare::Envelope>& frames, const Authority& authority,
                    std::optional<std::int64_t> serviceCount = std::nullopt);

    /// Sets the file of the service's frames aside (as `<name>.dcat.old`) and starts with none, to fetch all
    /// again. Local changes stay. What was sealed is kept: the service must still extend it.
    [[nodiscard]] Status resetReplica();

    /// A stored frame by its number, as it came. NotFound beyond the end; Damaged.
    [[nodiscard]] Result<dare::Envelope> frameAt(std::int64_t index) const;

    /// The account goes on at a service that has but the first `common` of these frames, and perhaps others
    /// after them: whoever calls this knows that this is so by the account's own word, since otherwise it is
    /// what RolledBack and Forked are for. The frames after them are no part of the container any more. What
    /// they changed waits to be sent again, as local changes that go out from what was before; in a spool
    /// that is what the account wrote itself. With `isLetGo` it does not: who may not write here leaves it to
    /// those who may. After a failure the catalog is as before, but that the changes may wait already.
    [[nodiscard]] Status goBack(std::int64_t common, bool isLetGo = false);

    /// Called after every change, on this thread, one observer at a time in the order they were added.
    using Observer = std::function<void(const Changes&)>;
    std::size_t addObserver(Observer observer);
    void removeObserver(std::size_t handle);

    /// The service's frames for copying: through a handle of its own, and as many octets of it as count. They
    /// stay as they are, whatever becomes of the catalog. Damaged if some of them cannot be read.
    struct Frames
    {
        std::unique_ptr<dare::File> file;
        std::uint64_t size = 0;
    };
    [[nodiscard]] Result<Frames> openFrames() const;

    /// A stored frame, with its signatures, as it came. NotFound for entries that only wait here.
    [[nodiscard]] Result<dare::Envelope> envelope(const std::string& id) const;

private:
    struct Work;
    explicit Catalog(std::unique_ptr<Work> work);
    std::unique_ptr<Work> m_work;
};

} // namespace mmm::store
