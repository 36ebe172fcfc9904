#pragma once

// Between the coordinate u of X25519 and X448 and the group elements that can be added. Only for core/crypto.
// Everything here takes variable time: it works on points that are sent to others, never on scalars.

#include "crypto/group.h"

namespace mmm::crypto {

/// Whether the octets are a canonical coordinate u that is not of small order.
[[nodiscard]] bool isUsableCoordinate(Curve curve, BytesView u);

/// The point of the extended form u || sign of v. BadKey unless canonical, on the curve and in the subgroup
/// of prime order.
[[nodiscard]] Result<Element> elementOfExtended(Curve curve, BytesView extended);

/// The extended form of a point that is not neutral.
[[nodiscard]] Bytes extendedOfElement(Curve curve, const Element& element);

} // namespace mmm::crypto
