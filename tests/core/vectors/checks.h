#pragma once

#include "vector_registry.h"

namespace mmm::vectors {

void registerEncodingChecks(VectorRegistry& registry);

/// All of the above.
inline void registerAllChecks(VectorRegistry& registry)
{
    registerEncodingChecks(registry);
}

} // namespace mmm::vectors
