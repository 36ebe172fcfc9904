#include "mesh/personas.h"

#include "keystore/backend_record.h"
#include "mesh/ceremonies.h"
#include "mesh/device_entry.h"
#include "mesh/manage_devices.h"
#include "mesh/persona_parts.h"
#include "mesh/shared_key.h"
#include "schema/key_check.h"
#include "service/account_name.h"
#include "udf/udf.h"

#include <algorithm>
#include <filesystem>

namespace mmm::mesh {

namespace {

using schema::CatalogedDevice;

/// Writes what a folder that is not open shall know of its account.
Status writeRecord(const Options& options, const LocalRecord& record, std::stop_token stop)
{
    MMM_TRY(const auto folder, store::DataFolder::lock(options.folder.string()));
    MMM_CHECK(keystore::chooseBackend(options.folder, options.keyStore->backend()));
    MMM_TRY(keystore::SealKey key, keystore::SealKey::load(*options.keyStore, options.folder, stop));
    keystore::SealedFile file(options.folder / recordFile, recordContext, std::move(key));
    MMM_CHECK(file.read());
    return file.write(encoding::toTaggedJson(record));
}

std::filesystem::path placeOfPersonas(const Options& home)
{
    return home.folder / "personas";
}

class PersonasDoor final : public Personas
{
public:
    explicit PersonasDoor(MeshInside& home) : m_home(home), m_state(home.inside()) {}

    Result<std::vector<PersonaInfo>> list() override
    {
        const auto member = m_state.member();
        if (!member)
            return fail(Fault::Unsupported, "not possible now");
        std::vector<PersonaInfo> all{{member->accountUdf, member->address(), true, true}};
        const CatalogedDevice own = ownEntry();
        for (const schema::AccountEntry& account : own.accounts) {
            const auto profile = schema::verifyProfileAccount(account.envelopedProfileAccount);
            if (!profile || profile->udf() == member->accountUdf || (*profile)->serviceIds.empty())
                continue;
            all.push_back({profile->udf(), (*profile)->serviceIds.front(), false, isHere(profile->udf())});
        }
        for (const std::string& udf : personaFolders(m_state.options)) {
            if (std::ranges::find(all, udf, &PersonaInfo::accountUdf) == all.end())
                all.push_back({udf, {}, false, true});
        }
        return all;
    }

    Result<std::unique_ptr<PersonalMesh>> add(const NewPersona& choice, const Progress& progress,
                                              std::stop_token stop) override
    {
        const auto member = m_state.member();
        if (!member)
            return fail(Fault::Unsupported, "not possible now");
        const auto lead = leadOf(*member);
        if (!lead)
            return fail(Fault::NotAuthorised, "accounts are added on an administration device");
        MMM_CHECK(service::checkName(choice.accountName, {}));
        if (progress)
            progress(Step::FindingService, 0.1);
        MMM_TRY(const LocalRecord draft, makeDraft(choice, *lead, stop));
        const Options options = optionsOf(draft.accountUdf);
        MMM_CHECK(writeRecord(options, draft, stop));
        MMM_TRY(auto persona, PersonalMesh::open(options, stop));
        if (const Status made = persona->resumeCreation(progress, stop); !made) {
            const bool isRefused = persona->stage() == Stage::New;
            persona.reset();
            if (isRefused)
                removeFolder(draft.accountUdf);
            return tl::unexpected<Error>(made.error());
        }
        MMM_CHECK(align(*persona, stop));
        return persona;
    }

    Result<std::unique_ptr<PersonalMesh>> open(const std::string& accountUdf, const Progress& progress,
                                               std::stop_token stop) override
    {
        if (!udf::Udf::parse(accountUdf))
            return fail(Fault::NotFound, "not an account");
        const Options options = optionsOf(accountUdf);
        if (!isHere(accountUdf)) {
            MMM_TRY(const LocalRecord record, recordFor(accountUdf));
            MMM_CHECK(writeRecord(options, record, stop));
        }
        MMM_TRY(auto persona, PersonalMesh::open(options, stop));
        if (persona->stage() == Stage::Connecting)
            MMM_CHECK(persona->awaitConnection(progress, stop));
        return persona;
    }

    Status align(PersonalMesh& persona, std::stop_token stop) override
    {
        auto* inside = dynamic_cast<MeshInside*>(&persona);
        const auto home = m_state.member();
        if (inside == nullptr || !home || !inside->inside().member())
            return fail(Fault::Unsupported, "not possible now");
        const auto lead = leadOf(*home);
        if (!lead)
            return {};
        MeshState& state = inside->inside();
        MMM_TRY(const auto entries, followDevices(state, *lead, stop));
        CatalogedAccount account;
        {
            const std::scoped_lock lock(state.mutex);
            account.key = state.record.accountUdf;
            account.address = state.record.account;
            account.service = state.record.service;
        }
        MMM_CHECK(announcePersona(*home, account, entries));
        inside->wake();
        m_home.wake();
        return {};
    }

    Status forget(const std::string& accountUdf) override
    {
        const auto home = m_state.member();
        if (!home || accountUdf == home->accountUdf)
            return fail(Fault::Unsupported, "not a further account");
        removeFolder(accountUdf);
        if (leadOf(*home))
            MMM_CHECK(retractPersona(*home, accountUdf));
        m_home.wake();
        return {};
    }

private:
    [[nodiscard]] std::filesystem::path folderOf(const std::string& accountUdf) const
    {
        return placeOfPersonas(m_state.options) / accountUdf;
    }

    [[nodiscard]] bool isHere(const std::string& accountUdf) const
    {
        std::error_code ignored;
        return std::filesystem::exists(folderOf(accountUdf) / recordFile, ignored);
    }

    void removeFolder(const std::string& accountUdf) const
    {
        std::error_code ignored;
        if (udf::Udf::parse(accountUdf))
            std::filesystem::remove_all(folderOf(accountUdf), ignored);
    }

    /// A service that the home account holds on this computer is there for its further accounts too.
    [[nodiscard]] Options optionsOf(const std::string& accountUdf) const
    {
        Options options = m_state.options;
        options.folder = folderOf(accountUdf);
        const std::scoped_lock lock(m_state.mutex);
        if (m_state.hosted) {
            options.domainHere = m_state.hosted->domain();
            options.knownServices[options.domainHere] = m_state.hosted->endpoints().back();
        }
        return options;
    }

    /// As the catalog has it: the record takes up only later what this device itself has written there.
    [[nodiscard]] CatalogedDevice ownEntry() const
    {
        CatalogedDevice known;
        {
            const std::scoped_lock lock(m_state.mutex);
            known = m_state.record.device.value_or(CatalogedDevice());
        }
        if (const auto member = m_state.member()) {
            const std::scoped_lock lock(member->mutex);
            if (auto entry = readDevice(*member, known.deviceUdf))
                return std::move(*entry);
        }
        return known;
    }

    /// At the home account's service, or at another one.
    Result<ServiceRecord> placeFor(const ServiceChoice& choice, const std::string& address) const
    {
        {
            const std::scoped_lock lock(m_state.mutex);
            if (m_state.record.service.domain == domainOf(address))
                return m_state.record.service;
        }
        ConnectionOffer offer;
        offer.account = address;
        if (!choice.address.empty()) {
            MMM_TRY(const auto parsed,
                    ConnectionOffer::parse("mcu://x@" + domainOf(address) + "/?h=" + choice.address));
            offer.endpoints = parsed.endpoints;
        }
        return placeOf(m_state, offer);
    }

    /// All that the account will be, in memory so far.
    Result<LocalRecord> makeDraft(const NewPersona& choice, const MeshLead& lead, std::stop_token stop)
    {
        LocalRecord draft;
        {
            const std::scoped_lock lock(m_state.mutex);
            draft.deviceName = m_state.record.deviceName;
            draft.profileDevice = m_state.record.profileDevice;
            draft.account = m_state.record.service.domain;
        }
        const std::string domain =
            asciiLower(choice.service.embedded ? draft.account : choice.service.domain);
        if (!protocol::isDnsName(domain))
            return fail(Fault::NameInvalid, "not the name of a service");
        draft.stage = "Creating";
        draft.isFurther = true;
        draft.account = asciiLower(choice.accountName) + "@" + domain;
        draft.fullName = choice.fullName;
        draft.profileMesh = lead.mesh.envelope();
        MMM_TRY(const ServiceRecord place, placeFor(choice.service, draft.account));
        ServiceLink link(place, m_state.discovery(), m_state.options.clock);
        MMM_CHECK(link.hello(stop));
        draft.service = link.record();

        PersonaKeys keys;
        keys.administrator = lead.administration;
        keys.administrator.accountSignature = freshKey();
        keys.administrator.accountOnlineSignature = freshKey();
        keys.encryption = freshKey();
        keys.accountUdf = schema::udfOf(keys.administrator.accountSignature->publicKey());
        keys.address = draft.account;
        const TimePoint now = m_state.now();
        const schema::ProfileAccount profile =
            schema::makeProfileAccount(keys.administrator.accountSignature->publicKey(),
                                       {keys.administrator.accountOnlineSignature->publicKey()},
                                       keys.encryption->publicKey(), lead.mesh.udf(), {draft.account}, now);
        MMM_TRY(keys.profile, schema::sealRecord(profile, {keys.administrator.accountSignature.get(),
                                                           keys.administrator.signature.get()}));
        draft.accountUdf = keys.accountUdf;
        draft.profileAccount = keys.profile;
        const std::string own = ownEntry().deviceUdf;
        for (const CatalogedDevice& device : lead.devices) {
            if (device.deviceUdf == own) {
                MMM_TRY(draft.device, makePersonaEntry(device, lead, keys, now));
            }
        }
        if (!draft.device)
            return fail(Fault::Damaged, "the device catalog does not have this device");
        return draft;
    }

    /// What this device needs to know of an account to collect its entry there.
    Result<LocalRecord> recordFor(const std::string& accountUdf)
    {
        const CatalogedDevice own = ownEntry();
        const auto entry = std::ranges::find(own.accounts, accountUdf, &schema::AccountEntry::accountUdf);
        const auto member = m_state.member();
        if (!member || entry == own.accounts.end() || accountUdf == member->accountUdf)
            return fail(Fault::NotFound, "this device has no such account");
        MMM_TRY(const auto profile, schema::verifyProfileAccount(entry->envelopedProfileAccount));
        if (profile->serviceIds.empty())
            return fail(Fault::Missing, "the account is at no service");
        LocalRecord record;
        record.stage = "Connecting";
        record.isFurther = true;
        record.account = profile->serviceIds.front();
        record.accountUdf = accountUdf;
        record.profileAccount = entry->envelopedProfileAccount;
        ConnectionOffer offer;
        offer.account = record.account;
        record.service = placeOf(m_state, offer);
        {
            const std::scoped_lock lock(m_state.mutex);
            record.deviceName = m_state.record.deviceName;
            record.profileDevice = m_state.record.profileDevice;
            record.profileMesh = m_state.record.profileMesh;
        }
        const std::scoped_lock lock(member->mutex);
        const auto stored = member->applications().read(accountUdf);
        if (stored) {
            MMM_TRY(const auto account, encoding::fromTaggedJson<CatalogedAccount>(*stored));
            record.service = account.service;
        }
        return record;
    }

    MeshInside& m_home;
    MeshState& m_state;
};

} // namespace

std::vector<std::string> personaFolders(const Options& home)
{
    std::vector<std::string> found;
    std::error_code ignored;
    for (const auto& folder : std::filesystem::directory_iterator(placeOfPersonas(home), ignored)) {
        if (std::filesystem::exists(folder.path() / recordFile, ignored))
            found.push_back(folder.path().filename().string());
    }
    return found;
}

std::optional<MeshLead> leadOf(Membership& home)
{
    const std::scoped_lock lock(home.mutex);
    if (!home.keys->administration)
        return std::nullopt;
    MeshLead lead{home.mesh, *home.keys->administration, {}};
    for (const std::string& id : home.containers->devices().ids()) {
        if (auto entry = readDevice(home, id))
            lead.devices.push_back(std::move(*entry));
    }
    return lead;
}

Result<std::optional<crypto::OverlayKey>> administrationOverlay(const schema::VerifiedDevice& device,
                                                                const MeshLead& lead)
{
    dare::KeyRing ring;
    ring.add(lead.administration.meshEncryption);
    MMM_TRY(const auto activation, schema::openActivation(device, lead.mesh, ring));
    for (const auto& any : activation.activations) {
        const auto* administration = std::get_if<schema::ActivationAdministration>(&any);
        if (!administration || !administration->keySignature)
            continue;
        const std::string& udf = administration->keySignature->udf;
        if (std::ranges::find(lead.mesh->keysOnlineSignature, udf, &schema::PublicKey::udf) ==
            lead.mesh->keysOnlineSignature.end())
            continue;
        MMM_TRY(crypto::PrivateKey overlay, dare::toPrivateKey(administration->keySignature->overlay));
        return std::optional(crypto::OverlayKey{std::move(overlay)});
    }
    return std::optional<crypto::OverlayKey>();
}

Result<CatalogedDevice> makePersonaEntry(const CatalogedDevice& device, const MeshLead& lead,
                                         const PersonaKeys& keys, TimePoint now)
{
    MMM_TRY(const auto verified, schema::verifyCatalogedDevice(device, lead.mesh));
    MMM_TRY(const auto overlay, administrationOverlay(verified, lead));
    MMM_TRY(const crypto::PublicKey meshEncryption, schema::keyOf(lead.mesh->keyEncryption));
    const DeviceEntryPlan plan{verified.profile,
                               device.name,
                               keys.administrator,
                               meshEncryption,
                               lead.mesh.udf(),
                               keys.profile,
                               keys.accountUdf,
                               {keys.address},
                               keys.encryption,
                               keys.formerEncryption,
                               overlay ? &*overlay : nullptr,
                               now,
                               keys.mortal};
    return makeDeviceEntry(plan);
}

Result<std::unique_ptr<Personas>> Personas::of(PersonalMesh& home)
{
    auto* inside = dynamic_cast<MeshInside*>(&home);
    if (inside == nullptr)
        return fail(Fault::Unsupported, "not a mesh of this program");
    {
        MeshState& state = inside->inside();
        const std::scoped_lock lock(state.mutex);
        if (state.record.isFurther)
            return fail(Fault::Unsupported, "a further account has none itself");
    }
    return std::unique_ptr<Personas>(std::make_unique<PersonasDoor>(*inside));
}

} // namespace mmm::mesh
