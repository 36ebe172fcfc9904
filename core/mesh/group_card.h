#pragma once

#include "mesh/contact_book.h"
#include "mesh/group_keys.h"

/// The cards of groups (WIRE E.20.3, F.2; security 03 §2.8.7). Whoever has one can encrypt to the group; only
/// its members decrypt that, with its service's help. A card is a Contact that carries the group's profile,
/// signed by an administrator; in the contacts it stands as a CatalogedContactRecryption.
namespace mmm::mesh {

struct GroupCard
{
    schema::Contact card;
    schema::Verified<schema::ProfileGroup> group;
    std::string address;   ///< as the profile has it, in lower case
    bool isSigned = false; ///< by a key that the profile lists: others accept no other one
    [[nodiscard]] const std::string& udf() const { return group.udf(); }
};

/// The group's profile is proved by its own key; the card that is around it may be unsigned. Missing if it
/// names no group, Contradiction if it gives the group another address than its own.
[[nodiscard]] Result<GroupCard> readGroupCard(const dare::Envelope& envelope);
/// The same for a card of whatever origin: NotAuthorised unless an administrator has signed it.
[[nodiscard]] Result<GroupCard> verifyGroupCard(const dare::Envelope& envelope);
/// Of a group that the account belongs to; unsigned unless it is one of its administrators.
[[nodiscard]] Result<dare::Envelope> makeGroupCard(const GroupKeys& keys);

struct GroupContact
{
    std::string id; ///< of the entry
    schema::AnyContact stored;
    GroupCard card;
};

// with membership.mutex held

/// Of several, such as copies that the person made, one that is signed.
[[nodiscard]] std::optional<GroupContact> findGroupContact(Membership& member, const std::string& groupUdf);
/// Adds the group to the contacts, or updates the entry if the card is newer; what the person noted stays.
/// Gives the entry's id, which is the same on all devices.
[[nodiscard]] Result<std::string> takeGroupCard(Membership& member, const dare::Envelope& card,
                                                Confirmed confirmed);
/// After the account's own knowledge of a group has changed: a group that is new to the account is among its
/// contacts from now on, and an entry that is there follows the group's profile.
[[nodiscard]] Status keepGroupCard(Membership& member, const GroupKeys& keys, bool isNew);
[[nodiscard]] Status removeGroupCard(Membership& member, const std::string& groupUdf);
/// A card that others accept: made now by an administrator, otherwise the one in the contacts. NotAuthorised
/// if there is none that is signed.
[[nodiscard]] Result<dare::Envelope> cardToPassOn(Membership& member, const std::string& groupUdf);

/// Whether the service of the card's address knows that group. A service that cannot be asked now leaves it
/// open; one that knows better ends it: NotFound, NotAuthorised.
[[nodiscard]] Result<Confirmed> confirmGroup(MeshState& state, const GroupCard& card, std::stop_token stop);

} // namespace mmm::mesh
