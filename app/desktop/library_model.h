#pragma once

#include "row_model.h"

namespace mmm::desktop {

/// The libraries that the program is built on: name, licence, and the version that is loaded, or where that
/// cannot be asked, that it was built with.
class LibraryModel : public mmm::desktop::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS
public:
    enum Role
    {
        NameRole = Qt::UserRole + 1,
        VersionRole,
        LicenseRole,
        PurposeRole,
    };

    explicit LibraryModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Library
    {
        QString name;
        QString version;
        QString license; ///< as SPDX names it
        const char* purpose;
    };

    std::vector<Library> m_libraries;
};

} // namespace mmm::desktop
