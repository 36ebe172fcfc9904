#include "fuzz/fuzz_input.h"
#include "keystore/memory_store.h"
#include "protocol/authentication.h"
#include "protocol/request_head.h"
#include "schema/key_check.h"
#include "schema/make.h"
#include "service/dispatcher.h"
#include "service/identity_keeper.h"

#include <QCoreApplication>

using namespace mmm;

namespace {

template<typename T>
T sure(Result<T> result)
{
    fuzz::mustHold(result.has_value());
    return std::move(*result);
}

/// A service in memory with one account, and who may ask.
struct House
{
    House()
    {
        policy.domains = {"example.com"};
        storage = sure(service::sqliteStorage(":memory:")());
        identity = sure(service::openServiceIdentity(*storage, keys, Bytes(32, 1), now));
        const auto master = crypto::PrivateKey::generate(crypto::Curve::Ed448);
        service::AccountRecord account;
        account.address = "alice@example.com";
        account.meshUdf = schema::udfOf(master.publicKey());
        account.accountUdf = account.meshUdf;
        account.profileMesh =
            sure(schema::sealRecord(schema::makeProfileMesh(master.publicKey(), {master.publicKey()},
                                                            master.publicKey(), now),
                                    {&master}))
                .toJson();
        account.profileAccount =
            sure(schema::sealRecord(schema::makeProfileAccount(master.publicKey(), {master.publicKey()},
                                                               master.publicKey(), account.meshUdf,
                                                               {account.address}, now),
                                    {&master}))
                .toJson();
        account.created = account.modified = now;
        account.id = sure(storage->createAccount(account));

        service::Caller device;
        device.mode = service::CallerMode::Device;
        device.keyUdf = device.deviceUdf = account.meshUdf;
        service::Caller member = device;
        member.mode = service::CallerMode::Member;
        member.account = account;
        member.permissions = {schema::makePermission("Administration")};
        policy.peers = {member.keyUdf};
        service::Caller other;
        other.mode = service::CallerMode::Service;
        other.keyUdf = other.serviceUdf = identity.serviceUdf;
        callers = {{}, device, member, other};
    }

    QCoreApplication application{argc, argv};
    TimePoint now{std::chrono::seconds(1'700'000'000)};
    keystore::MemoryStore keys;
    service::ServicePolicy policy;
    std::unique_ptr<service::Storage> storage;
    service::ServiceIdentity identity;
    service::PageKeys pages;
    service::RateGuard rates;
    std::vector<service::Caller> callers;

    static inline char name[] = "fuzz_request";
    static inline char* names[] = {name, nullptr};
    static inline int argc = 1;
    static inline char** argv = names;
};

} // namespace

/// A request as it comes from the network, and then as if it came from nobody, from a device and from an
/// administrator. There is always one answer: a tagged object with a status.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static House house;
    const BytesView text(data, size);
    (void)protocol::transactionName(text);
    (void)protocol::ReceivedRequest::parse(text);
    if (const auto head = protocol::withoutBody(text, text.size())) {
        fuzz::mustHold(protocol::withoutBody(*head, text.size()).value_or(Bytes()) ==
                       *head); // nothing more to leave out
        (void)protocol::ReceivedRequest::parse(*head);
    }
    for (const service::Caller& caller : house.callers) {
        (void)house.storage->transaction([&]() -> Status {
            service::Call call{*house.storage, house.policy, house.identity, house.pages,
                               house.rates,    caller,       house.now,      "example.com"};
            const service::Answer answer = service::dispatch(call, text);
            const auto document = encoding::JsonDocument::parse(answer.payload);
            fuzz::mustHold(document && document->root().size() == 1);
            const auto status = (*document->root().children().begin()).find("Status");
            fuzz::mustHold(status && status->integer() == static_cast<std::int64_t>(answer.status));
            fuzz::mustHold(answer.status != protocol::StatusCode::ServerFailure);
            return fail(Fault::Cancelled); // every input finds the service as it was
        });
    }
    return 0;
}
