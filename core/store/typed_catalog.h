#pragma once

#include "schema/any.h"
#include "schema/catalog.h"
#include "store/catalog.h"
#include "udf/udf.h"

namespace mmm::store {

/// A catalog seen as entries of one class of the schema, such as TypedCatalog<schema::CatalogedContact>.
/// Borrows the catalog and lives on its thread. Entries of other classes in the same catalog are left alone.
template<encoding::Record Entry>
class TypedCatalog
{
public:
    explicit TypedCatalog(Catalog& catalog) : m_catalog(&catalog) {}

    [[nodiscard]] Catalog& catalog() const { return *m_catalog; }

    /// WrongType if the entry is of another class.
    [[nodiscard]] Result<Entry> get(const std::string& id) const
    {
        MMM_TRY(const Secret payload, m_catalog->read(id));
        return encoding::fromTaggedJson<Entry>(payload);
    }

    [[nodiscard]] Result<Entry> getVersion(const std::string& id, std::int64_t version) const
    {
        MMM_TRY(const Secret payload, m_catalog->readVersion(id, version));
        return encoding::fromTaggedJson<Entry>(payload);
    }

    /// The identifier that a new entry gets: its primary key (WIRE F.2); if another entry has that, one that
    /// also says what tells them apart (the user name, the address). Exists if that is taken too, Missing if
    /// the entry has no primary key.
    [[nodiscard]] Result<std::string> freeId(const Entry& entry) const
    {
        const std::string key = schema::primaryKey(schema::AnyEntry(entry));
        if (key.empty() || key == ":")
            return fail(Fault::Missing, "the entry has no primary key");
        if (!m_catalog->contains(key))
            return key;
        std::string longer;
        if constexpr (std::same_as<Entry, schema::CatalogedCredential> ||
                      std::same_as<Entry, schema::CatalogedNetwork>)
            longer = schema::primaryKeyWithUser(entry);
        else if constexpr (std::same_as<Entry, schema::CatalogedBookmark>)
            longer = key + ":" + entry.uri;
        if (longer.empty() || m_catalog->contains(longer))
            return fail(Fault::Exists, "an entry with this key exists");
        return longer;
    }

    /// Adds a new entry and says its identifier. An entry whose key is a nonce gets one if it has none.
    [[nodiscard]] Result<std::string> add(Entry entry)
    {
        if constexpr (requires { entry.key; }) {
            if (entry.key.empty())
                entry.key = udf::Udf::nonce().text();
        }
        MMM_TRY(std::string id, freeId(entry));
        MMM_CHECK(m_catalog->put(id, encoding::toTaggedJson(entry)));
        return id;
    }

    /// Replaces an entry, under the identifier that it has. NotFound if it is not there.
    [[nodiscard]] Status update(const std::string& id, const Entry& entry)
    {
        if (!m_catalog->contains(id))
            return fail(Fault::NotFound, "no such entry");
        return m_catalog->put(id, encoding::toTaggedJson(entry));
    }

private:
    Catalog* m_catalog;
};

} // namespace mmm::store
