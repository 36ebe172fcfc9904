#include "schema/group_part.h"

#include "crypto/threshold.h"
#include "schema/key_check.h"

namespace mmm::schema {

namespace {

/// A share that was made as an overlay on a key of the member (WIRE E.20.5).
Result<GroupPart> partOfOverlay(const KeyOverlay& overlay, const dare::KeyRing& keys,
                                const crypto::PublicKey& whole, const std::string& address)
{
    const crypto::PrivateKey* base = keys.find(overlay.baseUdf);
    if (!base)
        return fail(Fault::KeyNotFound, "an overlay on a key that is not there");
    MMM_TRY(crypto::CompositeKey share, applyOverlay(crypto::DeviceKey{base->clone()}, overlay));
    return GroupPart{whole, std::move(share.key), address};
}

} // namespace

Result<GroupShares> splitGroupKey(const crypto::PrivateKey& whole, crypto::Random& random)
{
    crypto::PrivateKey member = crypto::PrivateKey::generate(whole.curve(), random);
    MMM_TRY(crypto::PrivateKey service, crypto::complement(whole, member));
    return GroupShares{std::move(member), std::move(service)};
}

KeyComposite describe(const GroupPart& part)
{
    KeyComposite key;
    key.publicKey = dare::fromPublicKey(part.whole);
    key.part = dare::fromPrivateKey(part.part);
    key.service = part.service;
    return key;
}

Result<GroupPart> groupPartOf(const KeyComposite& key)
{
    MMM_TRY(crypto::PublicKey whole, dare::toPublicKey(key.publicKey));
    MMM_TRY(crypto::PrivateKey part, dare::toPrivateKey(key.part));
    if (part.curve() != whole.curve())
        return fail(Fault::BadKey, "a part on another curve than the key");
    if ((part.publicKey() == whole) != key.service.empty())
        return fail(Fault::Contradiction, "a share that is the whole key, or a whole key that is a share");
    return GroupPart{std::move(whole), std::move(part), key.service};
}

Result<GroupPart> openGroupPart(const Envelope& envelope, const dare::KeyRing& keys,
                                const Verified<ProfileGroup>& group)
{
    if (!envelope.header().isEncrypted())
        return fail(Fault::NotAuthorised, "a share that anybody could read");
    MMM_TRY(const Secret payload, envelope.open(keys));
    MMM_TRY(const crypto::PublicKey whole, keyOf(group->keyEncryption));
    const auto ofGroup = [&](Result<GroupPart> part) -> Result<GroupPart> {
        if (part && !(part->whole == whole))
            return fail(Fault::Contradiction, "a share of another group's key");
        return part;
    };
    const auto key = encoding::fromTaggedJson<KeyComposite>(payload);
    if (key)
        return ofGroup(groupPartOf(*key));
    MMM_TRY(const auto activation, encoding::fromTaggedJson<ActivationGroup>(payload));
    if (activation.groupUdf != group.udf())
        return fail(Fault::Contradiction, "the activation is for another group");
    if (activation.keyGroup)
        return ofGroup(groupPartOf(*activation.keyGroup));
    if (!activation.keyEncryption || group->serviceIds.empty())
        return fail(Fault::Missing, "an activation without a key");
    return partOfOverlay(*activation.keyEncryption, keys, whole, group->serviceIds.front());
}

} // namespace mmm::schema
