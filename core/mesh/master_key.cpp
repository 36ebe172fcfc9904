#include "mesh/master_key.h"
#include "mesh/shared_key.h"

#include "crypto/derive.h"
#include "crypto/hash.h"
#include "protocol/portal_transactions.h"
#include "schema/escrow.h"
#include "schema/key_check.h"
#include "udf/share.h"

namespace mmm::mesh {

namespace {

/// The record that the service keeps for the holders of a key.
Result<dare::Envelope> fetchRecord(const udf::SecretUdf& key, ServiceLink& link,
                                   const protocol::Identity& identity, std::stop_token stop)
{
    protocol::GetRequest request;
    request.identifier = udf::keyIdentifier(key).text();
    MMM_TRY(const auto response, link.transact<protocol::GetResponse>(identity, std::move(request), stop));
    for (const protocol::PortalEntry& entry : response.entries) {
        if (const auto* record = std::get_if<protocol::OfflineEscrowEntry>(&entry))
            return record->encryptedData;
    }
    return fail(Fault::NotFound, "the service has no record for these shares");
}

} // namespace

Secret makeMasterSeed()
{
    const auto seed = crypto::DerivationSeed::generate(crypto::DerivedAlgorithm::MeshProfileMaster);
    return udf::SecretUdf::whole(udf::Type::DerivationSeed, seed.octets()).octets().clone();
}

Result<MasterKeys> keysOfSeed(BytesView seed)
{
    if (seed.empty() || seed[0] != static_cast<std::uint8_t>(udf::Type::DerivationSeed))
        return fail(Fault::WrongType, "not a seed");
    MMM_TRY(const auto parsed, crypto::DerivationSeed::fromOctets(Secret(seed.subspan(1))));
    if (parsed.algorithm() != crypto::DerivedAlgorithm::MeshProfileMaster)
        return fail(Fault::WrongType, "the seed of something else than a mesh");
    MMM_TRY(crypto::MasterKeys keys, crypto::deriveMasterKeys(parsed));
    return MasterKeys{share(std::move(keys.offlineSignature)), share(std::move(keys.encryption)),
                      share(std::move(keys.escrow))};
}

Result<std::shared_ptr<const crypto::PrivateKey>> meshEncryptionOf(const crypto::PrivateKey& masterSignature,
                                                                   std::size_t departures)
{
    constexpr std::size_t size = 56; // WIRE A.10.2
    const Secret material =
        masterSignature.hasSeed() ? masterSignature.seed().clone() : masterSignature.scalar();
    MMM_TRY(crypto::PrivateKey key,
            crypto::PrivateKey::fromSeed(
                crypto::Curve::Ed448,
                crypto::hkdfSha512(material, bytesOf("mmm/KeyEncrypt"), std::to_string(departures), size)));
    return share(std::move(key));
}

Result<dare::Envelope> sealEscrowRecord(const MasterKeys& keys, const udf::SecretUdf& key)
{
    schema::EscrowedKeySet record;
    record.masterSignatureKey = dare::fromPrivateKey(*keys.signature);
    record.masterEncryptionKey = dare::fromPrivateKey(*keys.encryption);
    if (keys.escrow)
        record.masterEscrowKeys.push_back(dare::fromPrivateKey(*keys.escrow));
    dare::SealOptions options;
    options.masterKey = SharedSecret(Secret(key.data()));
    // signed by the master key: who holds the shares need not believe the service
    options.signers = {keys.signature.get()};
    return dare::seal(encoding::toTaggedJson(record), options);
}

Result<MasterKeys> openEscrowRecord(const dare::Envelope& record, const udf::SecretUdf& key)
{
    dare::KeyRing ring;
    ring.setMasterKey(Secret(key.data()));
    const auto payload = record.open(ring);
    if (!payload)
        return fail(Fault::CannotDecrypt, "the record is not the one of these shares");
    MMM_TRY(const auto set, encoding::fromTaggedJson<schema::EscrowedKeySet>(*payload));
    MasterKeys keys;
    MMM_TRY(crypto::PrivateKey signature, dare::toPrivateKey(set.masterSignatureKey));
    MMM_TRY(crypto::PrivateKey encryption, dare::toPrivateKey(set.masterEncryptionKey));
    MMM_CHECK(record.verify(signature.publicKey()));
    keys.signature = share(std::move(signature));
    keys.encryption = share(std::move(encryption));
    if (!set.masterEscrowKeys.empty()) {
        MMM_TRY(crypto::PrivateKey escrow, dare::toPrivateKey(set.masterEscrowKeys.front()));
        keys.escrow = share(std::move(escrow));
    }
    return keys;
}

Result<MasterKeys> keysOfShares(const std::vector<EscrowShare>& shares, BytesView record, ServiceLink& link,
                                const protocol::Identity& identity, std::stop_token stop)
{
    const ShareJudgement judgement = judgeShares(shares);
    if (judgement.fitting < judgement.needed || judgement.needed == 0)
        return fail(Fault::NotYet, "too few shares");
    if (judgement.secret.empty())
        return fail(Fault::BadShare, "the shares do not make a secret together");
    const BytesView octets = judgement.secret.view();
    if (octets[0] == static_cast<std::uint8_t>(udf::Type::DerivationSeed))
        return keysOfSeed(octets);
    const auto key = udf::SecretUdf::whole(udf::Type::Key, octets.subspan(1));
    dare::Envelope envelope;
    if (record.empty()) {
        auto fetched = fetchRecord(key, link, identity, stop);
        // one wrong share makes another key, for which there is nothing
        if (!fetched && fetched.error().fault == Fault::NotFound)
            return fail(Fault::BadShare, "there is no escrow record for these shares");
        MMM_TRY(envelope, std::move(fetched));
    } else {
        MMM_TRY(envelope, dare::Envelope::parse(record));
    }
    auto keys = openEscrowRecord(envelope, key);
    if (!keys && keys.error().fault == Fault::CannotDecrypt)
        return fail(Fault::BadShare, keys.error().detail);
    return keys;
}

keystore::KeyId seedName(const std::string& meshUdf)
{
    return "mesh-seed:" + meshUdf;
}

Result<keystore::KeyId> keepSeed(const Options& options, const std::string& meshUdf, const Secret& seed,
                                 std::stop_token stop)
{
    keystore::KeyId id = seedName(meshUdf);
    MMM_CHECK(options.keyStore->put(id, seed, keystore::Exportable::Yes, stop));
    return id;
}

Result<Secret> ownSeed(const MeshState& state, std::stop_token stop)
{
    std::string id;
    {
        const std::scoped_lock lock(state.mutex);
        if (!state.lentSeed.empty())
            return Secret(state.lentSeed.view());
        id = state.record.masterSeed;
    }
    if (id.empty())
        return fail(Fault::NotAuthorised, "the mesh's seed is not on this device");
    return state.options.keyStore->get(id, stop);
}

Result<std::shared_ptr<const crypto::PrivateKey>> masterSignature(MeshState& state, std::stop_token stop)
{
    std::string key;
    {
        const std::scoped_lock lock(state.mutex);
        if (state.lentMaster)
            return state.lentMaster;
        key = state.record.masterKeyUdf;
    }
    if (!key.empty()) {
        MMM_TRY(const keystore::KeyHandle handle, state.vault.open(key, stop));
        return handle.keyInUse();
    }
    MMM_TRY(const Secret seed, ownSeed(state, stop));
    MMM_TRY(MasterKeys keys, keysOfSeed(seed));
    return keys.signature;
}

} // namespace mmm::mesh
