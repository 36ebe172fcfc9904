#include "scripted_mesh.h"

#include "schema/catalog.h"

#include <algorithm>

namespace mmm::test {

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
    return mesh::PinOffer{"pin-1", SharedSecret(Secret(bytesOf("ABCD-EFGH-IJKL-MNOP"))),
                          SharedSecret(Secret(bytesOf("mcu://alice@example.com/ABCD-EFGH-IJKL-MNOP"))),
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

} // namespace mmm::test
