#pragma once

#include "base/error.h"
#include "schema/catalog_entries.h"

#include <vector>

namespace mmm::interchange {

/// Which program wrote a file of networks.
enum class NetworkSource
{
    NetworkManager,
    WireGuard,
};

struct NetworkFile
{
    NetworkSource source = NetworkSource::NetworkManager;
    std::vector<schema::CatalogedNetwork> networks;
    std::size_t skipped = 0;       ///< lines that say nothing about a network, such as commands to run
    std::size_t dropped = 0;       ///< networks that refer to files of the computer, which are not taken over
    std::size_t withoutSecret = 0; ///< networks whose password is kept elsewhere
};

} // namespace mmm::interchange
