#include "mesh/group_card.h"
#include "mesh/group_flows.h"
#include "mesh/message_flows.h"
#include "mesh/shared_key.h"
#include "schema/key_check.h"
#include "schema/make.h"
#include "service/account_name.h"

#include <algorithm>

/// Who belongs to a group (WIRE E.20.2, E.20.5).
namespace mmm::mesh {

namespace {

MemberStanding standingOf(const schema::CatalogedMember& entry)
{
    return entry.state == "Accepted"        ? MemberStanding::Accepted
           : entry.state == "Declined"      ? MemberStanding::Declined
           : entry.state == "Undeliverable" ? MemberStanding::Undeliverable
                                            : MemberStanding::Invited;
}

/// What this account knows of the answer to an invitation that it sent; empty if nothing.
std::string answerTo(Membership& member, const std::string& invitation)
{
    if (const OutboxItem* waiting = member.outbox->find(invitation))
        return waiting->fault.empty() && !waiting->isRemoved() ? std::string() : "Undeliverable";
    const auto sent = member.containers->outbound().message(invitation);
    if (!sent)
        return {};
    return sent->outcome == store::MessageState::Accept   ? "Accepted"
           : sent->outcome == store::MessageState::Reject ? "Declined"
           : sent->outcome == store::MessageState::Failed ? "Undeliverable"
                                                          : "";
}

/// Writes the answers that have come into the list, for all administrators to see.
Status noteAnswers(MeshState& state, GroupCatalog& list, std::stop_token stop)
{
    std::vector<schema::CatalogedMember> changed;
    {
        const auto member = state.member();
        const std::scoped_lock lock(member->mutex);
        for (schema::CatalogedMember& entry : list.members()) {
            if (entry.invitation.empty())
                continue;
            const std::string answer = answerTo(*member, entry.invitation);
            if (answer.empty() || answer == entry.state)
                continue;
            entry.state = answer;
            changed.push_back(std::move(entry));
        }
    }
    return changed.empty() ? Status() : list.put(changed, stop);
}

/// Takes administrators who have left off the list.
Status noteDepartures(const GroupKeys& group, GroupCatalog& list, std::stop_token stop)
{
    const auto isPresent = [&](const std::string& kid) {
        return std::ranges::any_of(group.profile->keysOnlineSignature,
                                   [&](const schema::PublicKey& key) { return key.udf == kid; });
    };
    for (const schema::CatalogedMember& entry : list.members()) {
        if (!entry.administratorUdf.empty() && !isPresent(entry.administratorUdf))
            MMM_CHECK(list.remove(entry.udf, stop));
    }
    return {};
}

struct Opened
{
    GroupKeys group;
    GroupCatalog list;
};

/// The group and its list as the service has them now.
Result<Opened> openList(MeshState& state, const std::string& udf, std::stop_token stop)
{
    MMM_TRY(GroupKeys group, presentGroup(state, udf, stop));
    MMM_TRY(GroupCatalog list, GroupCatalog::open(state, group, stop));
    MMM_CHECK(list.refresh(stop));
    (void)noteDepartures(group, list, stop);
    return Opened{std::move(group), std::move(list)};
}

dare::Envelope connectionOf(const GroupKeys& group, const std::string& accountUdf, TimePoint now)
{
    const auto connection =
        schema::makeConnectionGroup(accountUdf, group.udf(), group.part.whole, group.address, now);
    return schema::sealRecord(connection, {group.administration.get()}).value_or(dare::Envelope());
}

/// Splits the key, gives the service its share, and the entry the member's.
Result<schema::GroupPart> share(MeshState& state, const Opened& opened, GroupCatalog& list,
                                schema::CatalogedMember& entry, const crypto::PublicKey& reader,
                                std::stop_token stop)
{
    const GroupKeys& group = opened.group;
    MMM_TRY(schema::GroupShares shares, schema::splitGroupKey(group.part.part));
    schema::GroupPart part{group.part.whole, std::move(shares.member), group.address};
    entry.envelopedConnectionGroup = connectionOf(group, entry.udf, state.now());
    MMM_TRY(entry.envelopedMemberKey,
            schema::sealRecord(schema::describe(part), {group.administration.get()}, {reader}));
    MMM_CHECK(list.sendShare(entry, shares.service, stop));
    return part;
}

template<encoding::Record T>
Result<std::string> sendInvitation(MeshState& state, const GroupKeys& group, const T& content,
                                   const Addressee& to, const std::string& text)
{
    schema::GroupInvitation message;
    message.text = text;
    MMM_TRY(message.encryptedPartDecrypt,
            schema::sealRecord(content, {group.administration.get()}, {to.key}));
    MMM_TRY(message.envelopedContact, makeGroupCard(group));
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    MMM_CHECK(send(state, *member, message, to));
    return message.messageId;
}

/// The account of a contact who is to be written to and may answer; key and identifier are from its own card.
struct Appointee
{
    Addressee to;
    std::string accountUdf;
};
Result<Appointee> appointee(MeshState& state, const std::string& address, std::stop_token stop)
{
    MMM_TRY(Addressee to, addressee(state, address, true, stop));
    const auto member = state.member();
    const std::scoped_lock lock(member->mutex);
    ContactBook book(*member);
    const ContactEntry* contact = book.byAddress(to.address);
    if (!contact)
        return fail(Fault::NotFound, "no contact has that address");
    MMM_CHECK(admitGroupAnswers(*member, *contact));
    return Appointee{std::move(to), contact->card.account.udf()};
}

} // namespace

Result<std::vector<GroupMember>> groupMembers(MeshState& state, const std::string& udf, bool refresh,
                                              std::stop_token stop)
{
    const auto member = state.member();
    std::optional<GroupKeys> group;
    if (refresh) {
        MMM_TRY(group, presentGroup(state, udf, stop));
    } else {
        const std::scoped_lock lock(member->mutex);
        MMM_TRY(group, openGroup(*member, udf));
    }
    MMM_TRY(GroupCatalog list, GroupCatalog::open(state, *group, stop));
    if (refresh) {
        MMM_CHECK(list.refresh(stop));
        MMM_CHECK(noteAnswers(state, list, stop));
        (void)noteDepartures(*group, list, stop); // or another administrator does
    }
    std::vector<GroupMember> members;
    const std::scoped_lock lock(member->mutex);
    ContactBook book(*member);
    for (const schema::CatalogedMember& entry : list.members()) {
        GroupMember shown;
        shown.accountUdf = entry.udf;
        shown.address = entry.contactAddress;
        shown.standing = standingOf(entry);
        shown.isOwn = entry.udf == member->accountUdf;
        shown.isAdministrator =
            std::ranges::any_of(group->profile->keysOnlineSignature, [&](const schema::PublicKey& key) {
                return !entry.administratorUdf.empty() && key.udf == entry.administratorUdf;
            });
        if (const ContactEntry* contact = book.byAccount(entry.udf)) {
            shown.name = contact->shown().fullName;
            shown.contactId = contact->id;
        }
        members.push_back(std::move(shown));
    }
    return members;
}

Status inviteMember(MeshState& state, const std::string& udf, const std::string& address,
                    const std::string& text, std::stop_token stop)
{
    MMM_TRY(const Appointee invited, appointee(state, address, stop));
    MMM_TRY(Opened opened, openList(state, udf, stop));
    schema::CatalogedMember entry;
    if (auto known = opened.list.member(invited.accountUdf)) {
        if (!known->administratorUdf.empty())
            return fail(Fault::Exists, "an administrator of the group");
        entry = std::move(*known);
    }
    entry.udf = invited.accountUdf;
    entry.contactAddress = invited.to.address;
    entry.state.clear();
    MMM_TRY(const schema::GroupPart part, share(state, opened, opened.list, entry, invited.to.key, stop));
    MMM_TRY(entry.invitation, sendInvitation(state, opened.group, schema::describe(part), invited.to, text));
    return opened.list.put({entry}, stop);
}

Status removeMember(MeshState& state, const std::string& udf, const std::string& memberUdf,
                    std::stop_token stop)
{
    MMM_TRY(Opened opened, openList(state, udf, stop));
    MMM_TRY(const schema::CatalogedMember entry, opened.list.member(memberUdf));
    if (memberUdf == state.member()->accountUdf)
        return fail(Fault::Unsupported, "an administrator is removed by another one");
    if (!entry.administratorUdf.empty()) {
        schema::ProfileGroup profile = *opened.group.profile;
        const auto isTheirs = [&](const schema::PublicKey& key) { return key.udf == entry.administratorUdf; };
        std::ranges::copy_if(profile.keysOnlineSignature, std::back_inserter(profile.keysFormerSignature),
                             isTheirs);
        std::erase_if(profile.keysOnlineSignature, isTheirs);
        MMM_TRY(GroupKeys group, publishGroup(state, std::move(opened.group), profile, stop));
        MMM_TRY(GroupCatalog list, GroupCatalog::open(state, group, stop));
        list.setRetiring(entry.administratorUdf);
        return list.remove(memberUdf, stop);
    }
    return opened.list.remove(memberUdf, stop);
}

Status appointMember(MeshState& state, const std::string& udf, const std::string& memberUdf,
                     std::stop_token stop)
{
    MMM_TRY(Opened opened, openList(state, udf, stop));
    MMM_TRY(schema::CatalogedMember entry, opened.list.member(memberUdf));
    if (!entry.administratorUdf.empty())
        return fail(Fault::Exists, "an administrator already");
    MMM_TRY(const Appointee appointed, appointee(state, entry.contactAddress, stop));
    if (appointed.accountUdf != memberUdf)
        return fail(Fault::Contradiction, "the contact has another account than the member");
    const auto key = freshKey();
    schema::ProfileGroup profile = *opened.group.profile;
    profile.keysOnlineSignature.push_back(schema::describe(key->publicKey()));
    MMM_TRY(const GroupKeys group, publishGroup(state, std::move(opened.group), profile, stop));
    schema::ActivationGroup activation = describe(group);
    activation.keySignature = dare::fromPrivateKey(*key);
    entry.administratorUdf = schema::udfOf(key->publicKey());
    entry.state.clear();
    MMM_TRY(entry.invitation, sendInvitation(state, group, activation, appointed.to, {}));
    MMM_TRY(GroupCatalog list, GroupCatalog::open(state, group, stop));
    return list.put({entry}, stop);
}

} // namespace mmm::mesh
