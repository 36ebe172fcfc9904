#include "mesh/group_keys.h"

#include "mesh/group_card.h"
#include "mesh/shared_key.h"
#include "schema/any.h"
#include "schema/catalog.h"
#include "schema/key_check.h"
#include "schema/make.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

Result<std::shared_ptr<const crypto::PrivateKey>> sharedKey(const dare::Key& key)
{
    if (std::holds_alternative<std::monostate>(key))
        return nullptr;
    return privateKeyOf(key);
}

Result<GroupKeys> readGroup(Membership& member, const schema::CatalogedGroup& entry)
{
    MMM_TRY(const auto profile, schema::verifyProfileGroup(entry.envelopedProfileGroup));
    MMM_TRY(const Secret payload, entry.envelopedActivationGroup.open(*member.keys->keyRing));
    MMM_TRY(const auto activation, encoding::fromTaggedJson<schema::ActivationGroup>(payload));
    MMM_TRY(GroupKeys keys, groupKeysOf(activation, profile));
    keys.serviceUdf = entry.serviceUdf;
    return keys;
}

} // namespace

Result<GroupKeys> groupKeysOf(const schema::ActivationGroup& activation,
                              const schema::Verified<schema::ProfileGroup>& profile)
{
    if (activation.groupUdf != profile.udf())
        return fail(Fault::Contradiction, "the activation is for another group");
    if (!activation.keyGroup || profile->serviceIds.empty())
        return fail(Fault::Missing, "a group without a key or an address");
    MMM_TRY(schema::GroupPart part, schema::groupPartOf(*activation.keyGroup));
    MMM_TRY(const crypto::PublicKey whole, schema::keyOf(profile->keyEncryption));
    if (!(part.whole == whole))
        return fail(Fault::Contradiction, "a part of another group's key");
    GroupKeys keys{profile, profile->serviceIds.front(), {}, std::move(part), {}, {}};
    MMM_TRY(keys.administration, sharedKey(activation.keySignature));
    MMM_TRY(keys.offline, sharedKey(activation.keyOfflineSignature));
    if (keys.offline && schema::udfOf(keys.offline->publicKey()) != profile.udf())
        return fail(Fault::Contradiction, "the key of another group");
    return keys;
}

schema::ActivationGroup describe(const GroupKeys& keys)
{
    schema::ActivationGroup activation;
    activation.groupUdf = keys.udf();
    activation.keyGroup = schema::describe(keys.part);
    if (keys.administration)
        activation.keySignature = dare::fromPrivateKey(*keys.administration);
    if (keys.offline)
        activation.keyOfflineSignature = dare::fromPrivateKey(*keys.offline);
    return activation;
}

Result<GroupKeys> openGroup(Membership& member, const std::string& udf)
{
    MMM_TRY(const Secret payload, member.applications().read(udf));
    MMM_TRY(const auto entry, encoding::fromTaggedJson<schema::CatalogedGroup>(payload));
    return readGroup(member, entry);
}

std::vector<GroupKeys> openGroups(Membership& member)
{
    std::vector<GroupKeys> groups;
    for (const store::Row& row : member.applications().rows()) {
        if (row.className != schema::CatalogedGroup::className)
            continue;
        if (auto keys = openGroup(member, row.id))
            groups.push_back(std::move(*keys));
    }
    return groups;
}

Status putGroup(Membership& member, const GroupKeys& keys)
{
    schema::CatalogedGroup entry;
    entry.key = keys.udf();
    entry.profile = *keys.profile;
    entry.envelopedProfileGroup = keys.profile.envelope();
    entry.serviceUdf = keys.serviceUdf;
    MMM_TRY(entry.envelopedActivationGroup,
            schema::sealRecord(describe(keys), {}, {member.keys->accountEncryption->publicKey()}));
    const bool isNew = !member.applications().contains(entry.key);
    MMM_CHECK(member.applications().put(entry.key, encoding::toTaggedJson(entry)));
    return keepGroupCard(member, keys, isNew);
}

Status removeGroup(Membership& member, const std::string& udf)
{
    return member.applications().remove(udf);
}

} // namespace mmm::mesh
