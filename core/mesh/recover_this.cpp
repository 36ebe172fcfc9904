#include "mesh/ceremonies.h"
#include "mesh/device_entry.h"
#include "mesh/exchange.h"
#include "mesh/master_key.h"
#include "mesh/shared_key.h"
#include "protocol/portal_transactions.h"
#include "schema/key_check.h"
#include "udf/strong_name.h"

#include <algorithm>
#include <filesystem>

namespace mmm::mesh {

namespace {

constexpr int mostDeviceRounds = 5;

/// The mesh and the account as the service has them.
struct Found
{
    schema::Verified<schema::ProfileMesh> mesh;
    schema::Verified<schema::ProfileAccount> account;
};

/// The account's address, and whom a strong name wants there.
struct MeshAddress
{
    std::string address;
    std::string subject;
};

MeshAddress wantedFrom(const std::string& account)
{
    if (const auto strong = udf::StrongName::parse(account))
        return {strong->address, strong->subject.text()};
    return {account, {}};
}

Result<Found> findProfiles(ServiceLink& link, const protocol::Identity& identity, const std::string& address,
                           const std::string& meshUdf, std::stop_token stop)
{
    protocol::GetRequest request;
    request.account = address;
    request.multiple = true;
    MMM_TRY(const auto response, link.transact<protocol::GetResponse>(identity, std::move(request), stop));
    std::optional<schema::Verified<schema::ProfileMesh>> mesh;
    for (const protocol::PortalEntry& entry : response.entries) {
        const auto* profile = std::get_if<protocol::SignedProfile>(&entry);
        if (profile && schema::payloadOf<schema::ProfileMesh>(profile->signedData)) {
            auto verified = schema::verifyProfileMesh(profile->signedData, meshUdf);
            if (!verified && verified.error().fault == Fault::NotAuthorised)
                return fail(Fault::BadShare, "the shares are not those of this account's mesh");
            MMM_TRY(mesh, std::move(verified));
        }
    }
    if (!mesh)
        return fail(Fault::ProtocolViolation, "an account without its mesh");
    for (const protocol::PortalEntry& entry : response.entries) {
        const auto* profile = std::get_if<protocol::SignedProfile>(&entry);
        if (profile && schema::payloadOf<schema::ProfileAccount>(profile->signedData)) {
            MMM_TRY(auto account, schema::verifyProfileAccount(profile->signedData, &*mesh));
            return Found{std::move(*mesh), std::move(account)};
        }
    }
    return fail(Fault::ProtocolViolation, "an account without its profile");
}

/// What the devices of the mesh were given, sealed to the mesh's own key (WIRE E.6).
struct Regained
{
    AdministrationKeys administration; ///< without a signature key: that one is each device's own
    std::shared_ptr<const crypto::PrivateKey> accountEncryption;
    std::vector<std::shared_ptr<const crypto::PrivateKey>> formerEncryption;
};

Status takeAccountKeys(const schema::VerifiedDevice& device, const Found& found, const dare::KeyRing& ring,
                       Regained& regained)
{
    MMM_TRY(const crypto::PublicKey present, schema::keyOf(found.account->keyEncryption));
    for (const schema::VerifiedAccountEntry& account : device.accounts) {
        if (account.profile.udf() != found.account.udf())
            continue;
        MMM_TRY(const schema::ActivationAccount activation, schema::openActivation(device, account, ring));
        if (!activation.keyGroup)
            continue;
        MMM_TRY(auto key, privateKeyOf(activation.keyGroup->part));
        if (!(key->publicKey() == present))
            continue; // of a device whose entry was not brought up to date
        regained.accountEncryption = std::move(key);
        regained.formerEncryption.clear();
        for (const schema::KeyComposite& former : activation.keysGroupFormer) {
            MMM_TRY(auto old, privateKeyOf(former.part));
            regained.formerEncryption.push_back(std::move(old));
        }
    }
    return {};
}

/// The mesh's encryption key as the profile has it now: every administration device that left made it
/// another.
Result<std::shared_ptr<const crypto::PrivateKey>> presentEncryption(const schema::ProfileMesh& mesh,
                                                                    const MasterKeys& master)
{
    MMM_TRY(const crypto::PublicKey present, schema::keyOf(mesh.keyEncryption));
    if (master.encryption->publicKey() == present)
        return master.encryption;
    MMM_TRY(auto renewed, meshEncryptionOf(*master.signature, mesh.keysFormerSignature.size()));
    if (renewed->publicKey() == present)
        return renewed;
    return fail(Fault::CannotDecrypt, "the mesh's encryption key does not follow from the shares");
}

Result<Regained> regain(store::Catalog& devices, const Found& found,
                        const std::shared_ptr<const crypto::PrivateKey>& meshEncryption)
{
    dare::KeyRing ring;
    ring.add(meshEncryption);
    Regained regained;
    for (const std::string& id : devices.ids()) {
        const auto payload = devices.read(id);
        if (!payload)
            continue;
        const auto entry = encoding::fromTaggedJson<schema::CatalogedDevice>(*payload);
        if (!entry)
            continue;
        const auto device = schema::verifyCatalogedDevice(*entry, found.mesh);
        if (!device)
            continue;
        // an entry that cannot be read is passed over: one good one is enough
        (void)takeAccountKeys(*device, found, ring, regained);
        const auto activation = schema::openActivation(*device, found.mesh, ring);
        if (!activation)
            continue;
        for (const auto& any : activation->activations) {
            const auto* administration = std::get_if<schema::ActivationAdministration>(&any);
            if (!administration)
                continue;
            MMM_TRY(regained.administration.accountSignature, privateKeyOf(administration->accountSignature));
            MMM_TRY(regained.administration.accountOnlineSignature,
                    privateKeyOf(administration->accountOnlineSignature));
        }
    }
    regained.administration.meshEncryption = meshEncryption;
    if (!regained.administration.accountSignature || !regained.accountEncryption)
        return fail(Fault::CannotDecrypt, "the device catalog has no keys that these shares open");
    return regained;
}

/// Everything that the service has of the device catalog.
Status fetchDevices(store::Catalog& devices, ServiceLink& link, const protocol::Identity& administrator,
                    const std::string& address, const WriterAuthority& authority, std::stop_token stop)
{
    for (;;) {
        protocol::DownloadRequest request;
        request.account = address;
        protocol::ConstraintsSelect select;
        select.container = schema::store_name::device;
        select.indexMin = devices.nextIndex();
        request.select.push_back(std::move(select));
        MMM_TRY(const auto response,
                link.transact<protocol::DownloadResponse>(administrator, std::move(request), stop));
        if (response.updates.empty() || response.updates.front().envelopes.empty())
            return {};
        const std::int64_t before = devices.nextIndex();
        MMM_TRY(const store::ApplyReport report,
                devices.applyDownloaded(response.updates.front().envelopes, authority));
        if (report.finding)
            return fail(report.finding->fault(), report.finding->detail);
        if (devices.nextIndex() == before)
            return {};
    }
}

/// Puts the entry of this device among the others.
Status uploadEntry(store::Catalog& devices, const std::string& address, ServiceLink& link,
                   const protocol::Identity& administrator, const WriterAuthority& authority,
                   std::stop_token stop)
{
    for (int round = 0; round < mostDeviceRounds; ++round) {
        MMM_TRY(const store::UploadBatch batch,
                devices.prepareUpload(*administrator.key, schema::udfOf(administrator.key->publicKey())));
        if (batch.isEmpty())
            return {};
        protocol::ContainerUpdate update;
        update.container = schema::store_name::device;
        update.index = batch.firstIndex;
        update.envelopes = batch.frames;
        protocol::UploadRequest request;
        request.account = address;
        request.updates.push_back(std::move(update));
        MMM_TRY(const auto response,
                link.transact<protocol::UploadResponse>(administrator, std::move(request), stop));
        if (!response.entries.empty() &&
            std::ranges::all_of(response.entries, [](const auto& e) { return e.result == "Accept"; }))
            return devices.confirmUploaded(batch);
        MMM_CHECK(fetchDevices(devices, link, administrator, address, authority, stop));
    }
    return fail(Fault::Conflict, "other devices write faster than this one");
}

/// The mesh with one more administration key, signed anew by the recovered master key.
Result<dare::Envelope> withAdministrator(const schema::Verified<schema::ProfileMesh>& known,
                                         const MasterKeys& master, const crypto::PublicKey& administration,
                                         TimePoint now)
{
    schema::ProfileMesh mesh = *known;
    mesh.updated = known->updated ? std::max(now, *known->updated + std::chrono::seconds(1)) : now;
    mesh.keysOnlineSignature.push_back(schema::describe(administration));
    return schema::sealRecord(mesh, {master.signature.get()});
}

/// One attempt; what it leaves on this computer is for the caller to keep or to remove.
class Attempt
{
public:
    Attempt(MeshState& state, const RecoverMesh& choice, const Progress& progress, std::stop_token stop)
        : m_state(state),
          m_choice(choice),
          m_progress(progress),
          m_stop(std::move(stop)),
          m_wanted(wantedFrom(choice.account))
    {}

    Status run()
    {
        report(Step::FindingService, 0.1);
        MMM_CHECK(findService());
        report(Step::MakingKeys, 0.3);
        MMM_TRY(m_device, makeDevice(m_state.vault, m_choice.deviceName, m_state.now(), m_stop));
        const protocol::Identity identity{m_device->authentication.keyInUse(),
                                          {{"ProfileDevice", m_device->profile}}};
        MMM_TRY(m_master, keysOfShares(m_choice.shares, m_choice.record, *m_link, identity, m_stop));
        const std::string meshUdf = schema::udfOf(m_master.signature->publicKey());
        if (!m_wanted.subject.empty() && !udf::sameText(m_wanted.subject, meshUdf))
            return fail(Fault::BadShare, "the shares are not those of the mesh in the strong name");
        MMM_TRY(Found found, findProfiles(*m_link, identity, m_wanted.address, meshUdf, m_stop));
        report(Step::CollectingKeys, 0.5);
        return takeUp(identity, found);
    }

    void undo()
    {
        if (m_device)
            forgetDevice(m_state.vault, *m_device);
        if (!m_seed.empty())
            (void)m_state.options.keyStore->remove(m_seed);
        if (!m_masterKey.empty())
            (void)m_state.vault.remove(m_masterKey);
        std::error_code ignored;
        if (!m_directory.empty())
            std::filesystem::remove_all(m_directory, ignored);
    }

private:
    void report(Step step, double share) const
    {
        if (m_progress)
            m_progress(step, share);
    }

    Status findService()
    {
        const std::string domain = domainOf(m_wanted.address);
        if (!protocol::isDnsName(domain))
            return fail(Fault::NameInvalid, "not the address of an account");
        const std::string hint = m_choice.serviceAddress.empty() ? "" : "/?h=" + m_choice.serviceAddress;
        ConnectionOffer offer;
        offer.account = m_wanted.address;
        if (!hint.empty()) {
            MMM_TRY(const auto parsed, ConnectionOffer::parse("mcu://x@" + domain + hint));
            offer.endpoints = parsed.endpoints;
        }
        m_link = std::make_shared<ServiceLink>(placeOf(m_state, offer), m_state.discovery(),
                                               m_state.options.clock);
        const auto hello = m_link->hello(m_stop);
        return hello ? Status() : tl::unexpected<Error>(hello.error());
    }

    Status takeUp(const protocol::Identity& identity, Found& found)
    {
        const crypto::OverlayKey overlay = crypto::generateOverlay(crypto::Curve::Ed448);
        MMM_TRY(crypto::CompositeKey composite,
                crypto::cogenerate(crypto::DeviceKey{m_device->signature.keyInUse()->clone()}, overlay));
        const auto administration = share(std::move(composite.key));
        MMM_TRY(const dare::Envelope newMesh,
                withAdministrator(found.mesh, m_master, administration->publicKey(), m_state.now()));
        protocol::CreateRequest create;
        create.serviceId = m_wanted.address;
        create.signedProfileMesh = newMesh;
        create.signedAssertionAccount = found.account.envelope();
        MMM_CHECK(m_link->transact<protocol::CreateResponse>(identity, std::move(create), m_stop));
        MMM_TRY(found.mesh, schema::verifyProfileMesh(newMesh, found.mesh.udf()));

        // from now on the administration key opens the service's door
        const protocol::Identity administrator{administration,
                                               {{"ProfileAccount", found.account.envelope()}}};
        MMM_TRY(m_directory, m_state.folder->accountDirectory(found.account.udf()));
        MMM_CHECK(connectThis(found, administrator, overlay));

        MMM_CHECK(keepMaster(found.mesh.udf()));
        MMM_CHECK(m_state.changeRecord([&](LocalRecord& record) {
            record.stage = "Ready";
            record.account = m_wanted.address;
            record.accountUdf = found.account.udf();
            record.deviceName = m_choice.deviceName;
            record.embedded = false;
            record.service = m_link->record();
            record.profileDevice = m_device->profile;
            record.profileMesh = newMesh;
            record.profileAccount = found.account.envelope();
            record.device = m_entry;
            record.masterSeed = m_seed;
            record.masterKeyUdf = m_masterKey;
        }));
        const std::scoped_lock lock(m_state.mutex);
        m_state.link = m_link;
        return {};
    }

    Status connectThis(const Found& found, const protocol::Identity& administrator,
                       const crypto::OverlayKey& overlay)
    {
        store::ContainerOptions options;
        options.directory = m_directory;
        options.name = schema::store_name::device;
        options.account = found.account.udf();
        options.seal = m_state.seal;
        options.clock = m_state.options.clock.get();
        options.stop = m_stop;
        MMM_TRY(const auto devices, store::Catalog::open(std::move(options)));
        WriterAuthority authority;
        authority.setMesh(found.mesh);
        MMM_CHECK(fetchDevices(*devices, *m_link, administrator, m_wanted.address, authority, m_stop));
        MMM_TRY(const auto encryption, presentEncryption(*found.mesh, m_master));
        MMM_TRY(Regained regained, regain(*devices, found, encryption));
        regained.administration.signature = administrator.key;
        MMM_TRY(const auto profile, schema::verifyProfileDevice(m_device->profile));
        const crypto::PublicKey meshEncryption = encryption->publicKey();
        const DeviceEntryPlan plan{profile,
                                   m_choice.deviceName,
                                   regained.administration,
                                   meshEncryption,
                                   found.mesh.udf(),
                                   found.account.envelope(),
                                   found.account.udf(),
                                   {m_wanted.address},
                                   regained.accountEncryption,
                                   regained.formerEncryption,
                                   &overlay,
                                   m_state.now()};
        MMM_TRY(m_entry, makeDeviceEntry(plan));
        MMM_CHECK(devices->put(m_entry.deviceUdf, encoding::toTaggedJson(m_entry)));
        return uploadEntry(*devices, m_wanted.address, *m_link, administrator, authority, m_stop);
    }

    /// The master key stays at hand until the person moves it off: lost devices are to be shut out now.
    Status keepMaster(const std::string& meshUdf)
    {
        const ShareJudgement judgement = judgeShares(m_choice.shares);
        const BytesView secret = judgement.secret.view();
        if (secret[0] == static_cast<std::uint8_t>(udf::Type::DerivationSeed)) {
            MMM_TRY(m_seed, keepSeed(m_state.options, meshUdf, Secret(secret), m_stop));
            return {};
        }
        MMM_TRY(const auto key, m_state.vault.add(*m_master.signature, keystore::Exportable::Yes, m_stop));
        m_masterKey = key.id();
        return {};
    }

    MeshState& m_state;
    const RecoverMesh& m_choice;
    const Progress& m_progress;
    const std::stop_token m_stop;
    const MeshAddress m_wanted;
    std::shared_ptr<ServiceLink> m_link;
    MasterKeys m_master;
    std::optional<DeviceKeys> m_device;
    schema::CatalogedDevice m_entry;
    std::string m_directory;
    keystore::KeyId m_seed;
    keystore::KeyId m_masterKey;
};

} // namespace

Status recoverMesh(MeshState& state, const RecoverMesh& choice, const Progress& progress,
                   std::stop_token stop)
{
    // what can be said without a service is said first
    const ShareJudgement judgement = judgeShares(choice.shares);
    if (judgement.needed == 0 || judgement.fitting < judgement.needed)
        return fail(Fault::NotYet, "too few shares");
    if (judgement.secret.empty())
        return fail(Fault::BadShare, "the shares do not make a secret together");
    Attempt attempt(state, choice, progress, stop);
    if (const Status done = attempt.run(); !done) {
        attempt.undo();
        return done.error().fault == Fault::NotFound
                   ? fail(Fault::NotFound, "the service has no such account")
                   : done;
    }
    MMM_CHECK(state.openMembership({}, stop));
    const auto loading = [&progress](double share) {
        if (progress)
            progress(Step::LoadingEntries, 0.6 + 0.4 * share);
    };
    // the device is connected; what does not come now will come later
    if (const auto status = askStatus(state, {}, stop))
        (void)downloadAll(state, *status, stop, loading);
    // what died stays unread; what is new there is for the devices of today
    (void)alignInheritance(state, stop);
    state.tellStage(Stage::Ready);
    return {};
}

} // namespace mmm::mesh
