#pragma once

#include "mesh/writer_authority.h"
#include "schema/catalog.h"
#include "store/catalog.h"
#include "store/spool.h"

#include <map>

namespace mmm::mesh {

/// The open containers of an account. Not safe by itself: its owner has the lock.
class Containers
{
public:
    struct Place
    {
        std::string directory;
        std::string accountUdf;
        std::shared_ptr<const store::Seal> seal;
        const Clock* clock = nullptr;
    };

    /// Opens all containers that the program works with. Damage is in the reports, not a failure.
    [[nodiscard]] static Result<std::unique_ptr<Containers>> open(const Place& place,
                                                                  std::shared_ptr<const dare::KeyRing> keys,
                                                                  const std::function<void(double)>& progress,
                                                                  std::stop_token stop);

    /// By canonical name, spools included; null for others.
    [[nodiscard]] store::Catalog* find(std::string_view name);
    [[nodiscard]] store::Catalog& devices() { return *find(schema::store_name::device); }
    [[nodiscard]] store::Spool& inbound() { return *m_inbound; }
    [[nodiscard]] store::Spool& outbound() { return *m_outbound; }
    /// In the order in which they are exchanged: the device catalog first, because it says who may write the
    /// others.
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }

    [[nodiscard]] std::size_t pendingCount();
    [[nodiscard]] std::size_t conflictCount();

private:
    std::vector<std::string> m_names;
    std::map<std::string, std::unique_ptr<store::Catalog>, std::less<>> m_catalogs;
    std::unique_ptr<store::Spool> m_inbound;
    std::unique_ptr<store::Spool> m_outbound;
};

} // namespace mmm::mesh
