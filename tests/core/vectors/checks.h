#pragma once

#include "vector_registry.h"

namespace mmm::vectors {

void registerEncodingChecks(VectorRegistry& registry);
void registerSchemaChecks(VectorRegistry& registry);
void registerUdfChecks(VectorRegistry& registry);
void registerKeyChecks(VectorRegistry& registry);
void registerThresholdChecks(VectorRegistry& registry);
void registerWitnessChecks(VectorRegistry& registry);
void registerMutualAuthenticationChecks(VectorRegistry& registry);
void registerDareChecks(VectorRegistry& registry);
/// Part of the above, for sequences.
void registerSequenceChecks(VectorRegistry& registry);

/// Every UDF text that stands in a vector comes back as it was, in any spelling.
void checkUdfTexts(const Vector& vector);

/// All of the above.
inline void registerAllChecks(VectorRegistry& registry)
{
    registerEncodingChecks(registry);
    registerSchemaChecks(registry);
    registerUdfChecks(registry);
    registerKeyChecks(registry);
    registerThresholdChecks(registry);
    registerWitnessChecks(registry);
    registerMutualAuthenticationChecks(registry);
    registerDareChecks(registry);
}

} // namespace mmm::vectors
