#include "pending_requests.h"

#include "fault_text.h"
#include "text.h"

#include <algorithm>

namespace mmm::desktop {

namespace {

QString pinNote(mesh::PinProof proof)
{
    switch (proof) {
    case mesh::PinProof::None:
        return PendingRequests::tr("Compare the code below with the one on the other screen.");
    case mesh::PinProof::Wrong:
        return PendingRequests::tr(
            "It used a wrong PIN. Accept it only if the codes on both screens are the same.");
    case mesh::PinProof::Used:
        return PendingRequests::tr(
            "It used a PIN that was used before. Accept it only if the codes on both screens are the same.");
    case mesh::PinProof::Expired:
        return PendingRequests::tr(
            "Its PIN is no longer valid. Accept it only if the codes on both screens are the same.");
    case mesh::PinProof::Locked:
        break;
    }
    return PendingRequests::tr(
        "There were too many wrong PINs. Accept it only if the codes on both screens are the same.");
}

const auto keyOf = [](const mesh::PendingRequest& request) { return request.messageId; };

} // namespace

PendingRequests::PendingRequests(MeshLink& link, QObject* parent)
    : RowModel(parent),
      Published<PendingRequests>(this),
      m_link(link)
{
    connect(&link, &MeshLink::messageListChanged, this, &PendingRequests::refresh);
    connect(&link, &MeshLink::devicesListChanged, this, &PendingRequests::refresh);
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available) {
            refresh();
            return;
        }
        setError({});
        updateRows(m_rows, {}, keyOf);
    });
}

int PendingRequests::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PendingRequests::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mesh::PendingRequest& request = m_rows[std::size_t(index.row())];
    switch (role) {
    case RequestIdRole:
        return toText(request.messageId);
    case Qt::DisplayRole:
    case DeviceNameRole:
        return request.deviceName.empty() ? tr("Device without a name") : toText(request.deviceName);
    case WitnessRole:
        return toText(request.witness);
    case PinNoteRole:
        return pinNote(request.pin);
    case PinWrongRole:
        return request.pin != mesh::PinProof::None;
    case ArrivedRole:
        return agoText(request.arrived, nowForText());
    case ExpiresRole:
        return untilText(request.expires, nowForText());
    default:
        return {};
    }
}

QHash<int, QByteArray> PendingRequests::roleNames() const
{
    return {{RequestIdRole, "requestId"}, {DeviceNameRole, "deviceName"}, {WitnessRole, "witness"},
            {PinNoteRole, "pinNote"},     {PinWrongRole, "pinWrong"},     {ArrivedRole, "arrivedText"},
            {ExpiresRole, "expiresText"}};
}

void PendingRequests::refresh()
{
    m_link.runOnMesh(
        Concern::Messages, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token&) { return mesh.pendingRequests(); },
        [this](Result<std::vector<mesh::PendingRequest>> requests) {
            if (!requests) {
                // a device without the right to decide has nothing to show here
                if (requests.error().fault == Fault::NotAuthorised)
                    updateRows(m_rows, {}, keyOf);
                else
                    setError(faultText(requests.error()));
                return;
            }
            QStringList fresh;
            for (const mesh::PendingRequest& request : *requests) {
                const auto isIt = [&](const auto& known) { return known.messageId == request.messageId; };
                if (std::none_of(m_rows.begin(), m_rows.end(), isIt))
                    fresh.append(toText(request.deviceName));
            }
            updateRows(m_rows, std::move(*requests), keyOf);
            for (const QString& name : fresh)
                emit arrived(name);
        });
}

void PendingRequests::accept(const QString& requestId, bool mayConfirm, bool mayManage)
{
    decide(requestId, Accepted, mayConfirm, mayManage);
}

void PendingRequests::reject(const QString& requestId)
{
    decide(requestId, Rejected);
}

void PendingRequests::decide(const QString& requestId, Decision decision, bool mayConfirm, bool mayManage)
{
    const auto request = std::ranges::find(m_rows, fromText(requestId), &mesh::PendingRequest::messageId);
    if (m_busy || request == m_rows.end())
        return;
    setError({});
    m_busy = true;
    emit busyChanged();
    m_link.runOnMesh(
        Concern::Devices, this,
        [id = request->messageId, device = request->deviceUdf, decision, mayConfirm,
         mayManage](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            Outcome outcome;
            outcome.decided =
                decision == Accepted ? mesh.acceptRequest(id, stop) : mesh.rejectRequest(id, stop);
            // who manages devices confirms too
            if (outcome.decided && mayManage)
                outcome.rights = mesh.grantAdministration(device, stop);
            else if (outcome.decided && mayConfirm)
                outcome.rights = mesh.messaging().allowConfirmation(device, true, stop);
            return outcome;
        },
        [this, decision, name = toText(request->deviceName)](const Outcome& outcome) {
            m_busy = false;
            emit busyChanged();
            if (!outcome.decided)
                setError(faultText(outcome.decided.error()));
            else if (!outcome.rights)
                setError(tr("The device is connected, but could not be given more rights: %1")
                             .arg(faultText(outcome.rights.error())));
            if (outcome.decided && decision == Accepted)
                emit accepted(name);
            else if (outcome.decided)
                emit rejected(name);
            refresh();
        });
}

void PendingRequests::setError(const QString& text)
{
    if (m_errorText == text)
        return;
    m_errorText = text;
    emit errorTextChanged();
}

} // namespace mmm::desktop
