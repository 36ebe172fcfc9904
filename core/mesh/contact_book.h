#pragma once

#include "mesh/mesh_state.h"
#include "mesh/messaging.h"
#include "schema/any_contact.h"

/// The contact catalog as the entries of people who have accounts. With membership.mutex held.
namespace mmm::mesh {

[[nodiscard]] std::string_view wordOf(CardVersion version);
[[nodiscard]] std::optional<CardVersion> versionOf(std::string_view word);

/// What a contact's messages of a class may do. Nothing of a blocked one, whatever is said of the class.
[[nodiscard]] Right rightTo(const std::vector<schema::Permission>& permissions, std::string_view className);
[[nodiscard]] ContactRights rightsOf(const std::vector<schema::Permission>& permissions);
/// Those of a blocked contact are kept aside, where nobody acts on them, until the block ends.
void applyRights(std::vector<schema::Permission>& permissions, const ContactRights& rights);

/// The person's own version of a card after its owner has changed it: what the person left as it was follows
/// the owner.
[[nodiscard]] schema::Contact mergeCard(const schema::Contact& before, const schema::Contact& own,
                                        const schema::Contact& after);

struct ContactEntry
{
    std::string id;
    schema::AnyContact stored;
    VerifiedCard card;
    [[nodiscard]] const schema::Contact& shown() const { return stored.local ? *stored.local : card.card; }
};

/// Finds contacts by their accounts. It sees the catalog as it was when it was made.
class ContactBook
{
public:
    explicit ContactBook(Membership& member);

    /// The contact whose signed card names that account; null if there is none.
    [[nodiscard]] const ContactEntry* byAccount(const std::string& accountUdf);
    /// The same by address: several entries may claim it, so this is for choosing whom to write to only.
    [[nodiscard]] const ContactEntry* byAddress(const std::string& address);
    [[nodiscard]] std::optional<std::string> ownId() const { return m_ownId; }

private:
    [[nodiscard]] const ContactEntry* open(const std::string& id);

    Membership& m_member;
    std::multimap<std::string, std::string> m_byUdf;
    std::multimap<std::string, std::string> m_byAddress;
    std::optional<std::string> m_ownId;
    std::map<std::string, std::optional<ContactEntry>> m_opened;
};

[[nodiscard]] Result<schema::AnyContact> readContact(Membership& member, const std::string& id);
[[nodiscard]] Status putContact(Membership& member, const schema::AnyContact& entry);
/// Earlier versions wrote a choice about a contact's invitations to groups under the class of the answers
/// (OfferGroup), which it was to keep out then. Writes it as what it means.
[[nodiscard]] Status admitGroupAnswers(Membership& member, const ContactEntry& contact);

/// How an owner's card came to us.
struct CardArrival
{
    dare::Envelope self;
    std::string key; ///< of the entry, if it is a new one: the same on all devices that take the card in
    Confirmed confirmed = Confirmed::No;
    std::optional<CardVersion> shared{};      ///< the version of our card that the owner has from now on
    std::optional<TimePoint> sharedUpdated{}; ///< when it was last changed; empty: as it is now
};
/// Adds the card's owner to the contacts, or updates the entry if the card is newer; what the person noted
/// and permitted stays. Gives the entry's id.
[[nodiscard]] Result<std::string> takeCard(Membership& member, const CardArrival& arrival);

/// Who an account is that has signed something and gives itself this address.
[[nodiscard]] Speaker speakerOf(const std::string& accountUdf, const std::string& address, ContactBook& book);
/// Who speaks in a checked message.
[[nodiscard]] Speaker speakerOf(const CheckedMessage& message, ContactBook& book);

} // namespace mmm::mesh
