#include "mesh/keep_in_step.h"

#include "crypto/hash.h"
#include "mesh/fit_profile.h"
#include "mesh/late_messages.h"
#include "mesh/new_first.h"

#include <algorithm>

namespace mmm::mesh {

namespace {

constexpr std::chrono::minutes interval{10};
constexpr std::chrono::seconds firstStepRetry{60};
constexpr std::chrono::seconds longestStepRetry{3600};

/// Administration devices only.
Result<AccountEnd> firstEnd(MeshState& state, Membership& member)
{
    const std::scoped_lock lock(member.mutex);
    if (!member.keys->administration)
        return fail(Fault::NotAuthorised, "not an administration device");
    return AccountEnd{state.serviceLink(), member.keys->identity, member.address()};
}

} // namespace

bool KeepInStep::isDue(const std::string& address, bool isNews) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_known.find(address);
    if (found == m_known.end() || !found->second.tried)
        return true;
    const Known& known = found->second;
    const TimePoint now = m_state.options.clock->now();
    if (now < *known.tried)
        return true; // the clock was set back
    return known.wait.count() > 0 ? now >= *known.tried + known.wait
                                  : isNews || now >= *known.tried + interval;
}

/// A first service that was thought to be lost may be there again, and not know that it is none any more.
void KeepInStep::askForFirst(std::stop_token stop)
{
    const TimePoint now = m_state.options.clock->now();
    if (m_firstAsked && now >= *m_firstAsked && now < *m_firstAsked + interval)
        return;
    m_firstAsked = now;
    if (isFirstElsewhere(m_state, std::move(stop)))
        m_isFirstElsewhere = true;
}

void KeepInStep::look(bool isNews, std::stop_token stop)
{
    const auto member = m_state.member();
    if (!member)
        return;
    askForFirst(stop);
    if (m_isFirstElsewhere || !firstEnd(m_state, *member))
        return;
    {
        const std::scoped_lock lock(m_state.mutex);
        if (m_state.record.move || m_state.record.change)
            return;
    }
    // where this fails it is done another time
    (void)fitProfile(m_state, stop);
    const auto told = toldPlace(*member);
    if (!told || told->address != member->address())
        return;
    for (const FurtherPlace& place : told->further) {
        if (stop.stop_requested())
            return;
        if (isDue(place.address, isNews))
            (void)lookAt(place, stop);
    }
}

Status KeepInStep::lookAt(const FurtherPlace& place, std::stop_token stop)
{
    const Status done = bring(place, stop);
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    if (done || done.error().fault != Fault::Conflict) // another device is at it, and has not failed
        note(place.address, done);
    return done;
}

Status KeepInStep::bring(const FurtherPlace& place, std::stop_token stop)
{
    const auto member = m_state.member();
    MMM_TRY(const AccountEnd first, firstEnd(m_state, *member));
    AccountEnd end = furtherEnd(m_state, place);
    std::int64_t lateFrom = 0;
    {
        const std::scoped_lock lock(m_mutex);
        Known& entry = known(place.address);
        if (!entry.link)
            entry.link = end.link;
        end.link = entry.link; // which knows what has answered
        lateFrom = entry.lateFrom;
    }
    MMM_CHECK(publish(end, stop));
    MMM_CHECK(copyFrames(first, end, {}, {}, stop));
    return bringLate(
        *member, end, first, lateFrom,
        [&](std::int64_t next) -> Status {
            const std::scoped_lock lock(m_mutex);
            known(place.address).lateFrom = next;
            return {};
        },
        stop);
}

/// Who administers the mesh and which keys the account has, so that the service can judge what is copied; and
/// the first time that the account is at home there, too.
Status KeepInStep::publish(const AccountEnd& end, std::stop_token stop)
{
    protocol::CreateRequest request;
    request.serviceId = end.address;
    {
        const std::scoped_lock lock(m_state.mutex);
        request.signedProfileMesh = m_state.record.profileMesh;
        request.signedAssertionAccount = m_state.record.profileAccount;
    }
    const Bytes digest =
        crypto::sha512(concat(request.signedProfileMesh.toJson(), request.signedAssertionAccount.toJson()));
    {
        const std::scoped_lock lock(m_mutex);
        if (known(end.address).published == digest)
            return {};
    }
    const auto published =
        end.link->transact<protocol::CreateResponse>(end.identity, std::move(request), stop);
    // another device knows newer ones, and has told them
    if (!published && published.error().fault != Fault::Conflict)
        return tl::unexpected<Error>(published.error());
    const std::scoped_lock lock(m_mutex);
    known(end.address).published = digest;
    return {};
}

void KeepInStep::note(const std::string& address, const Status& done)
{
    {
        const std::scoped_lock lock(m_mutex);
        Known& entry = known(address);
        const TimePoint now = m_state.options.clock->now();
        entry.tried = now;
        entry.wait =
            done ? std::chrono::seconds(0) : std::clamp(entry.wait * 2, firstStepRetry, longestStepRetry);
        const ServiceState before = entry.shown.state;
        entry.shown.state = done                                   ? ServiceState::InStep
                            : meansUnreachable(done.error().fault) ? ServiceState::Unreachable
                                                                   : ServiceState::Refuses;
        entry.shown.fault = done ? std::nullopt : std::optional(done.error());
        if (done)
            entry.shown.inStep = now;
        else
            entry.published.clear();
        if (done && before == ServiceState::InStep)
            return;
    }
    m_state.observers.tell([](Observer& o) { o.devicesChanged(); });
}

void KeepInStep::forget(const std::string& address)
{
    const std::scoped_lock lock(m_mutex);
    m_known.erase(address);
}

AccountService KeepInStep::standing(const std::string& address) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_known.find(address);
    AccountService shown = found == m_known.end() ? AccountService() : found->second.shown;
    shown.address = address;
    return shown;
}

InStepThread::~InStepThread()
{
    m_stop.request_stop();
    {
        const std::scoped_lock lock(m_mutex);
        m_changed.notify_all();
    }
    m_thread.join();
}

void InStepThread::wake(bool isNews)
{
    const std::scoped_lock lock(m_mutex);
    m_woken = true;
    m_isNews = m_isNews || isNews;
    m_changed.notify_all();
}

void InStepThread::run()
{
    for (;;) {
        bool isNews = false;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_woken || m_stop.stop_requested(); });
            m_woken = false;
            isNews = std::exchange(m_isNews, false);
        }
        if (m_stop.stop_requested())
            return;
        m_inStep.look(isNews, m_stop.get_token());
    }
}

} // namespace mmm::mesh
