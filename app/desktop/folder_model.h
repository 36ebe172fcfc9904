#pragma once

#include <QAbstractListModel>
#include <QMap>
#include <QtQml/qqmlregistration.h>
#include <vector>

namespace mmm::desktop {

/// The folders of the bookmarks as a tree written line by line: every folder after the one it is in.
class FolderModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    enum Role
    {
        PathRole = Qt::UserRole + 1, ///< the whole path, parts separated by "/"
        NameRole,                    ///< the last part
        DepthRole,                   ///< 0 for the topmost
        EntryCountRole,              ///< bookmarks in it and below
    };

    explicit FolderModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    /// How many bookmarks each path has; folders without bookmarks of their own are added.
    void setFolders(const QMap<QString, int>& counts);

    [[nodiscard]] int count() const { return int(m_folders.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    Q_INVOKABLE QString pathAt(int row) const;

signals:
    void countChanged();

private:
    struct Folder
    {
        QStringList parts;
        int entries = 0;
        bool operator==(const Folder&) const = default;
    };

    std::vector<Folder> m_folders;
};

} // namespace mmm::desktop
