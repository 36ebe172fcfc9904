#include "scripted_recovery.h"

#include "mesh/master_key.h"
#include "schema/key_check.h"
#include "udf/share.h"

namespace mmm::test {

namespace {

/// Specifier and seed of the scripted mesh's master key.
Bytes scriptedSeed()
{
    Bytes seed(34, 7);
    seed[0] = 1;
    seed[1] = 0;
    return seed;
}

} // namespace

ScriptedRecovery::ScriptedRecovery()
{
    const Secret seed = udf::SecretUdf::whole(udf::Type::DerivationSeed, scriptedSeed()).octets().clone();
    m_state.meshUdf = schema::udfOf(mesh::keysOfSeed(seed)->signature->publicKey());
    m_state.master = mesh::MasterPlace::Seed;
}

mesh::RecoveryState ScriptedRecovery::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

Result<mesh::MadeShares> ScriptedRecovery::makeShares(const mesh::NewShares& choice, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    MMM_TRY(const auto texts,
            udf::splitSecret(udf::SecretUdf::whole(udf::Type::DerivationSeed, scriptedSeed()),
                             choice.threshold, choice.count));
    mesh::MadeShares made;
    made.made = SystemClock().now();
    const std::string set = udf::Udf::nonce().text();
    for (const udf::SecretUdf& text : texts) {
        MMM_TRY(mesh::EscrowShare share, mesh::EscrowShare::parse(text.text().text()));
        share.meshUdf = m_state.meshUdf;
        share.set = set;
        share.count = choice.count;
        made.shares.push_back(share);
        m_shares.push_back(std::move(share));
    }
    if (choice.record == mesh::RecordPlace::File)
        made.record = {'{', '}'};
    mesh::ShareSetInfo info;
    info.set = set;
    info.threshold = choice.threshold;
    info.count = choice.count;
    info.made = made.made;
    info.needsRecord = choice.record != mesh::RecordPlace::None;
    info.holders = choice.holders;
    info.holders.resize(choice.count);
    m_state.sets.push_back(std::move(info));
    m_state.isLent = false;
    return made;
}

mesh::ShareCheck ScriptedRecovery::checkShare(const mesh::EscrowShare& share) const
{
    const std::lock_guard lock(m_mutex);
    for (const mesh::EscrowShare& known : m_shares) {
        if (known.text == share.text) {
            for (const mesh::ShareSetInfo& set : m_state.sets) {
                if (set.set == known.set)
                    return {mesh::ShareStanding::OfThisSet, set, set.holders[share.index - 1]};
            }
        }
    }
    if (!share.meshUdf.empty() && share.meshUdf != m_state.meshUdf)
        return {mesh::ShareStanding::OtherMesh, {}, {}};
    return {share.set.empty() ? mesh::ShareStanding::Unknown : mesh::ShareStanding::Altered, {}, {}};
}

Status ScriptedRecovery::forgetSet(const std::string& set)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_state.sets, [&](const mesh::ShareSetInfo& info) { return info.set == set; });
    return {};
}

Status ScriptedRecovery::moveMasterAway(const std::vector<mesh::EscrowShare>& proof, BytesView,
                                        std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    if (mesh::judgeShares(proof).secret.empty())
        return fail(Fault::BadShare);
    m_state.master = mesh::MasterPlace::Elsewhere;
    return {};
}

Status ScriptedRecovery::lendMaster(const std::vector<mesh::EscrowShare>& shares, BytesView, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    if (mesh::judgeShares(shares).secret.empty())
        return fail(Fault::BadShare);
    m_state.isLent = true;
    return {};
}

} // namespace mmm::test
