#include "account_services.h"

#include "fault_text.h"
#include "log.h"
#include "text.h"

namespace mmm::desktop {

namespace {

struct Outcome
{
    Status status;
    std::vector<mesh::AccountService> services;
};

bool isOfReach(const Status& status)
{
    return !status && (status.error().fault == Fault::Offline || status.error().fault == Fault::Timeout);
}

} // namespace

AccountServices::AccountServices(MeshLink& link, QObject* parent)
    : QObject(parent),
      Published<AccountServices>(this),
      m_link(link)
{
    connect(&link, &MeshLink::devicesListChanged, this, &AccountServices::refresh);
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available) {
            refresh();
            return;
        }
        ++m_number;
        m_busy = false;
        m_errorText.clear();
        m_services.setServices({});
        emit changed();
    });
}

bool AccountServices::isFull() const
{
    return m_services.services().size() > mesh::mostFurtherServices;
}

void AccountServices::add(const QString& address, const QString& place)
{
    const mesh::NewService wanted{fromText(address.trimmed()), fromText(place.trimmed())};
    const auto report = [this, number = m_number + 1](double share) {
        QMetaObject::invokeMethod(
            this,
            [this, number, share] {
                if (number == m_number)
                    show(share);
            },
            Qt::QueuedConnection);
    };
    perform([wanted, report](mesh::FurtherServices& services,
                             const std::stop_token& stop) { return services.add(wanted, report, stop); },
            [this](const Status& status) {
                if (status && m_services.count() > 0)
                    emit added(toText(m_services.services().back().address));
                return true;
            });
}

void AccountServices::stop()
{
    m_running.request_stop();
}

void AccountServices::remove(const QString& address, bool evenIfItStays)
{
    perform([name = fromText(address), evenIfItStays](
                mesh::FurtherServices& services,
                const std::stop_token& stop) { return services.remove(name, evenIfItStays, stop); },
            [this, address, evenIfItStays](const Status& status) {
                if (status)
                    emit removed(address);
                const bool isAsked = !evenIfItStays && isOfReach(status);
                if (isAsked)
                    emit unreachable(address);
                return !isAsked;
            });
}

void AccountServices::makeFirst(const QString& address, bool evenIfLost)
{
    perform(
        [name = fromText(address), evenIfLost](mesh::FurtherServices& services, const std::stop_token& stop) {
            return services.makeFirst(name, evenIfLost, {}, stop);
        },
        [this, address, evenIfLost](const Status& status) {
            if (status)
                emit firstChanged(address);
            const bool isAsked = !evenIfLost && isOfReach(status);
            if (isAsked)
                emit firstLost(address);
            return !isAsked;
        });
}

void AccountServices::forgetError()
{
    m_errorText.clear();
    emit changed();
}

void AccountServices::refresh()
{
    m_link.runOnMesh(
        Concern::Devices, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return mesh.serviceChange().further().services();
        },
        [this, number = m_number](std::vector<mesh::AccountService> services) {
            if (number != m_number) { // older, perhaps, than what something else has led to meanwhile
                refresh();
                return;
            }
            m_services.setServices(std::move(services));
            emit changed();
        });
}

void AccountServices::perform(Work work, Done done)
{
    if (m_busy)
        return;
    m_busy = true;
    m_progress = -1;
    m_errorText.clear();
    const int number = ++m_number;
    emit changed();
    m_running = m_link.runOnMesh(
        Concern::Ceremony, this,
        [work = std::move(work)](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            mesh::FurtherServices& services = mesh.serviceChange().further();
            Outcome outcome;
            outcome.status = work(services, stop);
            outcome.services = services.services();
            return outcome;
        },
        [this, number, done = std::move(done)](Outcome outcome) {
            if (number != m_number)
                return;
            ++m_number;
            m_busy = false;
            m_services.setServices(std::move(outcome.services));
            const bool isToBeRead = done(outcome.status);
            if (!outcome.status && isToBeRead && outcome.status.error().fault != Fault::Cancelled)
                m_errorText = textOf(outcome.status.error());
            emit changed();
        });
}

void AccountServices::show(double progress)
{
    m_progress = progress;
    emit changed();
}

QString AccountServices::textOf(const Error& error)
{
    qCInfo(logDesktop) << "further services:" << int(error.fault) << error.detail.c_str();
    switch (error.fault) {
    case Fault::Contradiction:
        return tr("The fingerprint in this address is not that of your account. Nothing was changed.");
    case Fault::WrongService:
        return tr("The service that answers has another fingerprint than the one that was entered or is "
                  "known. Nothing was changed.");
    case Fault::Exists:
        return tr("Your account is at this service already.");
    case Fault::NameTaken:
        return tr("The service has another account of this name. Enter the address that your account shall "
                  "have there, such as another-name@service.");
    case Fault::Refused:
        return tr("The service does not take new accounts. Ask its operator, or choose another one. Nothing "
                  "was changed.");
    case Fault::Offline:
    case Fault::Timeout:
    case Fault::TlsFailed:
        return tr("The service cannot be reached. See whether its name is right, or try again later. Nothing "
                  "was changed.");
    case Fault::AccountFull:
        return tr("The service has not enough room for your account. Choose another one, or ask its operator "
                  "for more. Nothing was changed.");
    case Fault::TooLarge:
        return tr("Your account is at as many services as it can be.");
    case Fault::Conflict:
        return tr("Your mesh is being changed, or your account moves. Try again when that is done.");
    default:
        return faultText(error);
    }
}

} // namespace mmm::desktop
