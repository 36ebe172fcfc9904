#pragma once

#include "layered_layout.h"
#include "trust_model.h"

#include <QSizeF>

namespace mmm::desktop {

/// Who signed what, as a graph: the links of the chain of trust as nodes, each right of those by which it is
/// believed, and what leads from one to the other. Sizes and places are for text of the usual size.
class TrustGraph : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Security")
    Q_PROPERTY(QSizeF nodeSize READ nodeSize CONSTANT)
    /// Of the whole.
    Q_PROPERTY(QSizeF size READ size NOTIFY laidOut)
public:
    enum Role
    {
        LinkIdRole = Qt::UserRole + 1,
        TitleRole,
        TypeNameRole,  ///< of the structure: "ProfileDevice"
        OwnerRole,     ///< name of the device whose connection or activation it is; "" for all else
        StateRole,     ///< TrustModel::State
        RelationsRole, ///< what leads to it and from it, in words
        PlaceRole,     ///< QPointF of the upper left corner
    };
    /// What an edge says of the node that it reaches.
    enum Relation
    {
        Signs,
        SignsWrongly, ///< the signature is there and does not hold
        Connects,
        Activates,
        Accredits,
        Has,
    };
    Q_ENUM(Relation)
    enum Direction
    {
        Back,    ///< against an edge
        Forward, ///< along an edge
        Up,      ///< within the layer
        Down,
    };
    Q_ENUM(Direction)

    struct Edge
    {
        int from = 0; ///< row
        int to = 0;
        Relation relation = Signs;
        LayeredGraph::Edge shape; ///< empty for what a node says of itself
    };

    explicit TrustGraph(QObject* parent = nullptr) : RowModel(parent) {}

    /// Shows the links of the list, in its order.
    void show(const TrustModel& links);
    [[nodiscard]] static QString relationText(Relation relation);
    [[nodiscard]] const std::vector<Edge>& edges() const { return m_edges; }
    [[nodiscard]] int layerOf(int row) const { return m_nodes[std::size_t(row)].layer; }
    [[nodiscard]] static QSizeF nodeSize();
    [[nodiscard]] QSizeF size() const { return m_size; }

    /// The row to which a key leads; the same one if there is nothing.
    Q_INVOKABLE int neighbour(int row, mmm::desktop::TrustGraph::Direction direction) const;
    /// Row of a link; −1 if there is none.
    Q_INVOKABLE int indexOfLink(const QString& linkId) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void laidOut();

protected:
    /// Nothing here grows older.
    void freshen() override {}

private:
    struct Node
    {
        std::string id;
        QString title;
        QString typeName;
        QString owner;
        QString relations;
        TrustModel::State state = TrustModel::Good;
        int layer = 0;
        QPointF place;
    };
    [[nodiscard]] QString relationsOf(int row, const std::vector<Node>& nodes, bool hasUnknownSigner) const;

    std::vector<Node> m_nodes;
    std::vector<Edge> m_edges;
    QSizeF m_size{0, 0};
};

} // namespace mmm::desktop
