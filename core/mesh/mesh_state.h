#pragma once

#include "keystore/seal_key.h"
#include "keystore/sealed_file.h"
#include "mesh/containers.h"
#include "mesh/hosted_service.h"
#include "mesh/local_record.h"
#include "mesh/member_keys.h"
#include "mesh/message_check.h"
#include "mesh/outbox.h"
#include "mesh/personal_mesh.h"
#include "protocol/service_link.h"
#include "store/data_folder.h"

#include <functional>
#include <set>

namespace mmm::mesh {

using protocol::ServiceLink;

/// Passes news on to those who want it, without any lock held.
class Observers
{
public:
    void add(Observer* observer);
    void remove(Observer* observer);
    template<typename Call>
    void tell(Call call) const
    {
        // recursive: an observer may remove itself while it is told
        const std::scoped_lock lock(m_mutex);
        const std::vector<Observer*> now = m_observers;
        for (Observer* observer : now)
            call(*observer);
    }

private:
    mutable std::recursive_mutex m_mutex;
    std::vector<Observer*> m_observers;
};

/// This device's part in its account, once it is connected. The mutex guards all that may change.
struct Membership
{
    Membership(std::string address, std::vector<std::string> formerAddresses, std::string udf,
               schema::Verified<schema::ProfileMesh> profile)
        : accountUdf(std::move(udf)),
          mesh(std::move(profile))
    {
        moveTo(std::move(address), std::move(formerAddresses));
    }

    const std::string accountUdf;

    /// Where the account is; it changes when the account goes to another service. No lock is needed.
    [[nodiscard]] std::string address() const;
    /// All addresses that mean this account, the present one first.
    [[nodiscard]] std::vector<std::string> addresses() const;
    void moveTo(std::string address, std::vector<std::string> formerAddresses);

    /// The catalog that also holds what the account's devices tell one another. Every account has it.
    [[nodiscard]] store::Catalog& applications() const;

    std::mutex mutex;
    schema::Verified<schema::ProfileMesh> mesh;
    std::shared_ptr<const MemberKeys> keys;
    std::unique_ptr<Containers> containers;
    std::unique_ptr<Outbox> outbox;
    WriterAuthority authority;
    /// Messages from outside that were checked since the start, by MessageID: they never change.
    std::map<std::string, std::shared_ptr<const Result<CheckedMessage>>> checked;
    std::string
        sharedMark; ///< how things stood when the contacts' versions of the own card were last looked at
    std::string alignedMark;           ///< the same for the keys of applications (align_applications.cpp)
    std::set<std::string> renewed;     ///< damaged containers that are being fetched anew since the start
    std::optional<TimePoint> logAsked; ///< when the service was last asked about its log
    Bytes logCompared;                 ///< chain of the applications when it was last compared
    std::set<std::string> logTold;     ///< statements of its log that were found wrong since the start
    std::map<std::string, TimePoint> lastSeen; ///< by DeviceUDF, as the service says
    /// Containers whose mark is being changed: whether what they hold dies with the person (recipients.h).
    std::map<std::string, bool, std::less<>> marking;
    std::optional<TimePoint> formerAsked; ///< when the former service was last asked for late messages

private:
    mutable std::mutex m_addressMutex; ///< taken last, and held for nothing else
    std::vector<std::string> m_addresses;
};

/// All that the parts of the mesh share. The mutex guards everything but the membership's own content.
struct MeshState
{
    explicit MeshState(Options o) : options(std::move(o)), vault(options.keyStore) {}

    const Options options;
    std::optional<store::DataFolder> folder;
    keystore::KeyVault vault;
    std::optional<keystore::SealKey> sealKey;
    std::unique_ptr<keystore::SealedFile> file;
    std::shared_ptr<const store::Seal> seal;
    Observers observers;

    std::mutex changing; ///< one change of the mesh at a time (mesh_change.h); taken before all others

    mutable std::mutex mutex;
    LocalRecord record;
    std::optional<DeviceKeys> device;
    std::shared_ptr<ServiceLink> link;
    std::shared_ptr<Membership> membership;
    std::unique_ptr<HostedService> hosted;
    /// The master signature key that shares brought back, until the next use.
    std::shared_ptr<const crypto::PrivateKey> lentMaster;
    SharedSecret lentSeed; ///< the seed it follows from, if the shares were those of a seed

    /// The service's time where this computer's clock is known to be wrong: what expires is judged by one
    /// clock.
    [[nodiscard]] TimePoint now() const;
    /// Changes the record and makes that durable, or leaves it as it was.
    [[nodiscard]] Status changeRecord(const std::function<void(LocalRecord&)>& change);
    /// The service as pinned so far goes into the record.
    [[nodiscard]] Status rememberService();
    [[nodiscard]] std::shared_ptr<Membership> member() const;
    [[nodiscard]] std::shared_ptr<ServiceLink> serviceLink() const;
    [[nodiscard]] protocol::DiscoveryOptions discovery() const;

    /// Opens keys and containers of a connected device from the record.
    [[nodiscard]] Status openMembership(const std::function<void(double)>& progress, std::stop_token stop);
    /// Takes up a changed entry, mesh or account profile: new keys, and containers opened with them.
    [[nodiscard]] Status reopenKeys(std::stop_token stop);
    /// Tells who writes and to whom it is encrypted. With its mutex held.
    void settle(Membership& who, BytesView hostKey);
    void observe(Containers& containers);

    /// What is known of another service than the account's own: one where the account was, or the one that is
    /// still on this computer. With its mutex held.
    [[nodiscard]] std::optional<ServiceRecord> formerService(const std::string& domain) const;

    void tellStage(Stage stage) const;
};

/// Stage by its name in the record.
[[nodiscard]] Stage stageOf(const LocalRecord& record);

} // namespace mmm::mesh
