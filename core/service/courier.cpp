#include "service/courier.h"

#include "protocol/time_limit.h"
#include "service/mesh_log.h"
#include "service/peer_checkpoints.h"
#include "service/transactions.h"

#include <algorithm>

namespace mmm::service {

namespace {

constexpr std::size_t mostAtOnce = 32;

/// Answers after which there is no point in asking again.
bool isFinal(Fault fault)
{
    return fault == Fault::NotAuthorised || fault == Fault::ProtocolViolation || fault == Fault::TooLarge ||
           fault == Fault::NotFound || fault == Fault::NotServed || fault == Fault::NameInvalid ||
           fault == Fault::Refused;
}

} // namespace

Courier::Courier(Place place) : m_place(std::move(place)), m_thread([this] { run(); }) {}

Courier::~Courier()
{
    m_stop.request_stop();
    {
        const std::scoped_lock lock(m_mutex);
        m_isHurried = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void Courier::hurry()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isHurried = true;
    }
    m_changed.notify_all();
}

std::chrono::minutes Courier::delayAfter(std::int64_t tries)
{
    constexpr std::int64_t longest = 60;
    return std::chrono::minutes(tries >= 6 ? longest : std::int64_t(1) << std::max<std::int64_t>(0, tries));
}

void Courier::run()
{
    std::unique_ptr<Storage> storage;
    while (!m_stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait_for(lock, m_place.policy.courierInterval, [this] { return m_isHurried; });
            m_isHurried = false;
        }
        if (m_stop.stop_requested())
            return;
        if (!storage) {
            auto opened = m_place.storage();
            if (!opened)
                continue; // tried again the next time
            storage = std::move(*opened);
        }
        try {
            work(*storage);
            exchangeCheckpoints(*storage);
        } catch (const std::exception&) {
            // such as no memory left for it; what is not done is still due
        }
    }
}

void Courier::exchangeCheckpoints(Storage& storage)
{
    const TimePoint now = m_place.clock->now();
    if (m_lastRound && *m_lastRound + checkpointInterval > now)
        return;
    m_lastRound = now;
    for (const std::string& domain : m_place.peers.configuredDomains()) {
        if (m_stop.stop_requested())
            return;
        Call call = callAt(storage);
        const protocol::TimeLimit limit(PeerBook::longestTalk, m_stop.get_token());
        // one that cannot be reached is asked again the next time
        if (enrolCheckpoint(call, m_place.peers, domain, limit.token()))
            std::ranges::for_each(call.incidentLines, m_place.report);
    }
}

void Courier::work(Storage& storage)
{
    for (;;) {
        const auto due = storage.dueDeliveries(m_place.clock->now(), mostAtOnce);
        if (!due || due->empty())
            return;
        for (const DeliveryRecord& delivery : *due) {
            if (m_stop.stop_requested() || !carry(storage, delivery))
                return;
        }
    }
}

Status Courier::carry(Storage& storage, DeliveryRecord delivery)
{
    const auto recipient = parseAddress(delivery.recipient);
    const Status done = !recipient ? fail(Fault::NameInvalid, "no address")
                        : m_place.policy.serves(recipient->domain)
                            ? deliver(storage, delivery)
                            : post(storage, delivery, recipient->domain);
    if (done)
        return finish(storage, delivery, delivery_state::received);
    if (m_stop.stop_requested())
        return fail(Fault::Cancelled);
    const TimePoint now = m_place.clock->now();
    if (isFinal(done.error().fault) || delivery.created + m_place.policy.deliveryTime <= now)
        return finish(storage, delivery, delivery_state::failed);
    delivery.nextTry = now + delayAfter(delivery.tries);
    ++delivery.tries;
    return done.error().fault == Fault::AccountFull
               ? report(storage, delivery, delivery_state::full,
                        [&] { return storage.postponeDelivery(delivery); })
               : storage.postponeDelivery(delivery);
}

Call Courier::callAt(Storage& storage) const
{
    return {storage,       m_place.policy, m_place.identity,     m_place.pages,
            m_place.rates, Caller(),       m_place.clock->now(), {}};
}

Status Courier::deliver(Storage& storage, const DeliveryRecord& delivery)
{
    MMM_CHECK(checkSender(storage, delivery));
    Call call = callAt(storage);
    MMM_CHECK(storage.transaction([&] { return deliverHere(call, delivery); }));
    std::ranges::for_each(call.incidentLines, m_place.report);
    std::ranges::for_each(call.changedAccounts, m_place.notify);
    return {};
}

Status Courier::checkSender(Storage& storage, const DeliveryRecord& delivery)
{
    MMM_TRY(const auto sender, storage.account(delivery.sender));
    // it waits like for a service that is away: the operator may think better of it
    return sender && sender->state == AccountState::Suspended
               ? fail(Fault::Suspended, "the sender is suspended")
               : Status();
}

Status Courier::post(Storage& storage, const DeliveryRecord& delivery, const std::string& domain)
{
    MMM_CHECK(checkSender(storage, delivery));
    const std::string name = asciiLower(domain);
    protocol::PostRequest request;
    request.account = delivery.sender;
    request.accounts = {delivery.recipient};
    MMM_TRY(dare::Envelope message, dare::Envelope::parse(delivery.message));
    request.message = {std::move(message)};
    MMM_TRY(const protocol::PostResponse response,
            m_place.peers.post(storage, name, identityOf(m_place.identity), std::move(request),
                               m_stop.get_token()));
    const auto are = [&response](std::string_view result) {
        return !response.entries.empty() &&
               std::ranges::all_of(response.entries, [&](const protocol::EntryResponse& entry) {
                   return entry.result == result;
               });
    };
    return are("Accept") ? Status()
           : are("Full") ? fail(Fault::AccountFull, "the recipient's account is full")
                         : fail(Fault::Refused, "the other service refuses the message");
}

Status Courier::finish(Storage& storage, const DeliveryRecord& delivery, std::string_view state)
{
    return report(storage, delivery, state, [&] { return storage.removeDelivery(delivery.id); });
}

Status Courier::report(Storage& storage, const DeliveryRecord& delivery, std::string_view state,
                       const std::function<Status()>& change)
{
    Call call = callAt(storage);
    const Status done = storage.transaction([&]() -> Status {
        MMM_CHECK(change());
        MMM_TRY(const auto sender, storage.account(delivery.sender));
        if (!sender || sender->state == AccountState::Closed)
            return {};
        return reportDelivery(call, *sender, delivery.messageId, delivery.recipient, state);
    });
    if (!done)
        return done;
    std::ranges::for_each(call.changedAccounts, m_place.notify);
    return {};
}

} // namespace mmm::service
