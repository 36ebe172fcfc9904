#pragma once

#include "mesh/inheritance.h"

#include <mutex>
#include <optional>

namespace mmm::test {

/// Marks in memory, with examples of how many entries there are.
class ScriptedInheritance final : public mesh::Inheritance
{
public:
    ScriptedInheritance();
    void failNext(Fault fault);
    /// As after a recovery.
    void lose(const std::string& container, std::size_t entries);
    [[nodiscard]] std::vector<mesh::InheritedCatalog> catalogs() const override;
    [[nodiscard]] Status mark(const std::string& container, bool diesWithMe, std::stop_token) override;

private:
    mutable std::mutex m_mutex;
    std::optional<Fault> m_fault;
    std::vector<mesh::InheritedCatalog> m_catalogs;
};

} // namespace mmm::test
