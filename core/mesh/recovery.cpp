#include "mesh/recovery.h"

#include "crypto/hash.h"
#include "mesh/ceremonies.h"
#include "mesh/master_key.h"
#include "protocol/portal_transactions.h"
#include "schema/key_check.h"
#include "udf/share.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr std::size_t recordKeySize = 16;

ShareSetInfo infoOf(const ShareSetRecord& record)
{
    ShareSetInfo info;
    info.set = record.set;
    info.threshold = static_cast<unsigned>(record.threshold);
    info.count = static_cast<unsigned>(record.digests.size());
    info.made = record.made;
    info.needsRecord = record.needsRecord;
    info.holders = record.holders;
    info.holders.resize(info.count);
    return info;
}

class RecoveryDoor final : public Recovery
{
public:
    explicit RecoveryDoor(MeshState& state) : m_state(state) {}

    RecoveryState state() const override
    {
        const std::scoped_lock lock(m_state.mutex);
        RecoveryState result;
        if (m_state.membership)
            result.meshUdf = m_state.membership->mesh.udf();
        result.master = !m_state.record.masterSeed.empty()     ? MasterPlace::Seed
                        : !m_state.record.masterKeyUdf.empty() ? MasterPlace::RandomKey
                                                               : MasterPlace::Elsewhere;
        result.isLent = m_state.lentMaster != nullptr;
        for (const ShareSetRecord& record : m_state.record.shareSets)
            result.sets.push_back(infoOf(record));
        return result;
    }

    Result<MadeShares> makeShares(const NewShares& choice, std::stop_token stop) override
    {
        if (!m_state.member())
            return fail(Fault::Unsupported, "not possible now");
        MadeShares made;
        made.made = m_state.now();
        MMM_TRY(const udf::SecretUdf secret, secretToSplit(choice, made, stop));
        MMM_TRY(const auto texts, udf::splitSecret(secret, choice.threshold, choice.count));
        ShareSetRecord record;
        record.set = udf::Udf::nonce().text();
        record.threshold = choice.threshold;
        record.needsRecord = choice.record != RecordPlace::None;
        record.made = made.made;
        record.holders = choice.holders;
        record.holders.resize(std::min<std::size_t>(record.holders.size(), choice.count));
        const std::string meshUdf = m_state.member()->mesh.udf();
        for (const udf::SecretUdf& text : texts) {
            MMM_TRY(EscrowShare share, EscrowShare::parse(text.text().text()));
            share.meshUdf = meshUdf;
            share.set = record.set;
            share.count = choice.count;
            record.digests.push_back(crypto::sha512(share.text));
            made.shares.push_back(std::move(share));
        }
        // what is handed out is recognised later: the record comes first
        MMM_CHECK(m_state.changeRecord([&](LocalRecord& r) { r.shareSets.push_back(record); }));
        giveBackLent();
        return made;
    }

    ShareCheck checkShare(const EscrowShare& share) const override
    {
        const Bytes digest = crypto::sha512(share.text);
        const std::string meshUdf = state().meshUdf;
        const std::scoped_lock lock(m_state.mutex);
        ShareCheck check;
        for (const ShareSetRecord& record : m_state.record.shareSets) {
            const std::size_t place = share.index - 1;
            if (place < record.digests.size() && record.digests[place] == digest) {
                check.standing = ShareStanding::OfThisSet;
                check.set = infoOf(record);
                check.holder = check.set->holders[place];
                return check;
            }
        }
        if (!share.meshUdf.empty() && share.meshUdf != meshUdf) {
            check.standing = ShareStanding::OtherMesh;
            return check;
        }
        for (const ShareSetRecord& record : m_state.record.shareSets) {
            if (!share.set.empty() && record.set == share.set) {
                check.standing = ShareStanding::Altered;
                check.set = infoOf(record);
            }
        }
        return check;
    }

    Status forgetSet(const std::string& set) override
    {
        return m_state.changeRecord([&](LocalRecord& record) {
            std::erase_if(record.shareSets, [&](const ShareSetRecord& r) { return r.set == set; });
        });
    }

    Status moveMasterAway(const std::vector<EscrowShare>& proof, BytesView record,
                          std::stop_token stop) override
    {
        MMM_CHECK(checkedKeys(proof, record, stop));
        LocalRecord known;
        {
            const std::scoped_lock lock(m_state.mutex);
            known = m_state.record;
            m_state.lentMaster.reset();
            m_state.lentSeed = {};
        }
        // the keychain first: a record that says less than the keychain has does no harm
        if (!known.masterSeed.empty())
            MMM_CHECK(m_state.options.keyStore->remove(known.masterSeed, stop));
        if (!known.masterKeyUdf.empty())
            MMM_CHECK(m_state.vault.remove(known.masterKeyUdf, stop));
        return m_state.changeRecord([](LocalRecord& r) {
            r.masterSeed.clear();
            r.masterKeyUdf.clear();
        });
    }

    Status lendMaster(const std::vector<EscrowShare>& shares, BytesView record, std::stop_token stop) override
    {
        MMM_TRY(MasterKeys keys, checkedKeys(shares, record, stop));
        SharedSecret seed = judgeShares(shares).secret;
        if (seed.view()[0] != static_cast<std::uint8_t>(udf::Type::DerivationSeed))
            seed = {};
        const std::scoped_lock lock(m_state.mutex);
        m_state.lentMaster = std::move(keys.signature);
        m_state.lentSeed = std::move(seed);
        return {};
    }

private:
    /// The keys that the shares make, if they are those of this mesh.
    Result<MasterKeys> checkedKeys(const std::vector<EscrowShare>& shares, BytesView record,
                                   std::stop_token stop) const
    {
        const auto member = m_state.member();
        if (!member)
            return fail(Fault::Unsupported, "not possible now");
        protocol::Identity identity;
        {
            const std::scoped_lock lock(member->mutex);
            identity = member->keys->identity;
        }
        MMM_TRY(MasterKeys keys, keysOfShares(shares, record, *m_state.serviceLink(), identity, stop));
        if (schema::udfOf(keys.signature->publicKey()) != member->mesh.udf())
            return fail(Fault::BadShare, "the shares are those of another mesh");
        return keys;
    }

    /// What shares brought back was for one use.
    void giveBackLent()
    {
        const std::scoped_lock lock(m_state.mutex);
        m_state.lentMaster.reset();
        m_state.lentSeed = {};
    }

    /// The seed, or the key of a record that is made for it.
    Result<udf::SecretUdf> secretToSplit(const NewShares& choice, MadeShares& made, std::stop_token stop)
    {
        if (choice.record == RecordPlace::None) {
            MMM_TRY(const Secret seed, ownSeed(m_state, stop));
            return udf::SecretUdf::whole(udf::Type::DerivationSeed, seed.view().subspan(1));
        }
        MMM_TRY(const MasterKeys keys, ownKeys(stop));
        udf::SecretUdf key = udf::SecretUdf::key(recordKeySize);
        MMM_TRY(const dare::Envelope record, sealEscrowRecord(keys, key));
        if (choice.record == RecordPlace::File) {
            made.record = record.toJson();
            return key;
        }
        const auto member = m_state.member();
        protocol::Identity identity;
        {
            const std::scoped_lock lock(member->mutex);
            identity = member->keys->identity;
        }
        protocol::OfflineEscrowEntry entry;
        entry.identifier = udf::keyIdentifier(key).text();
        entry.encryptedData = record;
        protocol::PublishRequest request;
        request.entry = std::move(entry);
        MMM_CHECK(
            m_state.serviceLink()->transact<protocol::PublishResponse>(identity, std::move(request), stop));
        return key;
    }

    Result<MasterKeys> ownKeys(std::stop_token stop) const
    {
        if (const auto seed = ownSeed(m_state, stop))
            return keysOfSeed(*seed);
        else if (seed.error().fault != Fault::NotAuthorised)
            return tl::unexpected<Error>(seed.error());
        const auto member = m_state.member();
        MasterKeys keys;
        MMM_TRY(keys.signature, masterSignature(m_state, stop));
        const std::scoped_lock lock(member->mutex);
        if (!member->keys->administration)
            return fail(Fault::NotAuthorised, "not an administration device");
        keys.encryption = member->keys->administration->meshEncryption;
        return keys;
    }

    MeshState& m_state;
};

} // namespace

std::unique_ptr<Recovery> makeRecovery(MeshState& state)
{
    return std::make_unique<RecoveryDoor>(state);
}

} // namespace mmm::mesh
