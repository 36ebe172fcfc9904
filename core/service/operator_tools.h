#pragma once

#include "service/incidents.h"

#include <filesystem>

/// What an operator does with the data of a service, be that running or not: SQLite keeps the two apart, and
/// a running service looks at the account inside every change.
namespace mmm::service {

/// The data in a service's folder. NotFound if no service has ever kept any there.
[[nodiscard]] Result<std::unique_ptr<Storage>> openData(const std::filesystem::path& folder);

/// Suspends an account of a person or a group, or lets it go on (WIRE F.7, G.7.2); false if it was so
/// already. NotFound if there is no such account; AccountClosed if it was deleted, NotYet if it is awaited
/// from another service.
[[nodiscard]] Result<bool> setSuspended(Storage& storage, std::string_view address, bool isSuspended,
                                        TimePoint now);

/// The log of incidents (WIRE F.7), the earliest first.
struct IncidentLog
{
    std::vector<Incident> lines;
    std::size_t unreadable = 0;
};
[[nodiscard]] Result<IncidentLog> readIncidents(Storage& storage);

/// Writes the log as DARE sequences, whose digests anybody can check: to the file, which is replaced, and
/// what was logged before the sequence began anew to a file of that name with `.before` behind it. Gives the
/// files that were written.
[[nodiscard]] Result<std::vector<std::filesystem::path>> exportIncidents(Storage& storage,
                                                                         const std::filesystem::path& file);

} // namespace mmm::service
