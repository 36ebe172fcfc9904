#include "scripted_mesh.h"

#include "scripted_personas.h"

#include "interchange/wifi_network.h"
#include "mesh/master_key.h"
#include "schema/catalog.h"
#include "schema/key_check.h"
#include "ssh/public_key.h"
#include "udf/share.h"

#include <algorithm>

namespace mmm::test {

namespace {

/// A certificate that says it is the "Example Authority", for a hundred years.
constexpr std::string_view authority = "-----BEGIN CERTIFICATE-----\n"
                                       "MIIBtDCCAVmgAwIBAgIUZSvcugRo2LpsIt/OZMglQihT3mYwCgYIKoZIzj0EAwIw\n"
                                       "LjEaMBgGA1UEAwwRRXhhbXBsZSBBdXRob3JpdHkxEDAOBgNVBAoMB0V4YW1wbGUw\n"
                                       "IBcNMjYxMTI5MDcwNTAzWhgPMjEyNjExMDUwNzA1MDNaMC4xGjAYBgNVBAMMEUV4\n"
                                       "YW1wbGUgQXV0aG9yaXR5MRAwDgYDVQQKDAdFeGFtcGxlMFkwEwYHKoZIzj0CAQYI\n"
                                       "KoZIzj0DAQcDQgAEy1ubAHqPgIz+inxCqn4jB0SnMhSMDqbLnVqX3z9JQ9kDPpjp\n"
                                       "qvBEyM20BEgS3P5nEtG46sP4LNsWoQ5qgOoaZKNTMFEwHQYDVR0OBBYEFNusdLlU\n"
                                       "dUnA096nzf9AWodskpMWMB8GA1UdIwQYMBaAFNusdLlUdUnA096nzf9AWodskpMW\n"
                                       "MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAONkrMT6pbuIL0dx\n"
                                       "sTj8IUQI7b+tpIsKkpPbIKineIGpAiEAqJ8BClJ1vGiBMaDCDwhGNq36khxjPGGi\n"
                                       "p8ZMRfHuEBo=\n"
                                       "-----END CERTIFICATE-----\n";

SharedSecret secret(std::string_view text)
{
    return SharedSecret(Secret(bytesOf(text)));
}

std::string textOf(const schema::Contact& contact)
{
    std::string text = contact.fullName + " " + contact.first + " " + contact.last;
    for (const schema::Address& address : contact.addresses)
        text += " " + address.uri;
    return text;
}

} // namespace

ScriptedAccount::ScriptedAccount(const ScriptedCatalog<schema::Task>::Changed& changed, std::string address,
                                 std::string udf)
    : m_address(std::move(address)),
      m_udf(std::move(udf)),
      m_contacts(
          schema::store_name::contact, [](const schema::Contact& contact) { return textOf(contact); },
          changed),
      m_bookmarks(
          schema::store_name::bookmark,
          [](const schema::CatalogedBookmark& one) { return one.title + " " + one.uri + " " + one.path; },
          changed),
      m_tasks(
          schema::store_name::task, [](const schema::Task& one) { return one.title + " " + one.description; },
          changed),
      m_credentials(
          schema::store_name::credential,
          [](const schema::CatalogedCredential& one) { return one.service + " " + one.username; }, changed),
      m_sshProfiles(
          schema::store_name::application,
          [](const schema::CatalogedApplicationSSH& one) { return one.title + " " + one.userName; }, changed),
      m_networks(
          schema::store_name::network,
          [](const schema::CatalogedNetwork& one) { return one.service + " " + one.address; }, changed),
      m_mailAccounts(
          schema::store_name::application,
          [](const schema::CatalogedApplicationMail& one) {
              return one.accountAddress.empty() ? std::string() : one.accountAddress.front();
          },
          changed)
{}

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
const crypto::PrivateKey& ScriptedApplications::keyOf(const std::string& profileId)
{
    const std::lock_guard lock(m_mutex);
    return m_keys.try_emplace(profileId, crypto::PrivateKey::generate(crypto::Curve::Ed25519)).first->second;
}

Result<std::vector<mesh::SshDeviceKey>> ScriptedApplications::sshDevices(const std::string& profileId)
{
    MMM_CHECK(m_profiles.read(profileId));
    MMM_TRY(const ssh::PublicKey key, ssh::PublicKey::of(keyOf(profileId).publicKey()));
    return std::vector<mesh::SshDeviceKey>{
        {"MTHI-SDEV-ICE0", "This desktop", true, key.words() + " This desktop"},
        {"MOTH-ERDE-VICE", "Laptop", false, ""}};
}

Result<std::vector<mesh::SshOwnKey>> ScriptedApplications::sshKeys()
{
    std::vector<mesh::SshOwnKey> keys;
    std::vector<std::pair<std::string, std::string>> profiles;
    m_profiles.visit([&](const auto& row) { profiles.emplace_back(row.id, row.entry.title); });
    for (const auto& [id, title] : profiles) {
        MMM_TRY(ssh::PublicKey key, ssh::PublicKey::of(keyOf(id).publicKey()));
        keys.push_back({id, title, std::move(key.blob)});
    }
    return keys;
}

Result<Bytes> ScriptedApplications::signForSsh(const std::string& profileId, BytesView data)
{
    MMM_CHECK(m_profiles.read(profileId));
    return keyOf(profileId).sign(data, crypto::SignatureForm::Plain);
}

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

ScriptedInheritance::ScriptedInheritance()
    : m_catalogs{{"mmm_CatalogContact", false, 12, 0},
                 {"mmm_CatalogBookmark", false, 240, 0},
                 {"mmm_CatalogCredential", true, 37, 0},
                 {"mmm_CatalogTask", false, 1, 0},
                 {"mmm_CatalogNetwork", false, 3, 0}}
{}

void ScriptedInheritance::failNext(Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
}

void ScriptedInheritance::lose(const std::string& container, std::size_t entries)
{
    const std::lock_guard lock(m_mutex);
    for (mesh::InheritedCatalog& catalog : m_catalogs) {
        if (catalog.container == container)
            catalog.lost = entries;
    }
}

std::vector<mesh::InheritedCatalog> ScriptedInheritance::catalogs() const
{
    const std::lock_guard lock(m_mutex);
    return m_catalogs;
}

Status ScriptedInheritance::mark(const std::string& container, bool diesWithMe, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    for (mesh::InheritedCatalog& catalog : m_catalogs) {
        if (catalog.container == container)
            catalog.diesWithMe = diesWithMe;
    }
    return {};
}

void ScriptedPreconfigured::failNext(Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
}

Result<mesh::ConnectionOffer> ScriptedPreconfigured::hailingAccount() const
{
    mesh::ConnectionOffer offer;
    offer.account = "devices@example.com";
    return offer;
}

Result<mesh::PreparedDevice> ScriptedPreconfigured::prepare(const mesh::ConnectionOffer&, const std::string&,
                                                            std::stop_token)
{
    return fail(Fault::Exists, "scripted");
}

Status ScriptedPreconfigured::publish(const mesh::PreparedDevice&, std::stop_token)
{
    return {};
}

Result<mesh::CodedDevice> ScriptedPreconfigured::look(std::string_view code, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    if (code != "udf://example.com/bell")
        return fail(code.starts_with("udf://") ? Fault::NotFound : Fault::Malformed, "scripted");
    return mesh::CodedDevice{"Door bell", "MBDA-7QXE-2SPK-WJTZ-4LGF-U3IR-NHYO", "devices@example.com",
                             m_isClaimed};
}

Status ScriptedPreconfigured::claim(std::string_view, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    m_isClaimed = true;
    return {};
}

void ScriptedFiles::failNext(Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
}

Result<SharedSecret> ScriptedFiles::publish(const std::string& name, const Secret& content, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    const std::string locator = "udf://example.com/" + std::to_string(m_files.size() + 1);
    m_files[locator] = {name, SharedSecret(content.clone())};
    return SharedSecret(Secret(bytesOf(locator)));
}

Result<mesh::FetchedFile> ScriptedFiles::fetch(std::string_view locator, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    if (!locator.starts_with("udf://"))
        return fail(Fault::Malformed, "no locator");
    const auto found = m_files.find(locator);
    if (found == m_files.end())
        return fail(Fault::NotFound, "nothing");
    return mesh::FetchedFile{found->second.name, Secret(found->second.content.view()), true};
}

ScriptedMesh::ScriptedMesh(mesh::Stage stage, std::string address, std::string udf)
    : m_stage(stage),
      m_account(
          [this](const std::string& container, const std::vector<std::string>& ids) {
              tell([&](mesh::Observer& observer) { observer.entriesChanged(container, ids); });
          },
          std::move(address), std::move(udf)),
      m_messaging([this](const std::string& id, mesh::MessageState state) { (void)answer(id, state); },
                  {[this](const auto& ids, mesh::MessageState state) { return mark(ids, state); },
                   [this](bool isInbox) {
                       const std::lock_guard lock(m_mutex);
                       return isInbox ? m_deletedIn : m_deletedOut;
                   },
                   [this](const auto& ids) { return restore(ids); }}),
      m_groups([this](const std::string& id, mesh::MessageState state) {
          (void)m_messaging.answer(id, state);
          tell([&](mesh::Observer& observer) {
              observer.entriesChanged(std::string(schema::store_name::application), {id});
          });
      })
{
    m_devices.push_back(
        {"MTHI-SDEV-ICE0", "This computer", true, true, true, SystemClock().now(), SystemClock().now()});
}

void ScriptedMesh::tell(const std::function<void(mesh::Observer&)>& call)
{
    std::vector<mesh::Observer*> observers;
    {
        const std::lock_guard lock(m_mutex);
        observers = m_observers;
    }
    for (mesh::Observer* observer : observers)
        call(*observer);
}

void ScriptedMesh::enter(mesh::Stage stage)
{
    {
        const std::lock_guard lock(m_mutex);
        m_stage = stage;
    }
    tell([stage](mesh::Observer& observer) { observer.stageChanged(stage); });
}

void ScriptedMesh::failNext(Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
}

Status ScriptedMesh::takeFault()
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    return {};
}

void ScriptedMesh::decide(bool accepted)
{
    {
        const std::lock_guard lock(m_mutex);
        m_decision = accepted;
    }
    m_decided.notify_all();
}

void ScriptedMesh::addDevice(const mesh::DeviceInfo& device)
{
    {
        const std::lock_guard lock(m_mutex);
        m_devices.push_back(device);
    }
    tell([](mesh::Observer& observer) { observer.devicesChanged(); });
}

void ScriptedMesh::seeDevice(const std::string& udf, TimePoint when)
{
    const std::lock_guard lock(m_mutex);
    for (mesh::DeviceInfo& device : m_devices) {
        if (device.udf == udf)
            device.lastSeen = when;
    }
}

void ScriptedMesh::addRequest(const mesh::PendingRequest& request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
    }
    tell([](mesh::Observer& observer) { observer.messagesChanged(); });
}

void ScriptedMesh::addMessage(const mesh::MessageInfo& message, bool outgoing)
{
    {
        const std::lock_guard lock(m_mutex);
        (outgoing ? m_outbox : m_inbox).push_back(message);
    }
    tell([](mesh::Observer& observer) { observer.messagesChanged(); });
}

void ScriptedMesh::addLetter(const mesh::MessageDetail& detail, bool outgoing)
{
    m_messaging.add(detail);
    addMessage(detail.info, outgoing);
}

void ScriptedMesh::setSyncState(const mesh::SyncState& state)
{
    {
        const std::lock_guard lock(m_mutex);
        m_sync = state;
    }
    tell([&](mesh::Observer& observer) { observer.syncChanged(state); });
}

void ScriptedMesh::report(const mesh::Problem& problem)
{
    tell([&](mesh::Observer& observer) { observer.problem(problem); });
}

mesh::Stage ScriptedMesh::stage() const
{
    const std::lock_guard lock(m_mutex);
    return m_stage;
}

void ScriptedMesh::addObserver(mesh::Observer* observer)
{
    const std::lock_guard lock(m_mutex);
    m_observers.push_back(observer);
}

void ScriptedMesh::removeObserver(mesh::Observer* observer)
{
    const std::lock_guard lock(m_mutex);
    std::erase(m_observers, observer);
}

Status ScriptedMesh::create(const mesh::NewMesh& wanted, const mesh::Progress& progress, std::stop_token)
{
    if (progress)
        progress(mesh::Step::MakingKeys, 0.5);
    MMM_CHECK(takeFault());
    if (wanted.accountName.empty())
        return fail(Fault::NameInvalid, "no name");
    enter(mesh::Stage::Ready);
    return {};
}

Status ScriptedMesh::resumeCreation(const mesh::Progress&, std::stop_token)
{
    if (const Status fault = takeFault(); !fault) {
        if (fault.error().fault == Fault::NameTaken)
            enter(mesh::Stage::New);
        return fault;
    }
    enter(mesh::Stage::Ready);
    return {};
}

Status ScriptedMesh::abandonCreation(bool evenIfTaken, std::stop_token)
{
    const Status fault = takeFault();
    if (!fault && !evenIfTaken)
        return fault;
    enter(mesh::Stage::New);
    return {};
}

Status ScriptedMesh::recover(const mesh::RecoverMesh& wanted, const mesh::Progress&, std::stop_token)
{
    MMM_CHECK(takeFault());
    if (mesh::judgeShares(wanted.shares).secret.empty())
        return fail(Fault::BadShare);
    enter(mesh::Stage::Ready);
    return {};
}

Status ScriptedMesh::requestConnection(const mesh::ConnectionOffer& offer, const std::string&,
                                       const mesh::Progress&, std::stop_token)
{
    MMM_CHECK(takeFault());
    {
        const std::lock_guard lock(m_mutex);
        m_request = mesh::OwnRequest{offer.account, "ABCD-EFGH-IJKL",
                                     "MMES-HUDF",   !offer.pin.empty(),
                                     false,         SystemClock().now() + std::chrono::hours(1)};
        m_decision.reset();
    }
    enter(mesh::Stage::Connecting);
    return {};
}

std::optional<mesh::OwnRequest> ScriptedMesh::ownRequest() const
{
    const std::lock_guard lock(m_mutex);
    return m_request;
}

Result<mesh::Stage> ScriptedMesh::awaitConnection(const mesh::Progress&, std::stop_token stop)
{
    bool accepted = false;
    {
        std::unique_lock lock(m_mutex);
        if (!m_decided.wait(lock, stop, [this] { return m_decision.has_value(); }))
            return fail(Fault::Cancelled, "stopped");
        accepted = *m_decision;
    }
    enter(accepted ? mesh::Stage::Ready : mesh::Stage::New);
    if (!accepted)
        return fail(Fault::Refused, "rejected");
    return mesh::Stage::Ready;
}

Status ScriptedMesh::abandonConnection()
{
    enter(mesh::Stage::New);
    return {};
}

Status ScriptedMesh::deleteAccount(std::stop_token)
{
    MMM_CHECK(takeFault());
    const std::lock_guard lock(m_mutex);
    m_stage = mesh::Stage::Removed;
    m_syncing = false;
    return {};
}

Result<Bytes> ScriptedMesh::lock(const Secret& drafts)
{
    MMM_CHECK(takeFault());
    const std::lock_guard lock(m_mutex);
    m_stage = mesh::Stage::Locked;
    m_syncing = false;
    return Bytes(drafts.view().rbegin(), drafts.view().rend());
}

Result<Secret> ScriptedMesh::unlock(BytesView drafts, std::stop_token)
{
    MMM_CHECK(takeFault());
    const std::lock_guard lock(m_mutex);
    m_stage = mesh::Stage::Ready;
    const Bytes turned(drafts.rbegin(), drafts.rend());
    return Secret(turned);
}

mesh::SyncState ScriptedMesh::syncState() const
{
    const std::lock_guard lock(m_mutex);
    return m_sync;
}

mesh::Account* ScriptedMesh::account()
{
    return stage() == mesh::Stage::Ready ? &m_account : nullptr;
}

Result<std::vector<mesh::DeviceInfo>> ScriptedMesh::devices()
{
    const std::lock_guard lock(m_mutex);
    return m_devices;
}

Status ScriptedMesh::renameDevice(const std::string& udf, const std::string& name)
{
    MMM_CHECK(takeFault());
    const std::lock_guard lock(m_mutex);
    for (mesh::DeviceInfo& device : m_devices) {
        if (device.udf == udf) {
            device.name = name;
            return {};
        }
    }
    return fail(Fault::NotFound, "no such device");
}

Status ScriptedMesh::disconnectDevice(const std::string& udf, std::stop_token)
{
    MMM_CHECK(takeFault());
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_devices, [&](const mesh::DeviceInfo& device) { return device.udf == udf; });
    return {};
}

Status ScriptedMesh::grantAdministration(const std::string& udf, std::stop_token)
{
    MMM_CHECK(takeFault());
    const std::lock_guard lock(m_mutex);
    for (mesh::DeviceInfo& device : m_devices)
        device.isAdministrator = device.isAdministrator || device.udf == udf;
    return {};
}

Result<mesh::PinOffer> ScriptedMesh::issuePin(std::chrono::minutes validity, std::stop_token)
{
    MMM_CHECK(takeFault());
    return mesh::PinOffer{"pin-1", secret("ABCD-EFGH-IJKL-MNOP"),
                          secret("mcu://alice@example.com/ABCD-EFGH-IJKL-MNOP"),
                          SystemClock().now() + validity};
}

Status ScriptedMesh::cancelPin(const std::string&)
{
    ++m_cancelledPins;
    return {};
}

Result<std::vector<mesh::PendingRequest>> ScriptedMesh::pendingRequests()
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

Status ScriptedMesh::answer(const std::string& messageId, mesh::MessageState state)
{
    MMM_CHECK(takeFault());
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_requests, [&](const auto& request) { return request.messageId == messageId; });
        for (mesh::MessageInfo& message : m_inbox) {
            if (message.id != messageId)
                continue;
            message.state = state;
            message.needsAnswer = false;
        }
    }
    tell([](mesh::Observer& observer) { observer.messagesChanged(); });
    return {};
}

Status ScriptedMesh::acceptRequest(const std::string& messageId, std::stop_token)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto asked = std::ranges::find(m_requests, messageId, &mesh::PendingRequest::messageId);
        if (asked != m_requests.end()) {
            mesh::DeviceInfo device;
            device.udf = asked->deviceUdf;
            device.name = asked->deviceName;
            m_devices.push_back(std::move(device));
        }
    }
    return answer(messageId, mesh::MessageState::Accepted);
}

Status ScriptedMesh::rejectRequest(const std::string& messageId, std::stop_token)
{
    return answer(messageId, mesh::MessageState::Rejected);
}

Result<std::vector<mesh::MessageInfo>> ScriptedMesh::inbox()
{
    const std::lock_guard lock(m_mutex);
    return m_inbox;
}

Result<std::vector<mesh::MessageInfo>> ScriptedMesh::outbox()
{
    const std::lock_guard lock(m_mutex);
    return m_outbox;
}

Status ScriptedMesh::markMessage(const std::string& messageId, mesh::MessageState state)
{
    MMM_CHECK(takeFault());
    return mark({messageId}, state);
}

Status ScriptedMesh::mark(const std::vector<std::string>& ids, mesh::MessageState state)
{
    {
        const std::lock_guard lock(m_mutex);
        for (auto [box, deleted] : {std::pair(&m_inbox, &m_deletedIn), std::pair(&m_outbox, &m_deletedOut)}) {
            for (const std::string& id : ids) {
                const auto found = std::ranges::find(*box, id, &mesh::MessageInfo::id);
                if (found == box->end())
                    continue;
                if (state != mesh::MessageState::Deleted) {
                    found->state = state;
                    continue;
                }
                m_undeleted[id] = *found;
                deleted->push_back(std::move(*found));
                deleted->back().state = state;
                deleted->back().needsAnswer = false;
                box->erase(found);
            }
        }
    }
    tell([](mesh::Observer& observer) { observer.messagesChanged(); });
    return {};
}

Status ScriptedMesh::restore(const std::vector<std::string>& ids)
{
    {
        const std::lock_guard lock(m_mutex);
        for (auto [box, deleted] : {std::pair(&m_inbox, &m_deletedIn), std::pair(&m_outbox, &m_deletedOut)}) {
            for (const std::string& id : ids) {
                const bool isHere =
                    std::erase_if(*deleted, [&](const auto& one) { return one.id == id; }) > 0;
                if (isHere)
                    box->push_back(m_undeleted[id]);
            }
        }
    }
    tell([](mesh::Observer& observer) { observer.messagesChanged(); });
    return {};
}

mesh::ServiceInfo ScriptedMesh::service() const
{
    const std::lock_guard lock(m_mutex);
    protocol::Endpoint endpoint;
    endpoint.host = "127.0.0.1";
    endpoint.port = 4483;
    const std::string address = m_account.address();
    return {address,
            address.substr(address.find('@') + 1),
            m_isEmbedded && address == "alice@example.com",
            true,
            m_networkVisible,
            {endpoint},
            "MSER-VICE"};
}

void ScriptedMesh::setEmbedded(bool embedded)
{
    const std::lock_guard lock(m_mutex);
    m_isEmbedded = embedded;
}

Status ScriptedMesh::setNetworkVisible(bool visible)
{
    MMM_CHECK(takeFault());
    const std::lock_guard lock(m_mutex);
    m_networkVisible = visible;
    return {};
}

desktop::Engine scriptedEngine()
{
    desktop::Engine engine;
    engine.open = [](const mesh::Options&,
                     const std::stop_token&) -> Result<std::unique_ptr<mesh::PersonalMesh>> {
        return std::make_unique<ScriptedMesh>();
    };
    engine.parseOffer = [](std::string_view text) -> Result<mesh::ConnectionOffer> {
        constexpr std::string_view scheme = "mcu://";
        const std::size_t slash = text.rfind('/');
        if (!text.starts_with(scheme) || slash < scheme.size())
            return fail(Fault::Malformed, "not an offer");
        mesh::ConnectionOffer offer;
        offer.account = std::string(text.substr(scheme.size(), slash - scheme.size()));
        offer.pin = secret(text.substr(slash + 1));
        return offer;
    };
    engine.personas = PersonaScript::door(std::make_shared<PersonaScript>());
    return engine;
}

/// Messages of people whom the account knows, does not know, and must not believe.
static void addLetters(ScriptedMesh& mesh, TimePoint now)
{
    using namespace std::chrono_literals;
    mesh::MessageDetail detail;
    detail.canConfirm = true;
    mesh::MessageInfo& info = detail.info;
    info.id = "letter-1";
    info.kind = mesh::MessageKind::ContactRequest;
    info.className = "RequestContact";
    info.speaker.standing = mesh::Standing::Stranger;
    info.speaker.address = "bob@example.org";
    info.speaker.accountUdf = "MBOB-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
    info.from = info.speaker.address;
    info.text = "We met at the fair. <b>Verified by Mesh</b>";
    info.when = now - 10min;
    info.needsAnswer = true;
    info.wantsReply = true;
    detail.card.emplace().fullName = "Bob Sample";
    schema::Address mail;
    mail.uri = "mailto:bob@example.org";
    detail.card->addresses.push_back(mail);
    mesh.addLetter(detail);

    detail.card.reset();
    info.id = "letter-2";
    info.kind = mesh::MessageKind::ConfirmationRequest;
    info.speaker.standing = mesh::Standing::Contact;
    info.speaker.confirmed = mesh::Confirmed::InPerson;
    info.speaker.name = "Grace Hopper";
    info.speaker.address = "grace@example.com";
    info.speaker.organisation = "Example Ltd";
    info.from = info.speaker.address;
    info.text = "Pay 1,200 to the printers?";
    info.when = now - 2min;
    info.expires = now + 8min;
    info.wantsReply = false;
    mesh.addLetter(detail);

    info.id = "letter-3";
    info.kind = mesh::MessageKind::TaskProposal;
    info.speaker.organisation.clear();
    info.expires.reset();
    info.text = "Review the compiler";
    info.when = now - 1h;
    detail.task.emplace().title = "Review the compiler";
    detail.task->start = now + 24h;
    detail.task->location = "Library";
    detail.task->trigger = {"-PT1H"};
    mesh.addLetter(detail);

    detail.task.reset();
    info = {};
    info.id = "letter-4";
    info.kind = mesh::MessageKind::Other;
    info.speaker.standing = mesh::Standing::Refused;
    info.speaker.refusal = Fault::BadSignature;
    info.state = mesh::MessageState::Read;
    info.when = now - 3h;
    mesh.addLetter(detail);

    info = {};
    info.id = "letter-7";
    info.kind = mesh::MessageKind::GroupInvitation;
    info.className = "GroupInvitation";
    info.speaker.standing = mesh::Standing::Contact;
    info.speaker.confirmed = mesh::Confirmed::InPerson;
    info.speaker.name = "Grace Hopper";
    info.speaker.address = "grace@example.com";
    info.from = info.speaker.address;
    info.text = "For the minutes of the board";
    info.when = now - 5h;
    info.needsAnswer = true;
    detail.group = {"board@example.com", false};
    mesh.addLetter(detail);
    detail.group.reset();

    info = {};
    info.id = "letter-5";
    info.kind = mesh::MessageKind::ContactRequest;
    info.from = "zoe@example.net";
    info.wantsReply = true;
    info.state = mesh::MessageState::Waiting;
    info.when = now - 1min;
    mesh.addLetter(detail, true);
    info.id = "letter-6";
    info.kind = mesh::MessageKind::ConfirmationRequest;
    info.from = "grace@example.com";
    info.text = "Is the number right?";
    info.state = mesh::MessageState::Failed;
    info.when = now - 2h;
    mesh.addLetter(detail, true);
}

/// One that this account administers, one that it belongs to, and one that has removed it.
void addGroups(ScriptedGroups& groups)
{
    using Standing = mesh::MemberStanding;
    const mesh::GroupMember own{
        "MAAA-BBBB-CCCC", "alice@example.com", "Alice Example", "id-8", Standing::Accepted, true, true};
    groups.add(
        {"group-crew", "crew@example.com", true},
        {own,
         {"MGRA-CEBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH", "grace@example.com", "Grace Hopper", "id-4",
          Standing::Accepted, false, false},
         {"MALA-NBBB-CCCC", "alan@example.org", "Alan Turing", "id-2", Standing::Accepted, true, false},
         {"MZOE-BBBB-CCCC", "zoe@example.net", "Zoë Quinn", "id-7", Standing::Declined, false, false},
         {"MBOB-BBBB-CCCC", "bob@example.org", "", "", Standing::Invited, false, false}});
    groups.add({"group-family", "family@example.org", false}, {});
    groups.add({"group-old", "old-friends@example.net", false}, {});
    groups.shutOut("group-old");
}

std::string addGroupContact(ScriptedMesh& mesh)
{
    schema::Contact card;
    card.fullName = "allotment";
    schema::Address address;
    address.uri = "mesh:allotment@example.org";
    card.addresses.push_back(address);
    std::string id = mesh.scripted().contacts().arrive(card, {}, "CatalogedContactRecryption");
    mesh::ContactTrust trust;
    trust.isGroup = true;
    trust.isVerified = true;
    trust.confirmed = mesh::Confirmed::Service;
    trust.address = "allotment@example.org";
    trust.accountUdf = "MALL-OTBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
    mesh.letters().setTrust(id, trust);
    mesh.groups().addCard(trust.accountUdf);
    return id;
}

void fillWithExamples(ScriptedMesh& mesh)
{
    using namespace std::chrono_literals;
    const TimePoint now = SystemClock().now();
    ScriptedAccount& account = mesh.scripted();
    for (const char* name : {"Ada Lovelace", "Alan Turing", "Émilie du Châtelet", "Grace Hopper",
                             "Katherine Johnson", "Mary Somerville", "Zoë Quinn"}) {
        schema::Contact contact;
        contact.fullName = name;
        schema::Address mail;
        const std::string last = std::string(name).substr(std::string(name).rfind(' ') + 1);
        mail.uri = "mailto:" + (last.front() == 'C' ? "chatelet" : last) + "@example.com";
        contact.addresses.push_back(mail);
        account.contacts().fill({contact});
    }
    for (const char* path : {"", "News", "Work", "Work/Docs"}) {
        for (int i = 1; i <= 3; ++i) {
            schema::CatalogedBookmark bookmark;
            bookmark.title = "Page " + std::to_string(i);
            bookmark.uri = "https://www.example.com/" + std::to_string(i);
            bookmark.path = path;
            account.bookmarks().fill({bookmark});
        }
    }
    int day = -1;
    for (const char* title :
         {"Call the plumber", "Write the report", "Dinner with Grace", "Renew the passport"}) {
        schema::Task task;
        task.title = title;
        task.trigger = {"-P1D", "-PT15M", "-PT20M"};
        task.startTravel = "PT30M";
        task.start = now + std::chrono::hours(24 * day++);
        account.tasks().fill({task});
    }
    for (const char* site : {"example.com", "example.org", "bank.example"}) {
        schema::CatalogedCredential credential;
        credential.protocol = "https";
        credential.service = site;
        credential.username = "alice";
        credential.password.secret = secret("correct horse battery staple");
        account.credentials().fill({credential});
    }
    schema::CatalogedApplicationSSH profile;
    profile.title = "Servers at work";
    profile.userName = "alice";
    profile.hosts.resize(2);
    profile.hosts[0].alias = "web";
    profile.hosts[0].hostName = "web.example.com";
    profile.hosts[1].alias = "db";
    profile.hosts[1].hostName = "db.example.com";
    profile.hosts[1].port = 2222;
    profile.hosts[1].jump = "web";
    profile.knownHosts = {"web.example.com,192.0.2.7 ssh-ed25519 "
                          "AAAAC3NzaC1lZDI1NTE5AAAAIPqfJdF0FeDMHoJwnTw+vlA5lhr+FGHPa01bf/5tTwA3"};
    profile.authorizedKeys = {
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIrT5OzEOg+g8eovpO5Bwqk/cFrAs4JyJSJTPGHDzcbx carol@example.org"};
    account.sshProfiles().fill({profile});
    schema::CatalogedApplicationMail mail;
    mail.accountAddress = {"alice@example.com"};
    mail.displayName = "Alice Example";
    mail.inbound.resize(1);
    mail.inbound.front().prefix = "imap";
    mail.inbound.front().serviceName = "imap.example.com";
    mail.inbound.front().security = {"Direct"};
    mail.inbound.front().password.secret = secret("correct horse battery staple");
    mail.outbound.resize(1);
    mail.outbound.front().prefix = "submission";
    mail.outbound.front().serviceName = "smtp.example.com";
    mail.outbound.front().security = {"Upgrade"};
    account.mailAccounts().fill({mail});
    schema::CatalogedNetwork network;
    network.protocol = "wifi";
    network.service = "Home";
    network.security = "wpa2";
    network.password.secret = secret("correct horse battery staple");
    account.networks().fill({network});
    network.service = "eduroam";
    network.security = "enterprise";
    network.username = "alice@example.edu";
    account.networks().fill({network});
    network = {};
    network.protocol = "tls";
    network.service = "Branch office";
    network.address = "vpn.example.com";
    interchange::setSettingText(network, "vpn", "service-type", "org.freedesktop.NetworkManager.openvpn");
    interchange::setSettingText(network, "vpn", "connection-type", "tls");
    interchange::setSettingText(network, "vpn", "key", "/home/alice/alice.key");
    interchange::setAttachment(network, "vpn", "ca", Secret(bytesOf(authority)));
    account.networks().fill({network});
    network = {};
    network.protocol = "wireguard";
    network.service = "Office";
    network.password.secret = secret("6Kk2/wF5a2OkeTGjEmbP6/0jABNR59k8Aw/8HJIMTmc=");
    network.tunnel.emplace().addresses = {"10.0.0.2/32"};
    network.tunnel->peers.emplace_back().publicKey = "Z7kf8+gZ8fFhTCZfZ1P9VVyIVz2nnw0vOTcC6JGAlSU=";
    network.tunnel->peers.front().endpoint = "vpn.example.com:51820";
    network.tunnel->peers.front().allowedIps = {"0.0.0.0/0", "::/0"};
    account.networks().fill({network});
    mesh.addDevice({"MOTH-ERDE-VICE", "Laptop", false, false, false, now - 24h, now - 5min});
    mesh.addRequest(
        {"request-1", "MNEW-DEVI-CE00", "Tablet", "QRST-UVWX-YZAB", mesh::PinProof::None, now, now + 24h});
    mesh::MessageInfo message;
    message.id = "request-1";
    message.kind = mesh::MessageKind::ConnectionRequest;
    message.subject = "Tablet";
    message.witness = "QRST-UVWX-YZAB";
    message.when = now;
    mesh.addMessage(message);
    message.id = "pin-0";
    message.kind = mesh::MessageKind::PinIssued;
    message.subject.clear();
    message.witness.clear();
    message.state = mesh::MessageState::Expired;
    mesh.addMessage(message, true);
    message.id = "pin-1";
    message.state = mesh::MessageState::Accepted;
    mesh.addMessage(message, true);
    addLetters(mesh, now);
    addGroups(mesh.groups());

    mesh::ContactTrust trust;
    trust.isVerified = true;
    trust.confirmed = mesh::Confirmed::InPerson;
    trust.address = "grace@example.com";
    trust.accountUdf = "MGRA-CEBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
    trust.shared = mesh::CardVersion::Restricted;
    mesh.letters().setTrust("id-4", trust);
    trust.address = "ada@example.com";
    trust.accountUdf = "MADA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH";
    mesh.letters().setTrust("id-1", trust);
    trust = {};
    trust.isOwn = true;
    trust.isVerified = true;
    trust.address = "alice@example.com";
    mesh.letters().setTrust("id-8", trust);
    schema::Contact own;
    own.fullName = "Alice Example";
    schema::Address phone;
    phone.uri = "tel:+1-555-0100";
    own.addresses.push_back(phone);
    account.contacts().fill({own});
    mesh.letters().setOwnCard("id-8", own);
}

} // namespace mmm::test
