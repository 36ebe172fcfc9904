#include "scripted_inheritance.h"

#include <utility>

namespace mmm::test {

ScriptedInheritance::ScriptedInheritance()
    : m_catalogs{{"mmm_CatalogContact", false, 12, 0},
                 {"mmm_CatalogBookmark", false, 240, 0},
                 {"mmm_CatalogCredential", true, 37, 0},
                 {"mmm_CatalogTask", false, 1, 0},
                 {"mmm_CatalogNetwork", false, 3, 0}}
{}

void ScriptedInheritance::failNext(Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_fault = fault;
}

void ScriptedInheritance::lose(const std::string& container, std::size_t entries)
{
    const std::lock_guard lock(m_mutex);
    for (mesh::InheritedCatalog& catalog : m_catalogs) {
        if (catalog.container == container)
            catalog.lost = entries;
    }
}

std::vector<mesh::InheritedCatalog> ScriptedInheritance::catalogs() const
{
    const std::lock_guard lock(m_mutex);
    return m_catalogs;
}

Status ScriptedInheritance::mark(const std::string& container, bool diesWithMe, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    if (const std::optional<Fault> fault = std::exchange(m_fault, std::nullopt))
        return fail(*fault, "scripted");
    for (mesh::InheritedCatalog& catalog : m_catalogs) {
        if (catalog.container == container)
            catalog.diesWithMe = diesWithMe;
    }
    return {};
}

} // namespace mmm::test
