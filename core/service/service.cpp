#include "service/service.h"

#include "service/authenticator.h"
#include "service/dispatcher.h"
#include "service/watchers.h"
#include "service/workers.h"

#include <algorithm>

namespace mmm::service {

struct Service::Private
{
    Private(Options o, ServiceIdentity i) : options(std::move(o)), identity(std::move(i)) {}

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
        if (!workers || !workers->post(std::move(job)))
            answer(exchange, refusal({Fault::Overloaded, "busy"}));
    }

    void work(Storage& storage, const ExchangePointer& exchange)
    {
        if (const Status opened = open(storage, *exchange); !opened) {
            answer(exchange, refusal(opened.error()));
            return;
        }
        perform(storage, exchange);
    }

    /// Finds out who asks. A body that begins with a bracket is an envelope, with a brace bare (WIRE G.3).
    Status open(Storage& storage, Exchange& exchange)
    {
        const std::string_view text = textOf(exchange.http.body);
        const std::size_t first = text.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos)
            return fail(Fault::Malformed, "empty request");
        if (text[first] != '[') {
            exchange.payload = Secret(BytesView(exchange.http.body));
            return {};
        }
        MMM_TRY(exchange.request, protocol::ReceivedRequest::parse(exchange.http.body));
        auto caller = authenticator.authenticate(storage, exchange.http.host, *exchange.request);
        if (!caller)
            return tl::unexpected<Error>(caller.error());
        exchange.caller = std::move(*caller);
        exchange.payload = Secret(exchange.request->payload());
        exchange.http.body.clear();
        return {};
    }

    void perform(Storage& storage, const ExchangePointer& exchange)
    {
        std::optional<Call::Hold> hold;
        Answer done = run(storage, *exchange, hold);
        if (hold && !exchange->hasWaited) {
            exchange->hasWaited = true;
            const std::uint64_t number = watchers.watch(hold->account, hold->time, [this, exchange] {
                post(exchange, [this, exchange](Storage& later) { resume(later, exchange); });
            });
            // what changed before the watch began would not wake it, so look again
            if (number != 0)
                done = run(storage, *exchange, hold = std::nullopt);
            if (number != 0 && hold) {
                exchange->reply->onAbandoned([this, number] { watchers.cancel(number); });
                return;
            }
            if (number != 0 && !watchers.cancel(number))
                return; // woken meanwhile: that answers
        }
        answer(exchange, done);
    }

    Answer run(Storage& storage, const Exchange& exchange, std::optional<Call::Hold>& hold)
    {
        Call call{storage,         options.policy,       identity,
                  exchange.caller, options.clock->now(), exchange.http.host};
        Answer done = dispatch(call, exchange.payload);
        for (const std::int64_t account : call.changedAccounts)
            watchers.notify(account);
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
            auto sealed = exchange->request->seal(done.payload, options.clock->now(),
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

    /// HTTP has other meanings for 201, 202 and 303 than the Mesh (WIRE G.1: the payload counts).
    static int httpStatus(protocol::StatusCode status)
    {
        const int value = static_cast<int>(status);
        return value < 400 ? 200 : value;
    }

    Options options;
    ServiceIdentity identity;
    Authenticator authenticator{identity, *options.clock};
    Watchers watchers;
    std::unique_ptr<Workers> workers; ///< last: its threads use everything above
};

Service::Service(std::unique_ptr<Private> p) : d(std::move(p)) {}

Result<std::unique_ptr<Service>> Service::start(Options options, ServiceIdentity identity,
                                                const StorageFactory& storage)
{
    auto p = std::make_unique<Private>(std::move(options), std::move(identity));
    MMM_TRY(p->workers, Workers::start(storage, std::max(1U, p->options.threads)));
    return std::unique_ptr<Service>(new Service(std::move(p)));
}

Service::~Service()
{
    d->watchers.wakeAll();
    d->workers.reset();
}

HttpHandler Service::handler()
{
    return [p = d.get()](HttpRequest request, std::shared_ptr<Reply> reply) {
        p->receive(std::move(request), std::move(reply));
    };
}

void Service::releaseHeld()
{
    d->watchers.wakeAll();
}

} // namespace mmm::service
