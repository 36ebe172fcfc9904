#include "service_move.h"

#include "address_text.h"
#include "fault_text.h"
#include "log.h"
#include "text.h"

#include <QLocale>
#include <algorithm>
#include <array>

namespace mmm::desktop {

namespace {

Status begun(mesh::ServiceChange& change, const mesh::NewService& wanted, const mesh::MoveProgress& progress,
             std::stop_token stop)
{
    return change.begin(wanted, progress, std::move(stop));
}

Status resumed(mesh::ServiceChange& change, const mesh::NewService&, const mesh::MoveProgress& progress,
               std::stop_token stop)
{
    return change.resume(progress, std::move(stop));
}

Status calledOff(mesh::ServiceChange& change, const mesh::NewService&, const mesh::MoveProgress&,
                 std::stop_token stop)
{
    return change.cancel(std::move(stop));
}

Status leftBehind(mesh::ServiceChange& change, const mesh::NewService&, const mesh::MoveProgress&,
                  std::stop_token stop)
{
    return change.leave(std::move(stop));
}

Status goneOn(mesh::ServiceChange& change, const mesh::NewService&, const mesh::MoveProgress& progress,
              std::stop_token stop)
{
    return change.goOnWithoutFormer(progress, std::move(stop));
}

bool isUnreachable(const Status& status)
{
    constexpr std::array faults{Fault::Offline,    Fault::Timeout,       Fault::TlsFailed,
                                Fault::Overloaded, Fault::ServiceFailed, Fault::WrongService,
                                Fault::NotServed};
    return !status && std::ranges::find(faults, status.error().fault) != faults.end();
}

} // namespace

ServiceMove::ServiceMove(MeshLink& link, QObject* parent)
    : QObject(parent),
      Published<ServiceMove>(this),
      m_link(link)
{
    connect(&link, &MeshLink::devicesListChanged, this, &ServiceMove::refresh);
    connect(&link, &MeshLink::syncStateChanged, this, [this] {
        if (m_standing.state)
            refresh();
    });
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available) {
            refresh();
            return;
        }
        ++m_number;
        m_busy = false;
        m_isCancelling = false;
        m_isUnreachable = false;
        m_errorText.clear();
        take({});
    });
}

ServiceMove::Stage ServiceMove::stage() const
{
    if (!m_standing.state)
        return None;
    switch (m_standing.state->step) {
    case mesh::MoveStep::Copying:
        return Copying;
    case mesh::MoveStep::Closing:
        return Closing;
    case mesh::MoveStep::Telling:
        return Telling;
    case mesh::MoveStep::Leaving:
        break;
    }
    return Leaving;
}

QString ServiceMove::stageText() const
{
    switch (stage()) {
    case None:
        return m_busy ? tr("Asking the new service…") : QString();
    case Copying:
        return tr("Copying everything to the new service…");
    case Closing:
        return tr("Closing the account at the present service, and comparing…");
    case Telling:
        return tr("Telling your devices and contacts the new address…");
    case Leaving:
        break;
    }
    return tr("Your account is at the new service.");
}

QString ServiceMove::from() const
{
    return m_standing.state ? toText(m_standing.state->from) : QString();
}

QString ServiceMove::to() const
{
    return m_standing.state ? toText(m_standing.state->to) : QString();
}

QString ServiceMove::accountName() const
{
    return toText(m_standing.account).section(QLatin1Char('@'), 0, 0);
}

QString ServiceMove::waitingText() const
{
    if (!m_standing.state || m_standing.state->waitingFor.empty())
        return {};
    QStringList names;
    for (const std::string& name : m_standing.state->waitingFor)
        names.append(toText(name));
    return QLocale().createSeparatedList(names);
}

QString ServiceMove::addressError(const QString& address) const
{
    const QString trimmed = address.trimmed();
    const qsizetype at = trimmed.indexOf(QLatin1Char('@'));
    const QString service = trimmed.mid(at + 1);
    if (trimmed.isEmpty() ||
        (at != 0 && service.contains(QLatin1Char('.')) && !service.startsWith(QLatin1Char('.')) &&
         !service.endsWith(QLatin1Char('.')) && !trimmed.contains(QLatin1Char(' '))))
        return {};
    return tr(
        "Enter a service such as mesh.example.com, or an address there such as alice@mesh.example.com.");
}

void ServiceMove::begin(const QString& address, const QString& place)
{
    perform({fromText(address.trimmed()), fromText(place.trimmed())}, begun);
}

void ServiceMove::beginHere(const QString& name)
{
    const QString trimmed = name.trimmed();
    perform({trimmed == accountName() ? std::string() : fromText(trimmed), {}, true}, begun);
}

void ServiceMove::resume()
{
    perform({}, resumed);
}

void ServiceMove::cancel()
{
    if (m_busy) {
        m_isCancelling = true;
        m_running.request_stop();
    } else {
        perform({}, calledOff);
    }
}

void ServiceMove::leave()
{
    perform({}, leftBehind);
}

void ServiceMove::goOnWithoutFormer()
{
    perform({}, goneOn);
}

void ServiceMove::forgetError()
{
    m_errorText.clear();
    emit changed();
}

ServiceMove::Standing ServiceMove::standingOf(mesh::PersonalMesh& mesh)
{
    return {mesh.serviceChange().state(), mesh.serviceChange().domainHere(), mesh.service().account};
}

void ServiceMove::refresh()
{
    m_link.runOnMesh(
        Concern::Devices, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token&) { return standingOf(mesh); },
        [this, number = m_number](Standing standing) {
            // what was read while something was under way may be older than what that has led to
            if (number == m_number)
                take(std::move(standing));
            else
                refresh();
        });
}

void ServiceMove::take(Standing standing)
{
    const bool isOver =
        m_standing.state && m_standing.state->step == mesh::MoveStep::Leaving && !standing.state;
    m_standing = std::move(standing);
    emit changed();
    if (isOver && m_link.mesh())
        emit left();
}

mesh::MoveProgress ServiceMove::reporter()
{
    return [this, number = m_number](mesh::MoveStep step, double share) {
        QMetaObject::invokeMethod(
            this,
            [this, number, step, share] {
                if (number != m_number || !m_busy)
                    return;
                m_progress = share;
                if (m_standing.state)
                    m_standing.state->step = step;
                emit changed();
                if (!m_standing.state)
                    refresh(); // where from and where to
            },
            Qt::QueuedConnection);
    };
}

void ServiceMove::perform(const mesh::NewService& wanted, Work work)
{
    if (m_busy)
        return;
    m_busy = true;
    m_progress = 0;
    m_isUnreachable = false;
    m_errorText.clear();
    ++m_number;
    emit changed();
    m_running = m_link.runOnMesh(
        Concern::Ceremony, this,
        [wanted, work, progress = reporter()](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            Outcome outcome;
            outcome.status = work(mesh.serviceChange(), wanted, progress, stop);
            outcome.standing = standingOf(mesh);
            return outcome;
        },
        [this, work, number = m_number](Outcome outcome) {
            if (number != m_number)
                return;
            ++m_number;
            m_busy = false;
            const bool isCancelling = std::exchange(m_isCancelling, false);
            if (!outcome.status && outcome.status.error().fault != Fault::Cancelled)
                m_errorText = textOf(outcome.status.error());
            m_isUnreachable = isUnreachable(outcome.status);
            const bool wasOnItsWay = m_standing.state && m_standing.state->step != mesh::MoveStep::Leaving;
            // a device that finds the account there has arrived at once
            const bool hasMoved =
                outcome.status && (work == begun || work == resumed || (work == goneOn && wasOnItsWay));
            take(std::move(outcome.standing));
            if (hasMoved)
                emit arrived(toText(m_standing.account));
            if (outcome.status && work == calledOff)
                emit cancelled();
            if (!isCancelling || hasMoved)
                return;
            if (stage() == Copying)
                cancel();
            else if (stage() == None)
                emit cancelled();
            else
                resume(); // it can no longer stay
        });
}

QString ServiceMove::textOf(const Error& error) const
{
    qCInfo(logDesktop) << "change of service:" << int(error.fault) << error.detail.c_str();
    switch (error.fault) {
    case Fault::Contradiction:
        if (stage() == None)
            return tr("The fingerprint in this address is not that of your account. Nothing was changed.");
        return faultText(error);
    case Fault::WrongService:
        if (stage() == None)
            return tr("The service that answers has another fingerprint than the one that was entered or is "
                      "known. Nothing was changed.");
        return faultText(error);
    case Fault::Exists:
        return tr("Your account is at this service already.");
    case Fault::NameTaken:
        return tr("The service has another account of this name. Enter the address that your account shall "
                  "have there, such as another-name@service.");
    case Fault::Refused:
        return tr("The service does not take new accounts. Ask its operator, or choose another one. Nothing "
                  "was changed.");
    case Fault::AccountFull:
        return tr(
            "The new service has not enough room for your account. Call the move off and choose another "
            "service, or ask its operator for more room and go on.");
    case Fault::Offline:
    case Fault::Timeout:
    case Fault::TlsFailed:
        return stage() == None
                   ? tr("The service cannot be reached. See whether its name is right, or try again "
                        "later. Nothing was changed.")
                   : tr("One of the services cannot be reached now. Nothing is lost; try again "
                        "later.");
    case Fault::Forked:
        return tr("The two services do not have the same, so your account stays where it is. Call it off and "
                  "begin anew.");
    case Fault::NotAuthorised:
        return tr("Your account has not moved to this service. It is moved on a device that manages the "
                  "others.");
    default:
        return faultText(error);
    }
}

} // namespace mmm::desktop
