#include "service_list_model.h"

#include "fault_text.h"
#include "text.h"

namespace mmm::desktop {

namespace {

QString stateText(const mesh::AccountService& service)
{
    if (service.isFirst)
        return ServiceListModel::tr("First service: all of your devices exchange with it.");
    const QString since =
        service.inStep ? agoText(*service.inStep, nowForText()) : ServiceListModel::tr("Not since the start");
    switch (service.state) {
    case mesh::ServiceState::Unknown:
        return ServiceListModel::tr("Kept in step by the devices that manage the others.");
    case mesh::ServiceState::InStep:
        return ServiceListModel::tr("In step: %1").arg(since);
    case mesh::ServiceState::Unreachable:
        return ServiceListModel::tr("Cannot be reached. Last in step: %1").arg(since);
    case mesh::ServiceState::Refuses:
        break;
    }
    if (service.fault && service.fault->fault == Fault::Forked)
        return ServiceListModel::tr(
            "Has something that the first service does not have. Remove it and add it "
            "again, so that it begins anew.");
    return ServiceListModel::tr("Does not take the copy. Last in step: %1. %2")
        .arg(since, service.fault ? faultText(*service.fault) : QString());
}

} // namespace

void ServiceListModel::setServices(std::vector<mesh::AccountService> services)
{
    updateRows(m_rows, std::move(services), [](const mesh::AccountService& one) { return one.address; });
}

int ServiceListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ServiceListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mesh::AccountService& service = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case AddressRole:
        return toText(service.address);
    case FirstRole:
        return service.isFirst;
    case StateRole:
        return stateText(service);
    case TroubleRole:
        return service.state == mesh::ServiceState::Unreachable ||
               service.state == mesh::ServiceState::Refuses;
    default:
        return {};
    }
}

QHash<int, QByteArray> ServiceListModel::roleNames() const
{
    return {{AddressRole, "address"},
            {FirstRole, "isFirst"},
            {StateRole, "stateText"},
            {TroubleRole, "hasTrouble"}};
}

} // namespace mmm::desktop
