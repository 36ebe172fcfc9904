#pragma once

#include "base/error.h"
#include "schema/catalog_entries.h"

#include <functional>
#include <optional>
#include <vector>

namespace mmm::interchange {

/// Which program wrote a file of networks.
enum class NetworkSource
{
    NetworkManager,
    WireGuard,
};

/// A file that a file of networks names, such as a certificate, and what became of it.
struct NamedFile
{
    std::string name;           ///< as it is named
    std::optional<Fault> fault; ///< why it was not taken along
};

struct NetworkFile
{
    NetworkSource source = NetworkSource::NetworkManager;
    std::vector<schema::CatalogedNetwork> networks;
    std::size_t skipped = 0; ///< lines that say nothing about a network, such as commands to run
    std::vector<NamedFile> files;
    std::size_t withoutSecret = 0; ///< networks whose password is kept elsewhere
};

/// The contents of a file that another one names, absolute or relative to that one; at most
/// largestKeyMaterial octets. The reader decides where it looks and what it refuses.
using NamedFileReader = std::function<Result<Secret>(const std::string& name)>;

} // namespace mmm::interchange
