#pragma once

#include "schema/applications.h"
#include "schema/task.h"

#include <QCollator>
#include <QDate>
#include <QString>
#include <optional>

namespace mmm::desktop {

/// An entry as a list shows it, with what it is sorted by. No secrets.
struct CatalogRow
{
    QString id;
    QString title;
    QString subtitle;
    QString detail;
    QString section;  ///< heading under which it stands
    QString iconName; ///< name of an icon of Mesh.Controls
    QString folder;   ///< of a bookmark
    bool isPending = false;
    bool isConflicted = false;

    std::int64_t rank = 0; ///< rows of one rank are sorted by section and title
    std::optional<QCollatorSortKey> sectionKey;
    std::optional<QCollatorSortKey> titleKey;

    /// Whether a list shows the same for both.
    [[nodiscard]] bool looksLike(const CatalogRow& other) const;
};

/// Whether `a` stands before `b`. A strict order: rows with different ids are never equal.
[[nodiscard]] bool standsBefore(const CatalogRow& a, const CatalogRow& b);

/// Makes rows of entries in the person's language. One maker for many rows; not shared between threads.
class RowMaker
{
public:
    RowMaker();

    [[nodiscard]] CatalogRow make(const schema::Contact& contact) const;
    /// Of one that is a group.
    static void markGroup(CatalogRow& row);
    [[nodiscard]] CatalogRow make(const schema::CatalogedBookmark& bookmark) const;
    [[nodiscard]] CatalogRow make(const schema::Task& task) const;
    [[nodiscard]] CatalogRow make(const schema::CatalogedCredential& credential) const;
    [[nodiscard]] CatalogRow make(const schema::CatalogedNetwork& network) const;
    [[nodiscard]] CatalogRow make(const schema::CatalogedApplicationSSH& profile) const;
    [[nodiscard]] CatalogRow make(const schema::CatalogedApplicationMail& account) const;

private:
    void setSortKeys(CatalogRow& row) const;
    [[nodiscard]] QString initialOf(const QString& title) const;

    QCollator m_collator;
    QDate m_today;
};

/// What a contact is called: the full name, or what it can be made of.
[[nodiscard]] QString displayName(const schema::Contact& contact);
/// The first address with this scheme ("mailto", "tel"), without the scheme.
[[nodiscard]] QString firstAddress(const schema::Contact& contact, std::string_view scheme);
/// The host of an address on the web, without "www."; the whole text if it has none.
[[nodiscard]] QString siteOf(const QString& address);

} // namespace mmm::desktop
