#include "accounts_held.h"
#include "fault_text.h"
#include "group_text.h"
#include "service/account_name.h"
#include "session.h"
#include "text.h"

/// What the person wants done with the accounts.
namespace mmm::desktop {

void Accounts::switchTo(const QString& accountId)
{
    const std::string udf = fromText(accountId);
    const State* state = find(udf);
    if (state != nullptr && state->standing == Open && !state->isEnding && udf != m_current && !m_switching)
        show(udf);
}

QString Accounts::domainError(const QString& domain) const
{
    const std::string name = asciiLower(fromText(domain.trimmed()));
    if (name.empty() || (protocol::isDnsName(name) && name.find('.') != std::string::npos))
        return {};
    return tr("A service is called by a name like mesh.example.com.");
}

void Accounts::add(const QString& accountName, const QString& fullName, const QString& serviceDomain,
                   const QString& serviceAddress)
{
    if (m_home.empty() || !beginWish(tr("Setting up the account…")))
        return;
    m_isStopped = false;
    mesh::NewPersona wanted;
    wanted.accountName = fromText(accountName.trimmed());
    wanted.fullName = fromText(fullName.simplified());
    wanted.service.domain = fromText(serviceDomain.trimmed());
    wanted.service.embedded = wanted.service.domain.empty();
    wanted.service.address = fromText(serviceAddress.trimmed());
    m_isMaking = true;
    m_wish = m_held->making.run(
        this,
        [held = m_held.get(), wanted, progress = reporter()](const std::stop_token& stop) -> Result<Place> {
            if (!held->personas)
                return fail(Fault::Unsupported, "not possible now");
            MMM_TRY(held->made, held->personas->add(wanted, progress, stop));
            held->made->startSync();
            const mesh::ServiceInfo service = held->made->service();
            return Place{held->made->stage(), service.account, service.embedded};
        },
        [this, held = std::weak_ptr(m_held)](const Result<Place>& place) {
            if (held.lock() != m_held)
                return;
            endWish();
            m_isMaking = false;
            if (!place) {
                m_isStopped = place.error().fault == Fault::Cancelled;
                if (!m_isStopped)
                    setError(faultText(place.error()));
                refresh(); // the service may have taken the name
                return;
            }
            const std::string udf = m_held->made->account()->udf();
            hold(udf).keep(std::move(m_held->made));
            State& state = m_states[udf];
            state.info = {udf, place->address, false, true};
            state.isBegun = true;
            enter(state, *place);
            publish();
            emit added(toText(place->address));
            show(udf);
            refresh();
        });
}

void Accounts::stopOpening(const QString& accountId)
{
    if (State* state = find(fromText(accountId)))
        state->opening.request_stop();
}

void Accounts::tryAgain(const QString& accountId)
{
    const std::string udf = fromText(accountId);
    State* state = find(udf);
    if (state == nullptr)
        return;
    if (state->standing == Elsewhere || state->standing == Failed) {
        open(udf);
        return;
    }
    if (state->standing != Making || !beginWish(tr("Setting up the account…")))
        return;
    state->goingOn.request_stop(); // which the person would wait for
    state->isStopped = false;
    state->problem.clear();
    m_wish = makeOn(udf, reporter(), [this](State& state, const Made& made) {
        endWish();
        if (!made.status && made.status.error().fault != Fault::Cancelled)
            setError(faultText(made.status.error()));
        state.isStopped = !made.status && made.status.error().fault == Fault::Cancelled;
        if (made.stage == mesh::Stage::Creating && !state.isStopped)
            goOnLater();
    });
    publish();
}

void Accounts::deleteAccount(const QString& accountId)
{
    const std::string udf = fromText(accountId);
    State* state = find(udf);
    if (state == nullptr || udf == m_home || state->standing != Open)
        return;
    if (udf == m_current) {
        if (!m_switching)
            show(m_home, [this, accountId] { deleteAccount(accountId); });
        return;
    }
    if (!beginWish(tr("Deleting the account…")))
        return;
    state->isEnding = true;
    One& one = hold(udf);
    m_wish = one.queue.run(
        this,
        [held = m_held.get(), one = &one, udf](const std::stop_token& stop) -> Status {
            if (one->mesh == nullptr)
                return fail(Fault::NotFound, "closed meanwhile");
            MMM_CHECK(one->mesh->deleteAccount(stop));
            one->close();
            return held->personas->forget(udf);
        },
        [this, udf, address = addressOf(accountId), held = std::weak_ptr(m_held)](const Status& status) {
            if (held.lock() != m_held)
                return;
            endWish();
            if (State* state = find(udf))
                state->isEnding = false;
            if (status)
                emit ended(address);
            else if (status.error().fault != Fault::Cancelled)
                setError(deletionFaultText(status.error()));
            refresh();
        });
}

void Accounts::forget(const QString& accountId)
{
    const std::string udf = fromText(accountId);
    State* state = find(udf);
    if (state == nullptr || (state->standing != Deleted && state->standing != Making) ||
        !beginWish(tr("Removing…")))
        return;
    state->isStopped = true;
    state->goingOn.request_stop();
    One& one = hold(udf);
    m_wish = one.queue.run(
        this,
        [held = m_held.get(), one = &one, udf](const std::stop_token& stop) -> Status {
            if (one->mesh != nullptr && one->mesh->stage() == mesh::Stage::Creating)
                MMM_CHECK(one->mesh->abandonCreation(false, stop));
            one->close();
            return held->personas->forget(udf);
        },
        [this, held = std::weak_ptr(m_held)](const Status& status) {
            if (held.lock() != m_held)
                return;
            endWish();
            if (!status && status.error().fault != Fault::Cancelled)
                setError(faultText(status.error()));
            refresh();
        });
}

void Accounts::answerConfirmation(const QString& accountId, const QString& messageId, bool accepted,
                                  std::function<void()> failed)
{
    const State* state = find(fromText(accountId));
    if (state == nullptr || state->standing != Open) {
        failed();
        return;
    }
    One& one = hold(fromText(accountId));
    one.queue.run(
        this,
        [held = &one, id = fromText(messageId), accepted](const std::stop_token&) -> Status {
            if (held->mesh == nullptr)
                return fail(Fault::NotFound, "closed meanwhile");
            return held->mesh->messaging().answerConfirmation(id, accepted);
        },
        [failed = std::move(failed)](const Status& status) {
            if (!status)
                failed();
        });
}

bool Accounts::beginWish(const QString& text)
{
    if (m_busy)
        return false;
    setError({});
    m_busy = true;
    m_busyText = text;
    m_progress = -1;
    emit busyChanged();
    return true;
}

void Accounts::endWish()
{
    m_busy = false;
    m_busyText.clear();
    m_progress = -1;
    emit busyChanged();
}

mesh::Progress Accounts::reporter()
{
    return [this](mesh::Step step, double share) {
        QMetaObject::invokeMethod(
            this,
            [this, step, share] {
                if (!m_busy)
                    return;
                m_busyText = stepText(step);
                m_progress = share;
                emit busyChanged();
            },
            Qt::QueuedConnection);
    };
}

} // namespace mmm::desktop
