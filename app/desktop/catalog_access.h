#pragma once

#include "catalog_row.h"
#include "mesh/account.h"

#include <any>
#include <memory>

namespace mmm::desktop {

/// The catalogs that have a page of their own.
enum class CatalogKind
{
    Contacts,
    Bookmarks,
    Tasks,
    Credentials,
    Networks,
    SshProfiles,
    MailAccounts,
};
inline constexpr std::size_t catalogKinds = 7;

/// One catalog of the account without its entry type, so that there is one list model and one editor base for
/// all. An entry travels as std::any holding the structure of the schema. Called from worker threads.
class CatalogAccess
{
public:
    using Version = mesh::SharedCatalog<schema::Task>::Version; // the same for all

    struct Conflict
    {
        std::any mine;   ///< empty: removed here
        std::any theirs; ///< empty: removed elsewhere
    };

    virtual ~CatalogAccess() = default;
    [[nodiscard]] virtual std::string container() const = 0;

    // as rows
    [[nodiscard]] virtual std::vector<CatalogRow> rows() const = 0;
    /// Empty if there is no such entry.
    [[nodiscard]] virtual std::optional<CatalogRow> row(const std::string& id) const = 0;
    [[nodiscard]] virtual std::vector<std::string> search(const std::string& words) const = 0;
    [[nodiscard]] virtual Status remove(const std::vector<std::string>& ids) = 0;
    /// Brings back the value that a removed entry had last.
    [[nodiscard]] virtual Status undoRemove(const std::string& id) = 0;

    // one entry
    [[nodiscard]] virtual Result<std::any> read(const std::string& id) const = 0;
    [[nodiscard]] virtual Result<std::string> add(const std::any& entry) = 0;
    [[nodiscard]] virtual Status update(const std::string& id, const std::any& entry) = 0;
    [[nodiscard]] virtual Result<std::vector<Version>> history(const std::string& id) const = 0;
    [[nodiscard]] virtual Result<std::any> readVersion(const std::string& id, std::int64_t version) const = 0;
    [[nodiscard]] virtual Status restore(const std::string& id, std::int64_t version) = 0;
    [[nodiscard]] virtual std::optional<Conflict> conflict(const std::string& id) const = 0;
    /// An empty value removes the entry.
    [[nodiscard]] virtual Status resolve(const std::string& id, const std::any& entry) = 0;
    [[nodiscard]] virtual bool isEqual(const std::any& a, const std::any& b) const = 0;
    /// An entry as JSON, such as a draft that is put away.
    [[nodiscard]] virtual Secret toJson(const std::any& entry) const = 0;
    [[nodiscard]] virtual Result<std::any> fromJson(BytesView json) const = 0;
};

template<typename Entry>
class TypedCatalogAccess final : public CatalogAccess
{
public:
    explicit TypedCatalogAccess(mesh::SharedCatalog<Entry>& catalog) : m_catalog(catalog) {}

    [[nodiscard]] std::string container() const override { return m_catalog.name(); }

    [[nodiscard]] std::vector<CatalogRow> rows() const override
    {
        std::vector<CatalogRow> rows;
        rows.reserve(m_catalog.size());
        const RowMaker maker;
        m_catalog.visit([&](const Row& row) { rows.push_back(make(maker, row)); });
        return rows;
    }
    [[nodiscard]] std::optional<CatalogRow> row(const std::string& id) const override
    {
        const Result<Row> found = m_catalog.read(id);
        if (!found)
            return std::nullopt;
        return make(RowMaker(), *found);
    }
    [[nodiscard]] std::vector<std::string> search(const std::string& words) const override
    {
        return m_catalog.search(words);
    }
    [[nodiscard]] Status remove(const std::vector<std::string>& ids) override
    {
        return m_catalog.removeAll(ids);
    }
    [[nodiscard]] Status undoRemove(const std::string& id) override
    {
        MMM_TRY(const auto versions, m_catalog.history(id));
        for (const auto& version : versions) { // the newest first
            if (!version.removed)
                return m_catalog.restore(id, version.version);
        }
        return fail(Fault::NotFound, "no earlier version");
    }

    [[nodiscard]] Result<std::any> read(const std::string& id) const override
    {
        MMM_TRY(Row row, m_catalog.read(id));
        return std::any(std::move(row.entry));
    }
    [[nodiscard]] Result<std::string> add(const std::any& entry) override
    {
        return m_catalog.add(std::any_cast<const Entry&>(entry));
    }
    [[nodiscard]] Status update(const std::string& id, const std::any& entry) override
    {
        return m_catalog.update(id, std::any_cast<const Entry&>(entry));
    }
    [[nodiscard]] Result<std::vector<Version>> history(const std::string& id) const override
    {
        MMM_TRY(const auto versions, m_catalog.history(id));
        std::vector<Version> all;
        for (const auto& version : versions)
            all.push_back({version.version, version.when, version.device, version.removed});
        return all;
    }
    [[nodiscard]] Result<std::any> readVersion(const std::string& id, std::int64_t version) const override
    {
        MMM_TRY(Entry entry, m_catalog.readVersion(id, version));
        return std::any(std::move(entry));
    }
    [[nodiscard]] Status restore(const std::string& id, std::int64_t version) override
    {
        return m_catalog.restore(id, version);
    }
    [[nodiscard]] std::optional<Conflict> conflict(const std::string& id) const override
    {
        for (const auto& one : m_catalog.conflicts()) {
            if (one.id == id)
                return Conflict{one.mine ? std::any(*one.mine) : std::any(),
                                one.theirs ? std::any(*one.theirs) : std::any()};
        }
        return std::nullopt;
    }
    [[nodiscard]] Status resolve(const std::string& id, const std::any& entry) override
    {
        if (!entry.has_value())
            return m_catalog.resolve(id, std::nullopt);
        return m_catalog.resolve(id, std::any_cast<const Entry&>(entry));
    }
    [[nodiscard]] bool isEqual(const std::any& a, const std::any& b) const override
    {
        return std::any_cast<const Entry&>(a) == std::any_cast<const Entry&>(b);
    }
    [[nodiscard]] Secret toJson(const std::any& entry) const override
    {
        return encoding::toTaggedJson(std::any_cast<const Entry&>(entry));
    }
    [[nodiscard]] Result<std::any> fromJson(BytesView json) const override
    {
        MMM_TRY(Entry entry, encoding::fromTaggedJson<Entry>(json));
        return std::any(std::move(entry));
    }

private:
    using Row = typename mesh::SharedCatalog<Entry>::Row;

    static CatalogRow make(const RowMaker& maker, const Row& row)
    {
        CatalogRow made = maker.make(row.entry);
        if (row.className == schema::CatalogedContactRecryption::className)
            RowMaker::markGroup(made);
        made.id = QString::fromStdString(row.id);
        made.isPending = row.pending;
        made.isConflicted = row.conflicted;
        return made;
    }

    mesh::SharedCatalog<Entry>& m_catalog;
};

} // namespace mmm::desktop
