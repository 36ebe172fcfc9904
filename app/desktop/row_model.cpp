#include "row_model.h"

namespace mmm::desktop {

RowModel::RowModel(QObject* parent) : QAbstractListModel(parent)
{
    m_minutes.setInterval(std::chrono::minutes(1));
    connect(&m_minutes, &QTimer::timeout, this, [this] { freshen(); });
    m_minutes.start();
}

void RowModel::freshen()
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

} // namespace mmm::desktop
