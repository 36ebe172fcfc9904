#include "service/dispatcher.h"

#include "protocol/status.h"
#include "service/authenticator.h"
#include "service/incidents.h"
#include "service/transactions.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace mmm::service {

namespace {

using protocol::StatusCode;

/// A request that names a portal or a service must mean this one.
Status checkName(const Call& call, const protocol::Request& request)
{
    for (const std::string* name : {&request.portal, &request.service}) {
        if (!name->empty() && !call.policy.serves(*name))
            return fail(Fault::NotServed, "that service is not here");
    }
    return {};
}

/// How often the transaction may be asked for within an hour.
struct HourlyLimit
{
    std::string_view transaction;
    std::size_t ServicePolicy::*most;
    std::string_view what; ///< counted together, whichever transaction it is
    /// Of members too. What they make of accounts are new profiles and groups, which have limits of their
    /// own.
    bool isOfMembers = true;
};

constexpr std::array hourlyLimits{
    HourlyLimit{"ValidateAccount", &ServicePolicy::validationsPerHour, "questions about names"},
    HourlyLimit{"Get", &ServicePolicy::getsPerHour, "searches"},
    HourlyLimit{"CreateAccount", &ServicePolicy::accountsPerHour, "accounts made", false},
    HourlyLimit{"Connect", &ServicePolicy::connectionsPerHour, "requests to connect"},
    HourlyLimit{"ConnectStart", &ServicePolicy::connectionsPerHour, "requests to connect"},
    HourlyLimit{"Publish", &ServicePolicy::publicationsPerHour, "publications"},
};

/// Counts the request for the account that makes it, otherwise for the address that it comes from. Costs
/// little when there are too many: nothing is looked for or changed.
Status countRequest(Call& call, std::string_view transaction)
{
    const auto* limit = std::ranges::find(hourlyLimits, transaction, &HourlyLimit::transaction);
    const bool isMember = call.caller.mode == CallerMode::Member;
    if (limit == hourlyLimits.end() || (isMember && !limit->isOfMembers))
        return {};
    const std::string account = isMember ? call.caller.account->address : std::string();
    const std::string& address = isMember ? account : call.peer;
    const std::size_t most = call.policy.*(limit->most);
    const std::string what(limit->what);
    if (most == 0 || address.empty() ||
        call.rates.admit(what + " by " + address, 1, most, call.now, isMember))
        return {};
    const std::string reason = "too many " + what + " within an hour";
    noteLimit(call, account, isMember ? std::string() : address, reason);
    return fail(Fault::Overloaded, reason);
}

template<typename RequestType, typename ResponseType>
Answer run(Call& call, const encoding::JsonValue& object,
           Result<ResponseType> (*transaction)(Call&, const RequestType&))
{
    const auto request = encoding::readRecord<RequestType>(object);
    if (!request)
        return refusal(request.error());
    if (const Status name = checkName(call, *request); !name)
        return refusal(name.error(), request->id);
    if (const Status counted = countRequest(call, object.name()); !counted)
        return refusal(counted.error(), request->id);
    Result<ResponseType> response = fail(Fault::Internal);
    const Status done = call.storage.transaction([&]() -> Status {
        MMM_CHECK(Authenticator::confirm(call.storage, call.caller));
        if (isSuspended(call.caller) && !call.servesSuspended)
            return fail(Fault::Suspended, "the account is suspended");
        response = transaction(call, *request);
        return response ? Status() : tl::unexpected<Error>(response.error());
    });
    if (!done)
        call.incidentLines.clear();
    if (!call.fullAccount.empty())
        noteLimit(call, call.fullAccount, {}, "the account is full");
    if (!done)
        return refusal(done.error(), request->id);
    // the owner is to know, be there anything to send or not
    if (isSuspended(call.caller))
        response->statusExtended = static_cast<std::int64_t>(protocol::StatusDetail::Suspended);
    if (response->status == 0)
        response->status = static_cast<std::int64_t>(StatusCode::Ok);
    response->id = request->id;
    return {static_cast<StatusCode>(response->status), encoding::toTaggedJson(*response)};
}

using Handler = Answer (*)(Call&, const encoding::JsonValue&);

template<auto transaction>
Answer handle(Call& call, const encoding::JsonValue& object)
{
    return run(call, object, transaction);
}

Answer handleCreate(Call& call, const encoding::JsonValue& object)
{
    if (object.find("Account") && !object.find("ServiceID"))
        return run(call, object, createPortalAccount);
    return run(call, object, createAccount);
}

Result<protocol::PortalStatusResponse> portalStatusOf(Call& call, const protocol::StatusRequest&)
{
    return portalStatus(call);
}

/// WIRE G.6: Status without an account is the portal's.
Answer handleStatus(Call& call, const encoding::JsonValue& object)
{
    const bool isPortal = object.find("Portal") && !object.find("Account") && !object.find("DeviceUDF") &&
                          !object.find("Catalogs") && !object.find("Spools");
    if (call.caller.mode == CallerMode::Anonymous || isPortal)
        return run(call, object, portalStatusOf);
    return run(call, object, status);
}

/// With the portal's form of Hello the answer has the portal's name.
Answer handleHello(Call& call, const encoding::JsonValue& object)
{
    Answer answer = run(call, object, hello);
    constexpr std::string_view meshName = R"({"MeshHelloResponse":)";
    if (object.find("Portal") && answer.payload.text().starts_with(meshName)) {
        const std::string_view rest = answer.payload.text().substr(meshName.size());
        answer.payload = Secret(concat(bytesOf(R"({"HelloResponse":)"), bytesOf(rest)));
    }
    return answer;
}

const std::unordered_map<std::string_view, Handler> transactions = {
    {"Hello", handleHello},
    {"ValidateAccount", handle<validateAccount>},
    {"CreateAccount", handleCreate},
    {"DeleteAccount", handle<deleteAccount>},
    {"Get", handle<get>},
    {"Publish", handle<publish>},
    {"Status", handleStatus},
    {"ConnectStart", handle<connectStart>},
    {"ConnectStatus", handle<connectStatus>},
    {"ConnectPending", handle<connectPending>},
    {"ConnectComplete", handle<connectComplete>},
    {"Transfer", handle<transfer>},
    {"Connect", handle<connect>},
    {"Complete", handle<complete>},
    {"Download", handle<download>},
    {"Upload", handle<upload>},
    {"Post", handle<post>},
    {"RecryptData", handle<recryptData>},
};

/// What is left to a suspended account: its owner reads what is there, and may go.
constexpr std::array<std::string_view, 7> forSuspended{
    "Hello", "ValidateAccount", "Get", "Status", "Download", "RecryptData", "DeleteAccount"};

} // namespace

Answer refusal(const Error& error, const Bytes& requestId)
{
    const StatusCode status = protocol::statusOf(error.fault);
    protocol::Response response;
    response.status = static_cast<std::int64_t>(status);
    if (const auto detail = protocol::detailOf(error.fault); detail != protocol::StatusDetail::None)
        response.statusExtended = static_cast<std::int64_t>(detail);
    // why the service itself fails is its operator's business
    response.statusDescription = status == StatusCode::ServerFailure ? "Internal failure" : error.detail;
    response.id = requestId;
    return {status, encoding::toTaggedJson(response)};
}

Answer dispatch(Call& call, BytesView payload)
{
    const auto document = encoding::JsonDocument::parse(payload);
    if (!document)
        return refusal(document.error());
    const encoding::JsonValue root = document->root();
    if (root.kind() != encoding::JsonKind::Object || root.size() != 1)
        return refusal({Fault::Malformed, "a request is one tagged object"});
    const encoding::JsonValue object = *root.children().begin();
    const auto transaction = transactions.find(object.name());
    if (transaction == transactions.end())
        return refusal({Fault::Malformed, "Unknown transaction"});
    call.servesSuspended = std::ranges::find(forSuspended, object.name()) != forSuspended.end();
    return transaction->second(call, object);
}

} // namespace mmm::service
