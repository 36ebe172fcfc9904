#pragma once

#include "mesh/account.h"
#include "mesh/entry_codec.h"
#include "mesh/mesh_state.h"
#include "service/storage.h"
#include "store/typed_catalog.h"

#include <algorithm>
#include <set>

namespace mmm::mesh {

/// SharedCatalog over the membership's container of that entry. Every call takes the membership's lock.
template<typename Entry>
class AccountCatalog final : public SharedCatalog<Entry>
{
public:
    using Codec = EntryCodec<Entry>;
    using Stored = typename Codec::Stored;
    using Row = typename SharedCatalog<Entry>::Row;
    using Version = typename SharedCatalog<Entry>::Version;
    using Conflict = typename SharedCatalog<Entry>::Conflict;

    AccountCatalog(MeshState& state, std::function<void()> written)
        : m_state(state),
          m_written(std::move(written))
    {}

    std::string name() const override { return std::string(Codec::container); }

    std::size_t size() const override
    {
        // the applications have entries of several classes
        if constexpr (Codec::container == schema::store_name::application) {
            return use([](store::Catalog& catalog) {
                return static_cast<std::size_t>(std::ranges::count(
                    catalog.rows(), std::string(Stored::className), &store::Row::className));
            });
        } else {
            return use([](store::Catalog& catalog) {
                return catalog.size() - static_cast<std::size_t>(hasUnlisted(catalog));
            });
        }
    }

    void visit(const std::function<void(const Row&)>& visitor) const override
    {
        use([&](store::Catalog& catalog) {
            for (const store::Row& row : catalog.rows()) {
                if (isStored<Stored>(row.className) && isListed(row.id))
                    visitor({row.id, Codec::shown(row.shown), row.modified, row.isPending, row.isConflicted,
                             row.className});
            }
        });
    }

    Result<Row> read(const std::string& id) const override
    {
        if (!isListed(id))
            return fail(Fault::NotFound, "an entry of nobody");
        return use([&](store::Catalog& catalog) -> Result<Row> {
            MMM_TRY(const Secret payload, catalog.read(id));
            MMM_TRY(const Stored stored, readStored<Stored>(payload));
            MMM_TRY(Entry entry, Codec::fromStored(stored));
            const auto row = catalog.row(id);
            return Row{id,
                       std::move(entry),
                       row ? row->modified : TimePoint(),
                       row && row->isPending,
                       row && row->isConflicted,
                       row ? row->className : std::string()};
        });
    }

    Result<std::string> add(const Entry& entry) override
    {
        MMM_TRY(const std::vector<std::string> ids, addAll({entry}));
        return ids.front();
    }

    Result<std::vector<std::string>> addAll(const std::vector<Entry>& entries) override
    {
        auto added = use([&](store::Catalog& catalog) -> Result<std::vector<std::string>> {
            std::vector<store::Catalog::Item> items;
            std::vector<std::string> ids;
            std::set<std::string> taken;
            for (const Entry& entry : entries) {
                MMM_TRY(const Stored stored, Codec::toStored(entry, nullptr, writer()));
                MMM_TRY(std::string id, freeId(catalog, stored));
                // entries of one batch must not collide among themselves either
                for (int copy = 2; !taken.insert(id).second; ++copy) {
                    const std::string further = id + ":" + std::to_string(copy);
                    if (!taken.contains(further) && !catalog.contains(further))
                        id = further;
                }
                items.push_back({id, writeStored(stored)});
                ids.push_back(std::move(id));
            }
            MMM_CHECK(catalog.putMany(std::move(items)));
            return ids;
        });
        if (added)
            m_written();
        return added;
    }

    Status update(const std::string& id, const Entry& entry) override
    {
        return write([&](store::Catalog& catalog) -> Status {
            MMM_TRY(const Secret payload, catalog.read(id));
            MMM_TRY(const Stored before, readStored<Stored>(payload));
            MMM_TRY(const Stored after, Codec::toStored(entry, &before, writer()));
            return catalog.put(id, writeStored(after));
        });
    }

    Status removeAll(const std::vector<std::string>& ids) override
    {
        return write([&](store::Catalog& catalog) { return catalog.removeMany(ids); });
    }

    std::vector<std::string> search(const std::string& words) const override
    {
        // the snapshot is taken under the lock, the search itself is not
        const store::SearchSnapshot snapshot =
            use([](store::Catalog& catalog) { return catalog.searchSnapshot(); });
        std::vector<std::string> ids = snapshot.find(words);
        std::erase_if(ids, [](const std::string& id) { return !isListed(id); });
        return ids;
    }

    Result<std::vector<Version>> history(const std::string& id) const override
    {
        return use([&](store::Catalog& catalog) -> Result<std::vector<Version>> {
            MMM_TRY(const auto versions, catalog.history(id));
            const auto member = m_state.member();
            std::vector<Version> list;
            for (const store::Version& version : versions) {
                list.push_back({version.version, version.modified,
                                member->authority.deviceOf(version.signerKid), version.isDeletion});
            }
            return list;
        });
    }

    Result<Entry> readVersion(const std::string& id, std::int64_t version) const override
    {
        return use([&](store::Catalog& catalog) -> Result<Entry> {
            MMM_TRY(const Secret payload, catalog.readVersion(id, version));
            MMM_TRY(const Stored stored, readStored<Stored>(payload));
            return Codec::fromStored(stored);
        });
    }

    Status restore(const std::string& id, std::int64_t version) override
    {
        return write([&](store::Catalog& catalog) { return catalog.restore(id, version); });
    }

    std::vector<Conflict> conflicts() const override
    {
        return use([&](store::Catalog& catalog) {
            std::vector<Conflict> list;
            for (const std::string& id : catalog.conflictIds()) {
                const auto conflict = catalog.conflict(id);
                if (conflict && isListed(id))
                    list.push_back({id, entryOf(conflict->ours), entryOf(conflict->theirs)});
            }
            return list;
        });
    }

    Status resolve(const std::string& id, const std::optional<Entry>& chosen) override
    {
        return write([&](store::Catalog& catalog) -> Status {
            if (!chosen)
                return catalog.resolve(id, std::nullopt);
            MMM_TRY(const store::Conflict conflict, catalog.conflict(id));
            std::optional<Stored> before;
            for (const auto* side : {&conflict.theirs, &conflict.ours}) {
                if (*side && !before) {
                    if (auto stored = readStored<Stored>(**side))
                        before = std::move(*stored);
                }
            }
            MMM_TRY(const Stored stored, Codec::toStored(*chosen, before ? &*before : nullptr, writer()));
            return catalog.resolve(id, writeStored(stored));
        });
    }

private:
    /// The rules for strangers stand among the contacts, and are nobody's entry (strangers.cpp).
    static bool isListed(const std::string& id)
    {
        if constexpr (std::same_as<Entry, schema::Contact>)
            return id != service::everybody;
        else
            return true;
    }
    static bool hasUnlisted(store::Catalog& catalog)
    {
        if constexpr (std::same_as<Entry, schema::Contact>)
            return catalog.contains(std::string(service::everybody));
        else
            return false;
    }

    template<typename Work>
    auto use(Work work) const
    {
        const auto member = m_state.member();
        const std::scoped_lock lock(member->mutex);
        return work(*member->containers->find(Codec::container));
    }

    template<typename Work>
    Status write(Work work)
    {
        const Status done = use(work);
        if (done)
            m_written();
        return done;
    }

    static Result<std::string> freeId(store::Catalog& catalog, const Stored& stored)
    {
        // both classes have the same key
        if constexpr (std::same_as<Stored, schema::AnyContact>)
            return store::TypedCatalog<schema::CatalogedContact>(catalog).freeId(stored);
        else
            return store::TypedCatalog<Stored>(catalog).freeId(stored);
    }

    /// With the membership's lock held.
    EntryWriter writer() const
    {
        const auto& administration = m_state.member()->keys->administration;
        return {administration ? administration->signature.get() : nullptr, m_state.now()};
    }

    static std::optional<Entry> entryOf(const std::optional<Secret>& payload)
    {
        if (!payload)
            return std::nullopt;
        const auto stored = readStored<Stored>(*payload);
        if (!stored)
            return std::nullopt;
        const auto entry = Codec::fromStored(*stored);
        return entry ? std::optional<Entry>(*entry) : std::nullopt;
    }

    MeshState& m_state;
    std::function<void()> m_written; ///< something waits to be sent
};

} // namespace mmm::mesh
