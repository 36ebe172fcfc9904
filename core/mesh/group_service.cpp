#include "mesh/group_service.h"

#include "crypto/threshold.h"
#include "protocol/portal_transactions.h"
#include "schema/any.h"
#include "schema/catalog.h"
#include "schema/key_check.h"
#include "schema/make.h"
#include "service/account_name.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr int mostGroupAttempts = 5;

/// Administrators write the list. What those of the past wrote counts once a present one has signed what
/// follows it, so that nobody who left can write the list's past anew.
class GroupAuthority final : public store::Authority
{
public:
    GroupAuthority(const schema::ProfileGroup& group, std::string_view retiring)
        : m_group(group),
          m_retiring(retiring)
    {}
    Result<store::Writer> writer(std::string_view kid, std::string_view, std::int64_t,
                                 std::int64_t) const override
    {
        if (auto present = among(m_group.keysOnlineSignature, kid, store::Standing::Entitled))
            return std::move(*present);
        if (auto former = among(m_group.keysFormerSignature, kid,
                                kid == m_retiring ? store::Standing::Entitled : store::Standing::Vouchable))
            return std::move(*former);
        return fail(Fault::NotAuthorised, "not the key of an administrator");
    }

private:
    static std::optional<store::Writer> among(const std::vector<schema::PublicKey>& keys,
                                              std::string_view kid, store::Standing standing)
    {
        for (const schema::PublicKey& key : keys) {
            const auto decoded = schema::keyOf(key);
            // the name a key is listed under is its owner's word; its fingerprint is not
            if (decoded && schema::udfOf(*decoded) == kid)
                return store::Writer{*decoded, standing};
        }
        return std::nullopt;
    }

    const schema::ProfileGroup& m_group;
    std::string_view m_retiring;
};

/// An administrator who left by taking its own key out of the profile, which its signature shows: what it
/// wrote last counts as soon as another one signs what follows. One who was removed has not signed that.
std::string leaverOf(const schema::Verified<schema::ProfileGroup>& group)
{
    for (const schema::PublicKey& former : group->keysFormerSignature) {
        const auto key = schema::keyOf(former);
        if (key && group.envelope().verify(*key))
            return schema::udfOf(*key);
    }
    return {};
}

Result<ServicePlace> placeOf(const GroupKeys& group)
{
    MMM_TRY(const service::AccountAddress parts, service::parseAddress(group.address));
    return ServicePlace{asciiLower(parts.domain), {}, group.serviceUdf};
}

Secret keyJson(const crypto::PrivateKey& key)
{
    encoding::JsonWriter writer;
    encoding::Codec<dare::Key>::write(writer, dare::fromPrivateKey(key));
    return Secret(bytesOf(writer.text()));
}

} // namespace

Result<ServiceQuestion> askAsMember(MeshState& state, const GroupKeys& group)
{
    MMM_TRY(const ServicePlace place, placeOf(group));
    protocol::Identity identity;
    {
        const auto member = state.member();
        const std::scoped_lock lock(member->mutex);
        identity = member->keys->identity;
        identity.credentials.push_back({"ProfileAccount", member->keys->profile});
    }
    return ServiceQuestion::as(state, place, std::move(identity));
}

Result<ServiceQuestion> askAsAdministrator(MeshState& state, const GroupKeys& group)
{
    MMM_TRY(const ServicePlace place, placeOf(group));
    return ServiceQuestion::as(state, place,
                               {group.administration, {{"ProfileGroup", group.profile.envelope()}}});
}

Result<schema::Verified<schema::ProfileGroup>> lookUpGroup(MeshState& state, const std::string& address,
                                                           std::stop_token stop)
{
    MMM_TRY(const PersonAddress wanted, PersonAddress::parse(address));
    MMM_TRY(const service::AccountAddress parts, service::parseAddress(wanted.address));
    MMM_TRY(const ServiceQuestion question, ServiceQuestion::to(state, {parts.domain, {}, {}}));
    protocol::GetRequest request;
    request.account = wanted.address;
    MMM_TRY(const auto response, question.ask<protocol::GetResponse>(std::move(request), stop));
    for (const protocol::PortalEntry& entry : response.entries) {
        const auto* published = std::get_if<protocol::SignedProfile>(&entry);
        if (!published || !schema::payloadOf<schema::ProfileGroup>(published->signedData))
            continue;
        MMM_TRY(auto group, schema::verifyProfileGroup(published->signedData));
        const auto is = [&](const std::string& id) { return asciiLower(id) == wanted.address; };
        if (std::ranges::none_of(group->serviceIds, is))
            return fail(Fault::Contradiction, "the service gave the profile of another group");
        return group;
    }
    return fail(Fault::NotFound, "the service has no group of that address");
}

Result<ServicePart> askPart(MeshState& state, const GroupKeys& group, const std::string& accountUdf,
                            const dare::Recipient& recipient, std::stop_token stop)
{
    MMM_TRY(const ServiceQuestion question, askAsMember(state, group));
    protocol::RecryptRequest request;
    request.account = group.address;
    request.memberUdf = accountUdf;
    request.memberKeyUdf = {schema::udfOf(group.part.part.publicKey())};
    request.groupKeyId = recipient.kid;
    request.ephemeralKey = recipient.ephemeral;
    request.returnKey = true;
    MMM_TRY(auto response, question.ask<protocol::RecryptResponse>(std::move(request), stop));
    if (!crypto::PublicKey::decode(group.part.whole.curve(), response.partial))
        return fail(Fault::ProtocolViolation, "the service's part is none");
    return ServicePart{Secret(BytesView(response.partial)), std::move(response.decryptionKey)};
}

GroupCatalog::GroupCatalog(const GroupKeys& group, ServiceQuestion service)
    : m_address(group.address),
      m_udf(group.udf()),
      m_profile(group.profile),
      m_administration(group.administration),
      m_retiring(leaverOf(group.profile)),
      m_service(std::move(service))
{}

Result<GroupCatalog> GroupCatalog::open(MeshState& state, const GroupKeys& group, std::stop_token stop)
{
    if (!group.isAdministrator())
        return fail(Fault::NotAuthorised, "not an administrator of the group");
    MMM_TRY(ServiceQuestion service, askAsAdministrator(state, group));
    GroupCatalog catalog(group, std::move(service));
    store::ContainerOptions options;
    dare::KeyRing ring;
    ring.add(group.part.part.clone());
    options.keys = std::make_shared<const dare::KeyRing>(std::move(ring));
    {
        const std::scoped_lock lock(state.mutex);
        MMM_TRY(options.directory, state.folder->accountDirectory(group.udf()));
        options.seal = state.seal;
    }
    options.name = schema::store_name::member;
    options.account = group.udf();
    options.clock = state.options.clock.get();
    options.stop = stop;
    MMM_TRY(catalog.m_catalog, store::Catalog::open(std::move(options)));
    catalog.m_catalog->setRecipients({group.part.whole});
    return catalog;
}

std::vector<schema::CatalogedMember> GroupCatalog::members() const
{
    std::vector<schema::CatalogedMember> list;
    for (const std::string& id : m_catalog->ids()) {
        if (auto entry = member(id))
            list.push_back(std::move(*entry));
    }
    return list;
}

Result<schema::CatalogedMember> GroupCatalog::member(const std::string& udf) const
{
    MMM_TRY(const Secret payload, m_catalog->read(udf));
    MMM_TRY(auto entry, encoding::fromTaggedJson<schema::CatalogedMember>(payload));
    // under which name an entry stands is signed; what it says of itself must be the same
    if (entry.udf != udf)
        return fail(Fault::Contradiction, "a member under another one's name");
    return entry;
}

Status GroupCatalog::download(std::stop_token stop)
{
    const GroupAuthority authority(*m_profile, m_retiring);
    if (m_catalog->report().needsReset())
        MMM_CHECK(m_catalog->resetReplica());
    for (;;) {
        const std::int64_t from = m_catalog->nextIndex();
        protocol::DownloadRequest request;
        request.account = m_address;
        protocol::ConstraintsSelect select;
        select.container = schema::store_name::member;
        select.indexMin = from;
        request.select.push_back(std::move(select));
        MMM_TRY(const auto response, m_service.ask<protocol::DownloadResponse>(std::move(request), stop));
        if (response.updates.empty())
            return fail(Fault::ProtocolViolation, "no answer about the members");
        const protocol::ContainerUpdate& update = response.updates.front();
        std::optional<store::Finding> finding;
        if (update.index)
            finding = m_catalog->compare(*update.index, update.digest);
        if (!finding) {
            MMM_TRY(store::ApplyReport report,
                    m_catalog->applyDownloaded(update.envelopes, authority, update.index));
            finding = std::move(report.finding);
        }
        if (finding)
            return fail(finding->fault(), finding->detail);
        const std::int64_t reached = m_catalog->nextIndex();
        if (reached >= update.index.value_or(reached))
            return {};
        if (reached == from)
            return fail(Fault::Damaged, "the service keeps frames back");
    }
}

Status GroupCatalog::upload(std::stop_token stop)
{
    for (int attempt = 0; attempt < mostGroupAttempts; ++attempt) {
        // two administrators changed the same entry: what is with the service came first
        for (const std::string& id : m_catalog->conflictIds()) {
            MMM_TRY(const store::Conflict conflict, m_catalog->conflict(id));
            MMM_CHECK(m_catalog->resolve(id, conflict.theirs));
        }
        if (!m_catalog->hasPending())
            return {};
        MMM_TRY(const store::UploadBatch batch,
                m_catalog->prepareUpload(*m_administration, schema::udfOf(m_administration->publicKey())));
        protocol::UploadRequest request;
        request.account = m_address;
        protocol::ContainerUpdate update;
        update.container = schema::store_name::member;
        update.index = batch.firstIndex;
        update.envelopes = batch.frames;
        request.updates.push_back(std::move(update));
        MMM_TRY(const auto response, m_service.ask<protocol::UploadResponse>(std::move(request), stop));
        const bool isTaken = !response.entries.empty() &&
                             std::ranges::all_of(response.entries, [](const protocol::EntryResponse& entry) {
                                 return entry.result == "Accept";
                             });
        if (isTaken)
            return m_catalog->confirmUploaded(batch);
        MMM_CHECK(download(stop));
    }
    return fail(Fault::Conflict, "other administrators write faster than this one");
}

Status GroupCatalog::refresh(std::stop_token stop)
{
    MMM_CHECK(download(stop));
    return upload(stop);
}

Status GroupCatalog::put(const std::vector<schema::CatalogedMember>& entries, std::stop_token stop)
{
    std::vector<store::Catalog::Item> items;
    for (const schema::CatalogedMember& entry : entries)
        items.push_back({entry.udf, encoding::toTaggedJson(entry)});
    MMM_CHECK(m_catalog->putMany(std::move(items)));
    return upload(stop);
}

Status GroupCatalog::remove(const std::string& udf, std::stop_token stop)
{
    MMM_CHECK(m_catalog->remove(udf));
    return upload(stop);
}

Status GroupCatalog::sendShare(const schema::CatalogedMember& entry, const crypto::PrivateKey& share,
                               std::stop_token stop)
{
    MMM_TRY(const crypto::PublicKey host, m_service.hostKey(stop));
    schema::CatalogedMember whole = entry;
    dare::SealOptions options;
    options.recipients = {host};
    MMM_TRY(whole.envelopedServiceKey, dare::seal(keyJson(share), options));
    // what the administrators note is theirs
    whole.state.clear();
    whole.invitation.clear();
    whole.administratorUdf.clear();
    protocol::UploadRequest request;
    request.account = m_address;
    MMM_TRY(dare::Envelope envelope, schema::sealRecord(whole, {m_administration.get()}));
    request.members.push_back(std::move(envelope));
    return m_service.ask<protocol::UploadResponse>(std::move(request), stop).map([](const auto&) {});
}

} // namespace mmm::mesh
