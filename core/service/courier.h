#pragma once

#include "service/housekeeping.h"
#include "service/peers.h"

#include <thread>

namespace mmm::service {

/// Carries messages to other services (WIRE F.6, G.8.6), and to accounts of this one that were full: from a
/// queue on disk, one after the other, in turn for each domain, so that many messages or a slow service at
/// one keep no others waiting; each again after 1, 2, 4 … 60 minutes until it is taken, refused, or too old;
/// and tells the sender what became of it. Works on a thread of its own.
class Courier
{
public:
    struct Place
    {
        StorageFactory storage;
        const ServicePolicy& policy;
        const ServiceIdentity& identity;
        const PageKeys& pages;
        RateGuard& rates;
        PeerBook& peers;
        std::shared_ptr<const Clock> clock;
        /// Something changed in an account.
        std::function<void(std::int64_t account)> notify;
        /// A line for the operator's log.
        std::function<void(const std::string& line)> report;
    };

    explicit Courier(Place place);
    /// Ends what is under way; it is done again later.
    ~Courier();
    Courier(const Courier&) = delete;
    Courier& operator=(const Courier&) = delete;

    /// There is something to carry.
    void hurry();

    /// How long to wait after so many vain tries.
    [[nodiscard]] static std::chrono::minutes delayAfter(std::int64_t tries);

private:
    void run();
    void work(Storage& storage);
    /// Fetches the checkpoints of the services that the operator names, when their time has come.
    void exchangeCheckpoints(Storage& storage);
    [[nodiscard]] Status carry(Storage& storage, DeliveryRecord delivery);
    /// A message for an account of this service, which had no room for it at first.
    [[nodiscard]] Status deliver(Storage& storage, const DeliveryRecord& delivery);
    /// One request. Success if the message was taken; Refused if it never will be; otherwise it may be later.
    [[nodiscard]] Status post(Storage& storage, const DeliveryRecord& delivery, const std::string& domain);
    [[nodiscard]] static Status checkSender(Storage& storage, const DeliveryRecord& delivery);
    [[nodiscard]] Status finish(Storage& storage, const DeliveryRecord& delivery, std::string_view state);
    /// Changes the queue, and tells the sender in the same moment.
    [[nodiscard]] Status report(Storage& storage, const DeliveryRecord& delivery, std::string_view state,
                                const std::function<Status()>& change);
    [[nodiscard]] Call callAt(Storage& storage) const;

    Place m_place;
    std::stop_source m_stop;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isHurried = true;
    std::optional<TimePoint> m_lastRound; ///< of fetching checkpoints
    std::thread m_thread;
};

} // namespace mmm::service
