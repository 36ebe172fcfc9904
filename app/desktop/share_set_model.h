#pragma once

#include "mesh/recovery.h"
#include "row_model.h"

namespace mmm::desktop {

/// The sets of recovery shares that were made on this device, the newest first.
class ShareSetModel : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS
public:
    enum Role
    {
        SetIdRole = Qt::UserRole + 1,
        TitleRole,   ///< "Any 2 of 3"
        MadeRole,    ///< when
        HoldersRole, ///< names, as far as they are known
        RecordRole,  ///< the shares open a record
    };

    explicit ShareSetModel(QObject* parent = nullptr) : mmm::desktop::RowModel(parent) {}

    void setSets(std::vector<mesh::ShareSetInfo> sets);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<mesh::ShareSetInfo> m_rows;
};

/// "Share 2: Anna, share 3: Ben"; empty if no name is known.
[[nodiscard]] QString holdersText(const mesh::ShareSetInfo& set);

} // namespace mmm::desktop
