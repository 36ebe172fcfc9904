#include "mesh/account_move.h"
#include "mesh/exchange.h"
#include "mesh/late_messages.h"
#include "mesh/mesh_change.h"
#include "mesh/outbox.h"
#include "schema/catalog.h"

#include <algorithm>
#include <array>

namespace mmm::mesh {

namespace {

/// Another device may be copying, too: then what there is has changed between two questions.
constexpr int mostCopyAttempts = 5;

constexpr std::chrono::minutes copyPatience{2};

/// How many of these frames can go over without cutting a batch: whoever has the first part of one only can
/// never prove it. What the service has put into a spool is in none.
std::size_t wholeBatches(const std::string& container, const std::vector<dare::Envelope>& frames)
{
    const auto endsBatch = [](const dare::Envelope& frame) {
        return std::ranges::any_of(frame.signatures(),
                                   [](const dare::Signature& s) { return !s.manifest.empty(); });
    };
    const auto last = std::find_if(frames.rbegin(), frames.rend(), endsBatch);
    if (last != frames.rend())
        return static_cast<std::size_t>(frames.rend() - last);
    return schema::isSpool(container) ? frames.size() : 0;
}

/// One container. The device catalog goes over at once, since what was in it before makes sense only
/// together with what came after.
Status copyContainer(const AccountEnd& from, const AccountEnd& to, const std::string& name, std::int64_t have,
                     std::int64_t count, const std::function<void(std::int64_t)>& copied,
                     std::stop_token stop)
{
    const bool isAtOnce = name == schema::store_name::device;
    std::vector<dare::Envelope> waiting;
    std::int64_t first = have;
    std::int64_t next = have;
    while (next < count) {
        MMM_TRY(auto some, fetchFrames(from, name, next, count - 1, stop));
        next += static_cast<std::int64_t>(some.size());
        std::ranges::move(some, std::back_inserter(waiting));
        const bool isEnd = next >= count;
        const std::size_t whole = isEnd ? waiting.size() : isAtOnce ? 0 : wholeBatches(name, waiting);
        if (whole == 0)
            continue;
        std::vector<dare::Envelope> rest(
            std::make_move_iterator(waiting.begin() + static_cast<std::ptrdiff_t>(whole)),
            std::make_move_iterator(waiting.end()));
        waiting.resize(whole);
        MMM_CHECK(appendFrames(to, name, first, std::exchange(waiting, std::move(rest)), stop));
        const auto sent = static_cast<std::int64_t>(whole);
        copied(sent);
        first += sent;
    }
    return {};
}

} // namespace

Result<std::vector<dare::Envelope>> fetchFrames(const AccountEnd& end, const std::string& container,
                                                std::int64_t first, std::int64_t last, std::stop_token stop)
{
    protocol::DownloadRequest request;
    request.account = end.address;
    protocol::ConstraintsSelect select;
    select.container = container;
    select.indexMin = first;
    select.indexMax = last;
    request.select.push_back(std::move(select));
    MMM_TRY(auto response, end.link->transact<protocol::DownloadResponse>(end.identity, std::move(request),
                                                                          stop, copyPatience));
    if (response.updates.empty() || response.updates.front().envelopes.empty())
        return fail(Fault::ProtocolViolation, "the service keeps frames back");
    return std::move(response.updates.front().envelopes);
}

Status appendFrames(const AccountEnd& end, const std::string& container, std::int64_t first,
                    std::vector<dare::Envelope> envelopes, std::stop_token stop)
{
    protocol::UploadRequest request;
    request.account = end.address;
    protocol::ContainerUpdate update;
    update.container = container;
    update.index = first;
    update.envelopes = std::move(envelopes);
    request.updates.push_back(std::move(update));
    MMM_TRY(const auto response, end.link->transact<protocol::UploadResponse>(
                                     end.identity, std::move(request), stop, copyPatience));
    const bool isTaken =
        !response.entries.empty() &&
        std::ranges::all_of(response.entries, [](const auto& e) { return e.result == "Accept"; });
    return isTaken ? Status() : fail(Fault::Conflict, "the service does not take the frames as they are");
}

AccountEnd furtherEnd(MeshState& state, const FurtherPlace& place)
{
    const auto member = state.member();
    AccountEnd end;
    end.address = place.address;
    const std::scoped_lock lock(member->mutex, state.mutex);
    end.link =
        std::make_shared<ServiceLink>(state.formerService(place.service.domain).value_or(place.service),
                                      state.discovery(), state.options.clock);
    if (member->keys->administration)
        end.identity = {member->keys->administration->signature,
                        {{"ProfileAccount", state.record.profileAccount}}};
    return end;
}

Status deleteAt(const AccountEnd& end, std::stop_token stop)
{
    protocol::DeleteRequest request;
    request.account = end.address;
    const auto deleted =
        end.link->transact<protocol::DeleteResponse>(end.identity, std::move(request), std::move(stop));
    return deleted || isGone(deleted.error().fault) ? Status() : tl::unexpected<Error>(deleted.error());
}

bool meansUnreachable(Fault fault)
{
    constexpr std::array faults{Fault::Offline, Fault::Timeout, Fault::Overloaded, Fault::ServiceFailed};
    return std::ranges::find(faults, fault) != faults.end();
}

Status catchUp(MeshState& state, std::stop_token stop)
{
    MMM_TRY(const auto status, askStatus(state, {}, stop));
    return downloadAll(state, status, stop).map([](const auto&) {});
}

Status exchangeAll(MeshState& state, std::stop_token stop)
{
    MMM_CHECK(finishChange(state, stop));
    MMM_CHECK(postOutbox(state, stop));
    MMM_CHECK(uploadAll(state, stop));
    return catchUp(state, stop);
}

Result<Inventory> inventory(const AccountEnd& end, std::stop_token stop)
{
    protocol::StatusRequest request;
    request.account = end.address;
    MMM_TRY(const auto status,
            end.link->transact<protocol::StatusResponse>(end.identity, std::move(request), stop));
    Inventory found;
    for (const protocol::ContainerStatus& container : status.containerStatus) {
        if (container.index.value_or(0) > 0)
            found[container.container] = {*container.index, container.digest};
    }
    return found;
}

namespace {

Status copyOnce(const AccountEnd& from, const AccountEnd& to, const std::vector<std::string>& only,
                const std::function<void(double)>& progress, std::stop_token stop)
{
    // in this order, so that what comes meanwhile does not look like what the other end has for itself
    MMM_TRY(const Inventory here, inventory(to, stop));
    MMM_TRY(const Inventory there, inventory(from, stop));
    struct Part
    {
        std::string name;
        std::int64_t have = 0;
        std::int64_t count = 0;
    };
    std::vector<Part> parts;
    std::int64_t total = 0;
    for (const auto& [name, state] : there) {
        if (name == protocol::lateSpool || (!only.empty() && std::ranges::find(only, name) == only.end()))
            continue;
        const auto known = here.find(name);
        const std::int64_t have = known == here.end() ? 0 : known->second.first;
        if (have > state.first || (have == state.first && known->second.second != state.second))
            return fail(Fault::Forked, "the services have different things in " + name);
        if (have < state.first)
            parts.push_back({name, have, state.first});
        total += state.first - have;
    }
    // who may write the others is in the device catalog
    std::stable_partition(parts.begin(), parts.end(),
                          [](const Part& p) { return p.name == schema::store_name::device; });
    std::int64_t done = 0;
    for (const Part& part : parts) {
        MMM_CHECK(copyContainer(
            from, to, part.name, part.have, part.count,
            [&](std::int64_t copied) {
                done += copied;
                if (progress)
                    progress(static_cast<double>(done) / static_cast<double>(total));
            },
            stop));
    }
    return {};
}

} // namespace

Status copyFrames(const AccountEnd& from, const AccountEnd& to, const std::vector<std::string>& only,
                  const std::function<void(double)>& progress, std::stop_token stop)
{
    Status done;
    for (int attempt = 0; attempt < mostCopyAttempts; ++attempt) {
        done = copyOnce(from, to, only, progress, stop);
        if (done || done.error().fault != Fault::Conflict)
            break;
    }
    return done;
}

Status visitLate(const AccountEnd& from, std::int64_t firstFrame,
                 const std::function<Status(const dare::Envelope&, std::int64_t)>& visit,
                 std::stop_token stop)
{
    const std::string late(protocol::lateSpool);
    MMM_TRY(const Inventory there, inventory(from, stop));
    const auto known = there.find(late);
    const std::int64_t count = known == there.end() ? 0 : known->second.first;
    std::int64_t next = firstFrame;
    while (next < count) {
        MMM_TRY(const auto some, fetchFrames(from, late, next, count - 1, stop));
        for (const dare::Envelope& frame : some)
            MMM_CHECK(visit(frame, ++next));
    }
    return {};
}

Status deliver(const AccountEnd& to, const dare::Envelope& message, std::stop_token stop)
{
    protocol::UploadRequest request;
    request.account = to.address;
    request.self.push_back(message);
    const auto put = to.link->transact<protocol::UploadResponse>(to.identity, std::move(request), stop);
    // one that is there already has come over before
    const bool isThere = put || put.error().fault == Fault::Conflict || put.error().fault == Fault::Exists;
    return isThere ? Status() : tl::unexpected<Error>(put.error());
}

} // namespace mmm::mesh
