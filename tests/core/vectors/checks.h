#pragma once

#include "vector_registry.h"

namespace mmm::vectors {

void registerEncodingChecks(VectorRegistry& registry);
void registerUdfChecks(VectorRegistry& registry);

/// All of the above.
inline void registerAllChecks(VectorRegistry& registry)
{
    registerEncodingChecks(registry);
    registerUdfChecks(registry);
}

} // namespace mmm::vectors
