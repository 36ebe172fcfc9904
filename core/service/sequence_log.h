#pragma once

#include "dare/envelope.h"
#include "dare/tree.h"
#include "service/storage.h"

namespace mmm::service {

/// The frames that the next frame's tree digest builds on, read from the storage.
[[nodiscard]] Result<dare::TreePath> treePathOf(Storage& storage, const ContainerRecord& container);

/// Checks frames that a device wrote and appends them (WIRE C, G.8.5): index, payload digest, tree digest and
/// position must continue the container, and in a catalog every object's events must be allowed.
/// Fault::Conflict if they do not fit, Damaged or Malformed if a frame is wrong in itself.
[[nodiscard]] Status appendWritten(Storage& storage, ContainerRecord& container, bool isCatalog,
                                   const std::vector<dare::Envelope>& frames, TimePoint now);

/// Appends a message as a frame that the service makes: index, position and digests are added, the message's
/// own header, body and signatures stay. Makes the first frame of an empty spool.
[[nodiscard]] Status appendMessage(Storage& storage, ContainerRecord& container,
                                   const dare::Envelope& message, TimePoint now);

} // namespace mmm::service
