#include "commands.h"

#include "mesh/messaging.h"
#include "mesh/trust_chain.h"
#include "service/account_name.h"

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <functional>
#include <mutex>
#include <thread>

namespace mmm::meshtool {

namespace {

/// Wakes whoever waits when there may be something new.
class Waiter final : public mesh::Observer
{
public:
    explicit Waiter(mesh::PersonalMesh& mesh) : m_mesh(mesh)
    {
        mesh.addObserver(this);
        mesh.startSync();
    }
    ~Waiter() override
    {
        m_mesh.stopSync();
        m_mesh.removeObserver(this);
    }
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;

    void messagesChanged() override { wake(); }
    void syncChanged(const mesh::SyncState&) override { wake(); }

    /// Until `done` gives a value, or the time is over.
    std::optional<ExitCode> until(const std::function<std::optional<ExitCode>()>& done,
                                  std::chrono::seconds time)
    {
        const auto end = std::chrono::steady_clock::now() + time;
        for (;;) {
            if (const auto code = done())
                return code;
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait_until(lock, end, [this] { return m_isWoken; }))
                return std::nullopt;
            m_isWoken = false;
        }
    }

private:
    void wake()
    {
        const std::scoped_lock lock(m_mutex);
        m_isWoken = true;
        m_changed.notify_all();
    }

    mesh::PersonalMesh& m_mesh;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isWoken = false;
};

Status needAccount(const mesh::PersonalMesh& mesh)
{
    return mesh.stage() == mesh::Stage::Ready
               ? Status()
               : fail(Fault::NotFound, "there is no account in the data folder; make one with: mesh create");
}

mesh::MessageState stateOf(mesh::PersonalMesh& mesh, const std::string& id)
{
    if (const auto sent = mesh.outbox()) {
        const auto found = std::ranges::find(*sent, id, &mesh::MessageInfo::id);
        if (found != sent->end())
            return found->state;
    }
    return mesh::MessageState::Waiting;
}

} // namespace

Result<ExitCode> create(mesh::PersonalMesh& mesh, const Options& options)
{
    if (mesh.stage() == mesh::Stage::Creating && mesh.service().account == asciiLower(options.address)) {
        // it was interrupted the last time
        MMM_CHECK(mesh.resumeCreation());
        return Good;
    }
    if (mesh.stage() != mesh::Stage::New)
        return fail(Fault::Exists, "the data folder has an account already");
    const std::size_t at = options.address.rfind('@');
    if (at == std::string::npos)
        return fail(Fault::NameInvalid, "the address of an account looks like name@example.com");
    mesh::NewMesh choice;
    choice.accountName = options.address.substr(0, at);
    choice.fullName = options.fullName.empty() ? choice.accountName : options.fullName;
    choice.deviceName = "mesh";
    choice.service.embedded = false;
    choice.service.domain = options.address.substr(at + 1);
    MMM_CHECK(mesh.create(choice));
    return Good;
}

Result<ExitCode> contact(mesh::PersonalMesh& mesh, const Options& options)
{
    MMM_CHECK(needAccount(mesh));
    MMM_TRY(const mesh::FoundAccount found, mesh.messaging().find(options.address));
    if (!found.contactId.empty())
        return Good;
    Waiter waiter(mesh);
    mesh::ContactWish wish;
    wish.address = options.address;
    wish.subject = options.text;
    wish.version = mesh::CardVersion::Restricted;
    MMM_TRY(const std::string id, mesh.messaging().askForContact(wish));
    const auto code = waiter.until(
        [&]() -> std::optional<ExitCode> {
            switch (stateOf(mesh, id)) {
            case mesh::MessageState::Waiting:
                return std::nullopt;
            case mesh::MessageState::Accepted:
                return Good;
            case mesh::MessageState::Failed:
                return Failed;
            default:
                return options.isWaiting ? std::nullopt : std::optional(Good);
            }
        },
        options.wait);
    if (code == Failed)
        return fail(Fault::Refused, "the request could not be delivered");
    return code.value_or(NoAnswer);
}

Result<ExitCode> confirm(mesh::PersonalMesh& mesh, const Options& options)
{
    MMM_CHECK(needAccount(mesh));
    Waiter waiter(mesh);
    mesh::ConfirmationQuestion question;
    question.address = options.address;
    question.text = options.text;
    question.validity = options.wait;
    MMM_TRY(const std::string id, mesh.messaging().askConfirmation(question));
    const auto code = waiter.until(
        [&]() -> std::optional<ExitCode> {
            const auto state = mesh.messaging().confirmation(id);
            switch (state.value_or(mesh::ConfirmationState::Waiting)) {
            case mesh::ConfirmationState::Accepted:
                return Good;
            case mesh::ConfirmationState::Refused:
                return Refused;
            case mesh::ConfirmationState::Expired:
                return NoAnswer;
            case mesh::ConfirmationState::Failed:
                return Failed;
            case mesh::ConfirmationState::Waiting:
                break;
            }
            return std::nullopt;
        },
        options.wait);
    if (code == Failed)
        return fail(Fault::Refused, "the question could not be delivered");
    return code.value_or(NoAnswer);
}

Result<ExitCode> preconfigure(mesh::PersonalMesh& maker, mesh::PersonalMesh& device, const Options& options)
{
    MMM_CHECK(needAccount(maker));
    MMM_TRY(const mesh::ConnectionOffer hailing, maker.preconfigured().hailingAccount());
    MMM_TRY(const mesh::PreparedDevice prepared, device.preconfigured().prepare(hailing, options.deviceName));
    if (const Status published = maker.preconfigured().publish(prepared); !published) {
        (void)device.abandonConnection(); // nobody would ever find it
        return tl::unexpected<Error>(published.error());
    }
    const std::string_view code = prepared.code.text();
    std::printf("%.*s\n", static_cast<int>(code.size()), code.data());
    return Good;
}

Result<ExitCode> hail(mesh::PersonalMesh& device, const Options& options)
{
    if (device.stage() != mesh::Stage::Connecting)
        return device.stage() == mesh::Stage::Ready
                   ? Result<ExitCode>(Good)
                   : fail(Fault::NotFound, "no device was made ready in the data folder");
    std::stop_source stop;
    std::mutex mutex;
    std::condition_variable_any ended;
    const std::jthread timer([&](const std::stop_token& done) {
        std::unique_lock lock(mutex);
        if (!ended.wait_for(lock, done, options.wait, [] { return false; }) && !done.stop_requested())
            stop.request_stop();
    });
    const auto stage = device.awaitConnection({}, stop.get_token());
    if (stage)
        return Good;
    if (stop.stop_requested())
        return NoAnswer;
    return tl::unexpected<Error>(stage.error());
}

Result<ExitCode> accredit(mesh::PersonalMesh& mesh, const Options& options)
{
    MMM_CHECK(needAccount(mesh));
    MMM_TRY(const std::string statement, mesh.trust().accreditService(options.serviceUdf));
    std::printf("%s\n", statement.c_str());
    return Good;
}

} // namespace mmm::meshtool
