#include "service/peer_checkpoints.h"

#include "protocol/checkpoint.h"
#include "schema/any.h"
#include "service/incidents.h"
#include "service/mesh_log.h"

#include <algorithm>

namespace mmm::service {

namespace {

constexpr auto enrolledSetting = "peer-checkpoints";

struct Enrolled : encoding::RecordBase
{
    static constexpr std::string_view className = "Enrolled";
    std::vector<protocol::PeerCheckpoint> peers;
    static constexpr auto fields() { return fieldTable(encoding::field("Peers", &Enrolled::peers)); }
};

Status enrol(Call& call, const protocol::PeerCheckpoint& checkpoint)
{
    Enrolled enrolled;
    MMM_TRY(enrolled.peers, enrolledCheckpoints(call.storage));
    std::erase_if(enrolled.peers, [&](const auto& known) { return known.portal == checkpoint.portal; });
    enrolled.peers.push_back(checkpoint);
    MMM_CHECK(call.storage.setSetting(enrolledSetting, encoding::toJson(enrolled)));
    dare::SealOptions options;
    options.meta.emplace().messageType = protocol::PeerCheckpoint::className;
    options.meta->contentType = "application/mmm";
    options.meta->created = call.now;
    options.digest = true;
    MMM_TRY(const dare::Envelope line, dare::seal(encoding::toTaggedJson(checkpoint), options));
    return appendToLog(call, line);
}

} // namespace

Result<std::vector<protocol::PeerCheckpoint>> enrolledCheckpoints(Storage& storage)
{
    MMM_TRY(const auto json, storage.setting(enrolledSetting));
    if (!json)
        return std::vector<protocol::PeerCheckpoint>();
    MMM_TRY(Enrolled enrolled, encoding::fromJson<Enrolled>(*json));
    return std::move(enrolled.peers);
}

Status enrolCheckpoint(Call& call, PeerBook& peers, const std::string& domain, const std::stop_token& stop)
{
    MMM_TRY(const auto link, peers.link(call.storage, domain));
    MMM_TRY(const auto hello, link->hello(stop));
    MMM_CHECK(peers.remember(call.storage, domain, *link));
    MMM_TRY(const auto service, schema::verifyProfileService(hello.envelopedProfileService));
    protocol::StatusRequest request;
    request.portal = domain;
    MMM_TRY(const auto status, link->transact<protocol::PortalStatusResponse>(identityOf(call.identity),
                                                                              std::move(request), stop));
    if (status.checkpointValue.empty())
        return {};
    MMM_TRY(const protocol::Checkpoint offered, protocol::verifyCheckpoint(status.checkpointValue, service));

    return call.storage.transaction([&]() -> Status {
        MMM_TRY(const auto enrolled, enrolledCheckpoints(call.storage));
        const auto before = std::ranges::find(enrolled, domain, &protocol::PeerCheckpoint::portal);
        if (before != enrolled.end()) {
            if (before->checkpointValue == status.checkpointValue)
                return {};
            MMM_TRY(const dare::Envelope envelope, dare::Envelope::parse(bytesOf(before->checkpointValue)));
            MMM_TRY(const auto known, schema::payloadOf<protocol::Checkpoint>(envelope));
            const Status fits = protocol::compareCheckpoints(known, offered);
            if (!fits) {
                Incident incident;
                incident.time = call.now;
                incident.service = service.udf();
                incident.payloadDigest = offered.treeDigest;
                incident.result = "Reject";
                incident.reason = fits.error().detail;
                return logIncident(call, incident);
            }
        }
        protocol::PeerCheckpoint checkpoint;
        checkpoint.portal = domain;
        checkpoint.checkpointValue = status.checkpointValue;
        return enrol(call, checkpoint);
    });
}

} // namespace mmm::service
