#include "accounts_held.h"
#include "fault_text.h"
#include "log.h"
#include "text.h"

#include <algorithm>
#include <array>

/// Accounts whose making was interrupted, so that their services may have them.
namespace mmm::desktop {

namespace {

constexpr std::chrono::minutes firstWait{1};
constexpr std::chrono::minutes longestWait{60};

/// The service may say something else another time.
bool mayChange(Fault fault)
{
    constexpr std::array changing{Fault::Offline,    Fault::Timeout,       Fault::NotYet,
                                  Fault::Overloaded, Fault::ServiceFailed, Fault::Conflict};
    return std::ranges::find(changing, fault) != changing.end();
}

} // namespace

std::stop_source Accounts::makeOn(const std::string& udf, mesh::Progress progress,
                                  std::function<void(State&, const Made&)> done)
{
    One& one = hold(udf);
    return one.queue.run(
        this,
        [held = m_held.get(), one = &one, udf, progress = std::move(progress)](const std::stop_token& stop) {
            Made made;
            if (one->mesh == nullptr)
                return made;
            made.stage = one->mesh->stage();
            if (made.stage != mesh::Stage::Creating)
                return made; // done meanwhile
            made.status = one->mesh->resumeCreation(progress, stop);
            made.stage = one->mesh->stage();
            if (made.stage == mesh::Stage::Ready)
                one->mesh->startSync();
            if (made.stage == mesh::Stage::New) {
                one->close();
                (void)held->personas->forget(udf);
            }
            return made;
        },
        [this, udf, done = std::move(done), held = std::weak_ptr(m_held)](const Made& made) {
            State* state = held.lock() == m_held ? find(udf) : nullptr;
            if (state == nullptr)
                return;
            done(*state, made);
            if (made.stage == mesh::Stage::Ready && state->standing == Making)
                enter(*state, {made.stage, {}, state->isEmbedded});
            publish();
            refresh();
        });
}

void Accounts::goOn(const std::string& udf)
{
    State* state = find(udf);
    if (state == nullptr || state->standing != Making || state->isGoingOn || state->isStopped)
        return;
    state->isGoingOn = true;
    state->goingOn = makeOn(udf, {}, [this](State& state, const Made& made) {
        state.isGoingOn = false;
        if (made.status) {
            m_wait = {};
            return;
        }
        const Error& error = made.status.error();
        if (error.fault == Fault::Cancelled)
            return;
        qCInfo(logDesktop) << "an account is not made yet:" << int(error.fault) << error.detail.c_str();
        if (made.stage == mesh::Stage::Creating && mayChange(error.fault)) {
            goOnLater();
            return;
        }
        state.isStopped = true;
        state.problem = faultText(error);
        emit problemFound(toText(state.info.address), state.problem);
        if (made.stage == mesh::Stage::New) // it will not be in the list any more
            setError(state.problem);
    });
}

void Accounts::goOnWithAll()
{
    std::vector<std::string> all;
    for (const auto& [udf, state] : m_states)
        all.push_back(udf);
    for (const std::string& udf : all)
        goOn(udf);
}

void Accounts::goOnLater()
{
    if (m_goingOn->isActive())
        return;
    m_wait = std::clamp<std::chrono::milliseconds>(m_wait * 2, firstWait, longestWait);
    m_goingOn->start(m_wait);
}

/// Which may be that of an account that waits for it.
void Accounts::serviceIsBack()
{
    m_wait = {};
    m_goingOn->stop();
    goOnWithAll();
    refresh();
}

} // namespace mmm::desktop
