#pragma once

#include "mesh/inheritance.h"
#include "mesh_link.h"
#include "published.h"
#include "row_model.h"

namespace mmm::desktop {

/// What outlives the person and what does not, a row for each catalog that can be marked.
class Inheritance : public mmm::desktop::RowModel, public Published<Inheritance>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    /// Only an administration device decides.
    Q_PROPERTY(bool canMark READ canMark NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// Of entries that died in a recovery; 0 for most people.
    Q_PROPERTY(int lost READ lost NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
public:
    enum Role
    {
        CatalogRole = Qt::UserRole + 1, ///< name for mark()
        TitleRole,
        TextRole, ///< "12 entries"
        DiesRole,
    };

    explicit Inheritance(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool canMark() const { return m_canMark; }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] int lost() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }

    Q_INVOKABLE void refresh();
    /// Says so in `marked` when it is done, in `errorText` when it cannot be.
    Q_INVOKABLE void mark(const QString& catalog, bool diesWithMe);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();
    void marked(const QString& title, bool diesWithMe);

private:
    struct Standing
    {
        std::vector<mesh::InheritedCatalog> catalogs;
        bool isAdministrator = false;
    };
    [[nodiscard]] static Standing look(mesh::PersonalMesh& mesh);
    void take(Standing standing);

    MeshLink& m_link;
    std::vector<mesh::InheritedCatalog> m_rows;
    bool m_canMark = false;
    bool m_isBusy = false;
    int m_number = 0; ///< of the time since the catalogs came; answers of before do not count
    QString m_errorText;
};

} // namespace mmm::desktop
