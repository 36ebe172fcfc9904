#include "mesh/service_operator.h"

#include "schema/key_check.h"
#include "udf/udf.h"

namespace mmm::mesh {

namespace {

using schema::ServiceAuthority;
using ProfileAccount = schema::ProfileAccount;
using ProfileMesh = schema::ProfileMesh;

/// Whether the account belongs to that mesh, as both say: anybody can name a mesh in the profile of his
/// account.
bool isAccountOf(const schema::Verified<ProfileAccount>& account, const schema::Verified<ProfileMesh>& mesh)
{
    return udf::sameText(account->meshProfileUdf, mesh.udf()) &&
           schema::verifyByAny(account.envelope(), mesh->keysOnlineSignature);
}

bool isOwn(const ServiceAuthority& authority, const Membership& member)
{
    if (const auto* mesh = std::get_if<schema::Verified<ProfileMesh>>(&authority))
        return udf::sameText(mesh->udf(), member.mesh.udf());
    const auto& account = std::get<schema::Verified<ProfileAccount>>(authority);
    return udf::sameText(account.udf(), member.accountUdf) || isAccountOf(account, member.mesh);
}

/// The contact one of whose accounts says, as the mesh does, that it belongs to that mesh. The cards are
/// looked into before anything is verified: there may be thousands.
std::optional<std::string> accountIn(const schema::Verified<ProfileMesh>& mesh, Membership& member)
{
    for (const std::string& id : member.containers->find(schema::store_name::contact)->ids()) {
        const auto entry = readContact(member, id);
        const auto card = entry ? schema::payloadOf<schema::Contact>(entry->envelopedContact)
                                : Result<schema::Contact>(fail(Fault::Missing));
        if (!card || entry->self.value_or(false))
            continue;
        for (const dare::Envelope& one : card->meshAccounts) {
            const auto stated = schema::payloadOf<ProfileAccount>(one);
            if (!stated || !udf::sameText(stated->meshProfileUdf, mesh.udf()))
                continue;
            const auto account = schema::verifyProfileAccount(one);
            if (account && isAccountOf(*account, mesh))
                return account->udf();
        }
    }
    return std::nullopt;
}

/// The entry of the contact who is that authority; null if nobody is. It lives as long as the book.
const ContactEntry* contactOf(const ServiceAuthority& authority, ContactBook& book, Membership& member)
{
    if (const auto* account = std::get_if<schema::Verified<ProfileAccount>>(&authority))
        return book.byAccount(account->udf());
    const auto udf = accountIn(std::get<schema::Verified<ProfileMesh>>(authority), member);
    return udf ? book.byAccount(*udf) : nullptr;
}

ServiceOperator describe(const ServiceAuthority& authority, ContactBook& book, Membership& member)
{
    ServiceOperator who;
    who.udf = schema::udfOf(authority);
    who.isOwn = isOwn(authority, member);
    const ContactEntry* contact = who.isOwn ? nullptr : contactOf(authority, book, member);
    if (contact == nullptr)
        return who;
    const Speaker speaker = speakerOf(contact->card.account.udf(), {}, book);
    who.name = speaker.name;
    who.contactId = speaker.contactId;
    who.confirmed = speaker.confirmed;
    return who;
}

const schema::Profile& profileOf(const ServiceAuthority& authority)
{
    return std::visit([](const auto& is) -> const schema::Profile& { return *is; }, authority);
}

/// What is known here of the same authority, where that is newer than what the service shows.
ServiceAuthority newestOf(const ServiceAuthority& shown, const std::optional<ServiceAuthority>& remembered,
                          ContactBook& book, const Membership& member)
{
    std::vector<ServiceAuthority> known;
    if (remembered)
        known.push_back(*remembered);
    if (std::holds_alternative<schema::Verified<ProfileMesh>>(shown)) {
        known.emplace_back(member.mesh);
    } else {
        if (auto own = schema::verifyProfileAccount(member.keys->profile, &member.mesh))
            known.emplace_back(std::move(*own));
        if (const ContactEntry* contact = book.byAccount(schema::udfOf(shown)))
            known.emplace_back(contact->card.account);
    }
    ServiceAuthority newest = shown;
    for (ServiceAuthority& one : known) {
        if (!udf::sameText(schema::udfOf(one), schema::udfOf(shown)))
            continue;
        const Status follows = schema::checkSuccession(profileOf(one), profileOf(newest));
        if (!follows && follows.error().fault == Fault::RolledBack)
            newest = std::move(one);
    }
    return newest;
}

std::optional<ServiceAuthority> rememberedOf(const MeshState& state, const std::string& serviceUdf)
{
    dare::Envelope profile;
    {
        const std::scoped_lock lock(state.mutex);
        const auto& record = state.record.serviceOperator;
        if (!record || record->serviceUdf != serviceUdf)
            return std::nullopt;
        profile = record->profile;
    }
    auto authority = schema::verifyServiceAuthority(profile);
    return authority ? std::optional(std::move(*authority)) : std::nullopt;
}

const dare::Envelope& envelopeOf(const ServiceAuthority& authority)
{
    return std::visit([](const auto& is) -> const dare::Envelope& { return is.envelope(); }, authority);
}

Status remember(MeshState& state, const std::string& serviceUdf, const ServiceAuthority& authority)
{
    return state.changeRecord([&](LocalRecord& record) {
        OperatorRecord& kept = record.serviceOperator.emplace();
        kept.serviceUdf = serviceUdf;
        kept.profile = envelopeOf(authority);
    });
}

} // namespace

Result<std::optional<OperatorFinding>> findOperator(MeshState& state, BytesView accreditation,
                                                    const schema::Verified<schema::ProfileService>& service)
{
    const auto member = state.member();
    if (!member)
        return fail(Fault::Unsupported, "not possible now");
    const std::optional<ServiceAuthority> remembered = rememberedOf(state, service.udf());
    if (accreditation.empty() && !remembered)
        return std::nullopt;
    OperatorFinding found{{}, fail(Fault::Missing, "the service shows none"), fail(Fault::Missing), {}, {}};
    auto shown = accreditation.empty()
                     ? Result<schema::ServiceAccreditation>(fail(Fault::Missing, "the service shows none"))
                     : schema::readServiceAccreditation(accreditation);
    if (shown) {
        found.shown = std::move(*shown);
        found.authority = schema::verifyServiceAuthority(found.shown.envelopedProfileAuthority);
    } else {
        found.authority = tl::unexpected<Error>(shown.error());
    }
    std::optional<ServiceAuthority> newest;
    {
        const std::scoped_lock lock(member->mutex);
        ContactBook book(*member);
        if (found.authority) {
            newest = newestOf(*found.authority, remembered, book, *member);
            found.connection =
                schema::verifyConnectionService(found.shown.envelopedConnectionService, service, *newest);
            if (found.connection && found.connection->isCurrent() && schema::isCurrent(*newest))
                found.runBy = describe(*newest, book, *member);
        } else {
            found.connection = tl::unexpected<Error>(found.authority.error());
        }
        if (remembered && (!found.runBy || !udf::sameText(found.runBy->udf, schema::udfOf(*remembered))))
            found.formerlyRunBy = describe(*remembered, book, *member);
    }
    const bool isNews = found.runBy && !found.formerlyRunBy &&
                        (!remembered || envelopeOf(*remembered).toJson() != envelopeOf(*newest).toJson());
    if (isNews)
        MMM_CHECK(remember(state, service.udf(), *newest));
    return found;
}

Status acceptOperator(MeshState& state, const OperatorFinding* found, std::string_view udf,
                      const std::string& serviceUdf)
{
    const std::string shown = found != nullptr && found->runBy ? found->runBy->udf : std::string();
    if (found == nullptr || shown != udf)
        return fail(Fault::NotFound, "the service shows another operator");
    if (!shown.empty())
        return remember(state, serviceUdf, *found->authority);
    return state.changeRecord([](LocalRecord& record) { record.serviceOperator.reset(); });
}

Result<std::string> accreditService(MeshState& state, std::string_view serviceUdf)
{
    const auto member = state.member();
    if (!member)
        return fail(Fault::Unsupported, "not possible now");
    const TimePoint now = state.now();
    const std::scoped_lock lock(member->mutex);
    if (!member->keys->administration)
        return fail(Fault::NotAuthorised, "only a device that manages the others signs for the account");
    MMM_TRY(const auto account, schema::verifyProfileAccount(member->keys->profile, &member->mesh));
    MMM_TRY(const Secret text,
            schema::makeServiceAccreditation(serviceUdf, account,
                                             *member->keys->administration->accountOnlineSignature, now));
    return std::string(text.text());
}

} // namespace mmm::mesh
