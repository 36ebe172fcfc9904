#pragma once

#include "mesh_link.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <memory>
#include <vector>

namespace mmm::desktop {

/// The entries of one catalog, sorted by section and title as the person's language has it, narrowed by a
/// search and, for bookmarks, by a folder.
///
/// Reading, sorting and searching are done in worker threads; a change of one entry is one row change here.
class CatalogModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Base of the catalogs")

    /// Rows that are shown.
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// Entries of the catalog.
    Q_PROPERTY(int total READ total NOTIFY countChanged)
    Q_PROPERTY(int conflictCount READ conflictCount NOTIFY countChanged)
    /// Words that all must occur; case and accents do not matter.
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    /// True until the first rows are there.
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged)
    /// What went wrong last; empty after the next success.
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorTextChanged)
    Q_PROPERTY(bool canUndoRemove READ canUndoRemove NOTIFY canUndoRemoveChanged)

public:
    enum Role
    {
        EntryIdRole = Qt::UserRole + 1,
        TitleRole,
        SubtitleRole,
        DetailRole,
        SectionRole,
        IconNameRole,
        PendingRole,
        ConflictedRole,
        DoneRole,
    };

    CatalogModel(MeshLink& link, CatalogKind kind, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(m_shown.size()); }
    [[nodiscard]] int total() const { return int(m_sorted.size()); }
    [[nodiscard]] int conflictCount() const { return m_conflicts; }
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool canUndoRemove() const { return !m_removed.isEmpty(); }

    /// The row that shows the entry now; -1 if none does.
    Q_INVOKABLE int indexOfEntry(const QString& id) const;
    /// The id of the entry in a row; empty for no such row.
    Q_INVOKABLE QString entryAt(int row) const;
    /// Removes the entries from all devices; `removed` or `failed` follows.
    Q_INVOKABLE void removeEntries(const QStringList& ids);
    /// Brings back what removeEntries() took away last; `restored` or `failed` follows.
    Q_INVOKABLE void undoRemove();

signals:
    void countChanged();
    void queryChanged();
    void loadingChanged();
    void errorTextChanged();
    void canUndoRemoveChanged();
    void removed(int count);
    void restored(int count);
    void failed(const QString& text);

protected:
    using RowPointer = std::shared_ptr<const CatalogRow>;

    /// All entries, sorted.
    [[nodiscard]] const std::vector<RowPointer>& sorted() const { return m_sorted; }
    /// Whether a filter other than the search lets the entry through.
    [[nodiscard]] virtual bool accepts(const CatalogRow&) const { return true; }
    /// Called after the entries have changed.
    virtual void entriesWereChanged() {}
    void applyFilter();

private:
    struct Change
    {
        QString id;
        RowPointer row; ///< null: there is none
    };

    void setAvailable(bool available);
    void load();
    void loaded(std::vector<RowPointer> rows);
    void noteChanged(const QStringList& ids);
    void readChanged();
    void apply(const Change& change);
    void show(std::vector<RowPointer> rows);
    void search();
    [[nodiscard]] bool isShown(const CatalogRow& row) const;
    void setError(const QString& text);

    MeshLink& m_link;
    const CatalogKind m_kind;
    std::vector<RowPointer> m_sorted;
    std::vector<RowPointer> m_shown;
    QHash<QString, RowPointer> m_byId;
    QString m_query;
    QSet<QString> m_matches;
    bool m_searching = false; ///< m_matches counts
    int m_searchNumber = 0;
    int m_loadNumber = 0;
    QTimer m_searchDelay;
    QTimer m_changeDelay;
    QSet<QString> m_changed;
    bool m_reload = false;
    bool m_loading = true;
    int m_conflicts = 0;
    QString m_errorText;
    QStringList m_removed;
};

} // namespace mmm::desktop
