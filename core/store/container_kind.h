#pragma once

#include "store/projection.h"

#include <span>
#include <string_view>

namespace mmm::store {

/// What is known about a container because of its name (WIRE F.1, F.4). The names are in schema/catalog.h.
struct ContainerKind
{
    std::string_view name; ///< canonical, such as mmm_CatalogContact
    bool isSpool = false;
    bool isEncrypted = true;        ///< false: the service must be able to read it
    bool isSignedThroughout = true; ///< false: the service appends frames of its own (inbound spool)
    bool hasLookupTerms = false;    ///< frames state terms by which the service finds an entry
    Projection projection;
};

/// By canonical name. Null for a container of another application.
[[nodiscard]] const ContainerKind* containerKind(std::string_view canonicalName);

/// All containers of a personal account, in the order in which a new device should fetch them.
[[nodiscard]] std::span<const ContainerKind> containerKinds();

} // namespace mmm::store
