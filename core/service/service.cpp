#include "service/service.h"

#include "protocol/request_head.h"
#include "service/authenticator.h"
#include "service/body_budget.h"
#include "service/courier.h"
#include "service/dispatcher.h"
#include "service/housekeeping.h"
#include "service/transactions.h"
#include "service/watchers.h"
#include "service/workers.h"

#include <algorithm>
#include <atomic>

namespace mmm::service {

namespace {

/// Whose requests are counted together. Behind the loopback address there may be many, such as those whom a
/// proxy speaks for, or the owner of this computer: they are not.
std::string peerName(const std::string& remoteAddress)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(remoteAddress, error);
    if (error)
        return remoteAddress;
    return address.is_loopback() ? std::string() : peerKey(address).to_string();
}

} // namespace

struct Service::Private
{
    Private(Options o, ServiceIdentity i, StorageFactory s)
        : options(std::move(o)),
          identity(std::move(i)),
          opensStorage(std::move(s))
    {}

    /// One request from its arrival to its answer. Shared by whatever still has to do with it.
    struct Exchange
    {
        HttpRequest http;
        std::shared_ptr<Reply> reply;
        std::optional<protocol::ReceivedRequest> request; ///< absent if it came without authentication
        Caller caller;
        Secret payload;
        bool hasWaited = false; ///< answered next time, whatever there is to say
    };
    using ExchangePointer = std::shared_ptr<Exchange>;

    void receive(HttpRequest http, std::shared_ptr<Reply> reply)
    {
        auto exchange = std::make_shared<Exchange>();
        exchange->http = std::move(http);
        exchange->reply = std::move(reply);
        post(exchange, [this, exchange](Storage& storage) { work(storage, exchange); });
    }

    void post(const ExchangePointer& exchange, Workers::Work job)
    {
        const auto guarded = [this, exchange, job = std::move(job)](Storage& storage) {
            try {
                job(storage);
            } catch (const std::exception& exception) {
                answer(exchange, refusal({Fault::Internal, exception.what()}));
            }
        };
        if (!workers || !workers->post(guarded))
            answer(exchange, refusal({Fault::Overloaded, "busy"}));
    }

    void work(Storage& storage, const ExchangePointer& exchange)
    {
        if (const Status opened = open(storage, *exchange); !opened) {
            answer(exchange, refusal(opened.error()));
            return;
        }
        const auto stranger = strangerOf(storage, *exchange);
        if (!stranger)
            answer(exchange, refusal(stranger.error()));
        else if (*stranger)
            meet(exchange, **stranger);
        else
            perform(storage, exchange);
    }

    /// Nothing large is done for somebody unknown: profiles and a request to connect are some kilobytes.
    static constexpr std::size_t mostBareOctets = 256U << 10U;

    /// Finds out who asks. A body that begins with a bracket is an envelope, with a brace bare (WIRE G.3).
    Status open(Storage& storage, Exchange& exchange)
    {
        const std::string_view text = textOf(exchange.http.body);
        const std::size_t first = text.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos)
            return fail(Fault::Malformed, "empty request");
        if (text[first] != '[') {
            if (exchange.http.body.size() > mostBareOctets)
                return fail(Fault::TooLarge, "request too large for one without authentication");
            exchange.payload = Secret(BytesView(exchange.http.body));
            return {};
        }
        if (exchange.http.body.size() > mostBareOctets)
            MMM_CHECK(weigh(storage, exchange.http.body));
        MMM_TRY(exchange.request, protocol::ReceivedRequest::parse(exchange.http.body));
        auto caller = authenticator.authenticate(storage, exchange.http.host, *exchange.request);
        if (!caller)
            return tl::unexpected<Error>(caller.error());
        exchange.caller = std::move(*caller);
        MMM_CHECK(checkSize(exchange.caller.mode, exchange.http.body.size()));
        exchange.payload = Secret(exchange.request->payload());
        exchange.http.body = {};
        return {};
    }

    /// A large request is not even read for somebody who does not claim to be somebody who may make one.
    Status weigh(Storage& storage, BytesView body)
    {
        MMM_TRY(const Bytes head, protocol::withoutBody(body, mostBareOctets));
        MMM_TRY(const auto request, protocol::ReceivedRequest::parse(head));
        MMM_TRY(const CallerMode mode, authenticator.claimedMode(storage, request));
        return checkSize(mode, body.size());
    }

    Status checkSize(CallerMode mode, std::size_t octets) const
    {
        const bool isService = mode == CallerMode::Service;
        const std::size_t most =
            mostBareOctets + (isService ? options.policy.messagesPerPost * options.policy.postOctets : 0);
        return mode == CallerMode::Member || octets <= most
                   ? Status()
                   : fail(Fault::TooLarge, "request too large for one without an account");
    }

    /// A service speaks for accounts of a domain: whether it is that domain's service can be known only by
    /// asking there, once. What it leads to stands in the storage. Gives the domain if it is to be asked
    /// first.
    Result<std::optional<std::string>> strangerOf(Storage& storage, const Exchange& exchange)
    {
        if (exchange.caller.mode != CallerMode::Service)
            return std::nullopt;
        const auto request = encoding::fromTaggedJson<protocol::PostRequest>(exchange.payload);
        const auto sender =
            request ? parseAddress(request->account) : Result<AccountAddress>(fail(Fault::Missing));
        if (!sender || options.policy.serves(sender->domain))
            return std::nullopt;
        std::string domain = asciiLower(sender->domain);
        MMM_TRY(const auto link, peers.link(storage, domain));
        return link->record().hostKey.empty() ? std::optional(std::move(domain)) : std::nullopt;
    }

    /// Anybody can make this service ask somewhere, and whoever runs that place decides how long it takes. So
    /// it asks one at a time, on a thread that nothing else waits for; the other ones come again.
    void meet(const ExchangePointer& exchange, const std::string& domain)
    {
        if (isMeeting.exchange(true)) {
            answer(exchange, refusal({Fault::Overloaded, "busy"}));
            return;
        }
        const std::shared_ptr<void> meeting(nullptr, [this](void*) { isMeeting = false; });
        const bool isTaken = meetings->post([this, exchange, domain, meeting](Storage& storage) {
            if (peers.learn(storage, domain, stopping.get_token()))
                post(exchange, [this, exchange](Storage& later) { perform(later, exchange); });
            else
                answer(exchange, refusal({Fault::Overloaded, "the sender's service does not answer"}));
        });
        if (!isTaken)
            answer(exchange, refusal({Fault::Overloaded, "busy"}));
    }

    /// An opaque object by its identifier: the envelope, for whoever knows the key (WIRE A.8.1).
    void fetch(const UdfRequest& request, const std::shared_ptr<Reply>& reply)
    {
        const std::string peer = peerName(request.remoteAddress);
        const std::size_t most = options.policy.getsPerHour;
        if (most > 0 && !peer.empty() &&
            !rates.admit("locators by " + peer, 1, most, options.clock->now(), false)) {
            reply->send(statusResponse(503, "Too many searches within an hour"));
            return;
        }
        const bool isTaken = workers->post([request, reply](Storage& storage) {
            std::string identifier = request.identifier;
            std::ranges::transform(identifier, identifier.begin(), [](char c) {
                return c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c;
            });
            const auto entry = storage.entry(identifier);
            const auto data = entry && *entry ? publishedEnvelope(**entry) : std::nullopt;
            if (!data) {
                reply->send(entry ? statusResponse(404, "No such object")
                                  : statusResponse(500, "Internal failure"));
                return;
            }
            HttpResponse response;
            response.body = *data;
            response.contentType = "application/dare";
            reply->send(std::move(response));
        });
        if (!isTaken)
            reply->send(statusResponse(503, "Busy"));
    }

    void perform(Storage& storage, const ExchangePointer& exchange)
    {
        std::optional<Call::Hold> hold;
        const Caller caller = exchange->caller; // resume() on another thread may renew the exchange's own
        Answer done = run(storage, *exchange, caller, hold);
        if (hold && !exchange->hasWaited) {
            exchange->hasWaited = true;
            const std::uint64_t number =
                watchers.watch(hold->account, hold->isMember, hold->time, [this, exchange] {
                    post(exchange, [this, exchange](Storage& later) { resume(later, exchange); });
                });
            // what changed before the watch began would not wake it, so look again: at the caller too, whose
            // account or device may be the very thing that ended
            if (number != 0) {
                hold.reset();
                const auto renewed = authenticator.refresh(storage, caller);
                done = renewed ? run(storage, *exchange, *renewed, hold) : refusal(renewed.error());
            }
            if (number != 0 && hold) {
                exchange->reply->onAbandoned([this, number] { watchers.cancel(number); });
                return;
            }
            if (number != 0 && !watchers.cancel(number))
                return; // woken meanwhile: that answers
        }
        answer(exchange, done);
    }

    Answer run(Storage& storage, const Exchange& exchange, const Caller& caller,
               std::optional<Call::Hold>& hold)
    {
        Call call{storage,
                  options.policy,
                  identity,
                  pages,
                  rates,
                  caller,
                  options.clock->now(),
                  exchange.http.host,
                  peerName(exchange.http.remoteAddress)};
        Answer done = dispatch(call, exchange.payload);
        for (const std::int64_t account : call.changedAccounts)
            watchers.notify(account);
        std::ranges::for_each(call.incidentLines, options.report);
        if (call.hasDeliveries)
            courier->hurry();
        hold = call.hold;
        return done;
    }

    void resume(Storage& storage, const ExchangePointer& exchange)
    {
        if (exchange->reply->isAbandoned())
            return;
        auto caller = authenticator.refresh(storage, exchange->caller);
        if (!caller) {
            answer(exchange, refusal(caller.error()));
            return;
        }
        exchange->caller = std::move(*caller);
        perform(storage, exchange);
    }

    void answer(const ExchangePointer& exchange, const Answer& done)
    {
        HttpResponse response;
        response.status = httpStatus(done.status);
        const bool isSealable = exchange->request && exchange->request->isOpen();
        if (isSealable) {
            auto sealed = exchange->request->seal(done.payload, authenticator.timeToTell(),
                                                  authenticator.ticketFor(exchange->caller));
            if (!sealed) {
                response.status = httpStatus(protocol::StatusCode::ServerFailure);
                response.body = copyOf(refusal({Fault::Internal, {}}).payload);
            } else {
                response.body = std::move(*sealed);
            }
        } else {
            response.body = copyOf(done.payload);
        }
        exchange->reply->send(std::move(response));
    }

    /// What a service does without being asked; what fails is tried again the next time.
    void tick()
    {
        (void)workers->post([this](Storage& storage) {
            const Caller nobody;
            Call call{storage, options.policy, identity, pages, rates, nobody, options.clock->now(), {}};
            (void)keepHouse(call);
            (void)authenticator.noteTime(storage);
        });
    }

    /// HTTP has other meanings for 201, 202 and 303 than the Mesh (WIRE G.1: the payload counts).
    static int httpStatus(protocol::StatusCode status)
    {
        const int value = static_cast<int>(status);
        return value < 400 ? 200 : value;
    }

    Options options;
    ServiceIdentity identity;
    const StorageFactory opensStorage;
    Authenticator authenticator{identity, *options.clock};
    PageKeys pages;
    RateGuard rates;
    PeerBook peers{options.peers, options.discovery, options.clock};
    std::atomic<bool> isMeeting{false};
    std::stop_source stopping;
    Watchers watchers;
    std::unique_ptr<Workers> workers;  ///< its threads use everything above
    std::unique_ptr<Workers> meetings; ///< gives work to the workers
    std::unique_ptr<Timer> timer;      ///< gives work to the workers
    std::unique_ptr<Courier> courier;  ///< last
};

Service::Service(std::unique_ptr<Private> p) : d(std::move(p)) {}

Result<std::unique_ptr<Service>> Service::start(Options options, ServiceIdentity identity,
                                                const StorageFactory& storage)
{
    auto p = std::make_unique<Private>(std::move(options), std::move(identity), storage);
    MMM_TRY(const auto first, storage());
    MMM_CHECK(p->authenticator.begin(*first));
    MMM_TRY(p->workers, Workers::start(storage, std::max(1U, p->options.threads)));
    MMM_TRY(p->meetings, Workers::start(storage, 1));
    p->courier = std::make_unique<Courier>(Courier::Place{
        storage, p->options.policy, p->identity, p->pages, p->rates, p->peers, p->options.clock,
        [d = p.get()](std::int64_t account) { d->watchers.notify(account); }, p->options.report});
    p->timer = std::make_unique<Timer>(std::chrono::minutes(1), [d = p.get()] { d->tick(); });
    return std::unique_ptr<Service>(new Service(std::move(p)));
}

Service::~Service()
{
    d->stopping.request_stop();
    d->timer.reset();
    d->courier.reset();
    d->meetings.reset();
    d->watchers.wakeAll();
    d->workers.reset();
    if (const auto last = d->opensStorage())
        (void)d->authenticator.noteTime(**last);
}

HttpHandler Service::handler()
{
    return [p = d.get()](HttpRequest request, std::shared_ptr<Reply> reply) {
        p->receive(std::move(request), std::move(reply));
    };
}

UdfHandler Service::udfHandler()
{
    return [p = d.get()](const UdfRequest& request, const std::shared_ptr<Reply>& reply) {
        p->fetch(request, reply);
    };
}

void Service::releaseHeld()
{
    d->watchers.wakeAll();
}

} // namespace mmm::service
