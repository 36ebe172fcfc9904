#pragma once

#include "mesh/further_services.h"
#include "row_model.h"

namespace mmm::desktop {

/// The services that have the account, the first one first.
class ServiceListModel : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS
public:
    enum Role
    {
        AddressRole = Qt::UserRole + 1, ///< of the account there
        FirstRole,                      ///< all devices exchange with it
        StateRole,                      ///< how it stands, in plain words
        TroubleRole,                    ///< it is not in step, and that needs to be looked at
    };

    explicit ServiceListModel(QObject* parent = nullptr) : mmm::desktop::RowModel(parent) {}

    void setServices(std::vector<mesh::AccountService> services);
    [[nodiscard]] const std::vector<mesh::AccountService>& services() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<mesh::AccountService> m_rows;
};

} // namespace mmm::desktop
