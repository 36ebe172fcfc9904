#include "mesh/contact_book.h"

#include "schema/catalog.h"
#include "schema/make.h"
#include "schema/messages.h"
#include "service/account_name.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr std::string_view messagePrefix = "Message:";
constexpr std::string_view everything = "Message:*";
/// What a blocked contact's messages of a class may do once the block ends stands behind this. No service and
/// no other device looks for permissions of that name.
constexpr std::string_view asidePrefix = "Unblocked:";
/// Under the class of the answers, earlier versions wrote what is to become of invitations to groups.
constexpr std::string_view oldInvitations = "Message:OfferGroup";
// where the projection of contacts (store/container_kind.cpp) has them
constexpr std::size_t selfPlace = 13;
constexpr std::size_t udfPlace = 14;
constexpr std::size_t addressPlace = 15;

std::vector<std::string> lines(const std::string& text)
{
    std::vector<std::string> list;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        list.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return list;
}

std::optional<Right> rightNamed(std::string_view role)
{
    if (role == "Accept")
        return Right::Accept;
    if (role == "Hold")
        return Right::Hold;
    return role == "Reject" ? std::optional(Right::Reject) : std::nullopt;
}

std::string_view roleOf(Right right)
{
    return right == Right::Accept ? "Accept" : right == Right::Hold ? "Hold" : "Reject";
}

/// The name of a message right, also of one that is put aside; empty if it is none.
std::string_view messageRight(std::string_view name)
{
    if (name.starts_with(asidePrefix))
        name.remove_prefix(asidePrefix.size());
    return name.starts_with(messagePrefix) ? name : std::string_view();
}

} // namespace

std::string_view wordOf(CardVersion version)
{
    return version == CardVersion::Public ? "Public" : "Restricted";
}

std::optional<CardVersion> versionOf(std::string_view word)
{
    if (word == "Public")
        return CardVersion::Public;
    return word == "Restricted" ? std::optional(CardVersion::Restricted) : std::nullopt;
}

Right rightTo(const std::vector<schema::Permission>& permissions, std::string_view className)
{
    const ContactRights rights = rightsOf(permissions);
    // a blocked sender is blocked, whatever else is permitted
    if (rights.isBlocked)
        return Right::Reject;
    for (const std::string_view wanted : {className, everything.substr(messagePrefix.size())}) {
        const auto found = rights.classes.find(std::string(wanted));
        if (found != rights.classes.end())
            return found->second;
    }
    return Right::Default;
}

ContactRights rightsOf(const std::vector<schema::Permission>& permissions)
{
    ContactRights rights;
    for (const schema::Permission& permission : permissions) {
        const std::string_view name = messageRight(permission.name);
        const auto right = rightNamed(permission.role);
        if (name.empty() || !right)
            continue;
        if (permission.name == everything && *right == Right::Reject)
            rights.isBlocked = true;
        else if (name == oldInvitations)
            rights.classes.try_emplace(std::string(schema::GroupInvitation::className), *right);
        else
            rights.classes[std::string(name.substr(messagePrefix.size()))] = *right;
    }
    return rights;
}

void applyRights(std::vector<schema::Permission>& permissions, const ContactRights& rights)
{
    std::erase_if(permissions, [](const schema::Permission& permission) {
        return !messageRight(permission.name).empty();
    });
    if (rights.isBlocked)
        permissions.push_back(schema::makePermission(std::string(everything), "Reject"));
    // what is said of a class counts for a service before what is said of all
    const std::string prefix =
        std::string(rights.isBlocked ? asidePrefix : std::string_view()) + std::string(messagePrefix);
    for (const auto& [className, right] : rights.classes) {
        if (right != Right::Default)
            permissions.push_back(schema::makePermission(prefix + className, std::string(roleOf(right))));
    }
}

Status admitGroupAnswers(Membership& member, const ContactEntry& contact)
{
    if (std::ranges::none_of(contact.stored.permissions, [](const schema::Permission& permission) {
            return permission.name == oldInvitations;
        }))
        return {};
    schema::AnyContact entry = contact.stored;
    entry.key = contact.id;
    applyRights(entry.permissions, rightsOf(entry.permissions));
    return putContact(member, entry);
}

schema::Contact mergeCard(const schema::Contact& before, const schema::Contact& own,
                          const schema::Contact& after)
{
    schema::Contact merged = after;
    schema::Contact::fields()([&](const auto&... line) {
        const auto keep = [&](auto member) {
            if (!(own.*member == before.*member))
                merged.*member = own.*member;
        };
        (keep(line.member), ...);
    });
    // whose account it is, is never the person's to say
    merged.meshAccounts = after.meshAccounts;
    merged.updated = after.updated;
    return merged;
}

ContactBook::ContactBook(Membership& member) : m_member(member)
{
    for (const store::Row& row : member.containers->find(schema::store_name::contact)->rows()) {
        if (row.shown.size() <= addressPlace)
            continue;
        if (row.shown[selfPlace] == "true") {
            m_ownId = row.id;
            continue;
        }
        for (const std::string& udf : lines(row.shown[udfPlace]))
            m_byUdf.emplace(udf, row.id);
        for (const std::string& address : lines(row.shown[addressPlace]))
            m_byAddress.emplace(asciiLower(address), row.id);
    }
}

const ContactEntry* ContactBook::open(const std::string& id)
{
    const auto [found, isNew] = m_opened.try_emplace(id);
    if (isNew) {
        auto stored = readContact(m_member, id);
        // groups send nothing
        auto card = stored && !stored->isGroup ? verifyCard(stored->envelopedContact)
                                               : Result<VerifiedCard>(fail(Fault::Missing));
        if (card)
            found->second = ContactEntry{id, std::move(*stored), std::move(*card)};
    }
    return found->second ? &*found->second : nullptr;
}

const ContactEntry* ContactBook::byAccount(const std::string& accountUdf)
{
    const auto [first, last] = m_byUdf.equal_range(accountUdf);
    for (auto one = first; one != last; ++one) {
        const ContactEntry* entry = open(one->second);
        if (entry && entry->card.account.udf() == accountUdf)
            return entry;
    }
    return nullptr;
}

const ContactEntry* ContactBook::byAddress(const std::string& address)
{
    const ContactEntry* best = nullptr;
    const auto [first, last] = m_byAddress.equal_range(asciiLower(address));
    for (auto one = first; one != last; ++one) {
        const ContactEntry* entry = open(one->second);
        // what was confirmed goes before what only claims
        if (entry && hasAddress(*entry->card.account, address) &&
            (!best || (best->stored.confirmed.empty() && !entry->stored.confirmed.empty())))
            best = entry;
    }
    return best;
}

Result<schema::AnyContact> readContact(Membership& member, const std::string& id)
{
    MMM_TRY(const Secret payload, member.containers->find(schema::store_name::contact)->read(id));
    return schema::readContactEntry(payload);
}

Status putContact(Membership& member, const schema::AnyContact& entry)
{
    return member.containers->find(schema::store_name::contact)->put(entry.key, schema::toTaggedJson(entry));
}

Result<std::string> takeCard(Membership& member, const CardArrival& arrival)
{
    MMM_TRY(const VerifiedCard card, verifyCard(arrival.self));
    if (card.account.udf() == member.accountUdf)
        return fail(Fault::Exists, "the card is one's own");
    ContactBook book(member);
    schema::AnyContact entry;
    entry.key = arrival.key;
    if (const ContactEntry* known = book.byAccount(card.account.udf())) {
        entry = known->stored;
        entry.key = known->id;
        // an older one, such as from a code printed long ago, tells nothing new
        if (card.card.updated && known->card.card.updated < card.card.updated) {
            MMM_CHECK(schema::checkSuccession(*known->card.account, *card.account));
            if (entry.local)
                entry.local = mergeCard(known->card.card, *entry.local, card.card);
            if (entry.local == card.card)
                entry.local.reset();
            entry.envelopedContact = arrival.self;
        }
    } else {
        entry.envelopedContact = arrival.self;
    }
    if (arrival.confirmed == Confirmed::InPerson)
        entry.confirmed = "InPerson";
    else if (arrival.confirmed == Confirmed::Service && entry.confirmed.empty())
        entry.confirmed = "Service";
    if (arrival.shared) {
        entry.shared = wordOf(*arrival.shared);
        entry.sharedUpdated = arrival.sharedUpdated;
    }
    MMM_CHECK(putContact(member, entry));
    return entry.key;
}

Speaker speakerOf(const std::string& accountUdf, const std::string& address, ContactBook& book)
{
    Speaker speaker;
    speaker.standing = Standing::Stranger;
    speaker.address = asciiLower(address);
    speaker.accountUdf = accountUdf;
    const ContactEntry* contact = book.byAccount(accountUdf);
    if (!contact) {
        // somebody else's account under the address of a contact: not the contact, and not a mere stranger
        if (book.byAddress(speaker.address)) {
            speaker.standing = Standing::Refused;
            speaker.refusal = Fault::NotAuthorised;
        }
        return speaker;
    }
    speaker.standing = Standing::Contact;
    speaker.contactId = contact->id;
    speaker.name = contact->shown().fullName;
    speaker.confirmed = contact->stored.confirmed == "InPerson"  ? Confirmed::InPerson
                        : contact->stored.confirmed == "Service" ? Confirmed::Service
                                                                 : Confirmed::No;
    return speaker;
}

Speaker speakerOf(const CheckedMessage& message, ContactBook& book)
{
    Speaker speaker = speakerOf(message.sender.account.udf(), message.base().sender, book);
    const ContactEntry* contact = book.byAccount(speaker.accountUdf);
    if (!contact)
        return speaker;
    const std::string& role = message.base().role;
    const bool isTheirs = !role.empty() && std::ranges::any_of(contact->card.card.roles, [&](const auto& r) {
        return r.companyName == role;
    });
    if (isTheirs)
        speaker.organisation = role;
    return speaker;
}

} // namespace mmm::mesh
