#pragma once

#include "row_model.h"

namespace mmm::desktop {

/// What protects the mesh, a sentence each, with how good that is and where to make it better.
class SafeguardModel : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Security")
public:
    enum Role
    {
        TitleRole = Qt::UserRole + 1,
        TextRole,
        LevelRole,
        PlaceRole,
        ActionRole, ///< what the way there is called; empty if there is none
    };
    enum Level
    {
        Good,
        Note,   ///< neither good nor bad, or not known now
        Advice, ///< something could be better
        Wrong,  ///< something is not as it should be
    };
    Q_ENUM(Level)
    /// Where something can be done about it.
    enum Place
    {
        Nowhere,
        Settings,
        Devices,
        Recovery,
        Synchronisation,
        Signatures,
        Service,  ///< among the signatures
        Operator, ///< of the service, there as well
    };
    Q_ENUM(Place)

    struct Row
    {
        QString id;
        QString title;
        QString text;
        Level level = Good;
        Place place = Nowhere;
        QString action;
    };

    explicit SafeguardModel(QObject* parent = nullptr) : RowModel(parent) {}

    void setRows(std::vector<Row> rows);
    [[nodiscard]] int countOf(Level level) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<Row> m_rows;
};

} // namespace mmm::desktop
