#pragma once

#include "schema/verify.h"

/// What a holder has of a group's private key: a share, which opens nothing without the service's, or all of
/// it (WIRE D.6, E.20).
namespace mmm::schema {

struct GroupPart
{
    crypto::PublicKey whole;
    crypto::PrivateKey part;
    std::string service; ///< the group's address, where the other share is; empty: the part is the whole key

    [[nodiscard]] bool isWhole() const { return service.empty(); }
    [[nodiscard]] GroupPart clone() const { return {whole, part.clone(), service}; }
};

/// A private key in two parts whose scalars add up to it: a fresh seed for the member, a scalar for the
/// service.
struct GroupShares
{
    crypto::PrivateKey member;
    crypto::PrivateKey service;
};
[[nodiscard]] Result<GroupShares> splitGroupKey(const crypto::PrivateKey& whole,
                                                crypto::Random& random = crypto::systemRandom());

[[nodiscard]] KeyComposite describe(const GroupPart& part);
/// Contradiction if what is said to be the whole key is not, or if a share is; BadKey if the curves differ.
[[nodiscard]] Result<GroupPart> groupPartOf(const KeyComposite& key);

/// What an envelope holds: a KeyComposite, or an ActivationGroup with one, or with an overlay on a key of the
/// ring. The whole key and the address are the group's. WrongType for anything else, Contradiction for
/// another group's.
[[nodiscard]] Result<GroupPart> openGroupPart(const Envelope& envelope, const dare::KeyRing& keys,
                                              const Verified<ProfileGroup>& group);

} // namespace mmm::schema
