#include "address_text.h"
#include "fault_text.h"
#include "session.h"
#include "text.h"

namespace mmm::desktop {

namespace {

/// Why a mesh could not be recovered, and the way on: the shares stay where they are.
QString recoveryText(const Error& error)
{
    switch (error.fault) {
    case Fault::BadShare:
        return Session::tr(
            "These shares are not those of this account's mesh. See whether the address is the one "
            "on the pages, and whether a share is mistyped.");
    case Fault::NotFound:
        return Session::tr(
            "The service has no such account: the address is mistyped, or the account was deleted "
            "there. Compare it with the pages. What a service does not have cannot be recovered "
            "from it.");
    case Fault::NotYet:
        return Session::tr("These are too few shares.");
    case Fault::NameInvalid:
        return Session::tr("The account looks like alice@example.com. The pages show it.");
    case Fault::Offline:
    case Fault::Timeout:
        return Session::tr(
            "The account's service cannot be reached. Check the connection and the address. If the "
            "service has another place now, enter it as service address. Your shares stay here; "
            "try again at any time.");
    case Fault::CannotDecrypt:
        return Session::tr("The shares are right, but what the service keeps of this mesh does not open with "
                           "them. Ask whoever runs the service whether something of it was lost.");
    default:
        return faultText(error);
    }
}

/// Why another device's account could not be asked; the form is still there.
QString connectionText(const Error& error)
{
    switch (error.fault) {
    case Fault::Contradiction:
        return Session::tr("The address carries a fingerprint, and the account that is there has another "
                           "one: it is not the account that is meant. Nothing was sent to it. Compare the "
                           "address with the one on your other device.");
    case Fault::NameInvalid:
        return Session::tr("The account looks like alice@example.com. Your other device shows it.");
    case Fault::NotFound:
        return Session::tr("The service has no such account. Compare the address with the one on your other "
                           "device.");
    default:
        return faultText(error);
    }
}

/// What a step of a ceremony came to, and where the mesh stands afterwards.
struct Outcome
{
    Status status;
    mesh::Stage stage = mesh::Stage::New;
};

} // namespace

/// One piece of a ceremony: `work(PersonalMesh&, Progress, std::stop_token)` gives a Status.
template<typename Work>
void Session::perform(const QString& text, Work work, Explanation explain)
{
    begin(text);
    const int number = ++m_number;
    m_running = m_link.runOnMesh(
        Concern::Ceremony, this,
        [work = std::move(work), progress = reporter()](mesh::PersonalMesh& mesh,
                                                        const std::stop_token& stop) {
            Outcome outcome;
            outcome.status = work(mesh, progress, stop);
            outcome.stage = mesh.stage();
            return outcome;
        },
        [this, number, explain](const Outcome& outcome) {
            if (number != m_number)
                return;
            end();
            if (!outcome.status)
                fail(outcome.status.error(), explain);
            enter(outcome.stage);
        });
}

void Session::createMesh(const QString& fullName, const QString& accountName, const QString& deviceName,
                         bool embedded, const QString& serviceDomain, const QString& serviceAddress)
{
    if (m_busy)
        return;
    mesh::NewMesh wanted;
    wanted.accountName = fromText(accountName.trimmed());
    wanted.fullName = fromText(fullName.simplified());
    const QString device = deviceName.simplified();
    wanted.deviceName = fromText(device.isEmpty() ? suggestedDeviceName() : device);
    wanted.service.embedded = embedded;
    if (!embedded) {
        wanted.service.domain = fromText(serviceDomain.trimmed());
        wanted.service.address = fromText(serviceAddress.trimmed());
    }
    perform(tr("Setting up this device…"),
            [wanted](mesh::PersonalMesh& mesh, const mesh::Progress& progress, const std::stop_token& stop) {
                return mesh.create(wanted, progress, stop);
            });
}

void Session::resumeCreation()
{
    if (m_stage != Creating || m_busy)
        return;
    perform(tr("Setting up your account…"),
            [](mesh::PersonalMesh& mesh, const mesh::Progress& progress, const std::stop_token& stop) {
                return mesh.resumeCreation(progress, stop);
            });
}

void Session::giveUpCreation()
{
    if (m_stage != Creating || m_busy)
        return;
    perform(tr("Stopping…"),
            [this, evenIfTaken = m_isNameHeld](mesh::PersonalMesh& mesh, const mesh::Progress&,
                                               const std::stop_token& stop) {
                Status done = mesh.abandonCreation(evenIfTaken, stop);
                if (!done && done.error().fault != Fault::Cancelled)
                    QMetaObject::invokeMethod(
                        this,
                        [this] {
                            m_isNameHeld = true;
                            emit identityChanged();
                        },
                        Qt::QueuedConnection);
                return done;
            });
}

void Session::connectWithText(const QString& text, const QString& deviceName)
{
    if (m_busy)
        return;
    Result<mesh::ConnectionOffer> offer = m_link.engine().parseOffer(fromText(text.trimmed()));
    if (!offer) {
        setError(offerError(text));
        return;
    }
    request(std::move(*offer), deviceName);
}

void Session::connectWithPin(const QString& account, const QString& pin, const QString& serviceAddress,
                             const QString& deviceName)
{
    if (m_busy)
        return;
    mesh::ConnectionOffer offer;
    const QString address = account.trimmed();
    if (!address.contains(QLatin1Char('@'))) {
        setError(tr("The account looks like alice@example.com. Your other device shows it."));
        return;
    }
    offer.account = fromText(address);
    if (const QString typed = pin.simplified(); !typed.isEmpty())
        offer.pin = secretFromText(typed.toUpper().replace(QLatin1Char(' '), QLatin1Char('-')));
    if (!serviceAddress.trimmed().isEmpty()) {
        const std::optional<protocol::Endpoint> endpoint = endpointOf(serviceAddress);
        if (!endpoint) {
            setError(serviceAddressError(serviceAddress));
            return;
        }
        offer.endpoints.push_back(*endpoint);
    }
    request(std::move(offer), deviceName);
}

QString Session::addressError(const QString& address) const
{
    const QString trimmed = address.trimmed();
    const qsizetype at = trimmed.indexOf(QLatin1Char('@'));
    if (trimmed.isEmpty() || (at > 0 && trimmed.indexOf(QLatin1Char('.'), at) > at + 1 &&
                              !trimmed.endsWith(QLatin1Char('.')) && !trimmed.contains(QLatin1Char(' '))))
        return {};
    return tr("An address looks like alice@example.com.");
}

void Session::recoverMesh(ShareCollector* shares, const QString& account, const QString& serviceAddress,
                          const QString& deviceName)
{
    if (m_busy || shares == nullptr)
        return;
    mesh::RecoverMesh wanted;
    wanted.shares = shares->shares();
    wanted.record = shares->record();
    wanted.account = fromText(account.trimmed());
    wanted.serviceAddress = fromText(serviceAddress.trimmed());
    const QString device = deviceName.simplified();
    wanted.deviceName = fromText(device.isEmpty() ? suggestedDeviceName() : device);
    perform(
        tr("Setting up this device…"),
        [wanted](mesh::PersonalMesh& mesh, const mesh::Progress& progress, const std::stop_token& stop) {
            return mesh.recover(wanted, progress, stop);
        },
        recoveryText);
}

void Session::request(mesh::ConnectionOffer offer, const QString& deviceName)
{
    const QString device = deviceName.simplified();
    perform(
        tr("Asking your other device…"),
        [offer = std::move(offer), name = fromText(device.isEmpty() ? suggestedDeviceName() : device)](
            mesh::PersonalMesh& mesh, const mesh::Progress& progress, const std::stop_token& stop) {
            return mesh.requestConnection(offer, name, progress, stop);
        },
        connectionText);
}

void Session::await()
{
    perform(
        tr("Waiting for your other device…"),
        [](mesh::PersonalMesh& mesh, const mesh::Progress& progress, const std::stop_token& stop) -> Status {
            MMM_TRY(const mesh::Stage stage, mesh.awaitConnection(progress, stop));
            (void)stage;
            return {};
        });
}

void Session::keepWaiting()
{
    if (m_stage == Connecting && !m_busy)
        await();
}

void Session::abandonConnection()
{
    cancel();
    perform(tr("Stopping…"), [](mesh::PersonalMesh& mesh, const mesh::Progress&, const std::stop_token&) {
        return mesh.abandonConnection();
    });
}

} // namespace mmm::desktop
