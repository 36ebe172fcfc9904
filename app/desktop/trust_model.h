#pragma once

#include "mesh/trust_chain.h"
#include "row_model.h"

namespace mmm::desktop {

/// Who signed what: the links of the chain of trust as the rows of a tree, each below the one it belongs to.
class TrustModel : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Security")
public:
    enum Role
    {
        LinkIdRole = Qt::UserRole + 1,
        TitleRole,
        DetailRole, ///< who signed it, or what is wrong
        DepthRole,  ///< 0 for the roots
        StateRole,
    };
    enum State
    {
        Good,
        Sealed,  ///< readable for its recipient only
        Limited, ///< valid under conditions that are not understood
        Bad,
    };
    Q_ENUM(State)

    explicit TrustModel(QObject* parent = nullptr) : RowModel(parent) {}

    /// Links in any order in which each stands after the one it belongs to.
    void setLinks(std::vector<mesh::TrustLink> links);
    /// Null if there is none.
    [[nodiscard]] const mesh::TrustLink* find(const std::string& id) const;
    [[nodiscard]] const mesh::TrustLink& linkAt(int row) const { return m_rows[std::size_t(row)].link; }
    [[nodiscard]] static State stateOf(const mesh::TrustLink& link);
    /// "Signed by …", one text per signature.
    [[nodiscard]] QStringList signersOf(const mesh::TrustLink& link) const;
    /// Null if nobody ever said that he runs the service.
    [[nodiscard]] const mesh::TrustLink* accreditation() const;
    /// How many links of the mesh itself are in that state.
    [[nodiscard]] int countOf(State state) const;
    /// The same of the service's word about its log.
    [[nodiscard]] int checkpointsOf(State state) const;
    /// How many links have a notary token that does not hold.
    [[nodiscard]] int wrongNotaries() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    /// Nothing here grows older.
    void freshen() override {}

private:
    struct Row
    {
        mesh::TrustLink link;
        int depth = 0;
    };
    [[nodiscard]] QString detailOf(const mesh::TrustLink& link) const;

    std::vector<Row> m_rows;
};

} // namespace mmm::desktop
