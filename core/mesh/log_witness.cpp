#include "mesh/log_witness.h"

#include "crypto/hash.h"
#include "encoding/base64url.h"
#include "mesh/catalog_token.h"
#include "mesh/log_code.h"
#include "mesh/service_log.h"
#include "udf/udf.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

/// Statements that people showed are kept up to that many: each may contradict what is stated later.
constexpr std::size_t mostShown = 16;
constexpr std::string_view shownPrefix = "shown:";
constexpr std::string_view connectionPrefix = "connection:";

std::string ownUdfOf(const MeshState& state)
{
    const std::scoped_lock lock(state.mutex);
    return state.device->udf;
}

/// One statement has one name, however often and by whom it is shown.
std::string shownId(const protocol::Checkpoint& checkpoint)
{
    const Bytes digest = crypto::sha512(encoding::toTaggedJson(checkpoint).view());
    return std::string(shownPrefix) + encoding::toBase64url(BytesView(digest).first(16));
}

bool saysTheSame(const protocol::Checkpoint& one, const protocol::Checkpoint& other)
{
    return one.index == other.index && one.treeDigest == other.treeDigest;
}

/// With member.mutex held.
Status keepShown(Membership& member, CatalogedCheckpoint entry)
{
    store::Catalog& catalog = member.applications();
    std::vector<store::Row> shown = catalog.rows();
    std::erase_if(shown, [](const store::Row& row) {
        return row.className != CatalogedCheckpoint::className || !row.id.starts_with(shownPrefix);
    });
    if (std::ranges::find(shown, entry.key, &store::Row::id) != shown.end())
        return {};
    if (shown.size() >= mostShown) {
        const auto oldest = std::ranges::min_element(shown, {}, &store::Row::modified);
        MMM_CHECK(catalog.remove(oldest->id));
    }
    return catalog.put(entry.key, encoding::toTaggedJson(entry));
}

std::optional<CatalogedCheckpoint> connectionEntry(Membership& member, const std::string& ownUdf)
{
    const auto payload = member.applications().read(std::string(connectionPrefix) + ownUdf);
    if (!payload)
        return std::nullopt;
    auto entry = encoding::fromTaggedJson<CatalogedCheckpoint>(*payload);
    return entry ? std::optional(std::move(*entry)) : std::nullopt;
}

/// The tokens in the activations of this device's own entry, which only it and administration devices can
/// read, and only these could make.
struct SealedWord
{
    std::string service;
    std::string devices;
};
Result<SealedWord> sealedWord(const MeshState& state, const std::string& accountUdf)
{
    std::optional<schema::CatalogedDevice> entry;
    std::optional<dare::KeyRing> ring;
    dare::Envelope profile;
    {
        const std::scoped_lock lock(state.mutex);
        entry = state.record.device;
        profile = state.record.profileMesh;
        ring.emplace().add(state.device->encryption.keyInUse());
    }
    if (!entry)
        return fail(Fault::NotFound, "this device has no entry");
    MMM_TRY(const auto mesh, schema::verifyProfileMesh(profile));
    MMM_TRY(const auto device, schema::verifyCatalogedDevice(*entry, mesh));
    MMM_TRY(const auto activation, schema::openActivation(device, mesh, *ring));
    SealedWord word;
    word.service = activation.notaryToken;
    for (const schema::VerifiedAccountEntry& account : device.accounts) {
        if (account.profile.udf() != accountUdf)
            continue;
        MMM_TRY(const auto member, schema::openActivation(device, account, *ring));
        word.devices = member.notaryToken;
    }
    return word;
}

} // namespace

std::optional<protocol::NotaryToken> newestToken(const MeshState& state)
{
    const LocalRecord record = logRecord(state);
    const auto service = loggedService(record);
    if (!service || record.checkpoints.empty())
        return std::nullopt;
    auto token = protocol::tokenOf(record.checkpoints.back(), *service);
    return token ? std::optional(std::move(*token)) : std::nullopt;
}

std::string notaryTokenFor(const MeshState& state, std::string before)
{
    const auto token = newestToken(state);
    return token ? token->text() : before;
}

Result<LogCodeText> showLog(MeshState& state, std::stop_token stop)
{
    // what was stated before is good too, if the service cannot be asked now
    if (const Status heard = hearServiceLog(state, stop); !heard && heard.error().fault == Fault::Cancelled)
        return tl::unexpected<Error>(heard.error());
    const LocalRecord record = logRecord(state);
    MMM_TRY(const auto service, loggedService(record));
    if (record.checkpoints.empty())
        return fail(Fault::NotFound, "the service has stated nothing yet");
    LogCode code;
    MMM_TRY(code.token, protocol::tokenOf(record.checkpoints.back(), service));
    code.account = state.member()->address();
    return LogCodeText{code.text(), *code.token.time};
}

Result<LogComparison> compareLog(MeshState& state, std::string_view text, std::stop_token stop)
{
    MMM_TRY(const LogCode code, LogCode::parse(text));
    if (!udf::sameText(code.token.logUdf, logRecord(state).service.serviceUdf))
        return fail(Fault::WrongService, "of the log of another service");
    if (const Status heard = hearServiceLog(state, stop); !heard && heard.error().fault == Fault::Cancelled)
        return tl::unexpected<Error>(heard.error());
    const LocalRecord record = logRecord(state);
    MMM_TRY(const auto service, loggedService(record));
    MMM_TRY(const std::string value, protocol::statementIn(code.token, service));
    const HeardCheckpoint shown{code.token.checkpoint(), value, {}, code.account};
    const auto member = state.member();
    LogComparison comparison;
    comparison.account = code.account;
    const std::vector<std::string> addresses = member->addresses();
    comparison.isOwn = std::ranges::find(addresses, code.account) != addresses.end();
    comparison.stated = shown.checkpoint.time;
    {
        const std::scoped_lock lock(member->mutex);
        const std::string ownUdf = ownUdfOf(state);
        CatalogedCheckpoint entry;
        entry.key = shownId(shown.checkpoint);
        entry.toldBy = comparison.isOwn ? std::string() : code.account;
        entry.serviceUdf = service.udf();
        entry.checkpointValue = value;
        std::vector<HeardCheckpoint> heard = heardCheckpoints(record, *member, ownUdf);
        comparison.isSame = std::ranges::any_of(
            heard, [&](const HeardCheckpoint& one) { return saysTheSame(one.checkpoint, shown.checkpoint); });
        if (!comparison.isSame) {
            MMM_CHECK(keepShown(*member, std::move(entry)));
            heard = heardCheckpoints(record, *member, ownUdf);
        }
        // not among them any more: it is from before a beginning that a person accepted
        const auto counts = std::ranges::any_of(
            heard, [&](const HeardCheckpoint& one) { return saysTheSame(one.checkpoint, shown.checkpoint); });
        for (const HeardCheckpoint& one : heard) {
            const Status fits = compareHeard(one, shown);
            if (counts && !fits && !comparison.contradiction)
                comparison.contradiction = fits.error();
        }
    }
    tellContradictions(state);
    return comparison;
}

Status noteConnection(MeshState& state)
{
    const auto member = state.member();
    const std::string ownUdf = ownUdfOf(state);
    const LocalRecord record = logRecord(state);
    const auto service = loggedService(record);
    {
        const std::scoped_lock lock(member->mutex);
        if (!service || connectionEntry(*member, ownUdf))
            return {};
    }
    const auto word = sealedWord(state, member->accountUdf);
    if (!word || (word->service.empty() && word->devices.empty()))
        return {}; // the device that made the mesh, or one that was connected before anything was stated
    CatalogedCheckpoint entry;
    entry.key = std::string(connectionPrefix) + ownUdf;
    entry.serviceUdf = service->udf();
    entry.devicesToken = word->devices;
    if (const auto token = protocol::NotaryToken::parse(word->service)) {
        if (auto value = protocol::statementIn(*token, *service))
            entry.checkpointValue = std::move(*value);
    }
    const std::scoped_lock lock(member->mutex);
    return member->applications().put(entry.key, encoding::toTaggedJson(entry));
}

Status checkDevices(Membership& member, const std::string& ownUdf, const std::string& serviceUdf)
{
    const auto entry = connectionEntry(member, ownUdf);
    // an account that moved to another service has its catalogs there from the first frame on, and needs no
    // word about what the former one had
    if (!entry || entry->serviceUdf != serviceUdf)
        return {};
    const auto token = protocol::NotaryToken::parse(entry->devicesToken);
    if (!token)
        return {};
    const Status continues = continuesToken(member.containers->devices(), member.accountUdf, *token);
    const bool isFound = !continues && (continues.error().fault == Fault::RolledBack ||
                                        continues.error().fault == Fault::Forked);
    return isFound ? continues : Status();
}

Status acceptDevices(Membership& member, const std::string& ownUdf)
{
    auto entry = connectionEntry(member, ownUdf);
    if (!entry || entry->devicesToken.empty())
        return {};
    entry->devicesToken.clear();
    return member.applications().put(entry->key, encoding::toTaggedJson(*entry));
}

} // namespace mmm::mesh
