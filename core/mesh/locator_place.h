#pragma once

#include "dare/envelope.h"
#include "mesh/people.h"
#include "udf/locator.h"

namespace mmm::mesh {

/// Says in the locator where this account's service is, for those whose DNS does not know it.
void addPlace(const MeshState& state, udf::Locator& locator);

/// The same of any offer's account.
void addPlace(const ConnectionOffer& offer, udf::Locator& locator);

/// What is published under a locator: by the Mesh service of its domain; where there is none, or it has
/// nothing, by the web server. Nothing is verified.
[[nodiscard]] Result<dare::Envelope> fetchLocated(MeshState& state, const udf::Locator& locator,
                                                  std::stop_token stop);

/// The service that a locator means, with the places that it says.
[[nodiscard]] Result<ServicePlace> placeOf(const udf::Locator& locator);

} // namespace mmm::mesh
