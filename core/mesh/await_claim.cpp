#include "mesh/ceremonies.h"
#include "mesh/claim_witness.h"
#include "mesh/hold_pause.h"
#include "schema/any.h"

/// A device that was made ready in advance waits until somebody claims it (WIRE E.18).
namespace mmm::mesh {

namespace {

constexpr std::chrono::seconds claimHold{25};
constexpr std::chrono::seconds firstPause{1};
constexpr std::chrono::seconds longestPause{60};

/// What a claim says, once it is proved by somebody who has read this device's code.
struct Claim
{
    schema::Verified<schema::ProfileMesh> mesh;
    std::string accountUdf;
    ConnectionOffer place; ///< of the account that the device is connected to
};

Result<Claim> checkClaim(const LocalRecord& known, const std::string& deviceUdf,
                         const protocol::StatusResponse& response)
{
    MMM_TRY(const udf::SecretUdf code, udf::SecretUdf::parse(known.code.secret.text()));
    MMM_TRY(const Bytes expected, claimWitness(code, deviceUdf, response.envelopedCatalogEntryDevice));
    if (!(Secret(expected) == Secret(response.pinWitness)))
        return fail(Fault::WrongPin, "claimed by somebody who has not read the code");
    MMM_TRY(auto mesh, schema::verifyProfileMesh(response.envelopedProfileMaster));
    MMM_TRY(const auto entry,
            schema::payloadOf<schema::CatalogedDevice>(response.envelopedCatalogEntryDevice));
    MMM_TRY(const auto device, schema::verifyCatalogedDevice(entry, mesh));
    if (device.profile.udf() != deviceUdf)
        return fail(Fault::Contradiction, "a claim for another device");
    if (device.accounts.empty() || device.accounts.front().connection->serviceId.empty())
        return fail(Fault::Missing, "a claim without an account");
    const schema::VerifiedAccountEntry& account = device.accounts.front();
    Claim claim{std::move(mesh), account.profile.udf(), {}};
    // where the service is, is a hint only: it cannot lead to another account
    if (const auto offer = ConnectionOffer::parse(response.connectUri))
        claim.place = *offer;
    const std::string& address = account.connection->serviceId.front();
    if (claim.place.account != address) {
        claim.place = {};
        claim.place.account = address;
    }
    return claim;
}

/// The answer of the hailed account's service, as soon as there is one.
Result<protocol::StatusResponse> hail(MeshState& state, const LocalRecord& known, const DeviceKeys& device,
                                      const std::stop_token& stop)
{
    const auto link = std::make_shared<ServiceLink>(known.service, state.discovery(), state.options.clock);
    const protocol::Identity identity{device.authentication.keyInUse(), {{"ProfileDevice", device.profile}}};
    for (std::chrono::seconds time = firstPause;; time = std::min(time * 2, longestPause)) {
        protocol::CompleteRequest request;
        request.serviceId = known.account;
        request.deviceUdf = device.udf;
        request.holdSeconds = claimHold.count();
        const Stopwatch asked;
        auto response = link->transact<protocol::StatusResponse>(identity, std::move(request), stop,
                                                                 claimHold + ServiceLink::patience);
        if (response ||
            (response.error().fault != Fault::NotFound && response.error().fault != Fault::NotYet))
            return response;
        if (asked.elapsed() >= claimHold)
            time = firstPause; // the service has held the question
        if (!pauseFor(time, stop))
            return fail(Fault::Cancelled);
    }
}

} // namespace

Status awaitClaim(MeshState& state, const Progress& progress, std::stop_token stop)
{
    LocalRecord known;
    {
        const std::scoped_lock lock(state.mutex);
        known = state.record;
    }
    MMM_TRY(const DeviceKeys device, openDevice(state.vault, known.profileDevice, stop));
    MMM_TRY(const protocol::StatusResponse response, hail(state, known, device, stop));
    MMM_TRY(const Claim claim, checkClaim(known, device.udf, response));
    if (progress)
        progress(Step::FindingService, 0.2);
    const auto link =
        std::make_shared<ServiceLink>(placeOf(state, claim.place), state.discovery(), state.options.clock);
    MMM_CHECK(link->hello(stop));
    MMM_CHECK(state.changeRecord([&](LocalRecord& record) {
        record.stage = "Connecting";
        record.account = claim.place.account;
        record.accountUdf = claim.accountUdf;
        record.service = link->record();
        record.profileMesh = claim.mesh.envelope();
        record.code = {};
    }));
    const std::scoped_lock lock(state.mutex);
    state.link = link;
    return {};
}

} // namespace mmm::mesh
